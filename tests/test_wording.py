"""How answers read in a list of reasons."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charley.history import Answer, Bound, History, LabResult
from charley.records.conditions import Has, Is
from charley.records.findings import Finding, Option
from charley.records.library import Library
from charley.wording import number_text, rounded_text, say_answer, say_fact, say_lab, say_part


@pytest.mark.parametrize(
    ("value", "plain", "rounded"),
    [
        (2.0, "2", "2"),
        (0.6, "0.6", "0.6"),
        (0.1 + 0.2, "0.3", "0.3"),
        (2.3456789, "2.3456789", "2.346"),
        (12345.678, "12345.678", "12346"),
        (0.000401, "0.000401", "0.000401"),
        (1234567.0, "1234567", "1234567"),
        (100.0, "100", "100"),
    ],
)
def test_numbers_have_no_needless_digits(value: float, plain: str, rounded: str) -> None:
    assert number_text(value) == plain
    assert rounded_text(value) == rounded


@given(st.floats(1e-3, 1e6))
def test_a_rounded_number_is_near_and_never_has_an_exponent(value: float) -> None:
    assert "e" not in rounded_text(value)
    assert float(rounded_text(value)) == pytest.approx(value, rel=6e-4)


def finding(type_: str, **more: object) -> Finding:
    options = (Option("calf", says="it is in the calf"), Option("foot"), Option("none"))
    base = {
        "id": "x",
        "type": type_,
        "section": "s",
        "tier": "core",
        "question": "Where?",
        "options": options,
    }
    return Finding(**(base | more))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("of", "answer", "said"),
    [
        (finding("yes_no", says_yes="it hurts", says_no="it does not hurt"), True, "it hurts"),
        (finding("yes_no", says_yes="it hurts", says_no="it does not hurt"), False, "it does not hurt"),
        (finding("yes_no", question="Hot?"), True, "Hot? Yes"),
        (finding("yes_no", question="Hot?"), False, "Hot? No"),
        (finding("choice"), "calf", "it is in the calf"),
        (finding("choice"), "foot", "Where? foot"),
        (finding("multi"), frozenset({"foot", "calf"}), "it is in the calf, foot"),
        (finding("multi"), frozenset(), "Where? None of these"),
        (finding("number", says="it lasts {value} minutes"), 2.0, "it lasts 2 minutes"),
        (finding("number", question="How long?", unit="minutes"), 2.5, "How long? 2.5 minutes"),
    ],
    ids=[
        "yes", "no", "yes without own words", "no without own words", "a choice",
        "a choice without own words", "a list in the order of the options", "an empty list", "a number",
        "a number without own words",
    ],
)  # fmt: skip
def test_an_answer_in_words(library: Library, of: Finding, answer: Answer, said: str) -> None:
    assert say_answer(of, answer, library) == said


@pytest.mark.parametrize(
    ("id_", "answer", "said"),
    [
        ("medicines", frozenset(), "you take no medicines"),
        ("medicines", frozenset({"furosemide", "loop_diuretic"}), "you take furosemide"),
        ("medicines", frozenset({"conjugated_oestrogen"}), "you take CLASS"),
        ("known_conditions", frozenset(), "no known illness"),
    ],
    ids=["no medicine", "a medicine, not its classes", "a class alone", "no illness"],
)
def test_lists_of_medicines_and_illnesses_are_named(
    library: Library, id_: str, answer: frozenset[str], said: str
) -> None:
    said = said.replace("CLASS", library.medicine_classes["conjugated_oestrogen"].name)
    assert say_fact(id_, History(answers={id_: answer}), library) == said


def test_a_fact_that_is_not_known_is_said_to_be_so(library: Library) -> None:
    assert say_fact("fever", History(), library) == f"not known: {library.findings['fever'].question}"


@pytest.mark.parametrize(
    ("bound", "said"), [("exactly", "3.1"), ("below", "under 3.1"), ("above", "over 3.1")]
)
def test_a_laboratory_value_keeps_its_sign_and_unit(library: Library, bound: Bound, said: str) -> None:
    history = History(labs=(LabResult("potassium", 3.1, bound),))
    assert say_lab("potassium", history, library) == f"Potassium {said} mmol/L"
    assert say_fact("lab:potassium", history, library) == f"Potassium {said} mmol/L"


def test_two_values_of_one_test_are_both_said_and_others_are_not(library: Library) -> None:
    labs = (LabResult("potassium", 3.1), LabResult("potassium", 4.0), LabResult("sodium", 140))
    assert say_lab("potassium", History(labs=labs), library) == "Potassium 3.1 mmol/L, 4 mmol/L"


TAKEN = frozenset({"furosemide", "loop_diuretic", "thiazide_or_loop_diuretic", "paracetamol"})


@pytest.mark.parametrize(
    ("condition", "said"),
    [
        (Has("medicines", ("loop_diuretic",)), "you take furosemide"),
        (Has("medicines", ("furosemide",)), "you take furosemide"),
        (Has("medicines", ("statin",)), "you take furosemide, paracetamol"),
        (Has("cramp_site", ("calf",)), "it is in the calf"),
        (Is("fever", (True,)), "you have a fever"),
    ],
    ids=[
        "by class",
        "by name",
        "none of the named: the whole answer",
        "one entry of a list",
        "no list at all",
    ],
)
def test_only_the_part_that_a_condition_is_about_is_said(
    library: Library, condition: Has | Is, said: str
) -> None:
    answers: dict[str, Answer] = {
        "medicines": TAKEN, "cramp_site": frozenset({"calf", "foot or toes"}), "fever": True,
    }  # fmt: skip
    if isinstance(condition, Is):
        said = library.findings["fever"].says_yes
    if condition.finding == "cramp_site":
        option = library.findings["cramp_site"].option("calf")
        said = option.says if option else ""
    assert say_part(condition, History(answers=answers), library) == said


def test_every_answer_of_every_finding_reads_as_something(library: Library) -> None:
    for one in library.findings.values():
        answers: list[Answer] = [option.value for option in one.options] if one.type == "choice" else []
        answers += [True, False] if one.type == "yes_no" else []
        answers += [1.0] if one.type == "number" else []
        for answer in answers:
            said = say_answer(one, answer, library)
            assert said.strip(), one.id
            assert "{value}" not in said, one.id
