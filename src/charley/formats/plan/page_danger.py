"""Danger signs of the page: those of now and those to come, merged, below the action that they ask for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from charley.advice.plan import Plan
from charley.advice.plan_texts import plan_texts
from charley.formats.plan.said import SENTENCE, Entry
from charley.records.plan_texts import Action, Signs

ACTIONS: tuple[Action, ...] = get_args(Action)


def danger_entries(plan: Plan, above: str = "") -> Iterator[Entry]:
    """One line for each action, the most urgent first; then what has no short form, in full.

    `above` is what the page says before: a sign that calls an ambulance there does so here. Within a day is
    said as today, so that the list is short and the higher level wins.
    """
    calls = " ".join(s for s in SENTENCE.split(above) if "ambulance" in s).lower()
    signs: dict[Action, dict[str, None]] = {action: {} for action in ACTIONS}
    whole: list[str] = []
    short, texts = plan_texts().short, plan_texts().texts
    for id_, says in _shown(plan):
        for entry in short.signs.get(id_, ()):
            signs[_action(entry, calls)] |= dict.fromkeys(entry.says)
        if id_ not in short.signs:
            whole.append(says)
    _once(signs)
    for action, found in signs.items():
        if found:
            yield Entry("come_back", (f"- {texts[f'do-{action}']}: {'; '.join(found)}.",), must=True)
    yield from (Entry("come_back", (f"- {line}",), must=True) for line in whole)
    if alarms_of(plan):
        yield Entry("come_back", (f"- {texts['not-with-these']}",), must=True)


def _action(entry: Signs, calls: str) -> Action:
    if any(words in calls for words in entry.also):
        return "ambulance"
    return "today" if entry.do == "day" else entry.do


def asked_as_signs(plan: Plan) -> frozenset[str]:
    """The questions whose signs stand in the list already: they are not asked besides."""
    signs = plan_texts().short.signs
    return frozenset(f for id_, _ in _shown(plan) for one in signs.get(id_, ()) for f in one.findings)


def alarms_of(plan: Plan) -> list[str]:
    """The alarms of the check list, by situation."""
    known = plan_texts().alarms
    return [r.situation for check in plan.checks for r in check.checks if r.situation in known]


def _shown(plan: Plan) -> Iterator[tuple[str, str]]:
    """Every danger line and alarm of the plan: its id and its full text."""
    short = plan_texts().short
    for section in plan.sections:
        for item in section.items:
            if section.part == "come_back" or item.id in short.signs:
                yield item.id, item.title
    for check in plan.checks:
        for reason in check.checks:
            if reason.situation in plan_texts().alarms:
                yield reason.situation, f"{reason.says[:1].upper()}{reason.says[1:]}? {reason.because}"


def _once(signs: dict[Action, dict[str, None]]) -> None:
    """A sign stands below its most urgent action alone."""
    seen: set[str] = set()
    for action in ACTIONS:
        for sign in list(signs[action]):
            if sign in seen:
                del signs[action][sign]
            seen.add(sign)
