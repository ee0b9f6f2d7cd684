"""Pictures of every page at three widths, light and dark, from a server of its own (`make screenshots`)."""

from __future__ import annotations

import argparse
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
WIDTHS = {"phone": (360, 740), "tablet": (768, 1024), "desk": (1280, 860)}
PLAIN = {
    "home": "/",
    "cramp-now": "/cramp/",
    "body-map": "/why/",
    "question": "/why/question/",
    "own-words": "/why/words/",
    "exercises": "/plan/moves/",
    "exercise": "/plan/moves/bedtime/",
    "food": "/plan/food/",
    "does-it-work": "/does-it-work/",
    "claim": "/does-it-work/more-tonic-water/",
    "about": "/about/",
}
PERSONAL = {
    "answer": "/answer/",
    "replies": "/answer/next/",
    "told": "/why/told/",
    "plan": "/plan/",
    "labs": "/why/labs/",
    "medicines": "/plan/medicines/",
    "doctor": "/plan/doctor/",
    "yours": "/yours/",
}
KEPT = {("phone", "light"), ("phone", "dark"), ("desk", "light")}
"""What goes into the repository; the rest is for looking at."""


@contextmanager
def server() -> Iterator[str]:
    """The pages with a throw-away database."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "CHARLEY_DATA": folder}
        command = [sys.executable, "-m", "charley_web", "--port", str(port), "--workers", "1"]
        process = subprocess.Popen(command, env=environment, cwd=ROOT)
        try:
            wait_for(port)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            process.wait(timeout=30)


def wait_for(port: int) -> None:
    """Until the server listens."""
    for _ in range(300):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise SystemExit("the server did not start")


def tell(page: Page, example: str) -> None:
    """Open an example as a saved file."""
    page.goto("/yours/")
    page.set_input_files("#file", str(ROOT / "examples" / f"{example}.json"))
    page.click("form[action='/yours/open/'] button")
    page.wait_for_load_state()


def pictures(page: Page, folder: Path, mark: str, whole: bool) -> None:
    """Every page once. `whole` takes the page to its end, not only what is seen first."""

    def take(name: str) -> None:
        page.wait_for_load_state()
        page.screenshot(path=folder / f"{name}-{mark}.png", full_page=whole)

    for name, address in PLAIN.items():
        page.goto(address)
        take(name)
    page.goto("/cramp/")
    page.click("button[data-muscle=calf]")
    take("cramp-step")
    tell(page, "water_tablet_72")
    for name, address in PERSONAL.items():
        page.goto(address)
        take(name)
    tell(page, "dark_urine_after_gym_24")
    page.goto("/emergency/")
    take("emergency")


def main() -> None:
    """Without arguments the few that are kept; with --all FOLDER every page, width and scheme, whole."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--all", type=Path, metavar="FOLDER")
    folder: Path | None = parser.parse_args().all
    path = next(p for p in map(shutil.which, ("chromium", "chromium-browser", "google-chrome")) if p)
    with server() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        for width, size in WIDTHS.items():
            for scheme in ("light", "dark"):
                if folder is None and (width, scheme) not in KEPT:
                    continue
                context = browser.new_context(
                    base_url=address,
                    viewport={"width": size[0], "height": size[1]},
                    color_scheme=scheme,  # type: ignore[arg-type]
                    locale="en-GB",
                )
                pictures(context.new_page(), folder or HERE, f"{width}-{scheme}", folder is not None)
                context.close()
        browser.close()


if __name__ == "__main__":
    main()
