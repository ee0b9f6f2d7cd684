"""A condition in words: brackets only where they are needed, units with every number."""

from __future__ import annotations

import pytest

from charley.formats.conditions import in_words
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
    findings_in,
)
from charley.records.library import Library

FEVER, SWOLLEN, DARK = (Is(name, (True,)) for name in ("fever", "one_leg_swollen", "dark_urine"))


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        (FEVER, "fever is yes"),
        (Is("fever", (False,)), "fever is no"),
        (Is("pregnant", ("pregnant now",)), "pregnant is pregnant now"),
        (Is("diabetes", ("type 1", "type 2")), "diabetes is one of (type 1, type 2)"),
        (Has("medicines", ("statin",)), "medicines has statin"),
        (Has("cramp_site", ("calf", "foot or toes")), "cramp_site has one of (calf, foot or toes)"),
        (Compare("age", "at_least", 65), "age at least 65 years"),
        (Compare("cramps_per_week", "above", 2.5), "cramps_per_week above 2.5"),
        (LabCompare("potassium", "below", 2.5), "potassium below 2.5 mmol/L"),
        (WithinDays("first_started", 31), "first_started within 31 days"),
        (ScoreAtLeast("wells_dvt", 2), "score wells_dvt at least 2"),
        (Not(FEVER), "not fever is yes"),
        (AllOf((FEVER,)), "fever is yes"),
        (AllOf((FEVER, DARK)), "fever is yes and dark_urine is yes"),
        (AnyOf((DARK, AllOf((FEVER, SWOLLEN)))),
         "dark_urine is yes or (fever is yes and one_leg_swollen is yes)"),
        (AnyOf((FEVER, AllOf((DARK,)))), "fever is yes or dark_urine is yes"),
        (Not(AnyOf((FEVER, DARK))), "not (fever is yes or dark_urine is yes)"),
        (AtLeast(2, (FEVER, DARK, Not(SWOLLEN))),
         "at least 2 of (fever is yes, dark_urine is yes, not one_leg_swollen is yes)"),
    ],
)  # fmt: skip
def test_the_words_of_a_condition(library: Library, condition: Condition, words: str) -> None:
    if words.startswith("cramps_per_week"):
        words = f"{words} {library.findings['cramps_per_week'].unit}".rstrip()
    assert in_words(condition, library) == words


def test_every_condition_of_the_knowledge_reads_as_one_line_that_names_its_findings(library: Library) -> None:
    conditions = [rule.when for rule in library.red_flags.values()]
    conditions += [finding.ask_if for finding in library.findings.values() if finding.ask_if]
    conditions += [test.suggest_when for test in library.tests.values() if test.suggest_when]
    assert len(conditions) > 100
    for condition in conditions:
        words = in_words(condition, library)
        assert "\n" not in words
        assert words.count("(") == words.count(")")
        assert all(finding in words for finding in findings_in(condition))
