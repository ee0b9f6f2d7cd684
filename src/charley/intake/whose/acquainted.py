"""Somebody who is no relative, or a distant one, of whom alone a text tells what is so now: the neighbour is
confused. Who writes that asks for that person."""

from __future__ import annotations

from charley.intake.whose.kin import acts, kin_word
from charley.intake.whose.own_body import BARELY
from charley.intake.whose.scenes import REMARK, Scene, has_sign, is_pronoun, tells
from charley.intake.whose.tending import is_helper

NOBODY = frozenset((
    "dog", "cat", "family", "relatives", "relative", "parents", "classmates", "everyone", "everybody",
    "twins", "kids", "children", "laws", "work", "rep", "opposite", "door", "bed", "people", "men", "women",
    "ladies",
))  # fmt: skip
"""Words that end a name for beasts, or for more people than one."""

OVER = frozenset(("had", "used", "died", "was", "never", "got", "gets", "always", "swears", "'s"))
"""Behind somebody they tell what once was, or what is often so."""


OWN = ("cramp", "complaint", "limb")
ALIKE = frozenset(("too", "also"))
LONG_AGO = frozenset(("month", "year", "summer", "winter", "spring", "autumn"))


def only_acquaintance(scene: Scene) -> int | None:
    """The one person whom a text names, where a sign is told of nobody else and as of now."""
    if any(_tells_of_self(scene, p) for p in scene.marks.places("first_person")):
        return None
    people = [p for p in sorted(scene.people) if acts(scene.tokens, scene.marks, scene.layout, p)]
    words = {kin_word(scene.tokens, scene.marks, place) for place in people}
    if len({word.split()[-1] for word in words}) != 1 or scene.marks.has("stranger", people[0]):
        return None
    if len(scene.tokens.items) <= REMARK:
        return None
    first, place = scene.layout.sentence_start[people[0]], people[0]
    if not NOBODY.isdisjoint(words.pop().split()) or any(sign < first for sign in scene.signs):
        return None
    return place if has_sign(scene, place) and _is_so_now(scene, place) and not tells(scene, place) else None


def _tells_of_self(scene: Scene, place: int) -> bool:
    """Whether the writer tells of a complaint, an illness or the legs of the own, and no more than asks, is
    well or cannot help: me, only cramp in bed; but "I've a bad back, so I can't lift him" asks for him."""
    items = scene.tokens.items
    if items[place].norm == "mine":
        return place == 0 or items[place - 1].norm != "of"
    if is_helper(scene, place):
        return False
    for ahead in range(place + 1, scene.layout.clause_end[place]):
        if ahead in scene.people or scene.marks.has("third_person", ahead):
            return False
        if _is_of_a_body(scene, ahead):
            return True
    return False


def _is_of_a_body(scene: Scene, place: int) -> bool:
    """Whether a word is a sign, a limb, an illness or what somebody does with the own body."""
    if place in scene.signs or place in scene.names:
        return True
    if scene.tokens.items[place].norm in ALIKE:
        return True
    if scene.marks.has("own_verb", place):
        return scene.tokens.items[place].norm not in BARELY
    told = any(scene.marks.has(group, place) for group in OWN)
    return told and not is_pronoun(scene.tokens, place)


def _is_so_now(scene: Scene, place: int) -> bool:
    """Whether nothing behind somebody says that it is over, usual, or only supposed."""
    end, last = scene.marks.end("family", place), scene.layout.sentence_end[place]
    behind = scene.tokens.items[end].norm if end < last else ""
    before = range(scene.layout.sentence_start[place], place)
    supposed = any(scene.marks.has("supposing", p) for p in before)
    told = range(before.start, last)
    return not supposed and behind not in OVER and not any(_is_once(scene, p) for p in told)


def _is_once(scene: Scene, place: int) -> bool:
    """Whether a word says that it was once, or is in the family: collapsed last month."""
    items = scene.tokens.items
    long_ago = items[place].norm in LONG_AGO and items[place - 1].norm == "last"
    return long_ago or scene.marks.has("past", place) or scene.marks.has("family_before", place)
