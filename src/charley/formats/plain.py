"""The Assessment as plain data: the contract that every other program reads."""

from __future__ import annotations

import json
from typing import Any

from charley.assessment import Assessment, CauseFound, Contribution, FiredRule, NextQuestion, Reply, RuledOut


def to_plain(a: Assessment) -> dict[str, Any]:
    """The assessment as JSON-ready data, keys in the order of the contract."""
    return {
        "id": a.id,
        "library": {"version": a.library_version, "fingerprint": a.library_fingerprint},
        "engine": a.engine,
        "urgency": a.urgency.word,
        "urgency_from": list(dict.fromkeys(source.name for source in a.urgency_from)),
        "urgency_reasons": [{"from": s.name, "level": s.level.word, "why": s.why} for s in a.urgency_from],
        "provisional": a.provisional,
        "safety_questions_left": list(a.safety_questions_left),
        "red_flags": [_rule(rule) for rule in a.red_flags],
        "true_cramp": {"probability": a.true_cramp.probability, "because": list(a.true_cramp.because)},
        "people_like_you": {
            "any": a.people_like_you.any,
            "often": a.people_like_you.often,
            "source": a.people_like_you.source,
            "any_interval": list(a.people_like_you.any_interval),
            "often_interval": list(a.people_like_you.often_interval),
            "used": list(a.people_like_you.used),
            "says": a.people_like_you.says,
        },
        "mechanisms": [{"name": name, "probability": chance} for name, chance in a.mechanisms],
        "what_if": [{"change": w.change, "share": w.share, "causes": list(w.causes)} for w in a.what_if],
        "narrow": a.narrow,
        "causes": [_cause(cause) for cause in a.causes],
        "ruled_out": [_ruled_out(entry) for entry in a.ruled_out],
        "next_questions": [_question(question) for question in a.next_questions],
        "tests": [
            {"id": t.id, "name": t.name, "why": t.why, "reference": t.reference, "caveats": list(t.caveats)}
            for t in a.tests
        ],
        "advice": list(a.advice),
        "understood": dict(a.understood),
        "not_understood": dict(a.not_understood),
        "contradictions": list(a.contradictions),
        **(_story(a) if a.readings else {}),
    }


def _story(a: Assessment) -> dict[str, Any]:
    """What was read in a text, and the danger signs in it that are to be confirmed."""
    return {
        "to_confirm": [{"id": id_, "text": question} for id_, question in a.to_confirm],
        "readings": [
            {
                "start": r.start, "end": r.end, "kind": r.kind, "id": r.what, "status": r.status,
                "meaning": r.meaning, "why": r.why,
            }
            for r in a.readings
        ],
    }  # fmt: skip


def _rule(rule: FiredRule) -> dict[str, Any]:
    return {
        "id": rule.id,
        "level": rule.level.word,
        "because": list(rule.because),
        "facts": list(rule.facts),
        "suspected": list(rule.suspected),
        "why": rule.why,
        "tell": rule.tell,
        "source": ", ".join(rule.source),
    }


def _contribution(c: Contribution) -> dict[str, Any]:
    return {"finding": c.finding, "says": c.says, "weight": c.weight}


def _cause(cause: CauseFound) -> dict[str, Any]:
    return {
        "id": cause.id,
        "name": cause.name,
        "clinical_name": cause.clinical_name,
        "icd10cm": cause.icd10cm,
        "probability": cause.probability,
        "interval": list(cause.interval),
        "urgency": cause.urgency.word,
        "summary": cause.summary,
        "for": [_contribution(c) for c in cause.speaks_for],
        "against": [_contribution(c) for c in cause.against],
        "chain": list(cause.chain),
        "settled_by": list(cause.settled_by),
        "sources": list(cause.sources),
    }


def _ruled_out(entry: RuledOut) -> dict[str, Any]:
    return {
        "id": entry.id,
        "name": entry.name,
        "probability": entry.probability,
        "urgency": entry.urgency.word,
        "settled": entry.settled,
        "because": list(entry.because),
        "look_for": list(entry.look_for),
        "open_questions": list(entry.open_questions),
    }


def _question(q: NextQuestion) -> dict[str, Any]:
    return {
        "id": q.id,
        "text": q.text,
        "why": q.why,
        "gain": q.gain,
        "safety": q.safety,
        "bits": q.bits,
        "triage": q.triage,
        "replies": [_reply(reply) for reply in q.replies],
    }


def _reply(reply: Reply) -> dict[str, Any]:
    return {
        "answer": reply.answer,
        "chance": reply.chance,
        "urgency": reply.urgency.word,
        "causes": [{"id": id_, "probability": chance} for id_, chance in reply.causes],
        "says": reply.says,
    }


def to_json(assessment: Assessment, indent: int | None = None) -> str:
    """The assessment as JSON text; one line without `indent`."""
    return json.dumps(to_plain(assessment), ensure_ascii=False, indent=indent)
