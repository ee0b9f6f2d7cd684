"""Whose body a text tells of: how often the writer's, and how often that of somebody called he or she."""

from __future__ import annotations

from collections import Counter

from charley.intake.whose.scenes import Scene, is_pronoun
from charley.intake.whose.senders import SEX_OF

SUBJECTS = frozenset(("he", "she"))
OWNERS = frozenset(("his", "her"))
WITHIN = 8
"""How many words behind "she" what is told of her is looked for."""

NEAR = 3
"""How many words behind "her" a part of her body is looked for."""

PAST = frozenset(("had", "was", "used", "died", "never"))
"""Behind "he" they make it a story of once, which alone makes nobody the person a text is about."""

STATES = frozenset(("is", "'s", "was", "has", "gets", "can", "takes", "wakes", "keeps", "does"))
HELPERS = frozenset((
    "nurse", "doctor", "gp", "physio", "midwife", "pharmacist", "chemist", "dentist", "consultant", "surgeon",
    "paramedic", "specialist", "teacher", "coach", "trainer", "osteopath", "chiropractor", "receptionist",
))  # fmt: skip
"""Whose "she" is not the person a text is about."""

MANY = 3
FOR_ONE = 4
"""So many sentences of somebody else outweigh one of the writer."""


def told_by_sex(scene: Scene, past: bool = False) -> Counter[str]:
    """In how many sentences something of the body is told of him, and of her."""
    told = {(sex, scene.layout.sentence[place]) for place, sex in _tellings(scene, past)}
    return Counter(sex for sex, _ in told)


def _tellings(scene: Scene, past: bool = False) -> list[tuple[int, str]]:
    items = scene.tokens.items
    places = (p for p in scene.marks.places("third_person") if _tells(scene, p, past))
    return [(p, SEX_OF[items[p].norm]) for p in places]


def mostly_told(scene: Scene, own: int) -> str | None:
    """The sex of somebody of whom far more is told than of the writer, who tells of the own body so often."""
    told = told_by_sex(scene)
    sex = max(told, key=lambda sex: (told[sex], sex), default=None)
    return sex if sex is not None and told[sex] >= max(MANY, FOR_ONE * own) else None


def only_told(scene: Scene, kin: list[int]) -> str | None:
    """The sex of one of whom a text tells that names nobody before: "hes only 15 and passed out".

    Of a relative who was named it must be told as of now, and of nobody before; of anybody else (a neighbour)
    so much must be told as makes more than a remark.
    """
    told = told_by_sex(scene, past=True)
    sex = max(told, key=lambda sex: (told[sex], sex), default=None)
    if sex is None:
        return _alone(scene)
    first = min(p for p in scene.marks.places("third_person") if SEX_OF[scene.tokens.items[p].norm] == sex)
    named = [p for p in range(first - 1) if p in scene.people or scene.tokens.items[p].norm in HELPERS]
    before = bool(named) and _is_told_before(scene, named[0])
    if not named or (set(named) <= set(kin) and told_by_sex(scene)[sex] and not before):
        return sex
    now = sum(told_sex == sex for _, told_sex in _tellings(scene))
    several = (told[sex] > 1 or now > 1) and not any(scene.marks.has("stranger", p) for p in scene.people)
    return sex if several and not before else None


def _alone(scene: Scene) -> str | None:
    """The sex that "he" or "she" says where nobody is named and nothing is done to the writer."""
    if scene.people or any(t.norm in HELPERS or t.norm in ("me", "us") for t in scene.tokens.items):
        return None
    items = scene.tokens.items
    places = [p for p in scene.marks.places("third_person") if items[p].norm in SUBJECTS]
    places = [p for p in places if not scene.marks.has("reports", p + 1) and items[p + 1 : p + 2]]
    sexes = {SEX_OF[items[p].norm] for p in places if items[p + 1].norm in STATES}
    return sexes.pop() if len(sexes) == 1 else None


def _is_told_before(scene: Scene, place: int) -> bool:
    start = scene.layout.sentence_start[place]
    return any(sign < start for sign in scene.signs)


def _tells(scene: Scene, place: int, past: bool) -> bool:
    """Whether a pronoun stands with something of the body: "she can't wake", "her leg", "he is 7"."""
    items, marks = scene.tokens.items, scene.marks
    if marks.has("aged", place + 1) or _is_of_body(scene, place):
        return True
    ahead = range(place + 1, min(place + 1 + WITHIN, scene.layout.clause_end[place]))
    behind = [items[p].norm for p in ahead[:2]]
    if marks.has("reports", place + 1) or behind[:1] == ["would"]:
        return False
    return (past or PAST.isdisjoint(behind)) and _has_sign(scene, ahead)


def _is_of_body(scene: Scene, place: int) -> bool:
    """Whether a pronoun owns a part of the body, or a sign takes hold of it."""
    word = scene.tokens.items[place].norm
    near = range(place + 1, min(place + 1 + NEAR, scene.layout.clause_end[place]))
    if word in OWNERS and any(scene.marks.has("body", p) or p in scene.signs for p in near):
        return True
    return word not in SUBJECTS and _is_befallen(scene, place)


def _has_sign(scene: Scene, ahead: range) -> bool:
    """Whether something of a body is told in these words, and of nobody else."""
    marks = scene.marks
    for at in ahead:
        if marks.has("first_person", at) or at in scene.people:
            return False
        cramp = marks.has("cramp", at) and not is_pronoun(scene.tokens, at)
        if cramp or at in scene.signs or at in scene.names:
            return True
    return False


def _is_befallen(scene: Scene, place: int) -> bool:
    """Whether a sign takes hold of somebody: "the calf grips him"."""
    before = range(max(scene.layout.clause_start[place], place - WITHIN), place)
    own = any(scene.marks.has("first_person", p) or p in scene.people for p in before)
    return not own and any(p in scene.signs for p in before)
