"""The exercise player: timed, drawn, spoken, paused, skipped, and kept over a reload."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import expect

SPEECH = (
    "window.spoken = []; window.SpeechSynthesisUtterance = function (t) { this.text = t; };"
    "Object.defineProperty(window, 'speechSynthesis',"
    " { value: { speak: (u) => window.spoken.push(u.text), cancel: () => {} } });"
)


@pytest.fixture
def page(open_page: Any) -> Any:
    opened = open_page("about:blank")
    opened.add_init_script(SPEECH)
    opened.clock.install()
    opened.goto("/plan/moves/bedtime/")
    return opened


def to_the_first_hold(page: Any) -> None:
    page.click("#p-play")
    for _ in range(40):
        if "/" in page.inner_text("#p-count"):
            return
        page.click("#p-next")
    raise AssertionError("no hold in this session")


def test_it_runs_by_the_clock_shows_the_side_and_one_drawing(page: Any) -> None:
    to_the_first_hold(page)
    expect(page.locator("#p-side")).to_have_text("Left")
    expect(page.locator(".drawing:visible")).to_have_count(1)
    first = page.inner_text("#p-says")
    page.clock.run_for(11_000)
    assert page.inner_text("#p-says") != first


def test_pause_stops_the_clock(page: Any) -> None:
    to_the_first_hold(page)
    page.click("#p-play")
    before = page.inner_text("#p-left")
    page.clock.run_for(30_000)
    assert page.inner_text("#p-left") == before
    expect(page.locator("#p-play")).to_have_text("Go on")


def test_what_hurts_is_left_out_for_the_rest_of_the_session(page: Any) -> None:
    to_the_first_hold(page)
    held = page.inner_text("#p-says")
    page.click("#p-hurts")
    expect(page.locator("#p-hurt")).to_be_visible()
    assert (page.inner_text("#p-says"), page.inner_text("#p-side")) != (held, "Left")


def test_a_reload_goes_on_where_it_was(page: Any) -> None:
    to_the_first_hold(page)
    says = page.inner_text("#p-says")
    page.reload()
    expect(page.locator("#p-play")).to_have_text("Go on")
    expect(page.locator("#p-says")).to_have_text(says)


def test_a_locked_screen_loses_no_time(page: Any) -> None:
    to_the_first_hold(page)
    page.clock.fast_forward(600_000)
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(page.locator("#p-play")).to_have_text("Once more")


def test_it_is_read_aloud_when_wished(page: Any) -> None:
    page.click("#p-speak")
    to_the_first_hold(page)
    assert page.inner_text("#p-says") in page.evaluate("window.spoken")


def test_it_runs_to_the_end(page: Any) -> None:
    page.click("#p-play")
    page.clock.run_for(700_000)
    expect(page.locator("#p-play")).to_have_text("Once more")
    assert page.evaluate("localStorage.getItem('charley.session.bedtime')") is None
