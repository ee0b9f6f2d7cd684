"""Had you answered X: each reply is the whole case over again with that answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from charley.assess import assess
from charley.assessment import Reply
from charley.consider import consider
from charley.history import History
from charley.records.library import Library
from charley.records.rules import Urgency
from charley.replies import LITTLE, replies


def answered(library: Library, history: History, id_: str) -> tuple[Reply, ...]:
    return replies(library.findings[id_], history, library, consider(history, library))


@pytest.fixture
def walker(told: Callable[..., History]) -> History:
    return told(66, sex_at_birth="male", pain_on_walking=True, smoker="smoke now")


@pytest.mark.parametrize("id_", ["eases_standing_still", "one_leg_swollen", "cramp_timing", "twitching"])
def test_a_reply_is_the_case_assessed_with_that_answer(library: Library, walker: History, id_: str) -> None:
    for reply in answered(library, walker, id_):
        answer = {"yes": True, "no": False}.get(reply.answer, reply.answer)
        then = assess(replace(walker, answers={**walker.answers, id_: answer}), library)
        assert reply.urgency == then.urgency
        shown = {cause.id: cause.probability for cause in then.causes}
        for cause, chance in reply.causes:
            assert shown.get(cause, chance) == pytest.approx(chance, abs=1e-4)


def test_the_chances_of_all_replies_add_up_to_one(library: Library, walker: History) -> None:
    for id_ in ("eases_standing_still", "cramp_timing", "first_started", "smoker", "fever"):
        assert sum(reply.chance for reply in answered(library, walker, id_)) == pytest.approx(1, abs=1e-3)


def test_a_reply_that_raises_the_level_says_so_before_any_cause(library: Library, walker: History) -> None:
    yes = answered(library, walker, "saddle_numb")[0]
    assert yes.urgency is Urgency.EMERGENCY_NOW
    assert yes.says == f"{library.urgency_texts[Urgency.EMERGENCY_NOW].title}."


def test_a_reply_that_changes_little_says_so(library: Library, walker: History) -> None:
    found = [reply for id_ in ("twitching", "fever") for reply in answered(library, walker, id_)]
    now = consider(walker, library)
    first = now.ranking.scores[0]
    for reply in found:
        same = reply.urgency == now.verdict.level and reply.causes[0][0] == first.cause
        little = same and abs(reply.causes[0][1] - first.probability) < LITTLE - 1e-3
        assert not little or reply.says == "Little would change."


def test_a_question_with_a_number_or_a_list_has_no_replies(library: Library, walker: History) -> None:
    assert answered(library, walker, "cramp_minutes") == ()
    assert answered(library, walker, "medicines") == ()


def test_a_doubted_answer_may_be_given_after_all(library: Library, walker: History) -> None:
    unsure = replace(walker, doubted=frozenset({"one_leg_swollen"}))
    no = next(reply for reply in answered(library, unsure, "one_leg_swollen") if reply.answer == "no")
    assert (
        no.urgency
        == assess(replace(walker, answers={**walker.answers, "one_leg_swollen": False}), library).urgency
    )


def test_the_first_questions_of_an_answer_say_what_each_reply_would_change(
    library: Library, walker: History
) -> None:
    questions = assess(walker, library).next_questions
    assert all(reply.says.endswith(".") for question in questions[:2] for reply in question.replies)
    assert any(question.replies for question in questions[:2])
    assert not any(question.replies for question in questions[2:])
