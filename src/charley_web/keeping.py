"""What is kept for longer than a visit: records, shares, and their erasure."""

from __future__ import annotations

import secrets
from datetime import timedelta

from django.contrib.auth.hashers import check_password, make_password
from django.contrib.sessions.backends.base import SessionBase
from django.db import connection
from django.utils import timezone

from charley.formats import to_plain
from charley_web import reads
from charley_web.models import Record, Share
from charley_web.visit import Visit

OWNER = "owner"
KEPT_FOR = timedelta(days=400)
SHARED_FOR = timedelta(days=7)
MOST_WRONG = 8


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
