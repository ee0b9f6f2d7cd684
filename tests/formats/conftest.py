"""Assessments for the formats: every example, the red-flag cases, and a made-up one that fills every part."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest
import yaml

from charley.assess import assess
from charley.assessment import (
    Assessment,
    CauseFound,
    Contribution,
    FiredRule,
    NextQuestion,
    PeopleLikeYou,
    Reply,
    RuledOut,
    SuggestedTest,
    TrueCramp,
    UrgencySource,
    WhatIf,
)
from charley.library import load
from charley.reading import read_history
from charley.records.rules import Urgency

ROOT = Path(__file__).parents[2]


@cache
def stories() -> dict[str, dict[str, object]]:
    """Histories by name: the examples, one for every red-flag rule, and one that says nothing."""
    found = {path.stem: json.loads(path.read_text("utf-8")) for path in (ROOT / "examples").glob("*.json")}
    rules = yaml.safe_load((ROOT / "tests" / "cases" / "red_flags.yaml").read_text("utf-8"))
    for id_, case in rules.items():
        found[id_] = {key: value for key, value in case["fires"].items() if key != "story"}
    return found | {"nothing_told": {}}


REPLY = Reply("yes", 0.2, Urgency.SAME_DAY, (("dvt", 0.4),), "Be seen today.")


@pytest.fixture(scope="session")
def answers() -> dict[str, Assessment]:
    """The assessment of every story, by name."""
    return {name: assess(read_history(story, load()), load()) for name, story in stories().items()}


@pytest.fixture
def full() -> Assessment:
    """An assessment in which every part has an entry, and every text says where it belongs."""
    return Assessment(
        id="a1",
        library_version="2026.1",
        library_fingerprint="0123456789abcdef",
        engine="made-up",
        urgency=Urgency.SAME_DAY,
        urgency_title="Urgency title",
        urgency_from=(UrgencySource("lab:potassium", Urgency.SAME_DAY, "lab why"),),
        provisional=True,
        safety_questions_left=("fever",),
        red_flags=(
            FiredRule(
                "rf_x", Urgency.SAME_DAY, "rule picture", ("because",), ("fever",), ("dvt",), "rule why",
                "rule tell", ("source_a", "source_b"),
            ),
        ),
        true_cramp=TrueCramp(0.75, ("feature",)),
        people_like_you=PeopleLikeYou(
            0.3, 0.06, "survey", (0.27, 0.33), (0.05, 0.07), ("age",), "how common"
        ),
        mechanisms=(("electrolytes", 0.5), ("nerve", 0.25)),
        what_if=(WhatIf("without the tablet", 0.3, ("dvt",)),),
        narrow="What would narrow it.",
        causes=(
            CauseFound(
                "dvt", "Cause name", "Clinical name", "I82.409", 0.4, (0.25, 0.6), Urgency.SAME_DAY,
                "cause summary", (Contribution("fever", "speaks for", 3.5),),
                (Contribution("cramp_site", "speaks against", -2.0),), ("first", "last"), ("Scan",),
                ("source_a",),
            ),
        ),
        ruled_out=(
            RuledOut(
                "als", "Settled name", 0.0004, Urgency.ROUTINE, True, ("settled because",),
                ("Settled sign",), (),
            ),
            RuledOut("gbs", "Open name", 0.02, Urgency.SAME_DAY, False, (), ("Open sign",), ("fever",)),
        ),
        next_questions=(
            NextQuestion("fever", "Question text?", "question why", 0.21, True, 0.2, 0.01, (REPLY,)),
        ),
        tests=(SuggestedTest("potassium", "Test name", "test why", "3.5 to 5.3", ("test caveat",)),),
        advice=("advice line",),
        understood=(("medicines[0]", "medicine meaning"),),
        not_understood=(("labs[0]", "lab trouble"),),
        contradictions=("contradiction line",),
    )  # fmt: skip
