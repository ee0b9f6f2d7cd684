"""How an answer reads in a list of reasons."""

from __future__ import annotations

from charley.history import Answer, History, LabResult
from charley.records.catalogue import Analyte
from charley.records.conditions import Compare, Has, Is, OneFinding, WithinDays
from charley.records.findings import Finding
from charley.records.library import Library

LONG_MINUTES = 120
"""From here on a time in minutes is told in hours."""

MARKS = {"exactly": "", "below": "under ", "above": "over "}


def number_text(value: float) -> str:
    """A number without needless zeros: 2, 0.6."""
    return f"{value:.10g}"


def rounded_text(value: float) -> str:
    """A measured number as people read it, to four figures or whole: 0.0004, 65.03, 12345."""
    return number_text(round(value) if abs(value) >= 1000 else float(f"{value:.4g}"))


def hours_text(minutes: float) -> str:
    """A long time in words: "about 3 hours", "all day"."""
    return "all day" if minutes >= 20 * 60 else f"about {number_text(round(minutes / 60))} hours"


def say_fact(fact: str, history: History, library: Library) -> str:
    """A fact that a verdict read, in plain words: a finding id or `lab:<analyte>`."""
    if fact.startswith("lab:"):
        return say_lab(fact.removeprefix("lab:"), history, library)
    finding = library.findings[fact]
    answer = history.answer(fact)
    if answer is None:
        return f"not known: {finding.question}"
    return say_answer(finding, answer, library)


def say_reason(fact: str, condition: OneFinding | None, history: History, library: Library) -> str:
    """A fact that weighed: the part of it that counted, when that is known."""
    if condition is None:
        return say_fact(fact, history, library)
    return say_part(condition, history, library)


def say_part(condition: OneFinding, history: History, library: Library) -> str:
    """The part of an answer that a condition is about: only the medicines or entries it names."""
    answer = history.answer(condition.finding)
    if not isinstance(condition, Has) or not isinstance(answer, frozenset):
        return say_fact(condition.finding, history, library)
    wanted = set(condition.values)
    if condition.finding == "medicines":
        part = frozenset(id_ for id_ in medicines_taken(answer, library) if _counts_as(id_, wanted, library))
    else:
        part = answer & wanted
    return say_answer(library.findings[condition.finding], part or answer, library)


def say_condition(condition: OneFinding, library: Library) -> str:
    """A condition on one finding as an answer would read, whoever gives it."""
    finding = library.findings[condition.finding]
    match condition:
        case Is():
            return " or ".join(say_answer(finding, value, library) for value in condition.values)
        case Has():
            return say_answer(finding, frozenset(condition.values), library)
        case Compare():
            limit = f"{condition.comparison.replace('_', ' ')} {number_text(condition.value)}"
            return f"{finding.question} {limit} {finding.unit}".strip()
        case WithinDays():
            return f"{finding.question} Within the last {number_text(condition.days)} days"


def medicines_taken(answer: frozenset[str], library: Library) -> frozenset[str]:
    """The medicines of an answer. A class that has the id of one too is no further medicine."""
    medicines = answer & library.medicines.keys()
    classes = {kind for id_ in medicines for kind in library.medicines[id_].classes if kind != id_}
    return medicines - classes


def _counts_as(medicine: str, wanted: set[str], library: Library) -> bool:
    return medicine in wanted or not wanted.isdisjoint(library.medicines[medicine].classes)


def result_text(result: LabResult, analyte: Analyte) -> str:
    """A laboratory value in the analyte's own unit: "under 0.62 mmol/L". One told in another is rounded."""
    other = bool(result.told) and analyte.unit not in result.told and result.value < 1000
    value = number_text(float(f"{result.value:.3g}")) if other else rounded_text(result.value)
    return f"{MARKS[result.bound]}{value} {analyte.unit}"


def say_lab(analyte_id: str, history: History, library: Library) -> str:
    """The results of one analyte, in its own unit, with the day of those that were told with one."""
    analyte = library.analytes[analyte_id]
    values = [_dated(result, analyte) for result in history.labs if result.analyte == analyte_id]
    return f"{analyte.name} {', '.join(values)}"


def say_result(result: LabResult, library: Library) -> str:
    """One result: "Potassium 2.4 mmol/L (of 2026-11-20)"."""
    analyte = library.analytes[result.analyte]
    return f"{analyte.name} {_dated(result, analyte)}"


def _dated(result: LabResult, analyte: Analyte) -> str:
    of_day = f" (of {result.date.isoformat()})" if result.date else ""
    return f"{result_text(result, analyte)}{of_day}"


def say_answer(finding: Finding, answer: Answer, library: Library) -> str:
    """One answer in plain words."""
    if isinstance(answer, bool):
        said = finding.says_yes if answer else finding.says_no
        return said or f"{finding.question} {'Yes' if answer else 'No'}"
    if isinstance(answer, str):
        option = finding.option(answer)
        return (option.says if option else "") or f"{finding.question} {answer}"
    if isinstance(answer, frozenset):
        return _say_list(finding, answer, library)
    if finding.says:
        if finding.unit == "minutes" and answer >= LONG_MINUTES:
            return finding.says.replace("about {value} minutes", hours_text(answer))
        return finding.says.replace("{value}", number_text(answer))
    return f"{finding.question} {number_text(answer)} {finding.unit}"


def _say_list(finding: Finding, answer: frozenset[str], library: Library) -> str:
    if finding.type == "medicines":
        names = sorted(library.medicines[id_].name for id_ in medicines_taken(answer, library))
        names = names or sorted(library.medicine_classes[i].name for i in answer)
        return "you take " + ", ".join(names) if names else "you take no medicines"
    if finding.type == "conditions":
        names = sorted(library.illnesses[id_].name for id_ in answer)
        return "you have " + ", ".join(names) if names else "no known illness"
    said = [(option.says or option.value) for option in finding.options if option.value in answer]
    return ", ".join(said) or finding.says_no or f"{finding.question} None of these"
