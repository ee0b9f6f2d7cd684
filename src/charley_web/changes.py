"""What changed since the answer before, and what each reply to the next questions would change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from charley.assessment import Assessment, Reply
from charley.records.library import Library
from charley_web import wording
from charley_web.visit import Visit

MOST_QUESTIONS = 3
ANSWERS = {"yes": gettext_noop("Yes"), "no": gettext_noop("No")}
NOTICEABLE = 0.02
"""A chance that moves by less is called unchanged."""


@dataclass(frozen=True, slots=True)
class Shift:
    """How the chance of one cause moved between two answers."""

    name: str
    before: str
    after: str
    rises: bool


@dataclass(frozen=True, slots=True)
class Difference:
    """What is different from the answer before, and which question was changed."""

    question: str
    urgency_before: str
    urgency_after: str
    shifts: tuple[Shift, ...]


@dataclass(frozen=True, slots=True)
class ReplyShown:
    """What one reply to a question would change."""

    says: str
    chance: str
    urgency: str
    urgency_moves: bool
    shifts: tuple[Shift, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question worth answering next with what each reply would change."""

    id: str
    text: str
    why: str
    replies: tuple[ReplyShown, ...]


def difference(visit: Visit, assessment: Assessment, library: Library) -> Difference | None:
    """What changed since the answer shown before; None when nothing was changed after it."""
    if visit.before is None or not visit.changed:
        return None
    finding = library.findings.get(visit.changed)
    before: Mapping[str, float] = visit.before.get("causes", {})
    word = str(visit.before.get("urgency", ""))
    return Difference(
        question=finding.question if finding else _("Blood results"),
        urgency_before=wording.urgency_word(word),
        urgency_after=wording.urgency_word(assessment.urgency.word),
        shifts=tuple(_shifts(before, _chances(assessment), library)),
    )


def _chances(assessment: Assessment) -> dict[str, float]:
    return {cause.id: cause.probability for cause in assessment.causes}


def _shifts(before: Mapping[str, float], now: Mapping[str, float], library: Library) -> Iterator[Shift]:
    """Causes whose chance moved, the largest move first."""
    known = [id_ for id_ in {**before, **now} if id_ in library.causes]
    moves = sorted(known, key=lambda id_: (-abs(now.get(id_, 0.0) - before.get(id_, 0.0)), id_))
    for id_ in moves:
        was, is_ = before.get(id_, 0.0), now.get(id_, 0.0)
        if abs(is_ - was) >= NOTICEABLE:
            yield Shift(library.causes[id_].name, _chance(was), _chance(is_), is_ > was)


def _chance(probability: float) -> str:
    return wording.natural(probability) if probability else _("not among the likely ones")


def asked_next(assessment: Assessment, library: Library) -> tuple[Asked, ...]:
    """The best next questions, each with how likely each reply is and what it would change."""
    return tuple(
        Asked(q.id, q.text, q.why, tuple(_reply_shown(reply, assessment, library) for reply in q.replies))
        for q in assessment.next_questions[:MOST_QUESTIONS]
    )


def _reply_shown(reply: Reply, now: Assessment, library: Library) -> ReplyShown:
    was, then = _chances(now), dict(reply.causes)
    both = {id_: chance for id_, chance in was.items() if id_ in then}
    return ReplyShown(
        says=_(ANSWERS.get(reply.answer, reply.answer)),
        chance=wording.natural(reply.chance),
        urgency=wording.urgency_word(reply.urgency.word),
        urgency_moves=reply.urgency is not now.urgency,
        shifts=tuple(_shifts(both, then, library))[:2],
    )
