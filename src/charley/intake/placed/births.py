"""A birth in the last six weeks, by its time: "gave birth last Tuesday", "nine days since my girl came"."""

from __future__ import annotations

from charley.intake.patterns.hits import Context
from charley.intake.scope.scopes import NONE
from charley.intake.values import Reading

PREGNANT, BORN = "pregnant", "had a baby in the last 6 weeks"
SIX_WEEKS = 43.0
NEAR, WIDE = 6, 30
"""How many words may stand between the birth and its time, and before it the one who bore."""

CHILD = frozenset((
    "baby", "babies", "twins", "son", "daughter", "girl", "boy", "bairn", "wean", "first", "second",
    "third", "fourth", "one", "newborn",
))  # fmt: skip
COUNTS = frozenset(("one", "first", "second", "third", "fourth"))
OWNERS = frozenset(("my", "our", "the", "a", "little", "baby", "wee", "first", "second", "third"))
CAME = frozenset(("came", "arrived", "born", "delivered"))
BIRTHS = (
    ("gave", "birth"), ("giving", "birth"), ("the", "birth"), ("my", "birth"), ("c", "section"),
    ("post", "section"), ("the", "section"), ("my", "section"), ("by", "section"), ("caesarean",),
    ("cesarean",), ("caesar",), ("forceps",), ("postpartum",), ("post", "partum"), ("postnatal",),
    ("post", "natal"),
)  # fmt: skip
KIN = frozenset((
    "sister", "sisters", "niece", "friend", "friends", "cousin", "wife", "girlfriend", "partner",
    "neighbour", "neighbor", "colleague", "sil", "dog", "bitch", "cat", "mare", "cow", "law", "his", "her",
    "their", "she", "granddaughter",
))  # fmt: skip
"""Words before a birth that make it somebody else's, or one of long ago."""

FATHERS = frozenset((
    "dad", "father", "daddy", "grandad", "grandpa", "grandfather", "grandson", "grandchild", "nephew",
    "granddaughter", "bowel", "granny", "grandma", "nan",
))  # fmt: skip
"""Words about a birth that make it somebody else's: I'm the dad."""

HAVING = frozenset(("had", "having", "delivered"))
WHY = "a birth in the last six weeks, by its time"


def birth_readings(readings: list[Reading], context: Context) -> list[Reading]:
    """A reading of a birth that lies no more than six weeks back."""
    told = [r for r in readings if r.status == "taken"]
    if any(r.what == PREGNANT or (r.what == "sex_at_birth" and r.answer == "male") for r in told):
        return []
    births = [found for place in range(len(context.tokens.items)) if (found := _birth(place, context))]
    for start, end in births:
        time = _time(start, end, context)
        if time is not None and not _is_another(start, end, context):
            first, last = min(start, time[0]), max(end, time[1])
            return [Reading("finding", PREGNANT, BORN, *context.words(first, last), WHY)]
    return []


def _birth(place: int, context: Context) -> tuple[int, int] | None:
    """Where a birth is told."""
    norms = [token.norm for token in context.tokens.items[place : place + 5]]
    for words in BIRTHS:
        if tuple(norms[: len(words)]) == words and norms[len(words) : len(words) + 1] != ["at"]:
            return place, place + len(words)
    if norms[0] not in HAVING and norms[0] not in ("my", "our", "the", "baby"):
        return None
    end = 1
    while end < len(norms) and norms[end] in OWNERS and norms[end + 1 : end + 2] != ["old"]:
        end += 1
    if _is_only_counted(norms, end):
        return None
    child = norms[end] if end < len(norms) and norms[end] in CHILD else norms[end - 1]
    if child not in CHILD:
        return None
    end += end < len(norms) and norms[end] in CHILD
    if norms[0] in HAVING:
        return (place, place + end) if end > 1 else None
    came = next((n for n in range(end, min(end + 2, len(norms))) if norms[n] in CAME), None)
    return (place, place + came + 1) if came is not None else _aged(place, end, norms)


def _is_only_counted(norms: list[str], end: int) -> bool:
    """Whether "one" or "the first" is a cramp as well as a child: had one yesterday."""
    word = norms[end] if end < len(norms) and norms[end] in CHILD else norms[end - 1]
    owned = "my" in norms[:end] or "our" in norms[:end] or "little" in norms[:end]
    return norms[0] in HAVING and word in COUNTS and not owned


def _aged(place: int, end: int, norms: list[str]) -> tuple[int, int] | None:
    """ "Baby is (ten days old)"."""
    return (place, place + end + 1) if norms[end : end + 1] in (["is"], ["'s"]) else None


def _time(start: int, end: int, context: Context) -> tuple[int, int] | None:
    """The time of a birth, no more than six weeks ago, near to it in its sentence."""
    items, sentence = context.tokens.items, context.layout.sentence
    aged = items[end - 1].norm in ("is", "'s")
    near = range(max(0, start - 2 * NEAR), end + NEAR + 1)
    for when in (context.times[p] for p in near if p in context.times):
        gap = max(when.start - end, start - when.end)
        if when.days >= SIX_WEEKS or gap > NEAR or sentence[when.start] != sentence[start]:
            continue
        if not aged or (when.start == end and _is_old(when.end, context)):
            return when.start, when.end
    return _counted(start, end, context, aged)


def _counted(start: int, end: int, context: Context, aged: bool) -> tuple[int, int] | None:
    """A count of days or weeks that is no time by itself: four days post partum, ten days old."""
    near = range(max(0, start - NEAR), end + 1)
    for amount in (context.numbers[p] for p in near if p in context.numbers):
        unit = UNITS.get(context.norm(amount.end), 0.0)
        beside = amount.end + 1 == start or amount.start == end
        old = not aged or _is_old(amount.end + 1, context)
        if unit and beside and old and amount.value * unit < SIX_WEEKS:
            return amount.start, amount.end + 1
    day = start >= 2 and context.norm(start - 2) == "day" and start - 1 in context.numbers
    return (start - 2, start) if day and context.numbers[start - 1].value < SIX_WEEKS else None


UNITS = {"day": 1.0, "days": 1.0, "week": 7.0, "weeks": 7.0, "wk": 7.0, "wks": 7.0}


def _is_old(place: int, context: Context) -> bool:
    return context.norm(place) == "old"


def _is_another(start: int, end: int, context: Context) -> bool:
    scopes, layout = context.scopes, context.layout
    first = max(layout.sentence_start[start], start - WIDE)
    if any(context.norm(p) in KIN for p in range(first, end)):
        return True
    if any(context.norm(p) == "daughter" for p in range(first, start)):
        return True
    if any(context.norm(p) in FATHERS for p in range(first, min(end + WIDE, len(context.tokens.items)))):
        return True
    return any(
        scopes.denied[p] != NONE or scopes.supposed[p] != NONE or scopes.asked[p] for p in range(start, end)
    )
