"""What the page says to whom: one level for one sign, titles that fit, and nothing that harms this person."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from charley.advice.plan_texts import plan_texts
from charley.advice.tried import next_steps, was_tried
from charley.formats.plan.page import page_sections
from charley.formats.plan.text import plan_text
from charley.library import load
from charley.records.rules import Urgency

PlanOf = Callable[[dict[str, Any]], Any]
SEEN = {"date": "2026-11-21", "age": 45, "sex": "male"}
NIGHT = {
    "cramp_timing": "at night in bed",
    "cramp_site": ["calf"],
    "sudden_hard_knot": True,
    "stretch_helps": True,
}


def page(plan_of: PlanOf, **told: Any) -> str:
    return " ".join(plan_text(plan_of(SEEN | told).plan).split())


def part(plan_of: PlanOf, title: str, **told: Any) -> tuple[str, ...]:
    sections = page_sections(plan_of(SEEN | told).plan)
    return next((s.lines for s in sections if s.title == title), ())


def test_a_sign_of_the_list_is_not_asked_again(plans: dict[str, Any]) -> None:
    """A question whose sign stands in the danger list would give one sign two levels."""
    signs = plan_texts().short.signs
    for planned in plans.values():
        sections = planned.plan.sections
        shown = {i.id for s in sections if s.part == "come_back" for i in s.items}
        covered = {f for id_ in shown for one in signs[id_] for f in one.findings}
        asked = next((s.lines for s in page_sections(planned.plan) if s.title == "Questions still open"), ())
        items = [i for s in sections if s.part == "first" for i in s.items[1:]]
        free = [i for i in items if i.id not in covered]
        if free:
            texts = plan_texts().short.says
            for item in (i for i in items if i.id in covered):
                assert not any(texts.get(item.id, item.title) in line for line in asked), item.id


def test_the_danger_list_has_at_most_six_lines(plans: dict[str, Any]) -> None:
    for name, planned in plans.items():
        lines = next((s.lines for s in page_sections(planned.plan) if s.title == "Danger signs"), ())
        assert len(lines) <= 6, name


def test_a_sign_never_asks_for_less_than_the_rule_that_it_alone_fires(plan_of: PlanOf) -> None:
    """The one table: what a page's sign asks for is never less than what the same answer would."""
    level = {
        "ambulance": Urgency.EMERGENCY_NOW, "emergency": Urgency.EMERGENCY_NOW, "maternity": Urgency.SAME_DAY,
        "today": Urgency.SAME_DAY, "day": Urgency.SAME_DAY, "week": Urgency.WITHIN_DAYS,
    }  # fmt: skip
    told = {"age": 30, "sex": "female", "findings": {"pregnant": "pregnant now"}}
    for entries in plan_texts().short.signs.values():
        for entry in entries:
            for finding in entry.findings:
                base = told if entry.do == "maternity" else {"age": 45, "sex": "male", "findings": {}}
                if load().findings[finding].type != "yes_no":
                    continue
                plan = plan_of(base | {"findings": base["findings"] | {finding: True}}).plan
                assert level[entry.do] >= plan.urgency or plan.urgency is Urgency.EMERGENCY_NOW, finding


def test_a_sign_that_a_line_calls_an_ambulance_for_does_so_in_the_list(plan_of: PlanOf) -> None:
    told = {"alcohol_units": 90, "mouth_hand_tingling": True, "feet_numb_tingle": True}
    lines = part(plan_of, "Danger signs", findings=told | NIGHT)
    ambulance = next(line for line in lines if line.startswith("- Call an ambulance"))
    assert "a racing or uneven heart" in ambulance and sum("racing" in line for line in lines) == 1


@pytest.mark.parametrize(
    ("story", "title", "drive"),
    [
        (
            "Cramps wake me every night and I nod off at the wheel.",
            "See a doctor this week. Do not drive",
            True,
        ),
        (
            "I fall asleep at the wheel since the cramps began at night.",
            "See a doctor this week. Do not drive",
            True,
        ),
        ("Cramps in my calf wake me at night.", "Nothing urgent", False),
    ],
)
def test_a_page_that_says_not_to_drive_has_no_calm_title(
    plan_of: PlanOf, story: str, title: str, drive: bool
) -> None:
    text = page(plan_of, text=story, findings=NIGHT)
    assert text.startswith(title)
    assert ("Do not drive until" in text) is drive
    assert not (drive and "ordinary visit" in text)


def test_lost_nights_alone_ask_softly_about_driving(plan_of: PlanOf) -> None:
    text = page(plan_of, findings=NIGHT | {"sleep_lost": 4})
    assert "Sleepy by day? Then do not drive." in text and "could be killed" not in text


def test_nothing_of_a_calmer_rule_stands_on_an_emergency_page(plan_of: PlanOf) -> None:
    """The jaw of tetanus calls the ambulance; the cut itself no longer asks for a jab today."""
    findings = {"jaw_stiff": True, "startle_spasm": True, "dirty_wound": True, "tetanus_jab_due": True}
    plan = plan_of(SEEN | {"findings": findings}).plan
    assert plan.urgency is Urgency.EMERGENCY_NOW
    assert "jab today" not in " ".join(plan.care)


def test_the_reason_belongs_to_the_first_named_cause(plan_of: PlanOf) -> None:
    findings = {"one_leg_swollen": True, "whole_leg_swollen": True, "skin_purple_blister": True}
    why = next(line for line in plan_of(SEEN | {"findings": findings}).plan.brief if line.startswith("Why"))
    named, reason = why.split("mean: ")[1].split(". ", 1)
    assert ("clot" in reason) == named.startswith("clot")


def test_a_torn_muscle_among_the_causes_bars_kneading_and_stretching(plan_of: PlanOf) -> None:
    told = {
        "sore_afterwards": True,
        "cramp_site": ["calf"],
        "cramp_side": "always the left",
        "cramp_timing": "during exercise",
    }
    for planned in (plan_of(SEEN | {"findings": told}), plan_of(SEEN | {"findings": NIGHT})):
        plan, text = planned.plan, " ".join(plan_text(planned.plan).split())
        torn = any(c.id == "muscle_strain" for c in plan.likely)
        assert (torn and plan.urgency < Urgency.SAME_DAY) == ("Do not stretch, rub or knead this leg" in text)
        assert not (torn and "Rub and knead" in text)


def test_soreness_that_is_usual_is_said_so(plan_of: PlanOf) -> None:
    text = page(plan_of, findings=NIGHT | {"sore_afterwards": True})
    assert "a bit sore for a day or two after a hard cramp is usual" in text


@pytest.mark.parametrize(
    ("story", "both"),
    [
        ("My thigh cramps when I run.", True),
        ("The front of my thigh cramps when I run.", False),
        ("My hamstring, the thigh behind, cramps when I run.", False),
    ],
)
def test_a_thigh_not_further_told_gets_both_stretches(plan_of: PlanOf, story: str, both: bool) -> None:
    findings = {"cramp_site": ["front of thigh"], "cramp_timing": "during exercise"}
    text = page(plan_of, text=story, findings=findings)
    assert ("Front of the thigh:" in text and "Back of the thigh:" in text) is both


def test_paracetamol_has_its_own_cautions(plan_of: PlanOf) -> None:
    findings = NIGHT | {"sore_afterwards": True}
    choice = next(c for c in plan_of(SEEN | {"findings": findings}).plan.choices if c.id == "painkillers")
    asked = {bar.situation.id for bar in choice.intervention.ask_first_when}
    assert {"liver_disease", "heavy_drinker", "takes_warfarin_kind"} <= asked
    assert asked.isdisjoint({"kidney_disease", "heart_disease", "takes_lithium", "takes_water_tablet"})


@pytest.mark.parametrize("told", [{"medicines": ["lithium"]}, {"medicines": ["ramipril", "indapamide"]}])
def test_ibuprofen_keeps_its_own_line(plan_of: PlanOf, told: dict[str, Any]) -> None:
    assert "No ibuprofen, naproxen or diclofenac before you ask" in page(plan_of, findings=NIGHT, **told)


def test_known_panic_is_told_when_to_call(plan_of: PlanOf) -> None:
    tingling = {
        "mouth_hand_tingling": True,
        "fast_breathing_worry": True,
        "first_started": "more than a year ago",
    }
    known = page(plan_of, findings=tingling, conditions=["panic disorder"])
    assert "that does not settle with slow breathing" in known
    assert "that does not settle with slow breathing" not in page(plan_of, findings=tingling)


def test_a_medicine_begun_before_the_first_cramp_is_named_with_whom_to_ask(plan_of: PlanOf) -> None:
    story = (
        "My blood pressure tablet was changed to nifedipine in January. A few weeks on I noticed cramps in "
        "my calves at night. I've been told tonic water is the cure, is that sensible?"
    )
    sections = page_sections(plan_of({"age": 61, "text": story}).plan)
    assert sections[0].title.endswith("this week")
    assert any(line.startswith("Nifedipine: begun or changed before") for line in sections[0].lines)
    text = " ".join(line for section in sections for line in section.lines)
    assert "Book a talk with whoever prescribed nifedipine" in text and "  No. Tonic water" in text
    old = page(plan_of, age=61, text="I have taken nifedipine for ten years. My calves cramp at night.")
    assert "begun or changed before" not in old


@pytest.mark.parametrize(
    ("told", "there"),
    [({"age": 20}, "If you take any tablets"), ({"age": 70}, "Show a pharmacist all that you take")],
)
def test_the_list_of_medicines_is_the_last_thing_to_do(
    plan_of: PlanOf, told: dict[str, Any], there: str
) -> None:
    findings = {"cramp_timing": "during exercise", "cramp_with_exercise": True, "pain_on_walking": True}
    lines = part(plan_of, "What to do about it", findings=findings, **told)
    assert not lines or there in lines[-1] or not any("pharmacist" in line for line in lines)


def test_the_card_fits_the_setting(plan_of: PlanOf) -> None:
    sport = {"cramp_site": ["calf"], "cramp_timing": "during exercise"}
    court = page(plan_of, age=17, text="I cramp at tennis.", findings=sport)
    assert "Light on" not in court and "In water" not in court and "glaucoma" not in court
    assert "In water, float on your back" in page(plan_of, text="I cramp when swimming.", findings=sport)
    assert "warm, not hot, shower" not in page(plan_of, text="I cramp at tennis.", findings=sport)


def test_what_to_leave_out_stands_with_its_step(plan_of: PlanOf) -> None:
    lines = part(plan_of, "When a cramp comes", findings=NIGHT)
    assert next(line for line in lines if "stand up" in line).endswith("Not this one.")
    assert not any("leave out what is not safe for you" in line for line in lines)


def test_what_was_tried_is_not_offered_as_new(plan_of: PlanOf) -> None:
    text = page(plan_of, text="I've tried stretching for a few weeks.", findings=NIGHT)
    assert "hold 10 seconds, 3 times" not in text and "You tried stretching already" in text
    assert "hold 10 seconds, 3 times" in page(plan_of, text="I want to try stretching.", findings=NIGHT)
    assert callable(was_tried) and callable(next_steps)


def test_every_tried_thing_names_known_interventions_and_lines() -> None:
    from charley.advice.interventions import interventions

    lines = {line.id for line in plan_texts().lines}
    for one in plan_texts().tried:
        assert set(one.interventions) <= interventions().by_id.keys()
        assert set(one.lines) <= lines


def test_fish_is_asked_about_as_fish_and_a_bite_as_a_bite(plan_of: PlanOf) -> None:
    told = {"toxin_contact": ["spider, snake or fish poison"]}
    fish = page(plan_of, text="Ten days ago I ate grouper and my gums tingle.", findings=told)
    assert "Say which fish or food it was" in fish
    assert "After a bite" not in fish and "on purpose" not in fish and "nothing wrong" not in fish
    bite = page(plan_of, text="A snake bit my leg and it cramps.", findings=told)
    assert "After a bite, hold that arm or leg still" in bite and "Say which fish" not in bite
    assert "After a bite, hold that arm or leg still" in page(plan_of, findings=told)


def test_an_earlier_scan_is_named_only_where_one_was_told(plan_of: PlanOf) -> None:
    told = {"one_leg_swollen": True}
    assert "earlier clear scan" not in page(plan_of, findings=told)
    assert "earlier clear scan" in page(plan_of, text="Last week a scan was clear.", findings=told)
    assert "Sudden short breath or chest pain: call an ambulance." in page(plan_of, findings=told)


@pytest.mark.parametrize(
    ("told", "lamp"),
    [
        ({"text": "I stumble in the dark."}, True),
        ({"findings": NIGHT | {"feet_numb_tingle": True}}, True),
        ({"age": 84}, True),
        ({"age": 68, "text": "I am steady on my feet."}, False),
    ],
)
def test_the_lamp_is_for_those_who_may_fall(plan_of: PlanOf, told: dict[str, Any], lamp: bool) -> None:
    plan = plan_of(SEEN | {"findings": NIGHT} | told).plan
    items = {i.id for s in plan.sections if s.part == "tonight" for i in s.items}
    assert bool(items & {"light-and-path", "light-stumble"}) is lamp


def test_what_nobody_asked_for_is_not_refused(plans: dict[str, Any]) -> None:
    for planned in plans.values():
        text = plan_text(planned.plan)
        assert not any(word in text for word in ("diltiazem", "naftidrofuryl", "vitamin K2", "Does it work?"))


def test_remedies_stand_below_the_danger_signs(plans: dict[str, Any]) -> None:
    for planned in plans.values():
        titles = [section.title for section in page_sections(planned.plan)]
        if "When a cramp comes" in titles:
            assert titles.index("Danger signs") < titles.index("When a cramp comes")


def test_one_booking_line(plan_of: PlanOf) -> None:
    findings = {"alcohol_units": 90, "feet_numb_tingle": True, "mouth_hand_tingling": True}
    text = page(plan_of, findings=findings)
    assert text.count("See a doctor this week ") == 0


def test_same_day_pages_say_where_to_go_when_nobody_can_see_them(plan_of: PlanOf) -> None:
    orders = [o.says for o in plan_texts().orders if o.level is Urgency.SAME_DAY]
    assert all("If nobody can see you today, go to the emergency department." in says for says in orders)
