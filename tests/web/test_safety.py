"""Safe by default: headers, policies, bounds, deployment checks, and logs that hold nothing of a person."""

from __future__ import annotations

import io
import logging
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from charley_web.logs import PrivateFormatter
from charley_web.settings.local import local_key

PUBLIC = ["/", "/about/", "/cramp/", "/why/", "/plan/", "/yours/", "/api/docs", "/library/cause/dvt/"]
PERSONAL = ["/why/question/", "/why/told/", "/why/labs/", "/answer/", "/answer/next/", "/yours/download/"]


@pytest.mark.parametrize("address", PUBLIC + PERSONAL)
def test_every_page_carries_a_strict_policy(client: Client, tell: Any, address: str) -> None:
    tell("water_tablet_72")
    response = client.get(address)
    policy = response["Content-Security-Policy"]
    assert "default-src 'none'" in policy and "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy and "http:" not in policy and "*" not in policy
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Referrer-Policy"] == "same-origin"
    assert response["Cache-Control"] == "no-store"
    assert "geolocation=()" in response["Permissions-Policy"]


@pytest.mark.parametrize("address", PUBLIC)
def test_pages_have_no_inline_style_or_handler_and_ask_no_other_host(client: Client, address: str) -> None:
    page = client.get(address).content.decode()
    assert not re.search(r"<[^>]+\sstyle=", page)
    assert not re.search(r"<[^>]+\son[a-z]+=", page)
    assert not re.search(r"<(script|link|img|iframe)[^>]+(src|href)=.(https?:)?//", page)
    for tag in re.findall(r"<(?:style|script)(?![^>]*\bsrc=)[^>]*>", page):
        assert "nonce=" in tag


def test_every_answer_has_its_own_nonce(client: Client) -> None:
    nonces = {re.search(r'nonce="([^"]+)"', client.get("/cramp/").content.decode())[1] for _ in range(3)}  # type: ignore[index]
    assert len(nonces) == 3


def test_a_body_that_is_too_large_is_refused_before_it_is_read(client: Client) -> None:
    large = "x" * 300_000
    page = client.post("/why/question/", {"asked": "age", "number": large})
    assert page.status_code == 413
    call = client.post("/api/assess", large, content_type="application/json")
    assert (call.status_code, call["Content-Type"]) == (413, "application/problem+json")


def test_a_form_with_too_many_fields_is_refused(client: Client) -> None:
    response = client.post("/why/question/", {"ticked": [str(n) for n in range(500)]})
    assert response.status_code == 400
    assert b"That did not work" in response.content


def test_health_needs_no_session(client: Client) -> None:
    response = client.get("/healthz")
    assert response.json()["status"] == "ok"
    assert not response.cookies


def test_reading_pages_sets_no_session_cookie(client: Client) -> None:
    for address in PUBLIC:
        assert "charley" not in client.get(address).cookies


@pytest.mark.parametrize("wanted", ["https://evil.example/", "//evil.example", "javascript:alert(1)"])
def test_no_address_of_another_site_is_followed(client: Client, wanted: str) -> None:
    assert client.post("/country/", {"country": "GB", "next": wanted})["Location"] == "/"


def test_a_missing_page_is_kind(client: Client) -> None:
    response = client.get("/nothing/")
    assert response.status_code == 404
    assert b"There is no such page" in response.content


def test_an_error_is_logged_without_the_values_it_broke_on() -> None:
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(PrivateFormatter())
    logger = logging.getLogger("charley_web.test_private")
    logger.addHandler(handler)
    logger.propagate = False
    try:
        raise ValueError("aged 72, takes bendroflumethiazide")
    except ValueError:
        logger.exception("it broke")
    text = stream.getvalue()
    assert "ValueError" in text and "test_safety.py" in text
    assert "72" not in re.sub(r":\d+ in", "", text) and "bendro" not in text


def test_a_page_that_breaks_is_kind_and_says_nothing_of_the_person(
    client: Client, tell: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    tell("water_tablet_72")
    client.raise_request_exception = False
    monkeypatch.setattr("charley_web.reads.assessment_of", lambda told: 1 / 0)
    response = client.get("/answer/")
    assert response.status_code == 500
    assert b"Something broke on our side" in response.content
    assert b"ZeroDivisionError" not in response.content and b"bendro" not in response.content


def test_the_deployment_checks_pass_with_the_production_settings(tmp_path: Path) -> None:
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "charley_web.settings.production",
        "CHARLEY_SECRET_KEY": "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_!",
        "CHARLEY_HOSTS": "charley.example",
        "CHARLEY_DATA": str(tmp_path),
    }
    command = [sys.executable, "-m", "django", "check", "--deploy", "--fail-level", "WARNING"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_production_refuses_to_start_without_a_key(tmp_path: Path) -> None:
    environment = {key: value for key, value in os.environ.items() if not key.startswith("CHARLEY_")}
    environment |= {
        "DJANGO_SETTINGS_MODULE": "charley_web.settings.production",
        "CHARLEY_DATA": str(tmp_path),
    }
    command = [sys.executable, "-m", "django", "check"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode != 0 and "CHARLEY_SECRET_KEY" in done.stderr


def test_the_local_key_is_made_once_and_only_its_owner_can_read_it(tmp_path: Path) -> None:
    first = local_key(tmp_path / "data")
    assert len(first) > 60 and local_key(tmp_path / "data") == first
    assert (tmp_path / "data" / "key").stat().st_mode & 0o077 == 0


def test_an_assessment_on_the_command_line_does_not_load_django() -> None:
    code = "import sys, charley.cli, charley.assess, charley.interview; sys.exit('django' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
