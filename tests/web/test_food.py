"""The food planner's page."""

from __future__ import annotations

from typing import Any

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
    assert client.post("/plan/food/", {"eaten": ""}).status_code in (200, 422)
