"""How long a cramp lasts, told by a length of time that stands alone beside the cramp: "left calf, a good 15
minutes sometimes", "five minutes of agony"."""

from __future__ import annotations

from bisect import bisect_left

from charley.intake.patterns import pieces as word
from charley.intake.patterns.hits import Context
from charley.intake.patterns.pieces import Ground
from charley.intake.quantities.numbers import Amount
from charley.intake.values import Reading

MINUTES = "cramp_minutes"
UNITS = {
    "second": 1 / 60, "seconds": 1 / 60, "sec": 1 / 60, "secs": 1 / 60, "minute": 1.0, "minutes": 1.0,
    "min": 1.0, "mins": 1.0, "hour": 60.0, "hours": 60.0, "hr": 60.0, "hrs": 60.0,
}  # fmt: skip
BESIDE = frozenset((
    "a", "good", "about", "roughly", "around", "approx", "maybe", "mebbe", "or", "so", "sometimes", "tops",
    "max", "most", "at", "each", "time", "usually", "often", "up", "to", "over", "nearly", "almost", "only",
    "just", "like", "full", "solid", "it", "remains", "stays", "lasts", "takes", "goes", "on", "then",
    "gone", "and", "perhaps", "long", "easily", "least", "oh", "stays", "some", "sure", "duration", "of",
))  # fmt: skip
"""All that may stand in the piece of a length of time which is the cramp's."""

AGONY = frozenset(("agony", "hell", "pain", "torture", "screaming", "cramp", "cramping", "misery", "spasm"))
FOR = frozenset(("get", "gets", "have", "has", "got", "hurts", "hold", "holds", "grips", "there", "with"))
"""Words of having, before "it for 30 seconds"."""

DOING = frozenset((
    "walk", "walking", "stand", "standing", "sit", "sitting", "stretch", "stretching", "run", "running",
    "drive", "driving", "cycle", "cycling", "swim", "swimming", "ambulance", "wait", "waited", "sleep",
    "asleep", "awake", "after", "before", "every", "into", "treadmill", "flight", "flew", "bus", "train",
    "coach", "journey", "rest", "resting", "massage", "kneel", "kneeling", "work", "shift", "queue",
    "class", "game", "match", "exercise",
))  # fmt: skip
"""Words of a sentence whose length of time may be that of something done."""

DEEDS = DOING - {"after", "before", "every", "into", "work", "rest", "massage"}
ENDS = frozenset((
    "goes", "go", "gone", "lets", "let", "eases", "eased", "ease", "passes", "passed", "settles", "stops",
    "off", "wears", "releases", "over", "clears", "lasts", "last", "lasted",
))  # fmt: skip
"""Words that tell that a cramp ended."""

EASES = ENDS - {"go", "goes", "off", "over", "last", "lasts", "lasted"}
"""Of these, the ones that tell it beyond doubt: a calf that "goes" may be seized."""

DEED = 5
"""How many words may stand between something done and how long it was."""

BACK, WIDE = 12, 30
"""How many words before a piece the cramp is looked for, and on either side something done."""

WHY = "a length of time beside the cramp"


def spell_readings(readings: list[Reading], ground: Ground) -> list[Reading]:
    """The readings without lengths of time of something done, and with that of the cramp where the lexicon
    has none."""
    context = ground.context
    starts = [token.start for token in context.tokens.items]
    kept = [_own(reading, starts, context) for reading in readings]
    if any(r.what == MINUTES and r.status == "taken" for r in kept):
        return kept
    return [*kept, *_found(ground)]


def _own(reading: Reading, starts: list[int], context: Context) -> Reading:
    """A reading, dropped where its length of time is that of what was done: after ten minutes' walk."""
    if reading.what != MINUTES or reading.status != "taken":
        return reading
    first, last = bisect_left(starts, reading.start), bisect_left(starts, reading.end)
    amount = next((context.numbers[p] for p in range(first, last) if p in context.numbers), None)
    if amount is None or context.norm(amount.end) not in UNITS:
        return reading
    follows = context.norm(amount.end + 1) in ("after", "into")
    if _unit(amount, context) and not follows and not _is_of_deed(amount, context):
        return reading
    return reading.dropped("how long something was done")


def _around(place: int, context: Context) -> tuple[int, int]:
    """The sentence of a token, as far as it is looked through."""
    layout = context.layout
    return max(layout.sentence_start[place], place - WIDE), min(layout.sentence_end[place], place + WIDE)


def _is_of_deed(amount: Amount, context: Context) -> bool:
    """Whether something is done for that long, in a clause that tells nothing of its end."""
    items, start = context.tokens.items, amount.start
    low, high = _around(start, context)
    if any(items[p].norm in ENDS for p in range(low, high)):
        return False
    near = {items[p].norm for p in range(max(low, start - DEED), start)}
    behind = {items[p].norm for p in range(amount.end + 1, min(high, amount.end + 1 + DEED))}
    led = items[start - 1].norm == "after" if start > low else False
    return not near.isdisjoint(DEEDS) or (led and not behind.isdisjoint(DEEDS))


def _found(ground: Ground) -> list[Reading]:
    context = ground.context
    lengths = [*context.numbers.values(), *_single(context)]
    lengths = [n for n in lengths if _unit(n, context)]
    if not lengths:
        return []
    for amount in sorted(lengths, key=lambda n: n.start):
        its = _is_its(amount, ground) or _eases_in(amount, ground)
        if its and context.is_plain(amount.start):
            value = round(amount.value * _unit(amount, context), 3)
            return [Reading("finding", MINUTES, value, *context.words(amount.start, amount.end + 1), WHY)]
    return []


def _single(context: Context) -> list[Amount]:
    """ "A minute", "an hour"."""
    items = context.tokens.items
    return [
        Amount(p, p + 1, 1.0, 1.0, 1.0)
        for p in range(len(items) - 1)
        if items[p].norm in ("a", "an") and items[p + 1].norm in UNITS
    ]


def _eases_in(amount: Amount, ground: Ground) -> bool:
    """ "Then it lets go after a min or so"."""
    items, start = ground.context.tokens.items, amount.start
    low = ground.context.layout.sentence_start[start]
    before = [items[p].norm for p in range(max(low, start - 5), start)]
    leads = [n for n, norm in enumerate(before) if norm in ("after", "in", "within", "inside")]
    return bool(leads) and not EASES.isdisjoint(before[: leads[-1]]) and DEEDS.isdisjoint(before[leads[-1] :])


def _unit(amount: Amount, context: Context) -> float:
    items = context.tokens.items
    if amount.end >= len(items) or items[amount.end].before not in ("", "-"):
        return 0.0
    return UNITS.get(items[amount.end].norm, 0.0)


def _is_its(amount: Amount, ground: Ground) -> bool:
    items, start, end = ground.context.tokens.items, amount.start, amount.end + 1
    low, high = _around(start, ground.context)
    if any(items[p].norm in DOING for p in range(low, high)):
        return False
    behind = [items[p].norm for p in range(end, min(end + 2, high))]
    if behind[:1] == ["of"] and behind[1:] and behind[1] in AGONY:
        return True
    if _had_for(amount, ground):
        return True
    first, last = start, end
    while first > low and not items[first].before:
        first -= 1
    while last < high and not items[last].before:
        last += 1
    rest = [items[p].norm for p in (*range(first, start), *range(end, last))]
    told = ground.of(max(low, first - BACK), first)
    if first == low and last == high and BESIDE.issuperset(rest):
        told = ground.of(max(0, low - BACK), low)
    return (
        BESIDE.issuperset(rest)
        and bool(told & (word.CRAMP | word.PAIN | word.LIMB | word.VAGUE))
        and not told & word.MEDICINE
    )


def _had_for(amount: Amount, ground: Ground) -> bool:
    """ "I get it for 30 seconds"."""
    items, start = ground.context.tokens.items, amount.start
    before = [items[p].norm for p in range(max(0, start - 3), start)]
    return before[-1:] == ["for"] and before[-2:-1] == ["it"] and before[0] in FOR
