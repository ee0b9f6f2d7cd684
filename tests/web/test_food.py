"""The food planner's page."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

DAY = "2 slices bread, 1 banana\n200 ml milk"


def test_a_day_is_added_up_and_what_is_not_known_is_named(client: Client) -> None:
    page = client.post("/plan/food/", {"eaten": f"{DAY}, moon cheese"}).content.decode()
    assert "Magnesium" in page and "Held to be enough" in page
    assert "moon cheese" in page and "Not counted" in page
    assert "no food has been shown to stop" in page.lower()


def test_kidney_disease_withholds_suggestions_that_raise_potassium(client: Client, tell: Any) -> None:
    tell("dialysis_54")
    response = client.post("/plan/food/", {"eaten": DAY})
    assert response.context["review"].limits
    assert not response.context["review"].suggestions


def test_a_supplement_counts(client: Client) -> None:
    response = client.post("/plan/food/", {"eaten": DAY, "tablets": "magnesium 300 mg"})
    found = {total.id: total for total, _ in response.context["totals"]}
    assert found["magnesium"].from_tablets == 300


def test_nothing_written_is_said_kindly(client: Client) -> None:
    response = client.post("/plan/food/", {"eaten": ""})
    assert response.status_code == 422
    assert "Write what you ate and drank" in response.content.decode()


def test_a_usual_week_is_added_up_instead_of_a_day(client: Client) -> None:
    week = {"usual-milk": "2 a day", "usual-nuts": "never", "age": "66", "sex": "female"}
    response = client.post("/plan/food/", week)
    found = {total.id: total for total, _ in response.context["totals"]}
    assert found["calcium"].known > 400
    assert found["calcium"].low is not None
    assert 'value="2 a day" selected' in response.content.decode()


def test_a_day_and_a_week_together_are_refused_and_nothing_typed_is_lost(client: Client) -> None:
    response = client.post("/plan/food/", {"eaten": DAY, "usual-milk": "2 a day", "diet": ["vegan"]})
    page = response.content.decode()
    assert response.status_code == 422
    assert "cannot be added up" in page
    assert "2 slices bread" in page and 'value="2 a day" selected' in page
    assert 'id="diet-vegan" checked' in page


@pytest.mark.parametrize("bad", [{"age": "old"}, {"age": "900"}, {"diet": "stones"}, {"usual-milk": "lots"}])
def test_what_does_not_fit_is_named(client: Client, bad: dict[str, str]) -> None:
    response = client.post("/plan/food/", {"eaten": DAY, **bad})
    assert response.status_code == 422
    assert 'id="errors"' in response.content.decode()


def test_a_wrong_age_is_named_and_leads_to_its_field(client: Client) -> None:
    page = client.post("/plan/food/", {"eaten": DAY, "age": "430"}).content.decode()
    assert '<a href="#age">The age must lie between 0 and 120 years.</a>' in page


def test_age_and_sex_told_in_a_story_are_not_asked_again(client: Client) -> None:
    client.post("/why/words/", {"text": "I am a woman of 66. My calf cramps at night."})
    page = client.get("/plan/food/").content.decode()
    assert 'id="age"' not in page and 'id="sex-female"' not in page


def test_the_result_stands_above_the_form(client: Client) -> None:
    page = client.post("/plan/food/", {"eaten": DAY}).content.decode()
    assert page.index('id="day"') < page.index('id="eaten"')


def test_what_the_visit_told_is_not_asked_again_and_limits_hold(client: Client, tell: Any) -> None:
    assert 'id="age"' in client.get("/plan/food/").content.decode()
    tell("water_tablet_72")
    assert 'id="age"' not in client.get("/plan/food/").content.decode()
    response = client.post("/plan/food/", {"eaten": DAY, "diet": ["no_milk", "vegan"]})
    says = " ".join(one.says for one in response.context["review"].suggestions).lower()
    assert says and "milk" not in says.replace("soya milk", "").replace("oat milk", "")
