"""A card as text, Markdown and data: the verdict and the harm before everything else."""

from __future__ import annotations

import json

import pytest

from charley.advice.claims import finder, load_claims
from charley.formats.claims import (
    NOT_FOUND,
    card_markdown,
    card_plain,
    card_sections,
    card_text,
    found_plain,
    list_line,
)
from charley.records.claims import Claim
from charley.records.library import Library

CLAIMS = load_claims()
CARDS = list(CLAIMS.cards.values())
ADONIS = CLAIMS.cards["fr-adonis-tincture"]


def test_harm_and_what_to_do_stand_before_the_reasons(library: Library) -> None:
    titles = [section.title for section in card_sections(ADONIS, CLAIMS, library)]
    assert titles[:5] == [
        "Is it safe to take adonis for leg cramps?",
        "Harm",
        "If it was taken or done already",
        "Instead",
        "Why we say so",
    ]


def test_a_cause_does_no_harm_but_has_signs_to_watch_out_for(library: Library) -> None:
    cause = CLAIMS.cards["cause-muscle-overstrain"]
    titles = [section.title for section in card_sections(cause, CLAIMS, library)]
    assert titles[1] == "Watch out"
    assert "Harm" not in titles


def test_the_first_line_is_the_verdict_and_how_sure_we_are(library: Library) -> None:
    first = card_sections(ADONIS, CLAIMS, library)[0].lines[0]
    assert first == "CAN DO HARM. We are quite sure."


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.id)
def test_every_card_is_whole_in_every_form(card: Claim, library: Library) -> None:
    text = " ".join(card_text(card, CLAIMS, library).split())
    for part in (card.asks, card.claim, card.harm, card.if_taken, card.safer, card.why):
        assert part in text
    for figure in card.figures:
        assert figure.text in text
        assert figure.source in text
    assert "This is information, not a diagnosis." in text
    assert card_markdown(card, CLAIMS, library).startswith("# ")
    plain = card_plain(card, CLAIMS, library)
    assert json.loads(json.dumps(plain)) == plain
    assert [source["id"] for source in plain["sources"]] == list(card.sources)


def test_signs_to_get_help_for_are_told_with_what_to_do(library: Library) -> None:
    text = " ".join(card_text(CLAIMS.cards["night-thrombophlebitis"], CLAIMS, library).split())
    for rule in ("rf_pe", "rf_dvt_possible"):
        assert library.red_flags[rule].tell in text


def test_no_line_of_text_is_too_wide(library: Library) -> None:
    for card in CARDS:
        assert max(len(line) for line in card_text(card, CLAIMS, library).split("\n")) <= 120


def test_a_line_of_the_list_names_card_verdict_and_question() -> None:
    assert list_line(ADONIS).split(maxsplit=2) == [ADONIS.id, "harmful", ADONIS.asks]


def test_what_was_found_says_why_and_carries_the_library(library: Library) -> None:
    plain = found_plain(finder().find("magnezium"), CLAIMS, library)
    assert plain["library"] == {"version": library.version, "fingerprint": library.fingerprint}
    assert plain["found"][0]["card"]["id"] == "more-magnesium-tablets"
    assert plain["says"] == ""


def test_nothing_found_is_never_called_safe(library: Library) -> None:
    plain = found_plain(finder().find("zebra"), CLAIMS, library)
    assert plain["found"] == []
    assert plain["says"] == NOT_FOUND
    assert "does not mean that it is safe" in NOT_FOUND
