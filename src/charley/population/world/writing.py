"""Writes the chain as one file of knowledge: coefficients only, no person."""

from __future__ import annotations

from collections.abc import Iterator

from charley.population.world.chain import FittedPeople
from charley.population.writing import SOURCES


def as_yaml(people: FittedPeople) -> str:
    """The text of published/people.yaml."""
    return "\n".join((*_lines(people), ""))


def _lines(people: FittedPeople) -> Iterator[str]:
    yield "# Written by `charley population fit`; docs/population.md says how. Do not mend by hand."
    yield f"source: {SOURCES[people.cycle]}"
    yield "where: examined adults of 20 and over who answered SLQ160, examination weights"
    yield "how: each fact by logistic regression on age, sex and the facts before it, with a ridge of 2"
    yield f"people: {people.people}"
    yield "ages:"
    for sex, shares in people.ages.items():
        yield f"  {sex}: [{', '.join(f'{share:.4f}' for share in shares)}]"
    yield "chain:"
    for link in people.chain:
        yield f"  - fact: {link.fact}"
        yield f"    people: {link.people}"
        yield f"    weights: [{', '.join(f'{weight:.3f}' for weight in link.weights)}]"
