"""Questions in a story: which sentences ask, and what they are about, by the examples of the knowledge."""

from __future__ import annotations

import pytest

from charley.advice.asked import medicine_words
from charley.advice.plan_texts import plan_texts
from charley.advice.questions import questions_in, topics_of
from charley.library import load
from charley.records.plan_texts import Topic

TOPICS = plan_texts().topics


@pytest.fixture(scope="module")
def lists() -> dict[str, frozenset[str]]:
    return {"medicine": medicine_words(load())}


def ids(question: str, lists: dict[str, frozenset[str]]) -> list[str]:
    return [topic.id for topic in topics_of(question, TOPICS, lists)]


@pytest.mark.parametrize("topic", TOPICS, ids=[topic.id for topic in TOPICS])
def test_every_example_is_a_question_about_its_topic(topic: Topic, lists: dict[str, frozenset[str]]) -> None:
    for question in topic.asked:
        assert questions_in(question) == (question,)
        assert topic.id in ids(question, lists), question


@pytest.mark.parametrize("topic", TOPICS, ids=[topic.id for topic in TOPICS])
def test_no_example_of_something_else_is_about_it(topic: Topic, lists: dict[str, frozenset[str]]) -> None:
    for question in topic.other:
        assert topic.id not in ids(question, lists), question


@pytest.mark.parametrize(
    ("story", "asked"),
    [
        ("", ()),
        ("My calf hurts. I am 58.", ()),
        ("When I walk my calf hurts. What a night.", ()),
        ("My calf hurts. Can I train tomorrow? I ran today.", ("Can I train tomorrow?",)),
        ("can i drive", ("can i drive",)),
        ("I wonder if it is my heart.", ("I wonder if it is my heart.",)),
        ("I'm worried it could be a clot!", ("I'm worried it could be a clot!",)),
        (
            "My neighbour swears by soap, she says it helps.",
            ("My neighbour swears by soap, she says it helps.",),
        ),
        ("They told me it was a strain.", ()),
        ("Why?\nCan it be treated?", ("Why?", "Can it be treated?")),
        ("Is it bad? Is it bad?", ("Is it bad?",)),
        ("???", ()),
        ("Whether I had the jabs I honestly don't know.", ()),
    ],
)
def test_sentences_that_ask(story: str, asked: tuple[str, ...]) -> None:
    assert questions_in(story) == asked


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("Is it ok if I keep on running?", "train"),
        ("could this possibly be a DVT", "clot"),
        ("Do you think I should come off simvastatin?", "medicine-stop"),
        ("Should I halve my bendroflumethiazide?", "medicine-stop"),
        ("Are bananas good for it?", "remedy"),
        ("Am I allowed to drive the lorry?", "drive"),
        ("May I fly to Spain?", "fly"),
        ("How long is this going to go on?", "how-long"),
        ("Will my daughter get this too?", "family"),
        ("Could I die from this?", "danger"),
        ("Am I low in magnesium?", "lack"),
        ("Do I have motor neurone disease?", "motor-nerve"),
    ],
)
def test_other_words_for_the_same_question(
    question: str, topic: str, lists: dict[str, frozenset[str]]
) -> None:
    assert topic in ids(question, lists)


@pytest.mark.parametrize(
    "question", ["What is the capital of France?", "Does my dog like walks with you?", "Is Tuesday fine?"]
)
def test_what_the_program_does_not_know_is_about_nothing(
    question: str, lists: dict[str, frozenset[str]]
) -> None:
    assert ids(question, lists) == []


def test_a_very_long_story_is_read_to_its_end_or_to_the_limit() -> None:
    assert len(questions_in("Can I run? " + "It hurts. " * 5000)) == 1
