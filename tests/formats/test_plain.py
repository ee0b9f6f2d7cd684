"""The contract of an answer: its keys, their types, and what must always hold of them."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from typing import Any

import pytest

from charley.assessment import Assessment
from charley.formats import to_json, to_plain
from charley.records.rules import Urgency

LEVELS = tuple(level.word for level in Urgency)
NO_HURRY = re.compile(
    r"not have to be today|no hurry|no rush|after this at home|within a week|(with)?in (the next )?few days",
    re.IGNORECASE,
)
WAIT = re.compile(r"(?<!while you )\bwait\b(?! for (the|an) ambulance)|see if it|sleep on it", re.IGNORECASE)
NEGATED = re.compile(r"\bnot\b|n't\b|\bnever\b", re.IGNORECASE)
CARE = re.compile(r"\b(call|go to|be seen)\b", re.IGNORECASE)

CONTRIBUTION = {"finding": str, "says": str, "weight": float}
CONTRACT: dict[str, Any] = {
    "id": str,
    "library": {"version": str, "fingerprint": str},
    "engine": str,
    "urgency": LEVELS,
    "urgency_from": [str],
    "urgency_reasons": [{"from": str, "level": LEVELS, "why": str}],
    "provisional": bool,
    "safety_questions_left": [str],
    "red_flags": [
        {
            "id": str, "level": LEVELS, "because": [str], "facts": [str], "suspected": [str], "why": str,
            "tell": str, "source": str,
        }
    ],
    "true_cramp": {"probability": float, "because": [str]},
    "people_like_you": {
        "any": float, "often": float, "source": str, "any_interval": [float], "often_interval": [float],
        "used": [str], "says": str,
    },
    "mechanisms": [{"name": str, "probability": float}],
    "what_if": [{"change": str, "share": float, "causes": [str]}],
    "narrow": str,
    "causes": [
        {
            "id": str, "name": str, "clinical_name": str, "icd10cm": str, "probability": float,
            "interval": [float], "urgency": LEVELS, "summary": str, "for": [CONTRIBUTION],
            "against": [CONTRIBUTION], "chain": [str], "settled_by": [str], "sources": [str],
        }
    ],
    "ruled_out": [
        {
            "id": str, "name": str, "probability": float, "urgency": LEVELS, "settled": bool,
            "because": [str], "look_for": [str], "open_questions": [str],
        }
    ],
    "next_questions": [
        {
            "id": str,
            "text": str,
            "why": str,
            "gain": float,
            "safety": bool,
            "bits": float,
            "triage": float,
            "replies": [
                {
                    "answer": str,
                    "chance": float,
                    "urgency": LEVELS,
                    "causes": [{"id": str, "probability": float}],
                    "says": str,
                }
            ],
        }
    ],
    "tests": [{"id": str, "name": str, "why": str, "reference": str, "caveats": [str]}],
    "advice": [str],
    "understood": {...: str},
    "not_understood": {...: str},
    "contradictions": [str],
}  # fmt: skip
"""Every key with its type; a list or an object holds the shape of its entries, a tuple the words allowed."""


def waits(line: str) -> bool:
    """Whether a line tells somebody to wait. "Do not wait to see if it passes" tells the opposite."""
    sentences = re.split(r"[.;!]\s+", line)
    return bool(NO_HURRY.search(line)) or any(WAIT.search(s) and not NEGATED.search(s) for s in sentences)


def faults(value: object, shape: Any, place: str = "answer") -> list[str]:
    """Where a value breaks a shape of the contract."""
    if isinstance(shape, tuple):
        return [] if value in shape else [f"{place}: {value!r} is none of {shape}"]
    if isinstance(shape, list):
        if not isinstance(value, list):
            return [f"{place} is no list"]
        return [fault for i, entry in enumerate(value) for fault in faults(entry, shape[0], f"{place}[{i}]")]
    if not isinstance(shape, dict):
        return [] if type(value) is shape else [f"{place} is {type(value).__name__}, not {shape.__name__}"]
    if not isinstance(value, dict):
        return [f"{place} is no object"]
    if ... in shape:
        return [fault for key in value for fault in faults(value[key], shape[...], f"{place}.{key}")]
    if list(value) != list(shape):
        return [f"{place} has the keys {list(value)}, not {list(shape)}"]
    return [fault for key in shape for fault in faults(value[key], shape[key], f"{place}.{key}")]


def test_every_answer_has_exactly_the_keys_of_the_contract_in_its_types(
    answers: dict[str, Assessment],
) -> None:
    for name, answer in answers.items():
        assert faults(json.loads(to_json(answer)), CONTRACT) == [], name


def test_an_answer_that_fills_every_part_says_every_part(full: Assessment) -> None:
    data = json.loads(to_json(full))
    assert faults(data, CONTRACT) == []
    assert data["urgency"] == "same_day"
    assert data["urgency_from"] == ["lab:potassium"]
    assert data["library"] == {"version": "2026.1", "fingerprint": "0123456789abcdef"}
    assert data["red_flags"][0]["source"] == "source_a, source_b"
    assert data["causes"][0]["interval"] == [0.25, 0.6]
    assert data["causes"][0]["for"] == [{"finding": "fever", "says": "speaks for", "weight": 3.5}]
    assert [entry["settled"] for entry in data["ruled_out"]] == [True, False]
    assert data["understood"] == {"medicines[0]": "medicine meaning"}
    assert data["not_understood"] == {"labs[0]": "lab trouble"}


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"urgency": "soon"}, "is none of"),
        ({"provisional": 1}, "answer.provisional is int, not bool"),
        ({"advice": "go"}, "answer.advice is no list"),
        ({"causes": [{"id": "dvt"}]}, "answer.causes[0] has the keys ['id']"),
        ({"extra": 1}, "has the keys"),
    ],
    ids=[
        "a word that is no level",
        "a number for a truth value",
        "text for a list",
        "a short cause",
        "a key more",
    ],
)
def test_an_answer_that_breaks_the_contract_would_be_noticed(
    full: Assessment, change: dict[str, Any], fault: str
) -> None:
    found = faults(json.loads(to_json(full)) | change, CONTRACT)
    assert len(found) == 1
    assert fault in found[0]


def test_every_interval_holds_its_probability_and_every_chance_lies_between_0_and_1(
    answers: dict[str, Assessment],
) -> None:
    for name, answer in answers.items():
        data = to_plain(answer)
        for cause in data["causes"]:
            low, high = cause["interval"]
            assert 0 <= low <= cause["probability"] <= high <= 1, (name, cause["id"])
        chances = [entry["probability"] for entry in (*data["ruled_out"], data["true_cramp"])]
        assert all(0 <= chance <= 1 for chance in chances), name
        people = data["people_like_you"]
        assert 0 < people["often"] < people["any"] < 1, name
        for key in ("any", "often"):
            low, high = people[f"{key}_interval"]
            assert 0 <= low <= people[key] <= high <= 1, (name, key)


def test_reasons_for_a_cause_are_positive_and_reasons_against_it_negative(
    answers: dict[str, Assessment],
) -> None:
    for name, answer in answers.items():
        for cause in to_plain(answer)["causes"]:
            assert all(entry["weight"] > 0 for entry in cause["for"]), (name, cause["id"])
            assert all(entry["weight"] < 0 for entry in cause["against"]), (name, cause["id"])


def test_no_cause_is_both_listed_and_accounted_for_as_not_likely(answers: dict[str, Assessment]) -> None:
    for name, answer in answers.items():
        listed = [cause.id for cause in answer.causes]
        feared = [entry.id for entry in answer.ruled_out]
        assert len(set(listed) | set(feared)) == len(listed) + len(feared), name


def test_the_stories_reach_every_level(answers: dict[str, Assessment]) -> None:
    assert {answer.urgency for answer in answers.values()} == set(Urgency)


def test_from_same_day_on_the_first_advice_is_care_and_no_line_says_to_wait(
    answers: dict[str, Assessment],
) -> None:
    urgent = {name: a for name, a in answers.items() if a.urgency >= Urgency.SAME_DAY}
    for name, answer in urgent.items():
        assert CARE.search(answer.advice[0]), name
        assert not [line for line in answer.advice if waits(line)], name


@pytest.mark.parametrize(
    ("line", "does"),
    [
        ("Call an ambulance now. Do not wait to see what comes.", False),
        ("Wait a day, then call.", True),
        ("It does not have to be today.", True),
        ("See if it passes.", True),
        ("Book to see a doctor within the next few days.", True),
        ("Don't wait.", False),
        ("Call an ambulance now. Rest while you wait.", False),
        ("Call, and wait for the ambulance lying down.", False),
    ],
)
def test_the_search_for_waiting_tells_a_warning_from_an_advice(line: str, does: bool) -> None:
    assert waits(line) is does


def test_json_keeps_every_character_and_stays_on_one_line_without_an_indent(full: Assessment) -> None:
    answer = replace(full, id="jambe droite, \u00e9t\u00e9 \u6c34")
    assert "\u00e9t\u00e9 \u6c34" in to_json(answer)
    assert "\n" not in to_json(answer)
    assert json.loads(to_json(answer, indent=2)) == json.loads(to_json(answer))
