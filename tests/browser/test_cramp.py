"""A night cramp from the first tap to the kept episode: no signal, in the dark, without JavaScript."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import expect


def install(page: Any) -> None:
    """Wait until the service worker holds the page."""
    page.evaluate("navigator.serviceWorker.ready")
    page.wait_for_function("caches.match('/cramp/').then((found) => !!found)")


def test_a_night_cramp_offline_from_first_tap_to_kept_episode(open_page: Any) -> None:
    page = open_page("/cramp/", color_scheme="dark")
    install(page)
    page.context.set_offline(True)
    page.reload()
    expect(page.get_by_text("No signal. This page works all the same.")).to_be_visible()
    page.click("path[data-muscle=calf][data-side=left]")
    expect(page.get_by_role("heading", name="Pull the toes toward your shin")).to_be_focused()
    expect(page.locator("#clock")).to_be_visible()
    page.click("#next")
    page.click("#next")
    expect(page.get_by_role("heading", name="stand up")).to_be_visible()
    page.click("#stopped")
    expect(page.get_by_role("heading", name="When it has let go")).to_be_visible()
    expect(page.get_by_label("Left")).to_be_checked()
    page.click("#keep")
    expect(page.locator("#episodes li")).to_have_count(1)
    expect(page.locator("#episodes li")).to_contain_text("Calf")
    page.reload()
    expect(page.locator("#episodes li")).to_contain_text("Left")
    kept = page.evaluate("JSON.parse(localStorage.getItem('charley.episodes'))")
    assert kept[0]["muscle"] == "calf" and kept[0]["side"] == "left" and kept[0]["seconds"] < 60
    page.click("#forget")
    expect(page.locator("#kept")).to_be_hidden()


def test_any_page_without_a_signal_leads_to_the_help(open_page: Any) -> None:
    page = open_page("/cramp/")
    install(page)
    page.context.set_offline(True)
    page.goto("/about/")
    expect(page.get_by_role("heading", name="Where is the cramp?")).to_be_visible()


def test_at_ten_minutes_it_turns_into_the_danger_check(open_page: Any) -> None:
    page = open_page("about:blank")
    page.clock.install()
    page.goto("/cramp/")
    page.click("button[data-muscle=foot]")
    page.clock.run_for(9 * 60_000)
    expect(page.locator("#danger")).to_be_hidden()
    page.clock.run_for(61_000)
    expect(page.locator("#ten")).to_be_visible()
    expect(page.locator("#danger-title")).to_be_focused()
    expect(page.get_by_role("link", name="112")).to_be_visible()
    page.click("#continue")
    expect(page.locator("#step")).to_be_visible()


def test_the_steps_go_round_and_a_leg_that_looks_wrong_leads_to_the_dangers(open_page: Any) -> None:
    page = open_page("/cramp/")
    page.click("button[data-muscle=calf]")
    first = page.inner_text("#step-do")
    for _ in range(page.locator("#m-calf .move").count()):
        page.click("#next")
    assert page.inner_text("#step-do") == first
    page.click("#look")
    expect(page.locator("#danger-title")).to_be_focused()
    expect(page.locator("#ten")).to_be_hidden()
    expect(page.get_by_role("link", name="112")).to_be_visible()


def test_a_reload_in_the_middle_goes_on_with_the_clock_and_the_step(open_page: Any) -> None:
    page = open_page("/cramp/")
    page.click("button[data-muscle=calf]")
    page.click("#next")
    page.reload()
    expect(page.get_by_role("heading", name="Let go slowly")).to_be_visible()
    expect(page.locator("#clock")).to_be_visible()


def test_steps_are_spoken_when_wished_and_never_in_quiet_mode(open_page: Any) -> None:
    page = open_page("about:blank")
    page.add_init_script(
        "window.spoken = []; window.SpeechSynthesisUtterance = function (t) { this.text = t; };"
        "Object.defineProperty(window, 'speechSynthesis',"
        " { value: { speak: (u) => window.spoken.push(u.text), cancel: () => {} } });"
    )
    page.goto("/cramp/")
    page.click("button[data-muscle=calf]")
    page.click("#next")
    assert page.evaluate("window.spoken") == []
    page.click("#speak")
    assert "Let go slowly" in page.evaluate("window.spoken.at(-1)")
    page.click("#quiet")
    before = page.evaluate("window.spoken.length")
    page.click("#next")
    assert page.evaluate("window.spoken.length") == before
    assert page.get_attribute("#speak", "aria-pressed") == "false"
    assert "on" in (page.get_attribute("#flash", "class") or "")


def test_the_screen_is_kept_awake_and_that_again_after_it_was_hidden(open_page: Any) -> None:
    page = open_page("about:blank")
    page.add_init_script(
        "window.locks = 0; Object.defineProperty(navigator, 'wakeLock',"
        " { value: { request: async () => { window.locks += 1; return { release: async () => {} }; } } });"
    )
    page.goto("/cramp/")
    assert page.evaluate("window.locks") == 0
    page.click("button[data-muscle=calf]")
    page.wait_for_function("window.locks === 1")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    page.wait_for_function("window.locks === 2")


def test_without_javascript_all_steps_and_dangers_stand_there(open_page: Any) -> None:
    page = open_page("/cramp/", java_script_enabled=False)
    for name in (
        "Calf",
        "Foot and toes",
        "Front of the thigh",
        "When it has let go",
        "Is it something else?",
    ):
        expect(page.get_by_role("heading", name=name)).to_be_visible()
    expect(page.get_by_text("Look at a clock")).to_be_visible()


def test_it_comes_in_one_round_trip(open_page: Any) -> None:
    page = open_page("about:blank")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.resource_type))
    page.goto("/cramp/", wait_until="domcontentloaded")
    page.locator("#pick").wait_for()
    assert [kind for kind in asked if kind in ("document", "script", "stylesheet", "font")][:1] == [
        "document"
    ]
    assert "stylesheet" not in asked and "font" not in asked
