"""Kind pages for what went wrong. None repeats what was told, but for a form that may be sent again."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import requires_csrf_token

from charley_web.problems import problem

AGAIN = ("/why/", "/plan/food/", "/does-it-work/")
"""Only harmless forms may be offered again: nothing that erases, keeps or shares."""


def expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form's secret is gone or wrong: the visit ended, or a cookie was altered. Nothing typed is lost."""
    fields = []
    if request.path.startswith(AGAIN) and _is_own(request):
        fields = [
            (name, value)
            for name, values in request.POST.lists()
            for value in values
            if name != "csrfmiddlewaretoken"
        ]
    return render(request, "charley/expired.html", {"fields": fields, "address": request.path}, status=403)


def _is_own(request: HttpRequest) -> bool:
    """Whether the form came from this site, as far as the browser tells."""
    origin = request.headers.get("Origin", "")
    return origin in ("", f"{request.scheme}://{request.get_host()}")


@requires_csrf_token
def not_found(request: HttpRequest, exception: Http404 | None = None) -> HttpResponse:
    """404: a page for people, a problem for programs."""
    if request.path.startswith("/api/"):
        return problem(404, "There is nothing at this address", "GET /api/openapi.json lists the addresses.")
    return render(request, "charley/failure.html", {"what": "not_found"}, status=404)


@requires_csrf_token
def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400."""
    return render(request, "charley/failure.html", {"what": "bad_request"}, status=400)


@requires_csrf_token
def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403."""
    return render(request, "charley/failure.html", {"what": "forbidden"}, status=403)


@requires_csrf_token
def broken(request: HttpRequest) -> HttpResponse:
    """500: a page that needs neither session nor library."""
    from django.template.loader import render_to_string

    return HttpResponse(render_to_string("charley/broken.html"), status=500)
