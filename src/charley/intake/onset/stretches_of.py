"""What a stretch of time is told of: the complaint, an "it" that means it, or a bare limb."""

from __future__ import annotations

from charley.intake.onset.lasting import HEDGES
from charley.intake.onset.owning import ALIEN, OWN
from charley.intake.patterns import pieces as word
from charley.intake.patterns.pieces import Ground
from charley.intake.quantities.lengths import When

A_DAY, SOME_MONTHS = 1.0, 400.0

LEADS, AHEAD, BACK, PRONOUN = 6, 10, 40, 7
"""How many words may stand between the head of a sentence and its time, behind it up to what is told, back
to what a fragment goes on with, and between "it" and its time."""

WHOSE = frozenset((
    "i", "he", "she", "we", "my", "his", "her", "our", "the", "a", "an", "both", "all", "me", "these",
    "this", "have", "has", "had", "been", "am", "is", "are", "'ve", "'s", "'m", "get", "gets",
    "getting", "got", "having", "suffer", "suffering", "suffered", "with", "left", "right", "now",
    "already", "or", "so", "and", "past", "of", "in", "really", "bad", "whole", "lower", "upper",
    "wife", "husband", "son", "daughter", "mother", "mum", "mom", "father", "dad", "wee", "old", "that",
    "it", "bit", "odd", "more", "running", "straight", "there", "there's", "terrible", "awful",
    "severe", "nightly", "poor", "same", "one", "each", "two", "hot", "wire", "down", "burning", "back",
    "arm", "arms", "hands", "wake", "woken", "waking", "up", "by", "from", "solid", "altogether", "on",
    "end", "nothing", "but", "own", "too", "also", "big", "can", "could", "kept", "keep", "i've",
))  # fmt: skip
"""Words between such a time and the leg or the cramp: who has it, and that it is had."""

GOES_ON = HEDGES | frozenset((
    "gone", "going", "goes", "crept", "creeping", "come", "coming", "came", "built", "building",
    "dragged", "dragging", "lasted", "happening", "happened", "grown", "growing", "worked", "up", "on",
    "over", "these", "has", "have", "had", "was", "all", "same", "way", "off", "slowly", "gradually",
    "steadily", "along", "already", "well", "past", "last", "go", "back", "this", "that", "with", "put",
    "lived", "me", "bothering", "troubling", "plaguing", "bothered", "troubled", "plagued", "started",
    "began", "only", "really", "quite", "thick", "end", "part", "best", "of", "and", "more", "than",
    "at", "by", "least", "in", "there", "here",
))  # fmt: skip
"""Words between "it" and its time, where "it" has gone on so long."""

LASTS = frozenset((
    "gone", "going", "goes", "crept", "creeping", "come", "coming", "built", "building", "dragged",
    "dragging", "lasted", "happening", "happened", "grown", "growing", "been", "'s", "is", "has",
    "with", "go", "have", "bothering", "troubling", "plaguing", "bothered", "troubled", "plagued",
    "started", "began",
))  # fmt: skip
"""One of them must be there: "it has been", not "I felt it for two days"."""

SHORT = 4

IT = frozenset(("it", "this", "they", "these", "them", "that"))

BEHIND = frozenset((
    "now", "already", "of", "it", "this", "them", "these", "and", "counting", "or", "so", "solid",
    "running",
))  # fmt: skip
"""All that may stand behind a time that is told as a sentence of its own."""

COMPLAINT = word.CRAMP | word.PAIN | word.LIMB

JOINS = frozenset(("and", "but", "so"))

NO_CRAMP = frozenset(("restless", "veins"))

UNABLE = frozenset(("not", "cannot", "hardly", "barely"))


def joins(when: When, ground: Ground) -> bool:
    """Whether an "and" follows a time: "sugar, eight years now, and a sore on the toe"."""
    items, ahead = ground.context.tokens.items, when.end
    while ahead < len(items) - 1 and items[ahead].norm in ("now", "already", "or", "so"):
        ahead += 1
    return ahead < len(items) and items[ahead].norm in ("and", "or", "but", "plus")


def is_the_complaint(place: int, when: When, ground: Ground) -> bool:
    """Whether what is told first behind a time is a cramp or a leg, or another sign told with one."""
    norm, kinds = ground.context.tokens.items[place].norm, ground.kinds[place]
    if norm in UNABLE:
        return when.days < SOME_MONTHS and not ground.of(place, place + AHEAD) & ALIEN
    if norm in NO_CRAMP:
        return False
    if kinds & OWN:
        return True
    if kinds & word.SIGN and not kinds & word.ELSEWHERE:
        return _cramps(ground, place, ground.context.layout.sentence_end[place])
    return False


def _cramps(ground: Ground, start: int, end: int) -> bool:
    """Whether a cramp, a pain or a leg is told with another sign, and nothing that owns a time."""
    kinds = ground.of(start, end)
    return bool(kinds & OWN) and not kinds & (word.MEDICINE | word.ILLNESS | word.HAPPENING | word.FOOD)


def of_it(when: When, ground: Ground) -> bool:
    """Whether "it" has gone on so long, or the time is a sentence of its own behind the complaint."""
    items, layout = ground.context.tokens.items, ground.context.layout
    first, end = layout.sentence_start[when.start], layout.sentence_end[when.end - 1]
    stop = next((p for p in range(when.end, end) if items[p].before or items[p].norm in JOINS), end)
    behind = [items[p].norm for p in range(when.end, stop)]
    if len(behind) > SHORT or not BEHIND.issuperset(behind):
        return False
    it = _it_before(when, first, ground)
    if it is not None:
        return bool(ground.kinds[it] & COMPLAINT) or _goes_on_with_own(it, ground)
    alone = all(items[p].norm in HEDGES for p in range(first, when.start))
    told = bool(behind) or when.way == "for"
    return alone and told and first > 0 and _goes_on_with_own(first, ground)


def _it_before(when: When, first: int, ground: Ground) -> int | None:
    """The "it" that is said to have gone on for a time, if there is one."""
    items, place = ground.context.tokens.items, when.start
    while place > max(first, when.start - PRONOUN) and items[place - 1].norm in GOES_ON - IT:
        place -= 1
    between = {items[p].norm for p in range(place, when.start)}
    if place == first or between.isdisjoint(LASTS):
        return None
    alone = not ground.of(first, when.start) & (word.SIGN | ALIEN)
    told = items[place - 1].norm in IT or (alone and ground.kinds[place - 1] & COMPLAINT)
    return place - 1 if told else None


def _goes_on_with_own(place: int, ground: Ground) -> bool:
    """Whether what was told last before a place is the complaint."""
    last = next(
        (
            p
            for p in range(place - 1, max(-1, place - BACK), -1)
            if ground.kinds[p] & (OWN | ALIEN | word.SIGN)
        ),
        None,
    )
    if last is None:
        ahead = range(place, min(place + BACK, len(ground.kinds)))
        told = next((p for p in ahead if ground.kinds[p] & (OWN | ALIEN | word.SIGN)), None)
        return told is not None and bool(ground.kinds[told] & OWN)
    return bool(ground.kinds[last] & OWN) or bool(
        ground.kinds[last] & word.SIGN and ground.of(max(0, last - AHEAD), place) & OWN
    )


def of_a_bare_limb(when: When, ground: Ground) -> bool:
    """ "Legs and feet for four or five months": a leg, and nothing else, in the piece before the time."""
    items, first = ground.context.tokens.items, ground.context.layout.sentence_start[when.start]
    if when.way != "for":
        return False
    place, limb = when.start - 1, False
    while place >= first:
        limb = limb or bool(ground.kinds[place] & word.LIMB)
        if not ground.kinds[place] & (word.LIMB | word.CRAMP | word.PAIN) and items[place].norm not in WHOSE:
            return False
        if items[place].before:
            break
        place -= 1
    return limb
