"""The plan: urgency first, then what this person can do."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from charley.advice.interventions import interventions
from charley.advice.plan import Plan, PlanSection, make_plan, plan_texts
from charley.advice.steps import NoSteps, Steps
from charley.assess import assess
from charley.history import History
from charley.reading import read_history
from charley.records.library import Library
from charley.records.rules import Urgency

TODAY = date(2026, 11, 21)
Planned = Callable[[dict[str, Any]], Plan]
CLOT = {"age": 63, "findings": {"one_leg_swollen": True, "calf_tender_deep": True, "bed_rest_surgery": True}}
DARK = {"age": 24, "findings": {"dark_urine": True, "severe_muscle_pain": True}}


def but(told: dict[str, Any], **findings: Any) -> dict[str, Any]:
    """The same history with other answers; None takes an answer out."""
    answers = {id_: value for id_, value in (told["findings"] | findings).items() if value is not None}
    return told | {"findings": answers}


def part(plan: Plan, name: str) -> PlanSection:
    return next(section for section in plan.sections if section.part == name)


def ids(plan: Plan, name: str) -> list[str]:
    return [item.id for section in plan.sections if section.part == name for item in section.items]


def test_an_ordinary_night_cramp_gets_a_whole_plan(calm: dict[str, Any], planned: Planned) -> None:
    plan = planned(calm)
    assert plan.urgency is Urgency.SELF_CARE
    assert [section.part for section in plan.sections] == [
        "cramp", "come_back", "tonight", "this_week", "six_weeks", "prevention",
    ]  # fmt: skip
    assert ids(plan, "cramp") == ["cramp-calf", "look-first", "hope", "ten-minutes"]
    assert "heat-cold" in ids(plan, "tonight")
    assert ids(plan, "six_weeks")[0] == "stretch-bedtime"
    assert {"expect", "end-pain"} <= set(ids(plan, "six_weeks"))
    assert plan.sessions is not None and plan.sessions.nights == 42


def test_the_trial_dose_stands_with_the_programme_and_names_the_trial(
    calm: dict[str, Any], planned: Planned
) -> None:
    lines = part(planned(calm), "six_weeks").items[0].lines
    assert any("trial of people over 55" in line and "Hold each stretch 10 seconds" in line for line in lines)


def test_at_emergency_level_there_is_the_call_and_nothing_to_do_at_home(planned: Planned) -> None:
    plan = planned(DARK)
    assert plan.urgency is Urgency.EMERGENCY_NOW
    assert plan.care[0].startswith("Go to an emergency department now.")
    assert [section.part for section in plan.sections] == ["urgent"]
    assert (plan.choices, plan.checks, plan.groups, plan.sessions) == ((), (), (), None)


def test_at_same_day_level_home_remedies_are_only_asked_about(planned: Planned) -> None:
    plan = planned(CLOT)
    assert plan.urgency is Urgency.SAME_DAY
    assert {section.part for section in plan.sections} == {"urgent", "first"}
    assert plan.chosen("do_now") == ()
    assert (plan.checks, plan.groups, plan.sessions) == ((), (), None)


def test_open_safety_questions_stand_before_anything_to_do(calm: dict[str, Any], planned: Planned) -> None:
    plan = planned(but(calm, dark_urine=None, saddle_numb=None))
    assert plan.questions_left == 2
    assert any(line.startswith("2 safety questions are still open.") for line in plan.care)
    asked = part(plan, "first").items
    assert [item.id for item in asked] == ["open-questions", "dark_urine", "saddle_numb"]
    assert {item.lines for item in asked[1:]} == {("Yes: go to an emergency department now.",)}
    parts = [section.part for section in plan.sections]
    assert parts.index("first") < parts.index("tonight")


def test_self_care_that_lacks_only_an_answer_is_joined_under_its_checks(
    calm: dict[str, Any], planned: Planned
) -> None:
    plan = planned(but(calm, one_leg_swollen=None))
    (check,) = plan.checks
    assert {"stretch-acute", "stretch-bedtime", "massage", "heat-cold"} <= {c.id for c in check.choices}
    clot = check.checks[0]
    assert (clot.situation, clot.says) == ("clot_sign", "one leg is swollen")
    assert clot.because == "Do not stretch or rub that leg. Be seen today."
    assert "stretch-bedtime" not in ids(plan, "six_weeks")
    assert {item.id for item in check.items} >= {"stretch-bedtime", "heat-cold"}
    assert plan.sessions is None


def test_a_look_alike_is_named_and_the_programme_is_only_discussed(planned: Planned) -> None:
    restless = {
        "age": 45, "sex": "male",
        "findings": {
            "urge_to_move": True, "moving_eases_urge": True, "worse_evening_rest": True,
            "sudden_hard_knot": False, "leg_jerks_asleep": True, "wakes_from_sleep": True,
        },
    }  # fmt: skip
    plan = planned(restless)
    assert plan.unlike_a_cramp == "Restless legs"
    stretch = next(choice for choice in plan.choices if choice.id == "stretch-bedtime")
    assert stretch.verdict == "discuss"
    assert "better than a cramp" in stretch.because[-1].says


@pytest.mark.parametrize(
    ("told", "group"),
    [
        ({"age": 51}, "over_50"),
        ({"pregnant": True, "findings": {"weeks_pregnant": 8}}, "first_trimester"),
        ({"pregnant": True, "findings": {"weeks_pregnant": 20}}, "second_trimester"),
        ({"pregnant": True, "findings": {"weeks_pregnant": 33}}, "third_trimester"),
        ({"pregnant": True}, "pregnancy"),
        ({"findings": {"cramp_with_exercise": True}}, "athlete"),
        ({"conditions": ["dialysis"]}, "dialysis"),
        ({"conditions": ["cirrhosis"]}, "cirrhosis"),
        ({"medicines": ["furosemide"]}, "water_tablet"),
        ({"medicines": ["simvastatin"]}, "statin"),
        ({"conditions": ["type 2 diabetes"]}, "diabetes"),
        ({"age": 9}, "child"),
    ],
)
def test_every_group_has_its_note(planned: Planned, told: dict[str, Any], group: str) -> None:
    assert group in {note.id for note in planned(told).groups}
    assert group not in {note.id for note in planned({"age": 30, "sex": "male"}).groups}


def test_every_group_of_the_knowledge_is_one_of_the_groups_above_or_named_here() -> None:
    known = {
        "over_50", "first_trimester", "second_trimester", "third_trimester", "pregnancy", "athlete",
        "dialysis", "cirrhosis", "water_tablet", "statin", "diabetes", "child", "kidney", "parkinson",
    }  # fmt: skip
    assert {group.id for group in plan_texts().groups} == known


@pytest.mark.parametrize(
    ("change", "part_", "line"),
    [
        ({"smoker": "smoke now"}, "prevention", "smoking"),
        ({"stands_or_sits_long": True}, "prevention", "standing"),
        ({"licorice_often": True}, "prevention", "liquorice-less"),
        ({"heavy_sweating": True}, "prevention", "heat"),
        ({"medicines": ["quinine"]}, "this_week", "quinine-today"),
        ({"medicines": ["indapamide"]}, "what_to_do", "water-tablet-test"),
        ({"medicines": ["indapamide"]}, "come_back", "back-salts"),
        ({"medicines": ["naproxen", "ramipril"]}, "this_week", "nsaid"),
        ({"alcohol_units": 90}, "come_back", "back-brain"),
        ({"medicines": ["simvastatin"]}, "bring", "bring-sheet"),
        ({"sleep_lost": 3}, "what_to_do", "sleepy-perhaps"),
    ],
)
def test_lines_stand_only_where_they_belong(
    calm: dict[str, Any], planned: Planned, change: dict[str, Any], part_: str, line: str
) -> None:
    assert line in ids(planned(but(calm, **change)), part_)
    assert line not in ids(planned(calm), part_)


def test_every_line_of_the_knowledge_names_a_known_intervention() -> None:
    named = {line.intervention for line in plan_texts().lines if line.intervention}
    assert named <= set(interventions().by_id)


class MadeUpSteps(NoSteps):
    """A source that has steps for everything it is asked for, and remembers what that was."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def cramp(
        self, history: History, library: Library, barred: tuple[str, ...], short: bool
    ) -> tuple[Steps, ...]:
        self.asked.append("cramp")
        return (Steps("calf", "Calf", ("Pull the toes up now.",), "charley relief calf"),)

    def exercise(self, id_: str, history: History, library: Library) -> Steps | None:
        self.asked.append(f"exercise:{id_}")
        return Steps(id_, "Bedtime", ("Stretch like so.",), f"charley exercise {id_}", 180)


def test_steps_come_through_the_small_door(calm: dict[str, Any], library: Library) -> None:
    history = read_history(calm, library, TODAY)
    door = MadeUpSteps()
    plan = make_plan(history, library, assess(history, library), TODAY, door)
    stretch = part(plan, "cramp").items[0]
    assert stretch.steps is not None and stretch.steps.command == "charley relief calf"
    assert stretch.lines == ("Pull the toes up now.",)
    assert part(plan, "six_weeks").items[0].steps is not None
    assert door.asked == ["cramp", "exercise:bedtime"]


def test_without_any_steps_the_interventions_speak_for_themselves(
    calm: dict[str, Any], library: Library
) -> None:
    history = read_history(calm, library, TODAY)
    plan = make_plan(history, library, assess(history, library), TODAY, NoSteps())
    assert ids(plan, "cramp")[0] == "look-first"
    assert part(plan, "six_weeks").items[0].steps is None
    assert plan.sessions is not None and plan.sessions.exercise == "bedtime"


def test_the_built_in_steps_fit_the_person(calm: dict[str, Any], planned: Planned) -> None:
    plan = planned(calm)
    box = part(plan, "cramp").items[0].steps
    assert box is not None
    assert (box.id, box.title, box.command, box.seconds) == ("calf", "Calf", "charley relief calf", 600)
    programme = part(plan, "six_weeks").items[0]
    assert programme.steps is not None and programme.steps.command == "charley exercise bedtime"
    assert programme.steps.seconds > 100
    old = part(planned(calm | {"age": 84}), "six_weeks").items[0]
    assert old.steps is not None and old.steps.id == "seated"
    assert old.title == "Bedtime stretches on a chair"
    assert not any("trial" in line for line in old.lines)


def test_a_child_gets_no_programme_of_the_trial_without_asking(
    calm: dict[str, Any], planned: Planned
) -> None:
    plan = planned(calm | {"age": 9})
    assert plan.sessions is None
    assert "stretch-bedtime" in [choice.id for choice in plan.chosen("discuss")]


def test_the_same_history_gives_the_same_plan(calm: dict[str, Any], planned: Planned) -> None:
    assert planned(calm) == planned(calm)
    assert planned(CLOT) == planned(CLOT)


def test_the_day_of_the_plan_is_an_argument(calm: dict[str, Any], library: Library) -> None:
    history = read_history(calm, library, TODAY)
    answer = assess(history, library)
    assert make_plan(history, library, answer, date(2027, 1, 2)).on == date(2027, 1, 2)
