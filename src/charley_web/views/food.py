"""The food planner: what a day or a usual week holds, and a few foods that fit the person."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from charley.advice.food import load_foods, read_request, review_food
from charley.errors import InputError
from charley.formats.food import amount_text
from charley_web import actions, reads
from charley_web.forms import FoodForm
from charley_web.forms.food import OFTEN


@require_http_methods(["GET", "HEAD", "POST"])
def food(request: HttpRequest) -> HttpResponse:
    """The form, and below it what it comes to; in an emergency only what to do about that."""
    visit = actions.visit_of(request.session)
    foods, told = load_foods(), visit.told
    if visit.has_begun and reads.is_emergency(told):
        return redirect("emergency")
    known = reads.history_of(told).answers
    form = FoodForm(foods, told, known, request.POST if request.method == "POST" else None)
    context: dict[str, Any] = {"form": form, "often": OFTEN}
    if request.method != "POST":
        return render(request, "charley/food.html", context)
    try:
        context |= _reviewed(form) if form.is_valid() else {}
    except InputError as error:
        context["faults"] = error.faults
    return render(request, "charley/food.html", context, status=200 if "review" in context else 422)


def _reviewed(form: FoodForm) -> dict[str, Any]:
    """The planner's result. Raises InputError."""
    library, foods = reads.library(), load_foods()
    review = review_food(read_request(form.request(), library, foods, timezone.localdate()), library, foods)
    return {
        "review": review,
        "totals": [(total, amount_text(total.known, total.unit)) for total in review.totals],
        "sources": [library.sources[s] for s in review.sources if s in library.sources],
    }
