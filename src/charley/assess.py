"""The heart: one pure function from a History to an Assessment. No clock, no files, no chance."""

from __future__ import annotations

from dataclasses import replace

from charley.asking import next_questions
from charley.assessment import (
    Assessment,
    CauseFound,
    Contribution,
    FiredRule,
    NextQuestion,
    TrueCramp,
)
from charley.consider import Considered, consider
from charley.feared import ruled_out
from charley.history import History
from charley.network.engine import CauseEngine, CauseScore, Ranking
from charley.network.narrow import say_narrow
from charley.network.whatif import what_if
from charley.population import people_like_you
from charley.records.library import Library
from charley.records.rules import Urgency
from charley.replies import replies
from charley.triage import UrgencyVerdict, safety_questions_left
from charley.truth import Truth, test
from charley.wording import say_reason

SHOWN = 6
LEAST_SHOWN = 0.02
MOST_TELLS = 3
DRAWS = 200
REPLIED = 2
"""For so many of the next questions the answer says what each reply would change."""

FEW_REPLIES = ("yes_no", "choice")
"""The kinds of question whose replies can be gone through one by one."""

LEAST_WEIGHT = 1.0
"""Weights under one deciban (a ratio of about 1.26) are left out of the reasons."""

INFORMATION = "This is information, not a diagnosis. It does not replace being seen by a doctor."


def assess(history: History, library: Library, engine: CauseEngine | None = None) -> Assessment:
    """Assess one person's history with one library. Same history, same library, same answer."""
    here = consider(history, library, engine, DRAWS)
    fired, suspected, ranking, verdict = here.fired, here.suspected, here.ranking, here.verdict
    left = safety_questions_left(history, library)
    shown = [
        score
        for score in ranking.scores[:SHOWN]
        if score.probability >= LEAST_SHOWN
        or suspected.get(score.cause, Urgency.SELF_CARE) >= Urgency.SAME_DAY
    ]
    causes = tuple(_found(score, history, library) for score in shown or ranking.scores[:1])
    return Assessment(
        id=history.id,
        library_version=library.version,
        library_fingerprint=library.fingerprint,
        engine=ranking.engine,
        urgency=verdict.level,
        urgency_title=_title(verdict.level, bool(left), library),
        urgency_from=verdict.sources,
        provisional=bool(left),
        safety_questions_left=left,
        red_flags=fired,
        true_cramp=_true_cramp(ranking, history, library),
        people_like_you=people_like_you(history, library),
        mechanisms=tuple((name, round(chance, 4)) for name, chance in ranking.mechanisms.items()),
        what_if=what_if(history, library, ranking),
        narrow=say_narrow(ranking, library),
        causes=causes,
        ruled_out=ruled_out(history, library, ranking, {cause.id for cause in causes}, fired),
        next_questions=_questions(history, library, here, engine),
        tests=here.tests,
        advice=_advice(verdict, bool(left), history, library, fired_tells=_tells(fired, verdict.level)),
        understood=tuple(
            (u.where, f"{u.meaning}{' (a guess)' if u.guess else ''}") for u in history.understood
        ),
        not_understood=history.not_understood,
        contradictions=history.contradictions,
        to_confirm=tuple((id_, library.findings[id_].question) for id_ in history.to_confirm),
        readings=history.readings,
    )


def _questions(
    history: History, library: Library, here: Considered, engine: CauseEngine | None
) -> tuple[NextQuestion, ...]:
    """The next questions; for the first with few replies what each reply would change."""
    questions = next_questions(history, library, here.ranking, verdicts=here.verdicts)
    few = [q.id for q in questions if library.findings[q.id].type in FEW_REPLIES][:REPLIED]
    return tuple(
        replace(q, replies=replies(library.findings[q.id], history, library, here, engine))
        if q.id in few
        else q
        for q in questions
    )


def _found(score: CauseScore, history: History, library: Library) -> CauseFound:
    cause = library.causes[score.cause]
    reasons = _reasons(score, history, library)
    return CauseFound(
        id=cause.id,
        name=cause.name,
        clinical_name=cause.clinical_name,
        icd10cm=cause.icd10cm,
        probability=round(score.probability, 4),
        interval=(round(score.low, 4), round(score.high, 4)),
        urgency=cause.urgency,
        summary=cause.summary,
        speaks_for=tuple(r for r in reasons if r.weight > 0),
        against=tuple(r for r in reasons if r.weight < 0),
        chain=_chain(score, history, library),
        settled_by=tuple(library.tests[id_].name for id_ in cause.confirmed_by),
        sources=cause.sources,
    )


def _reasons(score: CauseScore, history: History, library: Library) -> list[Contribution]:
    """Each told reason once, the strongest first; several weights of the same words are added."""
    sums: dict[tuple[str, str], float] = {}
    for weight in score.weights:
        if weight.told:
            reason = (weight.fact, say_reason(weight.fact, weight.condition, history, library))
            sums[reason] = sums.get(reason, 0.0) + weight.decibans
    strong = [(fact, says, total) for (fact, says), total in sums.items() if abs(total) >= LEAST_WEIGHT]
    strong.sort(key=lambda reason: (-abs(reason[2]), reason[0]))
    return [Contribution(fact, says, round(total, 1)) for fact, says, total in strong]


def _chain(score: CauseScore, history: History, library: Library) -> tuple[str, ...]:
    """The person's own risk facts, then the cause's mechanism, first step to cramp."""
    cause = library.causes[score.cause]
    risks = {entry.condition.finding for entry in cause.evidence if entry.risk}
    own = [
        say_reason(weight.fact, weight.condition, history, library)
        for weight in score.weights
        if weight.told and weight.fact in risks and weight.decibans >= LEAST_WEIGHT
    ]
    return (*own, *cause.mechanism)


def _true_cramp(ranking: Ranking, history: History, library: Library) -> TrueCramp:
    because = tuple(
        feature.says
        for feature in library.true_cramp.features
        if test(feature.condition, history, library) is Truth.YES
        and feature.if_true_cramp.value > feature.if_look_alike.value
    )
    return TrueCramp(round(ranking.true_cramp, 4), because)


def _tells(fired: tuple[FiredRule, ...], level: Urgency) -> list[str]:
    """What the rules of the level that was set tell; lesser ones would contradict it."""
    return [rule.tell for rule in fired if rule.level == level][:MOST_TELLS]


def _title(level: Urgency, provisional: bool, library: Library) -> str:
    """A harmless level is no headline while a safety question is open."""
    if provisional and level <= Urgency.ROUTINE:
        return library.provisional_text.title
    return library.urgency_texts[level].title


def _advice(
    verdict: UrgencyVerdict, provisional: bool, history: History, library: Library, fired_tells: list[str]
) -> tuple[str, ...]:
    """What to do first; at same-day level and above, care stands before everything else."""
    urgent = verdict.level >= Urgency.SAME_DAY
    lines = [library.urgency_texts[verdict.level].do]
    lines.extend(fired_tells if urgent else [])
    if provisional and not urgent:
        lines.insert(0 if verdict.level <= Urgency.ROUTINE else 1, library.provisional_text.do)
    if provisional and verdict.level is Urgency.SELF_CARE:
        lines.remove(library.urgency_texts[verdict.level].do)
    if history.answer("medicines") and not urgent:
        lines.append(
            "Do not stop or change a prescribed medicine by yourself. Ask your doctor or pharmacist."
        )
    lines.append(INFORMATION)
    return tuple(dict.fromkeys(lines))
