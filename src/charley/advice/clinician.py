"""The page for a visit of fifteen minutes: what changed, causes, medicines, tests, red flags answered."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import zip_longest

from charley.advice.interventions import Choice
from charley.advice.open_questions import open_ids
from charley.advice.plan import Plan
from charley.advice.plan_texts import Case
from charley.advice.situations import any_holds
from charley.advice.tests_asked import PageTest
from charley.assessment import Assessment, CauseFound, FiredRule, RuledOut, UrgencySource
from charley.history import History
from charley.library.shelves import load_shelf
from charley.people import pregnancy, pregnancy_states
from charley.records.causes import Cause
from charley.records.examination import Examination
from charley.records.findings import Finding
from charley.records.guidelines import Guideline, GuidelinePoint, Guidelines
from charley.records.library import Library
from charley.records.rules import Urgency
from charley.truth import Truth, judge
from charley.wording import number_text, result_text, say_answer, say_fact

CHANGES = ("first_started", "medicine_change_3m", "new_hard_exercise", "sedative_cut", "neck_surgery")
FEARED_SHOWN = 4
OPTIONS_SHOWN = 4
CAUSES_SHOWN = 3
EXCLUDED_SHOWN = 8
LEAST_EXAMINED, EXAMINED = 2, 5
LEAST_EXAMINED_FOR = 0.01
"""Chance of an unsettled danger from which it is looked for (judged: one in a hundred)."""

NEVER_WITHOUT = 0.93
"""A fact that all but everybody with a cause has: without it the cause is not feared."""

LEAST_NAMED_HERE = 0.05
"""Chance from which a second or third cause is worth its lines on the page (judged: one in twenty)."""

LEAST_FEARED = 0.001
HARDLY = 0.01
"""A cause so many times rarer in somebody's state of pregnancy is not theirs."""

LEAST_POSSIBLE = 0.1
"""Beside what must be excluded, a cause is named from this chance on (judged: one in ten)."""


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

    `level` is the urgency in a clinician's words, `words` what the person wrote. `excluded` are the dangers
    that the rules of today suspect; then `causes` leaves out what is looked after at home. Causes come with
    their own notes. `refer` names who sees the leading causes. `options` are interventions that were left to
    discuss,
    `declined` those that are not for this person.
    """

    who: str
    level: str
    urgency: Urgency
    urgency_from: tuple[UrgencySource, ...]
    red_flags: tuple[FiredRule, ...]
    words: str
    complaint: tuple[str, ...]
    changed: tuple[str, ...]
    background: tuple[str, ...]
    values: tuple[str, ...]
    excluded: tuple[str, ...]
    causes: tuple[tuple[CauseFound, str], ...]
    feared: tuple[RuledOut, ...]
    asked: Asked
    examine: tuple[str, ...]
    tests: tuple[PageTest, ...]
    refer: tuple[str, ...]
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


@cache
def examination() -> Examination:
    """The built-in shelf of what a clinician examines."""
    shelf: Examination = load_shelf("examination", Examination)
    return shelf


def clinician_page(history: History, library: Library, answer: Assessment, plan: Plan) -> ClinicianPage:
    """The clinician's page with the same content as the plan."""
    today = answer.urgency >= Urgency.SAME_DAY
    excluded = _excluded(answer, history, library)
    causes = _causes(answer, history, library, excluded)
    named = tuple(cause.id for cause in causes)
    leading = excluded or named if today else (*excluded, *named)
    feared = _feared(answer, set(excluded), history, library)
    return ClinicianPage(
        who=_who(history),
        level=library.urgency_texts[answer.urgency].clinician,
        urgency=answer.urgency,
        urgency_from=answer.urgency_from,
        red_flags=tuple(rule for rule in answer.red_flags if rule.level > Urgency.SELF_CARE),
        words=" ".join(history.text.split()),
        complaint=tuple(_told(history, library, about_episode=True)),
        changed=_changed(history, library),
        background=tuple(dict.fromkeys(_told(history, library, about_episode=False))),
        values=tuple(_values(history, library)),
        excluded=tuple(library.causes[id_].name for id_ in excluded),
        causes=tuple((cause, library.causes[cause.id].for_clinicians) for cause in causes),
        feared=feared,
        asked=_asked(history, library, answer),
        examine=_examine(leading, feared, answer),
        tests=plan.tests,
        refer=_refer((*excluded, *named), library),
        doing=tuple(choice.intervention.name for choice in plan.chosen("do_now")),
        options=() if today else _options(plan),
        declined=() if today else _declined(plan),
        cited=tuple(cited_guidelines(history, library)),
        contradictions=answer.contradictions,
        not_understood=answer.not_understood,
        plan=plan,
    )


def _excluded(answer: Assessment, history: History, library: Library) -> tuple[str, ...]:
    """What the rules of today suspect: the first of each rule, then the second, the likeliest rule first."""
    chances = {cause.id: cause.probability for cause in answer.causes}
    chances |= {entry.id: entry.probability for entry in answer.ruled_out}
    rules = [rule for rule in answer.red_flags if rule.level >= Urgency.SAME_DAY]
    rules.sort(key=lambda rule: -max((chances.get(cause, 0.0) for cause in rule.suspected), default=0.0))
    rows = zip_longest(*(rule.suspected for rule in rules))
    found = dict.fromkeys(cause for row in rows for cause in row if cause is not None)
    states = pregnancy_states(history)
    return tuple(
        id_
        for id_ in found
        if any(library.causes[id_].by_pregnancy.get(state, 1.0) >= HARDLY for state in states)
    )[:EXCLUDED_SHOWN]


def _causes(
    answer: Assessment, history: History, library: Library, excluded: tuple[str, ...]
) -> tuple[CauseFound, ...]:
    """The three likeliest; no medicine while none is known.

    Where somebody is seen today, neither plain cramps nor what is named above.
    """
    today = answer.urgency >= Urgency.SAME_DAY
    left = [
        cause
        for cause in answer.causes
        if _can_be(library.causes[cause.id], history, library)
        if not today
        or (
            cause.id not in excluded
            and cause.probability >= LEAST_POSSIBLE
            and library.causes[cause.id].urgency > Urgency.SELF_CARE
        )
    ]
    ranked = sorted(left, key=lambda cause: (-cause.probability, cause.id))
    return tuple(c for i, c in enumerate(ranked[:CAUSES_SHOWN]) if not i or c.probability >= LEAST_NAMED_HERE)


def _examine(leading: tuple[str, ...], feared: tuple[RuledOut, ...], answer: Assessment) -> tuple[str, ...]:
    """The lines of the examination that fit a cause still in play, in their order.

    In play are the dangers that the rules suspect and the leading causes; when their lines are few, the
    dangers that are not settled; and without an urgent rule the other causes from one in ten on.
    """
    lines = examination().lines.values()
    found = dict.fromkeys(line.says for cause in leading for line in lines if cause in line.causes)
    others = [entry.id for entry in feared if entry.probability >= LEAST_EXAMINED_FOR]
    if answer.urgency < Urgency.SAME_DAY:
        others += [cause.id for cause in answer.causes if cause.probability >= LEAST_POSSIBLE]
    for cause in others:
        if len(found) < LEAST_EXAMINED:
            found |= dict.fromkeys(line.says for line in lines if cause in line.causes)
    return tuple(found)[:EXAMINED]


def _refer(leading: tuple[str, ...], library: Library) -> tuple[str, ...]:
    """Who sees the leading causes, without those who look after themselves."""
    named = dict.fromkeys(who for cause in leading[:3] for who in library.causes[cause].who_to_see)
    return tuple(who for who in named if who != "self-care")


def _values(history: History, library: Library) -> Iterable[str]:
    """Each result as it was told, with its day, and in the usual unit where that is another."""
    days = {told.told: told.meaning.partition(" on ")[2] for told in history.understood}
    for result in history.labs:
        analyte = library.analytes[result.analyte]
        number = f"{float(f'{result.value:.2g}'):g}"
        same = not result.told or analyte.unit in result.told or number in result.told
        usual = "" if same else f" = {number} {analyte.unit}"
        told = result.told or result_text(result, analyte)
        yield f"{analyte.name}: {told}{usual}; {days.get(result.told) or 'date not told'}"


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


def _feared(
    answer: Assessment, excluded: set[str], history: History, library: Library
) -> tuple[RuledOut, ...]:
    """Dangerous causes that are not settled, the likeliest first, apart from those that rules suspect."""
    dangerous = [
        entry
        for entry in answer.ruled_out
        if entry.urgency >= Urgency.SAME_DAY
        and entry.id not in excluded
        and not entry.settled
        and entry.probability >= LEAST_FEARED
        and _can_be(library.causes[entry.id], history, library)
    ]
    return tuple(sorted(dangerous, key=lambda e: (-e.probability, e.id))[:FEARED_SHOWN])


def _can_be(cause: Cause, history: History, library: Library) -> bool:
    """Not a cause that hangs on what nobody told, such as dialysis; nor a medicine while no list is known."""
    if cause.kind == "drug" and history.answer("medicines") is None:
        return False
    return all(
        judge(entry.condition, history, library).truth is Truth.YES
        for entry in cause.evidence
        if entry.risk and entry.chance.value >= NEVER_WITHOUT
    )


def _asked(history: History, library: Library, answer: Assessment) -> Asked:
    """Yes is every answer on which a rule fired, and every other safety question answered so."""
    safety = {f.id: f for f in library.findings.values() if _is_safety(f)}
    fired = (fact for rule in answer.red_flags if rule.level > Urgency.SELF_CARE for fact in rule.facts)
    said = (say_fact(fact, history, library) for fact in fired if _is_told(fact, history))
    told = {id_: history.answers.get(id_) for id_ in safety}
    yes = (safety[id_].says_yes for id_ in safety if told[id_] is True)
    left = open_ids(Case(history, library, answer))
    return Asked(
        yes=tuple(dict.fromkeys([*said, *yes])),
        no=tuple(f.says_no or f"not: {f.says_yes}" for id_, f in safety.items() if told[id_] is False),
        open=tuple(library.findings[id_].says_yes or library.findings[id_].question for id_ in left),
    )


def _is_told(fact: str, history: History) -> bool:
    """A value, or an answer other than no."""
    return fact.startswith("lab:") or history.answers.get(fact) not in (None, False)


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
