"""What to do: the plan, the medicine question sheet, the page for a doctor, and the forms to take away."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from charley.advice.clinician import ClinicianPage, clinician_page
from charley.advice.plan import Plan, make_plan
from charley.formats.plan.clinician import clinician_sections
from charley.formats.plan.page import page_sections
from charley.formats.plan.pictures import stretches
from charley.formats.plan.sections import plan_sections
from charley.records.rules import Urgency
from charley_web import actions, reads, wording
from charley_web.blocks import parts_of
from charley_web.views.moves import drawn
from charley_web.visit import Visit


def plan_of(visit: Visit) -> Plan:
    """The plan of what was told, for today."""
    history = reads.history_of(visit.told)
    return make_plan(history, reads.library(), reads.assessment_of(visit.told), timezone.localdate())


def clinician_of(visit: Visit) -> ClinicianPage:
    """The page for a visit to a doctor."""
    assessment = reads.assessment_of(visit.told)
    return clinician_page(reads.history_of(visit.told), reads.library(), assessment, plan_of(visit))


@require_safe
def plan(request: HttpRequest) -> HttpResponse:
    """The plan on one page, the long form folded below it; without a story the doors to all advice."""
    visit = actions.visit_of(request.session)
    if not visit.has_begun:
        return render(request, "charley/plan_doors.html")
    made = plan_of(visit)
    care, *page = page_sections(made)
    context = {
        "plan": made,
        "tone": wording.TONES[made.urgency],
        "brief": care.lines,
        "parts": parts_of(page),
        "more": parts_of(plan_sections(made)[1:], "more"),
        "drawings": [(one.id, one.name, drawn(one)) for one in stretches(made)],
        "calm": made.urgency < Urgency.SAME_DAY,
        "emergency": made.urgency is Urgency.EMERGENCY_NOW,
    }
    return render(request, "charley/plan.html", context)


@require_safe
def medicines(request: HttpRequest) -> HttpResponse:
    """The questions to take to a pharmacist or prescriber."""
    visit = actions.visit_of(request.session)
    if not visit.has_begun:
        return redirect("start")
    return render(request, "charley/medicines.html", {"review": plan_of(visit).medicines})


@require_safe
def clinician(request: HttpRequest) -> HttpResponse:
    """The page for a visit of fifteen minutes."""
    visit = actions.visit_of(request.session)
    if not visit.has_begun:
        return redirect("start")
    parts = parts_of(clinician_sections(clinician_of(visit)))
    return render(request, "charley/clinician.html", {"parts": parts})


@require_safe
def plan_pdf(request: HttpRequest) -> HttpResponse:
    """The plan as an accessible PDF."""
    from charley.formats.plan.pdf import plan_pdf as write

    return _file(request, lambda visit: write(plan_of(visit)), "application/pdf", "charley-plan.pdf")


@require_safe
def whole_plan_pdf(request: HttpRequest) -> HttpResponse:
    """The plan with its long form as an accessible PDF."""
    from charley.formats.plan.pdf import plan_pdf as write

    name = "charley-plan-whole.pdf"
    return _file(request, lambda visit: write(plan_of(visit), full=True), "application/pdf", name)


@require_safe
def clinician_pdf(request: HttpRequest) -> HttpResponse:
    """The doctor's page as an accessible PDF."""
    from charley.formats.plan.pdf import clinician_pdf as write

    return _file(request, lambda visit: write(clinician_of(visit)), "application/pdf", "charley-doctor.pdf")


@require_safe
def calendar(request: HttpRequest) -> HttpResponse:
    """The evening sessions as a calendar file; back to the plan when it has none."""
    from charley.formats.plan.calendar import NoSessionsError, plan_calendar

    try:
        return _file(request, lambda visit: plan_calendar(plan_of(visit)), "text/calendar", "charley.ics")
    except NoSessionsError:
        return redirect("plan")


def _file(request: HttpRequest, write: Callable[[Visit], bytes], kind: str, name: str) -> HttpResponse:
    visit = actions.visit_of(request.session)
    if not visit.has_begun:
        return redirect("start")
    response = HttpResponse(write(visit), content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
