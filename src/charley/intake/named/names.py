"""Names of medicines, illnesses and tests in prose, through the catalogues' own names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import chain

from charley.intake.text.chart import LONG, Speller, nearest
from charley.intake.text.tokens import Token

Ways = tuple[tuple[tuple[str, ...], str], ...]
MOST_WORDS = 9
SHORTEST_MISSPELT = 6
SHORTEST_PLURAL = 4
MOST_GUESSED = 400
ARTICLES = frozenset(("the", "my", "his", "her", "a", "an", "our", "their", "your", "that", "me", "both"))
"""Where a name says "the", people say any of these: a clot in my leg, in the leg."""


@dataclass(frozen=True, slots=True)
class NameIndex:
    """Names by their first word, the longest first."""

    by_first: Mapping[str, Ways]
    single: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def find(self, tokens: list[Token], place: int) -> tuple[int, str] | None:
        """The end and the id of the longest name that begins at a token."""
        word = tokens[place].raw
        ways = self.by_first.get(word, ())
        if len(word) > SHORTEST_PLURAL and word[-1] == "s":
            ways += self.by_first.get(word[:-1], ())
        for rest, id_ in ways:
            end = _follows(tokens, place + 1, rest)
            if end:
                return end, id_
        return None


def index_names(names: Mapping[str, str]) -> NameIndex:
    """An index over folded names."""
    result: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for name, id_ in names.items():
        first, *rest = name.split(" ")
        if len(rest) < MOST_WORDS:
            result.setdefault(first, []).append((tuple(rest), id_))
    single: dict[str, list[str]] = {}
    for name in names:
        if name.isalpha() and len(name) >= SHORTEST_MISSPELT:
            single.setdefault(name[0], []).append(name)
    return NameIndex(
        {first: tuple(sorted(ways, key=lambda w: -len(w[0]))) for first, ways in result.items()},
        {letter: tuple(found) for letter, found in single.items()},
    )


def _follows(tokens: list[Token], place: int, rest: tuple[str, ...]) -> int:
    """The place after the rest of a name, or 0. The second half of a shortened word is passed over."""
    for word in rest:
        while place < len(tokens) and not tokens[place].raw:
            place += 1
        if place >= len(tokens) or tokens[place].before in (".", "?", ";", ",", "("):
            return 0
        if not _is_word(tokens[place].raw, word, word is rest[-1]):
            return 0
        place += 1
    while place < len(tokens) and not tokens[place].raw and tokens[place].norm == "'s":
        place += 1
    return place


def _is_word(raw: str, word: str, last: bool) -> bool:
    """Whether a written word is this one of a name: its last may be a plural, its "the" a "my"."""
    return raw == word or (last and raw == f"{word}s") or (word == "the" and raw in ARTICLES)


@dataclass(frozen=True, slots=True)
class Named:
    """A name found from token `start` up to `end`."""

    start: int
    end: int
    id: str
    guess: bool = False


def guess_names(
    tokens: list[Token],
    index: NameIndex,
    speller: Speller,
    found: list[Named],
    shortest: int = SHORTEST_MISSPELT,
) -> list[Named]:
    """Misspelt names among the words that nothing else knows. No more than MOST_GUESSED are looked up."""
    taken = {place for name in found for place in range(name.start, name.end)}
    guesses: list[Named] = []
    looked = 0
    for place, token in enumerate(tokens):
        word = token.raw
        if len(word) < shortest or place in taken or not word.isalpha() or speller.is_known(word):
            continue
        looked += 1
        if looked > MOST_GUESSED:
            break
        name = nearest(word, index.single.get(word[0], ()))
        if name is not None and abs(len(name) - len(word)) <= 1 + (len(name) >= LONG):
            ((_, id_), *_) = [way for way in index.by_first[name] if not way[0]]
            guesses.append(Named(place, place + 1, id_, guess=True))
    return guesses


def places_of(tokens: list[Token]) -> dict[str, list[int]]:
    """Where each written word stands."""
    places: dict[str, list[int]] = {}
    for place, token in enumerate(tokens):
        places.setdefault(token.raw, []).append(place)
    return places


def find_names(tokens: list[Token], index: NameIndex, places: Mapping[str, list[int]]) -> list[Named]:
    """Every name, none inside another. `places` says where each written word stands."""
    first = index.by_first
    starts = (p for w, p in places.items() if w in first or (w[-1:] == "s" and w[:-1] in first))
    found: list[Named] = []
    behind = 0
    for place in sorted(chain.from_iterable(starts)):
        hit = index.find(tokens, place) if place >= behind else None
        if hit is not None:
            found.append(Named(place, hit[0], hit[1]))
            behind = hit[0]
    return found
