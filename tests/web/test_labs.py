"""Blood results: units to pick from, impossible values refused with a hint."""

from __future__ import annotations

import pytest
from django.test import Client

from charley.records.library import Library
from charley_web import actions
from charley_web.views.labs import units_of


def test_a_test_is_chosen_then_its_units_are_offered(client: Client) -> None:
    page = client.post("/why/labs/", {"name": "Potassium"}).content.decode()
    assert 'value="mmol/L"' in page and 'value="mg/dL"' in page


def test_units_that_mean_the_same_are_offered_once(library: Library) -> None:
    for analyte in library.analytes.values():
        conversions = [analyte.units[unit] for unit in units_of(analyte)]
        assert len(conversions) == len(set(conversions)) == len(set(analyte.units.values()))


def test_a_result_is_added_and_taken_off(client: Client) -> None:
    client.post("/why/labs/", {"name": "Potassium", "value": "3.6", "unit": "mmol/L"})
    client.post("/why/labs/", {"name": "Sodium", "value": "<120", "unit": "mmol/L"})
    assert [lab["name"] for lab in actions.visit_of(client.session).labs] == ["Potassium", "Sodium"]
    client.post("/why/labs/remove/", {"place": "0"})
    assert [lab["name"] for lab in actions.visit_of(client.session).labs] == ["Sodium"]


@pytest.mark.parametrize(
    ("value", "unit", "says"),
    [
        ("39", "mmol/L", "Did you mean 3.9 mmol/L or 39 mg/dL?"),
        ("", "mmol/L", "Write the value"),
        ("3.6", "", "Choose the unit"),
        ("3.6", "stone", "is no unit of Potassium"),
        ("1,234", "mmol/L", "can be read in two ways"),
    ],
)
def test_a_wrong_result_is_named_and_not_taken(client: Client, value: str, unit: str, says: str) -> None:
    response = client.post("/why/labs/", {"name": "Potassium", "value": value, "unit": unit})
    assert response.status_code == 422
    assert says in response.content.decode().replace("&#x27;", "'")
    assert actions.visit_of(client.session).labs == []


def test_a_dangerous_result_makes_the_answer_urgent(client: Client) -> None:
    client.post("/why/labs/", {"name": "Potassium", "value": "7.2", "unit": "mmol/L"})
    assert client.get("/emergency/").status_code == 200


def test_a_dangerous_result_stops_the_interview_at_once(client: Client) -> None:
    response = client.post("/why/labs/", {"name": "Potassium", "value": "6.9", "unit": "mmol/L"})
    assert response["Location"] == "/emergency/"
    assert client.get("/why/question/")["Location"] == "/emergency/"
    assert client.get("/plan/food/")["Location"] == "/emergency/"
    client.post("/why/labs/remove/", {"place": "0"})
    assert client.get("/why/question/").status_code == 200
    assert client.get("/plan/food/").status_code == 200


def test_a_dangerous_result_in_a_story_stops_it_too(client: Client) -> None:
    client.post("/why/words/", {"text": "My potassium was 6.9 mmol/L, calf cramps at night."})
    assert "Get emergency help now" in client.get("/why/words/understood/").content.decode()
    assert client.get("/why/question/")["Location"] == "/emergency/"


@pytest.mark.parametrize("value", ["1o5", "abc"])
def test_a_value_that_is_no_number_is_refused_and_named(client: Client, value: str) -> None:
    response = client.post("/why/labs/", {"name": "Sodium", "value": value, "unit": "mmol/L"})
    page = response.content.decode()
    assert response.status_code == 422 and "is no number for Sodium" in page and value in page
    assert not actions.visit_of(client.session).labs


def test_results_told_in_a_story_stand_with_the_others(client: Client) -> None:
    client.post("/why/words/", {"text": "My potassium was 3.1 mmol/L. My calf cramps at night."})
    for address in ("/why/labs/", "/why/told/"):
        page = client.get(address).content.decode()
        assert "Potassium 3.1 mmol/L" in page and "none given" not in page
