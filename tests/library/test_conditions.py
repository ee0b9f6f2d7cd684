"""From the written condition to the rule language."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import TypeAdapter

from charley.library.conditions import build_condition
from charley.library.shapes import ConditionShape
from charley.library.workbench import Place, Workbench
from charley.records import conditions as c

SHAPES: TypeAdapter[Any] = TypeAdapter(ConditionShape)


def build(written: object, bench: Workbench, place: Place) -> c.Condition:
    return build_condition(SHAPES.validate_python(written), place, bench)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("swollen", c.Is("swollen", (True,))),
        ({"finding": "swollen"}, c.Is("swollen", (True,))),
        ({"finding": "swollen", "is": "yes"}, c.Is("swollen", (True,))),
        ({"finding": "swollen", "is": "no"}, c.Is("swollen", (False,))),
        ({"finding": "diabetes", "is": "no"}, c.Is("diabetes", ("no",))),
        ({"finding": "diabetes", "is": ["type 1", "type 2"]}, c.Is("diabetes", ("type 1", "type 2"))),
        ({"finding": "site", "has": ["calf", "thigh"]}, c.Has("site", ("calf", "thigh"))),
        ({"finding": "medicines", "has": "statin"}, c.Has("medicines", ("statin",))),
        ({"finding": "medicines", "has": "simvastatin"}, c.Has("medicines", ("simvastatin",))),
        ({"finding": "illnesses", "has": "gout"}, c.Has("illnesses", ("gout",))),
        ({"finding": "minutes", "at_least": "11"}, c.Compare("minutes", "at_least", 11.0)),
        ({"finding": "minutes", "at_most": "0"}, c.Compare("minutes", "at_most", 0.0)),
        ({"finding": "minutes", "above": "-1"}, c.Compare("minutes", "above", -1.0)),
        ({"finding": "minutes", "below": "1.5"}, c.Compare("minutes", "below", 1.5)),
        ({"finding": "diabetes", "within_days": "31"}, c.WithinDays("diabetes", 31.0)),
        ({"score": "wells", "at_least": "2"}, c.ScoreAtLeast("wells", 2.0)),
        ({"lab": "potassium", "below": "2.5", "unit": "mmol/L"}, c.LabCompare("potassium", "below", 2.5)),
        ({"lab": "potassium", "above": "10", "unit": " MG / dl"}, c.LabCompare("potassium", "above", 2.5)),
        ({"not": "swollen"}, c.Not(c.Is("swollen", (True,)))),
        ({"all": ["swollen"]}, c.AllOf((c.Is("swollen", (True,)),))),
        (
            {"at_least": "1", "of": ["swollen", {"any": [{"not": "swollen"}]}]},
            c.AtLeast(1, (c.Is("swollen", (True,)), c.AnyOf((c.Not(c.Is("swollen", (True,))),)))),
        ),
    ],
    ids=str,
)
def test_what_is_written_is_what_is_meant(
    written: object, meant: c.Condition, bench: Workbench, place: Place
) -> None:
    assert build(written, bench, place) == meant
    assert bench.faults == []


@pytest.mark.parametrize(
    ("written", "problem", "mend"),
    [
        ("swolen", "unknown finding 'swolen'", "Did you mean 'swollen'?"),
        ("minutes", "'minutes' is no yes-or-no finding", "Add is, has, at_least or the like."),
        ("site", "'site' is no yes-or-no finding", "Add is, has, at_least or the like."),
        ({"finding": "swollen", "is": "true"}, "unknown answer of 'swollen' 'true'", "There is: no, yes."),
        (
            {"finding": "diabetes", "is": "typ 2"},
            "unknown answer of 'diabetes' 'typ 2'",
            "Did you mean 'type 2'?",
        ),
        (
            {"finding": "medicines", "has": "gout"},
            "unknown answer of 'medicines' 'gout'",
            "There is: simvastatin, statin.",
        ),
        (
            {"finding": "illnesses", "has": "statin"},
            "unknown answer of 'illnesses' 'statin'",
            "There is: gout.",
        ),
        (
            {"finding": "swollen", "within_days": "3"},
            "'within_days' needs a choice finding; 'swollen' is yes_no",
            "",
        ),
        ({"finding": "diabetes", "above": "3"}, "'above' needs a number finding; 'diabetes' is choice", ""),
        ({"score": "welles", "at_least": "2"}, "unknown score 'welles'", "Did you mean 'wells'?"),
        (
            {"lab": "potassium", "below": "2", "unit": "stone"},
            "unknown unit 'stone' for 'potassium'",
            "Its table has mmol/L, mg/dL.",
        ),
    ],
    ids=str,
)
def test_what_nobody_could_answer_is_refused(
    written: object, problem: str, mend: str, bench: Workbench, place: Place
) -> None:
    build(written, bench, place)
    assert [(fault.problem, fault.mend) for fault in bench.faults] == [(problem, mend)]


def test_every_part_is_checked_not_only_the_first(bench: Workbench, place: Place) -> None:
    build({"all": ["nobody", {"not": "nothing"}, {"at_least": "1", "of": ["nowhere"]}]}, bench, place)
    assert [fault.problem for fault in bench.faults] == [
        "unknown finding 'nobody'",
        "unknown finding 'nothing'",
        "unknown finding 'nowhere'",
    ]


def test_a_form_that_nobody_taught_the_builder_is_a_mistake_of_ours(bench: Workbench, place: Place) -> None:
    with pytest.raises(TypeError, match="no condition"):
        build_condition(object(), place, bench)
