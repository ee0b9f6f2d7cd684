"""What somebody else asked and nobody said: "the nurse asked if I was breathless"."""

from __future__ import annotations

from collections.abc import Iterator

from charley.intake.scope.doubts import TELLERS, WH
from charley.intake.text.clauses import Layout
from charley.intake.text.tokens import Tokens

ASKED = frozenset(("asked", "asks", "asking"))
ASKS = frozenset(
    ("if", "whether", "about", "was", "were", "had", "have", "did", "do", "does", "is", "am", "are")
)
"""Behind "asked me" they lead to what was asked."""

REASONS = frozenset(("because", "cos", "as", "since", "but", "and", "so"))

MOST = 30
"""Of so many words what was asked consists at most."""

YES = frozenset(("yes", "yeah", "yep", "yup", "aye", "unfortunately", "honestly"))
WHO = frozenset(("i", "it", "they", "he", "she", "we"))
DO = frozenset(("do", "did", "does"))
BE = frozenset(("have", "had", "am", "was", "is", "are", "were", "has", "can"))
"""Behind what was asked they say that it is so: "I do", unless a denial follows; "it is" where it ends."""

BEHIND = 9
"""How many words behind what was asked they are looked for."""

AHEAD = 4
"""How many words behind "asked" they are looked for."""


def asked_of_one(tokens: Tokens, layout: Layout) -> Iterator[tuple[int, int]]:
    """What somebody was asked, and has not said: the nurse asked if I was breathless; about chest pain. Who
    asks about a pain has it, "why are you talking like that" tells, and so does a yes behind it."""
    for place in [p for p, token in enumerate(tokens.items) if token.norm in ASKED]:
        asked = _asked(tokens, layout, place)
        if asked is not None and not _is_affirmed(tokens, asked[1]):
            yield asked


def is_answered(tokens: Tokens, layout: Layout, place: int) -> bool:
    """Whether an "if" leads to what somebody was asked and said to be so: they asked if I fainted, I did."""
    before = range(max(place - 2, 0), place)
    asked = next((_asked(tokens, layout, p) for p in before if tokens.items[p].norm in ASKED), None)
    return asked is not None and _is_affirmed(tokens, asked[1])


def _asked(tokens: Tokens, layout: Layout, place: int) -> tuple[int, int] | None:
    """From where to where it goes what somebody else asked."""
    items = tokens.items
    stop = min(layout.sentence_end[place], place + 1 + AHEAD)
    ahead = next((p for p in range(place + 1, stop) if items[p].norm in (*ASKS, *WH)), stop)
    own = any(token.norm in TELLERS for token in items[max(place - 2, 0) : place])
    if own or ahead == stop or items[ahead].norm in WH:
        return None
    behind = range(ahead, min(layout.sentence_end[place], ahead + MOST))
    ends = (p for p in behind if items[p].before or items[p].norm in REASONS)
    return ahead, next(ends, behind.stop)


def _is_affirmed(tokens: Tokens, end: int) -> bool:
    """Whether somebody says yes to what was asked: "I did, twice", "I do want to"; not "I am 63"."""
    items = tokens.items
    for place in range(end, min(end + BEHIND, len(items))):
        if items[place].norm in YES:
            return True
        if items[place].norm not in WHO or place + 1 >= len(items):
            continue
        word, ends = items[place + 1].norm, tokens.after(place + 1) != ""
        denied = place + 2 < len(items) and items[place + 2].norm in ("not", "never")
        if (word in DO and not denied) or (word in BE and ends):
            return True
    return False
