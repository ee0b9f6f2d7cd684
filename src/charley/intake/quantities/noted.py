"""Lengths of time as clinicians note them: 3/7, 2/52, 6/12, 2d."""

from __future__ import annotations

from charley.intake.quantities.date_words import word_at as _word
from charley.intake.quantities.lengths import When
from charley.intake.quantities.numbers import Amount
from charley.intake.text.tokens import Token

NOTED = {"7": 1.0, "52": 7.0, "12": 30.4}
"""How clinicians write days, weeks and months: 3/7, 2/52, 6/12."""

NOTE_LEADS = frozenset(("x", "for", "of", "last", "past", "since", "hx", "history", "onset", "over"))

LETTERS = {"d": 1.0, "w": 7.0}
"""Units as clinicians write them on to the number: 2d, 3w."""


def find_noted(tokens: list[Token], place: int, at: dict[int, Amount]) -> When | None:
    """A count of days, weeks or months in a clinician's short form."""
    amount = at.get(place)
    if amount is None or amount.value > 20:
        return None
    if _word(tokens, amount.end) != "over":
        return _letter(tokens, place, amount)
    days = NOTED.get(_word(tokens, amount.end + 1))
    end = amount.end + 2
    if days is None:
        return None
    if _word(tokens, end) in ("ago", "back"):
        return When(place, end + 1, amount.value * days, "ago")
    leads = _word(tokens, place - 1) in NOTE_LEADS
    follows = _word(tokens, end) in ("hx", "history", "of", "duration")
    return When(place, end, amount.value * days, "for") if leads or follows else None


def _letter(tokens: list[Token], place: int, amount: Amount) -> When | None:
    """ "Calf pain 2d", "x3w": at the end of what is told, and in no rate."""
    end = amount.end
    days = LETTERS.get(_word(tokens, end))
    if days is None or tokens[end].start != tokens[end - 1].end or _word(tokens, end + 1) == "over":
        return None
    ends = (
        end + 1 == len(tokens)
        or bool(tokens[end + 1].before)
        or _word(tokens, end + 1) in ("ago", "hx", "history")
    )
    if not ends:
        return None
    gone = _word(tokens, end + 1) == "ago" and not tokens[end + 1].before
    led = _word(tokens, place - 1) in NOTE_LEADS
    return When(place, end + 1 + gone, amount.value * days, "ago" if gone else "for" if led else "span")
