"""One row of a table as one assessment: the definition of what a table is answered with."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from charley.assess import assess
from charley.assessment import Assessment
from charley.errors import InputError
from charley.history import History
from charley.many.told import history_of
from charley.network.default import default_engine
from charley.network.engine import CauseEngine, Ranking
from charley.reading import read_history
from charley.reading.about import read_id
from charley.records.library import Library

Row = dict[str, Any]

SHORT = ("id", "urgency", "provisional", "causes", "chances", "true_cramp", "error")
"""Columns of a short answer. `causes` stand as an assessment shows them, `chances` beside them."""


class WithoutDraws:
    """The usual engine with intervals by the delta method: two hundred draws a person are not for many."""

    def __init__(self, engine: CauseEngine | None = None) -> None:
        self._engine = engine or default_engine()
        self.name = self._engine.name

    def rank(self, history: History, library: Library, draws: int = 0) -> Ranking:
        """The ranking without any draws."""
        return self._engine.rank(history, library)


def assess_row(told: Mapping[str, Any], library: Library, today: date | None, full: bool = False) -> Row:
    """The answer to one row, or its faults."""
    id_ = read_id(told.get("id")) or ""
    try:
        history = read_history(history_of(told), library, today)
        answer = row_of(assess(history, library, WithoutDraws()))
    except InputError as error:
        return {"id": id_, "error": "; ".join(str(fault) for fault in error.faults)}
    except Exception as error:  # a defect of ours: the other rows are answered all the same
        return {"id": id_, "error": f"could not be assessed ({type(error).__name__}): please report it"}
    return answer if full else {name: answer[name] for name in SHORT}


def row_of(answer: Assessment) -> Row:
    """Every decision of an assessment as ids and numbers; the sentences follow from the ids."""
    people = answer.people_like_you
    return {
        "id": answer.id,
        "urgency": answer.urgency.word,
        "provisional": answer.provisional,
        "causes": [cause.id for cause in answer.causes],
        "chances": [cause.probability for cause in answer.causes],
        "true_cramp": answer.true_cramp.probability,
        "error": None,
        "engine": answer.engine,
        "intervals": [_interval(cause.interval) for cause in answer.causes],
        "urgency_from": _distinct((voice.name, voice.level.word) for voice in answer.urgency_from),
        "safety_questions_left": list(answer.safety_questions_left),
        "red_flags": [
            {"id": rule.id, "level": rule.level.word, "facts": list(rule.facts)} for rule in answer.red_flags
        ],
        "mechanisms": [{"id": name, "chance": chance} for name, chance in answer.mechanisms],
        "any_cramps": {"chance": people.any, **_interval(people.any_interval)},
        "often_cramps": {"chance": people.often, **_interval(people.often_interval)},
        "what_if": [
            {"change": entry.change, "share": entry.share, "causes": list(entry.causes)}
            for entry in answer.what_if
        ],
        "ruled_out": [
            {"id": c.id, "chance": c.probability, "settled": c.settled, "open": len(c.open_questions)}
            for c in answer.ruled_out
        ],
        "next_questions": [
            {"id": q.id, "gain": q.gain, "safety": q.safety, "bits": q.bits, "triage": q.triage}
            for q in answer.next_questions
        ],
        "tests": [test.id for test in answer.tests],
        "not_understood": [where for where, _ in answer.not_understood],
        "contradictions": list(answer.contradictions),
        "to_confirm": [id_ for id_, _ in answer.to_confirm],
    }


def _interval(ends: tuple[float, float]) -> dict[str, float]:
    return {"low": ends[0], "high": ends[1]}


def _distinct(voices: Any) -> list[dict[str, str]]:
    """Each voice once: two results of one analyte may say the same."""
    return [{"name": name, "level": level} for name, level in dict.fromkeys(voices)]
