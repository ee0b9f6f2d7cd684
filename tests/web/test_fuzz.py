"""Whatever is sent to a form: an answer, a redirection or a kind refusal, never a crash."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from charley.library import load

IDS = sorted(load().findings)
WORDS = st.text(max_size=60) | st.sampled_from(
    [
        "",
        "yes",
        "no",
        "not sure",
        "none",
        "1",
        "-1",
        "1e400",
        "nan",
        "calf-left",
        "\x00",
        "🦵",
        "<script>",
        "%s",
        "{{7}}",
    ]
)
FIELDS = st.sampled_from(
    [
        "asked",
        "screen",
        "then",
        "carry",
        "ticked",
        "none",
        "answer",
        "number",
        "names",
        "typed",
        "find",
        "add",
        "remove",
        "places",
        "country",
        "name",
        "value",
        "unit",
        "place",
        "record",
        "code",
        "kind",
        "next",
    ]
)
FORMS = st.dictionaries(FIELDS, st.lists(WORDS, max_size=4) | WORDS, max_size=8)
ADDRESSES = [
    "/why/", "/why/question/", "/why/names/", "/why/back/", "/why/labs/", "/why/labs/remove/", "/country/",
    "/yours/open/", "/yours/share/", "/yours/share/end/", "/yours/keep/", "/shared/x/",
]  # fmt: skip


@pytest.mark.parametrize("address", ADDRESSES)
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(form=FORMS)
def test_no_form_breaks_a_page(client: Client, address: str, form: dict[str, Any]) -> None:
    assert client.post(address, form).status_code < 500


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(asked=st.lists(st.sampled_from(IDS), min_size=1, max_size=4), form=FORMS)
def test_no_answer_breaks_the_interview(client: Client, asked: list[str], form: dict[str, Any]) -> None:
    sent = {**form, "asked": ",".join(asked)}
    assert client.post("/why/question/", sent).status_code < 500
    for address in ("/why/question/", "/why/told/", "/answer/"):
        assert client.get(address).status_code in (200, 302)
