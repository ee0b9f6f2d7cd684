"""The food planner: what a day held, and a few foods that fit the person."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from charley.advice.food import load_foods, read_request, review_food
from charley.advice.food.amounts import split_list
from charley.errors import InputError
from charley.formats.food import amount_text
from charley_web import actions, reads

MOST = 4_000
DIETS = ("vegan", "vegetarian")


@require_http_methods(["GET", "HEAD", "POST"])
def food(request: HttpRequest) -> HttpResponse:
    """The form, and below it what it comes to."""
    context: dict[str, Any] = {"typed": request.POST, "diets": DIETS}
    if request.method != "POST":
        return render(request, "charley/food.html", context)
    foods = load_foods()
    try:
        asked = read_request(_asked(request), reads.library(), foods, timezone.localdate())
        review = review_food(asked, reads.library(), foods)
    except InputError as error:
        return render(request, "charley/food.html", {**context, "faults": error.faults}, status=422)
    context["review"] = review
    context["totals"] = [(total, amount_text(total.known, total.unit)) for total in review.totals]
    context["sources"] = [reads.library().sources[s] for s in review.sources if s in reads.library().sources]
    return render(request, "charley/food.html", context)


def _asked(request: HttpRequest) -> dict[str, Any]:
    """The request of the planner, from the form and from what was told before."""
    told = actions.visit_of(request.session).told
    diet = [name for name in request.POST.getlist("diet") if name in DIETS]
    return {
        "history": told,
        "intake": _list(request, "eaten"),
        "supplements": _list(request, "tablets"),
        "dislikes": _list(request, "dislikes"),
        **({"diet": diet} if diet else {}),
    }


def _list(request: HttpRequest, name: str) -> list[str]:
    lines = request.POST.get(name, "")[:MOST].splitlines()
    return [part for line in lines for part in split_list(line) if part.strip()]
