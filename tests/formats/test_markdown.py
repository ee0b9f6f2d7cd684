"""The answer as Markdown: no input becomes mark-up."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from charley.assessment import Assessment
from charley.formats import to_markdown
from charley.formats.markdown import escape

Assessed = Callable[[dict[str, Any]], Assessment]
PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
"""ASCII punctuation of CommonMark 0.31 (section 2.4): a backslash before any of it makes it plain text."""

MEANS_SOMETHING = "\\`*_[]<>#|~&$!{}"
"""Characters with a meaning inside a line, in CommonMark, GitHub's tables, strike-through and formulas."""

AT_THE_START = re.compile(r"\s*([-+>#=]|\d+[.)](\s|$))")
hostile = st.text(st.one_of(st.sampled_from(PUNCTUATION + "1 w"), st.characters()), max_size=40)


def unescaped(text: str) -> str:
    """The text that a reader of CommonMark sees."""
    return re.sub(rf"\\([{re.escape(PUNCTUATION)}])", r"\1", text)


def live(text: str) -> list[str]:
    """Characters of a line that would be read as mark-up: those without a backslash before them."""
    return [c for c in re.sub(r"\\.", "", text) if c in MEANS_SOMETHING]


@given(hostile)
@example("\\")
@example("a\\*b")
@example("1. first")
@example("12) second")
@example("--- ")
@example("+ x")
def test_escaped_text_reads_as_it_was_and_none_of_it_is_mark_up(text: str) -> None:
    escaped = escape(text)
    assert unescaped(escaped) == text
    assert live(escaped) == []
    assert not AT_THE_START.match(escaped)


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("plain words, 3.5 to 5.3 (mmol/L).", "plain words, 3.5 to 5.3 (mmol/L)."),
        ("*bold* _it_ `code`", r"\*bold\* \_it\_ \`code\`"),
        ("[a](b) <script>", r"\[a\](b) \<script\>"),
        ("# title | ~~no~~", r"\# title \| \~\~no\~\~"),
        ("&amp; $x$", r"\&amp; \$x\$"),
        ("- item", r"\- item"),
        ("3. item", r"3\. item"),
        ("3.5 mmol", "3.5 mmol"),
        ("see https://x.y or www.x.y", r"see https\://x.y or www\.x.y"),
        ("cramp_site", r"cramp\_site"),
    ],
)
def test_what_is_escaped_and_what_is_left_alone(text: str, escaped: str) -> None:
    assert escape(text) == escaped


def inside(line: str) -> str:
    """A line of the answer without the mark-up that is ours."""
    for frame in (r"#{1,2} (.*)", r"- \*\*(.*)\*\*", r"  (.*)  ", r"(.*)"):
        if found := re.fullmatch(frame, line):
            return found[1]
    return line


@settings(max_examples=60)
@given(hostile, hostile)
def test_no_told_text_becomes_mark_up_in_the_answer(assessed: Assessed, name: str, unit: str) -> None:
    names = [text for text in (name, unit, f"x{name}", f"<b>{unit}") if text.strip()]
    answer = assessed(
        {"medicines": names, "conditions": names, "labs": [{"name": f"x{name}", "value": unit}]}
    )
    for line in to_markdown(answer).splitlines():
        assert live(inside(line)) == [], line


def test_the_frame_is_one_heading_a_section_and_bold_items(full: Assessment) -> None:
    lines = to_markdown(full).splitlines()
    assert lines[:3] == ["# URGENCY TITLE", "", "advice line"]
    assert [line for line in lines if line.startswith("#")][1:3] == [
        "## What we noticed",
        "## Please check this",
    ]
    assert "- **contradiction line**" in lines
    assert "  question why  " in lines


def test_every_answer_says_that_it_is_information_not_a_diagnosis(answers: dict[str, Assessment]) -> None:
    for name, answer in answers.items():
        assert "information, not a diagnosis" in to_markdown(answer), name


def test_a_contradiction_in_the_persons_words_is_no_link(full: Assessment) -> None:
    trap = replace(full, contradictions=("![x](http://a.b) **now**",))
    assert r"- **\!\[x\](http\://a.b) \*\*now\*\***" in to_markdown(trap).splitlines()
