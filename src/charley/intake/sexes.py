"""The sex that the word for the person a story is about says: a daughter, a grandad, he."""

from __future__ import annotations

from charley.intake.hits import Context
from charley.intake.kin import kin_word
from charley.intake.marks import Marks
from charley.intake.senders import SEX_OF
from charley.intake.values import Reading

SEXES = ("female", "male")


def sex_of_patient(context: Context, marks: Marks, kin: str | None) -> list[Reading]:
    """The sex that the word for the person says: a daughter, a grandad."""
    if kin is not None and kin in SEX_OF:
        return _sex_of_pronoun(context, marks, kin)
    places = marks.places("family") if kin else ()
    place = next((p for p in sorted(places) if kin_word(context.tokens, marks, p) == kin), None)
    if place is None:
        return []
    last_word = marks.end("family", place) - 1
    sex = sex_of_kin(marks, place)
    first, last, words = context.words(place, last_word + 1)
    why = "the word for the person the story is about"
    return [Reading("finding", "sex_at_birth", sex, first, last, words, why)] if sex else []


def sex_of_kin(marks: Marks, place: int) -> str:
    """The sex that a word for a relative says; empty where it says none."""
    last_word = marks.end("family", place) - 1
    return next((s for p in (place, last_word) for s in SEXES if marks.has(f"{s}_kin", p)), "")


def _sex_of_pronoun(context: Context, marks: Marks, pronoun: str) -> list[Reading]:
    sex, items = SEX_OF[pronoun], context.tokens.items
    place = min(p for p in marks.places("third_person") if SEX_OF[items[p].norm] == sex)
    first, last, words = context.words(place, place + 1)
    why = "the word for the person the story is about"
    return [Reading("finding", "sex_at_birth", sex, first, last, words, why)]
