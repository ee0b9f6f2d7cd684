"""One answer to one finding: taken, doubted, not told, or refused with a mend."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charley.errors import Fault
from charley.reading.answers import MOST_ENTRIES, Doubt, is_doubt, read_answer
from charley.records.findings import Finding, Option

YES_NO = Finding("wakes_you", "yes_no", "s", "core", "Does it wake you?")
CHOICE = Finding(
    "diabetes", "choice", "s", "core", "Diabetes?",
    options=(Option("no"), Option("type 1"), Option("type 2")),
)  # fmt: skip
SIDE = Finding("side", "choice", "s", "core", "Which side?", options=(Option("left"), Option("right")))
TICKS = Finding(
    "where", "multi", "s", "core", "Where?", options=(Option("calf"), Option("foot"), Option("none"))
)
MINUTES = Finding(
    "cramp_minutes", "number", "s", "core", "How long?", unit="minutes", minimum=0.0, maximum=1440.0
)
OPEN = Finding("steps", "number", "s", "core", "How many?", unit="steps")

TAKEN = [
    pytest.param(YES_NO, True, True, id="true is yes"),
    pytest.param(YES_NO, False, False, id="false is no"),
    pytest.param(YES_NO, "yes", True, id="the word yes"),
    pytest.param(YES_NO, " No ", False, id="the word no, with spaces and a capital"),
    pytest.param(YES_NO, "true", True, id="the word true"),
    pytest.param(CHOICE, "type 2", "type 2", id="one of the choices"),
    pytest.param(CHOICE, False, "no", id="false for a choice that has no"),
    pytest.param(TICKS, ["calf", "foot"], frozenset({"calf", "foot"}), id="two ticks"),
    pytest.param(TICKS, "calf", frozenset({"calf"}), id="one tick without a list"),
    pytest.param(TICKS, ["calf", "calf"], frozenset({"calf"}), id="the same tick twice counts once"),
    pytest.param(TICKS, [], frozenset(), id="an empty tick list is none of these"),
    pytest.param(TICKS, ["none"], frozenset(), id="none of these"),
    pytest.param(MINUTES, 3, 3.0, id="a whole number"),
    pytest.param(MINUTES, 0.5, 0.5, id="a number with a point"),
    pytest.param(MINUTES, 0, 0.0, id="the least that is allowed"),
    pytest.param(MINUTES, 1440, 1440.0, id="the most that is allowed"),
]


@pytest.mark.parametrize(("finding", "value", "answer"), TAKEN)
def test_an_answer_is_taken(finding: Finding, value: object, answer: object) -> None:
    read = read_answer(finding, value, "here")
    assert read == answer
    assert type(read) is type(answer)


REFUSED = [
    pytest.param(
        YES_NO, "maybe", "'maybe' is no answer to a yes-or-no question", id="a word that is neither"
    ),
    pytest.param(YES_NO, 1, "1 is no answer to a yes-or-no question", id="one is not yes"),
    pytest.param(YES_NO, [True], "a list is no answer to a yes-or-no question", id="a list for yes or no"),
    pytest.param(CHOICE, "type 3", "'type 3' is not one of the answers", id="a choice that is not there"),
    pytest.param(SIDE, False, "false is not one of the answers", id="no to a choice that has no such answer"),
    pytest.param(CHOICE, True, "true is not one of the answers", id="yes to a choice"),
    pytest.param(CHOICE, ["type 2"], "a list is not one of the answers", id="a list for a choice"),
    pytest.param(CHOICE, {"type": 2}, "an object is not one of the answers", id="an object for a choice"),
    pytest.param(TICKS, True, "true is no list of answers", id="yes to a tick list"),
    pytest.param(TICKS, {"calf": True}, "an object is no list of answers", id="an object for a tick list"),
    pytest.param(TICKS, ["none", "calf"], "'none' stands beside other answers", id="none beside a tick"),
    pytest.param(TICKS, ["calf"] * (MOST_ENTRIES + 1), "has 201 answers", id="hundreds of ticks"),
    pytest.param(MINUTES, "3", "'3' is no number", id="a number in quotes"),
    pytest.param(MINUTES, True, "true is no number", id="true is not the number one"),
    pytest.param(MINUTES, -1, "-1 is not possible here", id="below the least"),
    pytest.param(MINUTES, 1441, "1441 is not possible here", id="above the most"),
    pytest.param(MINUTES, float("nan"), "nan is not possible here", id="not a number"),
    pytest.param(MINUTES, 10**400, "a very large number is not possible here", id="far above the most"),
    pytest.param(OPEN, float("inf"), "inf is not possible here", id="infinite where no most is given"),
    pytest.param(OPEN, 10**400, "a very large number is not possible here", id="huge where no most is given"),
    pytest.param(OPEN, -1, "-1 is not possible here", id="negative where no least is given"),
]


@pytest.mark.parametrize(("finding", "value", "problem"), REFUSED)
def test_an_answer_is_refused(finding: Finding, value: object, problem: str) -> None:
    read = read_answer(finding, value, "here")
    assert isinstance(read, tuple)
    assert [(fault.where, fault.problem) for fault in read] == [("here", problem)]
    assert read[0].mend


def test_every_wrong_tick_is_named_with_its_place() -> None:
    read = read_answer(TICKS, ["calv", "foot", ["calf"], None], "where")
    assert read == (
        Fault("where[0]", "'calv' is not one of the answers", "Did you mean 'calf'?"),
        Fault("where[2]", "a list is not one of the answers", "Allowed: calf, foot, none."),
        Fault("where[3]", "null is not one of the answers", "Allowed: calf, foot, none."),
    )


@pytest.mark.parametrize("finding", [YES_NO, CHOICE, TICKS, MINUTES], ids=lambda finding: finding.type)
def test_null_is_not_told_and_not_sure_is_a_doubt(finding: Finding) -> None:
    assert read_answer(finding, None, "here") is None
    for words in ("not sure", "Not sure ", "unknown"):
        assert isinstance(read_answer(finding, words, "here"), Doubt)


@pytest.mark.parametrize("value", ["no", "", "unsure", None, False, 0, ["not sure"]])
def test_nothing_else_is_a_doubt(value: object) -> None:
    assert not is_doubt(value)


VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text()
    | st.sampled_from(["no", "calf", "none"]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


@given(st.sampled_from([YES_NO, CHOICE, SIDE, TICKS, MINUTES, OPEN]), VALUES)
def test_whatever_is_answered_the_result_is_allowed_or_a_fault(finding: Finding, value: object) -> None:
    read = read_answer(finding, value, "here")
    if read is None or isinstance(read, tuple | Doubt):
        assert (read is None) is (value is None)
        return
    allowed = {option.value for option in finding.options}
    match finding.type:
        case "yes_no":
            assert isinstance(read, bool)
        case "choice":
            assert read in allowed
        case "multi":
            assert isinstance(read, frozenset)
            assert read <= allowed - {"none"}
        case _:
            assert isinstance(read, float)
            assert 0 <= read <= (finding.maximum or 1e9)
