"""What to do: the doors to all advice."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe


@require_safe
def plan(request: HttpRequest) -> HttpResponse:
    """Exercises, food, and what is said about remedies."""
    return render(request, "charley/plan_doors.html")
