"""Learning what sayings of one sign have in common, for the second reader (`charley.intake.likeness`).

`python -m charley.score.learning` writes `knowledge/likeness` anew from `vignettes/sayings` (never from the
files ending in `_check`) and the utterances that are worked with. One linear support vector machine a group
of signs, each sign against all else; scikit-learn fits it, with a fixed seed.
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
from charley.library.likeness import name_of
from charley.library.store import KNOWLEDGE
from charley.records.library import Library
from charley.score.sayings import Saying, parse_sayings

SENTENCE = re.compile(r"[.?!]\s+")
FEWEST = 15
"""Sayings that an answer must have to be learned."""

TWICE = 2
"""A trait that stands in fewer texts tells nothing that could be learned."""

LEAST = 0.2
"""Smaller weights are left out: they are many and change little."""

STRENGTH = 1.0
"""How much a wrong saying costs against large weights (C of the machine); tried from 0.1 to 1."""

FLOORS = {"danger": -0.2, "other": 0.0}
"""A passage counts from here. Lower for danger: a guess of danger is asked back, and a miss may kill."""

LEASTS = {"danger": -1.2, "other": -1.1}
"""Below this a pattern's reading is not believed. Lower for danger, which errs to yes."""

NOT_JUDGED = -9.0
NAMED = frozenset((
    "diabetes", "long_term_conditions", "cramp_timing", "cramp_site", "cramp_side", "first_started", "smoker",
))  # fmt: skip
"""Findings that patterns read from names, places and times: what stands around them says little."""

UNFIT = frozenset((
    "age", "sex_at_birth", "pregnant", "weeks_pregnant", "can_be_pregnant", "medicines", "known_conditions",
    "tetanus_jab_due", "neck_surgery", "sedative_cut", "systolic_bp", "diastolic_bp", "calf_difference_cm",
))  # fmt: skip
"""Findings read from numbers, names and days, not from what they sound like."""

NEVER = frozenset(("no", "none", "never", "longer ago", "used to"))
"""Answers that would reassure: never guessed."""


@dataclass(frozen=True, slots=True)
class Learned:
    """Signs with start and floor, and the weights of each trait by sign."""

    signs: Mapping[str, tuple[str, str, float, float, float]]
    weights: Mapping[str, Mapping[str, float]]


def traits_of(text: str) -> Counter[str]:
    """How often each trait stands in a text."""
    tokens = settled(tokenise(text)).items
    words = bare_words(tokens, find_numbers(tokens))
    return Counter(trait for place in range(len(words)) for trait in traits_at(words, place, 0))


class Example(NamedTuple):
    """A text, the signs it tells, and the findings that it may tell beside them (neither for nor against)."""

    text: str
    told: frozenset[str]
    maybe: frozenset[str] = frozenset()


def learn(examples: Sequence[Example], library: Library) -> Learned:
    """For each sign that enough examples tell, the weights that part them from all other examples.

    Same examples, same weights.
    """
    import numpy as np
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.svm import LinearSVC

    vectors = DictVectorizer(sort=True)
    matrix = vectors.fit_transform(_spread(examples)).tocsr()
    matrix.indices, matrix.indptr = matrix.indices.astype("int32"), matrix.indptr.astype("int32")
    names = vectors.get_feature_names_out()
    signs: dict[str, tuple[str, str, float, float, float]] = {}
    weights: dict[str, dict[str, float]] = {}
    for sign in _often(examples):
        finding, _, answer = sign.partition("=")
        rows = [n for n, e in enumerate(examples) if sign in e.told or finding not in _findings(e)]
        told = [sign in examples[n].told for n in rows]
        machine = LinearSVC(C=STRENGTH, random_state=0, max_iter=5000).fit(matrix[rows], told)
        start = round(float(machine.intercept_[0]), 3)
        signs[sign] = (finding, answer or "yes", start, *_bounds(finding, library))
        for column in np.flatnonzero(abs(machine.coef_[0]) >= LEAST):
            weights.setdefault(str(names[column]), {})[sign] = round(float(machine.coef_[0, column]), 2)
    return Learned(signs, weights)


def _bounds(finding: str, library: Library) -> tuple[float, float]:
    """The floor of a guess, and the least below which a pattern is not believed."""
    danger = library.findings[finding].section == "safety"
    least = NOT_JUDGED if finding in NAMED else LEASTS["danger" if danger else "other"]
    return FLOORS["danger" if danger else "other"], least


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


def _findings(example: Example) -> frozenset[str]:
    return example.maybe | {sign.partition("=")[0] for sign in example.told}


def examples_of(
    sayings: Iterable[Saying], utterances: Iterable[Mapping[str, Any]], library: Library
) -> list[Example]:
    """Sayings, each of one sign or none; and the sentences of utterances, as examples of what they do not tell.

    An utterance of one sentence tells its signs; of a longer one nobody knows which sentence does.
    """
    examples = [Example(saying.text, _sign_of(saying, library)) for saying in sayings]
    for utterance in utterances:
        parts = [part for part in SENTENCE.split(utterance["text"]) if part.strip()]
        told = frozenset(_signs_of(utterance, library))
        maybe = frozenset((*utterance["expect"], *utterance.get("may", ())))
        alone = told if len(parts) == 1 else frozenset()
        examples += [
            Example(part, alone, maybe - {sign.partition("=")[0] for sign in alone}) for part in parts
        ]
    return examples


def _sign_of(saying: Saying, library: Library) -> frozenset[str]:
    """The sign that a saying tells; none for a no, a near miss, a number."""
    finding = library.findings[saying.finding]
    fits = saying.wanted and finding.minimum is None and saying.finding not in UNFIT
    return frozenset({name_of(saying.finding, saying.answer)} if fits and saying.answer not in NEVER else ())


def _signs_of(utterance: Mapping[str, Any], library: Library) -> Iterator[str]:
    for finding, answer in utterance["expect"].items():
        if finding in UNFIT or library.findings[finding].minimum is not None:
            continue
        for one in answer if isinstance(answer, list) else [answer]:
            if one is True or (isinstance(one, str) and one not in (*NEVER, "unknown")):
                yield name_of(finding, "yes" if one is True else one)


def main() -> None:
    """Learn from the folder `vignettes` and write the shelf."""
    library, folder = load(), Path("vignettes")
    files = [
        f for f in sorted((folder / "sayings").glob("*.txt")) if not f.stem.endswith(("_check", "scope"))
    ]
    sayings = [saying for file in files for saying in parse_sayings(file.read_text(), library)]
    worked = sorted(f for f in folder.glob("utterances_*.json") if "held" not in f.stem)
    utterances = [entry for file in worked for entry in json.loads(file.read_text())]
    examples = examples_of(sayings, utterances, library)
    learned = learn(examples, library)
    mark = hashlib.sha256("\n".join(e.text for e in examples).encode()).hexdigest()[:12]
    write(learned, KNOWLEDGE / "likeness" / "words.yaml", f"{len(examples)} examples, {mark}")
    print(f"{len(learned.signs)} signs, {len(learned.weights)} traits, from {len(examples)} examples")


def write(learned: Learned, file: Path, source: str) -> None:
    """One file of the shelf: the signs, and for each trait its weights."""
    lines = [
        "# Learned from vignettes/sayings by `make likeness`; not to be edited. docs/knowledge.md says what it means.",
        f'learned_from: "{source}"',
        "signs:",
        *(
            f'  - {{finding: "{f}", answer: "{a}", start: {start}, floor: {floor}, least: {least}}}'
            for f, a, start, floor, least in learned.signs.values()
        ),
        "weights:",
    ]
    for trait, weights in sorted(learned.weights.items()):
        told = "; ".join(f"{sign} {weight}" for sign, weight in sorted(weights.items()))
        lines.append(f'  "{trait}": "{told}"')
    file.parent.mkdir(exist_ok=True)
    file.write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
