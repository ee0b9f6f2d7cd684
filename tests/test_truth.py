"""The rule language: three values, what was read, and doubt that raises."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charley.history import History, LabResult
from charley.records.conditions import (
    AllOf,
    AnyOf,
    AtLeast,
    Compare,
    Condition,
    Has,
    Is,
    LabCompare,
    Not,
    ScoreAtLeast,
    WithinDays,
)
from charley.records.library import Library
from charley.truth import Truth, compare_result, judge

NAMES = ("one_leg_swollen", "dark_urine", "fever")
TRUTHS = {True: Truth.YES, False: Truth.NO, None: Truth.UNKNOWN}


def telling(*values: bool | None) -> History:
    """A history that answers the three findings of NAMES."""
    return History(answers={n: v for n, v in zip(NAMES, values, strict=False) if v is not None})


def oracle(condition: Condition, history: History, library: Library) -> set[bool]:
    """Independent meaning: the truths that a condition can have over all ways to fill the unknowns."""

    def plain(c: Condition, world: dict[str, bool]) -> bool:
        match c:
            case Is():
                return world[c.finding] in c.values
            case Not():
                return not plain(c.part, world)
            case AllOf():
                return all(plain(p, world) for p in c.parts)
            case AnyOf():
                return any(plain(p, world) for p in c.parts)
            case AtLeast():
                return sum(plain(p, world) for p in c.parts) >= c.count
        raise TypeError(c)

    open_ = [name for name in NAMES if name not in history.answers]
    worlds = (dict(zip(open_, values, strict=True)) for values in product((True, False), repeat=len(open_)))
    known = {name: value for name, value in history.answers.items() if isinstance(value, bool)}
    return {plain(condition, known | world) for world in worlds}


leaves = st.sampled_from(NAMES).map(lambda name: Is(name, (True,)))
conditions = st.recursive(
    leaves,
    lambda inner: st.one_of(
        inner.map(Not),
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: AllOf(tuple(parts))),
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: AnyOf(tuple(parts))),
        st.lists(inner, min_size=2, max_size=3).map(lambda parts: AtLeast(2, tuple(parts))),
    ),
    max_leaves=8,
)
answers = st.tuples(*[st.sampled_from((True, False, None))] * 3)


@given(conditions, answers)
def test_a_verdict_is_never_surer_than_every_way_to_fill_the_unknowns(
    library: Library, condition: Condition, values: tuple[bool | None, ...]
) -> None:
    history = telling(*values)
    possible = oracle(condition, history, library)
    truth = judge(condition, history, library).truth
    if truth is not Truth.UNKNOWN:
        assert possible == {truth is Truth.YES}


@given(conditions, st.tuples(*[st.booleans()] * 3))
def test_with_everything_known_the_verdict_is_plain_logic(
    library: Library, condition: Condition, values: tuple[bool, ...]
) -> None:
    history = telling(*values)
    expected = oracle(condition, history, library)
    assert {judge(condition, history, library).truth is Truth.YES} == expected


@given(conditions, answers)
def test_doubt_never_lowers(library: Library, condition: Condition, values: tuple[bool | None, ...]) -> None:
    """For conditions without a double `not`, reading unknown under `not` as satisfied only raises."""
    history = telling(*values)
    if _nested_not(condition, 0):
        return
    plain = judge(condition, history, library).truth
    assert judge(condition, history, library, doubt_raises=True).truth >= plain


def _nested_not(condition: Condition, depth: int) -> bool:
    match condition:
        case Not():
            return depth > 0 or _nested_not(condition.part, depth + 1)
        case AllOf() | AnyOf() | AtLeast():
            return any(_nested_not(part, depth) for part in condition.parts)
        case _:
            return False


@pytest.mark.parametrize(("value", "expected"), [(None, Truth.UNKNOWN), (11.0, Truth.YES), (10.9, Truth.NO)])
def test_a_number_is_compared_only_when_it_is_known(
    library: Library, value: float | None, expected: Truth
) -> None:
    history = History(answers={} if value is None else {"cramp_minutes": value})
    assert judge(Compare("cramp_minutes", "at_least", 11), history, library).truth is expected


def test_an_entry_missing_from_a_list_known_in_part_is_unknown(library: Library) -> None:
    condition = Has("medicines", ("statin",))
    whole = History(answers={"medicines": frozenset({"nsaid"})})
    part = History(answers=whole.answers, partial=frozenset({"medicines"}))
    assert judge(condition, whole, library).truth is Truth.NO
    assert judge(condition, part, library).truth is Truth.UNKNOWN


@pytest.mark.parametrize(
    ("answer", "days", "expected"),
    [
        ("today", 31, Truth.YES),
        ("in the last month", 31, Truth.YES),
        ("in the last month", 14, Truth.UNKNOWN),
        ("1 to 12 months ago", 31, Truth.NO),
        (None, 31, Truth.UNKNOWN),
    ],
)
def test_a_time_is_within_days_only_when_all_of_it_is(
    library: Library, answer: str | None, days: float, expected: Truth
) -> None:
    history = History(answers={} if answer is None else {"first_started": answer})
    assert judge(WithinDays("first_started", days), history, library).truth is expected


@pytest.mark.parametrize(
    ("bound", "value", "below_limit"),
    [
        ("exactly", 2.3, Truth.YES),
        ("exactly", 2.5, Truth.NO),
        ("below", 2.5, Truth.YES),
        ("below", 3.0, Truth.UNKNOWN),
        ("above", 2.5, Truth.NO),
        ("above", 2.0, Truth.UNKNOWN),
    ],
)
def test_a_result_given_as_a_bound_settles_only_what_it_can(
    bound: str, value: float, below_limit: Truth
) -> None:
    result = LabResult("potassium", value, bound)  # type: ignore[arg-type]
    assert compare_result(result, "below", 2.5) is below_limit


def test_a_laboratory_condition_without_a_result_is_unknown(library: Library) -> None:
    verdict = judge(LabCompare("potassium", "below", 2.5), History(), library)
    assert verdict.truth is Truth.UNKNOWN
    assert verdict.missing == {"lab:potassium"}


def test_a_verdict_names_the_facts_it_rests_on(library: Library) -> None:
    condition = AllOf((Is("dark_urine", (True,)), Not(Is("fever", (True,)))))
    verdict = judge(condition, telling(None, True, False), library)
    assert (verdict.truth, verdict.read) == (Truth.YES, {"dark_urine", "fever"})


WELLS = ScoreAtLeast("wells_dvt", 2)
SORE = {"calf_tender_deep": True}


@pytest.mark.parametrize(
    ("story", "answers_", "expected"),
    [
        ("sore calf after surgery scores two", SORE | {"bed_rest_surgery": True}, Truth.YES),
        ("sore calf alone may still reach two", SORE, Truth.UNKNOWN),
        (
            "another cause takes two off",
            SORE | {"bed_rest_surgery": True, "other_cause_likely": True},
            Truth.UNKNOWN,
        ),
        ("nothing in the leg: the score does not apply", {"past_clot": True}, Truth.UNKNOWN),
        (
            "pregnant: the score is not valid",
            SORE | {"bed_rest_surgery": True, "pregnant": "pregnant now"},
            Truth.NO,
        ),
    ],
)
def test_the_wells_score(
    library: Library, story: str, answers_: dict[str, bool | str], expected: Truth
) -> None:
    history = History(age=50, answers={"age": 50.0, **answers_})
    assert judge(WELLS, history, library).truth is expected, story
