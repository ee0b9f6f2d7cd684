"""What somebody puts right: "the right calf, sorry, the left one", "four or five a week... well, four"."""

from __future__ import annotations

from charley.intake.patterns.hits import Context
from charley.intake.quantities.numbers import Amount
from charley.intake.values import Reading

AHEAD = 5
"""How many words may stand between a correction and the side."""

REACH = 40
"""Characters behind a correction that put something right."""

CLOSE = 12
"""Characters between a number and the correction that takes it back."""

STOPS = frozenset((".", ",", ";", "?", ")", "-"))
NO_TOPIC = "nothing says what it is about"

BARE = frozenset(("age",))
"""Findings that any number might tell: only one close behind a correction puts them right."""

SIDES = {"left": "always the left", "right": "always the right"}
LEADS = frozenset(("the", "my", "his", "her", "left", "always", "mean", "meant"))
"""Before "right" they make it a side: right, so ... is none."""


def mended_sides(readings: list[Reading], corrections: list[int], context: Context) -> list[Reading]:
    """A reading of the side for each correction that names one; `corrections` are tokens, in order."""
    items = context.tokens.items
    sided = [
        r for r in readings if r.what == "cramp_side" and r.status == "taken" and r.answer in SIDES.values()
    ]
    result = []
    for place in corrections:
        side = _side_behind(place, context)
        before = [r for r in sided if r.end <= items[place].start]
        if side is None or not before or any(r.start >= items[place].start for r in sided):
            continue
        first, last, words = context.words(side, side + 1)
        answer = SIDES[items[side].norm]
        why = "the side put right"
        result.append(before[-1]._replace(answer=answer, start=first, end=last, words=words, why=why))
    return result


def mended_topics(readings: list[Reading], corrections: list[int], context: Context) -> list[Reading]:
    """The readings; what stands behind a correction speaks of what the words before it spoke of: "for two
    weeks, well, two and a half months"."""
    items = context.tokens.items
    starts = [items[place].start for place in corrections]
    result = []
    for reading in readings:
        place = next((s for s in starts if s <= reading.start <= s + REACH), None)
        bare = reading.what in BARE
        if (
            place is not None
            and not bare
            and NO_TOPIC in reading.why
            and _told_before(reading, readings, place)
        ):
            reading = reading._replace(status="taken", why="puts right what was said before")
        result.append(reading)
    return result


def _told_before(reading: Reading, readings: list[Reading], place: int) -> bool:
    return any(r.what == reading.what and r.status == "taken" and r.end <= place for r in readings)


def mended_numbers(readings: list[Reading], corrections: list[int], context: Context) -> list[Reading]:
    """A reading of the same finding for each correction that names a bare number instead of another."""
    items, result = context.tokens.items, []
    for place in corrections:
        amount = context.numbers.get(place + 1)
        begin = items[place].start
        counted = [r for r in readings if r.end <= begin and begin - r.end <= CLOSE and _counts(r)]
        ends = amount is not None and (amount.end == len(items) or items[amount.end].before in STOPS)
        if amount is None or not ends or not counted:
            continue
        last = counted[-1]
        old = next((n.value for n in _numbers_in(last, context) if n.value), None)
        if old is not None:
            first, end, words = context.words(amount.start, amount.end)
            answer = round(float(last.answer) * amount.value / old, 3)
            why = "the number put right"
            result.append(last._replace(answer=answer, start=first, end=end, words=words, why=why))
    return result


def _counts(reading: Reading) -> bool:
    """Whether a reading is a number that counts."""
    return reading.status == "taken" and reading.kind == "finding" and type(reading.answer) is float


def _numbers_in(reading: Reading, context: Context) -> list[Amount]:
    items = context.tokens.items
    return [n for at, n in context.numbers.items() if reading.start <= items[at].start < reading.end]


def _side_behind(place: int, context: Context) -> int | None:
    items = context.tokens.items
    for ahead in range(place + 1, min(place + 1 + AHEAD, len(items))):
        if items[ahead].norm in SIDES and (items[ahead].norm == "left" or items[ahead - 1].norm in LEADS):
            return ahead
    return None
