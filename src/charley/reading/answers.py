"""One answer to one finding: checked against what the finding allows."""

from __future__ import annotations

from typing import TypeAlias

from charley.errors import Fault
from charley.history import Answer
from charley.reading.messages import nearest, short
from charley.records.findings import Finding
from charley.wording import number_text

MOST_ENTRIES = 200
NOT_SURE = ("not sure", "unknown")
WORDS = {"yes": True, "no": False, "true": True, "false": False}


class Doubt:
    """The answer "not sure": it stays unknown, and it is remembered that it was asked."""


Read: TypeAlias = Answer | Doubt | tuple[Fault, ...] | None
"""What an answer came to: a tuple holds its faults, None is "not told"."""


def is_doubt(value: object) -> bool:
    """Whether a value says "not sure"."""
    return isinstance(value, str) and value.strip().lower() in NOT_SURE


def read_answer(finding: Finding, value: object, where: str) -> Read:
    """The answer, a Doubt for "not sure", None for null (not told), or every fault of the answer.

    Medicines and conditions are lists of names and are read elsewhere.
    """
    if value is None:
        return None
    if is_doubt(value):
        return Doubt()
    match finding.type:
        case "yes_no":
            return _yes_no(value, where)
        case "choice":
            return _choice(finding, value, where)
        case "multi":
            return _multi(finding, value, where)
        case _:
            return _number(finding, value, where)


def _yes_no(value: object, where: str) -> Read:
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value.strip().lower() in WORDS:
        return WORDS[value.strip().lower()]
    problem = f"{short(value)} is no answer to a yes-or-no question"
    return (Fault(where, problem, "Give yes, no or not sure."),)


def _choice(finding: Finding, value: object, where: str) -> Read:
    if value is False and finding.option("no"):
        return "no"
    allowed = [option.value for option in finding.options]
    if isinstance(value, str) and value in allowed:
        return value
    return (_not_allowed(value, allowed, where),)


def _multi(finding: Finding, value: object, where: str) -> Read:
    entries = [value] if isinstance(value, str) else value
    allowed = [option.value for option in finding.options]
    if not isinstance(entries, list):
        return (Fault(where, f"{short(value)} is no list of answers", nearest(value, allowed)),)
    if len(entries) > MOST_ENTRIES:
        return (Fault(where, f"has {len(entries)} answers", f"At most {MOST_ENTRIES}."),)
    wrong = [
        _not_allowed(entry, allowed, f"{where}[{index}]")
        for index, entry in enumerate(entries)
        if entry not in allowed and entry != "none"
    ]
    if wrong:
        return tuple(wrong)
    if "none" in entries and len(set(entries)) > 1:
        return (Fault(where, "'none' stands beside other answers", "Give none alone, or leave it out."),)
    return frozenset(entry for entry in entries if entry != "none")


def _not_allowed(value: object, allowed: list[str], where: str) -> Fault:
    return Fault(where, f"{short(value)} is not one of the answers", nearest(value, allowed))


def _number(finding: Finding, value: object, where: str) -> Read:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return (Fault(where, f"{short(value)} is no number", f"Give a number of {finding.unit}."),)
    low = finding.minimum if finding.minimum is not None else 0.0
    high = finding.maximum if finding.maximum is not None else 1e9
    if not low <= value <= high:
        limits = f"{number_text(low)} to {number_text(high)} {finding.unit}"
        return (Fault(where, f"{short(value)} is not possible here", f"Give a number from {limits}."),)
    return float(value)
