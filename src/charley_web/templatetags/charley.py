"""Filters for values that come as plain data."""

from __future__ import annotations

import json

from django import template
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

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


@register.filter
def offer_word(status: str) -> str:
    """Whether an exercise is for this person, in words."""
    words = {"offered": _("for you"), "check_first": _("check first"), "not_for_you": _("not for you")}
    return words.get(status, status)


@register.filter
def rating(verdict: str) -> str:
    """A verdict on a claim, in words."""
    from charley.advice.claims import RATINGS

    return _(RATINGS[verdict])  # type: ignore[index]


@register.filter
def json_ld(data: object) -> SafeString:
    """Data for machines within a page. What could end the script stands as an escape, so it is safe."""
    escapes = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&"}
    return mark_safe(json.dumps(data, ensure_ascii=False).translate(escapes))
