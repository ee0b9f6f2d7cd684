"""Where whole patterns stand: all their parts within reach of each other."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import accumulate
from operator import attrgetter, itemgetter
from typing import NamedTuple

from charley.intake.quantities.numbers import Amount
from charley.intake.quantities.times import When
from charley.intake.scope.denials import Bound
from charley.intake.scope.scopes import NONE, Scopes
from charley.intake.text.clauses import Layout
from charley.intake.text.matching import Span, Spans
from charley.intake.text.tokens import Tokens
from charley.records.lexicon import Lexicon, Pattern, Uses

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


def find_hits(lexicon: Lexicon, by_part: Spans, layout: Layout) -> Hits:
    """Every pattern whose parts all stand within its reach."""
    answers = sorted(_all_hits(lexicon, lexicon.uses, by_part, layout), key=IN_ORDER)
    answered = {hit.pattern.entry for hit in answers}
    among = _flags(answered, len(lexicon.entries))
    cancels: dict[int, list[Hit]] = {entry: [] for entry in answered}
    for hit in _all_hits(lexicon, lexicon.cancels, by_part, layout, among):
        cancels[hit.pattern.entry].append(hit)
    for found in cancels.values():
        found.sort(key=BY_PLACE)
    return Hits(answers, cancels, _topics(lexicon, by_part, layout, answered, among))


def _topics(
    lexicon: Lexicon, by_part: Spans, layout: Layout, answered: set[int], among: bytes
) -> dict[int, set[int]]:
    """For each entry the sentences in which one of its topics stands."""
    topics: dict[int, set[int]] = {entry: set() for entry in answered}
    uses, sentence = lexicon.topics, layout.sentence
    for part, at in by_part.standing(uses, among):
        if _is_alone(uses, at):
            starts = [start for start, _, _ in by_part[part]]
        else:
            pattern = lexicon.patterns[uses.patterns[at]]
            starts = [hit.start for hit in _joined(pattern, part, by_part, layout)]
        topics[uses.entries[at]].update([sentence[start] for start in starts])
    return topics


def _flags(numbers: Iterable[int], count: int) -> bytes:
    """A byte for each of so many numbers, 1 for these."""
    flags = bytearray(count)
    for number in numbers:
        flags[number] = 1
    return bytes(flags)


def _is_alone(uses: Uses, at: int) -> bool:
    """Whether a pattern has only the part that it is tried at."""
    return uses.others_first[at] == uses.others_first[at + 1]


def _all_hits(
    lexicon: Lexicon, uses: Uses, by_part: Spans, layout: Layout, among: bytes | None = None
) -> list[Hit]:
    """The hits of patterns, of all entries or of some."""
    hits: list[Hit] = []
    patterns, numbers = lexicon.patterns, uses.patterns
    for part, at in by_part.standing(uses, b"\1" * len(lexicon.entries) if among is None else among):
        if _is_alone(uses, at):
            pattern = patterns[numbers[at]]
            hits += [Hit(pattern, (span,), span[0], span[1]) for span in by_part[part]]
        else:
            hits += _joined(patterns[numbers[at]], part, by_part, layout)
    return hits


def _joined(pattern: Pattern, part: int, by_part: Spans, layout: Layout) -> list[Hit]:
    """The hits of a pattern of several parts."""
    return _tight(list(_hits_of(pattern, part, by_part[part], by_part, layout)), layout)


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
        behind = other[0] >= span[0]  # less than none where they overlap
        gap = other[0] - span[1] if behind else span[0] - other[1]
        if 0 <= gap < least and ids[other[0]] == ids[span[0]]:
            best, least = other, gap
    return best
