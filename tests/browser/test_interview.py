"""The interview in a browser: three people, an emergency, wrong inputs, keyboard only, no JavaScript."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

EXAMPLES = Path(__file__).parents[2] / "examples"
MOST_PAGES = 90


def story(name: str) -> dict[str, Any]:
    """What a person of the examples would answer, by question."""
    data = json.loads((EXAMPLES / f"{name}.json").read_text())
    sides = {"age": data.get("age"), "sex_at_birth": data.get("sex"), "medicines": data.get("medicines"),
             "known_conditions": data.get("conditions")}  # fmt: skip
    return {key: value for key, value in sides.items() if value is not None} | data["findings"]


def reply(page: Page, told: dict[str, Any]) -> None:
    """Answer the page that is shown, as the person would; "not sure" where the story is silent."""
    asked = page.input_value("input[name=asked]").split(",")
    if page.locator("fieldset.ticks").count():
        tick(page, asked, told)
    elif page.locator("input[name=number]").count():
        number(page, told.get(asked[0]))
    elif page.locator("input[name=typed]").count():
        names(page, told.get(asked[0]))
    else:
        value = told.get(asked[0], "not sure")
        says = {True: "yes", False: "no"}[value] if isinstance(value, bool) else value
        page.click(f"button[name=answer][value={json.dumps(says)}]")


def tick(page: Page, asked: list[str], told: dict[str, Any]) -> None:
    listed = told.get(asked[0]) if len(asked) == 1 and isinstance(told.get(asked[0]), list) else None
    yes = listed if listed is not None else [id_ for id_ in asked if told.get(id_) is True]
    for value in yes:
        if value != "none":
            page.check(f"input[name=ticked][value={json.dumps(value)}]")
    page.click("button.main" if yes and yes != ["none"] else "button[value='not sure']")


def number(page: Page, value: Any) -> None:
    if value is None:
        page.click("button[value='not sure']")
        return
    page.fill("input[name=number]", str(value))
    page.click("button.main")


def names(page: Page, listed: list[str] | None) -> None:
    if not listed:
        page.check("#tick-none")
        page.click("button.main")
        return
    for count, name in enumerate(listed, start=1):
        page.locator("#answer").press_sequentially(name, delay=5)
        page.locator(".suggestions button").first.click()
        expect(page.locator(".picked li")).to_have_count(count)
    page.click("button.main")


def walk(page: Page, told: dict[str, Any]) -> int:
    """From the body map to the answer; how many pages it took."""
    for count in range(MOST_PAGES):
        if "/why/question/" not in page.url:
            return count
        reply(page, told)
    raise AssertionError("the interview does not end")


def save(page: Page, link: str) -> bytes:
    """What a link downloads."""
    with page.expect_download() as waiting:
        page.get_by_role("link", name=link).click()
    return Path(waiting.value.path()).read_bytes()


@pytest.mark.parametrize(
    ("name", "heading"),
    [
        ("ordinary_night_cramp_58", "Night leg cramps with no other cause found"),
        ("water_tablet_72", "Water tablets"),
        ("walking_pain_smoker_66", "Narrowed leg arteries"),
    ],
)
def test_the_whole_interview_of_a_person_leads_to_an_answer_and_a_pdf(
    open_page: Any, name: str, heading: str
) -> None:
    page = open_page("/")
    page.get_by_role("link", name="Why do I get cramps?").click()
    page.check("#place-calf-left")
    page.select_option("#country", "GB")
    page.get_by_role("button", name="Go on").click()
    pages = walk(page, story(name))
    assert 10 < pages < MOST_PAGES
    assert page.url.endswith("/answer/")
    expect(page.get_by_role("heading", name=heading).first).to_be_visible()
    expect(page.locator("svg.chain").first).to_be_visible()
    page.get_by_role("link", name="What should I do?").click()
    assert save(page, "Plan as PDF").startswith(b"%PDF")


def test_an_emergency_stops_at_once_with_the_number_and_what_to_say(open_page: Any) -> None:
    page = open_page("/why/")
    page.select_option("#country", "NZ")
    page.get_by_role("button", name="Go on").click()
    reply(page, {"age": 70})
    reply(page, {"sex_at_birth": "male"})
    page.check("input[value=face_arm_speech]")
    page.get_by_role("button", name="Go on").click()
    expect(page.get_by_role("heading", name="Get emergency help now")).to_be_visible()
    assert page.get_attribute("a.bigcall", "href") == "tel:111"
    expect(page.get_by_text("What to say on the phone")).to_be_visible()
    page.get_by_role("link", name="Change what I told").click()
    expect(page.get_by_role("heading", name="What you told")).to_be_visible()


def test_a_wrong_input_is_named_and_its_link_leads_to_the_field(open_page: Any) -> None:
    page = open_page("/why/question/")
    page.fill("#answer", "nine hundred")
    page.get_by_role("button", name="Go on").click()
    expect(page.locator("#errors")).to_be_focused()
    assert page.title().startswith("Error:")
    expect(page.locator("#answer")).to_have_value("nine hundred")
    page.locator("#errors a").click()
    expect(page.locator("#answer")).to_be_focused()


def test_none_of_these_and_a_tick_rule_each_other_out(open_page: Any) -> None:
    page = open_page("/why/question/")
    reply(page, {"age": 70})
    reply(page, {"sex_at_birth": "male"})
    page.check("#tick-1")
    page.check("#tick-none")
    expect(page.locator("#tick-1")).not_to_be_checked()
    page.check("#tick-1")
    expect(page.locator("#tick-none")).not_to_be_checked()


def test_an_ended_session_loses_nothing(open_page: Any) -> None:
    page = open_page("/why/question/")
    reply(page, {"age": 70})
    page.context.clear_cookies()
    page.click("button[value=male]")
    expect(page.get_by_role("heading", name="Your visit had ended")).to_be_visible()
    page.get_by_role("button", name="Go on where I was").click()
    page.goto("/why/told/")
    expect(page.get_by_text("you are 70")).to_be_visible()


def test_the_picture_and_the_list_of_places_say_the_same(open_page: Any) -> None:
    page = open_page("/why/")
    page.locator("[data-site=calf-right]").click()
    expect(page.locator("#place-calf-right")).to_be_checked()
    page.uncheck("#place-calf-right")
    assert "on" not in (page.get_attribute("[data-site=calf-right]", "class") or "").split()


def test_with_the_keyboard_alone_from_the_front_page_to_a_safety_list(open_page: Any) -> None:
    page = open_page("/")
    press = page.keyboard.press
    press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    press("Enter")
    for _ in range(30):
        press("Tab")
        if page.evaluate("document.activeElement.getAttribute('href')") == "/why/":
            break
    press("Enter")
    page.wait_for_url("**/why/")
    to(page, "place-calf-left")
    press("Space")
    to_button(page, "Go on")
    press("Enter")
    page.wait_for_url("**/why/question/")
    to(page, "answer")
    page.keyboard.type("72")
    press("Enter")
    page.get_by_role("button", name="Female").wait_for()
    to_button(page, "Female")
    visible_focus(page)
    press("Enter")
    page.locator("#tick-none").wait_for()
    to(page, "tick-none")
    visible_focus(page)
    press("Space")
    to_button(page, "Go on")
    press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Chest")


def to(page: Page, id_: str) -> None:
    """Tab to an element."""
    for _ in range(60):
        if page.evaluate("document.activeElement.id") == id_:
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{id_} cannot be reached with the keyboard")


def to_button(page: Page, name: str) -> None:
    """Tab to a button by its words."""
    for _ in range(60):
        if page.evaluate("document.activeElement.innerText || ''").strip().lower() == name.lower():
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{name} cannot be reached with the keyboard")


def visible_focus(page: Page) -> None:
    """The focus is drawn and lies within the window."""
    box = page.evaluate(
        "(() => { const e = document.activeElement, r = e.getBoundingClientRect(), s = getComputedStyle(e);"
        "return { top: r.top, bottom: r.bottom, width: parseFloat(s.outlineWidth),"
        " style: s.outlineStyle }; })()"
    )
    assert box["style"] != "none" and box["width"] >= 2
    assert box["top"] >= -1 and box["bottom"] <= page.viewport_size["height"] + 1  # type: ignore[index]


def test_without_javascript_the_interview_works_to_the_end(open_page: Any) -> None:
    page = open_page("/why/", java_script_enabled=False)
    page.check("#place-calf-left", force=True)
    page.get_by_role("button", name="Go on").click()
    told = story("ordinary_night_cramp_58")
    for _ in range(MOST_PAGES):
        if "/why/question/" not in page.url:
            break
        if page.locator("input[name=typed]").count():
            page.fill("#answer", "microz")
            page.get_by_role("button", name="Find").click()
            if page.locator(".suggestions button").count():
                page.locator(".suggestions button").first.click()
            page.click("button.main")
            continue
        reply(page, told)
    assert page.url.endswith("/answer/")
    expect(page.get_by_role("heading", name="Likely causes")).to_be_visible()
    page.get_by_role("link", name="What would each reply change?").or_(
        page.get_by_role("heading", name="Tests to talk about")
    ).first.wait_for()


@pytest.mark.parametrize("name", ["ordinary_night_cramp_58", "water_tablet_72", "walking_pain_smoker_66"])
def test_a_person_takes_the_plan_and_the_doctors_page_away_as_pdf(told: Any, name: str) -> None:
    page = told(name)
    page.get_by_role("link", name="What should I do?").click()
    plan = save(page, "Plan as PDF")
    page.get_by_role("link", name="Page for my doctor").click()
    for file in (plan, save(page, "As PDF")):
        assert file.startswith(b"%PDF") and len(file) > 5_000
