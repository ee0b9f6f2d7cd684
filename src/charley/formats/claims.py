"""A card on a claim as text, Markdown and plain data, harm first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from charley.advice.claims import RATINGS, Found
from charley.advice.claims.review import SURENESS
from charley.formats.markdown import sections_markdown
from charley.formats.sections import Section
from charley.formats.text import sections_text
from charley.records.claims import VERDICTS, Claim, Claims, Kind
from charley.records.library import Library
from charley.records.numbers import Figure
from charley.records.rules import Urgency

INFORMATION = "This is information, not a diagnosis. In an emergency call your emergency number."
NOT_FOUND = "Nothing found. That does not mean that it is safe, and not that it works. Ask a pharmacist."
MOST_SIGNS = 4
NOT_DONE: frozenset[Kind] = frozenset({"cause", "danger sign", "definition", "sign of illness", "test"})
"""Kinds that nobody takes or does: what can go wrong is not their harm."""


def card_text(card: Claim, claims: Claims, library: Library) -> str:
    """The card for a terminal."""
    return sections_text(card_sections(card, claims, library))


def card_markdown(card: Claim, claims: Claims, library: Library) -> str:
    """The card as Markdown."""
    return sections_markdown(card_sections(card, claims, library))


def card_sections(card: Claim, claims: Claims, library: Library) -> list[Section]:
    """Every part of a card that has something to say: the verdict, harm, what to do, then the reasons."""
    parts = [
        Section(card.asks, (verdict_line(card), f"It is claimed: {card.claim}")),
        Section(_harm_title(card), (card.harm,) if card.harm else ()),
        Section("If it was taken or done already", (card.if_taken,) if card.if_taken else ()),
        Section("Instead", (card.safer,) if card.safer else ()),
        Section("Why we say so", (card.why,)),
        Section("Figures", tuple(_figures(card.figures))),
        Section(_careful_title(card), tuple(_careful(card, claims))),
        Section("Get help for these signs", tuple(_signs(card, library))),
        Section("Sources", tuple(f"- {library.sources[id_].citation} ({id_})" for id_ in card.sources)),
        Section("About this card", (f"Card {card.id}, library {library.version}. {INFORMATION}",)),
    ]
    return [part for part in parts if part.lines]


def verdict_line(card: Claim) -> str:
    """The verdict and how sure we are."""
    return f"{RATINGS[card.verdict].upper()}. {SURENESS[card.sure]}"


def list_line(card: Claim) -> str:
    """A card on one line: id, verdict, question."""
    return f"{card.id:<36} {card.verdict:<12} {card.asks}"


def _figures(figures: Iterable[Figure]) -> Iterator[str]:
    for figure in figures:
        yield f"- {figure.text}."
        yield f"  In: {figure.population or 'see the source'}. Source: {figure.source}."


def _harm_title(card: Claim) -> str:
    return "Watch out" if card.kind in NOT_DONE else "Harm"


def _careful_title(card: Claim) -> str:
    return "At greatest risk" if card.verdict == "harmful" else "Take extra care, or ask first, with"


def _careful(card: Claim, claims: Claims) -> Iterator[str]:
    said = "; ".join(claims.groups[id_].says for id_ in card.careful)
    if said:
        yield said[0].upper() + said[1:] + "."


def _signs(card: Claim, library: Library) -> Iterator[str]:
    """The red flags of the card, the most urgent first."""
    rules = [library.red_flags[id_] for id_ in card.links.red_flags]
    urgent = sorted(rules, key=lambda rule: -rule.level)
    for rule in [rule for rule in urgent if rule.level > Urgency.SELF_CARE][:MOST_SIGNS]:
        yield f"- {rule.picture}"
        yield f"  {rule.tell}"


def card_plain(card: Claim, claims: Claims, library: Library) -> dict[str, Any]:
    """The card as JSON-ready data."""
    links = card.links
    return {
        "id": card.id,
        "section": card.section,
        "asks": card.asks,
        "claim": card.claim,
        "words": list(card.words),
        "kind": card.kind,
        "verdict": card.verdict,
        "verdict_says": RATINGS[card.verdict],
        "rating": VERDICTS.index(card.verdict) + 1,
        "sure": card.sure,
        "harm": card.harm,
        "if_taken": card.if_taken,
        "safer": card.safer,
        "why": card.why,
        "careful": [{"id": id_, "says": claims.groups[id_].says} for id_ in card.careful],
        "figures": [
            {"text": f.text, "population": f.population, "source": f.source, "note": f.note}
            for f in card.figures
        ],
        "links": {
            "interventions": list(links.interventions),
            "exercises": list(links.exercises),
            "causes": list(links.causes),
            "tests": list(links.tests),
            "red_flags": list(links.red_flags),
            "medicines": list(links.medicines),
        },
        "sources": [{"id": id_, "citation": library.sources[id_].citation} for id_ in card.sources],
        "information": INFORMATION,
    }


def found_plain(found: Found, claims: Claims, library: Library) -> dict[str, Any]:
    """What a search found, as JSON-ready data."""
    return {
        "query": found.query,
        "library": {"version": library.version, "fingerprint": library.fingerprint},
        "found": [
            {
                "score": hit.score,
                "because": list(hit.because),
                "guess": hit.guess,
                "card": card_plain(hit.card, claims, library),
            }
            for hit in found.hits
        ],
        "near": [{"id": card.id, "asks": card.asks, "verdict": card.verdict} for card in found.near],
        "says": "" if found.hits else NOT_FOUND,
    }
