"""The two halves of the utterances: every id, option, name and unit is one the library knows."""

from __future__ import annotations

import json
import re
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from charley.records.findings import Finding
from charley.records.library import Library

FOLDER = Path(__file__).parents[2] / "vignettes"
HALVES = ("working", "heldout")
LATER = (*(f"w{number}" for number in range(1, 45)), "heldout_2")
TRAPS = {
    "correction", "double_negation", "hypothetical", "idiom", "negated_medicine", "negation", "number",
    "other_person", "past", "question", "uncertain", "wish",
}  # fmt: skip
KEYS = {"id", "text", "expect", "absent", "medicines", "conditions", "labs", "traps", "note"}
MORE_KEYS = {"date", "age", "sex", "style", "within", "may", "may_conditions", "may_medicines"}


def half(name: str) -> list[dict[str, Any]]:
    """The utterances of one half."""
    told: list[dict[str, Any]] = json.loads((FOLDER / f"utterances_{name}.json").read_text(encoding="utf-8"))
    return told


WORKING, HELDOUT = (half(name) for name in HALVES)
ALL = sorted(WORKING + HELDOUT, key=lambda one: str(one["id"]))


def bare(text: str) -> str:
    """The letters and figures of a text alone."""
    return re.sub(r"[^a-z0-9]+", " ", text.lower()).strip()


def number_fits(finding: Finding, value: object) -> bool:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return False
    low, high = finding.minimum, finding.maximum
    return (low is None or low <= value) and (high is None or value <= high)


def fits(finding: Finding, value: object) -> bool:
    """Whether the value is a possible answer to this finding."""
    if value == "unknown":
        return True
    if finding.type == "yes_no":
        return isinstance(value, bool)
    if finding.type == "number":
        return number_fits(finding, value)
    if finding.type == "multi":
        return isinstance(value, list) and bool(value) and all(finding.option(one) for one in value)
    return finding.type == "choice" and isinstance(value, str) and finding.option(value) is not None


def may_fit(finding: Finding, value: object) -> bool:
    """A tolerated answer; of all but tick lists, a list stands for any one of several."""
    several = value if isinstance(value, list) and finding.type != "multi" else [value]
    return all(fits(finding, one) for one in several)


@pytest.mark.parametrize("one", ALL, ids=lambda one: str(one["id"]))
class TestEachUtterance:
    def test_it_has_the_keys_of_the_format(self, one: dict[str, Any]) -> None:
        assert one.keys() >= KEYS
        assert one.keys() <= KEYS | MORE_KEYS
        assert bare(one["text"]) and one["note"]
        assert set(one["traps"]) <= TRAPS
        assert date.fromisoformat(one.get("date", "2026-11-21"))

    def test_every_expected_answer_is_an_answer_the_question_has(
        self, one: dict[str, Any], library: Library
    ) -> None:
        wrong = {id_: value for id_, value in one["expect"].items() if not fits(library.findings[id_], value)}
        assert not wrong

    def test_every_tolerated_answer_is_one_too_and_is_not_expected_as_well(
        self, one: dict[str, Any], library: Library
    ) -> None:
        may = one.get("may", {})
        assert not {id_: value for id_, value in may.items() if not may_fit(library.findings[id_], value)}
        assert not may.keys() & one["expect"].keys()

    def test_a_range_holds_the_number_expected(self, one: dict[str, Any]) -> None:
        for id_, (low, high) in one.get("within", {}).items():
            assert low <= one["expect"][id_] <= high

    def test_what_must_be_absent_is_known_and_never_wanted(
        self, one: dict[str, Any], library: Library
    ) -> None:
        assert set(one["absent"]) <= library.findings.keys()
        wanted = {id_ for id_, value in one["expect"].items() if value is not False and value != "unknown"}
        tolerated = {id_ for id_, value in one.get("may", {}).items() if value is True}
        assert not set(one["absent"]) & (wanted | tolerated)

    def test_medicines_conditions_and_labs_carry_catalogue_names(
        self, one: dict[str, Any], library: Library
    ) -> None:
        medicines = {medicine.name for medicine in library.medicines.values()}
        illnesses = {illness.name for illness in library.illnesses.values()}
        assert {*one["medicines"], *one.get("may_medicines", ())} <= medicines
        assert {*one["conditions"], *one.get("may_conditions", ())} <= illnesses
        units = {analyte.name: {*analyte.units, ""} for analyte in library.analytes.values()}
        assert not [lab for lab in one["labs"] if lab["unit"] not in units[lab["name"]]]


def test_the_halves_share_no_utterance() -> None:
    for key in ("id", "text"):
        assert not {bare(one[key]) for one in WORKING} & {bare(one[key]) for one in HELDOUT}
    assert max(Counter(bare(one["text"]) for one in ALL).values()) == 1


def test_the_split_is_half_and_half_with_and_without_traps() -> None:
    for trapped in (True, False):
        sizes = [sum(bool(one["traps"]) is trapped for one in part) for part in (WORKING, HELDOUT)]
        assert abs(sizes[0] - sizes[1]) <= 1


@pytest.mark.parametrize("trap", sorted(TRAPS))
def test_every_kind_of_trap_is_in_both_halves(trap: str) -> None:
    assert all(any(trap in one["traps"] for one in part) for part in (WORKING, HELDOUT))


def test_every_finding_that_has_options_or_a_yes_is_spoken_of(library: Library) -> None:
    """A new finding needs a sentence of its own; the catalogues have keys of their own."""
    asked = {
        id_ for id_, finding in library.findings.items() if finding.type not in ("medicines", "conditions")
    }
    assert asked <= {id_ for one in ALL for id_ in one["expect"]}


@pytest.mark.parametrize("name", LATER)
class TestLaterFiles:
    def test_every_answer_is_one_the_question_has(self, name: str, library: Library) -> None:
        wrong = [
            (one["id"], id_, value)
            for one in half(name)
            for told, fit in ((one["expect"], fits), (one.get("may", {}), may_fit))
            for id_, value in told.items()
            if not fit(library.findings[id_], value)
        ]
        assert not wrong

    def test_medicines_and_illnesses_carry_catalogue_names(self, name: str, library: Library) -> None:
        medicines = {medicine.name for medicine in library.medicines.values()}
        illnesses = {illness.name for illness in library.illnesses.values()}
        told = half(name)
        assert {m for one in told for m in (*one["medicines"], *one.get("may_medicines", ()))} <= medicines
        assert {c for one in told for c in (*one["conditions"], *one.get("may_conditions", ()))} <= illnesses


def test_no_utterance_stands_in_two_files() -> None:
    told = Counter(bare(one["text"]) for name in (*HALVES, *LATER) for one in half(name))
    assert [text for text, count in told.items() if count > 1] == []
