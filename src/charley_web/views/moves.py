"""Exercises: the list, and one with its drawing and a timed session: spoken, paused, skipped."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from charley.advice.circumstances import states_of
from charley.advice.drawing import draw
from charley.advice.exercises import exercises, offer_exercise, offer_programme, programmes
from charley.advice.script import clock_text
from charley.advice.sessions import Session, session
from charley.history import History
from charley.records.exercises import Exercise
from charley.records.numbers import Source
from charley.records.programmes import Programme
from charley_web import actions, reads

DESCRIPTION = re.compile(r"(<desc[^>]*>).*?(</desc>)", re.DOTALL)


@require_safe
def moves(request: HttpRequest) -> HttpResponse:
    """Every programme and exercise, with whether it fits this person."""
    states = states_of(_history(request), reads.library(), None)
    context = {
        "programmes": [(one, offer_programme(one, states)) for one in programmes().values()],
        "exercises": [(one, offer_exercise(one, states)) for one in exercises().values()],
    }
    return render(request, "charley/moves.html", context)


@require_safe
def move(request: HttpRequest, id_: str) -> HttpResponse:
    """One exercise or programme with its session."""
    found: Exercise | Programme | None = programmes().get(id_) or exercises().get(id_)
    if found is None:
        raise Http404
    made = session(id_, reads.library(), _history(request))
    sources: tuple[Source, ...] = tuple(
        reads.library().sources[s] for s in found.sources if s in reads.library().sources
    )
    context: dict[str, Any] = {
        "one": found,
        "is_exercise": isinstance(found, Exercise),
        "made": made,
        "other": made.programme != made.asked,
        "drawings": _drawings(made, found),
        "sources": sources,
        "total": clock_text(made.script.total) if made.script else "",
    }
    return render(request, "charley/move.html", context)


def _drawings(made: Session, found: Exercise | Programme) -> list[tuple[str, str, SafeString]]:
    """Each exercise of the session, once: id, name, and its drawing."""
    ids = [line.exercise for line in made.script.lines if line.exercise] if made.script else []
    if isinstance(found, Exercise):
        ids = [found.id, *ids]
    shelf = exercises()
    return [(id_, shelf[id_].name, drawn(shelf[id_])) for id_ in dict.fromkeys(ids)]


def drawn(exercise: Exercise) -> SafeString:
    """The drawing as SVG in the reader's language. It is our own, and its words are escaped there."""
    picture = exercise.drawing
    start, end = (replace(scene, says=_(scene.says)) for scene in (picture.start, picture.end))
    says = _("Two pictures. Start: %(start)s Then: %(end)s") % {"start": start.says, "end": end.says}
    svg = draw(replace(picture, start=start, end=end), _(exercise.name), exercise.id)
    return mark_safe(DESCRIPTION.sub(lambda found: found[1] + escape(says) + found[2], svg))


def _history(request: HttpRequest) -> History | None:
    """The history of the visit; None when nothing was told, so that everything is to be checked first."""
    visit = actions.visit_of(request.session)
    return reads.history_of(visit.told) if visit.has_begun else None
