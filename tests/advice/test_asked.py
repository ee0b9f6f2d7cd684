"""Answers to what people ask: honest, by their own state, and never against a prescribed medicine."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from charley.advice.asked import Answered
from charley.advice.claims.shelf import load_claims
from charley.advice.plan import Plan

Planned = Callable[[dict[str, Any]], Plan]
URGENT = {"age": 24, "findings": {"dark_urine": True, "severe_muscle_pain": True}}
TODAY_LEG = {"age": 60, "findings": {"one_leg_swollen": True, "calf_tender_deep": True}}


@pytest.fixture
def asked(planned: Planned) -> Callable[[dict[str, Any], str], tuple[Answered, ...]]:
    return lambda told, text: planned(told | {"text": text}).asked


def said(found: tuple[Answered, ...]) -> str:
    return " ".join(line for one in found for line in one.says)


@pytest.mark.parametrize(
    ("told", "text", "answer"),
    [
        ({"age": 40}, "Can I train tomorrow?", "gentle exercise is fine"),
        (URGENT, "Can I train tomorrow?", "No training now"),
        (TODAY_LEG, "Can I train tomorrow?", "not even gently"),
        (TODAY_LEG, "Could it be a clot?", "It can be. That is why you have to be seen."),
        ({"age": 40}, "Could it be a clot?", "Nobody can tell from here. Only a scan"),
        ({"age": 40, "medicines": ["simvastatin"]}, "Should I stop my statin?", "Do not stop or change it"),
        (URGENT, "Should I stop my statin?", "Do not stop it by yourself"),
        ({"age": 40}, "Is it all right to wait?", "An ordinary visit is soon enough by what you told us"),
        (URGENT, "Is it all right to wait?", "No. Do not wait."),
        (
            {"age": 40},
            "I've been told tonic water is the cure, is that sensible?",
            "Tonic water holds quinine.",
        ),
        ({"age": 40}, "Should I eat bananas?", "Bananas are good food."),
        (URGENT, "Should I eat bananas?", "First get the help named above."),
        ({"age": 40, "findings": {"sleep_lost": 5}}, "Can I drive?", "Not while you are sleepy"),
        (URGENT, "Can I drive?", "Do not drive yourself"),
        ({"age": 40}, "Is this dangerous?", "Nobody can say from here that it is harmless"),
        ({"age": 40}, "Is it just nerves?", "Nobody can tell from here that it is only that"),
        ({"age": 8}, "Can I give my son magnesium?", "None was tested in children"),
    ],
)
def test_the_answer_fits_the_person(asked: Any, told: dict[str, Any], text: str, answer: str) -> None:
    assert answer in said(asked(told, text))


@pytest.mark.parametrize("remedy", ["quinine", "potassium tablets", "adonis"])
def test_a_harmful_remedy_is_answered_with_its_harm_and_a_safer_choice(asked: Any, remedy: str) -> None:
    (one,) = asked({"age": 40}, f"Should I take {remedy}?")
    assert one.card
    card = load_claims().cards[one.card]
    assert card.verdict == "harmful"
    assert one.says[0].startswith("No. ")
    assert card.harm.split(". ")[0] in one.says[0]
    assert "cut the number" not in one.says[0]


def test_what_cannot_be_answered_is_kept_to_take_along(asked: Any) -> None:
    (one,) = asked({"age": 40}, "Does my insurer pay for a mattress?")
    assert (one.question, one.says) == ("Does my insurer pay for a mattress?", ())


def test_nothing_is_answered_twice(asked: Any) -> None:
    found = asked({"age": 40}, "Can I train? When can I start running again? Could it be a clot?")
    assert len([line for one in found for line in one.says]) == 2


def test_a_feared_cause_is_unlikely_only_when_the_answers_settle_it(asked: Any, calm: dict[str, Any]) -> None:
    assert "speak against it" not in said(asked({"age": 30}, "Could it be a clot?"))
    settled = said(asked(calm, "Could it be a clot?"))
    assert "nobody can be sure from here" in settled or "Nobody can tell from here" in settled


def test_a_long_question_is_cut_between_words(asked: Any) -> None:
    (one, *_) = asked({"age": 40}, "Can I train " + "very " * 60 + "hard?")
    assert len(one.question) < 120 and one.question.endswith("very …")


def test_a_story_without_questions_has_none(asked: Any) -> None:
    assert asked({"age": 40}, "My calf hurts at night.") == ()
