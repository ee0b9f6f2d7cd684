"""Somebody who is no relative, or a distant one, of whom alone a text tells what is so now: the neighbour is
confused. Who writes that asks for that person."""

from __future__ import annotations

from charley.intake.whose.kin import acts, kin_word
from charley.intake.whose.scenes import REMARK, Scene, has_sign, tells

NOBODY = frozenset((
    "dog", "cat", "family", "relatives", "relative", "parents", "classmates", "everyone", "everybody",
    "twins", "kids", "children", "laws", "work", "rep", "opposite", "door", "bed", "people", "men", "women",
    "ladies",
))  # fmt: skip
"""Words that end a name for beasts, or for more people than one."""

OVER = frozenset(("had", "used", "died", "was", "never", "got", "gets", "always", "swears", "'s"))
"""Behind somebody they tell what once was, or what is often so."""


LONG_AGO = frozenset(("month", "year", "summer", "winter", "spring", "autumn"))


def only_acquaintance(scene: Scene) -> int | None:
    """The one person whom a text names, where a sign is told of nobody else and as of now."""
    if any(_tells_of_self(scene, p) for p in scene.marks.places("first_person")):
        return None
    people = [p for p in sorted(scene.people) if acts(scene.tokens, scene.marks, scene.layout, p)]
    words = {kin_word(scene.tokens, scene.marks, place) for place in people}
    if len(words) != 1 or scene.marks.has("stranger", people[0]):
        return None
    if len(scene.tokens.items) <= REMARK:
        return None
    first, place = scene.layout.sentence_start[people[0]], people[0]
    if not NOBODY.isdisjoint(words.pop().split()) or any(sign < first for sign in scene.signs):
        return None
    return place if has_sign(scene, place) and _is_so_now(scene, place) and not tells(scene, place) else None


def _tells_of_self(scene: Scene, place: int) -> bool:
    """Whether the writer does more than ask: what should I do?"""
    items = scene.tokens.items
    asks = place > 0 and items[place - 1].norm in ("do", "should", "shall", "must", "can")
    return items[place].norm in ("i", "me", "mine") and not asks


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
