"""Days that come round each week: "on a Saturday", "Sunday to Thursday" are no time gone by."""

from __future__ import annotations

from charley.intake.quantities.feasts import SHORT_WEEKDAYS, WEEKDAYS
from charley.intake.text.tokens import Token

ANY = frozenset(("a", "an", "every", "each", "any", "most", "alternate", "per", "another"))
"""Words before a weekday that make it any such day."""

EACH = frozenset(f"{day}s" for day in WEEKDAYS)
"""Weekdays that come round, by their plural: what is told with them comes round too."""

STORY = 25
"""So many words before a weekday such a day is looked for."""

EVER = frozenset(("always", "usually", "mostly", "never", "without"))
PARTS = frozenset(("morning", "night", "evening", "afternoon", "nite"))
PARTS_PLURAL = frozenset(f"{part}s" for part in PARTS)

RANGE = frozenset(("to", "till", "til", "through", "thru", "or", "-"))
GONE = frozenset(("gone", "ago", "back", "before"))


def is_habitual(tokens: list[Token], place: int) -> bool:
    """Whether the weekday at `place` comes round: any such day, or one end of a working week.

    "Of all my Mondays" is another word. "A Thursday gone" went by.
    """
    after = _word(tokens, place + 1)
    if after in GONE:
        return False
    if after in RANGE and _is_day(_word(tokens, place + 2)):
        return True
    if _word(tokens, place - 1) in RANGE and _is_day(_word(tokens, place - 2)):
        return True
    if _word(tokens, place - 1) in ANY or _said_ever(tokens, place):
        return True
    first = max(0, place - STORY)
    return any(_is_day(_word(tokens, p)) and _word(tokens, p - 1) in ANY for p in range(first, place)) or any(
        _word(tokens, p) in EACH for p in range(first, place)
    )


def _said_ever(tokens: list[Token], place: int) -> bool:
    """ "Sunday morning always", "Friday nights", "Saturday night, never another"."""
    after = [_word(tokens, place + n) for n in (1, 2)]
    if after[0] in PARTS_PLURAL or EVER.intersection(after[:1]):
        return True
    return after[0] in PARTS and (after[1] in EVER)


def _is_day(word: str) -> bool:
    return word in WEEKDAYS or word in SHORT_WEEKDAYS


def _word(tokens: list[Token], place: int) -> str:
    return tokens[place].norm if 0 <= place < len(tokens) else ""
