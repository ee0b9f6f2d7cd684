"""The plan's pages: urgency first, nothing that must be checked is simply offered, forms to take away."""

from __future__ import annotations

import io
from typing import Any

import pytest
from django.test import Client
from pypdf import PdfReader


@pytest.fixture
def settled(client: Client, tell: Any, library: Any) -> Client:
    """Somebody of 58 with night cramps who said no to every safety question and takes nothing."""
    no = {f.id: False for f in library.findings.values() if f.type == "yes_no" and f.ask_of != "clinician"}
    findings = no | {
        "toxin_contact": [], "neck_surgery": "never", "sex_at_birth": "male", "sudden_hard_knot": True,
        "stretch_helps": True, "wakes_from_sleep": True, "cramp_timing": "at night in bed",
        "cramp_site": ["calf"], "medicines": [], "known_conditions": [], "long_term_conditions": [],
        "diabetes": "no", "smoker": "never",
    }  # fmt: skip
    assert tell(age=58, findings=findings)["Location"] == "/answer/"
    return client


def test_without_a_story_the_doors_to_all_advice_stand_open(client: Client) -> None:
    page = client.get("/plan/").content.decode()
    for address in ("/why/", "/cramp/", "/plan/moves/", "/plan/food/", "/does-it-work/"):
        assert f'href="{address}"' in page
    for address in (
        "/plan/medicines/",
        "/plan/doctor/",
        "/plan/plan.pdf",
        "/plan/whole.pdf",
        "/plan/doctor.pdf",
        "/plan/calendar.ics",
    ):
        assert client.get(address)["Location"] == "/why/"


def test_urgency_stands_before_everything_else(client: Client, tell: Any) -> None:
    tell("swollen_calf_after_surgery")
    page = client.get("/plan/").content.decode()
    main = page[page.index("<main") :]
    assert main.index("be seen today") < main.index("<h2")
    assert "Start tonight" not in main and "/plan/calendar.ics" not in main


def test_an_emergency_has_the_number_and_no_exercises(client: Client, tell: Any) -> None:
    tell("dark_urine_after_gym_24")
    client.post("/country/", {"country": "NZ"})
    page = client.get("/plan/").content.decode()
    assert "Call 111" in page and "/plan/moves/" not in page


def test_tonight_this_week_and_six_weeks_are_there(settled: Client) -> None:
    page = settled.get("/plan/").content.decode()
    for title in ("Tonight", "This week"):
        assert f">{title}</h2>" in page
    assert "/plan/moves/bedtime/" in page


def test_the_plan_is_an_accessible_pdf(settled: Client) -> None:
    for address, name in (
        ("/plan/plan.pdf", "charley-plan.pdf"),
        ("/plan/whole.pdf", "charley-plan-whole.pdf"),
        ("/plan/doctor.pdf", "charley-doctor.pdf"),
    ):
        response = settled.get(address)
        assert response["Content-Type"] == "application/pdf" and name in response["Content-Disposition"]
        reader = PdfReader(io.BytesIO(response.content))
        assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
        assert "diagnosis" in " ".join(page.extract_text() for page in reader.pages)


def test_the_evenings_go_into_a_calendar(settled: Client) -> None:
    response = settled.get("/plan/calendar.ics")
    assert response.status_code == 200
    assert response.content.startswith(b"BEGIN:VCALENDAR")


def test_without_sessions_there_is_no_calendar(client: Client, tell: Any) -> None:
    tell("swollen_calf_after_surgery")
    assert client.get("/plan/calendar.ics")["Location"] == "/plan/"


def test_the_medicine_sheet_never_says_stop(client: Client, tell: Any) -> None:
    tell("many_answers_66")
    page = client.get("/plan/medicines/").content.decode()
    assert "Do not stop or change a prescribed medicine on your own" in page
    assert "salmeterol" in page and "was not understood" in page


def test_no_list_of_medicines_is_no_all_clear(client: Client, tell: Any) -> None:
    tell("child_evening_pains_6")
    assert "no all-clear" in client.get("/plan/medicines/").content.decode()


def test_the_doctors_page_has_causes_tests_and_red_flags(client: Client, tell: Any) -> None:
    tell("many_answers_66")
    response = client.get("/plan/doctor/")
    titles = " ".join(part.title for part in response.context["parts"])
    assert "66 years" in titles
    assert "rf_numb_feet" in response.content.decode()


def test_the_plan_is_one_page_with_the_long_form_folded_below(settled: Client) -> None:
    page = settled.get("/plan/").content.decode()
    assert page.index('id="part-1"') < page.index('id="long"')
    folded = page[page.index('id="long"') :]
    assert "<details><summary>When a cramp comes</summary>" in folded
    assert 'id="part-1"' not in folded


def test_the_bedtime_stretch_is_drawn_with_words_for_it(settled: Client) -> None:
    page = settled.get("/plan/").content.decode()
    figure = page[page.index('<figure class="drawing"') :]
    assert 'data-exercise="calf_stretch_wall"' in figure
    assert "<desc" in figure and "Two pictures. Start: " in figure


def test_who_must_be_seen_is_shown_no_stretch(client: Client, tell: Any) -> None:
    tell("swollen_calf_after_surgery")
    assert '<figure class="drawing"' not in client.get("/plan/").content.decode()


def test_the_whole_plan_has_more_pages_than_the_short_one(settled: Client) -> None:
    short, whole = (
        PdfReader(io.BytesIO(settled.get(f"/plan/{name}.pdf").content)) for name in ("plan", "whole")
    )
    assert len(whole.pages) > len(short.pages)
