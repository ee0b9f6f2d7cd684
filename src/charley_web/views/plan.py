"""What to do."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe


@require_safe
def plan(request: HttpRequest) -> HttpResponse:
    """What to do tonight, this week, and in six weeks."""
    return render(request, "charley/plan.html")
