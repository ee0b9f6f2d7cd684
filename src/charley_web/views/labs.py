"""Blood results: choose a test, write its value, choose the unit that stands beside it."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from charley.errors import Fault
from charley.records.catalogue import Analyte
from charley_web import actions, reads
from charley_web.forms import LabForm
from charley_web.visit import Told, Visit

MOST_LABS = 60


@require_http_methods(["GET", "HEAD", "POST"])
def labs(request: HttpRequest) -> HttpResponse:
    """The list of results, with a form to add one."""
    visit = actions.visit_of(request.session)
    if request.method != "POST":
        return _show(request, visit)
    if "value" in request.POST:
        return _add(request, visit)
    return _show(request, visit, test=request.POST.get("name", ""))


def _add(request: HttpRequest, visit: Visit) -> HttpResponse:
    form = LabForm(request.POST)
    if not form.is_valid():
        return _show(request, visit, form, request.POST.get("name", ""), status=422)
    entry = form.entry()
    told = visit.with_labs([*visit.labs, entry][-MOST_LABS:]).told
    faults = reads.faults_of(told) or _no_number(told, len(visit.labs))
    if faults:
        return _show(request, visit, form, entry["name"], faults, status=422)
    actions.add_lab(request.session, visit, entry, MOST_LABS)
    urgent = reads.is_emergency(actions.visit_of(request.session).told)
    return redirect("emergency" if urgent else "labs")


def _no_number(told: Told, place: int) -> tuple[Fault, ...]:
    """What is wrong with a value that is no number, such as "1o5"; elsewhere it is only not understood."""
    where = f"labs[{min(place, MOST_LABS - 1)}]"
    missed = reads.history_of(told).not_understood
    return tuple(Fault(at, why, _("Write it like 3.6.")) for at, why in missed if at.startswith(where))


def _show(
    request: HttpRequest,
    visit: Visit,
    form: LabForm | None = None,
    test: str = "",
    faults: tuple[Any, ...] = (),
    status: int = 200,
) -> HttpResponse:
    analytes = sorted(reads.library().analytes.values(), key=lambda analyte: analyte.name)
    chosen = next((analyte for analyte in analytes if analyte.name == test), None)
    context = {
        "form": form or LabForm(),
        "analytes": analytes,
        "chosen": chosen,
        "units": units_of(chosen) if chosen else (),
        "labs": visit.labs,
        "labs_in_words": reads.labs_in_words(visit.told),
        "faults": faults,
        "typed": request.POST,
    }
    part = request.htmx and "value" not in request.POST  # type: ignore[attr-defined]
    template = "charley/parts/lab_value.html" if part else "charley/labs.html"
    return render(request, template, context, status=status)


def units_of(analyte: Analyte) -> list[str]:
    """The units to choose from: of those that mean the same, the first."""
    kept: dict[Any, str] = {}
    for name, conversion in analyte.units.items():
        kept.setdefault(conversion, name)
    return list(kept.values())


@require_POST
def remove_lab(request: HttpRequest) -> HttpResponse:
    """Take one result off the list."""
    actions.remove_lab(request.session, actions.visit_of(request.session), request.POST.get("place", ""))
    return redirect("labs")
