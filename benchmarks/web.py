"""Server time of an interview step with eight visitors at once: loopback only, a bounded number of steps.

Starts the real server (two workers), lets every visitor walk whole interviews with a pause for reading
between two pages, and prints the median and the 99th percentile of what the server itself says it took
(the Server-Timing header), and the weight of the first visit.
"""

from __future__ import annotations

import argparse
import gzip
import http.cookiejar
import json
import os
import random
import re
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse
import urllib.request
from pathlib import Path
from statistics import median, quantiles

MOST_STEPS = 5_000


class Visitor:
    """One browser without pictures: cookies, the form on the page, an answer to it."""

    def __init__(self, address: str, seed: int, pause: float) -> None:
        self.address, self.pause = address, pause
        self.chance = random.Random(seed)
        self.times: list[float] = []
        self.begin()

    def begin(self) -> None:
        """A new visit."""
        jar = http.cookiejar.CookieJar()
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar), Plain())
        self.page = self.get("/why/question/")

    def get(self, path: str, sent: dict[str, str] | None = None) -> str:
        """A page, following the redirection of an answered form as a browser does."""
        data = urllib.parse.urlencode(sent).encode() if sent else None
        time.sleep(self.pause * self.chance.uniform(0.5, 1.5))
        spent = 0.0
        while True:
            with self.opener.open(self.address + path, data, timeout=30) as response:
                text: str = response.read().decode()
                spent += float(response.headers["Server-Timing"].rpartition("=")[2])
                if response.status != 302:
                    break
                path, data = response.headers["Location"], None
        self.times.append(spent)
        return text

    def step(self) -> None:
        """Answer the page: mostly no, now and then something else; begin anew at the end."""
        asked = re.search(r'name="asked" value="([^"]*)"', self.page)
        if asked is None:
            self.begin()
            return
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', self.page)
        sent = {"asked": asked[1], "csrfmiddlewaretoken": token[1] if token else ""}
        if 'name="screen"' in self.page:
            sent |= {"screen": "1", "none": "1"}
        elif 'name="number"' in self.page:
            years = str(40 + self.chance.randrange(45))
            sent |= {"number": years} if asked[1] == "age" else {"answer": "not sure"}
        elif 'name="none"' in self.page:
            sent |= {"none": "1"}
        else:
            offered = re.findall(r'name="answer" value="([^"]+)"', self.page)
            sent |= {"answer": self.chance.choice(offered or ["not sure"])}
        self.page = self.get("/why/question/", sent)


class Plain(urllib.request.HTTPRedirectHandler):
    """Redirections are followed by hand, so that the time of both answers is seen."""

    def http_error_302(self, req, fp, code, msg, headers):  # type: ignore[no-untyped-def]
        return fp


def main() -> int:
    """Run and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--visitors", type=int, default=8)
    parser.add_argument("--steps", type=int, default=100, help="steps of each visitor")
    parser.add_argument("--pause", type=float, default=0.2, help="seconds of reading between two pages")
    given = parser.parse_args()
    if given.visitors * given.steps > MOST_STEPS:
        parser.error(f"at most {MOST_STEPS} steps in all")
    with tempfile.TemporaryDirectory() as folder, running(folder) as address:
        visitors = [Visitor(address, seed, given.pause) for seed in range(given.visitors)]
        threads = [threading.Thread(target=walk, args=(visitor, given.steps)) for visitor in visitors]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        times = sorted(time for visitor in visitors for time in visitor.times)
        result = {
            "steps": len(times),
            "median_ms": round(median(times), 1),
            "p99_ms": round(quantiles(times, n=100)[98], 1),
            "first_visit_kb": round(weight(address, "/") / 1000, 1),
            "cramp_now_kb": round(weight(address, "/cramp/") / 1000, 1),
        }
    print(json.dumps(result))
    return 0


def walk(visitor: Visitor, steps: int) -> None:
    for _ in range(steps):
        visitor.step()


def weight(address: str, path: str) -> int:
    """Bytes over the wire, compressed, of a page and everything it links from this site."""
    page = fetch(address + path)
    linked = set(re.findall(rb'(?:href|src)="(/static/[^"]+)"', gzip.decompress(page)))
    return len(page) + sum(len(fetch(address + link.decode())) for link in linked)


def fetch(url: str) -> bytes:
    request = urllib.request.Request(url, headers={"Accept-Encoding": "gzip"})
    with urllib.request.urlopen(request, timeout=30) as response:
        body: bytes = response.read()
        return body if response.headers["Content-Encoding"] == "gzip" else gzip.compress(body)


class running:  # noqa: N801 (used like a function)
    """The real server with a throw-away database."""

    def __init__(self, folder: str) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.folder = folder

    def __enter__(self) -> str:
        environment = {**os.environ, "CHARLEY_DATA": self.folder}
        command = [sys.executable, "-m", "charley_web", "--port", str(self.port), "--workers", "2"]
        self.process = subprocess.Popen(command, env=environment, cwd=Path(__file__).parents[1])
        for _ in range(200):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return f"http://127.0.0.1:{self.port}"
            time.sleep(0.1)
        raise SystemExit("the server did not start")

    def __exit__(self, *broken: object) -> None:
        self.process.terminate()
        self.process.wait(timeout=30)


if __name__ == "__main__":
    raise SystemExit(main())
