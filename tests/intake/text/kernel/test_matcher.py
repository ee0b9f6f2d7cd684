"""The compiled walk against the plain one, and both against a search that tries everything."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from functools import cache
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from charley.intake.quantities.numbers import find_numbers
from charley.intake.quantities.times import find_times
from charley.intake.text.chart import Speller, build_chart
from charley.intake.text.kernel import matcher as compiled
from charley.intake.text.kernel.matcher import CompiledMatcher
from charley.intake.text.matching import Chart, PlainMatcher, Spans, matcher_of
from charley.intake.text.tokens import tokenise
from charley.library.lexicon.nets import NetBuilder, Symbols
from charley.reading.telling import speller
from charley.records.lexicon import NUMBER, SPAN, TIME, Net

VIGNETTES = Path(__file__).resolve().parents[4] / "vignettes"
UTTERANCES = ("working", "w1", "w2", "w3")
SAYINGS = sorted(
    file.stem for file in (VIGNETTES / "sayings").glob("*.txt") if not file.stem.endswith("_check")
)


def in_order(spans: Spans) -> list[tuple[int, list[tuple[int, int, int]]]]:
    return [(end, spans[end]) for end in spans]


@cache
def plain() -> tuple[PlainMatcher, PlainMatcher]:
    lexicon = speller().lexicon
    return PlainMatcher(lexicon.phrases), PlainMatcher(lexicon.parts, shortest=True)


def chart_of(text: str, words: Speller) -> tuple[Chart, list[int]]:
    """The chart of a text with its numbers and times, which reach over every mark."""
    items = tokenise(text).items
    numbers = find_numbers(items)
    spans = [(NUMBER, n.start, n.end) for n in numbers]
    spans += [(SPAN if t.way == "span" else TIME, t.start, t.end) for t in find_times(items, numbers, None)]
    limits = [len(items)] * len(items)
    return build_chart(items, words, spans, limits), limits


def differing(text: str) -> list[str]:
    """The nets in which the two walks find different things."""
    words = speller()
    chart, limits = chart_of(text, words)
    both = zip(("phrases", "parts"), (words.phrases, words.parts), plain(), strict=True)
    return [
        name
        for name, mine, theirs in both
        if in_order(mine.find_all(chart, limits)) != in_order(theirs.find_all(chart, limits))
    ]


def test_the_compiled_walk_is_the_one_that_is_used() -> None:
    assert isinstance(speller().parts, CompiledMatcher)


@pytest.mark.parametrize("file", UTTERANCES)
def test_it_finds_the_same_in_every_utterance(file: str) -> None:
    told = json.loads((VIGNETTES / f"utterances_{file}.json").read_text(encoding="utf-8"))
    assert told
    assert [entry["text"] for entry in told if differing(entry["text"])] == []


@pytest.mark.parametrize("file", SAYINGS)
def test_it_finds_the_same_in_every_saying(file: str) -> None:
    lines = (VIGNETTES / "sayings" / f"{file}.txt").read_text(encoding="utf-8").splitlines()
    told = [line for line in lines if line.strip() and not line.startswith(("//", "#"))]
    assert told
    assert [line for line in told if differing(line)] == []


def test_it_finds_the_same_in_long_stories() -> None:
    told = json.loads((VIGNETTES / "dev.json").read_text(encoding="utf-8"))
    assert not differing(" ".join(entry["narrative"] for entry in told))


@st.composite
def rows_of_words(draw: st.DrawFn) -> str:
    """Words of the lexicon in any order, with numbers, times, marks and what is no word."""
    known = sorted(speller().lexicon.words)
    extra = ["7", "two", "3 weeks ago", "since march", ".", ",", "?", "xyzzy", "legg", "38.5"]
    return " ".join(draw(st.lists(st.sampled_from(known) | st.sampled_from(extra), max_size=40)))


@given(rows_of_words())
def test_it_finds_the_same_in_any_row_of_words(text: str) -> None:
    assert not differing(text)


Way = tuple[str, ...]
WORDS = ("a", "b", "c", "d")
MOST = {"..": 3, "...": 7}


@st.composite
def ways(draw: st.DrawFn) -> Way:
    """A few words, numbers or times, some with a gap between them."""
    elements = draw(st.lists(st.sampled_from((*WORDS, "{n}", "<time>")), min_size=1, max_size=3))
    gaps = [draw(st.sampled_from(((), ("..",), ("...",)))) for _ in elements]
    return tuple(part for gap, one in zip(((), *gaps[1:]), elements, strict=True) for part in (*gap, one))


@st.composite
def cases(draw: st.DrawFn) -> tuple[list[Way], Net, Chart, list[int]]:
    """Some ways and their net; a text of some words with numbers and times of any length laid over it."""
    told = draw(st.lists(ways(), min_size=1, max_size=6))
    symbols = Symbols()
    builder = NetBuilder(symbols)
    for number, way in enumerate(told):
        builder.add(way, number)
    forms = draw(st.lists(st.sampled_from((*WORDS, "e")), min_size=1, max_size=14))
    borders = sorted({*draw(st.sets(st.integers(1, len(forms)), max_size=2)), len(forms)})
    limits = [next(border for border in borders if border > place) for place in range(len(forms))]
    plain_symbols = {word: dict.fromkeys(symbols.words.get(word, ()), (1,)) for word in (*WORDS, "e")}
    chart = Chart(forms, [plain_symbols[form] for form in forms], {})
    for place in range(len(forms)):
        for symbol in (NUMBER, TIME):
            for length in sorted(draw(st.sets(st.integers(1, 3), max_size=1 + (symbol == TIME)))):
                if place + length <= len(forms):
                    chart.added.setdefault(place, []).append((symbol, length))
    return told, builder.net(), chart, limits


def everything(
    way: Way, symbols: dict[str, int], chart: Chart, start: int, limit: int
) -> Iterator[tuple[int, int]]:
    """(End, caught) of each way to lay a pattern from a token: every choice of gaps, tried one by one."""
    gaps, here = [at for at, element in enumerate(way) if element in MOST], chart.here()
    for passed in product(*(range(MOST[way[at]] + 1) for at in gaps)):
        skip = dict(zip(gaps, passed, strict=True))
        places = [(start, -1)]
        for at, element in enumerate(way):
            if at in skip:
                places = [(place + skip[at], caught) for place, caught in places]
                continue
            symbol = symbols[element]
            places = [
                (place + length, place if caught < 0 and symbol in (NUMBER, TIME) else caught)
                for place, caught in places
                if place < limit
                for length in here[place].get(symbol, ())
                if place + length <= limit
            ]
        yield from places


@settings(max_examples=400)
@given(cases())
def test_both_find_what_a_search_of_everything_finds(case: tuple[list[Way], Net, Chart, list[int]]) -> None:
    told, net, chart, limits = case
    symbols = Symbols()
    numbers = {element: symbols.of(element) for way in told for element in way if element not in MOST}
    expected: dict[int, list[tuple[int, int, int]]] = {}
    for number, way in enumerate(told):
        found = {
            (start, *rest)
            for start, limit in enumerate(limits)
            for rest in everything(way, numbers, chart, start, limit)
        }
        if found:
            expected[number] = sorted(found)
    for matcher in (CompiledMatcher(net), PlainMatcher(net)):
        assert in_order(matcher.find_all(chart, limits)) == list(expected.items())
    short = {
        end: [span for span in spans if span == min(other for other in spans if other[0] == span[0])]
        for end, spans in expected.items()
    }
    for matcher in (CompiledMatcher(net, shortest=True), PlainMatcher(net, shortest=True)):
        assert in_order(matcher.find_all(chart, limits)) == list(short.items())


def test_an_empty_text_holds_nothing() -> None:
    words = speller()
    assert list(words.parts.find_all(Chart([], [], {}), [])) == []


def test_without_the_kernel_the_plain_walk_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "charley.intake.text.kernel.matcher", None)
    assert isinstance(matcher_of(speller().lexicon.phrases), PlainMatcher)


@pytest.mark.parametrize("layout", [0, None])
def test_a_kernel_older_than_its_sources_is_refused(
    layout: int | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(compiled._walk, "LAYOUT", layout)
    with pytest.raises(RuntimeError, match="older than its sources: install the package anew"):
        matcher_of(speller().lexicon.phrases)
