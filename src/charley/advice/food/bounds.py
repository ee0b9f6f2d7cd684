"""The person's limits, judged over the History; what is unknown holds where it must."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from charley.advice.food.request import FoodRequest
from charley.advice.food.values import Bounds, LimitFound
from charley.history import History
from charley.people import concerns
from charley.records.foods import FoodLimit, Foods
from charley.records.library import Library
from charley.truth import Truth, judge


def bounds_of(request: FoodRequest, library: Library, foods: Foods) -> Bounds:
    """Everything that bars foods or holds nutrients down for this person."""
    judged = [(limit, truth_of(limit, request.history, library)) for limit in foods.limits]
    applies = [limit for limit, truth in judged if truth is Truth.YES]
    held = [limit for limit, truth in judged if truth is Truth.UNKNOWN and limit.when_unknown == "hold"]
    bars = frozenset().union(*(limit.bars for limit in applies + held), *(limit.hold_bars for limit in held))
    return Bounds(
        found=tuple(_found(judged, request)),
        withheld=any(limit.withholds for limit in applies),
        bars=bars.union(*(diet.bars for diet in request.diets)),
        not_raise=frozenset().union(*(limit.not_raise for limit in applies + held)),
        most_added=_strictest(applies + held),
    )


def truth_of(limit: FoodLimit, history: History, library: Library) -> Truth:
    """Whether a limit holds: its group and its condition, or a clear yes of `also_when`."""
    if limit.also_when is not None and judge(limit.also_when, history, library).truth is Truth.YES:
        return Truth.YES
    group = concerns(limit.applies_to, history)
    if limit.when is None:
        return group
    return min(group, judge(limit.when, history, library).truth)


def _found(judged: Iterable[tuple[FoodLimit, Truth]], request: FoodRequest) -> Iterator[LimitFound]:
    for limit, truth in judged:
        eaten = _eaten(limit, request)
        if truth is Truth.YES and limit.says:
            yield LimitFound(
                limit.id, limit.name, "applies", limit.says, limit.for_clinicians, limit.sources, eaten
            )
        elif truth is Truth.UNKNOWN and limit.when_unknown != "ignore":
            said = limit.first_check
            yield LimitFound(
                limit.id, limit.name, "check first", said, limit.for_clinicians, limit.sources, eaten
            )


def _eaten(limit: FoodLimit, request: FoodRequest) -> tuple[str, ...]:
    """Names of what was eaten though the limit speaks against it."""
    return tuple(
        dict.fromkeys(one.food.name for one in request.intake.eaten if one.food.tags & limit.tell_eaten)
    )


def _strictest(limits: Iterable[FoodLimit]) -> dict[str, float]:
    most: dict[str, float] = {}
    for limit in limits:
        for nutrient, number in (limit.most_added or {}).items():
            most[nutrient] = min(number.value, most.get(nutrient, number.value))
    return most
