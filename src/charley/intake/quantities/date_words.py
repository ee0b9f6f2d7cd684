"""The words of a date and what leads to them: "since the 3rd", "on Monday"."""

from __future__ import annotations

from charley.intake.text.tokens import Token

SINCE = ("since", "from")

LEADS = (*SINCE, "in", "last", "this", "on", "until", "by", "at", "after", "before", "over", "during")

BETWEEN = frozenset((
    "early", "late", "mid", "middle", "about", "around", "round", "roughly", "the", "end", "start",
    "beginning", "of", "back", "sometime", "just", "way", "maybe", "like", "probably", "last", "this",
    "approx", "or", "so", "before", "easter", "new", "first", "some", "time",
))  # fmt: skip

FAR = 5
"""So many words may stand between "since" and the month: since about the end of March."""


def word_at(tokens: list[Token], place: int) -> str:
    """The form of a token, empty beyond either end."""
    return tokens[place].norm if 0 <= place < len(tokens) else ""


def lead_of(tokens: list[Token], place: int) -> str:
    """The word that leads to a time: "since" in "since about the end of March"; empty without one."""
    found = ""
    for back in range(place - 1, max(place - 1 - FAR, -1), -1):
        word = word_at(tokens, back)
        if word in SINCE or (word in LEADS and not found):
            found = word
        if word in SINCE or word not in BETWEEN:
            break
        if not found and word in ("early", "late", "mid", "around", "about"):
            found = "in"
    return found


def is_since(tokens: list[Token], place: int) -> bool:
    """Whether it has lasted since then: "since March", "since my op in March"."""
    if lead_of(tokens, place) in SINCE:
        return True
    for back in range(place - 1, max(place - 2 - FAR, -1), -1):
        if tokens[back + 1].before or word_at(tokens, back) in ("then", "and", "but"):
            return False
        if word_at(tokens, back) == "since":
            return True
    return False
