"""The feared causes: each is listed, ruled out with its reasons, or said to be still open."""

from __future__ import annotations

from charley.assessment import FiredRule, RuledOut
from charley.history import History
from charley.network.engine import CauseScore, Ranking
from charley.people import concerns
from charley.records.causes import Evidence
from charley.records.derived import once_per_library
from charley.records.findings import Finding
from charley.records.library import Library
from charley.records.rules import Urgency
from charley.truth import Truth, judge
from charley.wording import say_reason

FEARED_FROM = Urgency.WITHIN_DAYS
RULED_OUT_BELOW = 0.05
"""Upper end of the 80% interval under which a feared cause may be called settled (judged)."""

COMMON = 0.2
CLEARLY = 3.0


def ruled_out(
    history: History,
    library: Library,
    ranking: Ranking,
    listed: set[str],
    fired: tuple[FiredRule, ...],
) -> tuple[RuledOut, ...]:
    """Every dangerous cause that is not listed, most dangerous and most likely first."""
    suspected = {cause for rule in fired for cause in rule.suspected}
    open_ = _open_pointers(history, library)
    feared = [
        _ruled_out(score, history, library, open_, score.cause in suspected)
        for score in ranking.scores
        if score.cause not in listed and library.causes[score.cause].urgency >= FEARED_FROM
    ]
    return tuple(sorted(feared, key=lambda r: (-library.causes[r.id].urgency, -r.probability, r.id)))


def _ruled_out(
    score: CauseScore, history: History, library: Library, open_pointers: set[str], suspected: bool
) -> RuledOut:
    cause = library.causes[score.cause]
    pointers = pointers_of(library)[cause.id]
    open_ = tuple(id_ for id_ in pointers if id_ in open_pointers)
    against = [w for w in score.weights if w.told and w.decibans <= -1]
    reasons = (say_reason(w.fact, w.condition, history, library) for w in against)
    because = tuple(dict.fromkeys(reasons))
    asked = not history.answers.keys().isdisjoint(pointers)
    settled = asked and not suspected and not open_ and score.high < RULED_OUT_BELOW
    return RuledOut(
        id=cause.id,
        name=cause.name,
        probability=round(score.probability, 5),
        urgency=cause.urgency,
        settled=settled,
        because=because or (("nothing you told points to it",) if settled else ()),
        look_for=cause.look_for,
        open_questions=open_,
    )


@once_per_library
def pointers_of(library: Library) -> dict[str, tuple[str, ...]]:
    """The questions that would point to each feared cause, in its own order."""
    return {
        cause.id: tuple(dict.fromkeys(e.condition.finding for e in cause.evidence if _points(e)))
        for cause in library.causes.values()
        if cause.urgency >= FEARED_FROM
    }


def _open_pointers(history: History, library: Library) -> set[str]:
    """Questions that would point to a feared cause, concern this person, and are not answered."""
    asked_about = {id_ for pointers in pointers_of(library).values() for id_ in pointers}
    return {id_ for id_ in asked_about if _is_open(library.findings[id_], history, library)}


def _is_open(finding: Finding, history: History, library: Library) -> bool:
    if finding.id in history.answers or concerns(finding.ask_of, history) is not Truth.YES:
        return False
    return finding.ask_if is None or judge(finding.ask_if, history, library).truth is not Truth.NO


def _points(entry: Evidence) -> bool:
    """A fact seen in a fair share of people with the cause, and clearly more than in others."""
    return entry.chance.value >= COMMON and entry.chance.value >= CLEARLY * entry.leak
