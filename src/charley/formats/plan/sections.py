"""A plan as titled sections of plain lines, shared by text, Markdown and PDF."""

from __future__ import annotations

from collections.abc import Iterator

from charley.advice.checks import Check, glue
from charley.advice.interventions import Choice, Reason
from charley.advice.medicines import KEEP, MedicineFound
from charley.advice.plan import Plan, PlanSection
from charley.advice.plan_items import PlanItem
from charley.advice.plan_texts import plan_texts
from charley.formats.sections import Section
from charley.records.interventions import Certainty
from charley.records.plan_texts import PlanPart
from charley.records.rules import Urgency

MOST_DISCUSSED = 2
MOST_DECLINED = 4
MOST_QUESTIONS = 8
LIKELY = 0.6
PRESCRIBED = ("medicine", "procedure")
UNASKED = frozenset({"vitamin-k2"})
"""What can be bought but nobody is told of: the clinician's page has it."""

REVIEWS = "review-"
"""Interventions that the question sheet about medicines covers already."""

PROOF: dict[Certainty, str] = {
    "high": "strong",
    "moderate": "fair",
    "low": "weak",
    "very low": "very weak",
    "none": "none",
}
TITLES = {
    "noticed": "What to do about it",
    "why": "What may be behind it",
    "check": "Check this first",
    "groups": "Good to know for you",
    "medicines": "Ask your doctor or pharmacist",
    "discuss": "To talk over with a doctor or pharmacist",
    "declined": "Not for you",
    "no_help": "Does not help",
    "about": "About this plan",
}


def plan_sections(plan: Plan) -> list[Section]:
    """Every part that has something to say: care, what to do first, the danger signs, and then the rest."""
    built = [
        Section(plan.title, plan.care),
        *(_part(section) for section in _of(plan, "urgent")),
        Section(TITLES["noticed"], tuple(_to_do(plan))),
        *(_part(section) for section in _of(plan, "kit")),
        *(_part(section) for section in _of(plan, "cramp")),
        *(_part(section) for section in _of(plan, "come_back", "first")),
        Section(TITLES["why"], tuple(_why(plan))),
        Section(TITLES["check"], tuple(line for check in plan.checks for line in _check(check))),
        *(_in_part(plan, part) for part in ("tonight", "this_week", "six_weeks", "prevention")),
        Section(TITLES["groups"], tuple(_groups(plan))),
        Section(TITLES["medicines"], tuple(_medicines(plan))),
        Section(TITLES["discuss"], tuple(_discussed(plan))),
        Section(TITLES["declined"], tuple(_declined(plan))),
        Section(TITLES["no_help"], tuple(_no_help(plan))),
        *(_part(section) for section in _of(plan, "bring")),
        Section(TITLES["about"], tuple(_about(plan))),
    ]
    return [section for section in built if section.lines]


def more_sections(plan: Plan) -> list[Section]:
    """The long form, for below the page: the same care first, under a title of its own."""
    care, *rest = plan_sections(plan)
    return [Section(plan_texts().texts["more"], (f"{care.title}.", *care.lines)), *rest]


def _to_do(plan: Plan) -> Iterator[str]:
    for section in _of(plan, "what_to_do"):
        yield from (line for item in section.items for line in item_lines(item))
    yield from (f"- {line}" for line in plan.noticed)


def _in_part(plan: Plan, part: PlanPart) -> Section:
    """A part with what may be done in it once the check list was gone through."""
    lines = [line for section in _of(plan, part) for item in section.items for line in item_lines(item)]
    waiting = [item for check in plan.checks for item in check.items if item.part == part]
    found = [line for item in waiting for line in item_lines(item)]
    return Section(plan_texts().titles[part], (*found, *lines))


def _of(plan: Plan, *parts: str) -> Iterator[PlanSection]:
    return (section for section in plan.sections if section.part in parts)


def _part(section: PlanSection) -> Section:
    return Section(section.title, tuple(line for item in section.items for line in item_lines(item)))


def item_lines(item: PlanItem) -> Iterator[str]:
    """One entry of a part: its title, and its own lines below it."""
    yield f"- {item.title}"
    yield from (f"  {line}" for line in item.lines)


def _why(plan: Plan) -> Iterator[str]:
    if plan.urgency >= Urgency.SAME_DAY:
        return
    if not plan.likely:
        yield plan_texts().texts["no-one-cause"]
        return
    if plan.unlike_a_cramp:
        yield f"Your answers fit {small(plan.unlike_a_cramp)} better than a true cramp."
    for cause in plan.likely:
        yield f"- {cause.name}: {'likely' if cause.probability >= LIKELY else 'possible'}"
        yield f"  {cause.meaning}"


def _check(check: Check) -> Iterator[str]:
    """One list, each entry with what to do when it is so."""
    yield plan_texts().texts["check-lead"]
    for reason in check.checks:
        yield f"- {reason.says[:1].upper()}{reason.says[1:]}?"
        yield f"  {reason.because}"


def _groups(plan: Plan) -> Iterator[str]:
    for note in plan.groups:
        yield f"- {note.name}"
        yield from (f"  {line}" for line in note.says)


def _medicines(plan: Plan) -> Iterator[str]:
    review = plan.medicines
    if plan.urgency is Urgency.EMERGENCY_NOW or not (review.found or review.notes):
        return
    yield KEEP
    for one in review.found:
        yield from _medicine(one)
    for note in review.notes:
        yield f"- {note.says}"
    if review.sheet:
        yield "- Questions to take along"
        yield from (f"  {question}" for question in review.sheet[:MOST_QUESTIONS])
    if not review.complete:
        yield "We did not understand every name on your list. Show all of it."


def _medicine(one: MedicineFound) -> Iterator[str]:
    yield f"- {', '.join(one.names)}: {proof(one)}"
    yield f"  {one.entry.says} {one.timing.says}"
    yield f"  {one.entry.keep}"


def proof(one: MedicineFound) -> str:
    """How strong the proof is that the medicine goes with cramps, in words."""
    return {
        "good": "records tie it to cramps, which is no proof",
        "fair": "some records tie it to cramps, which is no proof",
        "weak": "only weak hints tie it to cramps",
        "reports": "only single reports tie it to cramps",
    }[one.entry.strength]


def _discussed(plan: Plan) -> Iterator[str]:
    """What a professional may decide: the first few in full, the others by name."""
    left = _to_discuss(plan)
    for choice in left[:MOST_DISCUSSED]:
        yield f"- {choice.intervention.name}"
        yield f"  {choice.intervention.summary} Proof: {PROOF[choice.intervention.certainty]}."
        yield from _cautions(choice)


def _to_discuss(plan: Plan) -> list[Choice]:
    """All that is not said elsewhere; while somebody has to be seen today, only what a team does."""
    waiting = {choice.id for check in plan.checks for choice in check.choices}
    left = [choice for choice in plan.chosen("discuss") if choice.id not in waiting]
    left = [choice for choice in left if choice.intervention.role == "clinician"]
    left = [choice for choice in left if not choice.id.startswith(REVIEWS) and not _is_untried(choice)]
    if plan.urgency < Urgency.SAME_DAY:
        return left
    groups = {group.id for group in plan.groups}
    return [
        choice
        for choice in left
        if choice.intervention.role == "clinician"
        and not groups.isdisjoint(situation.id for situation in choice.intervention.worth_it_when)
    ]


def _is_untried(choice: Choice) -> bool:
    """A prescriber's choice with hardly any proof: the clinician's page has it."""
    return choice.intervention.kind == "medicine" and choice.intervention.certainty in ("very low", "low")


def _cautions(choice: Choice) -> Iterator[str]:
    for reason in choice.because:
        yield f"  Because {because(reason)}"
    if choice.first_check:
        yield f"  Not if {glue([r.says for r in choice.first_check], 'or')}."


def because(reason: Reason) -> str:
    """A reason as the end of a sentence that begins with "because"."""
    return f"{reason.says}. {reason.because}"


def _declined(plan: Plan) -> Iterator[str]:
    if plan.urgency >= Urgency.SAME_DAY:
        return
    chosen = [choice for choice in plan.chosen("not_for_you") if is_asked_for(choice)]
    for choice in sorted(chosen, key=lambda one: one.intervention.role != "never")[:MOST_DECLINED]:
        why = "; ".join(small(reason.says) for reason in choice.because[:2])
        yield f"- {choice.intervention.name}{f': not for you, as {why}' if why else ''}"
        yield f"  {choice.because[0].because if choice.because else choice.intervention.summary}"


def is_asked_for(choice: Choice) -> bool:
    """Whether people can get it themselves; what only a prescriber gives is left out, but for quinine."""
    one = choice.intervention
    return one.role == "never" or (one.kind not in PRESCRIBED and choice.id not in UNASKED)


def _no_help(plan: Plan) -> Iterator[str]:
    """The first in full, the others by name."""
    if plan.urgency >= Urgency.SAME_DAY:
        return
    chosen = [choice for choice in plan.chosen("does_not_help") if is_asked_for(choice)]
    for choice in chosen[:1]:
        yield f"- {choice.intervention.name}"
        yield f"  {choice.intervention.summary}"
    if chosen[1:]:
        names = glue([small(choice.intervention.name) for choice in chosen[1:]], "and")
        yield f"- No proof of help: {names}."


def _about(plan: Plan) -> Iterator[str]:
    yield plan.information
    yield f"Made on {plan.on.isoformat()} with library {plan.library_version}."


def small(text: str) -> str:
    """A phrase that goes on within a sentence; a word of capitals stays."""
    return text if text[:2].isupper() else text[:1].lower() + text[1:]
