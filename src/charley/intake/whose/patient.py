"""Whom a story is about: the writer, or somebody whom the writer looks after."""

from __future__ import annotations

from itertools import pairwise

from charley.intake.patterns.hits import Context
from charley.intake.text.clauses import Layout
from charley.intake.text.marks import Marks
from charley.intake.text.tokens import Tokens
from charley.intake.whose.acquainted import only_acquaintance
from charley.intake.whose.cared_for import WITHIN, cared_for, is_cared_for, is_theirs
from charley.intake.whose.kin import can_be_patient, kin_word
from charley.intake.whose.own_body import SURELY, own_of
from charley.intake.whose.scenes import (
    Scene,
    is_history,
    is_one_of_two,
    is_remark,
    is_told_of,
    tells,
)
from charley.intake.whose.senders import PERSON, SEX_OF, is_sender, sent_for
from charley.intake.whose.sexes import sex_of_kin
from charley.intake.whose.weighing import mostly_told, only_told, told_by_sex

DEAD = frozenset(("died", "dead", "late", "deceased", "funeral", "widow", "widower", "widowed"))

HISTORY = frozenset(("hx", "fhx", "fh", "history"))
DOES = frozenset((
    "reports", "states", "says", "reporting", "visiting", "visits", "present", "anxious", "concerned",
    "does", "rubs", "massages", "makes", "gives", "brings", "cooks", "drives", "works",
))  # fmt: skip
"""Behind a relative of whom nothing else is told they say what a helper does."""

CRIES = frozenset((
    "is", "am", "do", "does", "did", "it", "that", "i", "my", "what", "these", "this", "the", "when", "oh",
))  # fmt: skip
"""Behind "boy," they make it a cry and no child."""

OPENS = 4
"""Among so few words at the beginning stands a relative with whose age a text opens."""

FEW = 2
"""So many sentences must tell of one with whom a text opens, and as many as of the writer."""


def patient_of(scene: Scene) -> str | None:
    """The word for the person a helper writes about ("son", "he"); None when people write of themselves."""
    if not scene.people and not scene.marks.places("third_person"):
        return None
    kin = [p for p in sorted(scene.people) if _can_be_meant(scene, p) and not _only_stands_by(scene, p)]
    kin = [p for p in kin if not is_one_of_two(scene, p)]
    senders = [p for p in kin if is_sender(scene.tokens, scene.marks, scene.layout, p)]
    kin = [p for p in kin if p not in senders]
    cared = cared_for(scene, kin)
    opens = cared if cared is not None else _presented(scene, kin)
    helps = cared is not None or _is_letter(scene.tokens)
    told = [p for p in scene.marks.places("first_person") if not helps or scene.tokens.items[p].norm != "i"]
    own, sentences = _told_of_self(scene, told)
    if senders and (not kin or taken_over(scene)):
        return sent_for(scene.tokens, scene.marks)
    sex, chosen = mostly_told(scene, len(sentences)), None
    theirs = max(told_by_sex(scene).values(), default=0)
    if sex is None and opens is not None and theirs >= max(FEW, len(sentences)):
        return kin_word(scene.tokens, scene.marks, opens)
    if sex is None:
        chosen = _of_kin(scene, kin, own, cared) if kin else None
        sex = only_told(scene, kin) if own < SURELY and not is_remark(scene) else None
    if sex is not None and chosen is None:
        chosen = _called(scene, kin, sex)
    return chosen or _only_one(scene)


def _told_of_self(scene: Scene, places: list[int]) -> tuple[int, set[int]]:
    """How surely somebody writes of the own body, and the sentences that surely do."""
    most, sentences = 0, set[int]()
    for place in places:
        sentence = scene.layout.sentence[place]
        if sentence not in sentences:
            surely = own_of(scene, place)
            most = max(most, surely)
            if surely == SURELY:
                sentences.add(sentence)
    return most, sentences


def _only_one(scene: Scene) -> str | None:
    """The word for an acquaintance, where a text tells of nobody else and nothing of its writer."""
    place = only_acquaintance(scene)
    if place is None or _has_died(scene.tokens, scene.layout, place) or _only_stands_by(scene, place):
        return None
    return kin_word(scene.tokens, scene.marks, place)


def taken_over(scene: Scene) -> int:
    """Where a helper goes on with what the patient began to write; 0 where nobody does: "I drank ten litres.
    This is her husband finishing this."."""
    senders = (p for p in sorted(scene.people) if is_sender(scene.tokens, scene.marks, scene.layout, p))
    first = next((scene.layout.sentence_start[p] for p in senders), 0)
    own = (p for p in scene.marks.places("first_person") if p < first)
    return first if any(own_of(scene, p) == SURELY for p in own) else 0


def _only_stands_by(scene: Scene, place: int) -> bool:
    """Whether a relative is only a cry, of the family's history, or there to help: "Boy, is it hot",
    "Family hx: father", "Daughter visiting"."""
    items, end = scene.tokens.items, scene.marks.end("family", place)
    if end >= len(items):
        return False
    if items[place].norm == "boy" and items[end].before == "," and items[end].norm in CRIES:
        return place == scene.layout.sentence_start[place]
    start = scene.layout.sentence_start[place]
    before = [items[p].norm for p in range(max(start, place - 6), place)]
    if not HISTORY.isdisjoint(before) or ("family", "of") in pairwise(before):
        return True
    negated = end + 1 < len(items) and items[end + 1].norm == "not"
    called = scene.marks.places("third_person")
    return items[end].norm in DOES and not negated and not called


def _is_letter(tokens: Tokens) -> bool:
    """Whether a colleague is written to: dear colleague; dear doctor, re."""
    words = [t.norm for t in tokens.items[:4]]
    return words[:1] == ["dear"] and ("colleague" in words or "re" in words[2:])


def _called(scene: Scene, kin: list[int], sex: str) -> str:
    """The word for a relative of whom is told as of him or her; else the pronoun."""
    tokens, marks = scene.tokens, scene.marks
    first = min(p for p in marks.places("third_person") if SEX_OF[tokens.items[p].norm] == sex)
    for place in kin:
        if place < first and sex_of_kin(marks, place) in (sex, "") and not tells(scene, place):
            return kin_word(tokens, marks, place)
    return PERSON[sex]


def _of_kin(scene: Scene, kin: list[int], own: int, cared: int | None) -> str | None:
    """Which of the relatives named a text is about."""
    tokens, marks, layout = scene.tokens, scene.marks, scene.layout
    if own < SURELY and cared is None and (signs := is_told_of(scene, kin)) is not None:
        return _named_by(scene, signs)
    named = [*marks.places("third_person"), *(marks.end("family", place) - 1 for place in kin)]
    theirs = cared is not None or any(is_theirs(marks, layout, place) for place in named)
    if own == SURELY or (not theirs and (own or not any(marks.has("young", place) for place in kin))):
        return None
    if cared is not None:
        return kin_word(tokens, marks, cared)
    silent = (p for p in kin if not tells(scene, p) and not is_history(scene, p))
    silent = (p for p in silent if not (own and _had(scene, p)))
    return next((_named_by(scene, place) for place in silent), None)


def _had(scene: Scene, place: int) -> bool:
    """Whether only what a relative once had is told, beside an "I": granny had sugar, I get tested."""
    items, end = scene.tokens.items, scene.marks.end("family", place)
    return end < len(items) and items[end].norm in ("had", "used", "died")


def _named_by(scene: Scene, place: int) -> str:
    """The word for a relative; behind "his" or "her" the one whose relative that is."""
    before, told = scene.tokens.items[max(place - 1, 0)].norm, told_by_sex(scene)
    sex = max(told, key=lambda sex: (told[sex], sex), default="")
    if before in ("his", "her") and sex == SEX_OF[before] != sex_of_kin(scene.marks, place):
        return PERSON[sex]
    return kin_word(scene.tokens, scene.marks, place)


def _presented(scene: Scene, kin: list[int]) -> int | None:
    """The relative with whose age a text opens: my wife is 58, has had stiff legs for years."""
    items, layout = scene.tokens.items, scene.layout
    place = kin[0] if kin else len(items)
    if place > OPENS or not any(scene.marks.has("aged", p) for p in range(place, min(place + 5, len(items)))):
        return None
    sentence = range(place, layout.sentence_end[place])
    mine = any(items[p].norm in ("i", "me", "mine") for p in sentence)
    return None if mine or tells(scene, place) else place


def _can_be_meant(scene: Scene, place: int) -> bool:
    tokens, layout = scene.tokens, scene.layout
    if _has_died(tokens, layout, place) or _is_of_relative(scene, place):
        return False
    return can_be_patient(tokens, scene.marks, layout, place) or is_cared_for(tokens, layout, place)


def is_child(context: Context, marks: Marks, kin: str | None) -> bool:
    """Whether the story is about somebody's child."""
    young = marks.places("young").items()
    return any(
        kin == context.tokens.items[p].norm or kin == context.tokens.items[e - 1].norm for p, e in young
    )


def _is_of_relative(scene: Scene, place: int) -> bool:
    """Whether a relative's relative is named, or whose that is: my sister's little boy."""
    items, end = scene.tokens.items, scene.marks.end("family", place)
    next_to = (end + 1, end + 2)
    owns = end + 2 < len(items) and items[end].norm == "'s" and not scene.people.isdisjoint(next_to)
    first = next((p for p in (place - 1, place - 2) if p > 0 and items[p].norm == "'s"), 0)
    return owns or any(scene.marks.end("family", p) == first for p in scene.people if 0 < p < first)


def _has_died(tokens: Tokens, layout: Layout, place: int) -> bool:
    first = max(layout.sentence_start[place], place - WITHIN)
    last = min(layout.sentence_end[place], place + WITHIN)
    if [t.norm for t in tokens.items[max(place - 2, 0) : place]] == ["lost", "my"]:
        return True
    return any(tokens.items[p].norm in DEAD for p in range(first, last))
