"""The plan: urgency first, then tonight, this week, six weeks, and what to bring. Pure: no clock."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from charley.advice.built_in_steps import BuiltInSteps
from charley.advice.interventions import Choice, Reason, choose
from charley.advice.medicines import MedicineReview, review_medicines
from charley.advice.situations import any_holds, holds
from charley.advice.steps import Steps, StepsSource
from charley.assess import INFORMATION
from charley.assessment import Assessment
from charley.history import History
from charley.library.shelves import load_shelf
from charley.records.library import Library
from charley.records.numbers import Figure
from charley.records.plan_texts import PlanLine, PlanPart, PlanTexts
from charley.records.rules import Urgency
from charley.truth import Truth

PROGRAMME = "stretch-bedtime"
PROGRAMME_ID = "bedtime"
NIGHTS = 42
MOST_QUESTIONS = 5
MOST_TOLD = 3
MOST_ASKED_FIRST = 4
UNLIKE_A_CRAMP = 0.4
"""Chance of a true cramp under which the likeliest look-alike is named and cramp steps are only discussed."""

ABOUT_THE_CRAMP = frozenset({"physical", "food-remedy"})
PARTS_AT_HOME: tuple[PlanPart, ...] = (
    "first", "tonight", "this_week", "six_weeks", "come_back", "give_up", "prevention", "bring",
)  # fmt: skip
PARTS_AT: dict[Urgency, tuple[PlanPart, ...]] = {
    Urgency.EMERGENCY_NOW: ("urgent",),
    Urgency.SAME_DAY: ("urgent", "first"),
}
SEEN_FIRST = Reason("", "you need to be seen today", "Ask there which of these is safe for you.")


@dataclass(frozen=True, slots=True)
class PlanItem:
    """One entry of a part: an intervention (`id` of it), or a line. `steps` come from relief or exercises."""

    id: str
    title: str
    lines: tuple[str, ...] = ()
    is_intervention: bool = False
    steps: Steps | None = None


@dataclass(frozen=True, slots=True)
class Check:
    """Things to do at home once a person can say no to every one of `checks`."""

    checks: tuple[Reason, ...]
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class PlanSection:
    """One part of the plan with its title."""

    part: PlanPart
    title: str
    items: tuple[PlanItem, ...]


@dataclass(frozen=True, slots=True)
class GroupNote:
    """What a group of people should know besides."""

    id: str
    name: str
    says: tuple[str, ...]
    figures: tuple[Figure, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sessions:
    """The evening sessions: so many nights in a row of one programme."""

    exercise: str
    title: str
    nights: int
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """What this person can do, in the order in which it matters.

    `care` stands before everything; `noticed` is what the rules tell below same-day level.
    `questions_left` counts the open safety questions. `choices` are all interventions with their verdict;
    none at emergency level. `sessions` is None when the bedtime programme is not one to do now.
    """

    id: str
    on: date
    library_version: str
    library_fingerprint: str
    urgency: Urgency
    title: str
    care: tuple[str, ...]
    noticed: tuple[str, ...]
    questions_left: int
    likely: tuple[tuple[str, float], ...]
    unlike_a_cramp: str
    sections: tuple[PlanSection, ...]
    checks: tuple[Check, ...]
    groups: tuple[GroupNote, ...]
    choices: tuple[Choice, ...]
    medicines: MedicineReview
    sessions: Sessions | None
    information: str

    def chosen(self, verdict: str) -> tuple[Choice, ...]:
        """The relevant interventions of one verdict, in order."""
        return tuple(choice for choice in self.choices if choice.verdict == verdict and choice.relevant)


@cache
def plan_texts() -> PlanTexts:
    """The built-in texts of plans."""
    texts: PlanTexts = load_shelf("plan", PlanTexts)
    return texts


def make_plan(
    history: History, library: Library, answer: Assessment, on: date, steps: StepsSource | None = None
) -> Plan:
    """The plan for one assessed history on one day. Same history, same library, same day: same plan.

    `on` is the day of the plan; times of medicines are reckoned from the day of the history, if it has one.
    `steps` is where relief and exercises come from (the built-in shelves).
    """
    source = steps or BuiltInSteps()
    unlike = _unlike_a_cramp(answer, library)
    choices = tuple(_held_back(choice, answer.urgency, unlike) for choice in choose(history, library))
    at_home = answer.urgency < Urgency.SAME_DAY
    shown = () if answer.urgency is Urgency.EMERGENCY_NOW else choices
    sections = tuple(_sections(history, library, answer, choices, source))
    return Plan(
        id=answer.id,
        on=on,
        library_version=answer.library_version,
        library_fingerprint=answer.library_fingerprint,
        urgency=answer.urgency,
        title=answer.urgency_title,
        care=tuple(line for line in answer.advice if line != INFORMATION),
        noticed=_noticed(answer),
        questions_left=len(answer.safety_questions_left),
        likely=tuple((cause.name, cause.probability) for cause in answer.causes[:3]),
        unlike_a_cramp=unlike,
        sections=sections,
        checks=_checks(choices) if at_home else (),
        groups=_groups(history, library, answer.urgency),
        choices=shown,
        medicines=review_medicines(history, library, history.date or on, shown),
        sessions=_sessions(sections),
        information=INFORMATION,
    )


def _noticed(answer: Assessment) -> tuple[str, ...]:
    """What the rules that set the level tell. At same-day level and above `care` says it already."""
    if not Urgency.SELF_CARE < answer.urgency < Urgency.SAME_DAY:
        return ()
    tells = [rule.tell for rule in answer.red_flags if rule.level == answer.urgency]
    return tuple(dict.fromkeys(tells))[:MOST_TOLD]


def _unlike_a_cramp(answer: Assessment, library: Library) -> str:
    """The name of the likeliest look-alike, when a true cramp is less likely than not by far."""
    first = answer.causes[0] if answer.causes else None
    if first is None or not library.causes[first.id].mimic or answer.true_cramp.probability >= UNLIKE_A_CRAMP:
        return ""
    return first.name


def _held_back(choice: Choice, urgency: Urgency, unlike: str) -> Choice:
    """What may be done at home is only discussed while somebody has to be seen, or when it is no cramp."""
    if choice.verdict == "do_now" and urgency >= Urgency.SAME_DAY:
        return replace(choice, verdict="discuss", because=(SEEN_FIRST,))
    if unlike and choice.verdict in ("do_now", "discuss") and _needs_a_true_cramp(choice):
        small = unlike[:1].lower() + unlike[1:]
        reason = Reason("", f"your answers fit {small} better than a cramp", "This is for true cramps.")
        return replace(choice, verdict="discuss", because=(*choice.because, reason))
    return choice


def _needs_a_true_cramp(choice: Choice) -> bool:
    """First aid helps any muscle that goes hard; a programme is only for people who have cramps."""
    one = choice.intervention
    return one.role == "self_care" and one.kind in ABOUT_THE_CRAMP and one.part != "prevention"


def _sections(
    history: History, library: Library, answer: Assessment, choices: tuple[Choice, ...], source: StepsSource
) -> Iterator[PlanSection]:
    texts = plan_texts()
    doing = {choice.id: choice for choice in choices if choice.verdict == "do_now"}
    for part in PARTS_AT.get(answer.urgency, PARTS_AT_HOME):
        if part == "first" and not answer.provisional:
            continue
        items = [
            _item(choice, history, library, source)
            for choice in doing.values()
            if choice.intervention.part == part
        ]
        items += [
            PlanItem(line.id, line.says)
            for line in texts.lines
            if line.part == part
            and answer.urgency >= line.least
            and _is_said(line, doing.keys(), history, library)
        ]
        if part == "first":
            items += _questions(answer, library)
        if items:
            yield PlanSection(part, texts.titles[part], tuple(items))


def _questions(answer: Assessment, library: Library) -> list[PlanItem]:
    """The first few open safety questions, in words."""
    ids = answer.safety_questions_left[:MOST_QUESTIONS]
    return [PlanItem(id_, library.findings[id_].question) for id_ in ids]


def _item(choice: Choice, history: History, library: Library, source: StepsSource) -> PlanItem:
    one = choice.intervention
    steps = source.relief(one.relief, history, library) if one.relief else None
    if one.exercise:
        steps = source.exercise(one.exercise, history, library)
    title = steps.title if steps and one.exercise and steps.id != one.exercise else one.name
    return PlanItem(one.id, title, how_lines(choice, steps), True, steps)


def how_lines(choice: Choice, steps: Steps | None = None) -> tuple[str, ...]:
    """How it is done by this person. Of an exercise the stated amount too; of a pill the plan says none.

    A programme that stands in the place of the one that was tested has no stated amount.
    """
    one = choice.intervention
    as_tested = one.kind == "physical" and (steps is None or steps.id == one.exercise)
    stated = (one.dose.text,) if one.dose is not None and as_tested else ()
    own = steps.lines if steps and steps.lines else one.how
    return tuple(dict.fromkeys((*own, *stated, *choice.adaptations, *_ask_first(choice))))


def _ask_first(choice: Choice) -> Iterator[str]:
    """Lesser cautions that nobody knows of yet: an unknown is no reassurance."""
    if choice.ask_if:
        yield "Ask first if " + "; ".join(reason.says for reason in choice.ask_if[:MOST_ASKED_FIRST]) + "."


def _is_said(line: PlanLine, doing: Iterable[str], history: History, library: Library) -> bool:
    if line.intervention and line.intervention not in doing:
        return False
    if line.when and any_holds(line.when, history, library) is not Truth.YES:
        return False
    return any_holds(line.unless, history, library) is not Truth.YES


def _checks(choices: tuple[Choice, ...]) -> tuple[Check, ...]:
    """Self-care that lacks only answers nobody has given yet, joined where the checks are the same."""
    waiting: dict[frozenset[str], list[Choice]] = {}
    for choice in choices:
        alone = choice.intervention.role == "self_care" and choice.relevant and not choice.because
        if choice.verdict == "discuss" and alone and choice.first_check:
            waiting.setdefault(frozenset(reason.says for reason in choice.first_check), []).append(choice)
    return tuple(Check(found[0].first_check, tuple(found)) for found in waiting.values())


def _groups(history: History, library: Library, urgency: Urgency) -> tuple[GroupNote, ...]:
    """Notes of the person's groups; at same-day level only words of safety, at emergency level none."""
    return tuple(
        GroupNote(group.id, group.name, group.says, group.figures, group.sources)
        for group in plan_texts().groups
        if urgency < Urgency.SAME_DAY or (group.when_urgent and urgency is Urgency.SAME_DAY)
        if holds(group.situation, history, library) is Truth.YES
    )


def _sessions(sections: tuple[PlanSection, ...]) -> Sessions | None:
    for section in sections:
        for item in section.items:
            if item.id == PROGRAMME:
                exercise = item.steps.id if item.steps else PROGRAMME_ID
                return Sessions(exercise, item.title, NIGHTS, item.lines)
    return None
