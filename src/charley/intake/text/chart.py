"""Which symbols begin at each token: words, phrases, numbers, times and names."""

from __future__ import annotations

from collections.abc import Iterable

from charley.intake.text.matching import MOST_FORMS, Chart, Here, matcher_of
from charley.intake.text.tokens import Token
from charley.records.lexicon import SCOPE_GROUPS, Lexicon

SHORTEST_START = 3
SHORTEST_MISSPELT = 5
LONG = 8
"""From so many letters on two slips are forgiven, below it one."""

ALONE = (1,)


class Speller:
    """Symbols of a word form, remembered for the forms already seen (bounded)."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.phrases = matcher_of(lexicon.phrases)
        self.parts = matcher_of(lexicon.parts, shortest=True)
        self.group_of = {lexicon.groups[name]: name for name in SCOPE_GROUPS}
        self.named = {n: f"<{name}>" for name, n in lexicon.groups.items() if n not in self.group_of}
        self._seen: dict[str, Here] = {}
        self._groups: dict[str, tuple[str, ...]] = {}

    def symbols(self, word: str) -> Here:
        """Symbols of a word, of its known other spelling, or of what it is a typing error of."""
        found = self._seen.get(word)
        if found is None:
            found = dict.fromkeys(self._look_up(word), ALONE)
            if len(self._seen) < MOST_FORMS:
                self._seen[word] = found
        return found

    def symbols_of(self, forms: list[str]) -> list[Here]:
        """The symbols of each of some word forms, most of which were seen before."""
        seen = self._seen
        try:
            return [seen[form] for form in forms]
        except KeyError:
            return [self.symbols(form) for form in forms]

    def groups(self, form: str) -> tuple[str, ...]:
        """The groups of the rules of scope that a word form belongs to."""
        found = self._groups.get(form)
        if found is None:
            found = tuple(self.group_of[s] for s in self.group_of.keys() & self.symbols(form).keys())
            if len(self._groups) < MOST_FORMS:
                self._groups[form] = found
        return found

    def groups_of(self, forms: list[str]) -> list[tuple[str, ...]]:
        """The groups of each of some word forms."""
        known = self._groups
        try:
            return [known[form] for form in forms]
        except KeyError:
            return [self.groups(form) for form in forms]

    def is_known(self, word: str) -> bool:
        """Whether the lexicon has ever heard of this word."""
        return word in self.lexicon.words or word in self.lexicon.known or bool(self.symbols(word))

    def _look_up(self, word: str) -> tuple[int, ...]:
        spelt = self.lexicon.spellings.get(word, word)
        found = self._exactly(spelt)
        spoken = spelt.endswith("in") and len(spelt) >= SHORTEST_MISSPELT and spelt not in self.lexicon.words
        if spoken and (not found or f"{spelt}g" in self.lexicon.words):
            found = self._exactly(f"{spelt}g")  # as people speak: wakin, stretchin
        if not found and len(spelt) >= SHORTEST_MISSPELT and spelt not in self.lexicon.known:
            meant = self._meant(spelt)
            found = self._exactly(meant) if meant else ()
        return found

    def _exactly(self, word: str) -> tuple[int, ...]:
        found = dict.fromkeys(self.lexicon.words.get(word, ()))
        for length in range(SHORTEST_START, len(word) + 1):
            found.update(dict.fromkeys(self.lexicon.starts.get(word[:length], ())))
        return tuple(found)

    def _meant(self, word: str) -> str | None:
        """The long, telling word that this one misspells; the first letter is taken as right."""
        return nearest(word, self.lexicon.misspelt.get(word[0], ()))


def nearest(word: str, pool: Iterable[str]) -> str | None:
    """The one of a pool that a word misspells: by one slip, or two in a long word; letters that changed
    places are one slip."""
    most = 1 if len(word) < LONG else 2
    near = [w for w in pool if abs(len(w) - len(word)) <= most]
    if not near:
        return None
    from rapidfuzz import process  # only when needed: it costs start-up time
    from rapidfuzz.distance import OSA

    found = process.extractOne(word, near, scorer=OSA.distance, score_cutoff=most)
    return found[0] if found else None


def build_chart(
    tokens: list[Token],
    speller: Speller,
    spans: Iterable[tuple[int, int, int]],
    limits: list[int],
) -> Chart:
    """The chart of a text. `spans` are (symbol, first token, place after the last) found by other readers."""
    forms = [token.norm for token in tokens]
    chart = Chart(forms, speller.symbols_of(forms), {})
    _add(chart, spans)
    found = speller.phrases.find_all(chart, limits)
    _add(chart, ((symbol, start, end) for symbol in found for start, end, _ in found[symbol]))
    return chart


def _add(chart: Chart, spans: Iterable[tuple[int, int, int]]) -> None:
    """Enter spans, each once."""
    added, plain = chart.added, chart.plain
    for symbol, start, end in spans:
        one = symbol, end - start
        told = added.setdefault(start, [])
        if one not in told and not (symbol in plain[start] and one[1] in plain[start][symbol]):
            told.append(one)
