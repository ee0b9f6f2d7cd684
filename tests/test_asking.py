"""The next question: safety before everything, then what could change the level or the cause most."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from charley.asking import (
    decisive_questions,
    next_questions,
    open_questions,
    pending_rules,
)
from charley.history import History
from charley.network.engine import CauseScore, Ranking
from charley.records.library import Library
from charley.records.rules import Urgency
from charley.triage import fired_rules, safety_questions_left


def ranking(**shares: float) -> Ranking:
    scores = tuple(CauseScore(id_, p, p / 2, min(1, p * 2), p, ()) for id_, p in shares.items())
    return replace(Ranking("made-up", (), 0.7), scores=scores)


def test_nothing_answered_closed_or_meant_for_others_is_open(
    library: Library, told: Callable[..., History]
) -> None:
    history = told(40, sex_at_birth="male", fever=False, vomiting_or_runny_poo=False)
    ids = {finding.id for finding in open_questions(history, library)}
    assert not ids & {"fever", "age", "cannot_keep_fluids", "child_limp_one_spot", "pregnant"}
    assert not ids & {f.id for f in library.findings.values() if f.ask_of == "clinician"}
    assert "dark_urine" in ids
    opened = told(40, vomiting_or_runny_poo=True)
    assert "cannot_keep_fluids" in {finding.id for finding in open_questions(opened, library)}


def test_questions_about_pregnancy_wait_until_it_is_known(library: Library) -> None:
    woman = History(age=30, sex="female", answers={"age": 30.0})
    assert "bad_headache_pregnancy" not in {f.id for f in open_questions(woman, library)}
    pregnant = replace(woman, answers={"age": 30.0, "pregnant": "pregnant now"})
    assert "bad_headache_pregnancy" in {f.id for f in open_questions(pregnant, library)}


def test_safety_questions_come_first_and_then_the_most_telling(library: Library) -> None:
    history = History(age=50, sex="male", answers={"age": 50.0})
    questions = next_questions(history, library, ranking(dvt=0.5, restless_legs=0.4), limit=1000)
    keys = [(not question.safety, -question.gain) for question in questions]
    assert keys == sorted(keys)
    left = set(safety_questions_left(history, library))
    assert left <= {question.id for question in questions}
    assert {question.id for question in questions[: len(left)]} == left


def test_every_question_says_why_it_is_asked(library: Library) -> None:
    for question in next_questions(History(), library, ranking(dvt=0.5), limit=1000):
        assert question.why.endswith("."), question.id
        assert question.text == library.findings[question.id].question


def test_a_question_without_a_reason_of_its_own_names_the_likely_cause_it_is_about(library: Library) -> None:
    mute = replace(library.findings["one_leg_swollen"], why="")
    changed = replace(library, findings={**library.findings, mute.id: mute})
    why = {q.id: q.why for q in next_questions(History(), changed, ranking(dvt=0.5), limit=1000)}
    assert why["one_leg_swollen"] == "It helps to tell whether this is clot in a deep leg vein."
    why = {q.id: q.why for q in next_questions(History(), changed, ranking(restless_legs=0.5), limit=1000)}
    assert why["one_leg_swollen"] == "It helps to narrow down the cause."


def test_only_open_rules_that_would_raise_the_level_are_pending(library: Library) -> None:
    ids = {rule.id for rule, _ in pending_rules(History(), library)}
    assert all(library.red_flags[id_].level >= Urgency.WITHIN_DAYS for id_ in ids)
    numb = History(answers={"saddle_numb": True})
    fired = {rule.id for rule in fired_rules(numb, library)}
    assert fired
    assert not fired & {rule.id for rule, _ in pending_rules(numb, library)}


def test_a_decisive_question_raises_the_level_by_its_yes_alone(library: Library) -> None:
    for answers in ({}, {"fever": True}, {"black_poo": True}, {"age": 8.0}, {"vomiting_or_runny_poo": True}):
        history = History(age=answers.get("age"), answers=answers)  # type: ignore[arg-type]
        before = max((rule.level for rule in fired_rules(history, library)), default=Urgency.SELF_CARE)
        for id_ in decisive_questions(history, library):
            more = replace(history, answers={**history.answers, id_: True})
            after = max(rule.level for rule in fired_rules(more, library))
            assert after > before
            assert after >= Urgency.SAME_DAY


def test_nothing_is_decisive_once_the_highest_level_is_reached(library: Library) -> None:
    assert (
        decisive_questions(History(answers={"saddle_numb": True, "passed_out": True}), library) == frozenset()
    )


def test_what_was_told_makes_a_further_sign_decisive(library: Library) -> None:
    """Being muddled or drowsy is one thing; a fever beside new spots is an emergency."""
    spots = History(answers={"new_bruises_spots": True})
    assert "fever" in decisive_questions(spots, library)
