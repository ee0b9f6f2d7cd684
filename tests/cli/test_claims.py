"""`charley claims`: a card, a list, JSON, JSON-LD, or plainly nothing."""

from __future__ import annotations

import json

import pytest

from charley.advice.claims import load_claims
from charley.cli import main
from charley.records.claims import VERDICTS


def test_a_question_gets_its_card_and_names_others(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["claims", "tonic water"]) == 0
    out, err = capsys.readouterr()
    assert out.startswith("Does tonic water help leg cramps?\n")
    assert "Found because 'tonic water' is one of its names." in out
    assert "more-quinine" in out
    assert err == ""


def test_words_need_no_quotes(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["claims", "soap", "in", "bed"]) == 0
    assert capsys.readouterr().out.startswith("Does soap in bed help leg cramps?")


def test_an_id_gets_its_card(capsys: pytest.CaptureFixture[str]) -> None:
    for id_ in load_claims().cards:
        assert main(["claims", id_, "--json"]) == 0
        assert json.loads(capsys.readouterr().out)["id"] == id_


def test_the_list_holds_every_card_on_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["claims", "--list"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == list(load_claims().cards)


@pytest.mark.parametrize("verdict", VERDICTS)
def test_the_list_of_one_verdict_holds_just_those(capsys: pytest.CaptureFixture[str], verdict: str) -> None:
    assert main(["claims", "--list", "--verdict", verdict]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == [
        card.id for card in load_claims().cards.values() if card.verdict == verdict
    ]


def test_a_search_can_be_listed_and_narrowed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["claims", "tea", "--list", "--verdict", "harmful"]) == 0
    found = [line.split()[0] for line in capsys.readouterr().out.splitlines()]
    assert "fr-poppy-petals" in found
    assert all(load_claims().cards[id_].verdict == "harmful" for id_ in found)


def test_json_holds_what_was_found(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["claims", "bananas", "--json", "--most", "2"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["found"][0]["card"]["id"] == "more-bananas"
    assert len(found["found"]) == 2


def test_json_ld_is_one_review_or_a_graph(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["claims", "pickle juice", "--json-ld"]) == 0
    assert json.loads(capsys.readouterr().out)["@type"] == "ClaimReview"
    assert main(["claims", "--list", "--verdict", "harmful", "--json-ld"]) == 0
    graph = json.loads(capsys.readouterr().out)["@graph"]
    assert {node["reviewRating"]["ratingValue"] for node in graph} == {1}


def test_markdown_is_the_card_alone(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["claims", "mistletoe", "--markdown"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("# Is mistletoe tea safe for leg cramps?")
    assert "Other cards" not in out


def test_nothing_found_says_so_offers_the_nearest_and_is_no_comfort(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["claims", "cherry juice"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "'cherry juice': Nothing found. That does not mean that it is safe" in err
    assert "de-fruits" in err
    assert main(["claims", "zebra", "--json"]) == 2
    assert json.loads(capsys.readouterr().out)["found"] == []


def test_nothing_asked_is_refused_with_an_example(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["claims"]) == 2
    assert 'charley claims "tonic water"' in capsys.readouterr().err
    assert main(["claims", "  "]) == 2


@pytest.mark.parametrize(
    "wrong", [["--verdict", "good"], ["--most", "0"], ["--most", "x"], ["--json", "--json-ld"]]
)
def test_a_wrong_choice_is_refused(wrong: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["claims", "tea", *wrong])
    assert ended.value.code == 2
