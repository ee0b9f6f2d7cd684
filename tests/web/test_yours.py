"""Keep, take with you, share, erase."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from charley_web import actions, keeping
from charley_web.models import Record, Share


def shared_by(client: Client, tell: Any) -> tuple[str, str]:
    """The address and the code of a share of a kept answer."""
    tell("water_tablet_72")
    client.post("/yours/keep/")
    response = client.post("/yours/share/", {"record": Record.objects.get().pk})
    return f"/shared/{response.context['shared'].key}/", response.context["code"]


def test_everything_is_saved_as_a_file_that_opens_again(client: Client, tell: Any) -> None:
    tell("water_tablet_72")
    before = client.get("/answer/").context["a"]
    saved = client.get("/yours/download/")
    assert saved["Content-Disposition"].startswith("attachment")
    plain = json.loads(saved.content)
    assert plain["answer"]["urgency"] == before.urgency.word
    other = Client()
    opened = other.post("/yours/open/", {"file": SimpleUploadedFile("c.json", saved.content)})
    assert opened["Location"] == "/answer/"
    assert other.get("/answer/").context["a"].causes == before.causes


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "not one that Charley saved"),
        (b"\xff\xfe", "not one that Charley saved"),
        (b"[1]", "not one that Charley saved"),
        (b'{"history": 3}', "not one that Charley saved"),
        (b'{"age": 72, "age": 73}', "not one that Charley saved"),
        (b'{"age": 720}', "is no age of a living person"),
        (b'{"findings": {"nonsense": true}}', "unknown finding"),
        (b"[" * 5000, "not one that Charley saved"),
        (b" " * 220_000, "too large"),
    ],
)
def test_a_file_that_is_none_of_ours_is_refused_kindly(client: Client, content: bytes, says: str) -> None:
    response = client.post("/yours/open/", {"file": SimpleUploadedFile("c.json", content)})
    assert response.status_code == 422
    assert says in response.content.decode()
    assert actions.visit_of(client.session).told == {}


def test_no_file_at_all_is_said(client: Client) -> None:
    assert "Choose the file" in client.post("/yours/open/", {}).content.decode()


def test_nothing_is_kept_unless_asked(client: Client, tell: Any) -> None:
    tell("water_tablet_72")
    client.get("/answer/")
    assert Record.objects.count() == 0
    client.post("/yours/keep/")
    record = Record.objects.get()
    assert record.answer["library"]["fingerprint"]
    assert client.session.get_expiry_age() > timedelta(days=300).total_seconds()


def test_a_kept_answer_is_seen_by_nobody_else(client: Client, tell: Any) -> None:
    tell("water_tablet_72")
    client.post("/yours/keep/")
    other = Client()
    assert b"Kept answers" not in other.get("/yours/").content
    other.post("/yours/share/", {"record": Record.objects.get().pk})
    assert Share.objects.count() == 0


def test_a_share_opens_only_with_its_code(client: Client, tell: Any) -> None:
    address, code = shared_by(client, tell)
    other = Client()
    assert b"Likely causes" not in other.get(address).content
    assert other.post(address, {"code": "00000000"}).status_code == 403
    opened = other.post(address, {"code": f"{code[:4]} {code[4:]}"})
    assert b"Likely causes" in opened.content
    assert b"noindex" in opened.content and opened["Cache-Control"] == "no-store"


def test_a_wrong_link_and_a_wrong_code_look_the_same(client: Client, tell: Any) -> None:
    address, _ = shared_by(client, tell)
    wrong_code = Client().post(address, {"code": "1"})
    wrong_link = Client().post("/shared/nonsense/", {"code": "1"})
    assert wrong_code.status_code == wrong_link.status_code == 403
    assert Client().get(address).status_code == Client().get("/shared/nonsense/").status_code == 200


def test_too_many_wrong_codes_end_a_share(client: Client, tell: Any) -> None:
    address, code = shared_by(client, tell)
    for _ in range(keeping.MOST_WRONG):
        Client().post(address, {"code": "1"})
    assert Client().post(address, {"code": code}).status_code == 403


def test_a_share_ends_by_itself_and_at_a_wish(client: Client, tell: Any) -> None:
    address, code = shared_by(client, tell)
    Share.objects.update(ends=timezone.now() - timedelta(seconds=1))
    assert Client().post(address, {"code": code}).status_code == 403
    Share.objects.update(ends=timezone.now() + timedelta(days=1))
    client.post("/yours/share/end/")
    assert Client().post(address, {"code": code}).status_code == 403


def test_the_code_of_a_share_is_not_kept(client: Client, tell: Any) -> None:
    _, code = shared_by(client, tell)
    assert code not in Share.objects.get().code


def test_erasing_takes_session_records_and_shares(client: Client, tell: Any) -> None:
    shared_by(client, tell)
    response = client.post("/yours/erase/")
    assert "cookies" in response["Clear-Site-Data"]
    assert Record.objects.count() == Share.objects.count() == 0
    assert client.get("/answer/")["Location"] == "/why/"


def test_erasing_leaves_what_belongs_to_others(client: Client, tell: Any) -> None:
    other = Client()
    file = SimpleUploadedFile("c.json", b'{"age": 50}')
    other.post("/yours/open/", {"file": file})
    other.post("/yours/keep/")
    tell("water_tablet_72")
    client.post("/yours/erase/")
    assert Record.objects.count() == 1
    assert other.get("/answer/").status_code == 200


def test_old_records_are_forgotten(client: Client, tell: Any) -> None:
    shared_by(client, tell)
    Record.objects.update(made=timezone.now() - keeping.KEPT_FOR - timedelta(days=1))
    keeping.forget_old()
    assert Record.objects.count() == 0


@pytest.mark.parametrize("address", ["keep", "erase", "share", "share/end", "open"])
def test_what_changes_something_needs_a_post(client: Client, address: str) -> None:
    assert client.get(f"/yours/{address}/").status_code == 405
