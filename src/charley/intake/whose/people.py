"""Whose: the person the story is about, or somebody else."""

from __future__ import annotations

from charley.intake.text.clauses import Layout
from charley.intake.text.marks import Marks
from charley.intake.text.tokens import Tokens
from charley.intake.whose.bystanders import does_to_writer, stands_beside
from charley.intake.whose.helping import is_of_writer
from charley.intake.whose.kin import acts, can_be_patient, is_kin, is_same, kin_word
from charley.intake.whose.only_named import is_lent
from charley.intake.whose.senders import PERSON

WITHIN = 10
"""How many words behind a colon a subject is looked for."""

BEHIND = 4
"""How many words behind a name its "next to me" may stand."""

BEFORE_KIN = 6
AGED = frozenset((
    "year", "years", "old", "month", "months", "week", "weeks", "little", "wee", "young", "dear", "poor",
    "elderly", "eldest", "youngest", "older", "oldest", "younger", "own",
))  # fmt: skip
ASKING = frozenset(("asking", "asks", "asked", "calling", "calls", "looking", "shouting", "crying"))
SIDED = frozenset(("left", "right", "bad", "good", "other", "sore"))
SEEING = frozenset(("saw", "noticed", "found", "spotted", "thinks", "thought", "reckons", "believes"))
"""Behind "she says she" they make it somebody else's sign."""

PLACING = frozenset((
    "opposite", "beside", "to", "with", "behind", "near", "of", "in", "on", "at", "from", "down", "for",
    "before", "after", "by",
))  # fmt: skip


def others(tokens: Tokens, marks: Marks, layout: Layout, patient: str | None, helped: int = 0) -> list[bool]:
    """For each token: whether it speaks of somebody else than the person the story is about.

    `patient` is the word for the person whom a helper writes about, who took over at the token `helped`.
    """
    result = [False] * len(tokens.items)
    other = mentioned = False
    named = 0
    family, writer, third = (marks.places(group) for group in ("family", "first_person", "third_person"))
    for place in range(len(tokens.items)):
        if other and _starts_anew(tokens, marks, layout, place):
            other = False
        if place in family and place >= named:
            if other and stands_beside(tokens, layout, place):
                result[place] = True
                continue
            named = marks.end("family", place)
            if is_kin(tokens, marks, layout, place) and acts(tokens, marks, layout, place):
                other = _is_other(tokens, marks, layout, place, patient)
                mentioned = mentioned or other or not can_be_patient(tokens, marks, layout, place)
        elif other and (place < named or _is_beside(tokens, marks, place, named)):
            pass
        elif place in writer and not _of_family(tokens, marks, layout, place):
            by_helper = patient is not None and place >= helped
            other = is_of_writer(tokens, marks, layout, place, by_helper, other)
        elif patient is not None and place in writer and place >= helped:
            result[place] = not _leads_to(tokens, marks, layout, place, patient)
            continue
        elif place in third and not is_lent(tokens, place):
            other = mentioned and patient is None
        result[place] = other
    _whole_clauses(tokens, marks, layout, result)
    _named_behind(tokens, marks, layout, result if patient is None else [])
    return result


def _is_beside(tokens: Tokens, marks: Marks, place: int, named: int) -> bool:
    """Whether "me" or "my" only says where somebody else is: the lady opposite me, a woman in my class."""
    items = tokens.items
    near = place - named <= BEHIND and not any(t.before for t in items[named : place + 1])
    ahead = place + 2 if place + 1 < len(items) and items[place + 1].norm in SIDED else place + 1
    if items[place].norm in ("my", "our") and marks.has("body", ahead):
        return False
    return near and items[place].norm in ("me", "my", "our", "us") and items[place - 1].norm in PLACING


def _goes_on(tokens: Tokens, marks: Marks, layout: Layout, place: int) -> bool:
    """Whether "I" of the clause before goes on: "I carried my daughter home and got cramp"."""
    if place != layout.clause_start[place] or not place or not marks.has("joins", place):
        return False
    begins = layout.clause_start[place - 1]
    subject = [t.norm for t in tokens.items[begins : begins + 2]]
    return "i" in subject and marks.has("finite", place + 1) and not marks.has("third_person", place + 1)


def _starts_anew(tokens: Tokens, marks: Marks, layout: Layout, place: int) -> bool:
    """Whether what was said of somebody else ends here."""
    before = tokens.items[place].before
    if _goes_on(tokens, marks, layout, place):
        return True
    if place == layout.sentence_start[place] or marks.has("turn", place):
        return True
    if before == "," and marks.has("negation", place):
        return True
    if before == ":" and not _has_subject(marks, layout, place):
        return False
    return place == layout.clause_start[place] and before in (";", ":", "-")


def _has_subject(marks: Marks, layout: Layout, place: int) -> bool:
    """Whether a subject follows a colon: "he couldn't speak: stroke" goes on with what it says of him."""
    ahead = range(place, min(layout.sentence_end[place], place + WITHIN))
    return any(marks.has(group, p) for p in ahead for group in ("subject", "first_person", "determiner"))


def _of_family(tokens: Tokens, marks: Marks, layout: Layout, place: int) -> bool:
    """Whether "my" only leads to a relative: my mother, my older brother; not "I'm a guy"."""
    for ahead in range(place + 1, min(place + 1 + BEFORE_KIN, layout.clause_end[place])):
        if marks.has("family", ahead) and is_kin(tokens, marks, layout, ahead):
            return True
        if tokens.items[ahead].before or (ahead > place + 1 and not _is_aged(tokens, ahead)):
            return False
    return False


def _leads_to(tokens: Tokens, marks: Marks, layout: Layout, place: int, patient: str) -> bool:
    """Whether "my" leads to the one the story is about: my brother is 42."""
    ahead = range(place + 1, min(place + 1 + BEFORE_KIN, layout.clause_end[place]))
    named = next((p for p in ahead if marks.has("family", p)), None)
    return named is not None and is_same(kin_word(tokens, marks, named), patient)


def _is_aged(tokens: Tokens, place: int) -> bool:
    """Whether a word only says how old or how small somebody is: our 5 yr old girl."""
    word = tokens.items[place].norm
    return word[0].isdigit() or word in AGED


def _is_other(tokens: Tokens, marks: Marks, layout: Layout, place: int, patient: str | None) -> bool:
    if patient is None and does_to_writer(tokens, marks, layout, place):
        return False
    if patient is not None and _is_asked_for(tokens, place):
        return False
    end = marks.end("family", place)
    of_theirs = patient in PERSON.values() and tokens.items[max(place - 1, 0)].norm in ("his", "her")
    if patient is not None and not of_theirs and is_same(kin_word(tokens, marks, place), patient):
        return False
    reporting = next((end + step for step in (0, 1, 2) if marks.has("reports", end + step)), None)
    return reporting is None or (patient is None and _tells_of_self(tokens, marks, reporting))


def _is_asked_for(tokens: Tokens, place: int) -> bool:
    """Whether the person only asks for a relative: asking where his nan's parked, calling for her mum."""
    before = [t.norm for t in tokens.items[max(place - 4, 0) : place]]
    owned = before[-1:] in (["his"], ["her"]) and before[-2:-1] in (["where"], ["for"], ["if"])
    return owned and not ASKING.isdisjoint(before)


def _tells_of_self(tokens: Tokens, marks: Marks, place: int) -> bool:
    """Whether somebody speaks of himself: "my husband says he feels numb", "she said her calf was hot"; not
    of what she saw: "my wife says she saw it in the toilet"."""
    told = [t.norm for t in tokens.items[place + 1 : place + 4]]
    if any(word in SEEING for word in told[1:2]):
        return False
    return any(marks.has("third_person", p) for p in (place + 1, place + 2)) and not any(
        marks.has("first_person", p) for p in range(place + 1, place + 1 + BEHIND)
    )


def _whole_clauses(tokens: Tokens, marks: Marks, layout: Layout, result: list[bool]) -> None:
    """ "Clots run in the family" is said of the family from the first word of its piece."""
    for place in marks.places("family_before"):
        for before in range(place - 1, layout.clause_start[place] - 1, -1):
            result[before] = True
            if tokens.items[before].before == ",":
                break


def _named_behind(tokens: Tokens, marks: Marks, layout: Layout, result: list[bool]) -> None:
    """ "He's on warfarin, my husband": the sentence is his, who is named at its end."""
    items = tokens.items
    for place in marks.places("family") if result else ():
        start, end = layout.sentence_start[place], layout.sentence_end[place]
        last = marks.end("family", place) == end and result[place] and place - start > 2
        if last and marks.has("third_person", start) and items[place - 1].before == ",":
            result[start:end] = [True] * (end - start)
