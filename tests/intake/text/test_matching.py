"""Patterns of several parts are tried only where all their parts stand, by both walks alike."""

from __future__ import annotations

import json
from array import array
from pathlib import Path

import pytest

from charley.intake.text.chart import Speller, build_chart
from charley.intake.text.matching import PlainMatcher, Spans
from charley.intake.text.tokens import tokenise
from charley.reading.telling import speller
from charley.records.lexicon import Lexicon, Uses

VIGNETTES = Path(__file__).resolve().parents[3] / "vignettes"
STORIES = [entry["narrative"] for entry in json.loads((VIGNETTES / "dev.json").read_text(encoding="utf-8"))]


def found_in(text: str, words: Speller) -> tuple[Spans, Spans]:
    """What the compiled walk and the plain one find."""
    items = tokenise(text).items
    limits = [len(items)] * len(items)
    chart = build_chart(items, words, [], limits)
    plain = PlainMatcher(words.lexicon.parts, shortest=True)
    return words.parts.find_all(chart, limits), plain.find_all(chart, limits)


def by_search(spans: Spans, lexicon: Lexicon, role: str, entries: bytes) -> set[int]:
    """Every pattern of a role all of whose parts stand, by trying each pattern of the lexicon."""
    there = set(spans)
    return {
        index
        for index, pattern in enumerate(lexicon.patterns)
        if pattern.role == role and entries[pattern.entry] and there.issuperset(pattern.parts)
    }


@pytest.mark.parametrize(("role", "rows"), [("answers", "uses"), ("unless", "cancels"), ("needs", "topics")])
@pytest.mark.parametrize("text", STORIES[:8])
def test_both_walks_try_what_a_search_of_the_lexicon_finds(text: str, role: str, rows: str) -> None:
    words = speller()
    lexicon: Lexicon = words.lexicon
    uses: Uses = getattr(lexicon, rows)
    some = bytes(number % 3 > 0 for number in range(len(lexicon.entries)))
    for entries in (b"\1" * len(lexicon.entries), some):
        mine, plain = (spans.standing(uses, entries) for spans in found_in(text, words))
        assert mine == plain
        tried = [uses.patterns[at] for _, at in mine]
        assert len(tried) == len(set(tried))
        assert set(tried) == by_search(found_in(text, words)[1], lexicon, role, entries)


def test_a_part_that_is_not_there_is_an_error() -> None:
    mine, plain = found_in("my calf cramps at night", speller())
    for spans in (mine, plain):
        with pytest.raises(KeyError):
            spans[max(spans) + 1]


def test_rows_of_another_net_and_entries_without_a_byte_are_refused_by_the_kernel() -> None:
    words = speller()
    mine, _ = found_in("my calf cramps at night", words)
    none = array("I", [0])
    with pytest.raises(ValueError, match="another net"):
        mine.standing(Uses(none, none, none, none, none), b"")
    with pytest.raises(ValueError, match="needs its byte"):
        mine.standing(words.lexicon.uses, b"")
