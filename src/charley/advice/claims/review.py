"""A card as ClaimReview of schema.org, in JSON-LD: https://schema.org/ClaimReview."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from charley.records.claims import VERDICTS, Claim, Sure, Verdict
from charley.records.library import Library
from charley.records.numbers import Source

CONTEXT = "https://schema.org"
AUTHOR = "Charley"
RATINGS: dict[Verdict, str] = {
    "harmful": "Can do harm",
    "contradicted": "The evidence speaks against it",
    "unproven": "Not shown either way",
    "plausible": "May be true",
    "supported": "Good evidence or wide agreement",
}
"""What each verdict is called. Its rating is its place in VERDICTS: 1 (harmful) to 5 (supported)."""

SURENESS: dict[Sure, str] = {
    "high": "We are quite sure.",
    "moderate": "We are fairly sure.",
    "low": "We are not very sure.",
}


def claim_review(card: Claim, library: Library) -> dict[str, Any]:
    """One card as a ClaimReview. Addresses are relative; the date is that of the library's version."""
    return {"@context": CONTEXT, **_review(card, library)}


def claim_reviews(cards: Iterable[Claim], library: Library) -> dict[str, Any]:
    """Many cards as one JSON-LD graph."""
    return {"@context": CONTEXT, "@graph": [_review(card, library) for card in cards]}


def _review(card: Claim, library: Library) -> dict[str, Any]:
    return {
        "@type": "ClaimReview",
        "@id": f"claims/{card.id}",
        "url": f"claims/{card.id}",
        "name": card.asks,
        "inLanguage": "en",
        "claimReviewed": card.claim,
        "itemReviewed": {"@type": "Claim", "name": card.claim},
        "reviewRating": _rating(card),
        "reviewBody": _body(card),
        "author": {"@type": "Organization", "name": AUTHOR},
        "datePublished": library.version.replace(".", "-"),
        "version": library.version,
        "citation": [_citation(library.sources[id_]) for id_ in card.sources],
    }


def _body(card: Claim) -> str:
    """Harm first; what stands alone must say what it is."""
    parts = (
        ("", card.harm),
        ("If it was taken already: ", card.if_taken),
        ("Instead: ", card.safer),
        ("Why: ", card.why),
    )
    return " ".join(label + text for label, text in parts if text)


def _rating(card: Claim) -> dict[str, Any]:
    return {
        "@type": "Rating",
        "ratingValue": VERDICTS.index(card.verdict) + 1,
        "bestRating": len(VERDICTS),
        "worstRating": 1,
        "alternateName": RATINGS[card.verdict],
        "ratingExplanation": SURENESS[card.sure],
    }


def _citation(source: Source) -> dict[str, Any]:
    address = f"https://doi.org/{source.doi}" if source.doi else source.url
    return {"@type": "CreativeWork", "name": source.citation} | ({"url": address} if address else {})
