"""The running server: what it logs, how it stops, and that erased means erased."""

from __future__ import annotations

import sqlite3
import threading
import urllib.request
from typing import Any

from playwright.sync_api import Browser

PRIVATE = ("bendroflumethiazide", "Microzide", "potassium", "61.25", "calf-left", "magic beans", "fever")


def test_the_log_of_a_full_visit_holds_nothing_of_the_person(
    browser: Browser, another_server: Any, tmp_path: Any
) -> None:
    context = browser.new_context(base_url=another_server.address)
    page = context.new_page()
    page.goto("/why/")
    page.check("#place-calf-left")
    page.click("button.main")
    page.fill("#answer", "61.25")
    page.click("button.main")
    page.click("button[value=female]")
    saved = tmp_path / "told.json"
    saved.write_text(
        '{"age": 61.25, "medicines": ["Microzide", "magic beans"], "findings": {"fever": true},'
        ' "labs": [{"name": "potassium", "value": 3.1, "unit": "mmol/L"}]}'
    )
    page.goto("/yours/")
    page.set_input_files("#file", str(saved))
    page.click("form[action='/yours/open/'] button")
    addresses = []
    page.on("request", lambda request: addresses.append(request.url))
    for address in (
        "/answer/",
        "/answer/next/",
        "/why/told/",
        "/plan/",
        "/nothing/bendroflumethiazide",
        "/yours/",
    ):
        page.goto(address)
    page.click("form[action='/yours/keep/'] button")
    assert not [a for a in addresses if any(word in a for word in PRIVATE) and "/nothing/" not in a]
    assert all(a.startswith(another_server.address) for a in addresses)
    context.close()
    log = another_server.log.read_text()
    assert [word for word in PRIVATE if word in log] == []


def test_erased_is_erased_in_the_file_of_the_database(browser: Browser, another_server: Any) -> None:
    context = browser.new_context(base_url=another_server.address)
    page = context.new_page()
    page.goto("/why/question/")
    page.fill("#answer", "61")
    page.click("button.main")
    page.goto("/yours/")
    page.click("form[action='/yours/keep/'] button")
    session = next(c["value"] for c in context.cookies() if c["name"] == "charley").encode()
    database = another_server.data / "charley.sqlite3"
    owner = sqlite3.connect(database).execute("SELECT owner FROM charley_web_record").fetchone()[0].encode()
    assert any(session in file.read_bytes() for file in another_server.data.glob("charley.sqlite3*"))
    page.click("form[action='/yours/erase/'] button")
    page.get_by_role("heading", name="Everything is erased").wait_for()
    for file in another_server.data.glob("charley.sqlite3*"):
        held = file.read_bytes()
        assert session not in held and owner not in held, file.name
    assert not [c for c in context.cookies() if c["name"] == "charley"]
    context.close()


def test_it_stops_gracefully_and_finishes_what_it_began(another_server: Any) -> None:
    answers: list[int] = []

    def ask() -> None:
        with urllib.request.urlopen(f"{another_server.address}/library/cause/dvt/", timeout=20) as response:
            response.read()
            answers.append(response.status)

    asking = [threading.Thread(target=ask) for _ in range(6)]
    for thread in asking:
        thread.start()
    for thread in asking:
        thread.join()
    another_server.process.terminate()
    assert another_server.process.wait(timeout=30) == 0
    assert answers == [200] * 6
    assert "Traceback" not in another_server.log.read_text()
