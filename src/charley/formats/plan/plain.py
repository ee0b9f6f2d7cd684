"""A plan as plain data: the contract for other programs."""

from __future__ import annotations

import json
from typing import Any

from charley.advice.interventions import Choice, Reason
from charley.advice.medicines import MedicineFound, MedicineReview
from charley.advice.plan import Plan
from charley.advice.plan_items import PlanItem
from charley.records.medicine_review import MedicineNote
from charley.records.numbers import Figure


def plan_plain(plan: Plan) -> dict[str, Any]:
    """The plan as JSON-ready data; urgency and care stand first."""
    return {
        "id": plan.id,
        "date": plan.on.isoformat(),
        "library": {"version": plan.library_version, "fingerprint": plan.library_fingerprint},
        "urgency": plan.urgency.word,
        "title": plan.title,
        "care": list(plan.care),
        "brief": list(plan.brief),
        "asked": [
            {"question": a.question, "topics": list(a.topics), "says": list(a.says), "card": a.card}
            for a in plan.asked
        ],
        "noticed": list(plan.noticed),
        "safety_questions_left": plan.questions_left,
        "likely": [
            {"id": c.id, "name": c.name, "probability": c.probability, "meaning": c.meaning}
            for c in plan.likely
        ],
        "unlike_a_cramp": plan.unlike_a_cramp,
        "sections": [
            {"part": section.part, "title": section.title, "items": [_item(item) for item in section.items]}
            for section in plan.sections
        ],
        "first_check": [
            {"checks": [_reason(r) for r in check.checks], "then": [choice.id for choice in check.choices]}
            for check in plan.checks
        ],
        "groups": [
            {
                "id": g.id,
                "name": g.name,
                "says": list(g.says),
                "figures": _figures(g.figures),
                "sources": list(g.sources),
            }
            for g in plan.groups
        ],
        "interventions": [_choice(choice) for choice in plan.choices],
        "medicines": _review(plan.medicines),
        "tests": [{"id": one.test.id, "name": one.test.name, "only_if": one.only_if} for one in plan.tests],
        "sessions": None
        if plan.sessions is None
        else {
            "exercise": plan.sessions.exercise,
            "title": plan.sessions.title,
            "nights": plan.sessions.nights,
            "lines": list(plan.sessions.lines),
        },
        "information": plan.information,
    }


def plan_json(plan: Plan) -> str:
    """The plan as JSON text."""
    return json.dumps(plan_plain(plan), ensure_ascii=False, indent=2)


def _item(item: PlanItem) -> dict[str, Any]:
    plain: dict[str, Any] = {"id": item.id, "title": item.title, "lines": list(item.lines)}
    if item.is_intervention:
        plain["intervention"] = item.id
    if item.steps is not None:
        plain["steps"] = {"id": item.steps.id, "command": item.steps.command, "seconds": item.steps.seconds}
    return plain


def _reason(reason: Reason) -> dict[str, str]:
    return {
        "situation": reason.situation,
        "says": reason.says,
        "because": reason.because,
        "source": reason.source,
    }


def _figures(figures: tuple[Figure, ...]) -> list[dict[str, str]]:
    return [{"text": f.text, "population": f.population, "note": f.note, "source": f.source} for f in figures]


def _choice(choice: Choice) -> dict[str, Any]:
    one = choice.intervention
    return {
        "id": one.id,
        "name": one.name,
        "verdict": choice.verdict,
        "relevant": choice.relevant,
        "note": choice.note,
        "because": [_reason(r) for r in choice.because],
        "first_check": [_reason(r) for r in choice.first_check],
        "ask_if": [_reason(r) for r in choice.ask_if],
        "adaptations": list(choice.adaptations),
        "summary": one.summary,
        "effect": one.effect,
        "figures": _figures(one.figures),
        "population": one.population,
        "trials": one.trials,
        "certainty": one.certainty,
        "harms": list(one.harms),
        "dose": None
        if one.dose is None
        else {"text": one.dose.text, "stated_by": one.dose.stated_by, "source": one.dose.source},
        "sources": list(one.sources),
    }


def _review(review: MedicineReview) -> dict[str, Any]:
    return {
        "told": review.told,
        "complete": review.complete,
        "found": [_medicine(one) for one in review.found],
        "notes": [_note(note) for note in review.notes],
        "clashes": [
            {"intervention": c.intervention, "name": c.name, "says": c.says, "because": c.because}
            for c in review.clashes
        ],
        "matters": [
            {"names": list(m.names), "reasons": list(m.reasons), "tests": list(m.tests)}
            for m in review.matters
        ],
        "not_identified": list(review.unnamed),
        "no_known_link": list(review.others),
        "question_sheet": list(review.sheet),
    }


def _medicine(one: MedicineFound) -> dict[str, Any]:
    return {
        "medicines": list(one.medicines),
        "names": list(one.names),
        "class": one.entry.id,
        "cause": one.entry.cause,
        "strength": one.entry.strength,
        "timing": {"fit": one.timing.fit, "says": one.timing.says},
        "says": one.entry.says,
        "keep": one.entry.keep,
        "asks": list(one.entry.asks),
        "tests": list(one.entry.tests),
        "figures": _figures(one.entry.figures),
        "sources": list(one.entry.sources),
    }


def _note(note: MedicineNote) -> dict[str, Any]:
    return {
        "id": note.id,
        "kind": note.kind,
        "says": note.says,
        "asks": note.asks,
        "sources": list(note.sources),
    }
