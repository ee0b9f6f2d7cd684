"""Filters for values that come as plain data."""

from __future__ import annotations

from django import template

from charley.records.rules import Urgency
from charley_web import wording

register = template.Library()
register.filter("natural", wording.natural)
register.filter("urgency_word", wording.urgency_word)


@register.filter
def tone(word: str) -> str:
    """The look of a level: the words beside it carry the meaning."""
    return wording.TONES[Urgency.of(word)]


@register.filter
def percent(part: float) -> int:
    """A share as whole per cent."""
    return round(part * 100)


@register.filter
def hundred_dots(count: int) -> list[dict[str, object]]:
    """A hundred dots in five rows of twenty; the first `count` are on."""
    return [
        {"x": 5 + 10 * (number % 20), "y": 4 + 8 * (number // 20), "on": number < count}
        for number in range(100)
    ]
