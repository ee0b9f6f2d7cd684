"""The Flesch-Kincaid grade against published examples and against words counted by hand."""

from __future__ import annotations

import pytest

from charley.advice.reading_grade import reading_age, reading_grade, sentences_of, syllables, words_of

PLATYPUS = "The Australian platypus is seemingly a hybrid of a mammal and reptilian creature."
"""The usual example of the grade: 13 words, 24 syllables, grade 11.3."""


@pytest.mark.parametrize(
    ("text", "grade"),
    [
        (PLATYPUS, 11.3),
        ("The cat sat on the mat.", -1.45),
        ("Go. Run. Sit.", 0.39 + 11.8 - 15.59),
    ],
)
def test_published_examples(text: str, grade: float) -> None:
    assert reading_grade(text) == pytest.approx(grade, abs=0.05)


BY_HAND = {
    1: (
        "cramp cramps stretch stretched calves thigh once asked walked used blood toes shoes eyes "
        "done miles tired bruised true the a"
    ),
    2: (
        "water tablet muscle muscles stretches doctor people trial trials little needed wanted "
        "causes because disease quinine being lying minutes sometimes something breathing evening "
        "table gentle handle alone careful useful safety lonely patient social fuel quiet science "
        "changes places boxes dishes ankles every rhythm spasm couldn't bruises caution region "
        "million create creature guided statue argue cruel poem going"
    ),
    3: (
        "medicine medicines pharmacist diary diseases pregnancy area ambulance sodium insulin "
        "exercise everything reaction nausea dangerous serious various usual opinion museum created "
        "visited radio previous influence"
    ),
    4: ("potassium magnesium emergency diabetes dialysis usually anaemia"),
    6: ("hypokalaemia"),
}
"""Words by the number of syllables that a reader counts."""

COUNTED = [(word, count) for count, words in BY_HAND.items() for word in words.split()]


@pytest.mark.parametrize(("word", "count"), COUNTED)
def test_syllables_counted_by_hand(word: str, count: int) -> None:
    assert syllables(word) == count
    assert syllables(word.upper()) == count


def test_words_leave_numbers_and_signs_out() -> None:
    assert words_of("Don’t take 2.5 mg/day!") == ["don't", "take", "mg", "day"]


def test_sentences_end_at_marks_colons_and_lines() -> None:
    assert len(sentences_of("One leg swells: be seen. Now!\nThen rest")) == 4
    assert sentences_of("3.5. ... !") == []


def test_a_longer_sentence_and_longer_words_are_harder() -> None:
    assert reading_grade("The cat sat on the mat and the dog sat on the rug.") > reading_grade(
        "The cat sat on the mat."
    )
    assert reading_grade("Electrolyte abnormalities.") > reading_grade("Salts are off.")


def test_no_words_have_no_grade_and_age_is_never_below_school() -> None:
    assert reading_grade("12 - 3.") == 0
    assert reading_age("The cat sat on the mat.") == 5
    assert reading_age(PLATYPUS) == pytest.approx(16.3, abs=0.05)
