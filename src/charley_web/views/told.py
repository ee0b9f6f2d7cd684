"""Everything told so far, each with a way to change it."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from charley.history import History
from charley.records.library import Library
from charley.wording import say_answer
from charley_web import actions, reads
from charley_web.visit import NOT_SURE


@require_safe
def told(request: HttpRequest) -> HttpResponse:
    """Everything told so far, each with a way to change it."""
    visit = actions.visit_of(request.session)
    if not visit.has_begun:
        return redirect("start")
    library, history = reads.library(), reads.history_of(visit.told)
    rows = [
        (library.findings[id_], _said(value, id_, history, library))
        for id_, value in {**visit.beside, **visit.findings}.items()
        if id_ in library.findings
    ]
    context = {
        "rows": rows,
        "labs": visit.labs,
        "labs_in_words": reads.labs_in_words(visit.told),
        "words": visit.told.get("text", ""),
        "understood": history.understood,
        "not_understood": history.not_understood,
    }
    return render(request, "charley/told.html", context)


def _said(value: Any, id_: str, history: History, library: Library) -> str:
    if value == NOT_SURE:
        return _("not sure")
    answer = history.answers.get(id_)
    return _("not understood") if answer is None else str(say_answer(library.findings[id_], answer, library))
