"""What an answer implies as surely as a name, and what only seems to follow from loose words."""

from __future__ import annotations

import re

from charley.intake.text.marks import Marks
from charley.intake.values import Reading
from charley.records.library import Library

SAME: dict[tuple[str, bool | str | float], str] = {
    ("diabetes", "type 1"): "type_1_diabetes",
    ("diabetes", "type 2"): "type_2_diabetes",
    ("diabetes", "in pregnancy"): "gestational_diabetes",
    ("pregnant", "pregnant now"): "pregnancy",
    ("on_dialysis", True): "dialysis",
    ("long_term_conditions", "kidney disease"): "chronic_kidney_disease",
    ("long_term_conditions", "poor leg circulation"): "peripheral_arterial_disease",
    ("long_term_conditions", "Parkinson's disease"): "parkinson",
    ("long_term_conditions", "multiple sclerosis"): "multiple_sclerosis",
    ("long_term_conditions", "past polio"): "polio",
    ("long_term_conditions", "epilepsy"): "epilepsy",
}
"""Answers with one illness behind them. Where several can be meant (a heart, a thyroid) nothing follows."""


UNSAID: dict[tuple[str, bool], re.Pattern[str]] = {
    ("long_term_conditions", True): re.compile(
        r"\b(no|not|none|nothing|nil|never|without|free|denies|deny|denied|any|non|nowt|nae|nope|n't|neg|clear|only)\b|n.t\b",
        re.I,
    ),
    ("sleep_lost", False): re.compile(r"^(?!waking\b)|sle[ep]|slept|awake|los[et]\b", re.I),
}
"""Answers (to a list: "none") that count only with one of these words: who feels healthy has not said that
no illness is known, and who wakes with cramps not that sleep is lost."""


ONLY_WOMEN = frozenset(("pregnant", "weeks_pregnant"))
"""Findings of which any answer but a "no" says the sex."""

NO = ("no", 0.0)
CHILD = "child"
"""The section of findings of a child."""

GROWN = 16.0
"""From so many years on nobody is a child."""


def implied_sex(readings: list[Reading]) -> list[Reading]:
    """That who is pregnant is female, where nothing else says the sex."""
    taken = [reading for reading in readings if reading.kind == "finding" and reading.status == "taken"]
    if any(reading.what == "sex_at_birth" for reading in taken):
        return []
    says = [reading for reading in taken if reading.what in ONLY_WOMEN and reading.answer not in NO]
    why = "who is pregnant is female"
    return [r._replace(what="sex_at_birth", answer="female", why=why) for r in says[:1]]


def of_grown_up(readings: list[Reading], marks: Marks, library: Library) -> list[Reading]:
    """The readings, without signs of a child where somebody tells of nobody but the own, grown body: who is
    out of breath on the stairs tells of no child."""
    ages = [
        r.answer for r in readings if r.what == "age" and r.status == "taken" and isinstance(r.answer, float)
    ]
    grown = ages != [] and min(ages) >= GROWN
    others = any(marks.places(group) for group in ("family", "third_person")) and not grown
    young = bool(marks.places("young")) or (ages != [] and not grown)
    if others or young or not marks.places("first_person"):
        return readings
    return [
        reading.dropped("no child is told of") if _is_of_child(reading, library) else reading
        for reading in readings
    ]


def _is_of_child(reading: Reading, library: Library) -> bool:
    told = reading.kind == "finding" and reading.status == "taken"
    return told and library.findings[reading.what].section == CHILD


def unless_unsaid(reading: Reading) -> Reading:
    """The reading, dropped where its words only seem to say so."""
    needed = UNSAID.get((reading.what, reading.answer == "none"))
    if needed is None or reading.status != "taken" or needed.search(reading.words):
        return reading
    return reading.dropped("not said in so many words")


def implied_conditions(readings: list[Reading], settled: dict[str, object]) -> list[Reading]:
    """An illness for each answer that stands for one and was not set aside: "28 weeks" is a pregnancy."""
    result = []
    for reading in readings:
        id_ = SAME.get((reading.what, reading.answer)) if reading.kind == "finding" else None
        kept = settled.get(reading.what)
        agrees = kept == reading.answer or (isinstance(kept, frozenset) and reading.answer in kept)
        if id_ is not None and reading.status == "taken" and agrees:
            result.append(reading._replace(kind="condition", what=id_, answer=True))
    return result
