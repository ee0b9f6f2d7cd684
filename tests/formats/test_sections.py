"""The titled sections: care first, chances as natural frequencies, nothing said twice or for nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charley.assessment import Assessment, UrgencySource
from charley.formats.sections import MOST_OPEN, MOST_SETTLED, chance_words, in_hundred, sections
from charley.records.rules import Urgency

ORDER = [
    "URGENCY TITLE",
    "What we noticed",
    "Please check this",
    "Likely causes",
    "What if",
    "Dangerous causes",
    "Ask or answer next",
    "Tests to talk about",
    "How we read what you told",
    "How common this is",
    "About this answer",
]


def lines(answer: Assessment, title: str) -> list[str]:
    return [line for section in sections(answer) if section.title == title for line in section.lines]


@pytest.mark.parametrize(
    ("chance", "words", "frequency"),
    [
        (0.97, "very likely", "about 97 in 100"),
        (0.85, "very likely", "about 85 in 100"),
        (0.849, "likely", "about 85 in 100"),
        (0.6, "likely", "about 60 in 100"),
        (0.35, "quite possible", "about 35 in 100"),
        (0.15, "possible", "about 15 in 100"),
        (0.05, "less likely", "about 5 in 100"),
        (0.049, "unlikely", "about 5 in 100"),
        (0.01, "unlikely", "about 1 in 100"),
        (0.004, "unlikely", "about 4 in 1,000"),
        (0.001, "unlikely", "about 1 in 1,000"),
        (0.0009, "unlikely", "fewer than 1 in 1,000"),
        (0.0, "unlikely", "fewer than 1 in 1,000"),
        (1.0, "very likely", "about 99 in 100"),
    ],
)
def test_a_chance_in_words_and_as_a_natural_frequency(chance: float, words: str, frequency: str) -> None:
    assert chance_words(chance) == words
    assert in_hundred(chance) == frequency


@given(st.floats(0, 1))
def test_no_chance_is_said_to_be_none_or_certain(chance: float) -> None:
    assert " 0 in" not in in_hundred(chance)
    assert "100 in 100" not in in_hundred(chance)


@given(st.floats(0.001, 1), st.floats(0.001, 1))
def test_a_larger_chance_never_reads_as_a_smaller_one(one: float, other: float) -> None:
    def share(chance: float) -> float:
        _, count, _, base = in_hundred(chance).split()
        return int(count) / int(base.replace(",", ""))

    low, high = sorted((one, other))
    assert share(low) <= share(high)


def test_every_part_stands_in_its_section_and_care_comes_first(full: Assessment) -> None:
    titles = [section.title for section in sections(full)]
    assert titles == [title for title in ORDER if title != "What if"]
    assert lines(full, "URGENCY TITLE") == [
        "advice line", "1 safety question is still open, so this may change."
    ]  # fmt: skip
    assert lines(full, "What we noticed") == ["- rule picture", "  rule why rule tell", "- lab why"]
    assert lines(full, "Please check this") == ["- contradiction line"]
    assert lines(full, "Likely causes") == [
        "- Cause name: quite possible, about 40 in 100 (could be 25 to 60)",
        "  cause summary",
        "  For: speaks for.",
        "  Against: speaks against.",
        "  How: first → last.",
    ]
    assert lines(full, "Ask or answer next") == [
        "- Question text?",
        "  question why",
        "  If yes: Be seen today.",
    ]
    assert lines(full, "Tests to talk about") == [
        "- Test name: test why",
        "  Usual range: 3.5 to 5.3. Your laboratory's own range comes first.",
        "  test caveat",
    ]
    assert lines(full, "How we read what you told") == [
        "- medicines[0]: medicine meaning",
        "- labs[0]: not understood: lab trouble",
    ]


def test_what_if_is_only_said_where_nothing_presses_and_is_no_advice(full: Assessment) -> None:
    calm = replace(full, urgency=Urgency.ROUTINE)
    assert [section.title for section in sections(calm)] == ORDER
    change, advice = lines(calm, "What if")
    assert change == "- Without the tablet: about 30 in 100 such cramps would not come."
    assert advice.startswith("This is no advice to stop anything.")
    assert lines(replace(calm, what_if=()), "What if") == []


def test_an_empty_part_has_no_section(full: Assessment) -> None:
    bare = replace(
        full, urgency_from=(), red_flags=(), contradictions=(), causes=(), what_if=(), ruled_out=(),
        next_questions=(), tests=(), understood=(), not_understood=(),
    )  # fmt: skip
    assert [section.title for section in sections(bare)] == [ORDER[0], *ORDER[-2:]]


def test_no_test_is_said_to_be_a_proper_answer_only_where_nothing_presses(full: Assessment) -> None:
    none = "No test is needed for this picture so far."
    assert lines(replace(full, tests=(), urgency=Urgency.ROUTINE), "Tests to talk about") == [none]
    assert lines(replace(full, tests=(), urgency=Urgency.WITHIN_DAYS), "Tests to talk about") == []


def test_a_rule_below_the_level_that_was_set_keeps_its_picture_but_not_its_advice(full: Assessment) -> None:
    answer = replace(full, urgency=Urgency.EMERGENCY_NOW)
    assert lines(answer, "What we noticed")[:2] == ["- rule picture", "  rule why"]


def test_a_rule_of_self_care_is_no_warning(full: Assessment) -> None:
    calm = replace(full, red_flags=(replace(full.red_flags[0], level=Urgency.SELF_CARE),))
    assert lines(calm, "What we noticed") == ["- lab why"]


def test_a_chance_that_alone_sets_the_urgency_is_said(full: Assessment) -> None:
    voices = (
        UrgencySource("cause:dvt", Urgency.SAME_DAY, "a clot"),
        UrgencySource("cause:x", Urgency.ROUTINE, "x"),
    )
    answer = replace(full, urgency=Urgency.SAME_DAY, red_flags=(), urgency_from=voices)
    assert lines(answer, "What we noticed") == ["- a clot"]


def test_voices_of_rules_and_causes_are_not_said_twice(full: Assessment) -> None:
    voices = (
        UrgencySource("rule:rf_x", Urgency.SAME_DAY, "a"),
        UrgencySource("cause:dvt", Urgency.SAME_DAY, "b"),
    )
    assert lines(replace(full, urgency_from=voices), "What we noticed") == [
        "- rule picture",
        "  rule why rule tell",
    ]


def test_a_settled_cause_and_an_open_one_are_told_apart(full: Assessment) -> None:
    settled = replace(full.ruled_out[0], urgency=Urgency.SAME_DAY)
    open_ = replace(full.ruled_out[1], because=("open against",))
    assert lines(replace(full, ruled_out=(settled, open_)), "Dangerous causes") == [
        "- Probably not: Settled name (fewer than 1 in 1,000).",
        "  Because: settled because.",
        "  Get help if: settled sign.",
        "- Not ruled out yet: Open name (about 2 in 100 so far).",
        "  Against: open against.",
        "  Get help if: open sign.",
    ]


def test_only_the_likeliest_dangerous_causes_are_spelt_out_and_the_rest_are_counted(full: Assessment) -> None:
    _, open_ = full.ruled_out
    many = tuple(replace(open_, id=f"o{i}", name=f"Open {i}", probability=i / 1000) for i in range(1, 8))
    settled = tuple(replace(o, id=f"s{i}", name=f"Settled {i}", settled=True) for i, o in enumerate(many))
    said = lines(replace(full, ruled_out=(*many, *settled)), "Dangerous causes")
    assert sum(line.startswith("- Probably not") for line in said) == MOST_SETTLED
    assert sum(line.startswith("- Not ruled out yet") for line in said) == MOST_OPEN
    assert said[-1].startswith(f"- {7 - MOST_OPEN} other dangerous causes")
    mute = tuple(replace(entry, look_for=()) for entry in many)
    assert lines(replace(full, ruled_out=mute), "Dangerous causes") == []
    first = next(line for line in said if line.startswith("- Not ruled out yet"))
    assert first.startswith("- Not ruled out yet: Open 7")


def test_a_rare_cause_and_its_interval_are_said_out_of_the_same_thousand(full: Assessment) -> None:
    rare = replace(full.causes[0], probability=0.004, interval=(0.001, 0.012))
    assert lines(replace(full, causes=(rare,)), "Likely causes")[0].endswith(
        "unlikely, about 4 in 1,000 (could be 1 to 12)"
    )
