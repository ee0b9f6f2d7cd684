"""`charley ask`: the interview in a terminal. Nothing is kept unless the person keeps it."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from typing import Any

from charley.assess import assess
from charley.cli.assessing import writer
from charley.errors import InputError
from charley.history import History
from charley.interview import Page, next_page
from charley.library import load
from charley.network.default import default_engine
from charley.reading import read_history
from charley.records.findings import Finding
from charley.records.library import Library
from charley.records.rules import Urgency
from charley.triage import fired_rules

WELCOME = """Charley asks a few short questions about your leg cramps.
This is information, not a diagnosis. If you are in danger, call your emergency number now.
Type ? for help, "skip" for not sure, "back" to take the last answer back, "stop" to see what we have.
"""
HELP = """  yes / no          y or n
  several choices   numbers with commas: 1,3   (0 = none of these)
  one choice        its number
  names             with commas, or none
  skip              not sure, or rather not say
  back              take back the last answer
  stop              see the answer so far
"""
STOP, BACK, SKIP = "stop", "back", "skip"
NOTHING = ("none", "no", "0")


class Session:
    """The told answers of one interview; every page is worked out anew from all of them."""

    def __init__(self, library: Library, today: date) -> None:
        self.library = library
        self.today = today
        self.told: dict[str, Any] = {}
        self.text = ""
        self.corrected: list[str] = []
        self.pages: list[tuple[str, ...]] = []

    def history(self) -> History:
        story = {"text": self.text, "corrected": self.corrected} if self.text else {}
        told = {"date": self.today.isoformat(), "findings": self.told, **story}
        return read_history(told, self.library, self.today)

    def page(self) -> Page | None:
        history = self.history()
        skipped = frozenset(id_ for id_, value in self.told.items() if value == "not sure")
        return next_page(history, self.library, default_engine().rank(history, self.library), skipped)

    def put(self, answers: dict[str, Any]) -> None:
        """Take the answers of one page, or nothing of them. Raises InputError."""
        before = dict(self.told)
        self.told |= answers
        try:
            self.history()
        except InputError:
            self.told = before
            raise
        self.pages.append(tuple(answers))

    def back(self) -> None:
        """Take back the last page."""
        for id_ in self.pages.pop() if self.pages else ():
            self.told.pop(id_, None)

    def is_emergency(self) -> bool:
        fired = fired_rules(self.history(), self.library)
        return any(rule.level is Urgency.EMERGENCY_NOW for rule in fired)


def run(arguments: argparse.Namespace) -> int:
    """Ask until nothing is worth asking, the person stops, or an emergency shows."""
    library = load()
    session = Session(library, date.today())
    print(WELCOME)
    if arguments.text:
        from charley.cli.telling import begin

        begin(session, _read, _answer_to)
    while not session.is_emergency():
        page = session.page()
        if page is None or not _turn(session, page):
            break
    print()
    print(writer(arguments.format)(assess(session.history(), library)))
    return 0


def _turn(session: Session, page: Page) -> bool:
    """Ask one page until it is answered. False ends the interview."""
    _show(page)
    while True:
        reply = _read()
        if reply.lower() == STOP:
            return False
        if reply.lower() == BACK:
            session.back()
            return True
        if reply == "?":
            print(HELP)
            continue
        try:
            session.put(_answers(page, reply))
            return True
        except InputError as error:
            for fault in error.faults:
                print(f"  {fault.problem}. {fault.mend}")
        except ValueError as error:
            print(f"  {error}")


def _show(page: Page) -> None:
    print(f"\n{page.title}")
    if page.intro:
        print(f"  {page.intro}")
    if page.why:
        print(f"  Why we ask: {page.why}")
    if not page.screen:
        for number, entry in enumerate(_options(page.findings[0]), start=1):
            print(f"  {number}. {entry}")
        if page.findings[0].type == "multi":
            print("  0. None of these")
        return
    for number, finding in enumerate(page.findings, start=1):
        print(f"  {number}. {finding.question}")
        if finding.help:
            print(f"     {finding.help}")
    print("  0. None of these")


def _options(finding: Finding) -> list[str]:
    return [option.value for option in finding.options if option.value != "none"]


def _read() -> str:
    print("> ", end="", flush=True)
    line = sys.stdin.readline()
    return line.strip() if line else STOP


def _answers(page: Page, reply: str) -> dict[str, Any]:
    """The answers that a reply gives to a page. Raises ValueError with a hint when it gives none."""
    if reply.lower() == SKIP:
        return {finding.id: "not sure" for finding in page.findings}
    if page.screen:
        ticked = _numbers("0" if reply.lower() in NOTHING else reply, len(page.findings))
        return {f.id: number in ticked for number, f in enumerate(page.findings, start=1)}
    return {page.findings[0].id: _one(page.findings[0], reply)}


def _answer_to(finding: Finding, reply: str) -> Any:
    """The answer of a reply to one question. Raises ValueError with a hint when it gives none."""
    return "not sure" if reply.lower() == SKIP else _one(finding, reply)


def _numbers(reply: str, most: int) -> set[int]:
    allowed = {str(number): number for number in range(most + 1)}
    parts = set(reply.replace(",", " ").split())
    if not parts or not parts <= allowed.keys() or (len(parts) > 1 and "0" in parts):
        raise ValueError(f"Type numbers from 1 to {most} with commas, 0 for none of these, or skip.")
    return {allowed[part] for part in parts} - {0}


def _one(finding: Finding, reply: str) -> Any:
    match finding.type:
        case "yes_no":
            return _yes_no(reply)
        case "number":
            return _number(reply, finding)
        case "medicines" | "conditions":
            return [] if reply.lower() in NOTHING else _names(reply)
        case _:
            return _chosen(finding, reply)


def _names(reply: str) -> list[str]:
    names = [name.strip() for name in reply.split(",") if name.strip()]
    if not names:
        raise ValueError("Type names with commas, none, or skip.")
    return names


def _yes_no(reply: str) -> bool:
    if reply.lower() in ("y", "yes", "1"):
        return True
    if reply.lower() in ("n", "no", "0"):
        return False
    raise ValueError("Type yes, no or skip.")


def _number(reply: str, finding: Finding) -> float:
    try:
        return float(reply.replace(",", "."))
    except ValueError:
        raise ValueError(f"Type a number of {finding.unit}, or skip.") from None


def _chosen(finding: Finding, reply: str) -> Any:
    options = _options(finding)
    numbers = sorted(_numbers(reply, len(options)))
    if finding.type == "multi":
        return [options[number - 1] for number in numbers]
    if len(numbers) != 1:
        raise ValueError(f"Type one number from 1 to {len(options)}, or skip.")
    return options[numbers[0] - 1]
