"""Whose body a text tells of: how often the writer's, and how often that of somebody called he or she."""

from __future__ import annotations

from collections import Counter

from charley.intake.scenes import Scene, is_pronoun
from charley.intake.senders import PERSON, SEX_OF

SUBJECTS = frozenset(("he", "she"))
OWNERS = frozenset(("his", "her"))
WITHIN = 8
"""How many words behind "she" what is told of her is looked for."""

NEAR = 3
"""How many words behind "her" a part of her body is looked for."""

PAST = frozenset(("had", "was", "used", "died", "never"))
"""Behind "he" they make it a story of once, which alone makes nobody the person a text is about."""

MANY = 3
FOR_ONE = 4
"""So many sentences of somebody else outweigh one of the writer."""


def told_by_sex(scene: Scene, past: bool = False) -> Counter[str]:
    """In how many sentences something of the body is told of him, and of her."""
    told = {
        (SEX_OF[scene.tokens.items[place].norm], scene.layout.sentence[place])
        for place in scene.marks.places("third_person")
        if _tells(scene, place, past)
    }
    return Counter(sex for sex, _ in told)


def mostly_told(scene: Scene, own: int) -> str | None:
    """The sex of somebody of whom far more is told than of the writer, who tells of the own body so often."""
    told = told_by_sex(scene)
    sex = max(told, key=lambda sex: (told[sex], sex), default=None)
    return sex if sex is not None and told[sex] >= max(MANY, FOR_ONE * own) else None


def only_told(scene: Scene) -> str | None:
    """The pronoun of one of whom a text tells that names nobody before: "hes only 15 and passed out".

    Of somebody who is named (a neighbour) so much must be told as makes more than a remark.
    """
    told = told_by_sex(scene, past=True)
    sex = max(told, key=lambda sex: (told[sex], sex), default=None)
    if sex is None:
        return None
    first = min(p for p in scene.marks.places("third_person") if SEX_OF[scene.tokens.items[p].norm] == sex)
    named = min(scene.people, default=first)
    if named >= first - 1 or told[sex] > 1 and not any(scene.marks.has("stranger", p) for p in scene.people):
        return PERSON[sex]
    return None


def _tells(scene: Scene, place: int, past: bool) -> bool:
    """Whether a pronoun stands with something of the body: "she can't wake", "her leg", "he is 7"."""
    items, marks, layout = scene.tokens.items, scene.marks, scene.layout
    word = items[place].norm
    if marks.has("aged", place + 1):
        return True
    if word in OWNERS:
        near = range(place + 1, min(place + 1 + NEAR, layout.clause_end[place]))
        return any(marks.has("body", p) or p in scene.signs for p in near)
    if word not in SUBJECTS or marks.has("reports", place + 1):
        return False
    ahead = range(place + 1, min(place + 1 + WITHIN, layout.clause_end[place]))
    if not past and any(items[p].norm in PAST for p in ahead[:2]):
        return False
    for at in ahead:
        if marks.has("first_person", at) or at in scene.people:
            return False
        if at in scene.signs or at in scene.names or (marks.has("cramp", at) and not is_pronoun(scene.tokens, at)):
            return True
    return False
