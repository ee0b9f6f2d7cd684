"""What the story says of a medicine, in its own words; and which medicines were given in a list."""

from __future__ import annotations

import re
from collections.abc import Iterable

from charley.advice.own_words import SENTENCE_END, quote_at, sentence_span
from charley.history import History
from charley.records.library import Library

GAP = re.compile(
    r"\b(within|after|since|before|later|began|started|put (?:me )?on|switched|changed|raised|doubled|stopped"
    r"|given|added|on top of|recently|new|this (?:week|month|year|spring|summer|autumn|winter)"
    r"|(?:days?|weeks?|months?|years?) ago|in (?:january|february|march|april|may|june|july|august|september"
    r"|october|november|december)|last (?:week|month|year|spring|summer|autumn|winter))\b",
    re.IGNORECASE,
)
"""Words that tell when a medicine was begun or changed, or how long before the cramps."""


def listed_medicines(history: History, library: Library) -> frozenset[str]:
    """The medicines that were given in a list, and not only named in the story."""
    named = {one.what for one in history.readings if one.kind == "medicine"}
    listed = {
        one.meaning.partition(" (")[0] for one in history.understood if not one.where.startswith("text")
    }
    medicines = library.medicines
    return frozenset(id_ for id_, one in medicines.items() if one.name in listed or id_ not in named)


def story_of(ids: Iterable[str], history: History) -> str:
    """The sentence that tells most of these medicines, with the next one when that tells of the time."""
    wanted, text = set(ids), history.text
    spans = [(r.start, r.end) for r in history.readings if r.kind == "medicine" and r.what in wanted]
    if not spans or not text:
        return ""
    start, end = max(spans, key=lambda span: (_tells(text, *sentence_span(text, *span)), -span[0]))
    quoted = [quote_at(text, start, end)]
    _, last = sentence_span(text, start, end)
    mark = SENTENCE_END.match(text, last)
    if mark and mark.end() < len(text):
        following = sentence_span(text, mark.end(), mark.end() + 1)
        found = GAP.search(text, *following)
        if found:
            quoted.append(quote_at(text, *found.span()))
    return " ".join(quoted)


def _tells(text: str, start: int, end: int) -> int:
    return len(GAP.findall(text[start:end]))
