"""For everyone: axe on every page and state, zoom, target sizes, forced colours, motion, two languages."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest

PLAIN = ["/", "/about/", "/cramp/", "/why/", "/why/question/", "/yours/", "/plan/", "/library/cause/dvt/",
         "/library/rule/rf_dvt_possible/", "/api/docs", "/nothing/", "/shared/x/", "/plan/moves/",
         "/plan/moves/bedtime/", "/plan/food/", "/does-it-work/", "/does-it-work/more-tonic-water/",
         "/why/words/"]  # fmt: skip
PERSONAL = [
    "/answer/",
    "/answer/next/",
    "/why/told/",
    "/why/labs/",
    "/why/change/medicines/",
    "/plan/medicines/",
    "/plan/doctor/",
    "/plan/moves/",
    "/plan/moves/bedtime/",
    "/plan/",
    "/yours/",
]

SMALL_TARGETS = """() => [...document.querySelectorAll('a, button, input, select, summary, [role=switch]')]
  .filter((e) => !e.closest('.visually-hidden, .vh, .skip'))
  .filter((e) => { const r = e.getBoundingClientRect(); return r.width && r.height; })
  .filter((e) => {
    if (e.tagName === 'A' && getComputedStyle(e).display === 'inline') return false;
    const label = e.labels && e.labels[0];
    const boxes = [e, label].filter(Boolean).map((x) => x.getBoundingClientRect());
    return !boxes.some((r) => r.width >= 43.5 && r.height >= 43.5);
  }).map((e) => e.outerHTML.slice(0, 120))"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("address", PLAIN)
def test_axe_finds_nothing_on_public_pages(open_page: Any, axe: Any, address: str, scheme: str) -> None:
    axe(open_page(address, color_scheme=scheme))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("example", ["water_tablet_72", "swollen_calf_after_surgery"])
def test_axe_finds_nothing_on_a_persons_pages(told: Any, axe: Any, example: str, scheme: str) -> None:
    page = told(example, color_scheme=scheme)
    for address in PERSONAL:
        page.goto(address)
        for details in page.locator("details:not([open]) > summary").all()[:12]:
            if details.is_visible():
                details.click()
        axe(page)


def test_axe_finds_nothing_in_any_state(told: Any, open_page: Any, axe: Any, send: Any) -> None:
    page = told("dark_urine_after_gym_24")
    page.goto("/emergency/")
    axe(page)
    page = open_page("/why/question/")
    send(page, "button.main")
    axe(page)  # an error
    page.fill("#answer", "70")
    send(page, "button.main")
    axe(page)  # one of several answers
    send(page, "button[value=female]")
    axe(page)  # a tick list
    page.goto("/why/labs/")
    page.select_option("#lab-name", "Potassium")
    page.locator("#lab-value").wait_for()
    axe(page)  # unit pickers
    page.goto("/yours/")
    send(page, "form[action='/yours/keep/'] button")
    send(page, "form[action='/yours/share/'] button")
    axe(page)  # a share
    send(page, "form[action='/yours/erase/'] button")
    axe(page)
    page.goto("/why/words/")
    page.fill("#text", "My calf cramps at night. One leg is swollen. I take Microzide.")
    send(page, "button.main")
    page.locator(".picked").wait_for()
    axe(page)  # what was understood
    page.goto("/does-it-work/")
    page.fill("#query", "tonic water")
    send(page, "form .row button.main")
    page.locator(".moves").wait_for()
    axe(page)
    page.goto("/plan/food/")
    page.fill("#eaten", "2 slices bread, 1 banana, moon cheese")
    send(page, "button.main")
    page.locator("#day").wait_for()
    axe(page)
    page = open_page("/plan/moves/bedtime/")
    page.click("#p-play")
    axe(page)
    page.goto("/cramp/")
    page.click("button[data-muscle=calf]")
    axe(page)
    page.click("#stopped")
    axe(page)
    page.click("#keep")
    axe(page)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_what_is_kept_shared_or_changed(
    told: Any, axe: Any, send: Any, scheme: str
) -> None:
    page = told("water_tablet_72", color_scheme=scheme)
    page.goto("/why/change/medicines/")
    send(page, "button[name=remove]")
    page.fill("#answer", "simvastatin")
    send(page, "button.main")
    page.goto("/answer/")
    page.locator(".changed").wait_for()
    axe(page)  # why the answer changed
    page.goto("/yours/")
    for count in (1, 2):
        send(page, "form[action='/yours/keep/'] button")
        assert page.locator(".kept li").count() == count
    axe(page)  # two kept answers
    send(page, "form[action='/yours/share/'] button")
    link, code = page.input_value("#share-link"), page.inner_text(".code")
    page.goto(link)
    page.fill("#code", "1")
    send(page, "button.main")
    axe(page)  # a wrong code
    page.fill("#code", code)
    send(page, "button.main")
    page.get_by_role("heading", name="Likely causes").wait_for()
    axe(page)  # the share, opened
    page.goto("/yours/")
    send(page, "form[action='/yours/share/end/'] button")
    axe(page)  # all shares ended


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_the_pages_of_an_emergency(told: Any, axe: Any, scheme: str) -> None:
    page = told("dark_urine_after_gym_24", color_scheme=scheme)
    for address in ("/emergency/", "/answer/", "/plan/", "/plan/doctor/", "/plan/medicines/", "/plan/moves/"):
        page.goto(address)
        axe(page)


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
def test_no_page_scrolls_to_the_side(told: Any, narrow_enough: Any, width: int) -> None:
    """320 px is a window of 1280 px at 400% zoom (WCAG 1.4.10)."""
    page = told("water_tablet_72", viewport={"width": width, "height": 640})
    for address in dict.fromkeys(PLAIN + PERSONAL):
        page.goto(address)
        narrow_enough(page)


def test_every_target_is_at_least_44_px(told: Any) -> None:
    page = told("water_tablet_72")
    for address in dict.fromkeys(PLAIN + PERSONAL):
        page.goto(address)
        assert page.evaluate(SMALL_TARGETS) == [], address


def test_text_can_be_doubled_without_loss(told: Any, narrow_enough: Any) -> None:
    page = told("water_tablet_72", viewport={"width": 768, "height": 900})
    for address in ("/", "/answer/", "/why/", "/cramp/"):
        page.goto(address)
        page.evaluate("document.documentElement.style.setProperty('font-size', '237%')")
        narrow_enough(page)


def test_with_forced_colours_controls_and_drawings_keep_their_outline(told: Any, axe: Any) -> None:
    page = told("water_tablet_72", forced_colors="active")
    for address in ("/", "/answer/", "/why/", "/cramp/"):
        page.goto(address)
        axe(page, "color-contrast")  # the colours are the system's, which axe does not see
    page.goto("/why/")
    edge = page.evaluate("getComputedStyle(document.querySelector('.site')).stroke")
    assert edge not in ("none", "rgba(0, 0, 0, 0)")


def test_with_reduced_motion_nothing_moves_and_the_flash_is_still(open_page: Any) -> None:
    page = open_page("/cramp/", reduced_motion="reduce")
    page.click("button[data-muscle=calf]")
    page.click("#quiet")
    assert page.evaluate("getComputedStyle(document.getElementById('flash')).animationName") == "none"
    page.goto("/")
    assert page.evaluate("getComputedStyle(document.querySelector('button')).transitionDuration") == "0s"


def test_headings_and_landmarks_are_in_order(told: Any) -> None:
    page = told("water_tablet_72")
    for address in dict.fromkeys(PLAIN + PERSONAL):
        page.goto(address)
        levels = page.evaluate(
            "[...document.querySelectorAll('h1,h2,h3,h4')].filter((h) => h.checkVisibility())"
            ".map((h) => Number(h.tagName[1]))"
        )
        assert levels.count(1) == 1, (address, levels)
        assert levels[0] == 1 and all(b - a <= 1 for a, b in pairwise(levels)), (
            address,
            levels,
        )
        for landmark in ("main", "header"):
            assert page.locator(landmark).count() == 1


@pytest.mark.parametrize("code", ["en-xa", "ar-xb"])
def test_a_walk_in_another_language_and_from_right_to_left(
    open_page: Any, narrow_enough: Any, axe: Any, code: str
) -> None:
    page = open_page("/")
    page.click(f"button[name=language][value={code}]")
    assert page.get_attribute("html", "lang") == code
    assert page.get_attribute("html", "dir") == ("rtl" if code == "ar-xb" else "ltr")
    page.click(".door.why a")
    page.check("#place-calf-left")
    narrow_enough(page)
    page.click("form#places button.main")
    page.fill("#answer", "70")
    page.click("button.main")
    page.click("button[value=male]")
    narrow_enough(page)
    axe(page)
    page.goto("/answer/")
    narrow_enough(page)
    axe(page)
    page.goto("/cramp/")
    page.click("button[data-muscle=calf]")
    assert "⟦" in page.inner_text("#step-do")
