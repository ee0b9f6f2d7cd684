"""Every string can be translated: in the made-up language no word stands on a page without its marks."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import Any

import pytest
from django.test import Client

from charley_web.pseudo import CLOSE, OPEN, accented

SPOKEN = {"alt", "title", "aria-label", "placeholder"}
SILENT = {"script", "style", "pre", "code"}
NAMES = {"English", "Pseudo", "Pseudo, right to left"}


class Reader(HTMLParser):
    """Collects what a person reads or hears, but for parts marked translate="no"."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.depth: list[bool] = []
        self.lines: list[str] = []
        self.groups = 0
        self.lang: dict[str, str | None] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "html":
            self.lang = given
        if tag == "meta" and given.get("name") == "description":
            self.found.append(given.get("content") or "")
        silent = tag in SILENT or given.get("translate") == "no" or (bool(self.depth) and self.depth[-1])
        if not silent:
            self.found.extend(value or "" for key, value in attrs if key in SPOKEN)
        if tag not in ("meta", "link", "input", "br", "img", "use", "path", "circle", "rect"):
            self.depth.append(silent)

        self.groups += tag == "g"

    def handle_endtag(self, tag: str) -> None:
        self.groups -= tag == "g"
        if tag == "g" and not self.groups:  # a sentence drawn over several lines
            self.found.append(" ".join(self.lines))
            self.lines = []
        if self.depth and tag not in ("path", "circle", "rect", "use"):
            self.depth.pop()

    def handle_data(self, data: str) -> None:
        if not (self.depth and self.depth[-1]):
            (self.lines if self.groups else self.found).append(data)


def hard_coded(page: str) -> list[str]:
    """Texts with letters outside the marks of the made-up language."""
    reader = Reader()
    reader.feed(page)
    missing = []
    for text in reader.found:
        left = re.sub(r"\bCharley\b", "", text)
        while (shorter := re.sub(f"{OPEN}[^{OPEN}{CLOSE}]*{CLOSE}", "", left)) != left:
            left = shorter
        if re.search(r"[^\W\d_]{2}", left) and left.strip() not in NAMES:
            missing.append(text.strip())
    return missing


PAGES = [
    "/", "/about/", "/cramp/", "/why/", "/why/question/", "/why/told/", "/why/labs/", "/answer/",
    "/answer/next/", "/yours/", "/plan/", "/library/cause/dvt/", "/library/rule/rf_dvt_possible/",
    "/api/docs", "/nothing/", "/shared/x/", "/plan/moves/", "/plan/moves/bedtime/", "/plan/moves/rub_calf/",
    "/why/words/", "/plan/food/", "/plan/medicines/", "/plan/doctor/", "/does-it-work/",
    "/does-it-work/more-tonic-water/",
    ]  # fmt: skip


@pytest.fixture
def pseudo(client: Client) -> Client:
    client.cookies["django_language"] = "en-xa"
    return client


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize("example", ["water_tablet_72", "many_answers_66", "swollen_calf_after_surgery"])
def test_no_string_is_hard_coded(pseudo: Client, tell: Any, address: str, example: str) -> None:
    tell(example)
    assert hard_coded(pseudo.get(address).content.decode()) == []


def test_an_emergency_a_tick_list_errors_and_names_are_translated(pseudo: Client, tell: Any) -> None:
    tell("dark_urine_after_gym_24")
    assert hard_coded(pseudo.get("/emergency/").content.decode()) == []
    for sent in (
        {"asked": "age", "number": "x"},
        {"asked": "fever,dark_urine", "screen": "1"},
        {"asked": "smoker", "answer": "?"},
        {"asked": "medicines", "typed": "magic", "find": "1"},
        {"asked": "medicines", "names": ["levothyroxin", "magic beans"]},
    ):
        assert hard_coded(pseudo.post("/why/question/", sent).content.decode()) == []
    page = pseudo.post("/why/labs/", {"name": "Potassium", "value": "39", "unit": "mmol/L"})
    assert hard_coded(page.content.decode()) == []
    for address in ("/yours/erase/",):
        assert hard_coded(pseudo.post(address).content.decode()) == []


def test_a_page_in_english_would_be_caught(client: Client) -> None:
    assert hard_coded(client.get("/").content.decode())


def test_from_right_to_left_the_page_says_so(client: Client) -> None:
    client.cookies["django_language"] = "ar-xb"
    assert '<html lang="ar-xb" dir="rtl">' in client.get("/").content.decode()


def test_the_language_is_chosen_by_a_form(client: Client) -> None:
    client.post("/language/setlang/", {"language": "en-xa", "next": "/about/"})
    assert OPEN in client.get("/about/").content.decode()


@pytest.mark.parametrize(
    ("text", "kept"),
    [("About %(n)s in {x}", ["%(n)s", "{x}"]), ("<b>bold</b> &amp; more", ["<b>", "</b>", "&amp;"])],
)
def test_places_for_values_and_markup_survive(text: str, kept: list[str]) -> None:
    assert all(part in accented(text) for part in kept)
