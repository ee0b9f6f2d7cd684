"""What only looks like an answer about the cramp: the side that is well, toes that somebody pulls, nights
that are counted, a hard muscle that was hit, an examination in everyday words."""

from __future__ import annotations

from itertools import dropwhile

from charley.intake.patterns.hits import WITHIN_SENTENCE, Context, Hit
from charley.intake.patterns.mending import SIDES
from charley.intake.quantities.lengths import When
from charley.intake.scope.scopes import NONE
from charley.intake.text.marks import Marks

WELL = frozenset(("fine", "ok", "okay", "alright", "good", "normal", "well", "grand", "perfect"))
BEING = frozenset(
    ("is", "are", "'s", "was", "feels", "one", "leg", "calf", "foot", "side", "all", "perfectly")
)
"""Words between a side and how it is."""

LEGS = frozenset(("of", "my", "the", "them", "legs", "feet", "calves", "thighs", "sides", "shins"))
APART = frozenset(("never", "not", "but"))
TOGETHER = frozenset(("at", "together", "once", "same", "time", "both"))

TOES = frozenset(("foot", "feet", "toe", "toes", "heel", "sole", "soles", "instep"))
HANDLES = frozenset((
    "pull", "pulls", "pulled", "pulling", "push", "pushes", "pushed", "pushing", "bend", "bends", "bent",
    "bending", "flex", "flexes", "flexed", "flexing", "stretch", "stretches", "stretched", "stretching",
    "press", "presses", "pressed", "pressing", "rub", "rubs", "rubbed", "rubbing", "stamp", "stamps",
    "stamped", "stamping", "stomp", "stomps", "stomping", "lift", "lifts", "lifting", "raise", "raising",
    "massage", "massages", "massaging", "point", "points", "pointing", "hold", "holds", "holding",
))  # fmt: skip
"""What somebody does to a foot, which says nothing of where the cramp is."""

OWNERS = frozenset(
    ("my", "his", "her", "the", "their", "your", "both", "left", "right", "big", "me", "ma", "all")
)
ITSELF = frozenset(("it", "they", "cramp", "cramps", "spasm", "which", "that", "muscle", "muscles"))
"""Before the verb they make it the cramp that pulls: "it pulls my toes down"."""

COUNTS = frozenset(("once", "twice", "thrice", "nights", "times", "days", "x", "night"))
IN_TIME = frozenset(("in", "this", "out", "of", "the", "outta", "during", "over", "x"))
"""Words between what is counted and the stretch that it is counted in: four nights in one week."""

PER = frozenset(("out", "outta", "of", "a", "per"))
GROWN = 12 * 365.25
"""More days than this at the head of a text are an age."""

BACK = 4
"""How many words before or behind are looked at."""

EASING = frozenset((
    "stop", "stops", "stopped", "stopping", "rest", "rests", "rested", "resting", "stand", "stands", "stood",
    "standing", "sit", "sits", "sat", "wait", "waits", "waited", "walk", "walked", "massage", "rub", "hold",
))  # fmt: skip
EASED = 6
"""How many words may stand between them and how long."""

LASTING = frozenset(
    ("last", "lasts", "lasted", "lasting", "it", "they", "cramp", "cramps", "goes", "within", "in", "after")
)
"""Before a length they make it the cramp's again: "I stand and in a minute it goes"."""

UNTIL = frozenset(("before", "until", "till", "til"))
EASES = "how long what eases it takes"
HURT = ("happening", "swollen")
LAY = "an examination's finding in everyday words"


def looks_alike(hit: Hit, finding: str, context: Context, marks: Marks) -> str:
    """Why a hit says nothing of the cramp though its words fit; nothing where it does."""
    match finding:
        case "cramp_side":
            return _of_side(hit, context)
        case "cramp_site":
            return "what is pulled or pushed, not where it hurts" if _is_handled(hit, context) else ""
        case "cramp_minutes":
            return EASES if _is_of_easing(hit, context) else ""
        case "first_started" if _is_of_easing(hit, context):
            return EASES
        case "first_started":
            return "how often, not since when" if _is_counted(hit, context) else ""
        case "sudden_hard_knot":
            return "hard because it is hurt or swollen" if _is_hurt(hit, context, marks) else ""
    return ""


def is_lay(hit: Hit, context: Context, marks: Marks) -> bool:
    """Whether people tell of themselves or their own, and use no word of an examination. That they see
    nothing wrong is no finding; what they do see is one."""
    if not marks.places("first_person") and not marks.places("family"):
        return False
    return not any(marks.has("examined", place) for place in _near(hit, context))


def _near(hit: Hit, context: Context) -> range:
    """The tokens of a hit's sentence that stand close by."""
    start, end = context.layout.sentence_start[hit.start], context.layout.sentence_end[hit.end - 1]
    return range(max(start, hit.start - WITHIN_SENTENCE), min(end, hit.end + WITHIN_SENTENCE))


def _of_side(hit: Hit, context: Context) -> str:
    """Why a side is not that of the cramp: "left leg never", "the left one is fine", "both, but never
    together"."""
    items = context.tokens.items
    if hit.pattern.answer in SIDES.values():
        end = min(context.layout.clause_end[hit.end - 1], hit.end + WITHIN_SENTENCE)
        after = [items[p].norm for p in _up_to_comma(hit.end, end, context)]
        after = list(dropwhile(BEING.__contains__, after))
        return "the side that is well" if after == ["never"] or WELL.intersection(after[:1]) else ""
    if hit.pattern.answer == "both together":
        end = min(context.layout.sentence_end[hit.end - 1], hit.end + BACK)
        after = [items[place].norm for place in range(hit.end, end)]
        after = list(dropwhile(LEGS.__contains__, after))
        return (
            "not at the same time" if APART.intersection(after[:1]) and TOGETHER.intersection(after) else ""
        )
    return ""


def _up_to_comma(start: int, end: int, context: Context) -> range:
    commas = (p for p in range(start, end) if context.tokens.items[p].before == ",")
    return range(start, next(commas, end))


def _is_handled(hit: Hit, context: Context) -> bool:
    items = context.tokens.items
    if hit.pattern.answer != "foot or toes":
        return False
    feet = [p for start, end, _ in hit.spans for p in range(start, end) if items[p].norm in TOES]
    return bool(feet) and all(_handled(place, context) for place in feet)


def _handled(place: int, context: Context) -> bool:
    """Whether somebody pulls, bends or rubs what stands here."""
    items, first = context.tokens.items, max(context.layout.clause_start[place], place - BACK - 1)
    verb = place - 1
    while verb > first and items[verb].norm in OWNERS and not items[verb + 1].before:
        verb -= 1
    if verb < first or items[verb].norm not in HANDLES or items[verb + 1].before:
        return False
    return verb == 0 or items[verb - 1].norm not in ITSELF


def _is_counted(hit: Hit, context: Context) -> bool:
    """Whether a time is what something is counted in: twice last night, four nights this week."""
    when = context.times.get(hit.caught)
    if when is None:
        return False
    if _is_age(when, context) or _is_rate(when, context):
        return True
    items, place = context.tokens.items, when.start - 1
    if items[hit.end - 1].norm == "since" and when.end < hit.end and hit.end in context.times:
        return True  # another time stands behind the "since"
    first = max(context.layout.clause_start[when.start], when.start - BACK)
    while place > first and items[place].norm in IN_TIME:
        place -= 1
    counted = place >= first and items[place].norm in COUNTS
    return counted and (items[place].norm in ("once", "twice", "thrice") or place - 1 in context.numbers)


def _is_of_easing(hit: Hit, context: Context) -> bool:
    """Whether somebody stops, stands or walks so long: "stop at a gate for a minute and I'm right"."""
    items = context.tokens.items
    place = hit.start if hit.caught == NONE else hit.caught
    first = max(context.layout.clause_start[place], place - EASED)
    if any(token.norm in UNTIL for token in items[place : hit.end + 1]):
        return False
    for back in range(place, first - 1, -1):
        if items[back].norm in LASTING:
            return False
        if items[back].norm in EASING:
            return True
    return False


def _is_rate(when: When, context: Context) -> bool:
    """Whether a stretch is counted itself: "five nights out of seven"."""
    items = context.tokens.items
    after = items[when.end].norm if when.end < len(items) else ""
    return items[when.end - 1].norm in COUNTS and after in PER


def _is_age(when: When, context: Context) -> bool:
    """Whether a text begins with nothing but so many years: "67 yrs. Left. Nights."."""
    alone = when.start == 0 and when.end == context.layout.sentence_end[0]
    return alone and when.end < len(context.tokens.items) and when.days > GROWN


def _is_hurt(hit: Hit, context: Context, marks: Marks) -> bool:
    """Whether the muscle was hit, is in plaster or swollen, and no cramp is told beside it."""
    near, own = _near(hit, context), range(hit.start, hit.end)
    if any(marks.has("cramp_verb", p) and p not in own for p in near):
        return False
    start = context.layout.sentence_start[near.start]
    before = (
        max(context.layout.sentence_start[start - 1], near.start - WITHIN_SENTENCE) if start else near.start
    )
    denied = context.scopes.denied
    told = (p for p in range(before, near.stop) if p not in own and denied[p] == NONE)
    return any(marks.has(group, p) for p in told for group in HURT)
