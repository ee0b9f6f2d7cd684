"""Messages: one short line about what was told, whatever was told."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charley.reading.messages import MOST_SHOWN, nearest, one_line, place, short

SHOWN = [
    pytest.param(None, "null", id="null as JSON writes it"),
    pytest.param(True, "true", id="true as JSON writes it"),
    pytest.param(False, "false", id="false as JSON writes it"),
    pytest.param("calf", "'calf'", id="a short text whole"),
    pytest.param(12, "12", id="a whole number"),
    pytest.param(3.9, "3.9", id="a number with a point"),
    pytest.param(10**5000, "a very large number", id="a number of five thousand digits"),
    pytest.param(-(10**400), "a very large number", id="a number far below zero"),
    pytest.param(float("nan"), "nan", id="not a number"),
    pytest.param(["my", "story"], "a list", id="a list without its entries"),
    pytest.param({"my": "story"}, "an object", id="an object without its content"),
    pytest.param("one\ntwo", r"'one\ntwo'", id="a line break written out"),
    pytest.param("\ud800", r"'\ud800'", id="half a character written out"),
]


@pytest.mark.parametrize(("value", "shown"), SHOWN)
def test_a_value_is_shown_as(value: object, shown: str) -> None:
    assert short(value) == shown


def test_a_story_is_cut_short() -> None:
    shown = short("a long story about my legs " * 10_000)
    assert shown.startswith("'a long story")
    assert len(shown) <= MOST_SHOWN
    assert shown.endswith("…")


def test_a_deeply_nested_value_is_no_trouble() -> None:
    nested: list[Any] = []
    for _ in range(5_000):
        nested = [nested]
    assert short(nested) == "a list"


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(st.characters(), max_size=100),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=10,
)


@given(ANYTHING)
def test_anything_is_shown_on_one_short_line(value: object) -> None:
    for text in (short(value), place(value)):
        assert text.isprintable()
        assert 0 < len(text) <= MOST_SHOWN + 2


PLACES = [
    pytest.param("diabetes", "diabetes", id="a key as it is"),
    pytest.param("a\nb", "a b", id="a key with a line break on one line"),
    pytest.param("\ud800x", " x", id="half a character is left out"),
    pytest.param("", "''", id="an empty key in quotes"),
    pytest.param("  ", "'  '", id="a blank key in quotes"),
    pytest.param(7, "7", id="a key that is a number"),
]


@pytest.mark.parametrize(("key", "shown"), PLACES)
def test_a_key_is_named_as(key: object, shown: str) -> None:
    assert place(key) == shown


def test_one_line_keeps_every_printable_character() -> None:
    assert one_line("Größe\t20 mg\r\n") == "Größe 20 mg  "


NEAREST = [
    pytest.param("dibetes", ["diabetes", "dialysis"], "Did you mean 'diabetes'?", id="a typing error"),
    pytest.param("DIABETES", ["diabetes"], "Did you mean 'diabetes'?", id="capitals"),
    pytest.param("xyz", ["yes", "no"], "Allowed: yes, no.", id="nothing near: all that is allowed"),
    pytest.param(7, ["yes", "no"], "Allowed: yes, no.", id="no word at all"),
    pytest.param("xyz", [], "", id="nothing is allowed"),
]


@pytest.mark.parametrize(("told", "allowed", "mend"), NEAREST)
def test_the_mend_for_a_wrong_word(told: object, allowed: list[str], mend: str) -> None:
    assert nearest(told, allowed) == mend


def test_a_long_list_of_allowed_words_is_cut() -> None:
    mend = nearest("xyz", [f"answer {n}" for n in range(50)])
    assert mend.endswith("answer 11, ….")
