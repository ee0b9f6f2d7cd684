"""Exercises, sessions and relief as plain data for programs that play them."""

from __future__ import annotations

from typing import Any

from charley.advice.exercises import Offer
from charley.advice.gate import Gate
from charley.advice.relief import ReliefPlan
from charley.advice.relief_script import ShownStep
from charley.advice.script import Line, Script
from charley.advice.sessions import Session
from charley.records.exercises import Dose, Exercise
from charley.records.numbers import Figure, Number
from charley.records.programmes import Programme
from charley.records.relief import Danger


def plain_script(script: Script | None) -> dict[str, Any] | None:
    """A script: `total` seconds and its lines in order."""
    if script is None:
        return None
    lines = [_line(line) for line in script.lines]
    return {"id": script.id, "title": script.title, "total": script.total, "lines": lines}


def _line(line: Line) -> dict[str, Any]:
    return {
        "second": line.second,
        "seconds": line.seconds,
        "kind": line.kind,
        "text": line.text,
        "exercise": line.exercise,
        "side": line.side,
        "repetition": line.repetition,
        "of": line.of,
        "ref": line.ref,
        "checks": list(line.checks),
    }


def plain_session(session: Session) -> dict[str, Any]:
    """A session for one person."""
    return {
        "asked": session.asked,
        "programme": session.programme,
        "reasons": list(session.reasons),
        "checks": list(session.checks),
        "urgency": _gate(session.gate),
        "offers": [plain_offer(offer) for offer in session.offers],
        "left_out": [plain_offer(offer) for offer in session.left_out],
        "script": plain_script(session.script),
    }


def plain_offer(offer: Offer) -> dict[str, Any]:
    """Whether something is for this person."""
    return {
        "id": offer.id,
        "status": offer.status,
        "reasons": list(offer.reasons),
        "checks": list(offer.checks),
        "instead": offer.instead,
    }


def plain_exercise(exercise: Exercise) -> dict[str, Any]:
    """An exercise with its dose, its limits and where it comes from; the drawing is asked for apart."""
    return {
        "id": exercise.id,
        "name": exercise.name,
        "kind": exercise.kind,
        "summary": exercise.summary,
        "muscles": list(exercise.muscles),
        "position": exercise.position,
        "sides": exercise.sides,
        "dose": _dose(exercise.dose),
        "told_as": exercise.told_as,
        "steps": list(exercise.steps),
        "feel": exercise.feel,
        "cautions": list(exercise.cautions),
        "not_for": [
            {"circumstance": bar.circumstance, "because": bar.because, "instead": bar.instead}
            for bar in exercise.not_for
        ],
        "evidence": {"grade": exercise.evidence.grade, "says": exercise.evidence.says},
        "figures": [_figure(figure) for figure in exercise.figures],
        "claims": list(exercise.claims),
        "interventions": list(exercise.interventions),
        "sources": list(exercise.sources),
    }


def plain_programme(programme: Programme) -> dict[str, Any]:
    """A programme with its exercises by id."""
    return {
        "id": programme.id,
        "name": programme.name,
        "summary": programme.summary,
        "for_whom": programme.for_whom,
        "when": programme.when,
        "exercises": list(programme.exercises),
        "weeks": _number(programme.weeks),
        "per_day": _number(programme.per_day),
        "expect": programme.expect,
        "stop_if": programme.stop_if,
        "evidence": {"grade": programme.evidence.grade, "says": programme.evidence.says},
        "figures": [_figure(figure) for figure in programme.figures],
        "claims": list(programme.claims),
        "interventions": list(programme.interventions),
        "sources": list(programme.sources),
    }


def plain_relief(plan: ReliefPlan) -> dict[str, Any]:
    """Relief for one person, with both scripts."""
    return {
        "muscle": plan.protocol.id,
        "name": plan.protocol.name,
        "summary": plan.protocol.summary,
        "urgency": _gate(plan.gate),
        "withheld": list(plan.withheld),
        "variants": list(plan.variants),
        "look_first": [_danger(danger) for danger in plan.look_first],
        "steps": [_step(shown) for shown in plan.steps],
        "after": [_step(shown) for shown in plan.after],
        "do_not": [{"id": w.id, "says": w.says, "because": w.because} for w in plan.warnings],
        "check_after": plan.check_after,
        "danger": [_danger(danger) for danger in plan.danger],
        "pace": plan.pace,
        "script": plain_script(plan.now_script),
        "after_script": plain_script(plan.after_script),
    }


def _gate(gate: Gate) -> dict[str, Any] | None:
    if gate.level is None:
        return None
    return {"level": gate.level.word, "title": gate.title, "first": list(gate.first), "note": gate.note}


def _danger(danger: Danger) -> dict[str, Any]:
    return {"id": danger.id, "ask": danger.ask, "do": danger.do, "level": danger.level.word}


def _step(shown: ShownStep) -> dict[str, Any]:
    step = shown.step
    return {
        "id": step.id,
        "kind": step.kind,
        "say": step.say,
        "more": step.more,
        "seconds": step.seconds,
        "exercise": step.exercise,
        "checks": list(shown.checks),
    }


def _dose(dose: Dose) -> dict[str, Any]:
    return {
        "hold": _number(dose.hold),
        "repetitions": _number(dose.repetitions),
        "rest": _number(dose.rest),
        "lasts": _number(dose.lasts),
        "ready": dose.ready,
    }


def _number(number: Number | None) -> dict[str, Any] | None:
    if number is None:
        return None
    return {
        "value": number.value,
        "range": [number.low, number.high],
        "unit": number.unit,
        "kind": number.kind,
        "source": number.source,
        "why": number.why or number.how,
    }


def _figure(figure: Figure) -> dict[str, Any]:
    return {
        "text": figure.text,
        "population": figure.population,
        "note": figure.note,
        "source": figure.source,
    }
