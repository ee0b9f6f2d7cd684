"""The next question: safety before everything, then what could change the level or the cause most."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import product
from math import log2

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charley.asking import (
    Link,
    decisive_questions,
    information,
    links_of,
    next_questions,
    open_questions,
    pending_rules,
)
from charley.history import History
from charley.network.engine import CauseScore, Ranking
from charley.records.conditions import Is
from charley.records.library import Library
from charley.records.rules import Urgency
from charley.triage import fired_rules, safety_questions_left

CONDITION = Is("x", (True,))


def ranking(**shares: float) -> Ranking:
    scores = tuple(CauseScore(id_, p, p / 2, min(1, p * 2), p, ()) for id_, p in shares.items())
    return replace(Ranking("made-up", (), 0.7), scores=scores)


def mutual(pairs: list[tuple[float, float]], background: float) -> float:
    """Mutual information of cause and answer from the whole joint table: H(C) + H(A) - H(C, A)."""
    rest = 1 - sum(share for share, _ in pairs)
    joint = {
        (cause, yes): share * (chance if yes else 1 - chance)
        for (cause, (share, chance)), yes in product(enumerate([*pairs, (rest, background)]), (True, False))
    }
    causes = [sum(p for (c, _), p in joint.items() if c == cause) for cause in range(len(pairs) + 1)]
    answers = [sum(p for (_, a), p in joint.items() if a is yes) for yes in (True, False)]

    def entropy(chances: list[float]) -> float:
        return -sum(p * log2(p) for p in chances if p > 0)

    return entropy(causes) + entropy(answers) - entropy(list(joint.values()))


chance = st.floats(0.001, 0.999)
shares = st.lists(st.tuples(st.floats(0.01, 1), chance), min_size=1, max_size=5).map(
    lambda pairs: [(share / (1.25 * sum(s for s, _ in pairs)), p) for share, p in pairs]
)


@given(shares, chance)
def test_information_is_the_mutual_information_of_answer_and_cause(
    pairs: list[tuple[float, float]], background: float
) -> None:
    found = information({CONDITION: Link(pairs, background)})
    assert found == pytest.approx(mutual(pairs, background), abs=1e-9)
    assert found >= -1e-12


def test_an_answer_that_every_cause_gives_alike_tells_nothing() -> None:
    assert information({CONDITION: Link([(0.4, 0.3), (0.5, 0.3)], 0.3)}) == pytest.approx(0)
    assert information({}) == 0


def test_an_answer_that_parts_two_causes_tells_a_whole_bit() -> None:
    assert information({CONDITION: Link([(0.5, 1.0), (0.5, 0.0)], 0.5)}) == pytest.approx(1)


def test_of_several_answers_to_one_question_the_most_telling_counts() -> None:
    weak, strong = Link([(0.5, 0.4)], 0.3), Link([(0.5, 0.9)], 0.1)
    both = information({CONDITION: weak, Is("x", (False,)): strong})
    assert both == information({CONDITION: strong})


def test_links_hold_every_likely_cause_that_speaks_of_a_finding(library: Library) -> None:
    links = links_of(library, ranking(dvt=0.6, cellulitis=0.3, als=1e-5))
    swollen = links["one_leg_swollen"]
    dvt = next(e for e in library.causes["dvt"].evidence if e.condition.finding == "one_leg_swollen")
    assert (0.6, dvt.chance.value) in swollen[dvt.condition].pairs
    assert all(share != 1e-5 for here in links.values() for link in here.values() for share, _ in link.pairs)


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
