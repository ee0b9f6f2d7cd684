"""The answer's page: care first, words for every chance, what changed, and what is behind each number."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client

from charley.records.library import Library
from charley_web import actions, changes, reads, wording
from charley_web.visit import Visit


def text(response: Any) -> str:
    return re.sub(r"\s+", " ", response.content.decode())


def test_without_anything_told_the_answer_leads_to_the_start(client: Client) -> None:
    for address in ("/answer/", "/answer/next/", "/why/told/"):
        assert client.get(address)["Location"] == "/why/"


def test_urgency_stands_first_in_words(client: Client, tell: Any) -> None:
    assert tell("swollen_calf_after_surgery")["Location"] == "/answer/"
    page = text(client.get("/answer/"))
    main = page[page.index("<main") :]
    assert main.index("How soon to be seen") < main.index("<h1") < main.index("Likely causes")
    assert "be seen today" in main
    assert "What if" not in main


def test_open_safety_questions_are_counted_and_nothing_reassures(client: Client, tell: Any) -> None:
    tell("water_tablet_72")
    page = text(client.get("/answer/"))
    assert "cannot say yet that it is safe" in page
    assert re.search(r"\d+ safety questions are still open", page)


def test_every_cause_has_chance_interval_chain_reasons_and_sources(client: Client, tell: Any) -> None:
    tell("water_tablet_72")
    response = client.get("/answer/")
    page = text(response)
    shown = response.context["causes"]
    assert len(shown) >= 2
    for cause in shown:
        assert cause.natural in page and cause.span in page and cause.words in page
        assert cause.sources
        assert cause.chain.says[-1] in page
        assert f"/library/cause/{cause.found.id}/" in page
    assert page.count('role="img"') == len(shown)


def test_an_order_that_is_not_that_of_the_chances_is_explained(client: Client, tell: Any) -> None:
    explained = "may stand before a likelier one"
    tell("water_tablet_72")
    first, second = client.get("/answer/").context["causes"][:2]
    assert first.found.probability < second.found.probability
    assert explained in text(client.get("/answer/"))
    tell("ordinary_night_cramp_58")
    assert explained not in text(client.get("/answer/"))


def test_only_the_leading_causes_are_shown_in_full(client: Client, tell: Any) -> None:
    tell("water_tablet_72")
    causes = client.get("/answer/").context["causes"]
    assert causes[0].leads and not causes[-1].leads
    assert 'class="cause fold"' in text(client.get("/answer/"))


def test_a_medicine_told_is_never_told_to_be_stopped(client: Client, tell: Any) -> None:
    tell("water_tablet_72")
    page = text(client.get("/answer/"))
    assert "Do not stop or change a prescribed medicine by yourself" in page
    assert "This is no advice to stop anything" in page


def test_a_changed_answer_says_what_is_different(client: Client, tell: Any) -> None:
    tell("water_tablet_72")
    first = client.get("/answer/")
    assert "Why did my answer change?" not in text(first)
    client.post("/why/question/", {"asked": "medicines", "names": ["paracetamol"], "then": "told"})
    page = text(client.get("/answer/"))
    assert "Why did my answer change?" in page
    assert "Water tablets (thiazide and potassium-sparing kinds): from about 39 in 100 to" in page


def test_a_difference_names_rising_and_falling_causes(library: Library) -> None:
    before = Visit(told={"age": 72, "findings": {"cramp_timing": "at night in bed"}})
    summary = actions.summary(reads.assessment_of(before.told))
    after = before.answered({"medicines": ["bendroflumethiazide"]})
    visit = Visit(told=after.told, before=summary, changed="medicines")
    found = changes.difference(visit, reads.assessment_of(after.told), library)
    assert found is not None
    assert {shift.rises for shift in found.shifts} == {True, False}


def test_replies_say_what_each_would_change(client: Client, tell: Any) -> None:
    tell("ordinary_night_cramp_58")
    response = client.get("/answer/next/")
    assert any(reply.urgency_moves for q in response.context["questions"] for reply in q.replies)
    part = client.get("/answer/next/", headers={"HX-Request": "true"})
    assert b"<html" not in part.content


def test_names_that_were_guessed_or_not_understood_are_said(client: Client, tell: Any) -> None:
    tell("many_answers_66")
    page = text(client.get("/answer/"))
    assert "(a guess: please check)" in page
    assert "Not understood:" in page


@pytest.mark.parametrize(
    ("chance", "says"),
    [
        (0.0001, "fewer than 1 in 1,000"),
        (0.004, "about 4 in 1,000"),
        (0.9999, "about 99 in 100"),
        (0.01, "about 1 in 100"),
    ],
)
def test_chances_are_natural_frequencies_never_none_and_never_all(chance: float, says: str) -> None:
    assert wording.natural(chance) == says


def test_every_cause_and_every_rule_has_a_page_with_its_sources(client: Client, library: Library) -> None:
    for id_ in list(library.causes)[::9]:
        page = client.get(f"/library/cause/{id_}/")
        assert page.status_code == 200 and b"judged" in page.content
    for id_ in list(library.red_flags)[::9]:
        assert client.get(f"/library/rule/{id_}/").status_code == 200
    assert client.get("/library/cause/nothing/").status_code == 404
    assert client.get("/library/rule/nothing/").status_code == 404
