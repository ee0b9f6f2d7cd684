"""The groups of a lexicon: named lists of words and phrases that patterns and other groups hold."""

from __future__ import annotations

import re
from collections.abc import Iterator

from charley.library.lexicon.nets import GIVEN, NetBuilder, Symbols
from charley.library.lexicon.patterns import PatternError, Read, Way, read_pattern, words_in
from charley.library.lexicon.shapes import LexiconFile
from charley.library.workbench import Place, Placed, Workbench
from charley.records.lexicon import SCOPE_GROUPS

_GROUP = re.compile(r"<([a-z_]+)>")


class Groups:
    """Groups by name, with their ways written out and entered among the symbols and phrases."""

    def __init__(self, bench: Workbench, symbols: Symbols) -> None:
        self.bench = bench
        self.symbols = symbols
        self.phrases = NetBuilder(symbols)
        self.ways: dict[str, tuple[list[str], Place]] = {}
        self.members: dict[str, tuple[Way, ...]] = {}

    def collect(self, files: list[Placed[LexiconFile]]) -> None:
        """Enter the groups of all files; a fault for each that is missing, told twice, or holds itself."""
        for file in files:
            for name, ways in file.shape.groups.items():
                place = file.place.at("groups", name)
                self.bench.once(name, self.ways, "group", place)
                self.ways[name] = (ways, place)
        root = files[0].place
        for name in SCOPE_GROUPS:
            if name not in self.ways:
                self.bench.fault(root, f"the group '{name}' is missing", "The rules of scope need it.")
        for name in self.ways:
            self._enter(name)

    def _enter(self, name: str) -> None:
        symbol = self.symbols.of(f"<{name}>")
        for way in self._members(name, ()):
            if len(way) == 1:
                for word in words_in(way[0]):
                    self.symbols.enter(word, symbol)
            else:
                self.phrases.add(way, symbol)

    def _members(self, name: str, above: tuple[str, ...]) -> tuple[Way, ...]:
        """A group's ways with the groups in it written out."""
        if name in self.members:
            return self.members[name]
        ways, place = self.ways[name]
        result: dict[Way, None] = {}
        for index, text in enumerate(ways):
            for way in self._read(text, place.at(index), (*above, name), parts=1):
                result[way] = None
        self.members[name] = tuple(result)
        return self.members[name]

    def _read(self, text: str, place: Place, above: tuple[str, ...], parts: int) -> Iterator[Way]:
        read = self.pattern(text, place)
        if read is None:
            return
        if len(read.parts) > parts or any(element in ("..", "...") for w in read.parts[0] for element in w):
            self.bench.fault(place, "a group holds plain phrases, without & and gaps")
            return
        for way in read.parts[0]:
            yield from self._written_out(way, place, above)

    def _written_out(self, way: Way, place: Place, above: tuple[str, ...]) -> list[Way]:
        ways: list[Way] = [()]
        for element in way:
            name = element[1:-1]
            if element[0] != "<" or element in GIVEN:
                ways = [(*old, element) for old in ways]
            elif name in above:
                self.bench.fault(place, f"the group '{name}' holds itself")
            elif name in self.ways:
                ways = [(*old, *inner) for old in ways for inner in self._members(name, above)]
        return ways

    def pattern(self, text: str, place: Place) -> Read | None:
        """A pattern as read; None, and a fault, when it cannot be read or names an unknown group."""
        try:
            read = read_pattern(text)
        except PatternError as error:
            self.bench.fault(place, str(error), "docs/knowledge.md says how a pattern is written.")
            return None
        for name in _GROUP.findall(text):
            if f"<{name}>" not in GIVEN:
                self.bench.known(name, self.ways, "group", place)
        return read
