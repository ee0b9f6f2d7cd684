"""A text before it is known whom it is about, and what it tells of the people whom it names."""

from __future__ import annotations

from dataclasses import dataclass

from charley.intake.text.clauses import Layout
from charley.intake.text.marks import SIGN, Marks
from charley.intake.text.tokens import Tokens
from charley.intake.whose.bystanders import does_to_writer
from charley.intake.whose.kin import HOUSEHOLD, is_kin, kin_word

WITHIN = 10
"""How many words behind a relative "told me" is looked for."""

PRONOUNS = frozenset(("it", "they", "this", "these"))
SUFFERS = frozenset(("get", "gets", "got", "getting", "have", "had", "has", "having"))
TOLD = frozenset(("me", "us", "i", "my", "we"))
REMARK = 9
"""A text of so few words that begins with "my mum" tells of the family, and asks nothing for her."""

SHORT = 5
SIGNS = 2
"""So many signs make a story of a remark that is not SHORT."""

ALL = frozenset(("all", "both", "always", "just", "only", "also"))
"""Between a relative and what they say."""

BESIDE_ME = frozenset(("beside", "near", "opposite", "behind", "with", "alongside"))
"""Words before "me" that place somebody."""

OWNERS = frozenset(("my", "our", "the", "a"))
PAST = frozenset(("had", "used", "was", "were", "when", "says", "thinks"))
NOT = frozenset(("not", "never", "no"))
"""Words that make even what cannot wait a remark: it is over, or somebody's saying; and right before it, that
it is denied."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A text before it is known whom it is about.

    `words` are all its word forms;
    `names` are the tokens where a medicine or an illness stands: who names one speaks of a body. `signs`
    are the tokens where a sign of the body is told, `people` those where somebody else is named.
    """

    tokens: Tokens
    marks: Marks
    layout: Layout
    words: frozenset[str]
    names: frozenset[int]
    signs: frozenset[int]
    people: frozenset[int]


def scene_of(tokens: Tokens, marks: Marks, layout: Layout, names: frozenset[int]) -> Scene:
    """A text made ready for asking whom it is about."""
    people = frozenset(p for p in marks.places("family") if is_kin(tokens, marks, layout, p))
    words = frozenset([token.norm for token in tokens.items])
    return Scene(tokens, marks, layout, words, names, frozenset(marks.places(SIGN)), people)


def is_pronoun(tokens: Tokens, place: int) -> bool:
    """Whether "it" stands for anything: fed up with it; but "I get it" is the complaint."""
    items = tokens.items
    return items[place].norm in PRONOUNS and items[place - 1].norm not in SUFFERS


def is_told_of(scene: Scene, kin: list[int]) -> int | None:
    """The first relative of whom a sign is told, in a text that tells of no other body before: dad's been
    coughing blood. What a relative had, or used to have, is the family's history."""
    first = scene.layout.sentence_start[kin[0]]
    if any(sign < first for sign in scene.signs) or is_remark(scene):
        return None
    return next((place for place in kin if _is_near(scene, place) and has_sign(scene, place)), None)


def is_remark(scene: Scene) -> bool:
    """Whether the whole text is a short remark on "my mum"; a helper who writes of one says "mum", or tells
    of what cannot wait: "my mum is confused"."""
    items = scene.tokens.items
    short = len(items) <= SHORT or (len(items) <= REMARK and len(scene.signs) < SIGNS)
    told = (items[max(0, place - 2) : place] for place in scene.marks.places("acute"))
    acute = any(NOT.isdisjoint(token.norm for token in before) for before in told)
    urgent = acute and PAST.isdisjoint(item.norm for item in items)
    return short and items[0].norm in OWNERS and not urgent


def is_one_of_two(scene: Scene, place: int) -> bool:
    """Whether the same is told of two relatives, which is the family's history: my brother and my gran both
    have it."""
    items, end = scene.tokens.items, scene.marks.end("family", place)
    last = next((p for p in (end + 1, end + 2) if p in scene.people), 0)
    if end < len(items) and items[end].norm == "and" and last:
        return _told_of_both(scene, scene.marks.end("family", last))
    before = [p for p in scene.people if p < place and place - 2 <= scene.marks.end("family", p) + 1 <= place]
    return any(
        items[scene.marks.end("family", p)].norm == "and" and _told_of_both(scene, end) for p in before
    )


def _told_of_both(scene: Scene, end: int) -> bool:
    items = scene.tokens.items
    return end < len(items) and items[end].norm in ("both", "have", "had", "all")


def _is_near(scene: Scene, place: int) -> bool:
    """Whether this is somebody whom a helper looks after, and is told of as of now."""
    word, end = kin_word(scene.tokens, scene.marks, place), scene.marks.end("family", place)
    behind = [t.norm for t in scene.tokens.items[end : end + 2]]
    past = behind[:1] in (["had"], ["used"]) or behind == ["never", "had"]
    household = word in HOUSEHOLD or _is_asked_for(scene)
    return household and not past and not tells(scene, place)


def is_history(scene: Scene, place: int) -> bool:
    """Whether only what a relative had is told, behind signs of somebody else."""
    end, start = scene.marks.end("family", place), scene.layout.sentence_start[place]
    had = end < len(scene.tokens.items) and scene.tokens.items[end].norm in ("had", "used", "died")
    return had and any(sign < start for sign in scene.signs)


def _is_asked_for(scene: Scene) -> bool:
    """Whether the writer asks what somebody else has to do: should he go to hospital?"""
    items = scene.tokens.items
    return any(
        place and items[place - 1].norm in ("should", "must") for place in scene.marks.places("third_person")
    )


def has_sign(scene: Scene, place: int) -> bool:
    """Whether a sign is told in the sentence behind a relative, and not of the writer."""
    marks, end = scene.marks, _told_until(scene, place)
    for ahead in range(marks.end("family", place), end):
        if marks.has("family_before", ahead) or (
            marks.has("first_person", ahead) and not _is_place(scene.tokens, ahead)
        ):
            return False
        if ahead in scene.signs or (marks.has("cramp", ahead) and not is_pronoun(scene.tokens, ahead)):
            return True
    return False


def _is_place(tokens: Tokens, place: int) -> bool:
    """Whether "me" only says where somebody is: beside me, next to me, in front of me."""
    before = [t.norm for t in tokens.items[max(place - 2, 0) : place]]
    return before[-1:] != [] and (before[-1] in BESIDE_ME or before in (["next", "to"], ["front", "of"]))


def _told_until(scene: Scene, place: int) -> int:
    """The end of the sentence, and of the next that tell of "him" or "her"."""
    end, count = scene.layout.sentence_end[place], len(scene.tokens.items)
    while end < count:
        after = scene.layout.sentence_end[end]
        if not any(scene.marks.has("third_person", p) for p in range(end, after)):
            return end
        end = after
    return end


def tells(scene: Scene, place: int) -> bool:
    """Whether a relative only reports or advises: my wife says, my son is a nurse and told me to ask."""
    items, end = scene.tokens.items, scene.marks.end("family", place)
    if scene.marks.has("reports", end) or (
        end < len(items) and items[end].norm in ALL and scene.marks.has("reports", end + 1)
    ):
        return True
    if does_to_writer(scene.tokens, scene.marks, scene.layout, place):
        return True
    ahead = range(end, min(scene.layout.sentence_end[place], end + WITHIN) - 1)
    return any(scene.marks.has("reports", p) and items[p + 1].norm in TOLD for p in ahead)
