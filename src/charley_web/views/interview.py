"""The interview: a body map, safety lists, then one question a page; back and change at any time."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from charley.errors import Fault
from charley.interview import Page
from charley_web import actions, reads
from charley_web.drawing.body import SITES, side_hint
from charley_web.forms import AnswerForm, NamesForm, PlacesForm, form_for
from charley_web.views import lists
from charley_web.visit import Visit

PAGES = {"TickForm": "ticks", "ChoiceForm": "choice", "NumberForm": "number", "NamesForm": "names"}


@require_http_methods(["GET", "HEAD", "POST"])
def start(request: HttpRequest) -> HttpResponse:
    """Where it hurts, on the body map, and in which country."""
    visit = actions.visit_of(request.session)
    form = PlacesForm(request.POST) if request.method == "POST" else PlacesForm()
    if request.method == "POST" and form.is_valid():
        actions.choose_country(request.session, form.cleaned_data["country"])
        visit = actions.visit_of(request.session)
        places = tuple(form.cleaned_data["places"])
        actions.place(request.session, visit, places, form.sites())
        return redirect("question")
    places = tuple(request.POST.getlist("places")) if request.method == "POST" else visit.places
    return render(request, "charley/start.html", {"form": form, "sites": SITES, "places": places})


@require_http_methods(["GET", "HEAD", "POST"])
def question(request: HttpRequest) -> HttpResponse:
    """Show the next question, or take the answer to one."""
    visit = actions.visit_of(request.session)
    if request.method != "POST":
        return _next(request, visit)
    visit = _restored(request, visit)
    asked = tuple(request.POST.get("asked", "").split(","))[:20]
    page = reads.question_page(asked, screen="screen" in request.POST)
    if page is None:
        return redirect("question")
    form = form_for(page, request.POST)
    if isinstance(form, NamesForm) and lists.edits(request):
        return _show(request, visit, page, form, then=request.POST.get("then", ""))
    return _take(request, visit, page, form)


def _take(request: HttpRequest, visit: Visit, page: Page, form: AnswerForm) -> HttpResponse:
    then = request.POST.get("then", "")
    if not form.is_valid():
        return _show(request, visit, page, form, then, status=422)
    faults = reads.faults_of(visit.answered(form.answers).told)
    if faults:
        return _show(request, visit, page, form, then, faults, status=422)
    actions.answer(request.session, visit, form.answers)
    return redirect("told" if then == "told" else "question")


def _next(request: HttpRequest, visit: Visit) -> HttpResponse:
    step = reads.step_of(visit)
    if step.emergency:
        return redirect("emergency")
    if step.page is None:
        return redirect("answer")
    return _show(request, visit, step.page, form_for(step.page), left=step.left)


def _show(
    request: HttpRequest,
    visit: Visit,
    page: Page,
    form: AnswerForm,
    then: str = "",
    faults: tuple[Fault, ...] = (),
    left: int = 0,
    status: int = 200,
) -> HttpResponse:
    kind = PAGES[type(form).__name__]
    context: dict[str, Any] = {
        "page": page,
        "form": form,
        "kind": kind,
        "asked": ",".join(finding.id for finding in page.findings),
        "then": then,
        "faults": faults,
        "left": left,
        "done": len(visit.pages),
        "carry": actions.carry(visit),
        "given": _given(request, visit, page),
        "hint": side_hint(visit.places) if page.findings[0].id == "cramp_side" else "",
    }
    if isinstance(form, NamesForm):
        context |= lists.context(request, form, visit)
    return render(request, "charley/question.html", context, status=status)


def _given(request: HttpRequest, visit: Visit, page: Page) -> dict[str, Any]:
    """What to show as already given: what was just sent, or the draft, or the answer told."""
    if request.method == "POST":
        return {
            "ticked": request.POST.getlist("ticked"),
            "none": "none" in request.POST,
            "number": request.POST.get("number", ""),
            "answer": request.POST.get("answer", ""),
        }
    told = {f.id: visit.given(f.id) for f in page.findings}
    first = told[page.findings[0].id]
    known = [value for value in told.values() if value is not None]
    if page.screen:
        ticked = [id_ for id_, value in told.items() if value is True]
    else:
        ticked = first if isinstance(first, list) else []
    answer = {True: "yes", False: "no"}.get(first, first) if isinstance(first, bool) else first
    none = bool(known) and not ticked and all(value in (False, []) for value in known)
    return {"ticked": ticked, "none": none, "number": first, "answer": answer}


@require_POST
def back(request: HttpRequest) -> HttpResponse:
    """Go back one page; at the first, to the start."""
    visit = actions.visit_of(request.session)
    if not visit.pages:
        return redirect("start")
    actions.keep_visit(request.session, visit.back())
    return redirect("question")


@require_safe
def change(request: HttpRequest, finding: str) -> HttpResponse:
    """One question again, to change its answer."""
    visit = actions.visit_of(request.session)
    page = reads.question_page((finding,))
    if page is None or visit.given(finding) is None:
        return redirect("told")
    return _show(request, visit, page, form_for(page), then="told")


def _restored(request: HttpRequest, visit: Visit) -> Visit:
    """The visit; or, when its session has ended, the one that the form carried."""
    if visit.has_begun:
        return visit
    carried = actions.carried(request.POST.get("carry", "")) if request.POST.get("carry") else None
    if carried is None or not carried.has_begun:
        return visit
    carried = replace(carried, country=visit.country)
    if reads.faults_of(carried.told):
        return visit
    actions.keep_visit(request.session, carried)
    request.restored = True  # type: ignore[attr-defined]
    return carried
