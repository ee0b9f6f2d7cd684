"""Numbers in words: "one hundred and twenty eight", "fifteen thousand", "three point one"."""

from __future__ import annotations

from charley.intake.text.tokens import Token

UNITS = {
    "zero": 0, "nought": 0, "naught": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
    "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
}  # fmt: skip
LARGE = frozenset(("hundred", "thousand"))
MOST = 1e7
DIGITS = {**{word: number for word, number in UNITS.items() if number < 10}, "oh": 0, "o": 0}

Spoken = tuple[float, int]
"""A number, and the place after its last word."""


def spoken(tokens: list[Token], at: int) -> Spoken | None:
    """The number in words that begins at a token; "a hundred" counts, a lone "a" does not."""
    below = _below_hundred(tokens, at)
    if below is None and not (_word(tokens, at) in ("a", "an") and _word(tokens, at + 1) in LARGE):
        return _decimals(tokens, at, 0.0) if _word(tokens, at) == "point" else None
    value, end = below or (1.0, at + 1)
    value, end = grown(tokens, value, end)
    return _decimals(tokens, end, value) or (value, end)


def grown(tokens: list[Token], value: float, end: int) -> Spoken:
    """A number with the hundreds and thousands behind it and what they add: "5 thousand two hundred"."""
    total, large = 0.0, False
    while _goes_on(tokens, end):
        word = _word(tokens, end)
        more = _below_hundred(tokens, end + (word == "and")) if large else None
        if word == "hundred":
            value, end = min((value or 1.0) * 100, MOST), end + 1
        elif word == "thousand":
            total, value, end = min(total + (value or 1.0) * 1000, MOST), 0.0, end + 1
        elif more is not None:
            value, end = value + more[0], more[1]
        else:
            break
        large = word in LARGE
    return total + value, end


def hundreds(tokens: list[Token], at: int) -> Spoken | None:
    """Three figures as people read them out: "one twenty eight", "one oh five", "one two eight"."""
    first = DIGITS.get(_word(tokens, at), 0)
    if not first or not _goes_on(tokens, at + 1):
        return None
    second = _word(tokens, at + 1)
    if second in TENS or UNITS.get(second, 0) >= 10:
        rest = _below_hundred(tokens, at + 1)
        return (100.0 * first + rest[0], rest[1]) if rest else None
    third = _word(tokens, at + 2)
    if second in DIGITS and third in DIGITS and _goes_on(tokens, at + 2):
        return 100.0 * first + 10 * DIGITS[second] + DIGITS[third], at + 3
    return None


def _below_hundred(tokens: list[Token], at: int) -> Spoken | None:
    word = _word(tokens, at)
    if word in UNITS:
        return float(UNITS[word]), at + 1
    if word not in TENS:
        return None
    unit = UNITS.get(_word(tokens, at + 1), 0)
    if 0 < unit < 10 and tokens[at + 1].before in ("", "-"):
        return float(TENS[word] + unit), at + 2
    return float(TENS[word]), at + 1


def _decimals(tokens: list[Token], at: int, whole: float) -> Spoken | None:
    if _word(tokens, at) != "point" or tokens[at].before:
        return None
    figures, end = "", at + 1
    while _word(tokens, end) in DIGITS and _goes_on(tokens, end) and len(figures) < 4:
        figures, end = figures + str(DIGITS[_word(tokens, end)]), end + 1
    return (whole + float(f"0.{figures}"), end) if figures else None


def _goes_on(tokens: list[Token], at: int) -> bool:
    return at < len(tokens) and not tokens[at].before


def _word(tokens: list[Token], at: int) -> str:
    return tokens[at].norm if at < len(tokens) else ""
