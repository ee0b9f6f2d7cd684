"""Learning what sayings of a danger sign have in common."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from charley.library.shelves import build_shelf
from charley.library.store import KNOWLEDGE
from charley.records.library import Library
from charley.score.learning import (
    FEWEST,
    UNFIT,
    Example,
    examples_of,
    learn,
    mark_of,
    traits_of,
    worked_with,
    write,
)
from charley.score.sayings import Saying

VIGNETTES = Path(__file__).parents[2] / "vignettes"
SHELF = KNOWLEDGE / "likeness" / "words.yaml"
WAYS = ("today", "again", "since noon", "in the loo", "this week")


def made_up() -> list[Example]:
    """Two signs with their own words, and much that tells nothing."""
    dark = [Example(f"cola in the bowl {way} {n}", frozenset({"dark_urine"})) for n in "abcd" for way in WAYS]
    thump = [
        Example(f"heart goes thump {way} {n}", frozenset({"palpitations"})) for n in "abcd" for way in WAYS
    ]
    plain = [Example(f"cramp in the calf {way} {n}", frozenset()) for n in "abcd" for way in WAYS]
    return [*dark, *thump, *plain]


def test_the_words_of_a_sign_speak_for_it_and_against_the_others() -> None:
    learned = learn(made_up())
    assert set(learned.starts) == {"dark_urine", "palpitations"}
    assert all(start < 0 for start in learned.starts.values())
    assert learned.weights["bowl"]["dark_urine"] > 0.2
    assert learned.weights["thump"]["palpitations"] > 0.2
    assert learned.weights["bowl"].get("palpitations", 0.0) <= 0.0
    assert abs(learned.weights.get("noon", {}).get("dark_urine", 0.0)) < 0.2


def test_the_same_examples_give_the_same_weights() -> None:
    assert learn(made_up()) == learn(made_up())


def test_a_sign_with_few_sayings_is_not_learned() -> None:
    few = [Example(f"jaw shut like a vice {n}", frozenset({"jaw_stiff"})) for n in range(FEWEST - 1)]
    assert "jaw_stiff" not in learn([*made_up(), *few]).starts


def test_what_may_be_told_speaks_neither_for_nor_against() -> None:
    doubtful = [Example(f"bowl {n} cola", frozenset(), frozenset({"dark_urine"})) for n in range(40)]
    assert learn([*made_up(), *doubtful]).weights["bowl"]["dark_urine"] > 0.2


@pytest.mark.parametrize(
    ("saying", "told"),
    [
        (Saying(1, "dark_urine", "yes", True, "like cola"), {"dark_urine"}),
        (Saying(1, "dark_urine", "no", True, "clear as water"), set()),
        (Saying(1, "dark_urine", "yes", False, "I drink cola"), set()),
        (Saying(1, "stretch_helps", "yes", True, "toes up and it goes"), set()),
        (Saying(1, "sedative_cut", "yes", True, "no drink since Monday"), set()),
    ],
    ids=["danger", "a no", "a near miss", "no danger", "a matter of dates"],
)
def test_a_saying_tells_its_sign_or_nothing(saying: Saying, told: set[str], library: Library) -> None:
    (example,) = examples_of([saying], [], library)
    assert example == Example(saying.text, frozenset(told))


def test_sentences_of_a_longer_utterance_are_examples_only_of_what_it_does_not_tell(library: Library) -> None:
    one = {"text": "Wee like cola.", "expect": {"dark_urine": True}, "may": {"little_urine": True}}
    two = {**one, "text": "Wee like cola. Cramps too."}
    assert examples_of([], [one], library) == [
        Example("Wee like cola.", frozenset({"dark_urine"}), frozenset({"little_urine"}))
    ]
    assert [e.told for e in examples_of([], [two], library)] == [frozenset()] * 2
    assert all({"dark_urine", "little_urine"} <= e.maybe for e in examples_of([], [two], library))


def test_traits_are_counted() -> None:
    assert traits_of("cold, cold foot") == {"cold": 2, "cold cold": 1, "foot": 1, "cold foot": 1}


def test_what_is_learned_is_written_for_the_shelf(tmp_path: Path) -> None:
    learned = learn(made_up())
    write(learned, tmp_path / "words.yaml", "made up")
    text = (tmp_path / "words.yaml").read_text(encoding="utf-8")
    for sign, start in learned.starts.items():
        assert f"{{finding: {sign}, start: {start}, floor: 0.2}}" in text
    assert '"bowl": "' in text


def test_the_shelf_was_learned_from_the_examples_that_are_there(library: Library) -> None:
    """Whoever changes sayings or utterances runs `make likeness`."""
    assert f'learned_from: "{mark_of(worked_with(VIGNETTES, library))}"' in SHELF.read_text(encoding="utf-8")


def test_nothing_set_aside_is_learned_from(tmp_path: Path, library: Library) -> None:
    (tmp_path / "sayings").mkdir()
    for name in ("legs", "legs_check", "scope"):
        told = f"## dark_urine = yes\ncola, says {name}\n"
        (tmp_path / "sayings" / f"{name}.txt").write_text(told, encoding="utf-8")
    for name in ("w1", "heldout", "heldout_2"):
        one = [{"text": f"cola in {name}", "expect": {}}]
        (tmp_path / f"utterances_{name}.json").write_text(json.dumps(one), encoding="utf-8")
    assert [e.text for e in worked_with(tmp_path, library)] == ["cola, says legs", "cola in w1"]


def test_what_is_unfit_is_a_finding(library: Library) -> None:
    assert library.findings.keys() >= UNFIT
    assert build_shelf("likeness", KNOWLEDGE)
