"""How a fault names what was told: one short line, never a whole story, never a broken character."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

MOST_SHOWN = 40
WORDS: dict[object, str] = {None: "null", True: "true", False: "false"}


def short(value: object) -> str:
    """A value at fault, cut short so that an error never repeats a story."""
    if value is None or isinstance(value, bool):
        return WORDS[value]
    if isinstance(value, str):
        text = repr(value[: MOST_SHOWN + 1])
        return text if len(text) <= MOST_SHOWN else text[: MOST_SHOWN - 3] + "…"
    if isinstance(value, int):
        return str(value) if value.bit_length() < 100 else "a very large number"
    if isinstance(value, float):
        return f"{value:.10g}"
    return (
        "an object" if isinstance(value, Mapping) else "a list" if isinstance(value, list | tuple) else "this"
    )


def place(key: object) -> str:
    """A key as part of a place: cut short, and on one line."""
    text = one_line(key[:MOST_SHOWN]) if isinstance(key, str) else short(key)
    return text if text.strip() else repr(text)


def one_line(text: str) -> str:
    """Text in which every character can be printed, on one line."""
    return "".join(c if c.isprintable() else " " for c in text)


def nearest(value: object, allowed: Iterable[str]) -> str:
    """The mend for a wrong word: the nearest allowed one, or all of them."""
    from rapidfuzz import fuzz, process  # only when needed: it costs start-up time

    pool = list(allowed)
    told = value.lower() if isinstance(value, str) else ""
    near = process.extractOne(told[:100], pool, scorer=fuzz.ratio, score_cutoff=60.0)
    if near is not None:
        return f"Did you mean '{near[0]}'?"
    return f"Allowed: {', '.join(pool[:12])}{', …' if len(pool) > 12 else ''}." if pool else ""
