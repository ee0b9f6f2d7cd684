"""The age beside the word for the person: "my boyfriend, 24, ...", "Grandad (81)", "Mum is 62."."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from charley.intake.patterns.hits import Context
from charley.intake.text.marks import Marks
from charley.intake.values import Reading
from charley.intake.whose.kin import is_same, kin_word

IS = frozenset(("is", "'s", "aged", "age", "only", "just"))
OLDEST = 110
WHY = "the age beside the word for the person"


def age_of_patient(context: Context, marks: Marks, kin: str | None) -> list[Reading]:
    """A number set off by commas or brackets behind the word for whom the story is about."""
    if kin is None:
        return []
    told = (p for p in sorted(marks.places("family")) if is_same(kin_word(context.tokens, marks, p), kin))
    places = chain((marks.end("family", place) for place in told), _names(context, marks))
    readings = (_age_at(place, context) for place in places)
    return [reading for reading in readings if reading is not None][:1]


def _names(context: Context, marks: Marks) -> Iterator[int]:
    """The places behind what is written as a name within a sentence: young Brayden, 27; our Joan (84)."""
    items = context.tokens.items
    named = (p for p in range(1, len(items)) if _is_name(items[p].raw or "", context, p))
    yield from (p + 1 for p in named if not marks.has("family", p) and p not in context.times)


def _is_name(word: str, context: Context, place: int) -> bool:
    start, end = context.tokens.items[place].start, context.tokens.items[place].end
    written = context.text[start:end].partition("'")[0].partition("\u2019")[0]
    fresh = place == context.layout.sentence_start[place]
    return not fresh and len(written) > 1 and written.istitle() and written.isalpha()


def _age_at(place: int, context: Context) -> Reading | None:
    items, start = context.tokens.items, place
    while place < len(items) and items[place].norm in IS and not items[place].before:
        place += 1
    amount = context.numbers.get(place)
    if amount is None or amount.end != place + 1 or not 1 <= amount.value <= OLDEST or amount.value % 1:
        return None
    set_off = items[place].before in (",", "(", "-") or (place > start and not items[place].before)
    ends = place + 1 == len(items) or items[place + 1].before
    if not (set_off and ends):
        return None
    first, last, words = context.words(place, place + 1)
    return Reading("finding", "age", float(amount.value), first, last, words, WHY)
