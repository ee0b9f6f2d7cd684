"""The interview's pages without a browser: order, every kind of answer, every wrong input, back, change."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from charley.records.library import Library
from charley_web import actions, reads
from charley_web.visit import Visit

ASK = "/why/question/"


def visit_of(client: Client) -> Visit:
    return actions.visit_of(client.session)


def answer(client: Client, asked: str, **sent: Any) -> Any:
    return client.post(ASK, {"asked": asked, **sent})


def test_places_on_the_map_answer_where_it_is_and_keep_the_side_as_a_hint_only(client: Client) -> None:
    response = client.post("/why/", {"places": ["calf-left", "foot-left"], "country": "GB"})
    assert response["Location"] == ASK
    visit = visit_of(client)
    assert visit.findings == {"cramp_site": ["calf", "foot or toes"]}
    assert visit.country == "GB"
    answer(client, "age", number="60")
    page = client.get("/why/change/cramp_site/").content.decode()
    assert "checked" in page


def test_the_side_tapped_is_offered_and_not_assumed(client: Client) -> None:
    client.post("/why/", {"places": ["calf-left"]})
    actions_visit = visit_of(client)
    assert "cramp_side" not in actions_visit.findings
    page = reads.question_page(("cramp_side",))
    assert page is not None
    session = client.session
    actions.keep_visit(session, actions_visit.answered({"cramp_side": "not sure"}))
    session.save()
    assert "as tapped" in client.get("/why/change/cramp_side/").content.decode()


def test_nothing_tapped_is_no_answer(client: Client) -> None:
    client.post("/why/", {})
    assert visit_of(client).told == {}


def test_the_first_questions_are_who_you_are_then_the_safety_lists(client: Client, library: Library) -> None:
    assert client.get(ASK).context["asked"] == "age"
    answer(client, "age", number="72")
    answer(client, "sex_at_birth", answer="female")
    page = client.get(ASK).context["page"]
    assert page.title == library.screens[0].title
    assert page.screen


def test_a_screen_with_one_question_left_is_still_a_list(client: Client) -> None:
    response = answer(client, "self_harm_thoughts", screen="1", none="1")
    assert response.status_code == 302
    assert visit_of(client).findings == {"self_harm_thoughts": False}


@pytest.mark.parametrize(
    ("sent", "findings"),
    [
        ({"ticked": ["fever"]}, {"fever": True, "dark_urine": False}),
        ({"none": "1"}, {"fever": False, "dark_urine": False}),
        ({"ticked": ["fever"], "answer": "not sure"}, {"fever": True, "dark_urine": "not sure"}),
        ({"answer": "not sure"}, {"fever": "not sure", "dark_urine": "not sure"}),
    ],
)
def test_a_tick_list_answers_each_of_its_questions(client: Client, sent: Any, findings: Any) -> None:
    assert answer(client, "fever,dark_urine", screen="1", **sent).status_code == 302
    assert visit_of(client).findings == findings


@pytest.mark.parametrize(
    ("asked", "sent", "says"),
    [
        ("fever,dark_urine", {"screen": "1"}, "none of these"),
        ("fever,dark_urine", {"screen": "1", "ticked": ["fever"], "none": "1"}, "Which is right?"),
        ("fever,dark_urine", {"screen": "1", "ticked": ["age"]}, "not on this list"),
        ("age", {"number": ""}, "Write a number"),
        ("age", {"number": "old"}, "like 7 or 2.5"),
        ("age", {"number": "900"}, "between 0 and 120"),
        ("age", {"number": "nan"}, "between 0 and 120"),
        ("age", {"number": "inf"}, "between 0 and 120"),
        ("smoker", {}, "Choose an answer"),
        ("smoker", {"answer": "on Sundays"}, "not one of the answers"),
        ("cramp_site", {}, "none of these"),
        ("medicines", {}, "Type a name"),
        ("medicines", {"names": ["aspirin"], "none": "1"}, "Which is right?"),
    ],
)
def test_a_wrong_input_is_named_with_a_link_to_the_field_and_nothing_is_taken(
    client: Client, asked: str, sent: Any, says: str
) -> None:
    response = answer(client, asked, **sent)
    page = response.content.decode()
    assert response.status_code == 422
    assert says in page
    assert 'role="alert"' in page and 'href="#answer"' in page and 'id="answer"' in page
    assert "<title>Error:" in page.replace("\n", "")
    assert visit_of(client).told == {}


@pytest.mark.parametrize("asked", ["", "nonsense", "fever,nonsense", "age,fever"])
def test_a_form_with_unknown_questions_goes_on_without_taking_anything(client: Client, asked: str) -> None:
    assert answer(client, asked, screen="1", none="1")["Location"] == ASK
    assert visit_of(client).told == {}


def test_numbers_with_a_comma_are_understood(client: Client) -> None:
    answer(client, "calf_difference_cm", number="3,5")
    assert visit_of(client).findings == {"calf_difference_cm": 3.5}


@pytest.mark.parametrize("button", ["find", "add"])
def test_several_names_with_commas_are_taken_one_by_one(client: Client, button: str) -> None:
    several = "simvastatin, furosemide"
    sent = {"typed": several, "find": "1"} if button == "find" else {"add": several}
    page = answer(client, "medicines", names=["aspirin"], **sent).content.decode()
    assert all(f'name="names" value="{name}"' in page for name in ("aspirin", "simvastatin", "furosemide"))


def test_names_are_found_added_and_taken_off_without_javascript(client: Client) -> None:
    found = answer(client, "medicines", typed="microz", find="1")
    assert b'value="Microzide"' in found.content and visit_of(client).told == {}
    added = answer(client, "medicines", names=[], add="Microzide")
    assert b"hydrochlorothiazide" in added.content
    removed = answer(client, "medicines", names=["Microzide", "aspirin"], remove="aspirin")
    assert [r.told for r in removed.context["readings"]] == ["Microzide"]
    assert answer(client, "medicines", names=["Microzide"]).status_code == 302
    assert visit_of(client).findings == {"medicines": ["Microzide"]}


def test_a_guess_is_shown_as_a_guess_and_an_unknown_name_is_kept(client: Client) -> None:
    page = answer(client, "medicines", names=["levothyroxin"], add="magic beans").content.decode()
    assert "we read this as levothyroxine" in page
    assert "not found in our list" in page


def test_suggestions_come_by_post_only_so_that_no_name_stands_in_an_address(client: Client) -> None:
    assert client.get("/why/names/", {"typed": "bendro"}).status_code == 405
    response = client.post("/why/names/", {"typed": "bendro", "kind": "medicines"})
    assert b"bendroflumethiazide" in response.content


def test_back_shows_the_same_page_with_its_answer(client: Client) -> None:
    answer(client, "age", number="72")
    assert client.post("/why/back/")["Location"] == ASK
    page = client.get(ASK)
    assert page.context["asked"] == "age"
    assert 'value="72"' in page.content.decode()


def test_back_at_the_first_page_leads_to_the_body_map(client: Client) -> None:
    assert client.post("/why/back/")["Location"] == "/why/"


def test_an_answer_is_changed_from_the_list_of_all_answers(client: Client) -> None:
    answer(client, "age", number="72")
    told = client.get("/why/told/").content.decode()
    assert "/why/change/age/" in told
    assert 'name="then" value="told"' in client.get("/why/change/age/").content.decode()
    assert answer(client, "age", number="73", then="told")["Location"] == "/why/told/"
    assert visit_of(client).findings["age"] == 73


def test_an_emergency_stops_the_interview_at_once(client: Client) -> None:
    client.post("/why/", {"country": "AU"})
    answer(client, "age", number="50")
    answer(client, "breathless_sudden,chest_pain_breathing", screen="1", ticked=["breathless_sudden"])
    assert client.get(ASK)["Location"] == "/emergency/"
    page = client.get("/emergency/").content.decode()
    assert "Call 000" in page and 'href="tel:000"' in page
    assert "I need an ambulance" in page and "50 years old" in page


def test_on_the_phone_one_says_what_happens_and_no_chance_of_a_cause(client: Client, tell: Any) -> None:
    tell("dark_urine_after_gym_24")
    page = client.get("/emergency/").content.decode()
    assert "dark brown" in page and "has a chance of" not in page


def test_without_an_emergency_that_page_leads_back(client: Client) -> None:
    assert client.get("/emergency/")["Location"] == "/why/"
    answer(client, "age", number="50")
    assert client.get("/emergency/")["Location"] == "/answer/"


def test_the_interview_ends_with_the_answer(client: Client) -> None:
    """Every page answered with "not sure": no page comes twice, and it ends."""
    seen: set[str] = set()
    for _ in range(120):
        response = client.get(ASK)
        if response.status_code == 302:
            break
        asked = response.context["asked"]
        assert asked not in seen
        seen.add(asked)
        sent = {"screen": "1"} if response.context["page"].screen else {}
        assert answer(client, asked, answer="not sure", **sent).status_code == 302
    assert response["Location"] == "/answer/"
    assert len(seen) > 20


def test_the_number_of_questions_left_is_said_and_falls_at_the_end(client: Client, library: Library) -> None:
    left = []
    while (response := client.get(ASK)).status_code == 200:
        left.append(response.context["left"])
        sent = {"screen": "1"} if response.context["page"].screen else {}
        answer(client, response.context["asked"], answer="not sure", **sent)
    assert all(number > 0 for number in left)
    assert left[-1] <= 3 < left[0]
    assert abs(left[0] - len(left)) < 30
