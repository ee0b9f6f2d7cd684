"""The lexicon's builder: files become one Lexicon, or faults on the bench."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from charley.library.folder import Reader
from charley.library.lexicon.groups import Groups
from charley.library.lexicon.nets import NetBuilder, Symbols, shared, uses_of
from charley.library.lexicon.patterns import Way, words_in
from charley.library.lexicon.plainly import plain
from charley.library.lexicon.shapes import EntryShape, LexiconFile, ValueShape
from charley.library.lexicon.sounds import build_sounds
from charley.library.workbench import Place, Placed, Workbench
from charley.records.lexicon import Entry, Lexicon, Mode, Pattern, Reach, Role, Uses

SPECIAL = ("none", "{other}")
"""Answers that are no option: an empty list, and the other side than the one told before."""

OPTION_MODES: tuple[tuple[str, Mode], ...] = (("options", "said"), ("options_denied", "denied"))
ROLES: tuple[Role, ...] = ("unless", "needs")
MODES: tuple[tuple[str, Mode, bool], ...] = (
    ("yes", "both", True),
    ("said", "said", True),
    ("denied", "denied", False),
    ("no", "against", False),
)


def build_lexicon(reader: Reader, bench: Workbench) -> Lexicon | None:
    """Read the folder `lexicon/`; None when a file is missing or does not fit its shape."""
    files = reader.folder("lexicon", LexiconFile)
    return _Builder(files, bench).build() if files and reader.complete else None


def own_words(parts: tuple[tuple[Way, ...], ...]) -> frozenset[str]:
    """The words that a pattern names itself."""
    return frozenset(w for part in parts for way in part for element in way for w in words_in(element))


class _Builder:
    def __init__(self, files: list[Placed[LexiconFile]], bench: Workbench) -> None:
        self.files = files
        self.bench = bench
        self.symbols = Symbols()
        self.groups = Groups(bench, self.symbols)
        self.parts = NetBuilder(self.symbols)
        self.part_ids: dict[tuple[Way, ...], int] = {}
        self.entries: list[Entry] = []
        self.patterns: list[Pattern] = []
        self.own: dict[frozenset[str], frozenset[str]] = {}

    def build(self) -> Lexicon:
        self.groups.collect(self.files)
        for file in self.files:
            for index, shape in enumerate(file.shape.entries):
                self._entry(shape, file.place.at("entries", index))
        return Lexicon(
            words=shared({form: tuple(symbols) for form, symbols in self.symbols.words.items()}),
            starts={start: tuple(symbols) for start, symbols in self.symbols.starts.items()},
            groups={name: self.symbols.of(f"<{name}>") for name in self.groups.ways},
            phrases=self.groups.phrases.net(),
            parts=self.parts.net(),
            patterns=tuple(self.patterns),
            uses=self._uses("answers"),
            cancels=self._uses("unless"),
            topics=self._uses("needs"),
            entries=tuple(self.entries),
            spellings={plain(k): plain(v) for f in self.files for k, v in f.shape.spellings.items()},
            misspelt=self._misspelt(),
            known=frozenset(plain(word) for f in self.files for word in f.shape.known),
            sounds=build_sounds(self.files, self.bench),
        )

    def _entry(self, shape: EntryShape, place: Place) -> None:
        if not self.bench.known(shape.finding, self.bench.ids.findings, "finding", place.at("finding")):
            return
        kind, options = self.bench.ids.findings[shape.finding]
        self._check_kind(shape, kind, options, place)
        examples = shape.examples
        self.entries.append(
            Entry(
                finding=shape.finding,
                when=shape.when,
                within=shape.within,
                in_if=bool(shape.in_if),
                anyone=shape.anyone,
                needs=bool(shape.needs),
                in_doubt=shape.in_doubt,
                match=tuple((answer, tuple(texts)) for answer, texts in examples.match.items()),
                not_match=tuple(examples.not_match),
                place=str(place.document.fault(place.path, "").where),
            )
        )
        self._ways(shape, place)

    def _check_kind(self, shape: EntryShape, kind: str, options: tuple[str, ...], place: Place) -> None:
        given = {
            "yes_no": bool(shape.yes or shape.said or shape.denied or shape.no),
            "number": bool(shape.values),
        }.get(kind, bool(shape.options or shape.options_denied or shape.dated))
        if not given:
            self.bench.fault(place, f"'{shape.finding}' ({kind}) has no pattern that can answer it")
        catalogue = {"conditions": self.bench.ids.illnesses, "medicines": self.bench.ids.medicines}
        for value in (*shape.options, *shape.options_denied):
            known = [*options, *SPECIAL, *sorted(catalogue.get(kind, ()))]
            self.bench.known(value, known, "answer", place.at("options"))

    def _ways(self, shape: EntryShape, place: Place) -> None:
        for key, mode, answer in MODES:
            for index, text in enumerate(getattr(shape, key)):
                self._add(text, mode, answer, place.at(key, index))
        for key, mode_ in OPTION_MODES:
            for value, texts in getattr(shape, key).items():
                for index, text in enumerate(texts):
                    self._add(text, mode_, value, place.at(key, value, index))
        self._others(shape, place)

    def _others(self, shape: EntryShape, place: Place) -> None:
        """Times, numbers, and what takes back or is needed."""
        for index, text in enumerate(shape.dated):
            self._add(text, "said", "{time}", place.at("dated", index))
        for index, number in enumerate(shape.values):
            self._value(number, place.at("values", index))
        for role in ROLES:
            for index, text in enumerate(getattr(shape, role)):
                self._add(text, "said", None, place.at(role, index), role=role)

    def _value(self, shape: ValueShape, place: Place) -> None:
        if (shape.times is None) is (shape.value is None):
            self.bench.fault(place, "a number is said with either 'times' or 'is'")
        for index, text in enumerate(shape.say):
            if ("{n}" in text) is (shape.times is None):
                self.bench.fault(
                    place.at("say", index), "'times' needs {n} in the pattern, and 'is' has none"
                )
            self._add(text, "said", shape.value, place.at("say", index), times=shape.times or 0.0)

    def _add(
        self,
        text: str,
        mode: Mode,
        answer: bool | str | float | None,
        place: Place,
        times: float = 0.0,
        role: Role = "answers",
    ) -> None:
        read = self.groups.pattern(text, place)
        if read is None:
            return
        reach: Reach = "sentence" if read.sentence else "clause"
        entry = len(self.entries) - 1
        for ways, denies in read.split():
            parts = tuple(self._part(part) for part in ways)
            self.patterns.append(
                Pattern(text, entry, mode, answer, parts, reach, denies, self._words(ways), times, role)
            )

    def _words(self, ways: tuple[tuple[Way, ...], ...]) -> frozenset[str]:
        words = own_words(ways)
        return self.own.setdefault(words, words)

    def _part(self, ways: tuple[Way, ...]) -> int:
        if ways not in self.part_ids:
            self.part_ids[ways] = len(self.part_ids)
            for way in ways:
                self.parts.add(way, self.part_ids[ways])
        return self.part_ids[ways]

    def _uses(self, role: Role) -> Uses:
        """The patterns of a role, each under its rarest part."""
        by_part: defaultdict[int, list[int]] = defaultdict(list)
        for index, part in self._rarest():
            if self.patterns[index].role == role:
                by_part[part].append(index)
        return uses_of(by_part, self.patterns, len(self.part_ids))

    def _rarest(self) -> Iterator[tuple[int, int]]:
        """Each pattern with the one of its parts that the fewest patterns share."""
        count = Counter(part for pattern in self.patterns for part in pattern.parts)
        for index, pattern in enumerate(self.patterns):
            yield index, min(pattern.parts, key=lambda part: (count[part], part))

    def _misspelt(self) -> dict[str, tuple[str, ...]]:
        """Long telling words by first letter, for the forgiving of typing errors."""
        words: defaultdict[str, list[str]] = defaultdict(list)
        for file in self.files:
            for word in file.shape.misspelt:
                words[plain(word)[0]].append(plain(word))
        return {letter: tuple(sorted(found)) for letter, found in words.items()}
