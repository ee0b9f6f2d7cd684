"""In one's own words: read, shown back with the words it came from, corrected with one tap."""

from __future__ import annotations

from typing import Any

from django.test import Client

from charley_web import actions, reads

STORY = "My calf locks up most nights. One leg is swollen. I take Microzide."


def told(client: Client) -> Any:
    return reads.history_of(actions.visit_of(client.session).told)


def test_a_story_is_read_and_shown_back_with_its_words(client: Client) -> None:
    response = client.post("/why/words/", {"text": STORY})
    page = client.get(response["Location"]).content.decode()
    assert "it comes at night in bed" in page and "most nights" in page
    assert "hydrochlorothiazide" in page and "“Microzide”" in page


def test_a_danger_sign_read_is_asked_about_first(client: Client) -> None:
    client.post("/why/words/", {"text": STORY})
    page = client.get("/why/words/understood/").content.decode()
    assert page.index("Is one leg swollen") < page.index("it comes at night in bed")
    client.post("/why/words/correct/", {"what": "one_leg_swollen", "reply": "no"})
    assert told(client).answers["one_leg_swollen"] is False
    assert told(client).contradictions == ()


def test_a_value_that_is_asked_back_is_not_shown_as_understood(client: Client) -> None:
    client.post("/why/words/", {"text": "Calf cramps. My potassium was 39. Sodium 140 mmol/L."})
    page = client.get("/why/words/understood/").content.decode()
    understood, _, missed = page.partition("Not understood")
    assert "Potassium 39" not in understood and "3.9" in missed
    assert "Sodium 140" in understood


def test_a_danger_sign_confirmed_stays(client: Client) -> None:
    client.post("/why/words/", {"text": STORY})
    client.post("/why/words/correct/", {"what": "one_leg_swollen", "reply": "yes"})
    assert told(client).answers["one_leg_swollen"] is True
    assert "You wrote something like it" not in client.get("/why/words/understood/").content.decode()


def test_one_tap_takes_a_reading_out_and_leaves_the_others(client: Client) -> None:
    client.post("/why/words/", {"text": STORY})
    before = told(client).answers
    client.post("/why/words/correct/", {"what": "hydrochlorothiazide"})
    after = told(client).answers
    assert "medicines" in before and "medicines" not in after
    assert after["cramp_timing"] == "at night in bed"


def test_what_was_told_in_words_is_not_asked_again(client: Client) -> None:
    client.post("/why/words/", {"text": "I am 72. My calf cramps at night."})
    assert client.get("/why/question/").context["asked"] != "age"


def test_an_empty_or_endless_story_is_refused_kindly_and_nothing_typed_is_lost(client: Client) -> None:
    empty = client.post("/why/words/", {"text": "  "})
    assert empty.status_code == 422 and b"Write a few words" in empty.content
    long = client.post("/why/words/", {"text": "cramp " * 4_000})
    assert long.status_code == 422 and b"too long" in long.content and b"cramp cramp" in long.content


def test_an_unknown_correction_changes_nothing(client: Client) -> None:
    client.post("/why/words/", {"text": STORY})
    before = told(client).answers
    client.post("/why/words/correct/", {"what": "nonsense", "reply": "yes"})
    assert told(client).answers == before
    assert client.post("/why/words/correct/", {})["Location"] == "/why/words/understood/"


def test_a_danger_read_says_what_to_do_above_the_question_and_after_a_yes(client: Client) -> None:
    client.post("/why/words/", {"text": "My foot went white and cold an hour ago, the cramp won't stop."})
    page = client.get("/why/words/understood/").content.decode()
    assert page.index("Get emergency help now") < page.index("You wrote something like it")
    client.post("/why/words/correct/", {"what": "leg_sudden_cold_pale", "reply": "yes"})
    assert "Get emergency help now" in client.get("/why/words/understood/").content.decode()
    client.post("/why/words/correct/", {"what": "leg_sudden_cold_pale", "reply": "no"})
    assert "Get emergency help now" not in client.get("/why/words/understood/").content.decode()


def test_what_was_put_right_and_what_is_refused_is_not_shown_as_understood(client: Client) -> None:
    client.post(
        "/why/words/", {"text": "I am 430 years old. My left leg is swollen. Actually no, it is not swollen."}
    )
    page = client.get("/why/words/understood/").content.decode()
    assert "one leg is swollen" not in page and "no swelling of just one leg" in page
    assert "you are 430" not in page and "430 is not possible here: What is your age?" in page


def test_a_medicine_that_was_stopped_is_shown(client: Client) -> None:
    client.post("/why/words/", {"text": "I stopped my water tablets a week ago. My calf cramps."})
    assert "stopped: water tablet (a week ago)" in client.get("/why/words/understood/").content.decode()


def test_after_an_emergency_was_told_the_help_for_a_cramp_is_the_help_for_that(client: Client) -> None:
    assert client.get("/cramp/").status_code == 200
    client.post("/why/words/", {"text": "My foot went white and cold an hour ago, the cramp won't stop."})
    assert client.get("/cramp/")["Location"] == "/emergency/"


def test_a_chance_that_alone_sets_how_soon_is_named(client: Client) -> None:
    client.post("/why/words/", {"text": "My calf cramps began a week ago."})
    reason = "Clot in a deep leg vein has a chance of about"
    assert reason in client.get("/answer/").content.decode()
    assert reason in client.get("/plan/").content.decode()
