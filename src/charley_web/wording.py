"""Chances in words and as natural frequencies, ready for translation."""

from __future__ import annotations

from django.utils.translation import gettext as _

from charley.formats.sections import CHANCE_WORDS
from charley.records.rules import Urgency

# Named here so that the catalogue of strings holds them.
WORDS = (_("very likely"), _("likely"), _("quite possible"), _("possible"), _("less likely"), _("unlikely"))
TONES = {
    Urgency.EMERGENCY_NOW: "now",
    Urgency.SAME_DAY: "today",
    Urgency.WITHIN_DAYS: "days",
    Urgency.ROUTINE: "routine",
    Urgency.SELF_CARE: "home",
}


def chance_in_words(probability: float) -> str:
    """A chance in words."""
    return _(next((word for limit, word in CHANCE_WORDS if probability >= limit), "unlikely"))


def natural(probability: float) -> str:
    """A chance as a natural frequency, never 0 in 100 and never 100 in 100."""
    if probability < 0.001:
        return _("fewer than 1 in 1,000")
    if probability < 0.01:
        return _("about %(n)s in 1,000") % {"n": max(1, round(probability * 1000))}
    return _("about %(n)s in 100") % {"n": hundred(probability)}


def hundred(probability: float) -> int:
    """A chance as a whole number of 100, never 0 and never 100."""
    return min(99, max(1, round(probability * 100)))


def span(interval: tuple[float, float], probability: float) -> str:
    """The interval of a chance on the scale of `natural`."""
    base = 100 if probability >= 0.01 else 1000
    low, high = (min(base - 1, max(1, round(x * base))) for x in interval)
    return _("could be %(low)s to %(high)s in %(base)s") % {"low": low, "high": high, "base": f"{base:,}"}


def urgency_word(word: str) -> str:
    """A level in a few plain words."""
    words = {
        "emergency_now": _("emergency, now"),
        "same_day": _("be seen today"),
        "within_days": _("be seen within a few days"),
        "routine": _("ordinary appointment"),
        "self_care": _("look after it at home"),
    }
    return words.get(word, word)
