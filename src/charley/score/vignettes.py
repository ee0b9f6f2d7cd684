"""Every vignette through the program, as a person would give it, and what came out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from charley.assess import assess
from charley.assessment import Assessment
from charley.errors import Fault, InputError
from charley.reading import read_history
from charley.records.library import Library
from charley.records.rules import Urgency
from charley.score.measures import Proportion, proportion

GIVEN = {
    "findings": ("id", "age", "sex", "pregnant", "findings", "conditions", "medicines", "labs"),
    "narrative": ("id", "narrative"),
}
BENIGN = (Urgency.SELF_CARE, Urgency.ROUTINE)


@dataclass(frozen=True, slots=True)
class Outcome:
    """One vignette with the answer, or the faults for which there was none."""

    id: str
    kind: str
    wanted: frozenset[str]
    feared: frozenset[str]
    expected: Urgency
    least_safe: Urgency
    answer: Assessment | None
    faults: tuple[Fault, ...] = ()

    @property
    def ranked(self) -> list[str]:
        return [cause.id for cause in self.answer.causes] if self.answer else []

    @property
    def level(self) -> Urgency:
        """The level given; an input that was refused counts as the least."""
        return self.answer.urgency if self.answer else Urgency.SELF_CARE

    def hit(self, first: int) -> bool:
        return not self.wanted.isdisjoint(self.ranked[:first])

    @property
    def fears_covered(self) -> bool:
        if self.answer is None:
            return False
        return self.feared <= {*self.ranked, *(entry.id for entry in self.answer.ruled_out)}


MEASURES: dict[str, tuple[Callable[[Outcome], bool], Callable[[Outcome], bool]]] = {
    "top-1": (lambda o: bool(o.wanted), lambda o: o.hit(1)),
    "top-3": (lambda o: bool(o.wanted), lambda o: o.hit(3)),
    "triage exact": (lambda o: True, lambda o: o.level == o.expected),
    "emergency sensitivity": (
        lambda o: o.expected == Urgency.EMERGENCY_NOW,
        lambda o: o.level == Urgency.EMERGENCY_NOW,
    ),
    "under-triage": (lambda o: True, lambda o: o.level < o.least_safe),
    "over-triage": (lambda o: o.expected in BENIGN, lambda o: o.level >= Urgency.SAME_DAY),
    "feared covered": (lambda o: bool(o.feared), lambda o: o.fears_covered),
}
"""Measure -> (which vignettes it counts, which of them it marks)."""


@dataclass(frozen=True, slots=True)
class Report:
    """All outcomes of one run."""

    outcomes: tuple[Outcome, ...]
    input: str

    def measure(self, name: str, kind: str | None = None) -> Proportion:
        """One measure over all vignettes, or over those of one kind."""
        counts, marks = MEASURES[name]
        chosen = [o for o in self.outcomes if kind in (None, o.kind) and counts(o)]
        return proportion([marks(o) for o in chosen])

    def kinds(self) -> list[str]:
        return sorted({outcome.kind for outcome in self.outcomes})

    def plain(self) -> dict[str, Any]:
        """The measures as JSON-ready data."""
        groups = {"all": None} | {kind: kind for kind in self.kinds()}
        return {
            "input": self.input,
            "measures": {
                group: {
                    name: {"hits": p.hits, "total": p.total, "interval": list(p.interval)}
                    for name in MEASURES
                    for p in [self.measure(name, kind)]
                }
                for group, kind in groups.items()
            },
        }


def score(vignettes: object, library: Library, input_: str = "findings") -> Report:
    """Run the vignettes. Raises InputError when the file is no list of vignettes."""
    if not isinstance(vignettes, Sequence) or isinstance(vignettes, str) or not vignettes:
        raise InputError([Fault("vignettes", "must be a list of vignettes")])
    return Report(tuple(_outcome(v, index, library, input_) for index, v in enumerate(vignettes)), input_)


def _outcome(vignette: object, index: int, library: Library, input_: str) -> Outcome:
    if not isinstance(vignette, Mapping):
        raise InputError([Fault(f"vignettes[{index}]", "must be an object")])
    where = f"vignettes[{index}]"
    if not vignette.get("id"):
        raise InputError([Fault(where, "lacks 'id'")])
    expected, least = (_level(vignette, key, where) for key in ("triage_expected", "triage_min_safe"))
    final, acceptable = (_ids(vignette, key, where) for key in ("final_ids", "acceptable_ids"))
    feared = _ids(vignette, "feared_ids", where, needed=False)
    answer, faults = _answer(vignette, library, input_)
    kind = str(vignette.get("kind", ""))
    return Outcome(str(vignette["id"]), kind, final | acceptable, feared, expected, least, answer, faults)


def _level(vignette: Mapping[str, Any], key: str, where: str) -> Urgency:
    levels = {level.word: level for level in Urgency}
    level = levels.get(str(vignette.get(key)))
    if level is None:
        raise InputError([Fault(where, f"{key} must be one of {', '.join(levels)}")])
    return level


def _ids(vignette: Mapping[str, Any], key: str, where: str, needed: bool = True) -> frozenset[str]:
    ids = vignette.get(key)
    if ids is None and not needed:
        return frozenset()
    if not isinstance(ids, list) or not all(isinstance(id_, str) for id_ in ids):
        raise InputError([Fault(where, f"{key} must be a list of cause ids")])
    return frozenset(ids)


def _answer(
    vignette: Mapping[str, Any], library: Library, input_: str
) -> tuple[Assessment | None, tuple[Fault, ...]]:
    told = {key: vignette[key] for key in GIVEN[input_] if vignette.get(key) is not None}
    if "narrative" in told:
        told["text"] = told.pop("narrative")
    try:
        return assess(read_history(told, library), library), ()
    except InputError as error:
        return None, error.faults
