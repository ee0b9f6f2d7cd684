"""The answer, what the next replies would change, and the page of an emergency."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from charley.assessment import Assessment, FiredRule
from charley.records.rules import Urgency
from charley_web import actions, answers, changes, reads, wording
from charley_web.visit import Visit


@require_safe
def answer(request: HttpRequest) -> HttpResponse:
    """Urgency first, then the causes, what is not ruled out, and what to ask next."""
    visit = actions.visit_of(request.session)
    if not visit.has_begun:
        return redirect("start")
    assessment = reads.assessment_of(visit.told)
    context = page_of(assessment, visit)
    context["difference"] = changes.difference(visit, assessment, reads.library())
    if visit.before is None or visit.changed:
        actions.seen(request.session, visit, assessment)
    return render(request, "charley/answer.html", context)


def page_of(assessment: Assessment, visit: Visit) -> dict[str, Any]:
    """All that the answer's page shows of an assessment."""
    chances = [cause.probability for cause in assessment.causes]
    return {
        "a": assessment,
        "in_falling_order": chances == sorted(chances, reverse=True),
        "tone": wording.TONES[assessment.urgency],
        "urgent": assessment.urgency >= Urgency.SAME_DAY,
        "emergency": assessment.urgency is Urgency.EMERGENCY_NOW,
        "rules": [rule for rule in assessment.red_flags if rule.level > Urgency.SELF_CARE],
        "noticed": answers.noticed(assessment),
        "causes": answers.causes_shown(assessment, reads.library()),
        "feared": answers.feared_shown(assessment),
        "what_if": [
            (entry, wording.natural(entry.share), wording.hundred(entry.share))
            for entry in assessment.what_if
        ],
        "understood": answers.understood(assessment, visit),
        "open_count": len(assessment.safety_questions_left),
    }


@require_safe
def replies(request: HttpRequest) -> HttpResponse:
    """What each reply to the best next questions would change; a part of the answer, or a page."""
    visit = actions.visit_of(request.session)
    if not visit.has_begun:
        return redirect("start")
    assessment = reads.assessment_of(visit.told)
    questions = changes.asked_next(assessment, reads.library())
    context = {"questions": questions, "level": 3 if request.htmx else 2}  # type: ignore[attr-defined]
    part = "charley/parts/replies.html" if request.htmx else "charley/replies.html"  # type: ignore[attr-defined]
    return render(request, part, context)


@require_safe
def emergency(request: HttpRequest) -> HttpResponse:
    """The interview has stopped: whom to call and what to say."""
    visit = actions.visit_of(request.session)
    told = visit.told
    if not visit.has_begun or not reads.is_emergency(told):
        return redirect("answer" if visit.has_begun else "start")
    assessment = reads.assessment_of(told)
    rules = [rule for rule in assessment.red_flags if rule.level is Urgency.EMERGENCY_NOW]
    voices = [
        voice
        for voice in assessment.urgency_from
        if voice.level is Urgency.EMERGENCY_NOW and not voice.name.startswith(_told_elsewhere(rules))
    ]
    history = reads.history_of(told)
    context = {"rules": rules, "voices": voices, "age": history.age, "a": assessment}
    return render(request, "charley/emergency.html", context)


def _told_elsewhere(rules: list[FiredRule]) -> tuple[str, ...]:
    """Voices that need no line of their own on the phone: rules, and beside them the chance of a cause."""
    return ("rule:", "cause:") if rules else ("rule:",)
