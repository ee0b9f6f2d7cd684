"""The page for a visit of fifteen minutes: what changed, causes, medicines, tests, red flags answered."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from itertools import zip_longest

from charley.advice.clinician_told import (
    Asked,
    asked_of,
    changed_of,
    told_of,
    unclear_of,
    values_of,
    who_of,
    without_parts,
)
from charley.advice.dangers import can_be, can_be_named, examination, not_missed, to_exclude
from charley.advice.interventions import Choice
from charley.advice.own_words import said_of
from charley.advice.plan import Plan
from charley.advice.situations import any_holds
from charley.advice.tell_them import NEW_MEDICINE
from charley.advice.tests_asked import PageTest, beside
from charley.assessment import Assessment, CauseFound, Contribution, FiredRule, UrgencySource
from charley.history import History
from charley.library.shelves import load_shelf
from charley.records.guidelines import Guideline, GuidelinePoint, Guidelines
from charley.records.library import Library
from charley.records.rules import Urgency
from charley.truth import Truth, judge

CAUSES_SHOWN = 3
LEAST_EXAMINED, EXAMINED = 2, 5
MOST_WORDS = 1_500
"""Letters of the story on the page."""

LEAST_NAMED_HERE = 0.05
"""Chance from which a second or third cause is worth its lines on the page (judged: one in twenty)."""

LEADS_TOO = 0.2
LEAST_POSSIBLE = 0.1
"""Beside what must be excluded, a cause is named from this chance on (judged: one in ten)."""

MANY_OPEN = 3
"""Open bars from which an option stands behind the others (judged)."""

NEW_MEDICINE_SAYS = "a medicine or dose was new or changed"

EMERGENCY = "emergency department"
AT_HOME = ("pharmacist", "self-care", "physiotherapist", "podiatrist", "GP if sleep is lost")
FAMILY_DOCTOR = "GP or family doctor"
PLACES: tuple[tuple[str, str], ...] = (
    ("maternity", "maternity unit (triage)"),
    ("dialysis", "dialysis unit"),
    ("crisis line", "crisis team or emergency department"),
    ("ambulance now", "emergency department, by ambulance"),
    ("emergency department", EMERGENCY),
)
"""Words of the person's order, and the place that they send to."""


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
    their own notes; `feared` is what must not be missed beside them. `refer` names the place of the level
    first, then who sees the leading causes. `options` are interventions that were left to discuss,
    `declined` those that are not for this person. `in_play` are the causes that the page is about.
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
    feared: tuple[str, ...]
    in_play: tuple[str, ...]
    asked: Asked
    examine: tuple[str, ...]
    tests: tuple[PageTest, ...]
    refer: tuple[str, ...]
    options: tuple[Choice, ...]
    declined: tuple[Choice, ...]
    cited: tuple[Cited, ...]
    unclear: tuple[str, ...]
    plan: Plan


@cache
def guidelines() -> Guidelines:
    """The built-in shelf of guidelines."""
    shelf: Guidelines = load_shelf("guidelines", Guidelines)
    return shelf


def clinician_page(history: History, library: Library, answer: Assessment, plan: Plan) -> ClinicianPage:
    """The clinician's page with the same content as the plan."""
    today = answer.urgency >= Urgency.SAME_DAY
    excluded = to_exclude(answer, history, library)
    causes = _causes(answer, history, library, excluded.causes)
    named = tuple(cause.id for cause in causes)
    leading = excluded.causes or named if today else (*excluded.causes, *named)
    beside_these = (*excluded.causes, *_strong(causes))
    feared = not_missed(beside_these or leading, {*excluded.causes, *named}, answer, history, library)
    in_play = tuple(dict.fromkeys((*excluded.causes, *named, *feared.causes)))
    return ClinicianPage(
        who=who_of(history),
        level=library.urgency_texts[_level(answer)].clinician,
        urgency=answer.urgency,
        urgency_from=answer.urgency_from,
        red_flags=tuple(rule for rule in answer.red_flags if rule.level > Urgency.SELF_CARE),
        words=_story(history.text),
        complaint=tuple(told_of(history, library, about_episode=True)),
        changed=changed_of(history, library),
        background=without_parts(told_of(history, library, about_episode=False)),
        values=tuple(values_of(history, library)),
        excluded=excluded.names,
        causes=tuple((_quoted(cause, history), library.causes[cause.id].for_clinicians) for cause in causes),
        feared=feared.names,
        in_play=in_play,
        asked=asked_of(history, library, answer),
        examine=_examine(leading, feared.causes, answer, history, library),
        tests=beside((*excluded.tests, *feared.tests), plan.tests, history, library),
        refer=_refer((*excluded.causes, *named), library, plan),
        options=() if today else _options(plan, named[0] if named else "", library),
        declined=() if today else _declined(plan),
        cited=() if today else tuple(cited_guidelines(history, library, named[0] if named else "")),
        unclear=unclear_of(history, answer, library),
        plan=plan,
    )


def _strong(causes: tuple[CauseFound, ...]) -> tuple[str, ...]:
    """The leading cause, and any other that is likely enough to ask what goes with it."""
    return tuple(c.id for i, c in enumerate(causes) if not i or c.probability >= LEADS_TOO)


def _level(answer: Assessment) -> Urgency:
    """Self-care is no level for a clinician to read while a core safety question is open."""
    return max(answer.urgency, Urgency.ROUTINE) if answer.provisional else answer.urgency


def _story(text: str) -> str:
    """The story whole; a very long one up to the end of a sentence."""
    words = " ".join(text.split())
    if len(words) <= MOST_WORDS:
        return words
    cut = words[:MOST_WORDS]
    end = max(cut.rfind(mark) for mark in (". ", "! ", "? ")) + 1
    return f"{cut[: end or cut.rfind(' ')]} … (cut)"


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
        if can_be(library.causes[cause.id], history, library) and can_be_named(cause.id, history, library)
        if not today
        or (
            cause.id not in excluded
            and cause.probability >= LEAST_POSSIBLE
            and library.causes[cause.id].urgency > Urgency.SELF_CARE
        )
    ]
    ranked = sorted(left, key=lambda cause: (-cause.probability, cause.id))
    return tuple(c for i, c in enumerate(ranked[:CAUSES_SHOWN]) if not i or c.probability >= LEAST_NAMED_HERE)


def _quoted(cause: CauseFound, history: History) -> CauseFound:
    """A cause whose reasons stand in the person's own words, where they were read in the story."""

    def own(reasons: tuple[Contribution, ...]) -> tuple[Contribution, ...]:
        return tuple(replace(one, says=said_of(one.finding, _timeless(one), history)) for one in reasons)

    against = tuple(
        one if one.says == said.says else replace(said, says=f"{said.says} (read as: {_timeless(one)})")
        for one, said in zip(cause.against, own(cause.against), strict=True)
    )
    return replace(cause, speaks_for=own(cause.speaks_for), against=against)


def _timeless(reason: Contribution) -> str:
    """A reason without the "last 3 months" of its question: the medicine review tells the time."""
    return NEW_MEDICINE_SAYS if reason.finding == NEW_MEDICINE else reason.says


def _examine(
    leading: tuple[str, ...], feared: tuple[str, ...], answer: Assessment, history: History, library: Library
) -> tuple[str, ...]:
    """The lines of the examination that fit a cause still in play and the place of the complaint.

    In play are the dangers that the rules suspect and the leading causes; when their lines are few, the
    dangers that are not settled; and without an urgent rule the other causes from one in ten on.
    """
    lines = [
        line
        for line in examination().lines.values()
        if line.when is None or judge(line.when, history, library).truth is Truth.YES
    ]
    rows = zip_longest(*([line.says for line in lines if cause in line.causes] for cause in leading))
    found = dict.fromkeys(says for row in rows for says in row if says is not None)
    others = list(feared)
    if answer.urgency < Urgency.SAME_DAY:
        others += [cause.id for cause in answer.causes if cause.probability >= LEAST_POSSIBLE]
    for cause in others:
        if len(found) < LEAST_EXAMINED:
            found |= dict.fromkeys(line.says for line in lines if cause in line.causes)
    return tuple(found)[:EXAMINED]


def _refer(leading: tuple[str, ...], library: Library, plan: Plan) -> tuple[str, ...]:
    """The place of the level first, then who sees the leading causes, without those who wait at home."""
    named = dict.fromkeys(
        part for cause in leading[:3] for who in library.causes[cause].who_to_see for part in who.split("; ")
    )
    named = dict.fromkeys(who for who in named if who != "self-care")
    if plan.urgency < Urgency.SAME_DAY:
        return tuple(named)
    order = plan.care[0] if plan.care else ""
    place = next((where for word, where in PLACES if word in order.partition(". ")[0] + ". "), "")
    first = place or f"{FAMILY_DOCTOR} or urgent care, today"
    rest = [who for who in named if not _is_said_by(who, first, plan.urgency)]
    return tuple(dict.fromkeys((first, *rest)))


def _is_said_by(who: str, first: str, urgency: Urgency) -> bool:
    """Whether somebody needs no name beside the place of the level, or cannot help at that level."""
    waits = who.startswith((*AT_HOME, FAMILY_DOCTOR))
    return waits or (EMERGENCY in who and (urgency is Urgency.EMERGENCY_NOW or who == first))


def _options(plan: Plan, leader: str, library: Library) -> tuple[Choice, ...]:
    """What only a professional can decide: the fewest open bars first.

    One small trial of something that people can buy does not count before all medicines are known. What
    is for one illness alone is left out when another cause leads.
    """
    found = [
        choice
        for choice in plan.chosen("discuss")
        if choice.intervention.role != "self_care"
        if not (_is_single_trial(choice) and not plan.medicines.told)
        if not _is_for_another(choice, leader, library)
    ]
    return tuple(sorted(found, key=lambda choice: len(choice.first_check) > MANY_OPEN))


def _is_single_trial(choice: Choice) -> bool:
    return choice.intervention.kind == "supplement" and choice.intervention.trials <= 1


def _is_for_another(choice: Choice, leader: str, library: Library) -> bool:
    """Whether every situation of an option is a cause of its own, and not the leading one."""
    about = {situation.id for situation in choice.intervention.worth_it_when}
    return bool(about) and about <= library.causes.keys() and leader not in about


def _declined(plan: Plan) -> tuple[Choice, ...]:
    return tuple(choice for choice in plan.chosen("not_for_you") if choice.because)


def cited_guidelines(history: History, library: Library, leader: str = "") -> Iterable[Cited]:
    """Every body with the points that were read and apply to this person and the leading cause."""
    for guideline in guidelines().by_id.values():
        points = tuple(
            point for point in guideline.points if point.seen and _applies(point, leader, history, library)
        )
        if points:
            yield Cited(guideline, points)


def _applies(point: GuidelinePoint, leader: str, history: History, library: Library) -> bool:
    leading = guidelines().leading
    if not point.when:
        return leader in leading.get("", frozenset({leader}))
    about = [one for one in point.when if leader in leading.get(one.id, frozenset({leader}))]
    return any_holds(about, history, library) is Truth.YES
