"""Urgency has four voices; the most urgent wins, and the answer says which spoke."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from charley.assessment import FiredRule, UrgencySource
from charley.history import History
from charley.network.engine import Ranking
from charley.people import tells_of_cramps
from charley.records.catalogue import LabAction
from charley.records.causes import Cause
from charley.records.library import Library
from charley.records.rules import Urgency
from charley.truth import Truth, compare_result, judge
from charley.wording import say_result


@dataclass(frozen=True, slots=True)
class UrgencyVerdict:
    """The level, and every voice that asked for more than self-care, most urgent first."""

    level: Urgency
    sources: tuple[UrgencySource, ...]


def decide(
    history: History,
    library: Library,
    fired: tuple[FiredRule, ...],
    ranking: Ranking,
    worth_a_test: bool = False,
) -> UrgencyVerdict:
    """The urgency from rules, laboratory values, dangerous causes and floors."""
    voices = [
        *(UrgencySource(f"rule:{rule.id}", rule.level, rule.why) for rule in fired),
        *_labs(history, library),
        *_causes(library, ranking),
        *_floors(history, library),
        *(_TEST_FLOOR if worth_a_test else ()),
    ]
    level = max((voice.level for voice in voices), default=Urgency.SELF_CARE)
    heard = sorted((v for v in voices if v.level > Urgency.SELF_CARE), key=lambda v: (-v.level, v.name))
    return UrgencyVerdict(level, tuple(heard))


_TEST_FLOOR = (
    UrgencySource(
        "floor:test", Urgency.ROUTINE, "A test is worth talking about, and somebody has to order it."
    ),
)


def _labs(history: History, library: Library) -> Iterator[UrgencySource]:
    for result in history.labs:
        for action in library.analytes[result.analyte].actions:
            if not _is_meant(action, history, library):
                continue
            if compare_result(result, action.comparison, action.value) is Truth.YES:
                said = say_result(result, library)
                yield UrgencySource(f"lab:{result.analyte}", action.level, f"{said}: {action.why}")


def _is_meant(action: LabAction, history: History, library: Library) -> bool:
    """Whether the limit is for this person. Doubt raises: `not on dialysis` holds while it is unknown."""
    if action.when is None:
        return True
    return judge(action.when, history, library, doubt_raises=True).truth is Truth.YES


def _causes(library: Library, ranking: Ranking) -> Iterator[UrgencySource]:
    for score in ranking.scores:
        cause = library.causes[score.cause]
        level = cause_level(cause, score.probability, library)
        if level > Urgency.SELF_CARE:
            chance = f"about {score.probability * 100:.0f} in 100"
            enough = ", and that is enough not to wait" if level >= Urgency.SAME_DAY else ""
            yield UrgencySource(f"cause:{cause.id}", level, f"{cause.name} has a chance of {chance}{enough}")


def cause_level(cause: Cause, probability: float, library: Library) -> Urgency:
    """The level that a cause asks for at this chance: its own threshold, or the table's."""
    reached = [
        threshold.level
        for threshold in library.thresholds
        if threshold.cause_urgency == cause.urgency and probability >= threshold.chance.value
    ]
    if cause.kind == "drug" and cause.urgency <= Urgency.WITHIN_DAYS:
        # A likely medicine is reviewed at an ordinary appointment; what it does has rules of its own.
        reached = [min(level, Urgency.ROUTINE) for level in reached]
    if cause.threshold is not None and probability >= cause.threshold.value:
        reached.append(cause.urgency)
    if cause.review_floor is not None and probability >= REVIEW_CHANCE:
        reached.append(cause.review_floor)
    return max(reached, default=Urgency.SELF_CARE)


REVIEW_CHANCE = 0.15
"""A cause with a `review_floor` asks for it from this chance on (judged: about one in seven)."""


def _floors(history: History, library: Library) -> Iterator[UrgencySource]:
    if not tells_of_cramps(history):
        why = "Nothing is known of the cramps yet, so nothing reassures."
        yield UrgencySource("floor:nothing_known", Urgency.ROUTINE, why)
    if any(where.startswith("text") for where, _ in history.not_understood):
        why = "A part of what you told was not read, so it cannot reassure."
        yield UrgencySource("floor:not_read", Urgency.ROUTINE, why)
    if any(library.findings[id_].is_core_safety for id_ in history.doubted):
        why = "You were not sure about a safety question, so somebody should check."
        yield UrgencySource("floor:not_sure", Urgency.ROUTINE, why)
    for floor in library.floors:
        if judge(floor.when, history, library).truth is Truth.YES:
            yield UrgencySource(f"floor:{floor.id}", floor.level, floor.why)
