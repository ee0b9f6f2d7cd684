"""Cramp now: one page that works with no signal and without JavaScript, and its service worker."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_safe

from charley_web import actions, reads
from charley_web.relief import cramp_help

STATIC = Path(__file__).resolve().parents[1] / "static" / "charley"


@require_safe
def cramp(request: HttpRequest) -> HttpResponse:
    """Everything in one answer of the server; for who told of an emergency, only what to do about that."""
    visit = actions.visit_of(request.session)
    if visit.has_begun and reads.is_emergency(visit.told):
        return redirect("emergency")
    context = {
        "help": cramp_help(),
        "sides": ("left", "right"),
        "style": mark_safe(asset("cramp.css")),  # our own file, not anybody's input
        "script": mark_safe(asset("cramp.js")),
    }
    return render(request, "charley/cramp.html", context)


@cache
def asset(name: str) -> str:
    """One of our own small files, to stand within the page."""
    return (STATIC / name).read_text(encoding="utf-8")


@require_safe
def service_worker(request: HttpRequest) -> HttpResponse:
    """The worker that keeps the page of help for a cramp on the device, and nothing personal."""
    context = {
        "version": f"{reads.library().version}-{settings.LANGUAGE_CODE}",
        "icon": static("charley/logo.svg"),
    }
    response = render(request, "charley/sw.js", context, content_type="text/javascript; charset=utf-8")
    response["Cache-Control"] = "no-cache"
    response["Service-Worker-Allowed"] = "/"
    return response


@require_safe
def manifest(request: HttpRequest) -> HttpResponse:
    """What a phone needs to put Charley on its home screen."""
    response = render(
        request, "charley/manifest.json", content_type="application/manifest+json; charset=utf-8"
    )
    response["Cache-Control"] = "max-age=3600"
    return response
