"""Numbers in digits and words, with ranges: "two or three" is 2.5, "a couple of" is 2."""

from __future__ import annotations

from dataclasses import dataclass

from charley.intake.quantities.lengths import unit_days
from charley.intake.quantities.spoken import LARGE, MOST, TENS, UNITS, grown, hundreds, spoken
from charley.intake.text.tokens import Token
from charley.records.lexicon import FEVER_DEGREES, NORMAL_DEGREES

VAGUE = {"couple": 2.0, "few": 3.0, "several": 4.0, "dozen": 12.0, "handful": 4.0, "umpteen": 10.0}
SINGLE = {"once": 1.0, "twice": 2.0, "thrice": 3.0}
BEGINS = frozenset((*UNITS, *TENS, *VAGUE, *SINGLE, "point", "half", "a", "an", "another"))
"""No number in words begins with any other."""

HEDGES = frozenset(("maybe", "perhaps", "possibly", "sometimes", "occasionally", "even", "up"))
JOINS = frozenset(("to", "or"))
"""What may stand inside a range: two, maybe three; two or even three; three up to five."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A number from token `start` up to `end`; of a range the middle, with its ends."""

    start: int
    end: int
    value: float
    low: float
    high: float


def find_numbers(tokens: list[Token]) -> list[Amount]:
    """Every number, ranges joined."""
    begins = [p for p, t in enumerate(tokens) if t.norm in BEGINS or t.norm[0].isdigit()]
    singles: list[Amount] = []
    behind = 0
    for place in begins:
        amount = _number(tokens, place) if place >= behind else None
        if amount is not None:
            singles.append(amount)
            behind = amount.end
    return _ranges(singles, tokens)


def _number(tokens: list[Token], at: int) -> Amount | None:
    word = tokens[at].norm
    if word[0].isdigit():
        return _and_half(_large(_digits(word, at), tokens), tokens)
    if word in UNITS or word in TENS or word == "point":
        return _words(tokens, at)
    if word in SINGLE:
        return Amount(at, at + 1, SINGLE[word], SINGLE[word], SINGLE[word])
    if word == "half":
        return _half(tokens, at)
    if word in ("a", "an", "another"):
        following = tokens[at + 1].norm if at + 1 < len(tokens) else ""
        if following in VAGUE and not tokens[at + 1].before:
            return _vague(tokens, at, at + 1)
        return _words(tokens, at) if following in LARGE else None
    return _vague(tokens, at, at) if word in VAGUE else None


def _digits(word: str, at: int) -> Amount | None:
    plain = word.replace(",", "") if _is_grouped(word) else word.replace(",", ".")
    try:
        value = float(plain) if len(plain) < 20 else MOST
    except ValueError:
        return None
    return Amount(at, at + 1, min(value, MOST), min(value, MOST), min(value, MOST))


def _is_grouped(word: str) -> bool:
    """Whether commas part thousands: 1,200 but not 2,9."""
    first, *rest = word.split(",")
    return bool(rest) and all(len(group) == 3 for group in rest) and first != "0"


def _words(tokens: list[Token], at: int) -> Amount | None:
    found = _upper(tokens, at) or spoken(tokens, at)
    if found is None:
        return None
    value, end = found
    return _and_half(Amount(at, end, value, value, value), tokens)


def _upper(tokens: list[Token], at: int) -> tuple[float, int] | None:
    """The upper figure of a blood pressure as people read it out: "one forty six over ninety"."""
    found = hundreds(tokens, at)
    return found if found and found[1] < len(tokens) and tokens[found[1]].norm == "over" else None


def _large(amount: Amount | None, tokens: list[Token]) -> Amount | None:
    """With the hundreds and thousands behind it: 5 thousand."""
    if amount is None or amount.end >= len(tokens) or tokens[amount.end].norm not in LARGE:
        return amount
    value, end = grown(tokens, amount.value, amount.end)
    return Amount(amount.start, end, value, value, value)


def _and_half(amount: Amount | None, tokens: list[Token]) -> Amount | None:
    """With the half behind it: 7 and a half, 7½."""
    if amount is None:
        return None
    after = [t.norm for t in tokens[amount.end : amount.end + 3]]
    joined = after[:1] == ["half"] and tokens[amount.end].start == tokens[amount.end - 1].end
    if not joined and after != ["and", "a", "half"]:
        return amount
    value = amount.value + 0.5
    return Amount(amount.start, amount.end + (1 if joined else 3), value, value, value)


def _half(tokens: list[Token], at: int) -> Amount | None:
    following = tokens[at + 1].norm if at + 1 < len(tokens) else ""
    if following == "dozen":
        return Amount(at, at + 2, 6.0, 6.0, 6.0)
    if following in ("a", "an") and at + 2 < len(tokens) and tokens[at + 2].norm == "dozen":
        return Amount(at, at + 3, 6.0, 6.0, 6.0)
    return Amount(at, at + (2 if following in ("a", "an") else 1), 0.5, 0.5, 0.5)


def _vague(tokens: list[Token], start: int, at: int) -> Amount:
    value, end = VAGUE[tokens[at].norm], at + 1
    if end < len(tokens) and tokens[end].norm == "of":
        end += 1
    return Amount(start, end, value, value, value)


def _ranges(singles: list[Amount], tokens: list[Token]) -> list[Amount]:
    joined: list[Amount] = []
    for amount in singles:
        last = joined[-1] if joined else None
        if last and last.low == last.high and _is_range(last, amount, tokens):
            low, high = last.value, amount.value
            joined[-1] = Amount(last.start, amount.end, (low + high) / 2, low, high)
        else:
            joined.append(amount)
    return joined


def _is_range(first: Amount, second: Amount, tokens: list[Token]) -> bool:
    if not first.value < second.value <= max(10 * first.value, 2):
        return False
    between = tokens[first.end : second.start]
    if not between and tokens[second.start].before == ",":
        return second.value - first.value == 1 and _is_counted(tokens, second.end)
    if not between:
        return tokens[second.start].before == "-" or _dashed(tokens, first, second)
    if len(between) == 1 and between[0].norm in ("to", "or"):
        return not between[0].before
    if len(between) == 1 and between[0].norm == "and":
        return first.start > 0 and tokens[first.start - 1].norm in ("between", "twixt")
    hedged = any(token.norm in HEDGES for token in between)
    return (
        len(between) <= 3 and hedged and all(token.norm in JOINS or token.norm in HEDGES for token in between)
    )


def _is_counted(tokens: list[Token], place: int) -> bool:
    """Whether a unit of time follows: two, three years."""
    return place < len(tokens) and not tokens[place].before and unit_days(tokens[place].norm) is not None


def _dashed(tokens: list[Token], first: Amount, second: Amount) -> bool:
    """Numbers with only a dash between them: 2-3."""
    return (
        tokens[second.start].start - tokens[first.end - 1].end == 1 and tokens[second.start].norm[0].isdigit()
    )


def degrees(value: float) -> tuple[int, ...]:
    """The symbol of a body temperature (Celsius or Fahrenheit): fever from 38 C, or none."""
    if 38 <= value <= 43 or 100.4 <= value <= 109:
        return (FEVER_DEGREES,)
    return (NORMAL_DEGREES,) if 35 <= value < 38 or 95 <= value < 100.4 else ()
