"""Days that come round each week: "on a Saturday", "of a Wednesday", "Sunday to Thursday" are no time gone by."""

from __future__ import annotations

from charley.intake.feasts import SHORT_WEEKDAYS, WEEKDAYS
from charley.intake.tokens import Token

ANY = frozenset(("a", "an", "every", "each", "any", "most", "alternate", "per", "another"))
"""Words before a weekday that make it any such day."""

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
    return _word(tokens, place - 1) in ANY


def _is_day(word: str) -> bool:
    return word in WEEKDAYS or word in SHORT_WEEKDAYS


def _word(tokens: list[Token], place: int) -> str:
    return tokens[place].norm if 0 <= place < len(tokens) else ""
