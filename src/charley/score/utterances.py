"""Scoring the reader on utterances: what people wrote, and the answers a careful nurse would tick."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from charley.errors import Fault, InputError
from charley.history import Answer, History
from charley.reading import read_history
from charley.records.library import Library
from charley.score.measures import Proportion

ABOUT = ("age", "sex", "date")
LISTS = ("medicines", "known_conditions")
NEGATIVE = (False, "no", "never", "none", 0.0)
NEAR = 0.1
"""A number within this share of the expected one is right."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One finding of one utterance: right, missed, wrong, or read though nothing was listed."""

    utterance: str
    finding: str
    outcome: str
    detail: str = ""


@dataclass(slots=True)
class Tally:
    """All marks of a file."""

    utterances: int = 0
    readings: int = 0
    marks: list[Mark] = field(default_factory=list)
    negation: int = 0
    person: int = 0

    def count(self, *outcomes: str, finding: str | None = None) -> int:
        return sum(m.outcome in outcomes and finding in (None, m.finding) for m in self.marks)

    def precision(self, finding: str | None = None, lenient: bool = False) -> Proportion:
        """Right readings among all; `lenient` leaves out those of which the file says nothing."""
        wrong = self.count("wrong", *(() if lenient else ("unlisted",)), finding=finding)
        right = self.count("right", finding=finding)
        return Proportion(right, right + wrong)

    def recall(self, finding: str | None = None) -> Proportion:
        right = self.count("right", finding=finding)
        return Proportion(right, right + self.count("missed", "differs", finding=finding))


@dataclass(frozen=True, slots=True)
class UtteranceReport:
    """The findings, and beside them medicines, conditions and laboratory values."""

    findings: Tally
    names: Mapping[str, Tally]


def score_utterances(data: object, library: Library) -> UtteranceReport:
    """Read every utterance. Raises InputError when the file is no list of utterances."""
    if not isinstance(data, Sequence) or isinstance(data, str) or not data:
        raise InputError([Fault("utterances", "must be a list of utterances")])
    findings, names = Tally(), {name: Tally() for name in ("medicines", "conditions", "labs")}
    for index, entry in enumerate(data):
        if not isinstance(entry, Mapping) or not {"id", "text", "expect"} <= entry.keys():
            raise InputError([Fault(f"utterances[{index}]", "lacks 'id', 'text' or 'expect'")])
        told = {key: entry[key] for key in ("text", *ABOUT) if entry.get(key) is not None}
        history = read_history(told, library)
        _mark_findings(entry, history, findings)
        _mark_names(entry, history, library, names)
    return UtteranceReport(findings, names)


def _mark_findings(entry: Mapping[str, Any], history: History, tally: Tally) -> None:
    given = {"age": "age", "sex": "sex_at_birth"}
    skip = {given[key] for key in given if entry.get(key) is not None}
    read = {id_: a for id_, a in history.answers.items() if id_ not in LISTS and id_ not in skip}
    expect, may = entry["expect"], entry.get("may", {})
    tally.utterances += 1
    tally.readings += len(read)
    for id_ in sorted({*read, *expect} - set(LISTS)):
        for outcome, detail in _outcomes(id_, read.get(id_), expect, may, entry):
            tally.marks.append(Mark(str(entry["id"]), id_, outcome, detail))
            if outcome == "wrong":
                tally.negation += _is_negation(id_, read.get(id_), entry)
                tally.person += "other_person" in entry.get("traps", ()) and id_ in entry.get("absent", ())


def _is_negation(id_: str, answer: Answer | None, entry: Mapping[str, Any]) -> bool:
    """A yes read where it was denied, or a no where it was said."""
    wanted = entry["expect"].get(id_)
    if isinstance(wanted, bool) and isinstance(answer, bool):
        return wanted is not answer
    return "negation" in entry.get("traps", ()) and id_ in entry.get("absent", ())


def _outcomes(
    id_: str,
    answer: Answer | None,
    expect: Mapping[str, Any],
    may: Mapping[str, Any],
    entry: Mapping[str, Any],
) -> Iterator[tuple[str, str]]:
    wanted = expect.get(id_)
    if wanted == "unknown":
        if answer is not None and not _agrees(answer, may.get(id_), None):
            yield "wrong", f"{answer!r} for unknown"
    elif wanted is None:
        yield from _not_expected(id_, answer, may, entry)
    elif answer is None:
        yield "missed", repr(wanted)
    elif isinstance(answer, frozenset):
        yield from _options(answer, set(wanted), set(may.get(id_, ())))
    elif _agrees(answer, wanted, entry.get("within", {}).get(id_)):
        yield "right", ""
    elif not _agrees(answer, may.get(id_), None):
        yield "wrong", f"{answer!r} for {wanted!r}"
        yield "differs", ""


def _options(answer: frozenset[str], wanted: set[str], may: set[str]) -> Iterator[tuple[str, str]]:
    wanted = wanted - {"none"}
    if not wanted and not answer:
        yield "right", ""
    for option in sorted(wanted | answer):
        if option in wanted and option in answer:
            yield "right", ""
        elif option in wanted:
            yield "missed", option
        elif option not in may:
            yield "wrong", f"{option} besides {sorted(wanted)}"


def _not_expected(
    id_: str, answer: Answer | None, may: Mapping[str, Any], entry: Mapping[str, Any]
) -> Iterator[tuple[str, str]]:
    allowed = may.get(id_)
    if answer is None or (allowed is not None and _agrees(answer, allowed, None)):
        return
    positive = bool(answer) and answer not in NEGATIVE
    if id_ in entry.get("absent", ()):
        if positive:
            yield "wrong", f"{answer!r} though absent"
        return
    yield "unlisted", f"{answer!r}"


def _agrees(answer: Answer, wanted: Any, within: Any) -> bool:
    if isinstance(answer, frozenset):
        return isinstance(wanted, list) and answer <= set(wanted) | {"none"}
    if isinstance(wanted, list):
        return any(_agrees(answer, one, None) for one in wanted)
    if isinstance(answer, bool) or isinstance(wanted, bool) or not isinstance(answer, float):
        return bool(answer == wanted)
    if within:
        return bool(within[0] * (1 - NEAR) <= answer <= within[1] * (1 + NEAR))
    return isinstance(wanted, int | float) and abs(answer - wanted) <= NEAR * max(abs(wanted), 0.5)


def _mark_names(
    entry: Mapping[str, Any], history: History, library: Library, tallies: Mapping[str, Tally]
) -> None:
    read = {
        "medicines": {
            library.medicines[i].name for i in _list(history, "medicines") if i in library.medicines
        },
        "conditions": {library.illnesses[i].name for i in _list(history, "known_conditions")},
        "labs": {library.analytes[lab.analyte].name for lab in history.labs},
    }
    wanted = {
        "medicines": set(entry.get("medicines", ())),
        "conditions": set(entry.get("conditions", ())),
        "labs": {lab["name"] for lab in entry.get("labs", ()) if lab.get("unit")},
    }
    may = {
        "medicines": {*entry.get("may_medicines", ()), *_classes(read["medicines"], library)},
        "conditions": set(entry.get("may_conditions", ())),
        "labs": {lab["name"] for lab in entry.get("labs", ())},
    }
    for kind, tally in tallies.items():
        for name in sorted(read[kind] | wanted[kind]):
            outcome = _of_name(name, read[kind], wanted[kind], may[kind])
            if outcome:
                tally.marks.append(Mark(str(entry["id"]), name, outcome, name))


def _list(history: History, finding: str) -> frozenset[str]:
    answer = history.answer(finding)
    return answer if isinstance(answer, frozenset) else frozenset()


def _classes(names: set[str], library: Library) -> set[str]:
    """Names that are only the class of another medicine read beside it."""
    ids = {m.id for m in library.medicines.values() if m.name in names}
    classes = {kind for id_ in ids for kind in library.medicines[id_].classes if kind != id_}
    return {library.medicines[kind].name for kind in classes if kind in library.medicines}


def _of_name(name: str, read: set[str], wanted: set[str], may: set[str]) -> str:
    if name in wanted:
        return "right" if name in read else "missed"
    return "" if name in may else "wrong"


def utterance_table(report: UtteranceReport, misses: bool = False) -> str:
    """The measures, then one line a finding; with `misses` every mistake on a line."""
    tally = report.findings
    lines = [
        f"{tally.utterances} utterances, {tally.readings} findings read",
        f"precision (strict)    {tally.precision()}",
        f"precision (lenient)   {tally.precision(lenient=True)}   ({tally.count('unlisted')} not listed)",
        f"recall                {tally.recall()}",
        f"wrong negation        {Proportion(tally.negation, tally.readings)}",
        f"wrong person          {Proportion(tally.person, tally.readings)}",
    ]
    for name, other in report.names.items():
        lines.append(f"{name:<12} precision {other.precision()}, recall {other.recall()}")
    lines += ["", f"{'finding':<30}{'right':>6}{'missed':>7}{'wrong':>6}{'unlisted':>9}"]
    lines += list(_by_finding(tally))
    if misses:
        every = [*tally.marks, *(m for other in report.names.values() for m in other.marks)]
        lines += ["", *(f"{m.utterance} {m.outcome} {m.finding}: {m.detail}" for m in every if _is_miss(m))]
    return "\n".join(lines)


def _is_miss(mark: Mark) -> bool:
    return mark.outcome in ("missed", "wrong", "unlisted")


def _by_finding(tally: Tally) -> Iterator[str]:
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for mark in tally.marks:
        counts[mark.finding][mark.outcome] += 1
    for id_, c in sorted(counts.items()):
        missed = c["missed"] + c["differs"]
        yield f"{id_:<30}{c['right']:>6}{missed:>7}{c['wrong']:>6}{c['unlisted']:>9}"
