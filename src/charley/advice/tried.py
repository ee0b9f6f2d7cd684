"""What a person tells that they did already: it is not offered as new, and the next step is named."""

from __future__ import annotations

from charley.advice.plan_texts import Case, plan_texts
from charley.records.plan_texts import Tried
from charley.records.rules import Urgency


def _told(case: Case) -> list[Tried]:
    return [one for one in plan_texts().tried if case.history.text and case.tells(one.words)]


def was_tried(case: Case) -> frozenset[str]:
    """Interventions that the person tried."""
    return frozenset(id_ for one in _told(case) for id_ in one.interventions)


def lines_done(case: Case) -> frozenset[str]:
    """Lines of the plan that ask for what was done already."""
    return frozenset(id_ for one in _told(case) for id_ in one.lines)


def next_steps(case: Case) -> tuple[str, ...]:
    """What comes next after each thing that was tried; nothing where somebody has to be seen first."""
    if case.answer.urgency >= Urgency.SAME_DAY:
        return ()
    return tuple(one.says for one in _told(case))
