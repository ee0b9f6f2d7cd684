"""Learning what sayings of one danger sign have in common, for the second reader (`charley.intake.likeness`).

`make likeness` writes `knowledge/likeness` anew from `vignettes/sayings` (never from the files ending in
`_check`) and the utterances that are worked with: for each sign a linear support vector machine parts its
sayings from everything else. scikit-learn fits it, with a fixed seed: same examples, same weights.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from charley.intake.numbers import find_numbers
from charley.intake.shortened import settled
from charley.intake.tokens import tokenise
from charley.intake.traits import bare_words, scale, traits_at
from charley.library import load
from charley.library.store import KNOWLEDGE
from charley.records.library import Library
from charley.score.sayings import Saying, parse_sayings

SENTENCE = re.compile(r"[.?!]\s+")
FEWEST = 15
"""Sayings that a sign must have to be learned."""

TWICE = 2
"""A trait that stands in fewer texts tells nothing that could be learned."""

LEAST = 0.3
"""Smaller weights are left out: they are many and change little."""

STRENGTH = 1.0
"""How much a wrong saying costs against large weights (C of the machine); tried from 0.1 to 1."""

FLOOR = 0.2
"""A passage sounds like a sign from here. Lower finds more and calls more innocent stories dangerous; tried
on stories that are worked with, from -0.2 to 0.3."""

UNFIT = frozenset(("tetanus_jab_due", "sedative_cut"))
"""Danger signs that are a matter of dates and names, not of what they sound like."""


@dataclass(frozen=True, slots=True)
class Learned:
    """What each sign's sum begins with, and the weights of each trait by sign."""

    starts: Mapping[str, float]
    weights: Mapping[str, Mapping[str, float]]


class Example(NamedTuple):
    """A text, the signs it tells, and those that it may tell beside them (neither for nor against)."""

    text: str
    told: frozenset[str]
    maybe: frozenset[str] = frozenset()


def learn(examples: Sequence[Example]) -> Learned:
    """For each sign that enough examples tell, the weights that part them from all other examples."""
    import numpy as np
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.svm import LinearSVC

    vectors = DictVectorizer(sort=True)
    matrix = vectors.fit_transform(_spread(examples)).tocsr()
    matrix.indices, matrix.indptr = matrix.indices.astype("int32"), matrix.indptr.astype("int32")
    names = vectors.get_feature_names_out()
    starts: dict[str, float] = {}
    weights: dict[str, dict[str, float]] = {}
    for sign in _often(examples):
        rows = [n for n, e in enumerate(examples) if sign in e.told or sign not in e.maybe]
        told = [sign in examples[n].told for n in rows]
        machine = LinearSVC(C=STRENGTH, random_state=0, max_iter=5000).fit(matrix[rows], told)
        starts[sign] = round(float(machine.intercept_[0]), 3)
        for column in np.flatnonzero(abs(machine.coef_[0]) >= LEAST):
            weights.setdefault(str(names[column]), {})[sign] = round(float(machine.coef_[0, column]), 2)
    return Learned(starts, weights)


def traits_of(text: str) -> Counter[str]:
    """How often each trait stands in a text."""
    tokens = settled(tokenise(text)).items
    words = bare_words(tokens, find_numbers(tokens))
    return Counter(trait for place in range(len(words)) for trait in traits_at(words, place, 0))


def _spread(examples: Sequence[Example]) -> list[dict[str, float]]:
    """The traits of each example that stand in others as well, spread over its length."""
    counted = [traits_of(example.text) for example in examples]
    often = Counter(trait for traits in counted for trait in traits)
    return [
        {trait: n / scale(sum(traits.values())) for trait, n in traits.items() if often[trait] >= TWICE}
        for traits in counted
    ]


def _often(examples: Iterable[Example]) -> list[str]:
    counted = Counter(sign for example in examples for sign in example.told)
    return sorted(sign for sign, count in counted.items() if count >= FEWEST)


def examples_of(
    sayings: Iterable[Saying], utterances: Iterable[Mapping[str, Any]], library: Library
) -> list[Example]:
    """Sayings, each of one sign or none; and sentences of utterances, as examples of what they do not tell.

    An utterance of one sentence tells its signs; of a longer one nobody knows which sentence does.
    """
    signs = {
        id_
        for id_, finding in library.findings.items()
        if finding.section == "safety" and finding.type == "yes_no" and id_ not in UNFIT
    }
    examples = [Example(one.text, _told_by(one, signs)) for one in sayings]
    for utterance in utterances:
        examples += _of_utterance(utterance, signs)
    return examples


def _told_by(saying: Saying, signs: set[str]) -> frozenset[str]:
    """The sign that a saying tells; none for a no, a near miss, or what is no danger."""
    tells = saying.wanted and saying.answer == "yes" and saying.finding in signs
    return frozenset({saying.finding} if tells else ())


def _of_utterance(utterance: Mapping[str, Any], signs: set[str]) -> Iterator[Example]:
    parts = [part for part in SENTENCE.split(utterance["text"]) if part.strip()]
    told = frozenset(id_ for id_, answer in utterance["expect"].items() if answer is True and id_ in signs)
    maybe = frozenset((*utterance["expect"], *utterance.get("may", ())))
    alone = told if len(parts) == 1 else frozenset()
    for part in parts:
        yield Example(part, alone, maybe - alone)


def write(learned: Learned, file: Path, source: str) -> None:
    """The shelf: the signs, and for each trait its weights."""
    lines = [
        "# Learned from vignettes/sayings by `make likeness`; not to be edited. See docs/knowledge.md.",
        f'learned_from: "{source}"',
        "signs:",
        *(f"  - {{finding: {sign}, start: {s}, floor: {FLOOR}}}" for sign, s in learned.starts.items()),
        "weights:",
    ]
    for trait, weights in sorted(learned.weights.items()):
        told = "; ".join(f"{sign} {weight}" for sign, weight in sorted(weights.items()))
        lines.append(f'  "{trait}": "{told}"')
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")


def worked_with(folder: Path, library: Library) -> list[Example]:
    """The examples of a folder of vignettes, without what is set aside."""
    texts = [
        f for f in sorted((folder / "sayings").glob("*.txt")) if not f.stem.endswith(("_check", "scope"))
    ]
    sayings = [one for file in texts for one in parse_sayings(file.read_text(encoding="utf-8"), library)]
    files = sorted(f for f in folder.glob("utterances_*.json") if "held" not in f.stem)
    utterances = [one for file in files for one in json.loads(file.read_text(encoding="utf-8"))]
    return examples_of(sayings, utterances, library)


def mark_of(examples: Sequence[Example]) -> str:
    """What the shelf says it was learned from: how many examples, and a digest of them."""
    told = "\n".join(f"{e.text}|{sorted(e.told)}|{sorted(e.maybe)}" for e in examples)
    return f"{len(examples)} examples, {hashlib.sha256(told.encode()).hexdigest()[:12]}"


def main() -> None:
    """Learn from the folder `vignettes` and write the shelf."""
    examples = worked_with(Path("vignettes"), load())
    learned = learn(examples)
    write(learned, KNOWLEDGE / "likeness" / "words.yaml", mark_of(examples))
    print(f"{len(learned.starts)} signs, {len(learned.weights)} traits, from {len(examples)} examples")


if __name__ == "__main__":
    main()
