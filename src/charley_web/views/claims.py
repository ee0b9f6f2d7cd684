"""Does it work? What is said about leg cramps, found by plain words, each with an honest verdict."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from charley.advice.claims import finder, load_claims
from charley.advice.claims.review import SURENESS, claim_review
from charley.formats.claims import card_sections
from charley_web import reads
from charley_web.blocks import parts_of

MOST_QUERY = 300
OFTEN_ASKED = ("magnesium", "quinine", "pickle juice", "bananas", "stretching", "tonic water")


@require_http_methods(["GET", "HEAD", "POST"])
def claims(request: HttpRequest) -> HttpResponse:
    """Search by plain words. By POST: what somebody asks must not stand in an address."""
    query = request.POST.get("query", "").strip()[:MOST_QUERY]
    found = finder().find(query) if query else None
    context = {"query": query, "found": found, "often": OFTEN_ASKED}
    return render(request, "charley/claims.html", context)


@require_safe
def claim(request: HttpRequest, id_: str) -> HttpResponse:
    """One card."""
    shelf = load_claims()
    card = shelf.cards.get(id_)
    if card is None:
        raise Http404
    library = reads.library()
    told_apart = ("Sources", card.asks)
    sections = [part for part in card_sections(card, shelf, library) if part.title not in told_apart]
    context = {
        "card": card,
        "parts": parts_of(sections),
        "sure": SURENESS[card.sure],
        "sources": [library.sources[id_] for id_ in card.sources],
        "review": {**claim_review(card, library), "url": request.path},
    }
    return render(request, "charley/claim.html", context)
