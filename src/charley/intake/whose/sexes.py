"""The sex that the word for the person a story is about says: a daughter, a grandad, he."""

from __future__ import annotations

from charley.intake.patterns.hits import Context
from charley.intake.text.marks import Marks
from charley.intake.values import Reading
from charley.intake.whose.kin import kin_word
from charley.intake.whose.senders import PERSON, SEX_OF

SEX, SEXES = "sex_at_birth", ("female", "male")
WHY = "the word for the person the story is about"
REPORTS = frozenset(("reports", "states", "says", "said", "reporting", "noticed", "found"))


def sex_of_patient(context: Context, marks: Marks, kin: str | None) -> list[Reading]:
    """The sex that the word for the person says: a daughter, a grandad."""
    if kin is None:
        return []
    if kin in SEX_OF:
        return _sex_of_pronoun(context, marks, kin)
    places = marks.places("family") if kin else ()
    place = next((p for p in sorted(places) if kin_word(context.tokens, marks, p) == kin), None)
    if place is None:
        return []
    last_word = marks.end("family", place) - 1
    sex = sex_of_kin(marks, place)
    first, last, words = context.words(place, last_word + 1)
    called = {SEX_OF[context.norm(p)] for p in marks.places("third_person")}
    if len(called) == 1 and sex not in called and (not sex or context.norm(last_word + 1) in REPORTS):
        return _sex_of_pronoun(context, marks, PERSON[called.pop()])
    if not sex:
        return []
    return [Reading("finding", SEX, sex, first, last, words, WHY)]


def by_the_word(readings: list[Reading]) -> list[Reading]:
    """The readings, without a sex that differs from the word for the person: "my wife is 58" is hers."""
    told = next((r.answer for r in readings if r.why == WHY and r.words.lower() not in SEX_OF), None)
    return [
        r.dropped("the word for the person says another")
        if told is not None and r.what == SEX and r.status == "taken" and r.answer != told
        else r
        for r in readings
    ]


def sex_of_kin(marks: Marks, place: int) -> str:
    """The sex that a word for a relative says; empty where it says none."""
    last_word = marks.end("family", place) - 1
    return next((s for p in (place, last_word) for s in SEXES if marks.has(f"{s}_kin", p)), "")


def _sex_of_pronoun(context: Context, marks: Marks, pronoun: str) -> list[Reading]:
    sex, items = SEX_OF[pronoun], context.tokens.items
    place = min(p for p in marks.places("third_person") if SEX_OF[items[p].norm] == sex)
    first, last, words = context.words(place, place + 1)
    return [Reading("finding", SEX, sex, first, last, words, WHY)]
