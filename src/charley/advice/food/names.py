"""Foods by name: exact, then loosely, then the closest spelling, and never silently."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from charley.reading.names import fold, index_of
from charley.records.foods import Food, Foods

CLOSE = 88.0
"""Least similarity (0 to 100) of a guess."""
NEAR = 60.0
"""Least similarity of a food that is only offered."""
SHORTEST_GUESS = 5


@dataclass(frozen=True, slots=True)
class FoundFood:
    """A food found for a name. `guess` is true when the name was not exactly one of its own."""

    food: Food
    guess: bool


class Names:
    """The names of all foods, folded: own names, and those that may mean a food."""

    def __init__(self, foods: Foods) -> None:
        self.foods = foods
        all_foods = foods.foods.values()
        self.own = index_of((f.id, _numbers((f.name, f.id.replace("_", " "), *f.also))) for f in all_foods)
        self.loose = index_of((f.id, _numbers(f.loosely)) for f in all_foods)

    def exact(self, name: str) -> FoundFood | None:
        """The food of exactly this name, case and plural forgiven."""
        for text in _forms(fold(name)):
            if text in self.own:
                return FoundFood(self.foods.foods[self.own[text]], guess=False)
        for text in _forms(fold(name)):
            if text in self.loose:
                return FoundFood(self.foods.foods[self.loose[text]], guess=True)
        return None

    def find(self, name: str) -> FoundFood | None:
        """The food of this name, or of the closest spelling as a guess."""
        return self.exact(name) or self._closest(fold(name))

    def _closest(self, wanted: str) -> FoundFood | None:
        if len(wanted) < SHORTEST_GUESS:
            return None
        from rapidfuzz import fuzz, process  # only when needed: it costs start-up time

        alike = [name for name in self._all() if _same_shape(name, wanted)]
        found = process.extractOne(wanted, alike, scorer=fuzz.ratio, score_cutoff=CLOSE)
        return None if found is None else FoundFood(self.foods.foods[self._all()[found[0]]], guess=True)

    def _all(self) -> Mapping[str, str]:
        return {**self.loose, **self.own}

    def nearest(self, name: str, most: int) -> tuple[str, ...]:
        """Names of the foods that come nearest, best first; none when nothing is near."""
        from rapidfuzz import fuzz, process

        wanted, known = fold(name)[:100], self._all()
        near = process.extract(wanted, list(known), scorer=fuzz.ratio, limit=None, score_cutoff=NEAR)
        score = {hit[0]: hit[1] for hit in near}
        words = _long_words(wanted)
        score |= {n: score.get(n, 0.0) + 50 for n in known if words & _long_words(n)}
        ids = dict.fromkeys(known[n] for n in sorted(score, key=lambda n: (-score[n], len(n), n)))
        return tuple(self.foods.foods[id_].name for id_ in list(ids)[:most])


def _long_words(folded: str) -> set[str]:
    """The words that may tell what a food is."""
    return {word.removesuffix("s") for word in folded.split() if len(word) > 3}


def _numbers(names: tuple[str, ...]) -> tuple[str, ...]:
    """Each name, and its plural or singular."""
    return tuple(dict.fromkeys(form for name in names for form in _forms(fold(name))))


def _forms(folded: str) -> tuple[str, ...]:
    """A folded name, and its likely singular."""
    forms = [folded]
    if folded.endswith("oes"):
        forms.append(folded[:-2])
    elif folded.endswith("ies"):
        forms.append(f"{folded[:-3]}y")
    if folded.endswith("s") and not folded.endswith("ss"):
        forms.append(folded[:-1])
    return tuple(forms)


def _same_shape(one: str, other: str) -> bool:
    """A typing error keeps the first letter and the number of words: oat milk is not goat milk."""
    return one[:1] == other[:1] and one.count(" ") == other.count(" ")


_KNOWN: list[Names] = []


def names_of(foods: Foods) -> Names:
    """The names of a shelf, worked out once for each (by identity)."""
    for names in _KNOWN:
        if names.foods is foods:
            return names
    _KNOWN.append(Names(foods))
    del _KNOWN[:-4]
    return _KNOWN[-1]


def find_food(name: str, foods: Foods) -> FoundFood | None:
    """The food of this name; a guess is marked. None when no food comes close."""
    return names_of(foods).find(name)


def nearest_foods(name: str, foods: Foods, most: int = 3) -> tuple[str, ...]:
    """Names of foods near to a name that is not known, best first."""
    return names_of(foods).nearest(name, most)
