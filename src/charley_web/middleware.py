"""What every answer of the server carries: no storing of personal pages, no sensors, and its own cost."""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from charley_web.problems import problem

Answering = Callable[[HttpRequest], HttpResponse]

POLICY = (
    "accelerometer=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), "
    "payment=(), usb=(), screen-wake-lock=(self)"
)


class Timed:
    """Adds how long the server worked, in milliseconds, as a Server-Timing header."""

    def __init__(self, answer: Answering) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        start = perf_counter()
        response = self.answer(request)
        response["Server-Timing"] = f"app;dur={(perf_counter() - start) * 1000:.1f}"
        return response


class Guarded:
    """Refuses bodies that are too large before they are read; forbids caches to keep personal pages."""

    def __init__(self, answer: Answering) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if _declared_size(request) > settings.DATA_UPLOAD_MAX_MEMORY_SIZE:
            return too_large(request)
        response = self.answer(request)
        if response.status_code == 405 and request.path.startswith("/api/"):
            response = wrong_method(response)
        response.setdefault("Cache-Control", "no-store")
        response.setdefault("Permissions-Policy", POLICY)
        response.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        return response


def _declared_size(request: HttpRequest) -> int:
    try:
        return int(request.META.get("CONTENT_LENGTH") or 0)
    except ValueError:
        return 0


def wrong_method(response: HttpResponse) -> HttpResponse:
    """405 as a problem; `Allow` still names the methods that are answered."""
    allowed = response.headers.get("Allow", "")
    told = problem(405, "This address is not asked in this way", f"It answers {allowed}.")
    told.headers["Allow"] = allowed
    return told


def too_large(request: HttpRequest) -> HttpResponse:
    """413, as a problem for programs and as a sentence for people."""
    limit = settings.DATA_UPLOAD_MAX_MEMORY_SIZE // 1024
    if request.path.startswith("/api/"):
        return problem(413, "Too large", f"At most {limit} kB.")
    return HttpResponse(
        _("This is too large. At most %(limit)s kB can be sent.") % {"limit": limit}, status=413
    )
