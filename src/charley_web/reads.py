"""What the pages show, worked out anew from what was told. Nothing here changes anything."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from django.utils import timezone

from charley.assess import assess
from charley.assessment import Assessment
from charley.errors import InputError
from charley.history import History
from charley.interview import Page, next_page, opening_page
from charley.interview.pages import MORE_INTRO, MORE_TITLE
from charley.library import load
from charley.network.default import default_engine
from charley.network.engine import Ranking
from charley.reading import read_history
from charley.records.library import Library
from charley.records.rules import RedFlag, Urgency
from charley.triage import fired_rules
from charley_web.visit import NOT_SURE, Told, Visit, key_of

TYPICAL = 24
"""Questions after the safety screens in a usual interview: the median over the development vignettes."""
KEPT = 64
"""How many recent answers each process keeps in memory, so that a page shown twice is reckoned once."""


@dataclass(frozen=True, slots=True)
class Step:
    """The next page of the interview, None at its end; about how many pages are left; an emergency."""

    page: Page | None
    left: int
    emergency: bool


def library() -> Library:
    """The knowledge."""
    return load()


def warm() -> None:
    """Do once, before people come, what every process needs."""
    told = {"age": 50, "findings": {"cramp_timing": "at night in bed"}}
    assessment_of(told)
    opening = {id_: NOT_SURE for id_, finding in library().findings.items() if finding.is_core_safety}
    step_of(Visit(told={**told, "findings": {**opening, "sex_at_birth": "male"}}))
    forget()


def forget() -> None:
    """Empty the memory of recent answers."""
    for kept in (_history, _ranking, _assessed):
        kept.cache_clear()


def history_of(told: Told) -> History:
    """What was told, understood. Raises InputError."""
    return _history(key_of(told), _today())


def labs_in_words(told: Told) -> list[str]:
    """Blood results that were read in a story, as they were understood."""
    if not told.get("text"):
        return []
    history = history_of(told)
    refused = {where for where, _why in history.not_understood}
    found = (
        r for r in history.readings if r.kind == "lab" and r.status == "taken" and r.where not in refused
    )
    return list(dict.fromkeys(reading.meaning for reading in found))


def ranking_of(told: Told) -> Ranking:
    """All causes for what was told."""
    return _ranking(key_of(told), _today())


def assessment_of(told: Told) -> Assessment:
    """The whole answer to what was told. Raises InputError."""
    return _assessed(key_of(told), _today())


def step_of(visit: Visit) -> Step:
    """Where the interview stands."""
    history = history_of(visit.told)
    if emergencies(visit.told) or (history.labs and is_emergency(visit.told)):
        return Step(None, 0, True)
    page = opening_page(history, library(), visit.skipped)
    if page is not None:
        return Step(page, _opening_left(visit) + TYPICAL, False)
    page = next_page(history, library(), ranking_of(visit.told), visit.skipped)
    return Step(page, page.left if page is not None else 0, False)


def _opening_left(visit: Visit) -> int:
    """Safety screens of which nothing was answered yet."""
    begun = {library().findings[id_].screen for id_ in visit.findings if id_ in library().findings}
    return sum(1 for screen in library().screens if screen.id not in begun)


def emergencies(told: Told) -> tuple[RedFlag, ...]:
    """The rules that call for an ambulance now. Blood results are judged by the whole assessment."""
    known = library().red_flags
    fired = fired_rules(history_of(told), library())
    return tuple(known[rule.id] for rule in fired if rule.level is Urgency.EMERGENCY_NOW)


def is_emergency(told: Told) -> bool:
    """Whether any voice, blood results and dangerous causes included, says: emergency now."""
    return assessment_of(told).urgency is Urgency.EMERGENCY_NOW


def faults_of(told: Told) -> tuple[Any, ...]:
    """What is wrong with what was told, or nothing."""
    try:
        history_of(told)
    except InputError as error:
        return error.faults
    return ()


def question_page(ids: tuple[str, ...], screen: bool = False) -> Page | None:
    """A page with these questions, as a tick list or a single one; None when one is not known.

    A tick list holds yes-or-no questions only.
    """
    findings = tuple(library().findings[id_] for id_ in ids if id_ in library().findings)
    if not findings or len(findings) != len(ids):
        return None
    if not screen and len(findings) == 1:
        return Page(findings[0].question, findings[0].help, findings, why=findings[0].why)
    if any(finding.type != "yes_no" for finding in findings):
        return None
    known = next((entry for entry in library().screens if entry.id == findings[0].screen), None)
    title, intro = (known.title, known.intro) if known else (MORE_TITLE, MORE_INTRO)
    return Page(title, intro, findings, screen=True)


def _today() -> date:
    return timezone.localdate()


@lru_cache(maxsize=KEPT)
def _history(key: str, today: date) -> History:
    return read_history({"date": today.isoformat(), **json.loads(key)}, library(), today)


@lru_cache(maxsize=KEPT)
def _ranking(key: str, today: date) -> Ranking:
    return default_engine().rank(_history(key, today), library())


@lru_cache(maxsize=KEPT)
def _assessed(key: str, today: date) -> Assessment:
    return assess(_history(key, today), library())
