"""The builders of the shelves of advice: sound files are read, every fault is named with file and line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from charley.errors import KnowledgeError
from charley.library.shelves import build_shelf

SITUATIONS = """situations:
  - id: swollen
    says: one leg is swollen
    when: one_leg_swollen
  - id: pregnant
    says: you are pregnant
    applies_to: pregnant
"""
INTERVENTION = """interventions:
  - id: rub
    name: Rub it
    kind: first-aid
    role: self_care
    part: tonight
    summary: Rub the muscle.
    worth_it: a cramp
    worth_it_when: [pregnant]
    effect: Nobody has tested it.
    population: anyone
    trials: 0
    certainty: none
    harms: [A bruise.]
    never_when:
      - situation: swollen
        because: It may be a clot.
        source: survey
    adapt_when:
      - {situation: pregnant, do: Rub softly.}
    dose: {text: A minute., stated_by: trial, source: survey}
    for_clinicians: None.
    sources: [survey]
"""
GUIDELINE = """guidelines:
  - id: body
    body: A body
    country: UK
    scope: cramps
    points:
      - {topic: rubbing, says: Rub., strength: advice, when: [pregnant]}
    sources: [survey]
"""
REVIEW = """medicines:
  - id: statin
    cause: clot
    strength: good
    says: It goes with clots.
    keep: Keep taking it.
    asks: [Is it the pill?]
    fits_within_days: 365
    for_clinicians: None.
    urgent: {when: one_leg_swollen, says: Ring., keep: Ask today.}
    sources: [survey]
matters:
  - {id: simvastatin, for_clinicians: Think., tests: [ultrasound], sources: [survey]}
notes:
  - id: pill
    kind: interaction
    when: [pregnant]
    says: Ask.
    asks: Why?
    for_clinicians: None.
    sources: [survey]
"""
EXAMINATION = """examine:
  - {id: girth, says: Both calves., causes: [clot], sources: [survey]}
"""
PLAN = """titles:
  - {part: first, says: First}
  - {part: urgent, says: Urgent}
  - {part: tonight, says: Tonight}
  - {part: this_week, says: Week}
  - {part: six_weeks, says: Six}
  - {part: come_back, says: Back}
  - {part: what_to_do, says: Do}
  - {part: kit, says: Kit}
  - {part: cramp, says: Cramp}
  - {part: prevention, says: Daily}
  - {part: bring, says: Bring}
  - {part: asked, says: Asked}
lines:
  - {id: one, part: tonight, says: Rest., when: [pregnant], unless: [swollen]}
groups:
  - {id: group, name: Group, situation: pregnant, says: [Rest.], sources: [survey]}
"""
FILES = {
    "situations": SITUATIONS,
    "interventions": INTERVENTION,
    "guidelines": GUIDELINE,
    "medicine_review": REVIEW,
    "examination": EXAMINATION,
    "plan": PLAN,
}


@pytest.fixture
def shelves(knowledge: Path) -> Path:
    """The miniature knowledge with one file on every shelf of advice."""
    for name, text in FILES.items():
        (knowledge / name).mkdir()
        (knowledge / name / "all.yaml").write_text(text, encoding="utf-8")
    return knowledge


@pytest.mark.parametrize("shelf", FILES)
def test_a_sound_shelf_is_built(shelves: Path, shelf: str) -> None:
    assert build_shelf(shelf, shelves)


def test_an_intervention_carries_its_situations(shelves: Path) -> None:
    shelf: Any = build_shelf("interventions", shelves)
    rub = shelf.by_id["rub"]
    assert [bar.situation.id for bar in rub.never_when] == ["swollen"]
    assert [situation.applies_to for situation in rub.worth_it_when] == ["pregnant"]
    assert rub.dose.stated_by == "trial"


@pytest.mark.parametrize(
    ("shelf", "old", "new", "fault"),
    [
        ("situations", "one_leg_swollen", "one_leg_swolen", "unknown finding 'one_leg_swolen'"),
        ("situations", "applies_to: pregnant", "applies_to: cats", "unknown group of people 'cats'"),
        ("situations", "    applies_to: pregnant\n", "", "a situation of everyone needs 'when'"),
        ("situations", "id: pregnant", "id: swollen", "the situation 'swollen' is defined twice"),
        ("interventions", "situation: swollen", "situation: swolen", "Did you mean 'swollen'"),
        ("interventions", "worth_it_when: [pregnant]", "worth_it_when: [x]", "unknown situation 'x'"),
        ("interventions", "role: self_care", "role: maybe", "interventions/all.yaml:5"),
        ("interventions", "certainty: none", "certainty: sure", "'certainty'"),
        ("interventions", "stated_by: trial", "stated_by: us", "'stated_by'"),
        ("interventions", "trials: 0", "trials: -1", "'trials'"),
        ("interventions", "sources: [", "sources: [nowhere, ", "unknown source 'nowhere'"),
        ("interventions", "    harms: [A bruise.]\n", "", "the key 'harms' is missing"),
        (
            "interventions",
            "kind: first-aid",
            "kind: a\n    instead: [{situation: pregnant, intervention: rubb}]",
            "unknown intervention 'rubb'",
        ),
        ("interventions", "kind: first-aid", "kind: first-aid\n    tests: [blood]", "unknown test 'blood'"),
        ("guidelines", "when: [pregnant]", "when: [x]", "unknown situation 'x'"),
        ("guidelines", "id: body", "idd: body", "unknown key 'idd'"),
        ("medicine_review", "cause: clot", "cause: clott", "Did you mean 'clot'"),
        ("medicine_review", "strength: good", "strength: sure", "'strength'"),
        ("medicine_review", "    when: [pregnant]\n", "", "a note needs 'when' or 'twice'"),
        ("medicine_review", "when: [pregnant]", "twice: nothing", "unknown class of medicine 'nothing'"),
        (
            "medicine_review",
            "matters:\n  - {id: simvastatin",
            "matters:\n  - {id: x",
            "unknown medicine or class 'x'",
        ),
        ("medicine_review", "tests: [ultrasound]", "tests: [x]", "unknown test 'x'"),
        (
            "medicine_review",
            "tests: [ultrasound], sources: [survey]",
            "tests: []",
            "name 'sources', or say with 'judged' why there are none",
        ),
        ("medicine_review", "when: one_leg_swollen", "when: one_leg_swolen", "one_leg_swolen"),
        ("examination", "causes: [clot]", "causes: [clott]", "Did you mean 'clot'"),
        ("examination", ", sources: [survey]", "", "name 'sources', or say with 'judged' why there are none"),
        ("plan", "  - {part: bring, says: Bring}\n", "", "no title for: bring"),
        ("plan", "situation: pregnant, says", "situation: x, says", "unknown situation 'x'"),
        ("plan", "id: one, part: tonight", "id: one, part: noon", "'part'"),
        ("plan", "id: one, part: tonight", "id: one, part: kit", "neither a source nor a reason"),
        ("plan", "groups:", "conditions: [{id: no_such, says: x}]\ngroups:", "no_such"),
        ("plan", "groups:", "short: [{id: a, says: x}, {id: a, says: y}]\ngroups:", "short text"),
        (
            "plan",
            "groups:",
            "topics: [{id: t, groups: [[x]], cause: no_cause, asked: [a, b], other: [c]}]\ngroups:",
            "no_cause",
        ),
    ],
)
def test_every_fault_is_named_with_its_file(
    shelves: Path, shelf: str, old: str, new: str, fault: str
) -> None:
    path = shelves / shelf / "all.yaml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(KnowledgeError) as error:
        build_shelf(shelf, shelves)
    assert fault in str(error.value)
    assert f"{shelf}/all.yaml:" in str(error.value)


def test_a_bar_needs_a_source_or_a_judgement_and_not_both(shelves: Path) -> None:
    path = shelves / "interventions" / "all.yaml"
    text = path.read_text("utf-8")
    line = "        source: survey\n"
    for changed in (text.replace(line, "", 1), text.replace(line, f"{line}        judged: so\n", 1)):
        path.write_text(changed, encoding="utf-8")
        with pytest.raises(KnowledgeError, match="name the 'source', or say with 'judged' why there is none"):
            build_shelf("interventions", shelves)


def test_a_body_of_unread_sources_has_no_point_that_was_read(shelves: Path) -> None:
    sources = shelves / "sources" / "added.yaml"
    sources.write_text("sources:\n  unread: {citation: A book, seen: false}\n", encoding="utf-8")
    path = shelves / "guidelines" / "all.yaml"
    path.write_text(path.read_text("utf-8").replace("[survey]", "[unread]"), encoding="utf-8")
    with pytest.raises(KnowledgeError, match="no source of this body was read"):
        build_shelf("guidelines", shelves)
