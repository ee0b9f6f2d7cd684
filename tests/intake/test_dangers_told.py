"""Dangers told by what somebody could not do or who saw it, and their innocent look-alikes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from charley.intake import Story

Tell = Callable[[str], Story]


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("There was no breath in me to do up the other shoe", "breathless_sudden"),
        ("This morning I stopped on every landing and hung on the rail", "breathless_sudden"),
        ("My heart is beating quick and I feel shaky", "palpitations"),
        ("She looks for her handbag and it's on her arm", "confused_or_drowsy"),
        ("She smiled for the photo and only half of it went up", "face_arm_speech"),
        ("I went out like a light in the queue at the post office", "passed_out"),
        ("Since about Tuesday the back of my right calf has been sore", "calf_sore_2_days"),
        ("The foot trails and he can't waggle it up or down", "leg_cannot_feel_or_move"),
        ("The whole calf is shiny and bigger than the right, kinda red", "leg_red_hot"),
        ("Her belly is like a board and she can't lie down", "sudden_back_tummy_pain"),
        ("This morning he will not walk, he is four", "cannot_put_weight"),
        ("The dog ran into my leg on Sunday", "injury_recent"),
    ],
)
def test_a_danger_is_read_from_what_happened(tell: Tell, text: str, finding: str) -> None:
    assert tell(text).answers.get(finding) is True


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("I stopped at every bench because my knees hurt", "breathless_sudden"),
        ("My heart jumped when I saw the bill", "palpitations"),
        ("I asked him twice in ten minutes to shut the door", "confused_or_drowsy"),
        ("I dropped my cup because the cramp came and I jumped", "face_arm_speech"),
        ("I go out like a light when my head hits the pillow", "passed_out"),
        ("For two weeks I've had cramps in my calf that go in a minute", "calf_sore_2_days"),
        ("With the cramp the leg has gone dead", "leg_cannot_feel_or_move"),
        ("My skin goes a bit pink after a bath", "leg_red_hot"),
        ("I do planks till my belly is like a board", "sudden_back_tummy_pain"),
        ("The dog will not walk in the rain", "cannot_put_weight"),
        ("After the hard kick sets in the pool my foot cramps", "injury_recent"),
    ],
)
def test_an_innocent_look_alike_is_not(tell: Tell, text: str, finding: str) -> None:
    assert tell(text).answers.get(finding) is not True
