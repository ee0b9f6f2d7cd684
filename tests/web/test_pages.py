"""Weight, offline parts, manifest, emergency numbers."""

from __future__ import annotations

import gzip
import json
import re

import pytest
from django.contrib.staticfiles import finders
from django.test import Client

from charley_web.emergency import FILE, countries, country_of
from charley_web.relief import cramp_help


def packed(content: bytes) -> int:
    return len(gzip.compress(content, 6))


def test_cramp_now_comes_in_one_answer_under_30_kb(client: Client) -> None:
    page = client.get("/cramp/").content
    assert len(page) < 30_000
    assert not re.search(rb'<script[^>]+src=|<link[^>]+rel="stylesheet"', page)


def test_cramp_now_without_javascript_shows_every_step_and_the_dangers(client: Client) -> None:
    page = client.get("/cramp/").content.decode()
    for muscle in cramp_help().muscles:
        section = page[page.index(f'id="m-{muscle.key}"') :]
        assert "hidden" not in section[: section.index(">")]
        for shown in muscle.steps:
            assert shown.step.say in page
    for danger in (*cramp_help().now, *cramp_help().today):
        assert danger.ask in page and danger.do in page
    assert "Call for help at once" in page and 'href="tel:112"' in page


def test_the_first_visit_weighs_at_most_120_kb(client: Client) -> None:
    page = client.get("/").content
    total = packed(page)
    for address in set(re.findall(rb'(?:href|src)="/static/([^"]+)"', page)):
        path = finders.find(address.decode())
        assert isinstance(path, str)
        with open(path, "rb") as stream:  # noqa: PTH123
            total += packed(stream.read())
    assert total < 120_000


def test_the_service_worker_keeps_only_the_page_of_help(client: Client) -> None:
    response = client.get("/sw.js")
    assert response["Content-Type"].startswith("text/javascript")
    worker = response.content.decode()
    assert "/cramp/" in worker
    for personal in ("/answer", "/why", "/yours", "/plan"):
        assert personal not in worker


def test_the_manifest_makes_it_installable(client: Client) -> None:
    manifest = json.loads(client.get("/manifest.webmanifest").content)
    assert manifest["display"] == "standalone" and manifest["start_url"] == "/cramp/"
    sizes = {icon["sizes"] for icon in manifest["icons"]}
    assert {"192x192", "512x512"} <= sizes
    for icon in manifest["icons"]:
        assert finders.find(icon["src"].removeprefix("/static/"))


def test_every_emergency_number_has_a_source() -> None:
    data = json.loads(FILE.read_text(encoding="utf-8"))
    assert len(countries()) == len(data["countries"]) > 30
    for entry in data["countries"]:
        source = data["sources"][entry["source"]]
        assert source["url"].startswith("https://") and source["says"]
        assert entry["number"] in source["says"].replace("-", "")


@pytest.mark.parametrize(
    ("code", "languages", "number"),
    [
        ("NZ", "en-GB", "111"),
        ("", "en-GB,en;q=0.9", "999"),
        ("", "de-DE", "112"),
        ("", "en", None),
        ("XX", "", None),
        ("", ";;,-,%%", None),
    ],
)
def test_the_number_is_that_of_the_country_chosen_or_of_the_browser(
    code: str, languages: str, number: str | None
) -> None:
    country = country_of(code, languages)
    assert (country.number if country else None) == number


def test_choosing_a_country_changes_the_number_on_every_page(client: Client) -> None:
    client.post("/country/", {"country": "US", "next": "/about/"})
    assert b'href="tel:911"' in client.get("/about/").content
    client.post("/country/", {"country": "nowhere", "next": "/about/"})
    assert b'href="tel:112"' in client.get("/about/").content
