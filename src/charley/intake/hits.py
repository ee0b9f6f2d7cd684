"""Where whole patterns stand: all their parts within reach of each other."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import accumulate
from operator import attrgetter, itemgetter
from typing import NamedTuple

from charley.intake.clauses import Layout
from charley.intake.denials import Bound
from charley.intake.matching import Span, Spans
from charley.intake.numbers import Amount
from charley.intake.scopes import NONE, Scopes
from charley.intake.times import When
from charley.intake.tokens import Tokens
from charley.records.lexicon import Lexicon, Pattern

WITHIN_SENTENCE = 30
"""Parts of one pattern never stand further apart than so many words."""

IN_ORDER = attrgetter("start", "end", "pattern.text")
BY_PLACE = itemgetter(2, 3)
"""Enough of an order for what takes back: that of the lexicon is kept within a place."""


class Hit(NamedTuple):
    """One pattern standing in the text, from its first token up to the place after its last."""

    pattern: Pattern
    spans: tuple[Span, ...]
    start: int
    end: int

    @property
    def caught(self) -> int:
        return max(span[2] for span in self.spans)


@dataclass(frozen=True, slots=True)
class Context:
    """A text with everything that decides what a hit says. `bound` are denials within a phrase of a group,
    which for a pattern of that group only say what the phrase means: "no feeling", "can not lift";
    `medicines` where one is named; `governed` how many tokens before each one a scope governs or somebody
    else owns."""

    text: str
    tokens: Tokens
    layout: Layout
    scopes: Scopes
    others: list[bool]
    numbers: dict[int, Amount]
    times: dict[int, When]
    bound: Bound = field(default_factory=dict)
    medicines: frozenset[int] = frozenset()
    governed: list[int] = field(default_factory=list)

    def is_plain_from(self, start: int, end: int) -> bool:
        """Whether nothing at all governs any of these tokens, as is so of most."""
        return bool(self.governed) and self.governed[start] == self.governed[end]

    def words(self, start: int, end: int) -> tuple[int, int, str]:
        """The place of tokens in the text, and what stands there."""
        first, last = self.tokens.items[start].start, self.tokens.items[end - 1].end
        return first, last, self.text[first:last]

    def norm(self, place: int) -> str:
        """The form of a token, empty beyond either end."""
        return self.tokens.items[place].norm if 0 <= place < len(self.tokens.items) else ""

    def is_plain(self, place: int) -> bool:
        """Whether a word is neither denied nor supposed nor asked nor said of somebody else."""
        governed = any(s[place] != NONE for s in (self.scopes.denied, self.scopes.supposed))
        return not (governed or self.scopes.asked[place] or self.others[place])


def governed(scopes: Scopes, others: list[bool]) -> list[int]:
    """For each token, and one behind the last, how many before it a scope governs or somebody else owns."""
    cues = zip(scopes.denied, scopes.doubted, scopes.supposed, scopes.past, strict=True)
    marked = (others, scopes.asked, scopes.over, scopes.passed, scopes.eased, scopes.begun)
    plain = (NONE, NONE, NONE, NONE)
    whether = (c != plain or any(m) for c, m in zip(cues, zip(*marked, strict=True), strict=True))
    return [0, *accumulate(whether)]


class Hits(NamedTuple):
    """The patterns that answer, in order; and for their entries what takes back, and the sentences that tell
    what it is about."""

    answers: list[Hit]
    cancels: Mapping[int, list[Hit]]
    topics: Mapping[int, set[int]]


NOTHING: Mapping[int, tuple[int, ...]] = {}


def find_hits(lexicon: Lexicon, by_part: Spans, layout: Layout) -> Hits:
    """Every pattern whose parts all stand within its reach."""
    there = frozenset(by_part)
    tried = [(part, index) for part in by_part for index in lexicon.uses.get(part, ())]
    answers = sorted(_all_hits(lexicon, tried, by_part, there, layout), key=IN_ORDER)
    cancels: dict[int, list[Hit]] = {}
    topics: dict[int, set[int]] = {}
    for entry in {hit.pattern.entry for hit in answers}:
        cancels[entry], topics[entry] = [], set()
        by_part_of = lexicon.beside.get(entry, NOTHING)
        found = there.intersection(by_part_of)
        if not found:
            continue
        beside = [(part, index) for part in found for index in by_part_of[part]]
        unless = [tried for tried in beside if lexicon.patterns[tried[1]].role == "unless"]
        cancels[entry] = sorted(_all_hits(lexicon, unless, by_part, there, layout), key=BY_PLACE)
        if len(unless) < len(beside):
            needs = [tried for tried in beside if lexicon.patterns[tried[1]].role == "needs"]
            topics[entry] = _sentences(lexicon, needs, by_part, there, layout)
    return Hits(answers, cancels, topics)


def _sentences(
    lexicon: Lexicon, tried: list[tuple[int, int]], by_part: Spans, there: frozenset[int], layout: Layout
) -> set[int]:
    """The sentences in which one of these patterns stands."""
    alone = {part for part, index in tried if len(lexicon.patterns[index].parts) == 1}
    found = {layout.sentence[start] for part in alone for start, _, _ in by_part[part]}
    joined = [one for one in tried if one[0] not in alone]
    return found | {layout.sentence[hit.start] for hit in _all_hits(lexicon, joined, by_part, there, layout)}


def _all_hits(
    lexicon: Lexicon, tried: list[tuple[int, int]], by_part: Spans, there: frozenset[int], layout: Layout
) -> list[Hit]:
    """The hits of patterns, each tried at one of its parts; `there` are the parts that stand in the text."""
    hits: list[Hit] = []
    for part, index in tried:
        pattern = lexicon.patterns[index]
        if len(pattern.parts) == 1:
            hits += [Hit(pattern, (span,), span[0], span[1]) for span in by_part[part]]
        elif there.issuperset(pattern.parts):
            hits += _tight(list(_hits_of(pattern, part, by_part[part], by_part, layout)), layout)
    return hits


def _hits_of(pattern: Pattern, part: int, spans: list[Span], by_part: Spans, layout: Layout) -> Iterator[Hit]:
    others = [other for other in pattern.parts if other != part]
    for span in spans:
        chosen = [span]
        for other in others:
            near = _nearest(span, by_part[other], pattern.reach, layout)
            if near is None:
                break
            chosen.append(near)
        else:
            yield Hit(pattern, tuple(chosen), min(s[0] for s in chosen), max(s[1] for s in chosen))


def _tight(hits: list[Hit], layout: Layout) -> list[Hit]:
    """Hits of one pattern, without one that reaches over a clause border for words which another hit
    finds in their own clause: "waking with cramps; I'd never been a cramp person"."""
    if len(hits) < 2 or hits[0].pattern.reach != "sentence":
        return hits
    near = {span for hit in hits if _in_clause(hit, layout) for span in hit.spans}
    return [hit for hit in hits if _in_clause(hit, layout) or near.isdisjoint(hit.spans)]


def _in_clause(hit: Hit, layout: Layout) -> bool:
    return layout.clause[hit.start] == layout.clause[hit.end - 1]


def _nearest(span: Span, spans: list[Span], reach: str, layout: Layout) -> Span | None:
    """The nearest span of another part within reach; spans stand in order, so a search is short."""
    ids = layout.clause if reach == "clause" else layout.sentence
    middle = bisect_left(spans, span)
    best, least = None, WITHIN_SENTENCE + 1
    for other in spans[max(0, middle - 4) : middle + 4]:
        gap = max(other[0] - span[1], span[0] - other[1])  # less than none where they overlap
        if 0 <= gap < least and ids[other[0]] == ids[span[0]]:
            best, least = other, gap
    return best
