"""All that changes what is kept: the session, a record, a share. Views, tests and the server call these."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

from django.contrib.auth.hashers import check_password, make_password
from django.contrib.sessions.backends.base import SessionBase
from django.core import signing
from django.db import connection
from django.utils import timezone

from charley.assessment import Assessment
from charley.formats import to_plain
from charley_web import reads
from charley_web.emergency import countries
from charley_web.models import Record, Share
from charley_web.visit import Told, Visit, visit_from

VISIT, OWNER = "visit", "owner"
KEPT_FOR = timedelta(days=400)
SHARED_FOR = timedelta(days=7)
MOST_WRONG = 8
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


def keep(session: SessionBase, visit: Visit) -> Record:
    """Keep the answer as it is now, on this machine, and this session with it."""
    if OWNER not in session:
        session[OWNER] = secrets.token_urlsafe(24)
    session.set_expiry(KEPT_FOR)
    plain = to_plain(reads.assessment_of(visit.told))
    return Record.objects.create(owner=session[OWNER], told=visit.told, answer=plain)


def records_of(session: SessionBase) -> list[Record]:
    """What this visitor kept, newest first."""
    return list(Record.objects.filter(owner=session[OWNER])) if OWNER in session else []


def open_told(session: SessionBase, told: Told) -> Visit:
    """Go on from a saved file. Raises InputError, and changes nothing, when it cannot be used."""
    reads.history_of(told)
    before = visit_of(session)
    pages = tuple((id_,) for id_ in told.get("findings", {}))
    visit = Visit(told=told, pages=pages, country=before.country)
    keep_visit(session, visit)
    return visit


def share(record: Record) -> tuple[Share, str]:
    """A share that ends by itself, and the code that must be told apart from the link."""
    code = f"{secrets.randbelow(10**8):08d}"
    ends = timezone.now() + SHARED_FOR
    made = record.shares.create(key=secrets.token_urlsafe(24), code=make_password(code), ends=ends)
    return made, code


def open_share(key: str, code: str) -> Record | None:
    """The shared record, for the right code in time. Too many wrong codes end the share."""
    found = Share.objects.select_related("record").filter(key=key, ends__gt=timezone.now()).first()
    if found is None:
        return None
    if check_password(code, found.code):
        return found.record
    found.wrong += 1
    if found.wrong >= MOST_WRONG:
        found.delete()
    else:
        found.save(update_fields=["wrong"])
    return None


def end_shares(session: SessionBase) -> None:
    """Take back every share of this visitor."""
    Share.objects.filter(record__owner=session.get(OWNER, "")).delete()


def erase_all(session: SessionBase) -> None:
    """Erase everything of this visitor: session, records and shares, from the database file too."""
    if OWNER in session:
        Record.objects.filter(owner=session[OWNER]).delete()
    session.flush()
    reads.forget()
    scrub()


def scrub() -> None:
    """Empty SQLite's journal of what was written; the pages themselves are overwritten when erased."""
    if connection.vendor == "sqlite" and not connection.in_atomic_block:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def forget_old() -> None:
    """Erase records and shares that are past their time."""
    now = timezone.now()
    Share.objects.filter(ends__lte=now).delete()
    Record.objects.filter(made__lte=now - KEPT_FOR).delete()


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
