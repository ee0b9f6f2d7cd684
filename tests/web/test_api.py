"""The API: the same answer as on the command line, every fault named, limits on size and rate."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from ninja.throttling import AnonRateThrottle

from charley_web.api import api

JSON = "application/json"


def call(client: Client, path: str, body: Any) -> Any:
    data = body if isinstance(body, bytes | str) else json.dumps(body)
    return client.post(f"/api/{path}", data, content_type=JSON)


def test_an_assessment_is_that_of_the_command_line(client: Client, assessed: Any) -> None:
    from charley.formats import to_plain

    history = {"id": "a", "age": 72, "findings": {"cramp_timing": "at night in bed"}}
    response = call(client, "assess", history)
    assert response.status_code == 200
    assert response.json() == to_plain(assessed(history))
    assert response["Cache-Control"] == "no-store"


def test_every_fault_is_named_at_once(client: Client) -> None:
    response = call(client, "assess", {"age": 720, "sex": "x", "findings": {"fevr": True, "smoker": 3}})
    assert (response.status_code, response["Content-Type"]) == (422, "application/problem+json")
    places = [fault["where"] for fault in response.json()["faults"]]
    assert places == ["age", "sex", "findings.fevr", "findings.smoker"]
    assert "Did you mean 'fever'?" in response.content.decode()


@pytest.mark.parametrize(
    "body", ["", "{", "[]", "null", '{"age": NaN}', '{"age":1,"age":2}', b"\xff", "[" * 9999]
)
def test_what_is_no_history_is_a_problem_and_no_crash(client: Client, body: Any) -> None:
    for path in ("assess", "next"):
        response = call(client, path, body)
        assert (response.status_code, response["Content-Type"]) == (422, "application/problem+json")
        assert response.json()["faults"]


@pytest.mark.parametrize(("method", "path", "status"), [("get", "nope", 404), ("get", "assess", 405)])
def test_a_wrong_address_or_method_is_a_problem_too(
    client: Client, method: str, path: str, status: int
) -> None:
    response = getattr(client, method)(f"/api/{path}")
    assert (response.status_code, response["Content-Type"]) == (status, "application/problem+json")
    assert response.json()["title"]
    if status == 405:
        assert response["Allow"] == "POST"


def test_the_next_page_comes_safety_first_and_stops_at_an_emergency(client: Client) -> None:
    step = call(client, "next", {"age": 50, "findings": {"sex_at_birth": "male"}}).json()
    assert step["page"]["tick_list"] and not step["emergency"] and step["left"] > 5
    stopped = call(client, "next", {"age": 50, "findings": {"breathless_sudden": True}}).json()
    assert stopped == {"emergency": True, "page": None, "left": 0}


def test_names_and_findings_can_be_looked_up(client: Client) -> None:
    names = call(client, "names", {"kind": "medicines", "typed": "microz"}).json()
    assert names[0] == {"told": "Microzide", "name": "hydrochlorothiazide", "guess": False}
    assert call(client, "names", {"kind": "drinks", "typed": "x"}).status_code == 422
    listed = client.get("/api/findings").json()
    assert {"age", "fever"} <= {finding["id"] for finding in listed}
    assert client.get("/api/findings/fever").json()["type"] == "yes_no"
    missing = client.get("/api/findings/nothing")
    assert (missing.status_code, missing["Content-Type"]) == (404, "application/problem+json")
    assert client.get("/api/library").json()["rules"] > 100


def test_too_many_calls_are_refused(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    cache.clear()
    limit = api.throttle[0]  # type: ignore[index]
    assert isinstance(limit, AnonRateThrottle)
    monkeypatch.setattr(limit, "num_requests", 3)
    answers = [client.get("/api/library") for _ in range(5)]
    assert [answer.status_code for answer in answers] == [200, 200, 200, 429, 429]
    assert answers[-1]["Content-Type"] == "application/problem+json"
    forged = client.get("/api/library", headers={"X-Forwarded-For": "10.9.8.7"})
    assert forged.status_code == 429
    cache.clear()


def test_the_description_names_every_finding_and_is_shown_without_outside_help(
    client: Client, library: Any
) -> None:
    document = client.get("/api/openapi.json").json()
    findings = document["components"]["schemas"]["HistoryIn"]["properties"]["findings"]["anyOf"][0]
    assert findings["properties"].keys() == library.findings.keys()
    page = client.get("/api/docs").content.decode()
    assert "POST /api/assess" in page and "//cdn" not in page


def test_a_call_leaves_nothing_behind(client: Client) -> None:
    response = call(client, "assess", {"age": 72})
    assert not response.cookies
