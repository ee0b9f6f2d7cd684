"""The page for a visit of fifteen minutes: what changed, causes, medicines, tests, red flags answered."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from charley.advice.interventions import Choice
from charley.advice.plan import Plan
from charley.advice.situations import any_holds
from charley.assessment import Assessment, CauseFound, FiredRule, RuledOut, SuggestedTest, UrgencySource
from charley.history import History
from charley.library.shelves import load_shelf
from charley.people import concerns, pregnancy
from charley.records.findings import Finding
from charley.records.guidelines import Guideline, GuidelinePoint, Guidelines
from charley.records.library import Library
from charley.records.rules import Urgency
from charley.truth import Truth
from charley.wording import number_text, say_answer, say_lab

CHANGES = ("first_started", "medicine_change_3m", "new_hard_exercise", "sedative_cut", "neck_surgery")
FEARED_SHOWN = 6
OPTIONS_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Asked:
    """The safety questions: answered yes, answered no, and not answered, as findings in short words."""

    yes: tuple[str, ...]
    no: tuple[str, ...]
    open: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cited:
    """A guideline and those of its points that apply here."""

    guideline: Guideline
    points: tuple[GuidelinePoint, ...]


@dataclass(frozen=True, slots=True)
class ClinicianPage:
    """Everything that a clinician needs on one page. Information, not a diagnosis.

    `level` is the urgency in a clinician's words. `causes` come with their own notes. `options` are
    interventions that were left to discuss, `declined` those that are not for this person.
    """

    who: str
    level: str
    urgency: Urgency
    urgency_from: tuple[UrgencySource, ...]
    red_flags: tuple[FiredRule, ...]
    complaint: tuple[str, ...]
    changed: tuple[str, ...]
    background: tuple[str, ...]
    values: tuple[str, ...]
    causes: tuple[tuple[CauseFound, str], ...]
    feared: tuple[RuledOut, ...]
    asked: Asked
    tests: tuple[SuggestedTest, ...]
    doing: tuple[str, ...]
    options: tuple[Choice, ...]
    declined: tuple[Choice, ...]
    cited: tuple[Cited, ...]
    contradictions: tuple[str, ...]
    not_understood: tuple[tuple[str, str], ...]
    plan: Plan


@cache
def guidelines() -> Guidelines:
    """The built-in shelf of guidelines."""
    shelf: Guidelines = load_shelf("guidelines", Guidelines)
    return shelf


def clinician_page(history: History, library: Library, answer: Assessment, plan: Plan) -> ClinicianPage:
    """The clinician's page with the same content as the plan."""
    urgent = answer.urgency is Urgency.EMERGENCY_NOW
    return ClinicianPage(
        who=_who(history),
        level=library.urgency_texts[answer.urgency].clinician,
        urgency=answer.urgency,
        urgency_from=answer.urgency_from,
        red_flags=tuple(rule for rule in answer.red_flags if rule.level > Urgency.SELF_CARE),
        complaint=tuple(_told(history, library, about_episode=True)),
        changed=_changed(history, library),
        background=tuple(_told(history, library, about_episode=False)),
        values=tuple(
            say_lab(id_, history, library) for id_ in dict.fromkeys(r.analyte for r in history.labs)
        ),
        causes=tuple((cause, library.causes[cause.id].for_clinicians) for cause in answer.causes),
        feared=_feared(answer),
        asked=_asked(history, library),
        tests=answer.tests,
        doing=tuple(choice.intervention.name for choice in plan.chosen("do_now")),
        options=() if urgent else _options(plan),
        declined=() if urgent else _declined(plan),
        cited=tuple(cited_guidelines(history, library)),
        contradictions=answer.contradictions,
        not_understood=answer.not_understood,
        plan=plan,
    )


def _who(history: History) -> str:
    age = "age unknown" if history.age is None else f"{number_text(history.age)} years"
    state = {"pregnant": "pregnant", "recent_birth": "post partum (6 weeks)"}.get(
        pregnancy(history) or "", ""
    )
    weeks = history.answer("weeks_pregnant")
    if state == "pregnant" and isinstance(weeks, float):
        state = f"pregnant, {number_text(weeks)} weeks"
    return ", ".join(part for part in (age, history.sex or "sex unknown", state) if part)


def _is_safety(finding: Finding) -> bool:
    return finding.section == "safety" and finding.type == "yes_no"


def _told(history: History, library: Library, about_episode: bool) -> Iterable[str]:
    """What was told of the complaint, or of the person, apart from safety questions and medicines."""
    apart = {"medicines", "age", "sex_at_birth", "pregnant", "weeks_pregnant", *CHANGES}
    for finding in library.findings.values():
        told = finding.id in history.answers and finding.id not in apart and not _is_safety(finding)
        episode = finding.section == "the_cramp"
        if told and episode is about_episode and history.answers[finding.id] is not False:
            yield say_answer(finding, history.answers[finding.id], library)


def _changed(history: History, library: Library) -> tuple[str, ...]:
    lines = [
        say_answer(library.findings[id_], history.answers[id_], library)
        for id_ in CHANGES
        if history.answers.get(id_) not in (None, False, "never")
    ]
    lines += [
        f"{library.medicines[start.medicine].name} since {start.told}" for start in history.medicine_starts
    ]
    return tuple(lines)


def _feared(answer: Assessment) -> tuple[RuledOut, ...]:
    """The dangerous causes that are not settled, the likeliest first; then those that are."""
    dangerous = [entry for entry in answer.ruled_out if entry.urgency >= Urgency.SAME_DAY]
    return tuple(sorted(dangerous, key=lambda e: (e.settled, -e.probability, e.id))[:FEARED_SHOWN])


def _asked(history: History, library: Library) -> Asked:
    safety = [f for f in library.findings.values() if _is_safety(f)]
    told = {f.id: history.answers.get(f.id) for f in safety}
    return Asked(
        yes=tuple(f.says_yes for f in safety if told[f.id] is True),
        no=tuple(f.says_no or f"not: {f.says_yes}" for f in safety if told[f.id] is False),
        open=tuple(
            f.says_yes for f in safety if told[f.id] is None and f.is_core_safety and _concerns(f, history)
        ),
    )


def _concerns(finding: Finding, history: History) -> bool:
    return concerns(finding.ask_of, history) is not Truth.NO


def _options(plan: Plan) -> tuple[Choice, ...]:
    """What only a professional can decide."""
    chosen = [choice for choice in plan.chosen("discuss") if choice.intervention.role != "self_care"]
    return tuple(chosen[:OPTIONS_SHOWN])


def _declined(plan: Plan) -> tuple[Choice, ...]:
    return tuple(choice for choice in plan.chosen("not_for_you") if choice.because)


def cited_guidelines(history: History, library: Library) -> Iterable[Cited]:
    """Every body with the points that apply to this person and that were read."""
    for guideline in guidelines().by_id.values():
        points = tuple(
            point
            for point in guideline.points
            if point.seen and (not point.when or any_holds(point.when, history, library) is Truth.YES)
        )
        if points:
            yield Cited(guideline, points)
