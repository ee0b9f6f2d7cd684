"""Whom a question or a rule is for."""

from __future__ import annotations

from charley.history import History
from charley.truth import Truth

ADULT = 16.0

FERTILE = (10, 55)
"""Ages at which a pregnancy is thought of."""

WHO = frozenset({"age", "sex_at_birth", "pregnant", "can_be_pregnant", "weeks_pregnant"})
"""Findings that say who somebody is; without more, nothing is known of the complaint."""


def is_fertile(age: float) -> bool:
    """Whether a pregnancy is thought of at this age, in years."""
    return FERTILE[0] <= age <= FERTILE[1]


def tells_of_cramps(history: History) -> bool:
    """Whether anything is known beyond who somebody is. What is empty or not read tells nothing."""
    told = history.answers.keys() - WHO
    return bool(history.labs) or any(history.answers[id_] != frozenset() for id_ in told)


def pregnancy(history: History) -> str | None:
    """The state: "pregnant", "recent_birth", "neither", or None when unknown."""
    answer = history.answer("pregnant")
    if answer == "pregnant now":
        return "pregnant"
    if answer == "had a baby in the last 6 weeks":
        return "recent_birth"
    if answer == "no" or history.answer("can_be_pregnant") is False:
        return "neither"
    if history.age is not None and not is_fertile(history.age):
        return "neither"
    return "neither" if history.sex == "male" else None


def concerns(group: str, history: History) -> Truth:
    """Whether a question or rule for `group` is for this person; unknown when age or pregnancy is."""
    match group:
        case "everyone":
            return Truth.YES
        case "clinician":
            return Truth.NO
        case "pregnant":
            return _state(history, {"pregnant"})
        case "pregnant_or_recent_birth":
            return _state(history, {"pregnant", "recent_birth"})
        case "can_be_pregnant":
            return _may_be_pregnant(history)
        case "age_10_to_55_not_recorded_male":
            return _fertile_age(history)
        case "child":
            return _age(history, below=True)
        case "adult" | "age_16_plus":
            return _age(history, below=False)
    raise ValueError(f"no such group of people: {group}")


def _state(history: History, states: set[str]) -> Truth:
    possible = pregnancy_states(history)
    if possible <= states:
        return Truth.YES
    return Truth.NO if possible.isdisjoint(states) else Truth.UNKNOWN


def pregnancy_states(history: History) -> set[str]:
    """The states that are still possible: one when it is known."""
    state = pregnancy(history)
    if state is not None:
        return {state}
    return (
        {"recent_birth", "neither"} if history.not_pregnant_now else {"pregnant", "recent_birth", "neither"}
    )


def _may_be_pregnant(history: History) -> Truth:
    answer = history.answer("can_be_pregnant")
    if isinstance(answer, bool):
        return Truth.YES if answer else Truth.NO
    state = pregnancy(history)
    if state in ("pregnant", "recent_birth"):
        return Truth.YES
    return Truth.NO if state == "neither" else Truth.UNKNOWN


def _fertile_age(history: History) -> Truth:
    if history.sex == "male":
        return Truth.NO
    if history.age is None:
        return Truth.UNKNOWN
    return Truth.YES if is_fertile(history.age) else Truth.NO


def _age(history: History, below: bool) -> Truth:
    if history.age is None:
        return Truth.UNKNOWN
    return Truth.YES if (history.age < ADULT) is below else Truth.NO
