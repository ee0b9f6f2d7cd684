"""The cards on claims are whole, warn where they must, point at what there is, and are easy to read."""

from __future__ import annotations

import importlib.util
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from statistics import mean
from types import ModuleType

import pytest
import yaml

from charley.advice.claims import load_claims
from charley.library.folder import SHELVES
from charley.library.shelves import build_shelf
from charley.library.store import KNOWLEDGE
from charley.records.claims import Claim
from charley.records.library import Library

CONTRACT: dict[str, list[str]] = yaml.safe_load(
    Path(__file__).with_name("contract_claims.yaml").read_text("utf-8")
)
SIZES = {"claims": 196, "harmful": 12, "contradicted": 17, "dangerous_herbs": 6, "interventions": 58}
CLAIMS = load_claims()
CARDS = list(CLAIMS.cards.values())
HARMFUL = [card for card in CARDS if card.verdict == "harmful"]
POISONS = [card for card in HARMFUL if card.kind == "herb"]

MOST_ON_AVERAGE = 9.0
MOST = 14.0
WAIT = re.compile(
    r"\b(wait|hold off|give it time|see (if|how) it (goes|passes|settles)|sleep on it)\b", re.IGNORECASE
)
AT_ONCE = re.compile(r"\bdo not wait\b|\bnever wait\b", re.IGNORECASE)
AMOUNT = re.compile(r"\b\d[\d,.]*\s?(mg|mcg|micrograms?|g|grams?|milligrams?|iu|units)\b", re.IGNORECASE)
NAMED_DOSE = re.compile(r"\btrial\b|\blabel\b", re.IGNORECASE)
NO_DOSES = {"de-eggshell-powder": "what a shell holds", "fr-adonis-tincture": "what the herb holds"}
"""Amounts that tell of a danger and are no dose."""


def _words() -> ModuleType:
    """The searches for bad advice and the reading grade, shared with the other texts for people."""
    spec = importlib.util.spec_from_file_location(
        "words_for_people", Path(__file__).with_name("test_words.py")
    )
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


WORDS = _words()


def texts(card: Claim) -> Iterator[tuple[str, str]]:
    """Every text of a card by its kind."""
    for kind in ("claim", "asks", "harm", "if_taken", "safer", "why"):
        if text := getattr(card, kind):
            yield kind, text
    for figure in card.figures:
        yield "figure", figure.text


def sentences() -> list[tuple[str, str]]:
    return [(card.id, part) for card in CARDS for _, text in texts(card) for part in WORDS.sentences_of(text)]


def says_to_wait(sentence: str) -> bool:
    return bool(WAIT.search(sentence) and not AT_ONCE.search(sentence))


@pytest.mark.parametrize(("kind", "size"), SIZES.items())
def test_the_contract_is_as_long_as_the_evidence(kind: str, size: int) -> None:
    assert len(set(CONTRACT[kind])) == len(CONTRACT[kind]) == size


def test_every_claim_of_the_evidence_has_its_card() -> None:
    assert [id_ for id_ in CONTRACT["claims"] if id_ not in CLAIMS.cards] == []


@pytest.mark.parametrize("verdict", ["harmful", "contradicted"])
def test_the_verdicts_of_the_evidence_stand(verdict: str) -> None:
    assert {CLAIMS.cards[id_].verdict for id_ in CONTRACT[verdict]} == {verdict}


@pytest.mark.parametrize("card", HARMFUL, ids=lambda card: card.id)
def test_every_harmful_claim_warns_and_says_what_to_do_instead(card: Claim) -> None:
    assert len(WORDS.words_of(card.harm)) >= 8
    assert card.safer
    assert card.if_taken
    assert card.careful


def test_every_contradicted_claim_says_what_holds_instead() -> None:
    assert [card.id for card in CARDS if card.verdict == "contradicted" and not card.safer] == []


def test_the_dangerous_herbs_are_those_of_the_evidence() -> None:
    assert {card.id for card in POISONS} == set(CONTRACT["dangerous_herbs"])


@pytest.mark.parametrize("card", POISONS, ids=lambda card: card.id)
def test_a_dangerous_herb_says_what_to_do_when_it_was_taken(card: Claim) -> None:
    told = card.if_taken.lower()
    assert "poison line" in told
    assert "emergency number" in told
    assert "even if you feel well" in told
    assert re.search(r"do not make (yourself|them) vomit", told)
    assert "bring the" in told
    assert re.search(r"signs are|for (fits|sleepiness)", told)
    assert "everyone" in card.careful
    assert {"rf_any_poison"} <= set(card.links.red_flags)


def test_no_card_tells_people_to_stop_a_prescribed_medicine() -> None:
    assert [entry for entry in sentences() if WORDS.says_to_stop(entry[1])] == []


def test_no_card_tells_people_to_take_quinine_or_potassium() -> None:
    assert [entry for entry in sentences() if WORDS.says_to_take(entry[1])] == []


def test_no_card_tells_people_to_wait() -> None:
    assert [entry for entry in sentences() if says_to_wait(entry[1])] == []


def test_no_card_gives_false_comfort() -> None:
    assert [(card.id, text) for card in CARDS for _, text in texts(card) if WORDS.COMFORT.search(text)] == []


@pytest.mark.parametrize(
    ("sentence", "waits"),
    [
        ("Wait until it passes.", True),
        ("You can see how it goes.", True),
        ("Hold off for a day.", True),
        ("Do not wait for signs.", False),
        ("Get care today.", False),
    ],
)
def test_the_search_for_waiting_finds_advice_and_leaves_warnings(sentence: str, waits: bool) -> None:
    assert says_to_wait(sentence) is waits


def test_a_dose_is_named_as_that_of_a_trial_or_a_label() -> None:
    doses = [
        (card.id, part)
        for card in CARDS
        if card.id not in NO_DOSES
        for _, text in texts(card)
        for part in WORDS.sentences_of(text)
        if AMOUNT.search(part) and not NAMED_DOSE.search(part)
    ]
    assert doses == []


def test_on_average_every_kind_of_text_is_easy_to_read() -> None:
    grades: dict[str, list[float]] = defaultdict(list)
    for card in CARDS:
        for kind, text in texts(card):
            grades[kind].append(WORDS.grade(text))
    assert len(grades) == 7
    assert {kind: round(mean(g), 1) for kind, g in grades.items() if mean(g) > MOST_ON_AVERAGE} == {}


def test_no_single_text_is_hard_to_read() -> None:
    hard = [(card.id, kind, text) for card in CARDS for kind, text in texts(card) if WORDS.grade(text) > MOST]
    assert hard == []


def test_no_two_cards_answer_the_same_question() -> None:
    assert len({card.asks for card in CARDS}) == len(CARDS)
    assert [card.asks for card in CARDS if not card.asks.endswith("?")] == []


def test_a_claim_is_a_statement_and_no_order() -> None:
    orders = re.compile(r"^(take|try|use|eat|drink|rub|avoid|stop|stretch|wear|put|keep|do)\b", re.IGNORECASE)
    assert [card.claim for card in CARDS if orders.match(card.claim)] == []


def test_every_word_stands_once_on_its_card() -> None:
    assert [card.id for card in CARDS if len(set(card.words)) < len(card.words)] == []


def test_every_group_of_people_is_named_by_a_card() -> None:
    assert set(CLAIMS.groups) == {group for card in CARDS for group in card.careful}


def test_every_red_flag_and_every_intervention_named_is_there(library: Library) -> None:
    rules = [(c.id, rule) for c in CARDS for rule in c.links.red_flags if rule not in library.red_flags]
    known = set(CONTRACT["interventions"])
    other = [(c.id, id_) for c in CARDS for id_ in c.links.interventions if id_ not in known]
    assert rules == other == []


@pytest.mark.parametrize("shelf", ["interventions", "exercises"])
def test_what_is_named_on_another_shelf_is_on_it(shelf: str) -> None:
    if shelf not in SHELVES:
        pytest.skip(f"no shelf of {shelf} yet")
    value = build_shelf(shelf, KNOWLEDGE)
    known = getattr(value, "by_id", value)
    assert [(c.id, id_) for c in CARDS for id_ in getattr(c.links, shelf) if id_ not in known] == []


def test_every_figure_rests_on_a_source_of_its_card_that_was_read(library: Library) -> None:
    for card in CARDS:
        for figure in card.figures:
            assert library.sources[figure.source].seen
            assert figure.source in card.sources


def test_a_remedy_that_is_supported_or_plausible_still_names_its_risk_to_those_at_risk() -> None:
    named = [
        c
        for c in CARDS
        if c.careful and c.kind in ("remedy", "medicine", "herb", "supplement") and not c.harm
    ]
    assert [c.id for c in named if c.verdict in ("supported", "plausible")] == []
