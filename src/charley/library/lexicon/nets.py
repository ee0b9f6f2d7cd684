"""Building a Net, and giving every element of a pattern its symbol."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import accumulate

from charley.library.lexicon.patterns import GAPS, Way, words_in
from charley.library.lexicon.plainly import forms_of
from charley.records.lexicon import (
    CONDITION,
    FEVER_DEGREES,
    FIRST_SYMBOL,
    MEDICINE,
    NORMAL_DEGREES,
    NUMBER,
    SHIFT,
    SPAN,
    TIME,
    Net,
    Pattern,
    Uses,
)

GIVEN = {"{n}": NUMBER, "<medicine>": MEDICINE, "<condition>": CONDITION, "<time>": TIME, "<span>": SPAN}
GIVEN |= {"<fever_degrees>": FEVER_DEGREES, "<normal_degrees>": NORMAL_DEGREES}
BOTH_FORMS = {"is": ("'s", "be"), "has": ("'s",), "am": ("be",)}
"""What an apostrophe leaves open: "leg's" is "leg is" or "leg has"."""


class Symbols:
    """Numbers for words, word starts and groups, and which word forms stand for them."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = dict(GIVEN)
        self.words: defaultdict[str, dict[int, None]] = defaultdict(dict)
        self.starts: defaultdict[str, dict[int, None]] = defaultdict(dict)

    def of(self, element: str) -> int:
        """The symbol of an element; a new word is entered with its forms."""
        if element not in self.numbers:
            self.numbers[element] = FIRST_SYMBOL + len(self.numbers)
            for word in words_in(element) if element[0] != "<" else ():
                self.enter(word, self.numbers[element])
        return self.numbers[element]

    def enter(self, element: str, symbol: int) -> None:
        """Let a word (`=word`: this form alone, `word*`: every word that begins so) stand for a symbol."""
        if element.endswith("*"):
            self.starts[element[:-1]][symbol] = None
            return
        forms = {element[1:]} if element.startswith("=") else forms_of(element)
        for form in (*sorted(forms), *BOTH_FORMS.get(element, ())):
            self.words[form][symbol] = None


class NetBuilder:
    """Collects ways; equal beginnings share their nodes."""

    def __init__(self, symbols: Symbols) -> None:
        self.symbols = symbols
        self.steps: dict[int, int] = {}
        self.gaps: defaultdict[int, dict[int, int]] = defaultdict(dict)
        self.ends: defaultdict[int, dict[int, None]] = defaultdict(dict)
        self.nodes = 1

    def add(self, way: Way, end: int) -> None:
        """One way to say what `end` stands for."""
        node = 0
        for element in way:
            node = self._gap(node, GAPS[element]) if element in GAPS else self._step(node, element)
        self.ends[node][end] = None

    def _step(self, node: int, element: str) -> int:
        key = node << SHIFT | self.symbols.of(element)
        if key not in self.steps:
            self.steps[key] = self._new()
        return self.steps[key]

    def _gap(self, node: int, most: int) -> int:
        if most not in self.gaps[node]:
            self.gaps[node][most] = self._new()
        return self.gaps[node][most]

    def _new(self) -> int:
        self.nodes += 1
        return self.nodes - 1

    def net(self) -> Net:
        behind = {node for gaps in self.gaps.values() for node in gaps.values()}
        low = (1 << SHIFT) - 1
        keys = sorted(self.steps)
        ends = [(node, end) for node in sorted(self.ends) for end in self.ends[node]]
        gaps = [(node, *gap) for node in sorted(self.gaps) for gap in self.gaps[node].items()]
        return Net(
            keys=array("Q", keys),
            nodes=array("I", [self.steps[key] for key in keys]),
            gap_nodes=array("I", [node for node, _, _ in gaps]),
            gap_most=array("I", [most for _, most, _ in gaps]),
            gap_behind=array("I", [behind for _, _, behind in gaps]),
            end_nodes=array("I", [node for node, _ in ends]),
            ends=array("I", [end for _, end in ends]),
            goes_on=frozenset(key & low for key in keys if key >> SHIFT and key >> SHIFT not in behind),
            later=frozenset(key & low for key in keys if key >> SHIFT in behind),
        )


def shared(words: dict[str, tuple[int, ...]]) -> dict[str, tuple[int, ...]]:
    """The same with one tuple for all equal ones: forms of a word have the same symbols."""
    seen: dict[tuple[int, ...], tuple[int, ...]] = {}
    return {form: seen.setdefault(symbols, symbols) for form, symbols in words.items()}


def uses_of(by_part: Mapping[int, Sequence[int]], patterns: Sequence[Pattern], parts: int) -> Uses:
    """The patterns tried at each part as flat rows."""
    tried = [(part, index) for part in range(parts) for index in by_part.get(part, ())]
    others = [[other for other in patterns[index].parts if other != part] for part, index in tried]
    return Uses(
        first=array("I", [0, *accumulate(len(by_part.get(part, ())) for part in range(parts))]),
        patterns=array("I", [index for _, index in tried]),
        others_first=array("I", [0, *accumulate(map(len, others))]),
        others=array("I", [other for row in others for other in row]),
        entries=array("I", [patterns[index].entry for _, index in tried]),
    )
