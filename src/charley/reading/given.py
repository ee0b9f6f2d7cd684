"""What a listed illness answers by itself, laid beside what the person answered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from charley.history import Answer
from charley.records.conditions import Has, Is
from charley.records.findings import Finding


@dataclass(frozen=True, slots=True)
class Given:
    """An answer that comes with an illness."""

    test: Is | Has
    because: str


@dataclass(frozen=True, slots=True)
class Settled:
    """The answer to one finding, whether its list may hold more, and what must be asked again."""

    answer: Answer
    partial: bool
    contradiction: str = ""


def settle(finding: Finding, given: Iterable[Given], told: Mapping[str, Answer]) -> Settled:
    """Bring what illnesses say about one finding together with its own answer.

    The order in which things were told makes no difference. A listed illness outweighs an answer
    against it, and the difference is put back as a question.
    """
    ordered = sorted(given, key=lambda one: one.because)
    return (
        _lists(finding, ordered, told) if finding.id in _listed(ordered) else _choices(finding, ordered, told)
    )


def _listed(given: list[Given]) -> set[str]:
    return {one.test.finding for one in given if isinstance(one.test, Has)}


def _lists(finding: Finding, given: list[Given], told: Mapping[str, Answer]) -> Settled:
    old = told.get(finding.id)
    known = old if isinstance(old, frozenset) else frozenset()
    against = []
    if old is not None and finding.type == "multi":
        against = [one.because for one in given if known.isdisjoint(one.test.values)]
    entries = {str(value) for one in given if known.isdisjoint(one.test.values) for value in one.test.values}
    return Settled(known | entries, old is None, _otherwise(against, finding))


def _choices(finding: Finding, given: list[Given], told: Mapping[str, Answer]) -> Settled:
    old = told.get(finding.id)
    against = [one.because for one in given if old is not None and old not in one.test.values]
    if len(against) < len(given) and old is not None:
        return Settled(old, False, _otherwise(against, finding))
    values = [one.test.values[0] for one in given]
    if len(set(values)) > 1 and not against:
        listed = " and ".join(dict.fromkeys(one.because for one in given))
        question = f"You listed {listed}: which is right for: {finding.question}"
        return Settled(_one_of(values, finding), False, question)
    return Settled(_one_of(values, finding), False, _otherwise(against, finding))


def _one_of(values: list[bool | str], finding: Finding) -> bool | str:
    """The one that the finding names first, whatever the order of telling."""
    order: list[bool | str] = [option.value for option in finding.options]
    return min(values, key=lambda value: order.index(value) if value in order else -1)


def _otherwise(because: list[str], finding: Finding) -> str:
    if not because:
        return ""
    listed = " and ".join(dict.fromkeys(because))
    return f"You listed {listed}, but answered otherwise to: {finding.question} Which is right?"
