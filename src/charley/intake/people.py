"""Whose: the person the story is about, or somebody else."""

from __future__ import annotations

from charley.intake.clauses import Layout
from charley.intake.hits import Context
from charley.intake.marks import Marks
from charley.intake.tokens import Tokens
from charley.intake.values import Reading

NEAR = 3
OWN_PAST = ("was", "as", "am", "were", "being", "since")
"""Words before "a child" that make it the person's own childhood."""


def others(tokens: Tokens, marks: Marks, layout: Layout) -> list[bool]:
    """For each token: whether it speaks of somebody else than the person the story is about."""
    patient = patient_of(tokens, marks)
    result = [False] * len(tokens.items)
    other = mentioned = False
    for place in range(len(tokens.items)):
        if _starts_anew(tokens, marks, layout, place):
            other = False
        if marks.has("family", place):
            other = _is_other(tokens, marks, place, patient)
            mentioned = mentioned or other
        elif marks.has("first_person", place) and not _of_family(marks, place):
            other = patient is not None and not marks.has("reports", place + 1)
        elif patient is not None and marks.has("first_person", place):
            result[place] = True
            continue
        elif marks.has("third_person", place):
            other = mentioned and patient is None
        result[place] = other
    _whole_clauses(marks, layout, result)
    return result


def _starts_anew(tokens: Tokens, marks: Marks, layout: Layout, place: int) -> bool:
    """Whether what was said of somebody else ends here."""
    before = tokens.items[place].before
    if place == layout.sentence_start[place] or marks.has("turn", place):
        return True
    if before == "," and marks.has("negation", place):
        return True
    return place == layout.clause_start[place] and before in (";", ":", "-")


def patient_of(tokens: Tokens, marks: Marks) -> str | None:
    """The word for the person a helper writes about ("son", "mum"); None when people write of themselves."""
    own = sum(_is_own(tokens, marks, place) for place in marks.places("first_person"))
    theirs = sum(_is_theirs(marks, place) for place in marks.places("third_person"))
    kin = sorted(marks.places("family"))
    theirs += sum(_is_theirs(marks, marks.end("family", place) - 1) for place in kin)
    theirs += any(marks.has("young", place) for place in kin)
    for place in kin:
        if own == 0 and theirs and not marks.has("reports", marks.end("family", place)):
            return tokens.items[place].norm
    return None


def sex_of_patient(context: Context, marks: Marks) -> list[Reading]:
    """The sex that the word for the person says: a daughter, a grandad."""
    kin = patient_of(context.tokens, marks)
    place = next((p for p, token in enumerate(context.tokens.items) if kin and token.norm == kin), None)
    if place is None:
        return []
    sex = "female" if marks.has("female_kin", place) else "male" if marks.has("male_kin", place) else ""
    first, last, words = context.words(place, place + 1)
    why = "the word for the person the story is about"
    return [Reading("finding", "sex_at_birth", sex, first, last, words, why)] if sex else []


def is_child(tokens: Tokens, marks: Marks) -> bool:
    """Whether the story is about somebody's child."""
    kin = patient_of(tokens, marks)
    return any(kin == token.norm and marks.has("young", p) for p, token in enumerate(tokens.items))


def _is_own(tokens: Tokens, marks: Marks, place: int) -> bool:
    """Whether somebody speaks of the own body: "my calf", "I wake", "I'm 72"."""
    ahead = range(place + 1, min(place + 1 + NEAR, len(tokens.items)))
    if tokens.items[place].norm == "i":
        if any(marks.has("family", p) or marks.has("third_person", p) for p in ahead):
            return False
        return any(marks.has("own_verb", p) or tokens.items[p].norm.isdigit() for p in ahead)
    if any(marks.has("family", p) for p in ahead):
        return False
    return any(marks.has("body", p) or marks.has("complaint", p) for p in ahead)


def _is_theirs(marks: Marks, place: int) -> bool:
    ahead = range(place + 1, place + 3 + NEAR)
    return any(marks.has("limb", p) or marks.has("cramp", p) or marks.has("aged", p) for p in ahead)


def _of_family(marks: Marks, place: int) -> bool:
    """Whether "my" only leads to a relative: my mother, my older brother."""
    return any(marks.has("family", place + step) for step in (1, 2))


def _is_other(tokens: Tokens, marks: Marks, place: int, patient: str | None) -> bool:
    end = marks.end("family", place)
    if place > 1 and tokens.items[place - 1].norm == "a" and tokens.items[place - 2].norm in OWN_PAST:
        return False
    if patient is not None and tokens.items[place].norm == patient:
        return False
    return not any(marks.has("reports", end + step) for step in (0, 1, 2))


def _whole_clauses(marks: Marks, layout: Layout, result: list[bool]) -> None:
    """ "Clots run in the family" is said of the family from its first word."""
    for place in marks.places("family_before"):
        for before in range(layout.clause_start[place], place):
            result[before] = True
