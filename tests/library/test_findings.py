"""Findings from their files, and how common any answer is among people who ask."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charley.library.findings import background_of, complement
from charley.library.text import Document
from charley.library.workbench import Place, Workbench
from charley.records.conditions import Compare, Comparison, Has, Is, OneFinding, WithinDays
from charley.records.findings import Finding, Option, SurvivalPoint
from charley.records.library import Library
from charley.records.numbers import Number

ROOT = Place(Document("causes/clot.yaml", lines={(): 1}))
CHANCES = st.floats(0.01, 0.99)


def chance(value: float, low: float | None = None, high: float | None = None) -> Number:
    return Number(
        value, value if low is None else low, value if high is None else high, "judged", why="a guess"
    )


def finding(type_: str, **others: object) -> Finding:
    return Finding("x", type_, "story", "core", "How is it?", **others)  # type: ignore[arg-type]


def background(condition: OneFinding, about: Finding, **listed: float) -> Number:
    bench = Workbench()
    numbers: dict[str, Number | None] = {id_: chance(value) for id_, value in listed.items()}
    number = background_of(condition, about, numbers, ROOT, bench)
    assert bench.faults == []
    assert 0 <= number.low <= number.value <= number.high <= 1
    return number


CHOICE = finding(
    "choice",
    options=(
        Option("today", background=chance(0.1, 0.05, 0.2), days=(0, 1)),
        Option("this week", background=chance(0.2, 0.1, 0.3), days=(1, 7)),
        Option("this year", background=chance(0.3, 0.2, 0.5), days=(7, 365)),
        Option("never told"),
    ),
)
YES_NO = finding("yes_no", background=chance(0.3, 0.2, 0.5))
MINUTES = finding(
    "number",
    minimum=0.0,
    maximum=600.0,
    survival=(SurvivalPoint(10, chance(0.5, 0.4, 0.6)), SurvivalPoint(60, chance(0.1, 0.05, 0.2))),
)
SITE = finding(
    "multi", options=(Option("calf", background=chance(0.8)), Option("thigh", background=chance(0.1)))
)


@pytest.mark.parametrize(
    ("condition", "about", "expected"),
    [
        (Is("x", (True,)), YES_NO, (0.3, 0.2, 0.5)),
        (Is("x", (False,)), YES_NO, (0.7, 0.5, 0.8)),
        (Is("x", ("today",)), CHOICE, (0.1, 0.05, 0.2)),
        (Is("x", ("today", "this year")), CHOICE, (0.4, 0.25, 0.7)),
        (WithinDays("x", 1), CHOICE, (0.1, 0.05, 0.2)),
        (WithinDays("x", 7), CHOICE, (0.3, 0.15, 0.5)),
        (WithinDays("x", 364), CHOICE, (0.3, 0.15, 0.5)),
        (Compare("x", "at_least", 10), MINUTES, (0.5, 0.4, 0.6)),
        (Compare("x", "above", 35), MINUTES, (0.3, 0.225, 0.4)),
        (Compare("x", "below", 10), MINUTES, (0.5, 0.4, 0.6)),
        (Compare("x", "at_most", 60), MINUTES, (0.9, 0.8, 0.95)),
        (Compare("x", "at_least", 5), MINUTES, (0.75, 0.7, 0.8)),
        (Compare("x", "at_least", 0), MINUTES, (1, 1, 1)),
        (Compare("x", "at_least", 500), MINUTES, (0.1, 0.05, 0.2)),
        (Has("x", ("calf",)), SITE, (0.8, 0.8, 0.8)),
        (Has("x", ("calf", "thigh")), SITE, (0.82, 0.82, 0.82)),
    ],
    ids=str,
)
def test_the_background_of_an_answer(
    condition: OneFinding, about: Finding, expected: tuple[float, float, float]
) -> None:
    number = background(condition, about)
    assert (number.value, number.low, number.high) == pytest.approx(expected)


@pytest.mark.parametrize("type_", ["medicines", "conditions"])
def test_a_list_takes_the_background_of_its_entries_from_the_catalogues(type_: str) -> None:
    about = finding(type_)
    assert background(Has("x", ("statin",)), about, statin=0.2).value == 0.2
    assert background(Has("x", ("a", "b", "c")), about, a=0.5, b=0.5, c=0.5).value == pytest.approx(0.875)


@pytest.mark.parametrize(
    ("condition", "about"),
    [
        (Is("x", (True,)), finding("yes_no")),
        (Is("x", (True, False)), YES_NO),
        (Is("x", ("never told",)), CHOICE),
        (Is("x", ("today", "never told")), CHOICE),
        (WithinDays("x", 0.5), CHOICE),
        (Compare("x", "above", 5), finding("number")),
        (Has("x", ("calf", "toe")), SITE),
        (Has("x", ("statin",)), finding("medicines")),
    ],
    ids=str,
)
def test_an_answer_of_which_nobody_knows_how_common_it_is_is_a_fault(
    condition: OneFinding, about: Finding
) -> None:
    bench = Workbench()
    background_of(condition, about, {}, ROOT, bench)
    assert [str(fault) for fault in bench.faults] == [
        "causes/clot.yaml:1: 'x' has no background chance for this answer. "
        "Add it to the finding, the medicine class or the illness."
    ]


@given(st.floats(0, 600), st.floats(0, 600))
def test_a_larger_number_is_never_more_common(first: float, second: float) -> None:
    smaller, larger = sorted((first, second))
    more = background(Compare("x", "at_least", smaller), MINUTES).value
    assert background(Compare("x", "at_least", larger), MINUTES).value <= more + 1e-12


@given(st.floats(0, 600), st.sampled_from([("at_least", "below"), ("above", "at_most")]))
def test_a_number_is_on_one_side_or_the_other(x: float, sides: tuple[Comparison, Comparison]) -> None:
    one, other = (background(Compare("x", side, x), MINUTES) for side in sides)
    assert one.value + other.value == pytest.approx(1)
    assert (one.low + other.high, one.high + other.low) == pytest.approx((1, 1))


@given(st.lists(CHANCES, min_size=1, max_size=6))
def test_more_entries_are_never_rarer_and_never_more_than_their_sum(chances: list[float]) -> None:
    listed = {f"entry_{n}": value for n, value in enumerate(chances)}
    unions = [
        background(Has("x", tuple(listed)[: n + 1]), finding("medicines"), **listed).value
        for n in range(len(listed))
    ]
    assert all(before <= after + 1e-12 for before, after in pairwise(unions))
    assert max(chances) - 1e-12 <= unions[-1] <= sum(chances) + 1e-12


@given(st.lists(CHANCES, min_size=1, max_size=6))
def test_answers_to_one_question_add_up_but_never_to_certainty(chances: list[float]) -> None:
    options = tuple(Option(str(n), background=chance(value)) for n, value in enumerate(chances))
    together = background(Is("x", tuple(o.value for o in options)), finding("choice", options=options)).value
    assert together == pytest.approx(sum(chances) if len(chances) == 1 else min(0.995, sum(chances)))


@given(CHANCES, CHANCES, CHANCES)
def test_the_opposite_of_the_opposite_is_the_chance_itself(a: float, b: float, c: float) -> None:
    low, value, high = sorted((a, b, c))
    twice = complement(complement(chance(value, low, high)))
    assert (twice.value, twice.low, twice.high) == pytest.approx((value, low, high))


def test_a_finding_keeps_all_that_its_file_says(mini: Library) -> None:
    swollen = mini.findings["one_leg_swollen"]
    assert (swollen.type, swollen.section, swollen.tier, swollen.screen) == (
        "yes_no",
        "safety",
        "core",
        "leg_now",
    )
    assert (swollen.says_yes, swollen.says_no) == ("one leg is swollen", "neither leg is swollen")
    assert swollen.background == Number(
        0.1, 0.04, 0.2, "judged", why="a word where only the order of size is known", word="seldom"
    )
    assert (swollen.is_core_safety, swollen.episode) == (True, False)
    assert mini.findings["hard_knot"].episode
    minutes = mini.findings["cramp_minutes"]
    assert (minutes.unit, minutes.minimum, minutes.maximum) == ("minutes", 0.0, 600.0)
    assert [(p.at_least, p.chance.word) for p in minutes.survival] == [(10.0, "half"), (60.0, "seldom")]
    assert mini.findings["cramp_site"].ask_if == Is("hard_knot", (True,))
    today, *_, long_ago = mini.findings["first_started"].options
    assert (today.value, today.days, long_ago.days) == ("today", (0.0, 1.0), (31.0, 9999.0))


def test_the_answer_no_of_a_choice_stays_the_word_no(mini: Library) -> None:
    assert [option.value for option in mini.findings["diabetes"].options] == ["no", "type 2"]


def test_findings_come_in_the_order_of_their_files(mini: Library) -> None:
    assert list(mini.findings) == [
        "medicines",
        "long_term_conditions",
        "diabetes",
        "one_leg_swollen",
        "hard_knot",
        "first_started",
        "cramp_minutes",
        "cramp_site",
    ]
