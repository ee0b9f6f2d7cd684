"""What the builders share: ids that must be known, numbers that must rest on something."""

from __future__ import annotations

from typing import Any

import pytest

from charley.errors import Fault
from charley.library.shapes import FigureShape, NumberShape, Shape
from charley.library.text import Document
from charley.library.workbench import Place, Workbench
from charley.records.numbers import Figure, Number


class Pet(Shape):
    name: str
    legs: int = 4


def number(value: float, low: float, high: float, **others: Any) -> NumberShape:
    beside = {"kind": "judged", "why": "a guess"} | others
    return NumberShape.model_validate({"value": value, "range": [low, high]} | beside)


def test_a_known_id_is_no_fault(bench: Workbench, place: Place) -> None:
    assert bench.known("statin", {"statin", "steroid"}, "medicine class", place)
    assert bench.faults == []


@pytest.mark.parametrize(
    ("id_", "pool", "mend"),
    [
        ("statins", ["statin", "steroid"], "Did you mean 'statin'?"),
        ("zzz", ["statin", "steroid"], "There is: statin, steroid."),
        ("zzz", [], "There is: none so far."),
        (
            "zzz",
            [f"a{n:02}" for n in range(13)],
            f"There is: {', '.join(f'a{n:02}' for n in range(12))}, ....",
        ),
    ],
    ids=["a misspelling", "nothing like it", "nothing to choose from", "many to choose from"],
)
def test_an_unknown_id_offers_the_nearest_or_what_there_is(
    id_: str, pool: list[str], mend: str, bench: Workbench, place: Place
) -> None:
    assert not bench.known(id_, pool, "medicine class", place.at("has"))
    assert bench.faults == [Fault("causes/clot.yaml:4", f"unknown medicine class '{id_}'", mend)]


def test_a_second_definition_is_a_fault(bench: Workbench, place: Place) -> None:
    bench.once("a", {}, "rule", place)
    assert bench.faults == []
    bench.once("a", {"a": 1}, "rule", place.at("id"))
    assert [(fault.where, fault.problem) for fault in bench.faults] == [
        ("causes/clot.yaml:10", "the rule 'a' is defined twice")
    ]


@pytest.mark.parametrize(("id_", "count"), [("clot", 0), ("clots", 1), ("Clot", 1)])
def test_a_file_carries_the_id_it_defines(id_: str, count: int, bench: Workbench, place: Place) -> None:
    bench.named_like(id_, "causes", place)
    assert len(bench.faults) == count


def test_a_document_becomes_a_shape_in_its_place(bench: Workbench) -> None:
    document = Document("pets.yaml", {"name": "Rex"}, {(): 1, ("name",): 1})
    placed = bench.read(Pet, document)
    assert placed is not None
    assert placed.shape == Pet(name="Rex")
    assert placed.place == Place(document)


def test_every_place_that_does_not_fit_is_a_fault(bench: Workbench) -> None:
    document = Document("pets.yaml", {"legs": "four", "colour": "red"}, {(): 1, ("legs",): 2, ("colour",): 3})
    assert bench.read(Pet, document) is None
    assert sorted(str(fault) for fault in bench.faults) == [
        "pets.yaml:1: the key 'name' is missing. Add it to what begins here.",
        "pets.yaml:2: 'legs': must be a whole number",
        "pets.yaml:3: unknown key 'colour'. Mend its spelling or take it out.",
    ]


def test_a_document_with_faults_of_form_is_read_no_further(bench: Workbench) -> None:
    fault = Fault("pets.yaml:1", "the file is empty")
    assert bench.read(Pet, Document("pets.yaml", {"colour": "red"}, faults=[fault])) is None
    assert bench.faults == [fault]


def test_a_number_keeps_all_that_was_written(bench: Workbench, place: Place) -> None:
    told = {
        "kind": "derived",
        "unit": "g",
        "source": "survey",
        "where": "table 1",
        "how": "a sum",
        "why": "so",
    }
    expected = Number(2.0, 1.0, 3.0, "derived", "g", "survey", "table 1", "a sum", "so")
    assert bench.number(number(2, 1, 3, **told), place) == expected
    assert bench.faults == []


@pytest.mark.parametrize(
    ("kind", "source", "problem"),
    [
        ("stated", "survey", None),
        ("stated", "memory", "was never read"),
        ("derived", "memory", "was never read"),
        ("stated", "nowhere", "unknown source"),
        ("judged", "memory", None),
        ("judged", "nowhere", "unknown source"),
    ],
)
def test_a_number_rests_on_a_source_that_somebody_read(
    kind: str, source: str, problem: str | None, bench: Workbench, place: Place
) -> None:
    bench.number(number(1, 1, 1, kind=kind, source=source, where="table 1", how="a sum"), place)
    assert [problem in fault.problem for fault in bench.faults if problem] == ([True] if problem else [])
    assert len(bench.faults) == (problem is not None)


@pytest.mark.parametrize(
    ("value", "low", "high", "accepted"),
    [(0.5, 0.4, 0.6, True), (0, 0, 0, True), (1, 1, 1, True), (0.9, 0.8, 1.1, False), (0, -0.1, 0.5, False)],
)
def test_a_chance_and_its_range_lie_between_0_and_1(
    value: float, low: float, high: float, accepted: bool, bench: Workbench, place: Place
) -> None:
    assert bench.chance(number(value, low, high), place.at("chance")).value == value
    assert [fault.where for fault in bench.faults] == ([] if accepted else ["causes/clot.yaml:5"])


@pytest.mark.parametrize(
    ("value", "low", "high", "accepted"),
    [
        (0.5, 0.4, 0.6, True),
        (0, 0, 0.5, False),
        (1, 0.5, 1, False),
        (0.9, 0.8, 1.1, False),
        (0.1, 0, 0.2, False),
    ],
)
def test_a_weight_against_lies_strictly_between_0_and_1(
    value: float, low: float, high: float, accepted: bool, bench: Workbench, place: Place
) -> None:
    assert bench.weight(number(value, low, high), place.at("weight")).value == value
    assert [fault.where for fault in bench.faults] == ([] if accepted else ["causes/clot.yaml:6"])


def test_words_come_from_their_own_scale(bench: Workbench, place: Place) -> None:
    assert bench.chance("often", place) == bench.chance_words["often"]
    assert bench.weight("weakly", place) == bench.against_words["weakly"]
    assert bench.faults == []
    bench.chance("weakly", place)
    bench.weight("often", place)
    assert [fault.problem for fault in bench.faults] == [
        "unknown word for a chance 'weakly'",
        "unknown word for a weight against 'often'",
    ]


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ({"text": "Three in four come at night."}, "Three in four come at night."),
        ({"measure": "share_at_night", "value": "73%"}, "share at night: 73%"),
        (
            {"measure": "share_at_night", "value": "73%", "ci95": ["70", "76"]},
            "share at night: 73% (95% CI 70 to 76)",
        ),
    ],
)
def test_a_figure_becomes_one_sentence(
    written: dict[str, Any], text: str, bench: Workbench, place: Place
) -> None:
    shape = FigureShape.model_validate(written | {"source": "survey", "population": "adults", "note": "old"})
    assert bench.figures([shape], place) == (Figure(text, "survey", "adults", "old"),)
    assert bench.faults == []


def test_sources_may_be_unread_but_never_unknown(bench: Workbench, place: Place) -> None:
    assert bench.sources(["survey", "memory"], place) == ("survey", "memory")
    assert bench.faults == []
    bench.sources(["surveys"], place.at("source"))
    assert [str(fault) for fault in bench.faults] == [
        "causes/clot.yaml:7: unknown source 'surveys'. Did you mean 'survey'?"
    ]
