"""Does it work? Cards on what is claimed about leg cramps, found by plain words."""

from charley.advice.claims.care import Care, care_for
from charley.advice.claims.finder import Finder, Found, Hit, finder
from charley.advice.claims.review import RATINGS, claim_review, claim_reviews
from charley.advice.claims.shelf import load_claims

__all__ = [
    "RATINGS",
    "Care",
    "Finder",
    "Found",
    "Hit",
    "care_for",
    "claim_review",
    "claim_reviews",
    "finder",
    "load_claims",
]
