"""The review of the food planner as text and as plain data."""

from __future__ import annotations

import json
from collections.abc import Iterator
from textwrap import wrap
from typing import Any

from charley.advice.food.values import Eaten, FoodReview, NutrientTotal, Suggestion
from charley.records.foods import Foods
from charley.wording import rounded_text

WIDTH = 88
CLOSING = "This is information, not a diagnosis. In an emergency call your emergency number."
STATES = {
    "enough": "reached",
    "below": "not reached",
    "may be below": "not known, as some food was not counted",
    "ask first": "not for you to aim at",
    "depends": "not known: it depends on your sex, or on a pregnancy",
    "no reference": "no amount to compare with",
}


def food_text(review: FoodReview, foods: Foods) -> str:
    """The review for a terminal: what matters for safety first, then figures, then foods."""
    lines: list[str] = []
    for title, entries in _sections(review, foods):
        if entries:
            lines += [title, "-" * len(title)]
            lines += [line for entry in entries for line in _wrapped(entry)]
            lines.append("")
    return "\n".join(lines)


def food_json(review: FoodReview, indent: int | None = 2) -> str:
    """The review as JSON text."""
    return json.dumps(food_plain(review), ensure_ascii=False, indent=indent)


def _sections(review: FoodReview, foods: Foods) -> Iterator[tuple[str, list[str]]]:
    yield "Food and your legs", [review.headline]
    yield "First", [f"- {note.says}" for note in review.warnings]
    yield "Your limits", [f"- {limit.says}" for limit in review.limits if not limit.eaten]
    rough = ["From a short list about a usual week. Each answer stands for common foods, so this is rough."]
    eaten = [_eaten(one, review.intake.rough) for one in review.intake.eaten]
    yield "What we read", (rough if review.intake.rough else []) + eaten
    yield (
        "Not counted",
        [
            f"- {one.told}: {one.why}" + (f". Nearest: {', '.join(one.nearest)}." if one.nearest else ".")
            for one in review.intake.not_counted
        ],
    )
    told = {one.told for one in review.intake.not_counted}
    yield "Your day", [line for total in review.totals for line in _total(total, foods, told)]
    yield "Foods you could add", _suggestions(review, foods)
    yield "Good to know", [f"- {note.says}" for note in review.notes] + [f"- {CLOSING}"]
    yield "Sources", [f"{', '.join(review.sources)}. `charley explain ID` shows one."]


def _eaten(one: Eaten, rough: bool) -> str:
    guess = " (our guess: is it right?)" if one.guess and not rough else ""
    return f"- {one.told}: {one.food.name}, {rounded_text(round(one.grams, 1))} g ({one.how}){guess}"


def amount_text(amount: float, unit: str) -> str:
    """An amount as people read it: water in litres, no false digits."""
    if unit == "ml":
        return f"{rounded_text(round(amount / 1000, 1))} L"
    places = 0 if amount >= 20 else 1
    return f"{rounded_text(round(amount, places))} {unit}"


def _total(total: NutrientTotal, foods: Foods, not_counted: set[str]) -> Iterator[str]:
    least = "at least " if total.at_least else ""
    line = f"- {total.name}: {least}{amount_text(total.known, total.unit)}"
    if total.from_tablets:
        line += f" (of it {amount_text(total.from_tablets, total.unit)} from tablets)"
    yield f"{line}. {_compared(total, foods)}".rstrip()
    missing = [name for name in total.missing if name not in not_counted]
    if missing:
        yield f"  Not measured for it: {', '.join(missing)}."


def _compared(total: NutrientTotal, foods: Foods) -> str:
    """The total beside its reference; what is not a goal is not called too low."""
    levels = [c for c in total.ceilings if c.body == "sodium"]
    if levels:
        level = amount_text(levels[0].level, total.unit)
        return f"Best kept under {level} a day{': you are above' if levels[0].passed else ''}."
    if total.low is None or total.high is None:
        return ""
    if total.status == "ask first":
        return "We name no amount to aim at. Ask first: see your limits."
    amount = _range(total.low, total.high, total.unit)
    if not foods.nutrients[total.id].close_gap:
        own = f"People have about {amount} a day, with the water in food."
        return f"{own} It is no goal. Keep to any limit for drinks that you were given."
    return f"Held to be enough: {amount} a day. That is {STATES[total.status]}."


def _range(low: float, high: float, unit: str) -> str:
    if low == high:
        return amount_text(low, unit)
    return f"{amount_text(low, unit)} to {amount_text(high, unit)}"


def _suggestions(review: FoodReview, foods: Foods) -> list[str]:
    if not review.suggestions:
        return [review.why_none]
    lines = [_suggestion(one, review, foods) for one in review.suggestions]
    if review.still_open:
        names = ", ".join(foods.nutrients[id_].name for id_ in review.still_open)
        lines.append(f"Still below after that: {names}. That is no cause for alarm by itself.")
    return lines


def _suggestion(one: Suggestion, review: FoodReview, foods: Foods) -> str:
    """The food, and what it brings of the nutrients that have a gap."""
    open_ = [total for total in review.totals if total.gap > 0]
    brings = [
        f"{foods.nutrients[total.id].name} {amount_text(amount, total.unit)}"
        for total in open_
        if (amount := one.brings[total.id]) and not amount_text(amount, total.unit).startswith("0 ")
    ]
    return f"- {one.says} ({rounded_text(round(one.grams))} g)" + (f": {', '.join(brings)}" if brings else "")


def food_plain(review: FoodReview) -> dict[str, Any]:
    """The review as JSON-ready data: the contract that other programs read."""
    return {
        "library": {"version": review.library_version, "fingerprint": review.library_fingerprint},
        "headline": review.headline,
        "warnings": [{"says": n.says, "sources": list(n.sources)} for n in review.warnings],
        "limits": [
            {
                "id": x.id,
                "name": x.name,
                "state": x.state,
                "says": x.says,
                "for_clinicians": x.for_clinicians,
                "eaten": list(x.eaten),
                "sources": list(x.sources),
            }
            for x in review.limits
        ],
        "rough": review.intake.rough,
        "eaten": [
            {
                "where": e.where,
                "told": e.told,
                "food": e.food.id,
                "name": e.food.name,
                "grams": e.grams,
                "how": e.how,
                "guess": e.guess,
                "source": e.food.source,
            }
            for e in review.intake.eaten
        ],
        "not_counted": [
            {"where": n.where, "told": n.told, "why": n.why, "nearest": list(n.nearest)}
            for n in review.intake.not_counted
        ],
        "totals": [_plain_total(total) for total in review.totals],
        "suggestions": [
            {
                "food": s.food.id,
                "says": s.says,
                "helpings": s.helpings,
                "grams": s.grams,
                "brings": dict(s.brings),
                "source": s.food.source,
            }
            for s in review.suggestions
        ],
        "still_open": dict(review.still_open),
        "why_none": review.why_none,
        "notes": [{"says": n.says, "sources": list(n.sources)} for n in review.notes],
        "sources": list(review.sources),
    }


def _plain_total(t: NutrientTotal) -> dict[str, Any]:
    return {
        "id": t.id, "name": t.name, "unit": t.unit, "known": t.known, "at_least": t.at_least,
        "from_food": t.from_food, "from_tablets": t.from_tablets, "missing": list(t.missing),
        "low": t.low, "high": t.high, "status": t.status, "gap": t.gap,
        "references": [
            {"stage": r.stage, "kind": r.kind, "value": r.value, "sources": list(r.sources), "note": r.note}
            for r in t.references
        ],
        "ceilings": [
            {"body": c.body, "scope": c.scope, "level": c.level, "amount": c.amount, "passed": c.passed}
            for c in t.ceilings
        ],
    }  # fmt: skip


def _wrapped(line: str) -> list[str]:
    indent = "  " if line.startswith(("- ", "  ")) else ""
    return wrap(line, WIDTH, subsequent_indent=indent, drop_whitespace=True) or [""]
