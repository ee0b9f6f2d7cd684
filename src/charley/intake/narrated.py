"""A beginning as a story tells it: "that was four hours ago", "for five days the left hip has been worse",
"two years of that", "on Sunday I got a hot pain down the front of my thigh"."""

from __future__ import annotations

from collections.abc import Iterator

from charley.intake import pieces as word
from charley.intake.ends import ENDS
from charley.intake.feasts import WEEKDAYS
from charley.intake.lengths import When
from charley.intake.owning import ALIEN, OWN
from charley.intake.pieces import Ground

Onset = tuple[int, int, float, str]
"""First token, place after the last, days ago, and the rule."""

SOME_HOURS, A_DAY, SOME_WEEKS = 0.02, 1.0, 45.0
"""Days of an attack that is still going on, of a stretch, and for which a point in time still tells it."""

A_STORY = 50
"""Only so long a text is a story; in a short one a bare time may be anything's."""

POINTS = ("ago", "last", "since")
BACK, NEAR, AHEAD, WIDE, FAR = 70, 6, 14, 28, 50
"""How many words before "that was", beside a time, and behind one are looked through; and behind
what befell somebody."""

SUBJECT = 3
"""How many words behind a time tell who has it."""

IT = frozenset(("that", "this", "it", "all"))
WAS = frozenset(("was", "'s", "is", "were", "happened", "be", "has"))
HEDGES = frozenset((
    "about", "maybe", "roughly", "around", "over", "nearly", "almost", "only", "just", "at", "all", "some",
    "a", "good", "now", "must", "have", "been", "be", "for", "on", "getting", "well", "say",
))  # fmt: skip
OPENERS = HEDGES | frozenset((
    "but", "and", "so", "since", "from", "the", "these", "this", "past", "last", "then", "ever", "however",
    "anyway", "sometime", "thing", "different", "new", "before", "after", "until", "in", "late", "early",
))  # fmt: skip
WHO = frozenset(("i", "he", "she", "we", "they", "it"))
WHOSE = frozenset(("my", "his", "her", "their", "the", "both", "one", "this"))
HAS = frozenset(("have", "has", "'s", "am", "is", "are", "been", "keep", "keeps"))
"""Words behind a stretch of time that say who has had something for so long."""

COULD = frozenset(("could", "was", "still", "ran", "walked", "would"))
"""Behind a time and who is told of, they say that all was well until then: "months ago I could still run"."""

FRAGMENT = frozenset(("i", "would", "say", "think", "guess", "reckon", "suppose", "or", "so", "now", "maybe"))
NO_END = ENDS - {"stopped", "never", "nothing"}
WELL_NOW = NO_END - {"until", "till", "without"}
HABIT = frozenset(("if", "whenever", "ever", "always", "usual", "usually", "every", "nights", "bed"))
"""Words behind an event by which a cramp is one that comes again and again."""

JOINS = frozenset(("and", "but", "so"))
LIKE = frozenset((
    "worst", "worse", "bad", "retired", "married", "pregnant", "used", "offered", "appointment", "booked",
    "also", "rebuilt", "grinding", "saw", "dentist", "physio", "doctor", "gp", "nurse", "hospital", "scan",
    "said",
))  # fmt: skip
"""Words beside a point in time that make it no beginning."""

LIMBS = frozenset((
    "hip", "hips", "groin", "buttock", "bum", "arm", "arms", "hand", "hands", "fingers", "knee", "knees",
))  # fmt: skip
"""Parts of the body that are told of like a leg where they head a story."""

BEFELL = frozenset((
    "slid", "slipped", "backed", "caught", "keeled", "collapsed", "knocked", "bumped", "tripped", "tumbled",
    "clattered", "jarred", "barged", "shoved", "toppled", "stumbled",
))  # fmt: skip
"""What befell somebody, beside the group of the lexicon."""

GOING = frozenset(("been", "keeps", "keep", "is", "are", "'s"))
OFTEN = frozenset(("nights", "daily", "nightly", "evenings", "mornings"))
HAPPENS = IT | frozenset(("they", "happens", "happened", "happening", "comes", "these"))
MOST_BEFORE = 8

TOLD = OWN | word.SIGN
OTHERS = word.MEDICINE | word.ILLNESS


AT = frozenset(("at", "around", "about", "round", "by"))
NOON = frozenset(("noon", "midday", "lunchtime", "dinnertime", "teatime", "lunch", "tea"))
LAST_HOUR, SOME_OF_A_DAY = 12.0, 0.2
EVERY = frozenset(("every", "each"))

SINCE_EVENT = "since what happened then"
BY_THE_CLOCK = "at an hour of this day"
THAT_WAS = "so long ago, said of what was told before"
ALL_THAT = "so long of it"
UP_TO_NOW = "a stretch of time up to now that heads what is told"
STILL_WELL = "well so long ago"
HAPPENED = "when what is told first happened"


def onsets_by_narration(ground: Ground, times: list[When]) -> Iterator[Onset]:
    """Each beginning that a long story tells, the surest way of telling first."""
    if len(ground.kinds) < A_STORY or not ground.of(0, len(ground.kinds)) & OWN:
        return
    plain = [t for t in times if ground.context.is_plain(t.start) and not ground.context.others[t.start]]
    earlier = {
        why: [t for t in plain if is_so(t, ground)]
        for why, is_so in ((THAT_WAS, _that_was), (HAPPENED, _happened))
    }
    for that in earlier[THAT_WAS]:
        first = next((t for t in earlier[HAPPENED] if t.start < that.start and t.days > that.days), None)
        if first is not None:
            yield first.start, first.end, first.days, HAPPENED
    for is_so, why in (
        (_all_that, ALL_THAT),
        (_that_was, THAT_WAS),
        (_heads, UP_TO_NOW),
        (_since_then, UP_TO_NOW),
        (_has_been, UP_TO_NOW),
        (_since_event, SINCE_EVENT),
        (_still_well, STILL_WELL),
    ):
        yield from ((t.start, t.end, t.days, why) for t in plain if is_so(t, ground))
    for index, when in enumerate(plain):
        if (when.days >= A_DAY or _is_first(plain[:index], ground)) and _happened(when, ground):
            yield when.start, when.end, when.days, HAPPENED
    yield from _by_the_clock(ground)


def _is_first(earlier: list[When], ground: Ground) -> bool:
    """Whether no time before tells of the complaint."""
    layout = ground.context.layout
    return not any(
        ground.of(layout.sentence_start[t.start], layout.sentence_end[t.end - 1]) & OWN for t in earlier
    )


def _by_the_clock(ground: Ground) -> Iterator[Onset]:
    """ "At two she began pulling at her leg", "around noon he moaned that his legs were knotting"."""
    items, layout, numbers = ground.context.tokens.items, ground.context.layout, ground.context.numbers
    for place in sorted({*layout.sentence_start}):
        if items[place].norm not in AT or place + 2 >= len(items) or not ground.context.is_plain(place):
            continue
        hour = place + 1 in numbers and 1 <= numbers[place + 1].value <= LAST_HOUR
        if not (hour or items[place + 1].norm in NOON) or items[place + 2].norm not in WHO | WHOSE:
            continue
        if _tells(range(place + 2, min(layout.sentence_end[place], place + WIDE)), ground):
            yield place, place + 2, SOME_OF_A_DAY, BY_THE_CLOCK


def _all_that(when: When, ground: Ground) -> bool:
    """ "Two years of that", "eighteen months of being told shin splints"."""
    items, end = ground.context.tokens.items, when.end
    if when.way not in ("span", "for") or when.days < A_DAY or end + 1 >= len(items):
        return False
    if items[end].norm != "of" or items[end].before or not _is_head(when, ground):
        return False
    after = items[end + 1].norm
    return after in IT or after.endswith("ing") or bool(ground.of(end, end + NEAR) & TOLD)


def _that_was(when: When, ground: Ground) -> bool:
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


def _heads(when: When, ground: Ground) -> bool:
    """ "For five days the left hip has been getting worse", "since July he wakes sobbing"."""
    items, layout = ground.context.tokens.items, ground.context.layout
    since = _is_since(when, ground)
    who = _who(when, ground)
    subject = when.end < len(items) and not items[when.end].before and items[when.end].norm in WHO
    behind = [t.norm for t in items[when.end : when.end + SUBJECT]]
    if "also" in behind or (subject and behind[1:2] in (["had"], ["would"]) and behind[2:] != ["say"]):
        return False
    if not (since or when.way == "for" or (when.way in ("span", "in") and (who or subject))):
        return False
    if (not since and when.days < A_DAY) or not _is_head(when, ground) or items[when.start].norm == "within":
        return False
    end = layout.sentence_end[when.end - 1]
    if all(items[p].norm in FRAGMENT for p in range(when.end, end)):
        return bool(ground.of(max(0, when.start - AHEAD), when.start) & TOLD)
    if since and not ground.of(when.end, end) & (TOLD | ALIEN) and end < len(items):
        end = layout.sentence_end[end]
        if any(items[p].norm in HABIT for p in range(when.end, min(end, when.end + WIDE))):
            return False
    ahead = range(when.end, min(end, when.end + (WIDE if since else AHEAD)))
    return _tells(ahead, ground) or (who and not since and not ground.of(when.end, end) & ALIEN)


def _is_since(when: When, ground: Ground) -> bool:
    items = ground.context.tokens.items
    return when.way == "since" or (when.start > 0 and items[when.start - 1].norm == "since")


def _since_then(when: When, ground: Ground) -> bool:
    """ "Happens every single run since I joined up in spring", "it has crept up on me since Christmas"."""
    items, first = ground.context.tokens.items, ground.context.layout.sentence_start[when.start]
    if not _is_since(when, ground) or items[first].norm not in HAPPENS:
        return False
    lead = next((p for p in range(when.start, first, -1) if items[p].norm == "since"), None)
    if lead is None or lead - first > MOST_BEFORE:
        return False
    ended = any(items[p].norm in ENDS or items[p].norm in LIKE for p in range(first, lead))
    return not ended and not ground.of(first, when.start) & (ALIEN & ~word.HAPPENING)


def _has_been(when: When, ground: Ground) -> bool:
    """ "My hip's been grumbling for five years", "arches and toes, four nights in seven for two months"."""
    items, first = ground.context.tokens.items, ground.context.layout.sentence_start[when.start]
    if when.way != "for" or when.days < A_DAY:
        return False
    before = range(max(first, when.start - AHEAD), when.start)
    if any(items[p].norm in ENDS or items[p].norm in LIKE for p in before):
        return False
    if any(items[p].norm == "spent" for p in before):
        return _tells(range(when.end, min(len(items), when.end + AHEAD)), ground)
    own = any(ground.kinds[p] & OWN or items[p].norm in LIMBS for p in before)
    goes_on = any(items[p].norm in GOING and items[p + 1].norm.endswith("ing") for p in before)
    often = any(items[p].norm in OFTEN for p in before)
    alien = any(_is_other(ground.kinds[p]) or ground.kinds[p] & word.HAPPENING for p in before)
    return own and (goes_on or often) and not alien


def _since_event(when: When, ground: Ground) -> bool:
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
    return _tells(range(when.end, min(len(items), when.end + WIDE)), ground)


def _who(when: When, ground: Ground) -> bool:
    """Whether it follows at once who has had something for so long: "two weeks I've been hobbling"."""
    items = ground.context.tokens.items[when.end : when.end + SUBJECT]
    norms = [t.norm for t in items if t.norm not in ("now", "already")]
    return len(norms) > 1 and not items[0].before and norms[0] in WHO and norms[1] in HAS


def _still_well(when: When, ground: Ground) -> bool:
    """ "Six months ago I could still leap out of my chair"."""
    items = ground.context.tokens.items[when.end : when.end + SUBJECT]
    norms = [t.norm for t in items]
    told = len(norms) == SUBJECT and norms[0] in WHO and norms[1] in COULD
    return told and when.way == "ago" and when.days >= A_DAY and _is_head(when, ground)


def _happened(when: When, ground: Ground) -> bool:
    """ "On Sunday I got a hot pain down my thigh", "yesterday she slid and turned her leg"."""
    layout, items = ground.context.layout, ground.context.tokens.items
    if when.start and items[when.start - 1].norm in EVERY | {"within"}:
        return False
    counted = when.way == "span" and when.end < len(items) and items[when.end].norm == "since"
    if not (when.way in POINTS or counted) or when.days > SOME_WEEKS:
        return False
    first, end = layout.sentence_start[when.start], layout.sentence_end[when.end - 1]
    if end - first <= when.end - when.start + 1:
        return False
    beside = range(max(first, when.start - NEAR), min(end, when.end + NEAR))
    if any(_is_other(ground.kinds[p]) for p in beside) or any(items[p].norm in LIKE for p in beside):
        return False
    near = range(max(first, when.start - WIDE), min(end, when.end + WIDE))
    if _tells(near, ground):
        return not any(
            items[p].norm in WELL_NOW and items[p + 1].norm != "reason" for p in near if p + 1 < end
        )
    if any(t.norm == "fine" for t in items[end : end + 2 * SUBJECT]):
        return False
    if any(t.norm in HABIT for t in items[end : end + AHEAD]):
        return False
    if counted or any(_befell(p, ground) for p in near):
        return _tells(range(end, min(len(items), end + FAR)), ground, first=False)
    after = layout.sentence_end[end] if end < len(items) else end
    if any(items[p].norm in ENDS for p in range(end, after)):
        return False
    free = not ground.of(near.start, near.stop) & ALIEN
    return free and _tells(range(end, min(after, end + WIDE)), ground)


def _befell(place: int, ground: Ground) -> bool:
    """Whether something befell somebody here."""
    told = ground.marks.has("befell", place) or bool(ground.kinds[place] & word.HAPPENING)
    return told or ground.context.tokens.items[place].norm in BEFELL


def _is_head(when: When, ground: Ground) -> bool:
    """Whether a time opens its sentence, or a piece behind a mark."""
    items, place = ground.context.tokens.items, when.start
    first = ground.context.layout.sentence_start[when.start]
    while place > first and not items[place].before and items[place - 1].norm in OPENERS:
        place -= 1
    if place == first or (place < when.start and items[place].norm in JOINS):
        return True
    return bool(items[place].before) and not ground.of(max(first, place - NEAR), place) & word.MEDICINE


def _tells(places: range, ground: Ground, first: bool = True) -> bool:
    """Whether a complaint or another sign is told here (before anything else), and no end of it."""
    items, plain = ground.context.tokens.items, ground.context.is_plain
    limbs = [p for p in places if items[p].norm in LIMBS]
    told = next((p for p in places if ground.kinds[p] & (TOLD | ALIEN) or p in limbs), None)
    if told is None or (first and (not plain(told) or _is_other(ground.kinds[told]))):
        return False
    own = next((p for p in places if (ground.kinds[p] & TOLD or p in limbs) and plain(p)), None)
    if own is None:
        return False
    return not first or not any(items[p].norm in NO_END for p in places if p <= own + 1)


def _is_other(kinds: int) -> bool:
    """Whether a word tells of a medicine or an illness, and of no leg."""
    return bool(kinds & OTHERS) and not kinds & OWN
