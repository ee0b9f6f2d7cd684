"""Medicines begun or changed before the first cramps: named on top of the plan, with whom to ask."""

from __future__ import annotations

import re
from collections.abc import Iterator

from charley.advice.checks import glue
from charley.advice.medicines import MedicineFound, MedicineReview
from charley.advice.plan_texts import Case, plan_texts
from charley.records.rules import Urgency

SENTENCE = re.compile(r"(?<=[.!?]) +")
BEGUN = re.compile(
    r"\b(start(ed)?|began|begun|changed|switched|swapped|added|put (me )?on|prescribed|given|new|increased"
    r"|doubled)\b",
    re.IGNORECASE,
)
AFTER = re.compile(
    r"\b(later|since then|ever since|afterwards?|after (that|it|this|starting|a|the)"
    r"|(days?|weeks?|months?) (on|in|into)|then|within)\b",
    re.IGNORECASE,
)
WATER_TABLETS = frozenset({"diuretic_thiazide_ksparing", "diuretic_loop"})
"""Their own line asks for the talk already."""


def began_before(review: MedicineReview, case: Case) -> Iterator[str]:
    """The line that names them, below the level of today."""
    if names := _names(review, case):
        yield _first_big(plan_texts().texts["began-before"].format(names=glue(names, "and")))


def began_asks(review: MedicineReview, case: Case) -> tuple[str, ...]:
    """The talk to book about them; none for those whose own line of the plan asks for it."""
    names = _names(review, case, WATER_TABLETS)
    return (plan_texts().texts["began-ask"].format(names=glue(names, "and")),) if names else ()


def _names(review: MedicineReview, case: Case, without: frozenset[str] = frozenset()) -> list[str]:
    if case.answer.urgency >= Urgency.SAME_DAY:
        return []
    fitting = [one for one in review.found if _fits(one, case) and one.entry.cause not in without]
    return list(dict.fromkeys(name for one in fitting for name in one.names))


def _fits(one: MedicineFound, case: Case) -> bool:
    """Whether it was begun before the cramps: by its dates, by the answer that one is new, or as told."""
    if one.timing.fit in ("fits", "may_fit"):
        return True
    return one.timing.fit == "unknown" and any(_told_before(name, case.history.text) for name in one.names)


def _told_before(name: str, story: str) -> bool:
    """Whether a sentence tells that it was begun, and that or the next one that something came after."""
    sentences = SENTENCE.split(story)
    for here, after in zip(sentences, [*sentences[1:], ""], strict=True):
        if name.lower() in here.lower() and BEGUN.search(here) and AFTER.search(f"{here} {after}"):
            return True
    return False


def _first_big(text: str) -> str:
    return text[:1].upper() + text[1:]
