"""Words that may stand between a laboratory test's name and its value, and the units behind it."""

from __future__ import annotations

import re

from charley.intake.quantities.feasts import MONTHS, WEEKDAYS

UNIT = re.compile(
    r"\s*((?:m|µ|μ|u|n|p|k|mi)?(?:mol|eq|g|iu|u|units?|kat)(?:rams?|s)?\s?(?:/|per)\s?(?:m|d|µ)?l(?:it(?:re|er))?(?:\s(?:feu|ddu))?"
    r"|mmol/mol|(?:x\s?)?10\^?9/l|ml/min(?:/1\.73\s?m2|/1\.73\s?m²)?|mm/h(?:r|our)?|%|per ?cent)(?![a-z])",
    re.IGNORECASE,
)
CORRECTED = frozenset(("corrected", "adjusted", "adj", "corr"))
ADJUSTED = {"calcium": "calcium_adjusted"}
"""Tests of which "corrected" or "adjusted" beside the name or the value makes another."""

BRIDGES = frozenset((
    "was", "is", "were", "at", "of", "level", "levels", "count", "came", "back", "only", "as", "low",
    "high", "a", "an", "the", "my", "it", "result", "reading", "test", "about", "around", "just", "to",
    "down", "up", "now", "last", "latest", "'s", "tested", "=", "measured", "showed", "blood", "serum",
    "had", "been", "returned", "very", "quite", "bit", "little", "slightly", "in", "from", "value",
    "today", "yesterday", "week", "he", "she", "said", "they", "has", "have", "gone", "dropped", "fallen",
    "risen", "rose", "fell", "jumped", "climbed", "shot", "crept", "still", "sitting", "hovering", "running",
    "reads", "read", "found", "stands", "stood", "be", "really", "raised", "elevated", "reduced", "normal",
    "borderline", "dangerously", "critically", "apparently", "think", "i", "were", "nearly", "almost",
    "roughly", "approx", "approximately", "currently", "recently", "month", "year", "morning", "tests",
    "bloods", "results", "check", "checked", "came", "coming", "out", "on", "this", "that", "weeks", "days",
    "months", "ago", "his", "her", "their", "me", "told", "and", "too", "rather", "pretty", "even", "score",
    "number", "figure", "put", "started", "turned", "are", "got", "get", "which", "store", "stores", "+",
    "when", "we", "did", "done", "day", "said", "nurse", "doctor", "gp", "lab", "hospital", "taken", "drawn",
    "repeat", "repeated", "than", "again", "went", "going", "since", "then", "sat", "slid", "bumped",
    "sample", "come", "comes", "shade", "touch", "tad", "fraction", "smidgen", "somewhat", "mildly", "fairly",
    "side", "lowish", "highish", *CORRECTED, *MONTHS, *WEEKDAYS,
))  # fmt: skip
