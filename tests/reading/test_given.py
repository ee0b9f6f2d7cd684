"""What an illness answers by itself: taken, laid beside what was told, and never settled silently."""

from __future__ import annotations

from itertools import permutations

import pytest

from charley.history import Answer
from charley.reading.given import Given, Settled, settle
from charley.records.conditions import Has, Is
from charley.records.findings import Finding, Option

DIABETES = Finding(
    "diabetes", "choice", "s", "core", "Diabetes?", options=(Option("no"), Option("type 1"), Option("type 2"))
)
LONG = Finding("long", "multi", "s", "core", "Which?", options=(Option("kidney disease"), Option("epilepsy")))
KNOWN = Finding("known_conditions", "conditions", "s", "core", "Illnesses?")

TYPE_1 = Given(Is("diabetes", ("type 1",)), "type 1 diabetes")
TYPE_2 = Given(Is("diabetes", ("type 2",)), "type 2 diabetes")
ANY_TYPE = Given(Is("diabetes", ("type 2", "type 1")), "sugar sickness")
KIDNEY = Given(Has("long", ("kidney disease",)), "kidney failure")
FITS = Given(Has("long", ("epilepsy",)), "epilepsy")

CASES = [
    pytest.param(
        DIABETES, [TYPE_2], None, Settled("type 2", False), id="nothing was told: the illness answers"
    ),
    pytest.param(DIABETES, [TYPE_2], "type 2", Settled("type 2", False), id="the same was told"),
    pytest.param(
        DIABETES,
        [TYPE_2],
        "no",
        Settled(
            "type 2",
            False,
            "You listed type 2 diabetes, but answered otherwise to: Diabetes? Which is right?",
        ),
        id="no was told: the illness outweighs it and is asked about",
    ),
    pytest.param(
        DIABETES,
        [TYPE_1, TYPE_2],
        "type 1",
        Settled(
            "type 1",
            False,
            "You listed type 2 diabetes, but answered otherwise to: Diabetes? Which is right?",
        ),
        id="two illnesses: the one that was told too is kept",
    ),
    pytest.param(
        DIABETES,
        [TYPE_1, TYPE_2],
        None,
        Settled(
            "type 1", False, "You listed type 1 diabetes and type 2 diabetes: which is right for: Diabetes?"
        ),
        id="two illnesses that exclude each other are asked about",
    ),
    pytest.param(
        DIABETES, [ANY_TYPE], "type 1", Settled("type 1", False), id="any of several: what was told fits"
    ),
    pytest.param(
        LONG, [KIDNEY], None, Settled(frozenset({"kidney disease"}), True), id="an untold list is left open"
    ),
    pytest.param(
        LONG,
        [KIDNEY],
        frozenset({"kidney disease"}),
        Settled(frozenset({"kidney disease"}), False),
        id="a told list that holds it already",
    ),
    pytest.param(
        LONG,
        [KIDNEY, FITS],
        frozenset(),
        Settled(
            frozenset({"kidney disease", "epilepsy"}),
            False,
            "You listed epilepsy and kidney failure, but answered otherwise to: Which? Which is right?",
        ),
        id="a told list that lacks them is asked about",
    ),
    pytest.param(
        KNOWN,
        [Given(Has("known_conditions", ("neuropathy",)), "diabetic nerve damage")],
        frozenset({"diabetic_neuropathy"}),
        Settled(frozenset({"diabetic_neuropathy", "neuropathy"}), False),
        id="one illness that counts as another is no contradiction",
    ),
]


@pytest.mark.parametrize(("finding", "given", "told", "settled"), CASES)
def test_settling(finding: Finding, given: list[Given], told: Answer | None, settled: Settled) -> None:
    answers = {} if told is None else {finding.id: told}
    for order in permutations(given):
        assert settle(finding, order, answers) == settled
    assert answers == ({} if told is None else {finding.id: told}), "what was told must stay as it is"
