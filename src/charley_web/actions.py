"""All that changes the visit in its session. Views and tests call these."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

from django.contrib.sessions.backends.base import SessionBase
from django.core import signing

from charley.assessment import Assessment
from charley_web import reads
from charley_web.emergency import countries
from charley_web.visit import Told, Visit, visit_from

VISIT = "visit"
CARRY_FOR = timedelta(days=2)
SALT = "charley.carry"


def visit_of(session: SessionBase) -> Visit:
    """The visit as the session holds it; an empty one when there is none."""
    return visit_from(session.get(VISIT))


def keep_visit(session: SessionBase, visit: Visit) -> None:
    """Put the visit into the session."""
    session[VISIT] = visit.to_plain()


def answer(session: SessionBase, visit: Visit, answers: Mapping[str, Any]) -> Visit:
    """Take the answers of one page. What was answered before an answer was seen is remembered with it."""
    changed = visit.answered(answers)
    if visit.before is not None:
        changed = replace(changed, changed=next(iter(answers), ""))
    keep_visit(session, changed)
    return changed


def choose_country(session: SessionBase, code: str) -> None:
    """Remember whose emergency number to show. An unknown code chooses none."""
    keep_visit(session, replace(visit_of(session), country=code if code in countries() else ""))


def seen(session: SessionBase, visit: Visit, assessment: Assessment) -> None:
    """Remember the answer that was shown, so that the next one can say what is different."""
    keep_visit(session, replace(visit, before=summary(assessment), changed=""))


def summary(assessment: Assessment) -> dict[str, Any]:
    """What is compared between two answers: the urgency, and each cause with its chance."""
    return {
        "urgency": assessment.urgency.word,
        "causes": {cause.id: cause.probability for cause in assessment.causes},
    }


def carry(visit: Visit) -> str:
    """The visit as a signed text for a form: should the session end, nothing typed is lost."""
    return signing.dumps({"told": visit.told, "places": visit.places}, salt=SALT, compress=True)


def carried(text: str) -> Visit | None:
    """The visit that a form carried, or None when it was altered or is too old."""
    try:
        return visit_from(signing.loads(text, salt=SALT, max_age=CARRY_FOR))
    except signing.BadSignature:
        return None


def open_told(session: SessionBase, told: Told) -> Visit:
    """Go on from a saved file. Raises InputError, and changes nothing, when it cannot be used."""
    reads.history_of(told)
    before = visit_of(session)
    pages = tuple((id_,) for id_ in told.get("findings", {}))
    visit = Visit(told=told, pages=pages, country=before.country)
    keep_visit(session, visit)
    return visit


def place(session: SessionBase, visit: Visit, places: tuple[str, ...], sites: list[str]) -> Visit:
    """Take the taps on the body map. No tap is no answer: an answer to "where" is taken back then."""
    findings = {id_: value for id_, value in visit.findings.items() if id_ != "cramp_site"}
    if sites:
        findings["cramp_site"] = sites
    told = {**visit.told, "findings": findings} if findings or visit.told else {}
    placed = replace(visit, told=told, places=places)
    keep_visit(session, placed)
    return placed


def add_lab(session: SessionBase, visit: Visit, entry: dict[str, Any], most: int) -> Visit:
    """Add a blood result; of more than `most`, the oldest goes."""
    changed = visit.with_labs([*visit.labs, entry][-most:])
    if visit.before is not None:
        changed = replace(changed, changed="labs")
    keep_visit(session, changed)
    return changed


def remove_lab(session: SessionBase, visit: Visit, place: str) -> Visit:
    """Take a blood result off the list, by its place in it."""
    labs = [entry for number, entry in enumerate(visit.labs) if str(number) != place]
    changed = visit.with_labs(labs)
    if visit.before is not None:
        changed = replace(changed, changed="labs")
    keep_visit(session, changed)
    return changed


def tell_story(session: SessionBase, visit: Visit, text: str) -> Visit:
    """Take a story in the person's own words, in place of any told before."""
    told = replace(visit, told={**visit.told, "text": text})
    keep_visit(session, told)
    return told


def correct_reading(session: SessionBase, visit: Visit, what: str, reply: str) -> Visit:
    """Take a reading out of the story, words and all; or answer a danger sign read there with yes or no."""
    is_question = what in reads.library().findings
    told = dict(visit.told)
    if reply != "yes":
        told["text"] = _without(what, told)
    if reply in ("yes", "no") and is_question:
        told["findings"] = {**visit.findings, what: reply == "yes"}
    if not told["text"].strip():
        del told["text"]
    changed = replace(visit, told=told)
    if reads.faults_of(told):
        return visit
    keep_visit(session, changed)
    return changed


def _without(what: str, told: Told) -> str:
    """The story with the words of one reading blanked, so that all other places stay as they are."""
    text: str = told["text"]
    for reading in reads.history_of(told).readings:
        if reading.what == what:
            blank = " " * (reading.end - reading.start)
            text = text[: reading.start] + blank + text[reading.end :]
    return text
