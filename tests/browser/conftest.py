"""A real server in a process of its own, and Debian's Chromium."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Error, Page, sync_playwright

ROOT = Path(__file__).parents[2]
NAMES = ("chromium", "chromium-browser", "google-chrome")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@dataclass
class Server:
    """A running server: its address, its data folder, its log, its process."""

    address: str
    data: Path
    log: Path
    process: subprocess.Popen[bytes]


def start_server(data: Path, **environment: str) -> Server:
    """Start one on a free port and wait until it answers."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    log = data / "server.log"
    given = {
        **os.environ,
        "CHARLEY_DATA": str(data),
        "DJANGO_SETTINGS_MODULE": "charley_web.settings.testing",
    }
    command = [sys.executable, "-m", "charley_web", "--port", str(port), "--workers", "1"]
    with log.open("wb") as stream:
        process = subprocess.Popen(
            command, env={**given, **environment}, stdout=stream, stderr=stream, cwd=ROOT
        )
    for _ in range(300):
        if process.poll() is not None:
            break
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return Server(f"http://127.0.0.1:{port}", data, log, process)
        time.sleep(0.1)
    process.kill()
    raise AssertionError(f"the server did not start:\n{log.read_text()}")


def stop_server(server: Server) -> int:
    """Ask it to stop; its exit code."""
    server.process.send_signal(signal.SIGTERM)
    return server.process.wait(timeout=30)


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    running = start_server(tmp_path_factory.mktemp("charley"))
    yield running
    stop_server(running)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium. Its absence is an error and no reason to skip: `make test` fetches it."""
    path = next((found for name in NAMES if (found := shutil.which(name))), None)
    assert path, "No Chromium here. `make test` installs Debian's package."
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        yield running
        running.close()


Open = Callable[..., Page]


@pytest.fixture
def open_page(browser: Browser, server: Server) -> Iterator[Open]:
    """Open a page in a fresh browser profile. Errors of scripts and of the policy fail the test."""
    contexts: list[BrowserContext] = []
    broken: list[str] = []

    def run(path: str = "/", **options: Any) -> Page:
        context = browser.new_context(
            base_url=server.address,
            **{"viewport": {"width": 390, "height": 780}, "locale": "en-GB", **options},
        )
        contexts.append(context)
        context.set_default_timeout(15_000)
        page = context.new_page()
        page.on("pageerror", lambda error: broken.append(str(error)))
        page.on("console", lambda m: broken.append(m.text) if "Content Security Policy" in m.text else None)
        page.goto(path)
        return page

    yield run
    for context in contexts:
        context.close()
    assert broken == []


@pytest.fixture
def told(open_page: Open, tmp_path: Path) -> Callable[..., Page]:
    """The answer's page of an example, opened as a saved file; or what the emergency leads to."""

    def run(example: str, **options: Any) -> Page:
        page = open_page("/yours/", **options)
        file = ROOT / "examples" / f"{example}.json"
        page.set_input_files("#file", str(file))
        send_form(page, "form[action='/yours/open/'] button")
        return page

    return run


def check_axe(page: Page, *without: str) -> None:
    """No violation of WCAG 2.2 A and AA, nor of axe's best practices, but for the rules left out."""
    options = {
        "runOnly": {"type": "tag", "values": RULES},
        "rules": {rule: {"enabled": False} for rule in without},
        "resultTypes": ["violations"],
    }
    violations = run_axe(page, options)["violations"]
    found = [(v["id"], [node["html"][:160] for node in v["nodes"][:3]]) for v in violations]
    assert found == [], f"{page.url}: {json.dumps(found, indent=1)}"


def run_axe(page: Page, options: dict[str, Any], times: int = 5) -> dict[str, Any]:
    """What axe says of the page that has arrived; a page replaced under axe is awaited and read again."""
    page.wait_for_load_state("load")
    try:
        response: dict[str, Any] = Axe().run(page, options=options).response
    except Error:
        if times == 1:
            raise
        return run_axe(page, options, times - 1)
    return response


def send_form(page: Page, button: str) -> None:
    """Press a button that sends a form, and wait for the page that comes back."""
    with page.expect_navigation(wait_until="load"):
        page.locator(button).first.click()


def no_sideways_scrolling(page: Page) -> None:
    """Nothing is cut off or must be scrolled to the side."""
    page.wait_for_load_state("load")
    page.wait_for_selector("body")
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide <= 1, f"{page.url} is {wide} px too wide"


@pytest.fixture
def axe() -> Callable[..., None]:
    return check_axe


@pytest.fixture
def send() -> Callable[[Page, str], None]:
    return send_form


@pytest.fixture
def narrow_enough() -> Callable[[Page], None]:
    return no_sideways_scrolling


@pytest.fixture
def another_server(tmp_path: Path) -> Iterator[Server]:
    """A server of this test alone."""
    running = start_server(tmp_path)
    yield running
    if running.process.poll() is None:
        stop_server(running)
