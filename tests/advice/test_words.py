"""Texts of relief and exercises: easy to read, no advice to stop or take a medicine, no false comfort."""

from __future__ import annotations

import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from statistics import mean
from types import ModuleType

from charley.advice.circumstances import circumstances
from charley.advice.exercises import exercises, programmes
from charley.advice.relief import protocols, relief_shelf


def _measures() -> ModuleType:
    """The measures of the core's texts, which these texts are held to as well."""
    file = Path(__file__).parents[1] / "knowledge" / "test_words.py"
    spec = spec_from_file_location("words_of_the_core", file)
    assert spec is not None and spec.loader is not None
    module = module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


WORDS = _measures()


def texts() -> Iterator[tuple[str, str, str]]:
    """Kind, id and text of everything that people read or hear."""
    for exercise in exercises().values():
        yield "summary", exercise.id, exercise.summary
        yield "steps", exercise.id, " ".join(exercise.steps)
        yield "cues", exercise.id, " ".join((exercise.cues.ready, exercise.cues.hold, exercise.cues.rest))
        yield "cautions", exercise.id, " ".join((exercise.feel, *exercise.cautions))
        yield "not for", exercise.id, " ".join(bar.because for bar in exercise.not_for)
        yield "evidence", exercise.id, exercise.evidence.says
        for scene in (exercise.drawing.start, exercise.drawing.end):
            yield "picture", exercise.id, scene.says
    for programme in programmes().values():
        yield "programme", programme.id, f"{programme.summary} {programme.for_whom} {programme.when}"
        yield "spoken", programme.id, f"{programme.opening} {programme.closing}"
        yield "expect", programme.id, f"{programme.expect} {programme.stop_if}"
        yield "not for", programme.id, " ".join(bar.because for bar in programme.not_for)
        yield "evidence", programme.id, programme.evidence.says
    shelf = relief_shelf()
    for step in shelf.steps.values():
        yield "step", step.id, f"{step.say} {step.more}"
    for warning in shelf.warnings.values():
        yield "warning", warning.id, f"{warning.says} {warning.because}"
    for danger in shelf.danger.values():
        yield "danger", danger.id, f"{danger.ask} {danger.do}"
    for protocol in protocols().values():
        yield "protocol", protocol.id, protocol.summary
    for circumstance in circumstances().values():
        yield "check", circumstance.id, f"{circumstance.ask} {circumstance.check}"
    yield "pace", "pace", shelf.pace


def test_every_kind_of_text_is_easy_on_average() -> None:
    grades = defaultdict(list)
    for kind, _, text in texts():
        grades[kind].append(WORDS.grade(text))
    hard = {kind: round(mean(values), 1) for kind, values in grades.items() if mean(values) > 7}
    assert hard == {}


def test_no_text_is_hard() -> None:
    hard = [(kind, id_, round(WORDS.grade(t), 1)) for kind, id_, t in texts() if WORDS.grade(t) > 11]
    assert hard == []


def test_nothing_tells_to_stop_or_take_a_medicine() -> None:
    for kind, id_, text in texts():
        for sentence in WORDS.sentences_of(text):
            assert not WORDS.says_to_stop(sentence), (kind, id_)
            assert not WORDS.says_to_take(sentence), (kind, id_)


def test_nothing_gives_false_comfort_or_promises() -> None:
    promise = re.compile(r"\b(cures?|treats?|guarantee|always works|will stop)\b", re.IGNORECASE)
    for kind, id_, text in texts():
        assert not WORDS.COMFORT.search(text), (kind, id_)
        assert kind in ("warning",) or not promise.search(text), (kind, id_)
