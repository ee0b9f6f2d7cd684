"""The shelf of claims: what its shape refuses and what its builder checks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from charley.errors import KnowledgeError
from charley.library.shelves import build_shelf
from charley.records.claims import Claims

GROUPS = """
section: groups
title: People
groups:
  - {id: pregnancy, says: pregnancy}
"""
CARD = """
section: drinks
title: Drinks
cards:
  - id: tonic
    claim: Tonic helps.
    asks: Does tonic help?
    words: [tonic]
    kind: drink
    verdict: harmful
    sure: high
    harm: It can harm.
    safer: Stretch.
    why: No proof.
    careful: [pregnancy]
    links: {causes: [clot], interventions: [quinine]}
    sources: [guideline]
"""


@pytest.fixture
def build(knowledge: Path) -> Callable[..., Claims]:
    """Build the shelf of a small library from a card, with parts of it changed."""

    def run(*changes: tuple[str, str]) -> Claims:
        text = CARD
        for old, new in changes:
            assert old in text
            text = text.replace(old, new)
        folder = knowledge / "claims"
        folder.mkdir(exist_ok=True)
        (folder / "drinks.yaml").write_text(text, encoding="utf-8")
        (folder / "groups.yaml").write_text(GROUPS, encoding="utf-8")
        value = build_shelf("claims", knowledge)
        assert isinstance(value, Claims)
        return value

    return run


def test_a_card_is_built_whole(build: Callable[..., Claims]) -> None:
    claims = build()
    card = claims.cards["tonic"]
    assert (card.section, card.verdict, card.sure, card.kind) == ("drinks", "harmful", "high", "drink")
    assert (card.harm, card.safer, card.if_taken) == ("It can harm.", "Stretch.", "")
    assert card.links.causes == ("clot",)
    assert card.links.interventions == ("quinine",)
    assert claims.groups["pregnancy"].says == "pregnancy"
    assert claims.sections == {"drinks": "Drinks", "groups": "People"}


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (("    harm: It can harm.\n", ""), "a harmful claim needs 'harm'"),
        (("    safer: Stretch.\n", ""), "a harmful claim needs 'safer'"),
        (("kind: drink", "kind: herb"), "a harmful herb needs 'if_taken'"),
        (("verdict: harmful", "verdict: bad"), "Input should be 'harmful'"),
        (("kind: drink", "kind: potion"), "Input should be 'cause'"),
        (("sure: high", "sure: very"), "Input should be 'high'"),
        (("causes: [clot]", "causes: [clott]"), "unknown cause 'clott'. Did you mean 'clot'"),
        (("causes: [clot]", "tests: [nothing]"), "unknown test 'nothing'"),
        (("causes: [clot]", "medicines: [nothing]"), "unknown class of medicines 'nothing'"),
        (("careful: [pregnancy]", "careful: [pregnant]"), "unknown group of people 'pregnant'"),
        (("sources: [guideline]", "sources: [text]"), "unknown source 'text'"),
        (("sources: [guideline]", "sources: []"), "must not be an empty list"),
        (("words: [tonic]", "words: []"), "must not be an empty list"),
        (("    why: No proof.\n", ""), "the key 'why' is missing"),
        (("why: No proof.", "reason: No proof."), "unknown key 'reason'"),
    ],
)
def test_a_card_at_fault_is_refused_with_its_place(
    build: Callable[..., Claims], change: tuple[str, str], fault: str
) -> None:
    with pytest.raises(KnowledgeError, match=fault) as refused:
        build(change)
    assert all(f.where.startswith("claims/drinks.yaml:") for f in refused.value.faults)


def test_a_contradicted_claim_needs_what_holds_instead(build: Callable[..., Claims]) -> None:
    with pytest.raises(KnowledgeError, match="a contradicted claim needs 'safer'"):
        build(("verdict: harmful", "verdict: contradicted"), ("    safer: Stretch.\n", ""))


def test_two_cards_of_one_id_are_refused(build: Callable[..., Claims], knowledge: Path) -> None:
    build()
    again = CARD.replace("section: drinks", "section: more")
    (knowledge / "claims" / "more.yaml").write_text(again, encoding="utf-8")
    with pytest.raises(KnowledgeError, match="the claim 'tonic' is defined twice"):
        build_shelf("claims", knowledge)


def test_a_section_stands_in_one_file(build: Callable[..., Claims], knowledge: Path) -> None:
    build()
    again = CARD.replace("id: tonic", "id: water")
    (knowledge / "claims" / "more.yaml").write_text(again, encoding="utf-8")
    with pytest.raises(KnowledgeError, match="the section 'drinks' is defined twice"):
        build_shelf("claims", knowledge)


def test_the_condition_of_a_group_is_checked(build: Callable[..., Claims], knowledge: Path) -> None:
    build()
    wrong = GROUPS.replace("says: pregnancy", "says: pregnancy, when: no_such_finding")
    (knowledge / "claims" / "groups.yaml").write_text(wrong, encoding="utf-8")
    with pytest.raises(KnowledgeError, match="unknown finding 'no_such_finding'"):
        build_shelf("claims", knowledge)
