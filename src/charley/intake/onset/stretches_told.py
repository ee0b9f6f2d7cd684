"""Stretches and points of time that a long story says its complaint has lasted or goes back to: "two years
of that", "that was four hours ago", "for five days the left hip has been worse"."""

from __future__ import annotations

from charley.intake.onset.ends import ENDS
from charley.intake.onset.narrating import (
    A_DAY,
    AHEAD,
    BACK,
    HABIT,
    HEDGES,
    LIKE,
    LIMBS,
    NEAR,
    POINTS,
    SOME_HOURS,
    SOME_WEEKS,
    SUBJECT,
    TOLD,
    WHO,
    WIDE,
    is_head,
    is_other,
    is_since,
    tells,
)
from charley.intake.onset.owning import ALIEN, OWN
from charley.intake.patterns import pieces as word
from charley.intake.patterns.pieces import Ground
from charley.intake.quantities.feasts import WEEKDAYS
from charley.intake.quantities.lengths import When

IT = frozenset(("that", "this", "it", "all"))

WAS = frozenset(("was", "'s", "is", "were", "happened", "be", "has"))

HAS = frozenset(("have", "has", "'s", "am", "is", "are", "been", "keep", "keeps"))
"""Words behind a stretch of time that say who has had something for so long."""

COULD = frozenset(("could", "was", "still", "ran", "walked", "would"))
"""Behind a time and who is told of, they say that all was well until then: "months ago I could still run"."""

FRAGMENT = frozenset(("i", "would", "say", "think", "guess", "reckon", "suppose", "or", "so", "now", "maybe"))

GOING = frozenset(("been", "keeps", "keep", "is", "are", "'s"))

OFTEN = frozenset(("nights", "daily", "nightly", "evenings", "mornings"))

HAPPENS = IT | frozenset(("they", "happens", "happened", "happening", "comes", "these"))

MOST_BEFORE = 8


def all_that(when: When, ground: Ground) -> bool:
    """ "Two years of that", "eighteen months of being told shin splints"."""
    items, end = ground.context.tokens.items, when.end
    if when.way not in ("span", "for") or when.days < A_DAY or end + 1 >= len(items):
        return False
    if items[end].norm != "of" or items[end].before or not is_head(when, ground):
        return False
    after = items[end + 1].norm
    return after in IT or after.endswith("ing") or bool(ground.of(end, end + NEAR) & TOLD)


def that_was(when: When, ground: Ground) -> bool:
    """ "That was four hours ago", "it's been half a day"."""
    items, place = ground.context.tokens.items, when.start
    first = ground.context.layout.sentence_start[when.start]
    if when.way not in POINTS or not SOME_HOURS <= when.days <= 2 * SOME_WEEKS:
        return False
    while place > first and items[place - 1].norm in HEDGES | WAS:
        place -= 1
    between = {items[p].norm for p in range(place, when.start)}
    was = not between.isdisjoint(WAS) and not ("now" in between and items[when.start].norm in WEEKDAYS)
    place -= 1
    if place < first or not was or items[place].norm not in IT:
        return False
    opens = place == first or bool(items[place].before) or items[place - 1].norm in ("and", "so")
    return opens and bool(ground.of(max(0, place - BACK), place) & TOLD)


def heads(when: When, ground: Ground) -> bool:
    """ "For five days the left hip has been getting worse", "since July he wakes sobbing"."""
    items, layout = ground.context.tokens.items, ground.context.layout
    since = is_since(when, ground)
    who = _who(when, ground)
    subject = when.end < len(items) and not items[when.end].before and items[when.end].norm in WHO
    behind = [t.norm for t in items[when.end : when.end + SUBJECT]]
    if "also" in behind or (subject and behind[1:2] in (["had"], ["would"]) and behind[2:] != ["say"]):
        return False
    if not (since or when.way == "for" or (when.way in ("span", "in") and (who or subject))):
        return False
    if (not since and when.days < A_DAY) or not is_head(when, ground) or items[when.start].norm == "within":
        return False
    end = layout.sentence_end[when.end - 1]
    if all(items[p].norm in FRAGMENT for p in range(when.end, end)):
        return bool(ground.of(max(0, when.start - AHEAD), when.start) & TOLD)
    if since and not ground.of(when.end, end) & (TOLD | ALIEN) and end < len(items):
        end = layout.sentence_end[end]
        if any(items[p].norm in HABIT for p in range(when.end, min(end, when.end + WIDE))):
            return False
    ahead = range(when.end, min(end, when.end + (WIDE if since else AHEAD)))
    return tells(ahead, ground) or (who and not since and not ground.of(when.end, end) & ALIEN)


def since_then(when: When, ground: Ground) -> bool:
    """ "Happens every single run since I joined up in spring", "it has crept up on me since Christmas"."""
    items, first = ground.context.tokens.items, ground.context.layout.sentence_start[when.start]
    if not is_since(when, ground) or items[first].norm not in HAPPENS:
        return False
    lead = next((p for p in range(when.start, first, -1) if items[p].norm == "since"), None)
    if lead is None or lead - first > MOST_BEFORE:
        return False
    ended = any(items[p].norm in ENDS or items[p].norm in LIKE for p in range(first, lead))
    return not ended and not ground.of(first, when.start) & (ALIEN & ~word.HAPPENING)


def has_been(when: When, ground: Ground) -> bool:
    """ "My hip's been grumbling for five years", "arches and toes, four nights in seven for two months"."""
    items, first = ground.context.tokens.items, ground.context.layout.sentence_start[when.start]
    if when.way != "for" or when.days < A_DAY:
        return False
    before = range(max(first, when.start - AHEAD), when.start)
    if any(items[p].norm in ENDS or items[p].norm in LIKE for p in before):
        return False
    if any(items[p].norm == "spent" for p in before):
        return tells(range(when.end, min(len(items), when.end + AHEAD)), ground)
    own = any(ground.kinds[p] & OWN or items[p].norm in LIMBS for p in before)
    goes_on = any(items[p].norm in GOING and items[p + 1].norm.endswith("ing") for p in before)
    often = any(items[p].norm in OFTEN for p in before)
    alien = any(is_other(ground.kinds[p]) or ground.kinds[p] & word.HAPPENING for p in before)
    return own and (goes_on or often) and not alien


def since_event(when: When, ground: Ground) -> bool:
    """ "And since the doctor swapped me to it two months ago, my legs get a fizzy need to move"."""
    items, first = ground.context.tokens.items, ground.context.layout.sentence_start[when.start]
    low = max(first, when.start - AHEAD)
    lead = next((p for p in range(when.start - 2, low - 1, -1) if items[p].norm == "since"), None)
    if (
        lead is None
        or when.way not in (*POINTS, "in")
        or any(items[p].before for p in range(lead + 1, when.start))
    ):
        return False
    if lead > first and not items[lead].before and items[lead - 1].norm not in ("and", "but", "ever", "so"):
        return False
    return tells(range(when.end, min(len(items), when.end + WIDE)), ground)


def _who(when: When, ground: Ground) -> bool:
    """Whether it follows at once who has had something for so long: "two weeks I've been hobbling"."""
    items = ground.context.tokens.items[when.end : when.end + SUBJECT]
    norms = [t.norm for t in items if t.norm not in ("now", "already")]
    return len(norms) > 1 and not items[0].before and norms[0] in WHO and norms[1] in HAS


def still_well(when: When, ground: Ground) -> bool:
    """ "Six months ago I could still leap out of my chair"."""
    items = ground.context.tokens.items[when.end : when.end + SUBJECT]
    norms = [t.norm for t in items]
    told = len(norms) == SUBJECT and norms[0] in WHO and norms[1] in COULD
    return told and when.way == "ago" and when.days >= A_DAY and is_head(when, ground)
