"""Exercises: every one with its drawing; what is not for somebody is not played."""

from __future__ import annotations

from typing import Any

from django.test import Client

from charley.advice.exercises import exercises, programmes


def test_every_exercise_and_programme_has_a_page_with_its_drawing(client: Client) -> None:
    for id_ in (*exercises(), *programmes()):
        page = client.get(f"/plan/moves/{id_}/").content.decode()
        assert 'role="img"' in page, id_
        assert "How sure is it?" in page
    assert client.get("/plan/moves/nothing/").status_code == 404


def test_without_a_story_everything_is_checked_first(client: Client) -> None:
    response = client.get("/plan/moves/bedtime/")
    assert response.context["made"].checks
    assert "First check" in response.content.decode()


def test_in_an_emergency_nothing_is_played(client: Client, tell: Any) -> None:
    tell("dark_urine_after_gym_24")
    page = client.get("/plan/moves/bedtime/").content.decode()
    assert 'id="player"' not in page and "no session for you now" in page


def test_somebody_pregnant_gets_another_programme_with_the_reason(client: Client, tell: Any) -> None:
    tell("pregnant_33_weeks")
    response = client.get("/plan/moves/bedtime/")
    made = response.context["made"]
    assert made.programme != "bedtime" and made.reasons
    assert "So this is another one" in response.content.decode()


def test_the_session_is_a_complete_list_without_javascript(client: Client) -> None:
    response = client.get("/plan/moves/bedtime/")
    assert response.content.decode().count("data-second=") == len(response.context["made"].script.lines)
