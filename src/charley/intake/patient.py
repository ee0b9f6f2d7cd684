"""Whom a story is about: the writer, or somebody whom the writer looks after."""

from __future__ import annotations

from itertools import pairwise

from charley.intake.clauses import Layout
from charley.intake.hits import Context
from charley.intake.marks import Marks
from charley.intake.tokens import Tokens
from charley.intake.values import Reading

NEAR = 3
WITHIN = 10
"""How many words of a clause are looked through for whom it is about."""

BODILY = ("body", "complaint", "cramp", "acute", "takes")
BARELY = frozenset((
    "am", "is", "'s", "was", "been", "get", "gets", "got", "have", "has", "had", "keep", "keeps", "can",
    "could", "will", "started", "says", "reports", "presents", "presented", "takes", "take",
))  # fmt: skip
"""Verbs that alone say little of a body: I was in the kitchen, I got home."""

DEAD = frozenset(("died", "dead", "late", "deceased", "funeral", "widow", "widower", "widowed"))
PRONOUNS = frozenset(("it", "they", "this", "these"))
SUFFERS = frozenset(("get", "gets", "got", "getting", "have", "had", "has", "having"))
CARING = frozenset(
    (verb, word)
    for word, verbs in {
        "after": ("look", "looking", "looks", "looked"),
        "for": ("care", "caring", "carer", "asking", "writing", "nursing"),
        "about": ("ringing", "calling", "phoning", "writing", "asking"),
        "of": ("behalf", "care", "carer"),
    }.items()
    for verb in verbs
)
"""Words before a relative that make that person the one the story is for."""

SURELY = 2
ASKING = frozenset(("who", "what", "where", "which"))
"""Before "I" they make it part of what somebody else knows: he knew who I was."""


def patient_of(tokens: Tokens, marks: Marks, layout: Layout, names: frozenset[int]) -> str | None:
    """The word for the person a helper writes about ("son", "mum"); None when people write of themselves.

    `names` are the tokens where a medicine or an illness stands: who names one speaks of a body.
    """
    kin = [place for place in sorted(marks.places("family")) if not _has_died(tokens, layout, place)]
    if not kin:
        return None
    named = [*marks.places("third_person"), *(marks.end("family", place) - 1 for place in kin)]
    theirs = any(_is_theirs(marks, layout, place) for place in named)
    cared = next((p for p in kin if _is_cared_for(tokens, layout, p)), None) if theirs else None
    told = [p for p in marks.places("first_person") if cared is None or tokens.items[p].norm != "i"]
    own = max((_own(tokens, marks, layout, names, p) for p in told), default=0)
    if own == SURELY or (not theirs and (own or not any(marks.has("young", place) for place in kin))):
        return None
    if cared is not None:
        return tokens.items[cared].norm
    silent = (p for p in kin if not marks.has("reports", marks.end("family", p)))
    return next((tokens.items[place].norm for place in silent), None)


def sex_of_patient(context: Context, marks: Marks, kin: str | None) -> list[Reading]:
    """The sex that the word for the person says: a daughter, a grandad."""
    place = next((p for p, token in enumerate(context.tokens.items) if kin and token.norm == kin), None)
    if place is None:
        return []
    sex = "female" if marks.has("female_kin", place) else "male" if marks.has("male_kin", place) else ""
    first, last, words = context.words(place, place + 1)
    why = "the word for the person the story is about"
    return [Reading("finding", "sex_at_birth", sex, first, last, words, why)] if sex else []


def is_child(context: Context, marks: Marks, kin: str | None) -> bool:
    """Whether the story is about somebody's child."""
    return any(kin == context.tokens.items[place].norm for place in marks.places("young"))


def _is_cared_for(tokens: Tokens, layout: Layout, place: int) -> bool:
    """Whether the writer says for whom this is: I look after my mum, ringing about my dad."""
    first = max(layout.sentence_start[place], place - 5)
    before = [tokens.items[p].norm for p in range(first, place)]
    return any(pair in CARING for pair in pairwise(before))


def _has_died(tokens: Tokens, layout: Layout, place: int) -> bool:
    first = max(layout.sentence_start[place], place - WITHIN)
    last = min(layout.sentence_end[place], place + WITHIN)
    return any(tokens.items[p].norm in DEAD for p in range(first, last))


def _own(tokens: Tokens, marks: Marks, layout: Layout, names: frozenset[int], place: int) -> int:
    """How surely somebody speaks of the own body: "my calf", "I wake", "mine is fine"; or only "I was"."""
    items, word = tokens.items, tokens.items[place].norm
    ahead = range(place + 1, min(place + 1 + NEAR, len(items)))
    if word in ("mine", "myself") or (word == "my" and items[min(place + 1, len(items) - 1)].norm == "own"):
        return SURELY
    kin = any(marks.has("family", p) for p in ahead)
    if word != "i":
        body = any(marks.has("body", p) or marks.has("complaint", p) for p in ahead)
        return SURELY if body and not kin else 0
    doing = {*ahead, *range(place + 1, min(place + 3 + NEAR, layout.clause_end[place]))}
    if kin or any(marks.has("third_person", p) for p in doing) or (place and items[place - 1].norm in ASKING):
        return 0
    if not any(marks.has("own_verb", p) or items[p].norm.isdigit() for p in ahead):
        return 0
    acts = any(marks.has("own_verb", p) and items[p].norm not in BARELY for p in ahead)
    return SURELY if acts or _tells_of_body(tokens, marks, layout, names, place) else 1


def _tells_of_body(tokens: Tokens, marks: Marks, layout: Layout, names: frozenset[int], place: int) -> bool:
    """Whether the clause says more of a person than being somewhere: "I was in the kitchen" does not."""
    for ahead in range(place + 1, min(layout.clause_end[place], place + 1 + WITHIN)):
        if marks.has("family", ahead):
            return False
        if ahead in names or tokens.items[ahead].norm[0].isdigit():
            return True
        if any(marks.has(group, ahead) for group in BODILY) and not _is_pronoun(tokens, ahead):
            return True
    return False


def _is_pronoun(tokens: Tokens, place: int) -> bool:
    """Whether "it" stands for anything: fed up with it; but "I get it" is the complaint."""
    items = tokens.items
    return items[place].norm in PRONOUNS and items[place - 1].norm not in SUFFERS


def _is_theirs(marks: Marks, layout: Layout, place: int) -> bool:
    """Whether the body of somebody else is told of: a leg, a cramp, an age; or what presses, twice over."""
    ahead = range(place + 1, min(layout.sentence_end[max(place, 0)], place + 3 + NEAR))
    if any(marks.has(group, p) for p in ahead for group in ("limb", "cramp", "aged")):
        return True
    sentence = range(place + 1, min(layout.sentence_end[place], place + 1 + WITHIN))
    acute = sum(marks.has("acute", p) for p in sentence)
    return acute > 1 or (acute == 1 and any(marks.has("pressing", p) for p in sentence))
