"""The front page with its three doors, what this is, and the emergency number's country."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_GET, require_POST, require_safe

from charley_web import actions, reads


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Three doors."""
    return render(request, "charley/home.html")


@require_safe
def about(request: HttpRequest) -> HttpResponse:
    """What Charley is and is not, and what happens to what is told."""
    library = reads.library()
    counts = {"causes": len(library.causes), "rules": len(library.red_flags), "sources": len(library.sources)}
    return render(request, "charley/about.html", counts)


@require_POST
def country(request: HttpRequest) -> HttpResponse:
    """Choose whose emergency number to show, and go back to where one was."""
    actions.choose_country(request.session, request.POST.get("country", ""))
    return HttpResponseRedirect(local_address(request, request.POST.get("next", ""), "/"))


def local_address(request: HttpRequest, wanted: str, otherwise: str) -> str:
    """An address of this site, or the other one."""
    is_ours = (
        wanted.startswith("/") and wanted.isprintable() and url_has_allowed_host_and_scheme(wanted, None)
    )
    return wanted if is_ours else otherwise


@require_GET
def health(request: HttpRequest) -> HttpResponse:
    """Whether the server works: the library is loaded and the database answers."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return JsonResponse({"status": "ok", "library": reads.library().version})


@require_GET
def robots(request: HttpRequest) -> HttpResponse:
    """Search engines may read the public pages, and no personal ones."""
    asked = ("question/", "told/", "change/", "labs/", "words/")
    closed = (
        *(f"/why/{page}" for page in asked),
        *("/answer/", "/emergency/", "/yours/", "/shared/", "/plan/medicines/", "/plan/doctor"),
    )
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in closed)]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
