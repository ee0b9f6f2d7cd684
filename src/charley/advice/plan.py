"""The plan: urgency first, then when a cramp comes, the danger signs, and the rest. Pure: no clock."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from charley.advice.asked import Answered, answered
from charley.advice.before import began_asks, began_before
from charley.advice.built_in_steps import BuiltInSteps
from charley.advice.care import brief_lines, care_lines, covered_lines, noticed_lines, week_title
from charley.advice.checks import Check, is_waiting, one_check
from charley.advice.interventions import Choice, Reason, choose
from charley.advice.likely import Likely, leading, likely_causes, unlike_a_cramp
from charley.advice.medicines import MedicineReview, review_medicines
from charley.advice.open_questions import open_questions
from charley.advice.plan_items import PlanItem
from charley.advice.plan_texts import Case, is_said, plan_texts
from charley.advice.situations import any_holds, holds
from charley.advice.steps import Steps, StepsSource
from charley.advice.tests_asked import PageTest, tests_for
from charley.advice.tried import lines_done, next_steps, was_tried
from charley.assess import INFORMATION
from charley.assessment import Assessment
from charley.history import History
from charley.records.library import Library
from charley.records.numbers import Figure
from charley.records.plan_texts import PlanPart
from charley.records.rules import Urgency
from charley.truth import Truth

PROGRAMME = "stretch-bedtime"
PROGRAMME_ID = "bedtime"
FIRST_AID = "stretch-acute"
NIGHTS = 42
WITHOUT_FIRST_AID = frozenset({"no-kneading", "soreness-usual"})
"""Lines on the cramp that stand also where it must not be stretched."""

ABOUT_THE_CRAMP = frozenset({"physical", "food-remedy"})
FIRST_AID_KIND = "first-aid"
PARTS_AT_HOME: tuple[PlanPart, ...] = (
    "what_to_do", "kit", "cramp", "come_back", "first", "tonight", "this_week", "six_weeks",
    "prevention", "bring",
)  # fmt: skip
PARTS_AT: dict[Urgency, tuple[PlanPart, ...]] = {
    Urgency.EMERGENCY_NOW: ("urgent",),
    Urgency.SAME_DAY: ("urgent", "first"),
}
WORKS_THE_MUSCLE = frozenset({FIRST_AID, "weight-bearing", "massage", PROGRAMME})
NOT_WORKED = frozenset({"muscle_strain", "dvt", "superficial_vein_thrombosis", "ruptured_baker_cyst"})
"""While the page names one of these, nobody stretches or kneads that leg before it was looked at."""

WARMTH = "heat-cold"
SHORT_OF_BLOOD = frozenset(
    {"claudication_pad", "popliteal_entrapment", "iliac_endofibrosis", "chronic_exertional_compartment"}
)
IN_THE_BOX = frozenset({FIRST_AID, "weight-bearing", "massage"})
"""Interventions whose steps stand under "When a cramp comes"."""

SEEN_FIRST = Reason("", "you need to be seen today", "Ask there which of these is safe for you.")


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

    `care` stands before everything, `brief` is that in the fewest words, for the page; `asked` are the
    person's own questions with their answers; `noticed` is what the rules tell below same-day level.
    `questions_left` counts the open safety questions. `choices` are all interventions with their verdict;
    none at emergency level. `tests` are those of the clinician's page. `sessions` is None when the bedtime
    programme is not one to do now.
    """

    id: str
    on: date
    library_version: str
    library_fingerprint: str
    urgency: Urgency
    title: str
    care: tuple[str, ...]
    brief: tuple[str, ...]
    asked: tuple[Answered, ...]
    noticed: tuple[str, ...]
    questions_left: int
    likely: tuple[Likely, ...]
    unlike_a_cramp: str
    sections: tuple[PlanSection, ...]
    checks: tuple[Check, ...]
    groups: tuple[GroupNote, ...]
    choices: tuple[Choice, ...]
    medicines: MedicineReview
    tests: tuple[PageTest, ...]
    sessions: Sessions | None
    information: str

    def chosen(self, verdict: str) -> tuple[Choice, ...]:
        """The relevant interventions of one verdict, in order."""
        return tuple(choice for choice in self.choices if choice.verdict == verdict and choice.relevant)


def make_plan(
    history: History, library: Library, answer: Assessment, on: date, steps: StepsSource | None = None
) -> Plan:
    """The plan for one assessed history on one day. Same history, same library, same day: same plan.

    `on` is the day of the plan; times of medicines are reckoned from the day of the history, if it has one.
    `steps` is where relief and exercises come from (the built-in shelves).
    """
    first = leading(answer)
    case = Case(history, library, answer, first.id if first else "")
    unlike = unlike_a_cramp(answer, library)
    choices = tuple(_held_back(choice, case, unlike) for choice in choose(history, library))
    shown = () if answer.urgency is Urgency.EMERGENCY_NOW else choices
    source = steps or BuiltInSteps()
    review = review_medicines(history, library, history.date or on, shown)
    sections = tuple(_sections(case, choices, source, unlike))
    return Plan(
        id=answer.id,
        on=on,
        library_version=answer.library_version,
        library_fingerprint=answer.library_fingerprint,
        urgency=answer.urgency,
        title=_title(case, review),
        care=care_lines(case),
        brief=(*brief_lines(case, unlike, bool(began_asks(review, case))), *began_before(review, case)),
        asked=answered(case),
        noticed=(*began_asks(review, case), *noticed_lines(case), *next_steps(case)),
        questions_left=len(answer.safety_questions_left),
        likely=likely_causes(answer),
        unlike_a_cramp=unlike,
        sections=sections,
        checks=_checks(case, choices, source) if answer.urgency < Urgency.SAME_DAY else (),
        groups=_groups(case),
        choices=shown,
        medicines=review,
        tests=tests_for(history, library, answer, review),
        sessions=_sessions(sections),
        information=INFORMATION,
    )


def _title(case: Case, review: MedicineReview) -> str:
    """A harmless level is no headline while a question is open, or while a line asks for something soon."""
    answer, texts = case.answer, plan_texts().texts
    if answer.urgency > Urgency.ROUTINE:
        return answer.urgency_title
    if week := week_title(case):
        return week
    if began_asks(review, case):
        return texts["week-title"]
    if not answer.provisional:
        return answer.urgency_title
    causes = case.library.causes
    grave = any(causes[c].urgency >= Urgency.WITHIN_DAYS or c in SHORT_OF_BLOOD for c in case.named)
    return texts["provisional-checked" if grave else "provisional-title"]


def _held_back(choice: Choice, case: Case, unlike: str) -> Choice:
    """What may be done at home is only discussed while somebody has to be seen, or when it is no cramp."""
    urgency, leading_ = case.answer.urgency, choice.intervention.leading
    if choice.id in was_tried(case):
        verdict = "discuss" if choice.verdict == "do_now" else choice.verdict
        return replace(choice, relevant=False, verdict=verdict)
    if (
        choice.id in WORKS_THE_MUSCLE
        and choice.verdict != "not_for_you"
        and not case.named.isdisjoint(NOT_WORKED)
    ):
        return replace(choice, verdict="discuss", relevant=False, because=(_not_settled(),))
    if choice.id == WARMTH and choice.verdict != "not_for_you" and _is_no_matter_of_warmth(case):
        return replace(choice, verdict="discuss", relevant=False)
    barred = choice.verdict == "not_for_you"
    if leading_ and not barred and (case.leader not in leading_ or urgency >= Urgency.SAME_DAY):
        return replace(choice, relevant=False)
    if choice.verdict == "do_now" and urgency >= Urgency.SAME_DAY:
        return replace(choice, verdict="discuss", because=(SEEN_FIRST,))
    if unlike and choice.verdict in ("do_now", "discuss") and _needs_a_true_cramp(choice):
        small = unlike[:1].lower() + unlike[1:]
        reason = Reason("", f"your answers fit {small} better than a cramp", "This is for true cramps.")
        return replace(choice, verdict="discuss", because=(*choice.because, reason))
    return choice


def _is_no_matter_of_warmth(case: Case) -> bool:
    """After sport or in the heat, or where the leg may lack blood, nobody is offered a warm pad."""
    known = plan_texts().situations
    hot = any_holds([known[id_] for id_ in ("sport", "sweats_or_heat")], case.history, case.library)
    night = holds(known["night_cramps"], case.history, case.library)
    return case.leader in SHORT_OF_BLOOD or (hot is Truth.YES and night is not Truth.YES)


def _not_settled() -> Reason:
    texts = plan_texts().texts
    return Reason("", texts["not-settled"], texts["not-settled-do"])


def _needs_a_true_cramp(choice: Choice) -> bool:
    """Of first aid only the stretch stays, for a muscle that goes hard; all else is for people who cramp."""
    one = choice.intervention
    if one.kind == FIRST_AID_KIND or one.id == "painkillers":
        return one.id != FIRST_AID
    return one.role == "self_care" and one.kind in ABOUT_THE_CRAMP and one.part != "prevention"


def _sections(
    case: Case, choices: tuple[Choice, ...], source: StepsSource, unlike: str
) -> Iterator[PlanSection]:
    doing = {choice.id: choice for choice in choices if choice.verdict == "do_now" or is_waiting(choice)}
    for part in PARTS_AT.get(case.answer.urgency, PARTS_AT_HOME):
        items = list(_items(part, case, choices, doing, source, unlike))
        if items:
            yield PlanSection(part, _section_title(part, unlike), tuple(items))


def _section_title(part: PlanPart, unlike: str) -> str:
    texts = plan_texts()
    if part == "kit" and unlike:
        return f"{texts.texts['kit-title']}: {unlike[:1].lower() + unlike[1:]}"
    return texts.texts["hard-title"] if part == "cramp" and unlike else texts.titles[part]


def _items(
    part: PlanPart,
    case: Case,
    choices: tuple[Choice, ...],
    doing: dict[str, Choice],
    source: StepsSource,
    unlike: str,
) -> Iterator[PlanItem]:
    if part == "first":
        yield from _questions(case)
        return
    if part == "cramp":
        barred = [c.id for c in choices if c.id in IN_THE_BOX and c.id not in doing]
        yield from _box(case, source, barred, bool(unlike), FIRST_AID in doing)
    for choice in doing.values():
        if choice.intervention.part == part and choice.verdict == "do_now" and choice.id not in IN_THE_BOX:
            yield item_of(choice, case, source)
    done = lines_done(case) | covered_lines(case)
    for line in plan_texts().lines:
        if part == "cramp" and FIRST_AID not in doing and line.id not in WITHOUT_FIRST_AID:
            continue
        if line.part == part and line.id not in done and is_said(line, doing, case):
            yield PlanItem(line.id, line.says)


def _box(
    case: Case, source: StepsSource, barred: list[str], short: bool, allowed: bool
) -> Iterator[PlanItem]:
    """The steps of a cramp for each place where this person cramps."""
    if not allowed:
        return
    found = source.cramp(case.history, case.library, tuple(barred), short)
    for steps in found:
        yield PlanItem(f"cramp-{steps.id}", steps.title, steps.lines, steps=steps)


def _questions(case: Case) -> Iterator[PlanItem]:
    """How many safety questions are open, and the first few in words, each with what a yes means."""
    asked = open_questions(case)
    left = len(case.answer.safety_questions_left)
    if not asked:
        return
    texts = plan_texts().texts
    lead = texts["open-all" if left <= len(asked) else "open-some"]
    yield PlanItem("open-questions", lead.format(left=left, shown=len(asked)))
    for one in asked:
        yield PlanItem(one.id, one.text, (one.yes,))


def _checks(case: Case, choices: tuple[Choice, ...], source: StepsSource) -> tuple[Check, ...]:
    """The one check list, with the items that wait for it."""
    return tuple(
        replace(check, items=tuple(item_of(c, case, source) for c in check.choices if c.id not in IN_THE_BOX))
        for check in one_check(choices, case.history)
    )


def item_of(choice: Choice, case: Case, source: StepsSource) -> PlanItem:
    """An intervention as an item, with its steps."""
    one = choice.intervention
    steps = source.exercise(one.exercise, case.history, case.library) if one.exercise else None
    title = steps.title if steps and steps.id != one.exercise else one.name
    return PlanItem(one.id, title, how_lines(choice, steps), True, steps, one.part)


def how_lines(choice: Choice, steps: Steps | None = None) -> tuple[str, ...]:
    """How it is done by this person. Of an exercise the stated amount too; of a pill the plan says none.

    A programme that stands in the place of the one that was tested has no stated amount.
    """
    one = choice.intervention
    as_tested = one.kind == "physical" and (steps is None or steps.id == one.exercise)
    stated = (one.dose.text,) if one.dose is not None and as_tested else ()
    own = steps.lines if steps and steps.lines else one.how
    return tuple(dict.fromkeys((*own, *stated, *choice.adaptations)))


def _groups(case: Case) -> tuple[GroupNote, ...]:
    """Notes of the person's groups; at same-day level only words of safety, at emergency level none."""
    urgency = case.answer.urgency
    return tuple(
        GroupNote(group.id, group.name, group.says, group.figures, group.sources)
        for group in plan_texts().groups
        if urgency < Urgency.SAME_DAY or (group.when_urgent and urgency is Urgency.SAME_DAY)
        if holds(group.situation, case.history, case.library) is Truth.YES
    )


def _sessions(sections: tuple[PlanSection, ...]) -> Sessions | None:
    for section in sections:
        for item in section.items:
            if item.id == PROGRAMME:
                exercise = item.steps.id if item.steps else PROGRAMME_ID
                return Sessions(exercise, item.title, NIGHTS, item.lines)
    return None
