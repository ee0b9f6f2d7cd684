"""Telling it in one's own words, and "we understood" with one tap to correct each reading."""

from __future__ import annotations

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from charley.history import History, Understood
from charley.records.readings import Read
from charley.records.rules import Urgency
from charley_web import actions, reads, wording

MOST_TEXT = 20_000


@require_http_methods(["GET", "HEAD", "POST"])
def words(request: HttpRequest) -> HttpResponse:
    """A page to write on."""
    visit = actions.visit_of(request.session)
    kept: str = visit.told.get("text", "")
    typed = str(request.POST.get("text", "")) if request.method == "POST" else kept
    fault = ""
    if request.method == "POST":
        text = typed.replace("\r\n", "\n").strip()
        if not text:
            fault = _("Write a few words, or go back and tap instead.")
        elif len(text) > MOST_TEXT:
            fault = _("This is too long. Tell it in at most %(most)s letters.") % {"most": MOST_TEXT}
        else:
            actions.tell_story(request.session, visit, text)
            return redirect("understood")
    context = {"typed": typed, "fault": fault}
    return render(request, "charley/words.html", context, status=422 if fault else 200)


@require_safe
def understood(request: HttpRequest) -> HttpResponse:
    """What was read, each thing once, with the words it came from; danger signs are asked about first.

    A sign counts as yes until it is answered, so what to do stands above the question.
    """
    visit = actions.visit_of(request.session)
    text = visit.told.get("text", "")
    if not text:
        return redirect("words")
    history = reads.history_of(visit.told)
    library = reads.library()
    assessment = reads.assessment_of(visit.told)
    signs = [library.findings[id_] for id_ in history.to_confirm if id_ not in visit.findings]
    context = {
        "a": assessment,
        "tone": wording.TONES[assessment.urgency],
        "urgent": assessment.urgency >= Urgency.SAME_DAY,
        "emergency": assessment.urgency is Urgency.EMERGENCY_NOW,
        "signs": signs,
        "readings": _once(history, text),
        "contradictions": history.contradictions,
        "missed": [why for where, why in history.not_understood if where.startswith("text")],
    }
    return render(request, "charley/understood.html", context)


def _once(history: History, text: str) -> list[tuple[Read, str]]:
    """Everything taken or doubted, and medicines of the past, once; not what is asked back."""
    asked_back = {where for where, _why in history.not_understood}
    refused = {(r.what, r.meaning) for r in history.readings if r.where in asked_back}
    past = {said.where: said.meaning for said in history.understood if _is_past(said, history)}
    seen: dict[tuple[str, str], tuple[Read, str]] = {}
    for reading in history.readings:
        words = text[reading.start : reading.end]
        key = (reading.what, reading.meaning)
        if reading.status in ("taken", "doubted") and key not in refused:
            seen.setdefault(key, (reading, words))
        elif reading.kind == "medicine" and reading.where in past:
            seen.setdefault(key, (replace(reading, meaning=past[reading.where]), words))
    return list(seen.values())


def _is_past(said: Understood, history: History) -> bool:
    """Whether this is a medicine that was stopped, replaced or never taken."""
    return said.meaning.partition(":")[0] in {medicine.state for medicine in history.medicines_past}


@require_POST
def correct(request: HttpRequest) -> HttpResponse:
    """One tap: "not right" takes a reading out; a danger sign is answered with yes or no."""
    visit = actions.visit_of(request.session)
    what, reply = request.POST.get("what", ""), request.POST.get("reply", "")
    if visit.told.get("text"):
        actions.correct_reading(request.session, visit, what, reply)
    return redirect("understood")
