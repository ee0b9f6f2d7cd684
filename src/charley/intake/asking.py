"""What somebody else asked and nobody said: "the nurse asked if I was breathless"."""

from __future__ import annotations

from collections.abc import Iterator

from charley.intake.clauses import Layout
from charley.intake.doubts import TELLERS, WH
from charley.intake.tokens import Tokens

ASKED = frozenset(("asked", "asks", "asking"))
ASKS = frozenset(
    ("if", "whether", "about", "was", "were", "had", "have", "did", "do", "does", "is", "am", "are")
)
"""Behind "asked me" they lead to what was asked."""

REASONS = frozenset(("because", "cos", "as", "since", "but", "and", "so"))

MOST = 30
"""Of so many words what was asked consists at most."""

AHEAD = 4
"""How many words behind "asked" they are looked for."""


def asked_of_one(tokens: Tokens, layout: Layout) -> Iterator[tuple[int, int]]:
    """What somebody was asked, and has not said: the nurse asked if I was breathless; about chest pain. Who
    asks about a pain has it, and "why are you talking like that" tells."""
    items = tokens.items
    for place in [p for p, token in enumerate(items) if token.norm in ASKED]:
        stop = min(layout.sentence_end[place], place + 1 + AHEAD)
        ahead = next((p for p in range(place + 1, stop) if items[p].norm in (*ASKS, *WH)), stop)
        own = any(token.norm in TELLERS for token in items[max(place - 2, 0) : place])
        if own or ahead == stop or items[ahead].norm in WH:
            continue
        behind = range(ahead, min(layout.sentence_end[place], ahead + MOST))
        ends = (p for p in behind if items[p].before or items[p].norm in REASONS)
        yield ahead, next(ends, behind.stop)
