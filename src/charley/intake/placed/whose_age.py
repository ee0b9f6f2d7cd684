"""Whose an age is, where a text tells several: the writer's, a child's, that of months."""

from __future__ import annotations

from charley.intake.placed.no_ages import AGE
from charley.intake.values import Reading
from charley.intake.whose.kin import ONE_PERSON

NOT_OF = {"male": ("she", "shes"), "female": ("he", "hes")}
"""Pronouns of somebody else, by the sex of the one whom a story is about."""

RELATIVES = frozenset().union(*ONE_PERSON) - {"one", "partner", "spouse"}
"""Words, and "he" and "she", of whom an age is told beside the writer's own."""


def of_one_sex(readings: list[Reading]) -> list[Reading]:
    """The readings without an age of "she" where the story is about a son."""
    sexes = {r.answer for r in readings if r.what == "sex_at_birth" and r.status == "taken"}
    other = NOT_OF.get(str(next(iter(sexes))), ()) if len(sexes) == 1 else ()
    return [
        r.dropped("of somebody else by the pronoun") if _is_age(r) and _first_word(r) in other else r
        for r in readings
    ]


def of_the_writer(readings: list[Reading]) -> list[Reading]:
    """The readings without the age of "my ten-year-old" where the writer tells the own age: "I'm 45"."""
    ages = [r for r in readings if _is_age(r)]
    months = [r for r in ages if r.words.lower().endswith(("month", "months", "mth", "mths", "mo"))]
    if months:
        return [
            r.dropped("of months")
            if _is_age(r) and any(m.start <= r.start and r.end < m.end for m in months)
            else r
            for r in readings
        ]
    if not any(_first_word(r) in ("i", "im", "me") for r in ages):
        return readings
    children = [r for r in ages if _is_relatives(r)]
    return [
        r.dropped("the writer tells the own age")
        if _is_age(r) and any(c.start <= r.start and r.end <= c.end for c in children)
        else r
        for r in readings
    ]


def _is_relatives(reading: Reading) -> bool:
    """Whether an age is told of a relative: my ten-year-old, dad is 71, she is 91."""
    first = _first_word(reading)
    return first in RELATIVES or (first in ("my", "our") and reading.words.lower().endswith("old"))


def _is_age(reading: Reading) -> bool:
    return reading.what == AGE and reading.status == "taken"


def _first_word(reading: Reading) -> str:
    return reading.words.lower().replace("\u2019", "'").split(" ")[0].partition("'")[0]
