"""ClaimReview as schema.org defines it: https://schema.org/ClaimReview, read November 2026."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from charley.advice.claims import RATINGS, claim_review, claim_reviews, load_claims
from charley.records.claims import VERDICTS, Claim
from charley.records.library import Library

CREATIVE_WORK = {"name", "url", "inLanguage", "author", "datePublished", "version", "citation"}
REVIEW = {"itemReviewed", "reviewBody", "reviewRating"}
PROPERTIES = {
    "ClaimReview": {"claimReviewed"} | REVIEW | CREATIVE_WORK,
    "Claim": {"name"},
    "Rating": {"ratingValue", "bestRating", "worstRating", "alternateName", "ratingExplanation"},
    "Organization": {"name"},
    "CreativeWork": {"name", "url"},
}
"""Properties of the vocabulary that we use, by type (a ClaimReview is a Review, a Review a CreativeWork)."""

REQUIRED = {"claimReviewed", "itemReviewed", "reviewRating", "author", "datePublished", "url"}
KEYWORDS = {"@context", "@id", "@type"}
CARDS = list(load_claims().cards.values())


def nodes(value: Any) -> list[dict[str, Any]]:
    """Every object of a JSON-LD tree."""
    if isinstance(value, list):
        return [node for part in value for node in nodes(part)]
    if isinstance(value, dict):
        return [value, *(node for part in value.values() for node in nodes(part))]
    return []


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.id)
def test_every_card_uses_the_vocabulary_as_it_is(card: Claim, library: Library) -> None:
    review = claim_review(card, library)
    assert review["@context"] == "https://schema.org"
    assert review.keys() >= REQUIRED
    for node in nodes(review):
        assert node.keys() - KEYWORDS <= PROPERTIES[node["@type"]]
        assert all(value not in ("", [], None) for value in node.values())


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.id)
def test_the_rating_says_the_verdict_in_words_and_on_a_scale_of_five(card: Claim, library: Library) -> None:
    rating = claim_review(card, library)["reviewRating"]
    assert (rating["worstRating"], rating["bestRating"]) == (1, 5)
    assert rating["ratingValue"] == VERDICTS.index(card.verdict) + 1
    assert rating["alternateName"] == RATINGS[card.verdict]


def test_harm_comes_first_in_the_body(library: Library) -> None:
    for card in CARDS:
        assert claim_review(card, library)["reviewBody"].startswith(
            card.harm or "Instead: " * bool(card.safer)
        )


def test_the_date_is_that_of_the_library_and_the_address_is_relative(library: Library) -> None:
    review = claim_review(CARDS[0], library)
    assert re.fullmatch(r"\d{4}-\d{2}(-\d{2})?", review["datePublished"])
    assert review["datePublished"].replace("-", ".") == library.version
    assert review["url"] == f"claims/{CARDS[0].id}"
    assert review["author"] == {"@type": "Organization", "name": "Charley"}


def test_all_cards_make_one_graph(library: Library) -> None:
    graph = claim_reviews(CARDS, library)
    assert len(graph["@graph"]) == len(CARDS)
    assert len({node["@id"] for node in graph["@graph"]}) == len(CARDS)
    assert json.loads(json.dumps(graph)) == graph
