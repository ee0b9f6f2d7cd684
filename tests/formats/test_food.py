"""The review as text and JSON: safety first, "at least" where something is missing, no false digits."""

from __future__ import annotations

import json
from typing import Any

import pytest

from charley.advice.food import FoodReview, load_foods, read_request, review_food
from charley.formats.food import amount_text, food_json, food_plain, food_text
from charley.library import load

KNOWN = {"long_term_conditions": "none", "medicines": "none"}


def review_of(history: dict[str, Any], **request: Any) -> FoodReview:
    library, foods = load(), load_foods()
    return review_food(read_request({"history": history, **request}, library, foods), library, foods)


def flat(review: FoodReview) -> str:
    return " ".join(food_text(review, load_foods()).split())


def test_the_headline_and_warnings_come_before_any_food() -> None:
    review = review_of(
        {"age": 70, "sex": "female", "findings": KNOWN}, intake=["1 banana"], supplements=["potassium 500 mg"]
    )
    text = flat(review)
    places = [
        text.index(x) for x in ("not a proven cure", "You take potassium", "Your day", "Foods you could add")
    ]
    assert places == sorted(places)
    assert "information, not a diagnosis" in text


def test_what_is_missing_is_said() -> None:
    text = flat(
        review_of(
            {"age": 70, "sex": "female", "findings": KNOWN}, intake=["1 fillet mackerel", "dragonfruit"]
        )
    )
    assert "vitamin D: at least 0 ug" in text
    assert "Not measured for it: mackerel, cooked." in text
    assert "dragonfruit: we do not know this food" in text


def test_salt_and_water_are_no_goals() -> None:
    text = flat(review_of({"age": 70, "sex": "female", "findings": KNOWN}, intake=["8 g salt"]))
    assert "Best kept under 2300 mg a day: you are above." in text
    assert "It is no goal. Keep to any limit for drinks" in text


def test_a_dialysis_patient_gets_no_foods_but_the_kidney_team() -> None:
    text = flat(review_of({"age": 54, "findings": {"on_dialysis": True}}, intake=["1 banana"]))
    foods = text[text.index("Foods you could add") :]
    assert "Ask your kidney team" in foods
    assert "almonds" not in foods


@pytest.mark.parametrize(
    ("amount", "unit", "text"),
    [(2700, "ml", "2.7 L"), (1.34, "mg", "1.3 mg"), (319.6, "mg", "320 mg"), (0, "ug", "0 ug")],
)
def test_amounts_have_no_false_digits(amount: float, unit: str, text: str) -> None:
    assert amount_text(amount, unit) == text


def test_json_holds_the_whole_review() -> None:
    review = review_of({"age": 70}, intake=["1 banana", "dragonfruit"], supplements=["magnesium 300 mg"])
    plain = json.loads(food_json(review))
    assert plain == json.loads(json.dumps(food_plain(review)))
    magnesium = next(t for t in plain["totals"] if t["id"] == "magnesium")
    assert (magnesium["low"], magnesium["high"], magnesium["at_least"]) == (320, 420, True)
    assert [(c["body"], c["scope"], c["passed"]) for c in magnesium["ceilings"]] == [
        ("US", "supplements", False),
        ("EU", "supplements", True),
    ]
    assert [e["food"] for e in plain["eaten"]] == ["banana"]
    assert plain["library"]["fingerprint"] == load().fingerprint
