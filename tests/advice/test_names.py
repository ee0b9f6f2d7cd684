"""Names: found by id or any other name; else the nearest are offered."""

from __future__ import annotations

import pytest

from charley.advice.exercises import exercises, programmes
from charley.advice.names import find
from charley.advice.relief import protocols
from charley.errors import InputError


@pytest.mark.parametrize(
    ("told", "id_"),
    [
        ("calf", "calf"),
        ("Hamstring", "back_thigh"),
        ("foot-or toes", "foot"),
        ("toes", "foot"),
        ("not sure", "other"),
        ("front_thigh", "front_thigh"),
        ("inner thigh", "other"),
        ("hand", "elsewhere"),
    ],
)
def test_muscles_are_found(told: str, id_: str) -> None:
    assert find(told, protocols(), "muscle").id == id_


@pytest.mark.parametrize(
    ("told", "id_"),
    [
        ("tiptoe", "rise_on_toes"),
        ("massage", "rub_calf"),
        ("Toe curls", "toe_curl"),
        ("squat", "stand_heel_flat"),
        ("nhs", "health_service"),
        ("bedtime", "bedtime"),
        ("meditation", "quiet_breathing"),
    ],
)
def test_exercises_are_found(told: str, id_: str) -> None:
    assert find(told, {**exercises(), **programmes()}, "exercise").id == id_


@pytest.mark.parametrize(("told", "near"), [("calve", "calf"), ("hamstrng", "back_thigh"), ("tows", "foot")])
def test_a_wrong_name_is_offered_the_nearest(told: str, near: str) -> None:
    with pytest.raises(InputError, match=f"Did you mean: .*{near}"):
        find(told, protocols(), "muscle")


def test_a_name_of_several_is_not_guessed() -> None:
    with pytest.raises(InputError, match=r"can be several. Say which: front_thigh, back_thigh"):
        find("thigh", protocols(), "muscle")


def test_a_name_like_nothing_is_answered_with_all() -> None:
    with pytest.raises(InputError, match="There is: calf, foot"):
        find("qqqqqqq", protocols(), "muscle")


def test_no_name_stands_for_two_exercises() -> None:
    shelf = {**exercises(), **programmes()}
    for record in shelf.values():
        assert find(record.id, shelf, "exercise") is record
        for name in (record.name, *record.also):
            assert find(name, shelf, "exercise") is record
