"""What is yours: keep it, take it with you, share it, erase it."""

from __future__ import annotations

import json

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from charley.errors import InputError
from charley.formats import to_plain
from charley_web import actions, keeping, reads
from charley_web.forms import OpenForm


@require_safe
def yours(request: HttpRequest) -> HttpResponse:
    """Everything that is kept of this visitor, and what can be done with it."""
    return render(request, "charley/yours.html", _kept(request))


def _kept(request: HttpRequest) -> dict[str, object]:
    visit = actions.visit_of(request.session)
    return {"visit": visit, "records": keeping.records_of(request.session), "form": OpenForm()}


@require_safe
def download(request: HttpRequest) -> HttpResponse:
    """Everything as one JSON file: what was told, the answer, and the kept records."""
    visit = actions.visit_of(request.session)
    plain = {
        "charley": "saved answer",
        "saved": timezone.localdate().isoformat(),
        "history": visit.told,
        "answer": to_plain(reads.assessment_of(visit.told)) if visit.has_begun else None,
        "records": [
            {"made": record.made.isoformat(), "history": record.told, "answer": record.answer}
            for record in keeping.records_of(request.session)
        ],
    }
    text = json.dumps(plain, ensure_ascii=False, indent=1)
    response = HttpResponse(text, content_type="application/json; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="charley.json"'
    return response


@require_http_methods(["POST"])
def open_file(request: HttpRequest) -> HttpResponse:
    """Go on from a file that was saved before."""
    form = OpenForm(request.POST, request.FILES)
    faults: tuple[object, ...] = ()
    if form.is_valid():
        try:
            actions.open_told(request.session, form.cleaned_data["file"])
            return redirect("answer")
        except InputError as error:
            faults = error.faults
    context = {**_kept(request), "form": form, "faults": faults}
    return render(request, "charley/yours.html", context, status=422)


@require_POST
def keep(request: HttpRequest) -> HttpResponse:
    """Keep the answer as it is now."""
    visit = actions.visit_of(request.session)
    if visit.has_begun:
        keeping.keep(request.session, visit)
    return redirect("yours")


@require_POST
def share(request: HttpRequest) -> HttpResponse:
    """Make a link and a code for one kept record; shown once."""
    record = next(
        (r for r in keeping.records_of(request.session) if str(r.pk) == request.POST.get("record")), None
    )
    if record is None:
        return redirect("yours")
    made, code = keeping.share(record)
    return render(request, "charley/yours.html", {**_kept(request), "shared": made, "code": code})


@require_POST
def end_shares(request: HttpRequest) -> HttpResponse:
    """Take every share back."""
    keeping.end_shares(request.session)
    return redirect("yours")


@require_POST
def erase(request: HttpRequest) -> HttpResponse:
    """Erase everything, cookies included."""
    keeping.erase_all(request.session)
    response = render(request, "charley/erased.html")
    response["Clear-Site-Data"] = '"cache", "cookies", "storage"'
    return response


@require_http_methods(["GET", "HEAD", "POST"])
def shared(request: HttpRequest, key: str) -> HttpResponse:
    """A shared answer: the link asks for the code, and says the same for a wrong link as for a wrong code."""
    code = "".join(c for c in request.POST.get("code", "") if c.isdigit())
    record = keeping.open_share(key, code) if code else None
    if record is not None:
        return render(request, "charley/shared.html", {"record": record, "a": record.answer})
    wrong = request.method == "POST"
    return render(request, "charley/share_code.html", {"wrong": wrong}, status=403 if wrong else 200)
