"""The shelves of advice are whole: every id of the evidence has its entry, and every link leads somewhere."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from charley.advice.clinician import guidelines
from charley.advice.interventions import interventions
from charley.advice.medicines import medicine_knowledge
from charley.advice.plan import plan_texts
from charley.formats.explain import explain
from charley.records.interventions import Bar, Intervention
from charley.records.library import Library

CONTRACT = yaml.safe_load(Path(__file__).with_name("advice_ids.yaml").read_text("utf-8"))
GRADES = {
    "stretch-bedtime": "low", "stretch-acute": "very low", "magnesium": "moderate", "quinine": "moderate",
    "quinine-stop": "moderate", "review-statin": "high", "mexiletine": "moderate", "vitamin-k2": "low",
    "footwear": "none", "potassium-magnesium-aspartate": "none", "rubefacient": "none", "painkillers": "none",
}  # fmt: skip
NEVER_SHOWN = ("5.84", "8.59", "7.50", "MD 2.06", "0.70 (", "1.14 (", "n=28", "28 people", "10 mg a day")
"""Figures that nobody found in a source that was read."""


def test_all_58_interventions_have_their_entry_and_their_page(library: Library) -> None:
    assert len(CONTRACT["interventions"]) == 58
    assert set(interventions().by_id) == set(CONTRACT["interventions"])
    for id_ in CONTRACT["interventions"]:
        page = explain(id_, library)
        assert page is not None and interventions().by_id[id_].summary in page


def test_all_15_bodies_have_their_points_and_their_page(library: Library) -> None:
    assert len(CONTRACT["guidelines"]) == 15
    found = {
        one.id: [sum(p.seen for p in one.points), sum(not p.seen for p in one.points)]
        for one in guidelines().by_id.values()
    }
    assert found == CONTRACT["guidelines"]
    for one in guidelines().by_id.values():
        page = explain(one.id, library)
        assert page is not None and all(point.says in page for point in one.points)
        assert page.count("] (not read by us)") == found[one.id][1]


def test_grades_are_those_of_the_evidence() -> None:
    assert {id_: interventions().by_id[id_].certainty for id_ in GRADES} == GRADES


def bars() -> Iterator[tuple[Intervention, Bar]]:
    for one in interventions().by_id.values():
        for bar in (*one.never_when, *one.ask_first_when):
            yield one, bar


def test_every_bar_has_a_reason_and_a_ground() -> None:
    assert [one.id for one, bar in bars() if not bar.because or bool(bar.source) is bool(bar.judged)] == []


def test_no_bar_stands_twice() -> None:
    for one in interventions().by_id.values():
        ids = [bar.situation.id for bar in (*one.never_when, *one.ask_first_when)]
        assert len(ids) == len(set(ids)), one.id


def test_every_situation_is_used_somewhere() -> None:
    shelf, texts = interventions(), plan_texts()
    used = {bar.situation.id for _, bar in bars()}
    for one in shelf.by_id.values():
        used |= {s.id for s in (*one.worth_it_when, *one.only_for, *(where for where, _ in one.instead))}
        used |= {entry.situation.id for entry in one.adapt_when}
    for line in texts.lines:
        used |= {s.id for s in (*line.when, *line.unless)}
    used |= {group.situation.id for group in texts.groups}
    used |= {s.id for entry in (*texts.orders, *texts.ask_first) for s in entry.when}
    used |= {entry.situation.id for entry in texts.conditionals if entry.situation}
    used |= {s.id for note in medicine_knowledge().notes for s in note.when}
    used |= {s.id for body in guidelines().by_id.values() for p in body.points for s in p.when}
    assert set(shelf.situations) - used == set()


def test_every_dose_says_who_states_it_and_is_no_advice() -> None:
    for one in interventions().by_id.values():
        if one.dose is not None:
            assert one.dose.stated_by in ("label", "health service", "trial"), one.id
    pills = [i for i in interventions().by_id.values() if i.role == "never" and i.dose is not None]
    assert [one.id for one in pills] == ["quinine"]


def test_no_figure_is_shown_that_nobody_found() -> None:
    for one in interventions().by_id.values():
        shown = " ".join((one.summary, one.effect, one.for_clinicians, *(f.text for f in one.figures)))
        dose = one.dose.text if one.dose else ""
        assert [bad for bad in NEVER_SHOWN if bad in shown or bad in dose] == [], one.id
    assert not interventions().by_id["diltiazem"].figures[0].text.startswith("5")
    assert interventions().by_id["baclofen"].dose is None


@pytest.mark.parametrize(
    ("id_", "situations"),
    [
        ("magnesium", {"kidney_disease", "myasthenia"}),
        ("vitamin-k2", {"takes_warfarin_kind"}),
        ("dialysis-k2", {"takes_warfarin_kind"}),
        ("potassium-magnesium-aspartate", {"kidney_disease", "takes_potassium_raising", "takes_digoxin"}),
        ("quinine", {"pregnant", "myasthenia", "heart_rhythm", "low_platelets", "takes_digoxin"}),
        ("heat-cold", {"numb_feet", "poor_circulation"}),
        ("massage", {"clot_sign"}),
        ("stretch-bedtime", {"clot_sign", "leg_injury"}),
        ("compression", {"poor_circulation"}),
        ("baclofen", {"dialysis", "kidney_disease"}),
        ("orphenadrine", {"glaucoma", "prostate", "myasthenia"}),
        ("albumin", {"heart_failure"}),
        ("naftidrofuryl", {"kidney_stones"}),
        ("vitamin-c-dialysis", {"kidney_stones"}),
        ("vitamin-e", {"takes_blood_thinner"}),
        ("peony-licorice", {"high_blood_pressure", "low_potassium", "takes_water_tablet", "takes_digoxin"}),
        ("mexiletine", {"heart_rhythm", "heart_disease"}),
        ("rubefacient", {"allergy_skin", "numb_feet", "child"}),
    ],
)
def test_contraindications_of_the_evidence_are_there(id_: str, situations: set[str]) -> None:
    assert situations <= {bar.situation.id for bar in interventions().by_id[id_].never_when}


def test_no_intervention_that_only_a_prescriber_gives_is_self_care() -> None:
    for one in interventions().by_id.values():
        if one.kind in ("medicine", "procedure", "supplement", "herbal-medicine", "topical", "deprescribing"):
            assert one.role != "self_care" or one.id == "painkillers", one.id
