"""Lists of medicines and illnesses: add, remove, and suggestions while somebody types."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from charley_web import reads
from charley_web.forms import NamesForm
from charley_web.forms.questions import names_in
from charley_web.names import Kind, read_name, suggest
from charley_web.visit import Visit


def edits(request: HttpRequest) -> bool:
    """Whether a button of the list was used: find, add or remove, and not the one that goes on."""
    return any(key in request.POST for key in ("find", "add", "remove"))


def context(request: HttpRequest, form: NamesForm, visit: Visit) -> dict[str, Any]:
    """What the page of a list shows: the names as they were read, and what was searched."""
    kind: Kind = "medicines" if form.finding.type == "medicines" else "conditions"
    names = list(form.names)
    if request.method != "POST":
        told = visit.given(form.finding.id)
        names = list(told) if isinstance(told, list) else []
    typed = request.POST.get("typed", "").strip()[:200]
    if "find" in request.POST:
        names = [name for name in request.POST.getlist("names") if name]
    several = names_in(typed) if "find" in request.POST and _is_several(typed) else []
    if added := [*names_in(request.POST.get("add", "")), *several]:
        names = [*(n for n in request.POST.getlist("names") if n), *added]
        typed = ""
    if removed := request.POST.get("remove"):
        names = [name for name in request.POST.getlist("names") if name != removed]
    finding = "find" in request.POST and not several
    return {
        "list_kind": kind,
        "readings": [read_name(kind, name, reads.library()) for name in dict.fromkeys(names)],
        "suggestions": suggest(kind, typed, reads.library()) if finding else (),
        "typed": typed if finding else "",
        "searched": finding,
    }


@require_POST
def names(request: HttpRequest) -> HttpResponse:
    """Suggestions while somebody types. By POST: what is typed must not stand in an address."""
    kind: Kind = "medicines" if request.POST.get("kind") == "medicines" else "conditions"
    typed = request.POST.get("typed", "").strip()[:200]
    shown = {
        "suggestions": suggest(kind, typed, reads.library()),
        "typed": typed,
        "searched": len(typed) > 1,
        "several": _is_several(typed),
    }
    return render(request, "charley/parts/suggestions.html", shown)


def _is_several(typed: str) -> bool:
    return len(names_in(typed)) > 1
