"""A story beside structured answers: who wins, what is asked, what is set aside."""

from __future__ import annotations

from typing import Any

import pytest

from charley.assess import assess
from charley.errors import InputError
from charley.history import History
from charley.reading import read_history
from charley.records.library import Library
from charley.records.rules import Urgency


def read(library: Library, **told: Any) -> History:
    return read_history(told, library)


def test_a_story_alone_answers(library: Library) -> None:
    history = read(library, text="I'm 66, a man. My calf cramps at night. No fever.")
    assert history.age == 66
    assert history.sex == "male"
    assert history.answers["cramp_timing"] == "at night in bed"
    assert history.answers["fever"] is False
    assert "passed_out" not in history.answers


def test_what_a_story_leaves_out_is_unknown(library: Library) -> None:
    history = read(library, text="cramp in my calf")
    assert set(history.answers) == {"cramp_site"}


def test_an_answer_stands_where_the_story_differs_and_is_asked_again(library: Library) -> None:
    history = read(library, findings={"black_poo": False}, text="my stools are black and tarry")
    assert history.answers["black_poo"] is False
    assert len(history.contradictions) == 1


def test_a_danger_sign_counts_wherever_it_stands(library: Library) -> None:
    for given, text in ((False, "I fainted"), (True, "I didn't faint")):
        history = read(library, findings={"passed_out": given}, text=text)
        assert history.answers["passed_out"] is True
        assert history.contradictions


def test_a_danger_sign_read_in_a_story_is_to_be_confirmed(library: Library) -> None:
    history = read(library, text="my left calf is swollen")
    assert history.to_confirm == ("one_leg_swollen",)
    answer = assess(history, library)
    assert [id_ for id_, _ in answer.to_confirm] == ["one_leg_swollen"]


def test_what_a_person_sets_aside_is_not_read(library: Library) -> None:
    history = read(
        library, text="my left calf is swollen, I take warfarin", corrected=["one_leg_swollen", "warfarin"]
    )
    assert "one_leg_swollen" not in history.answers
    assert "medicines" not in history.answers
    assert history.to_confirm == ()


def test_an_unknown_id_cannot_be_set_aside(library: Library) -> None:
    with pytest.raises(InputError, match="one_leg_swolen"):
        read(library, text="cramp", corrected=["one_leg_swolen"])


def test_a_list_named_in_a_story_may_hold_more(library: Library) -> None:
    history = read(library, text="I take warfarin")
    assert "medicines" in history.partial
    assert "medicines" not in read(library, text="I take nothing").partial


def test_an_impossible_value_in_a_story_is_asked_about_and_never_refused(library: Library) -> None:
    history = read(library, text="my potassium was 39 mmol/L")
    assert history.labs == ()
    assert any("not possible" in why for _, why in history.not_understood)


@pytest.mark.parametrize("told", ["12,500", "12.500 U/L"])
def test_a_value_that_can_be_read_in_two_ways_counts_in_both_and_is_asked_about(
    library: Library, told: str
) -> None:
    history = read(library, text=f"My CK was {told} yesterday and my thighs hurt.")
    assert [lab.value for lab in history.labs] == [12.5, 12500]
    assert any("is that 12.5 U/L or 12500 U/L" in question for question in history.contradictions)
    assert assess(history, library).urgency == Urgency.EMERGENCY_NOW


def test_a_value_of_which_one_way_alone_is_possible_is_that(library: Library) -> None:
    history = read(library, text="My potassium was 5,900 and my platelets 150,000.")
    assert [(lab.analyte, lab.value) for lab in history.labs] == [("platelets", 150), ("potassium", 5.9)]
    assert history.contradictions == ()


def test_a_story_of_an_emergency_is_one(library: Library) -> None:
    text = "It's numb between my legs where you sit on a saddle, and I can't pass water. Both legs are weak."
    assert assess(read(library, text=text), library).urgency is Urgency.EMERGENCY_NOW


def test_children_and_pregnancy_are_only_answered_where_they_fit(library: Library) -> None:
    assert "vision_flashes" not in read(library, text="my vision is blurred").answers
    assert (
        read(library, text="I'm 33 weeks pregnant and my vision is blurred").answers["vision_flashes"] is True
    )
