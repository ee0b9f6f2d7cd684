"""The shelf of claims."""

from __future__ import annotations

from pathlib import Path

from charley.library.shelves import load_shelf
from charley.records.claims import Claims


def load_claims(directory: Path | None = None) -> Claims:
    """The cards of the built-in library, or of another folder of knowledge.

    Raises KnowledgeError when the folder breaks the rules of knowledge.
    """
    claims: Claims = load_shelf("claims", Claims, directory)
    return claims
