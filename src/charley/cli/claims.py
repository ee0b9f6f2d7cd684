"""`charley claims`: does it work? One card, the cards found by plain words, or a list."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from typing import Any

from charley.advice.claims import Finder, Found, claim_review, claim_reviews, load_claims
from charley.formats.claims import (
    NOT_FOUND,
    card_markdown,
    card_plain,
    card_text,
    found_plain,
    list_line,
)
from charley.library import load
from charley.records.claims import Claim, Claims
from charley.records.library import Library


def run(arguments: argparse.Namespace) -> int:
    """Print what was asked for. Exit code 2 when nothing was found, or when nothing was asked."""
    library, claims = load(), load_claims()
    query = " ".join(arguments.words).strip()
    if query in claims.cards:
        return _print_card(claims.cards[query], claims, library, arguments)
    if query:
        return _search(query, claims, library, arguments)
    if arguments.list or arguments.verdict:
        return _print_list(_chosen(claims.cards.values(), arguments), claims, library, arguments)
    print('charley: ask something, such as: charley claims "tonic water", or give --list', file=sys.stderr)
    return 2


def _chosen(cards: Any, arguments: argparse.Namespace) -> list[Claim]:
    return [card for card in cards if arguments.verdict in (None, card.verdict)]


def _search(query: str, claims: Claims, library: Library, arguments: argparse.Namespace) -> int:
    found = Finder(claims, library).find(query, most=len(claims.cards))
    hits = tuple(hit for hit in found.hits if arguments.verdict in (None, hit.card.verdict))
    found = Found(query, hits[: arguments.most], found.near)
    if arguments.list and hits:
        return _print_list([hit.card for hit in hits], claims, library, arguments)
    if arguments.json:
        print(_json(found_plain(found, claims, library)))
        return 0 if hits else 2
    if not hits:
        return _nothing(found)
    if arguments.json_ld:
        print(_json(claim_review(hits[0].card, library)))
        return 0
    _print_card(hits[0].card, claims, library, arguments)
    _print_others(found, arguments)
    return 0


def _nothing(found: Found) -> int:
    print(f"charley: {found.query[:60]!r}: {NOT_FOUND}", file=sys.stderr)
    if found.near:
        print("Perhaps you mean:", file=sys.stderr)
    for card in found.near:
        print(f"  {list_line(card)}", file=sys.stderr)
    print("Every card: charley claims --list", file=sys.stderr)
    return 2


def _print_others(found: Found, arguments: argparse.Namespace) -> None:
    """Why the first was found, and what else was."""
    first, others = found.hits[0], found.hits[1:]
    lines = [f"Found because {'; '.join(first.because)}."]
    if others:
        lines += ["Other cards:", *(f"  {list_line(hit.card)}" for hit in others)]
    if not arguments.markdown:
        print("\n".join(lines))


def _print_card(card: Claim, claims: Claims, library: Library, arguments: argparse.Namespace) -> int:
    if arguments.json:
        print(_json(card_plain(card, claims, library)))
    elif arguments.json_ld:
        print(_json(claim_review(card, library)))
    elif arguments.markdown:
        print(card_markdown(card, claims, library))
    else:
        print(card_text(card, claims, library))
    return 0


def _print_list(
    cards: Sequence[Claim], claims: Claims, library: Library, arguments: argparse.Namespace
) -> int:
    if arguments.json:
        print(_json([card_plain(card, claims, library) for card in cards]))
    elif arguments.json_ld:
        print(_json(claim_reviews(cards, library)))
    else:
        print("\n".join(list_line(card) for card in cards))
    return 0


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)
