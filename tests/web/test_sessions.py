"""A session that ended or was altered: a kind page, and nothing typed is lost."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from charley_web import actions

ASK = "/why/question/"


def carry(page: str) -> str:
    found = re.search(r'name="carry" value="([^"]+)"', page)
    assert found is not None
    return found[1]


def told_then_lost(client: Client) -> str:
    """Two answers, then the session is gone; what the open form carries."""
    client.post(ASK, {"asked": "age", "number": "72"})
    client.post(ASK, {"asked": "sex_at_birth", "answer": "female"})
    held = carry(client.get(ASK).content.decode())
    client.cookies.clear()
    return held


def test_a_form_of_an_ended_session_brings_all_answers_back(client: Client) -> None:
    held = told_then_lost(client)
    client.post(ASK, {"asked": "fever", "screen": "1", "none": "1", "carry": held})
    assert actions.visit_of(client.session).findings == {"age": 72, "sex_at_birth": "female", "fever": False}


def test_an_altered_carry_brings_nothing_back_and_keeps_the_answer_just_given(client: Client) -> None:
    held = told_then_lost(client)
    client.post(ASK, {"asked": "fever", "screen": "1", "none": "1", "carry": held[:-3] + "abc"})
    assert actions.visit_of(client.session).findings == {"fever": False}


def test_a_running_session_is_never_replaced_by_a_form(client: Client) -> None:
    held = told_then_lost(client)
    client.post(ASK, {"asked": "age", "number": "30"})
    client.post(ASK, {"asked": "fever", "screen": "1", "none": "1", "carry": held})
    assert actions.visit_of(client.session).findings == {"age": 30, "fever": False}


def test_a_tampered_session_cookie_is_an_empty_visit_and_no_error(client: Client) -> None:
    client.post(ASK, {"asked": "age", "number": "72"})
    client.cookies["charley"] = "x" * 32
    assert client.get("/answer/")["Location"] == "/why/"
    assert client.get(ASK).status_code == 200


def test_a_form_without_its_secret_is_offered_again_with_all_that_was_typed() -> None:
    client = Client(enforce_csrf_checks=True)
    response = client.post(ASK, {"asked": "medicines", "names": ["aspirin", "<b>"], "carry": "x"})
    page = response.content.decode()
    assert response.status_code == 403
    assert "Your visit had ended" in page
    assert 'name="names" value="aspirin"' in page and 'value="&lt;b&gt;"' in page
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
    assert token is not None
    again = client.post(ASK, {"asked": "medicines", "names": ["aspirin"], "csrfmiddlewaretoken": token[1]})
    assert again.status_code == 302


@pytest.mark.parametrize("address", ["/plan/food/", "/does-it-work/"])
def test_what_was_typed_on_harmless_pages_is_offered_again(address: str) -> None:
    page = Client(enforce_csrf_checks=True).post(address, {"eaten": "2 slices bread"}).content.decode()
    assert 'value="2 slices bread"' in page and f'action="{address}"' in page


def test_nothing_that_erases_or_shares_is_offered_again() -> None:
    client = Client(enforce_csrf_checks=True)
    page = client.post("/yours/erase/", {"record": "1"}).content.decode()
    assert 'name="record"' not in page


def test_a_form_from_another_site_is_not_offered_again() -> None:
    client = Client(enforce_csrf_checks=True, headers={"Origin": "https://evil.example"})
    page = client.post(ASK, {"asked": "age", "number": "5"}).content.decode()
    assert 'name="number"' not in page
