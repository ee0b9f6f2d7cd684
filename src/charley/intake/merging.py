"""From readings to answers: what agrees is settled, what differs is asked about."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from charley.intake.values import Reading
from charley.records.findings import Finding
from charley.records.library import Library

Value = bool | str | float | frozenset[str]
OTHER = "{other}"
OPPOSITE = {"always the left": "always the right", "always the right": "always the left"}
ALIKE = 0.2
"""Two numbers that differ by no more than this share are one number told twice."""


@dataclass(slots=True)
class Settled:
    """Answers by finding, what stays unknown, and the words of what differs."""

    answers: dict[str, Value] = field(default_factory=dict)
    doubted: set[str] = field(default_factory=set)
    differing: dict[str, tuple[str, ...]] = field(default_factory=dict)


def merge(readings: list[Reading], corrections: list[int], library: Library) -> Settled:
    """Bring all readings together. `corrections` are places in the text where somebody mends a statement."""
    by_finding: defaultdict[str, list[Reading]] = defaultdict(list)
    settled = Settled()
    for reading in readings:
        if reading.kind == "finding" and reading.status == "taken":
            by_finding[reading.what].append(reading)
        elif reading.kind == "finding" and reading.status == "doubted":
            settled.doubted.add(reading.what)
    for id_, told in by_finding.items():
        plain = _other_sides(told)
        if plain:
            _settle(library.findings[id_], _corrected(plain, corrections), settled)
    settled.doubted -= settled.answers.keys()
    return settled


def _other_sides(told: list[Reading]) -> list[Reading]:
    """ "The other leg" is the side that was not told before; without one it tells nothing."""
    result: list[Reading] = []
    for reading in told:
        if reading.answer != OTHER:
            result.append(reading)
        elif result and result[-1].answer in OPPOSITE:
            result.append(reading._replace(answer=OPPOSITE[str(result[-1].answer)]))
    return result


def _corrected(told: list[Reading], corrections: list[int]) -> list[Reading]:
    """What was told after a correction, when it speaks of the same finding; else all."""
    for place in reversed(corrections):
        after = [r for r in told if r.start >= place]
        if after and len(after) < len(told):
            return after
    return told


def put_right(readings: list[Reading], corrections: list[int]) -> list[Reading]:
    """The readings, without those that what was said after a correction replaces."""
    told: defaultdict[str, list[Reading]] = defaultdict(list)
    for reading in readings:
        if reading.kind == "finding" and reading.status == "taken":
            told[reading.what].append(reading)
    plain = {id_: every for id_, every in told.items() if all(r.answer != OTHER for r in every)}
    stands = {id_: {r.answer for r in _corrected(every, corrections)} for id_, every in plain.items()}
    return [
        r._replace(status="dropped", why="put right later")
        if r.kind == "finding" and r.status == "taken" and r.answer not in stands.get(r.what, {r.answer})
        else r
        for r in readings
    ]


def _settle(finding: Finding, told: list[Reading], settled: Settled) -> None:
    match finding.type:
        case "yes_no":
            _yes_no(finding, told, settled)
        case "number":
            _number(finding, told, settled)
        case "choice":
            _choice(finding, told, settled)
        case _:
            _list(finding, told, settled)


def _yes_no(finding: Finding, told: list[Reading], settled: Settled) -> None:
    answers = {reading.answer for reading in told}
    if len(answers) == 1:
        settled.answers[finding.id] = bool(answers.pop())
        return
    settled.differing[finding.id] = tuple(dict.fromkeys(r.words for r in told))
    if finding.section == "safety":
        settled.answers[finding.id] = True


def _number(finding: Finding, told: list[Reading], settled: Settled) -> None:
    values = [float(r.answer) for r in told if not isinstance(r.answer, str)]
    if not values:
        return
    settled.answers[finding.id] = values[0]
    if max(values) - min(values) > ALIKE * max(values):
        settled.differing[finding.id] = tuple(dict.fromkeys(r.words for r in told))


def _choice(finding: Finding, told: list[Reading], settled: Settled) -> None:
    count: defaultdict[str, int] = defaultdict(int)
    for reading in told:
        count[str(reading.answer)] += 1
    most = max(count.values())
    settled.answers[finding.id] = next(str(r.answer) for r in told if count[str(r.answer)] == most)
    if len(count) > 1:
        settled.differing[finding.id] = tuple(dict.fromkeys(r.words for r in told))


def _list(finding: Finding, told: list[Reading], settled: Settled) -> None:
    entries = frozenset(str(r.answer) for r in told)
    named = entries - {"none"}
    settled.answers[finding.id] = named
    if named and len(named) < len(entries):
        settled.differing[finding.id] = tuple(dict.fromkeys(r.words for r in told))
