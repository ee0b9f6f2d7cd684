"""What every template knows."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import get_language_bidi

from charley_web.actions import VISIT, visit_of
from charley_web.emergency import countries, country_of
from charley_web.reads import library


def site(request: HttpRequest) -> dict[str, Any]:
    """The nonce of this answer, this visitor's emergency number, the languages, the library's version."""
    has_visit = hasattr(request, "session") and VISIT in request.session
    chosen = visit_of(request.session).country if has_visit else ""
    return {
        "csp_nonce": getattr(request, "csp_nonce", ""),
        "country": country_of(chosen, request.headers.get("Accept-Language", "")[:200]),
        "countries": countries().values(),
        "direction": "rtl" if get_language_bidi() else "ltr",
        "has_visit": has_visit,
        "languages": settings.LANGUAGES if len(settings.LANGUAGES) > 1 else (),
        "library_version": library().version,
    }
