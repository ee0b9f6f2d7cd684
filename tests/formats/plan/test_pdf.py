"""The printed pages: tagged PDF/UA-1 with title and language, a QR code, nothing from outside."""

from __future__ import annotations

import re
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from charley.formats.plan.code import MOST_BYTES, qr_image, summary
from charley.formats.plan.html import clinician_html, plan_html
from charley.formats.plan.pdf import _pdf, clinician_pdf, plan_pdf

NAMES = ["calm", "rich", "dark_urine_after_gym_24", "nothing"]


@pytest.fixture(scope="module")
def pages(plans: dict[str, Any]) -> dict[str, bytes]:
    return {name: plan_pdf(plans[name].plan) for name in NAMES}


def catalogue(raw: bytes) -> Any:
    return PdfReader(BytesIO(raw)).trailer["/Root"]


@pytest.mark.parametrize("name", NAMES)
def test_a_plan_is_tagged_with_title_and_language(pages: dict[str, bytes], name: str) -> None:
    root = catalogue(pages[name])
    assert root["/Lang"] == "en"
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert "/StructTreeRoot" in root
    assert b"pdfuaid" in root["/Metadata"].get_data()
    assert PdfReader(BytesIO(pages[name])).metadata["/Title"] == "Leg cramps: your plan"


def test_every_picture_is_described(pages: dict[str, bytes]) -> None:
    tags: list[Any] = []

    def walk(node: Any) -> None:
        node = node.get_object()
        if isinstance(node, dict):
            tags.append(node)
            for kid in node.get("/K", []) if isinstance(node.get("/K"), list) else [node.get("/K")]:
                if hasattr(kid, "get_object"):
                    walk(kid)

    walk(catalogue(pages["calm"])["/StructTreeRoot"])
    kinds = [tag.get("/S") for tag in tags]
    assert {"/H1", "/H2", "/L", "/LI", "/P"} <= set(kinds)
    pictures = [tag for tag in tags if tag.get("/S") == "/Figure"]
    says = [str(tag["/Alt"]) for tag in pictures if "/Alt" in tag]
    assert any("Charley plan 2026-11-21" in text for text in says)
    assert any(text.startswith("Calf stretch at the wall. Start: ") for text in says)


def test_every_plan_is_one_page(pages: dict[str, bytes]) -> None:
    counts = {name: len(PdfReader(BytesIO(raw)).pages) for name, raw in pages.items()}
    assert set(counts.values()) == {1}


def test_the_long_form_begins_on_the_second_page(plans: dict[str, Any]) -> None:
    pages = PdfReader(BytesIO(plan_pdf(plans["calm"].plan, full=True))).pages
    assert len(pages) > 1
    assert "More about this plan" not in pages[0].extract_text()
    assert pages[1].extract_text().lstrip().startswith("More about this plan")


def test_care_is_the_first_thing_read(pages: dict[str, bytes], plans: dict[str, Any]) -> None:
    text = " ".join(PdfReader(BytesIO(pages["dark_urine_after_gym_24"])).pages[0].extract_text().split())
    assert text.startswith("Get emergency help now Go to an emergency department now.")


def test_the_same_plan_gives_the_same_page(pages: dict[str, bytes], plans: dict[str, Any]) -> None:
    assert plan_html(plans["calm"].plan) == plan_html(plans["calm"].plan)


def test_the_clinician_page_prints_too(plans: dict[str, Any]) -> None:
    raw = clinician_pdf(plans["rich"].page)
    reader = PdfReader(BytesIO(raw))
    assert reader.metadata["/Title"] == "Leg cramps: page for a clinician"
    assert "Red flags asked and answered" in "".join(page.extract_text() for page in reader.pages)


def test_pages_ask_for_nothing_outside(plans: dict[str, Any]) -> None:
    for name in NAMES:
        page = re.sub(r'src="data:[^"]*"', "", plan_html(plans[name].plan))
        assert "http" not in page
        assert "src=" not in page
        assert "<script" not in page
        assert "<link" not in page


def test_what_was_told_never_becomes_markup(plans: dict[str, Any]) -> None:
    page = clinician_html(plans["rich"].page)
    assert "&lt;b&gt;blorp" in page
    assert "<b>" not in page


def test_a_page_that_asks_for_an_address_gets_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """A picture from a file or a host is left out, not fetched."""
    asked: list[str] = []
    monkeypatch.setattr(
        "urllib.request.OpenerDirector.open", lambda self, url, *rest, **more: asked.append(url)
    )
    pdf = _pdf('<html lang="en"><title>x</title><img src="https://example.org/x.png" alt="x"></html>')
    assert pdf.startswith(b"%PDF")
    assert asked == []


def test_the_code_carries_the_summary_itself(plans: dict[str, Any]) -> None:
    text = summary(plans["rich"].plan)
    assert text.startswith("Charley plan 2026-11-21")
    assert "indapamide" in text
    assert "not a diagnosis" in text
    assert qr_image(text).startswith("data:image/svg+xml")


def test_a_summary_is_short_and_names_nobody(plans: dict[str, Any]) -> None:
    for name, planned in plans.items():
        text = summary(planned.plan)
        assert len(text.encode()) <= MOST_BYTES
        assert "http" not in text, name
    assert "calm" not in summary(plans["calm"].plan)


def test_an_urgent_summary_names_no_cause(plans: dict[str, Any]) -> None:
    assert "Likely" not in summary(plans["dark_urine_after_gym_24"].plan)
