"""Text into tokens that know their place: in one pass, whatever the text holds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from charley.library.lexicon.plainly import WORD, plain, words_of

MOST_TOKENS = 12_000
"""Beyond this a text is no story; what follows is listed as not read."""

MOST_FORMS = 20_000
LONGEST_KEPT = 24
"""So many written words, none longer than this, are remembered with what they stand for."""

_GLUED = (
    r"(?:K|Mg|Ca|PO4|Hb)(?=[0-9]{1,2}\.[0-9])|(?:Na|CK|CPK|CRP|Hb|eGFR|WCC|WBC|Plt)(?=[0-9]{2,5}\b)"
    r"|(?:Mg|Ca)(?=2\+)|[xX](?=[0-9]{1,2}[dDwW]?\b)"
)
"""A test's short name with its value written on to it: K2.9, Na128, Mg2+."""

_TOKEN = re.compile(rf"({_GLUED}|(?![½¼¾]){WORD})|([0-9]+(?:[.,][0-9]+)*)|([%<>≤≥½¼¾°+♀♂×])|(\n)|([^\w\s])")

_RATE = re.compile(r"/\s?(?:days?|nights?|weeks?|months?|d|wk|wks|mth|mo)\b", re.IGNORECASE)
"""A stroke before a unit of time: ten a day."""

_TAG = re.compile(r"</?[A-Za-z!][^<>]{0,2000}>")
_SILENT = ("script", "style")
_PARTS = {"½": "half", "¼": "quarter", "¾": "three quarters", "♀": "female", "♂": "male", "×": "x"}
STOPS = {".": ".", "!": ".", "…": ".", "•": ".", "?": "?", ";": ";", ":": ":", ",": ",", "(": "(", ")": ")"}
_DASHES = "-–—−"


@dataclass(slots=True)
class Token:
    """One word, number or sign. `before` is the mark between it and the token before it.

    `raw` is the written form for look-up in the catalogues; empty for the second half of "don't".
    """

    norm: str
    start: int
    end: int
    before: str = ""
    raw: str = ""


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a text, the mark after the last one, and the place up to which the text was read."""

    items: list[Token]
    closing: str
    read_to: int

    def after(self, place: int) -> str:
        """The mark behind a token."""
        return self.items[place + 1].before if place + 1 < len(self.items) else self.closing or "."


def tokenise(text: str) -> Tokens:
    """The tokens of a text. No more than MOST_TOKENS are read."""
    visible = without_markup(text)
    tokens: list[Token] = []
    mark = ""
    for match in _TOKEN.finditer(visible):
        if len(tokens) >= MOST_TOKENS:
            return Tokens(tokens, ".", match.start())
        kind, found = match.lastindex, match[0]
        start, end = match.span()
        if kind in (4, 5):
            word = _stroke(visible, start) if found == "/" else ""
            if word:
                tokens.append(Token(word, start, end, "", word))
            else:
                mark = _stronger(mark, _mark(visible, start, end, found))
        elif kind == 1:
            raw, first, rest = _heard(found) if end - start <= LONGEST_KEPT else _hear(found)
            tokens.append(Token(first, start, end, mark, raw))
            if rest:
                tokens.extend([Token(word, start, end) for word in rest])
            mark = ""
        else:
            tokens.append(Token(_PARTS.get(found, found), start, end, mark, found))
            mark = ""
    return Tokens(tokens, mark, len(text))


def _stroke(text: str, at: int) -> str:
    """The word that a stroke behind a digit stands for: "over" in a blood pressure, "per" before a unit of
    time; empty for any other."""
    if not text[at - 1 : at].isdigit():
        return ""
    if text[at + 1 : at + 2].isdigit():
        return "over"
    return "per" if _RATE.match(text, at) else ""


def _hear(written: str) -> tuple[str, str, tuple[str, ...]]:
    """A written word for look-up, and the words that it stands for: the first and the rest."""
    first, *rest = words_of(written)
    return plain(written).replace("'", ""), first, tuple(rest)


_heard = lru_cache(MOST_FORMS)(_hear)


def _mark(text: str, start: int, end: int, found: str) -> str:
    """The mark that a sign makes: a dash between spaces parts, one within a word does not."""
    if found in _DASHES:
        spaced = text[start - 1 : start] in ("", " ", "-") or text[end : end + 1] in ("", " ", "-")
        return "-" if spaced or found != "-" else ""
    if found == "/":
        return "/"
    if found == "\n":
        return _new_line(text, end)
    return STOPS.get(found, "")


def _new_line(text: str, end: int) -> str:
    """A new line parts sentences unless it goes on with a small letter, as in text wrapped by hand."""
    rest = text[end : end + 40].lstrip(" \t")
    return "" if rest[:1].islower() and not rest.startswith("\n") else "."


_ORDER = {mark: place for place, mark in enumerate(("", "/", ",", "(", ")", "-", ":", ";", ".", "?"))}


def _stronger(one: str, other: str) -> str:
    return one if _ORDER[one] >= _ORDER[other] else other


def without_markup(text: str) -> str:
    """The text with tags and scripts blanked out, every other character in its place."""
    if "<" not in text:
        return text
    return _TAG.sub(lambda match: " " * len(match.group()), _without_scripts(text))


def _without_scripts(text: str) -> str:
    low = text.lower()
    if len(low) != len(text):
        return text
    parts: list[str]
    for name in _SILENT:
        parts, at = [], 0
        while (begin := low.find(f"<{name}", at)) >= 0:
            finish = low.find(f"</{name}", begin)
            if finish < 0:
                break
            parts.append(text[at:begin] + " " * (finish - begin))
            at = finish
        text = "".join([*parts, text[at:]])
        low = text.lower()
    return text
