"""Drawings: well-formed, accessible, of one colour that the page chooses, and within their frame."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from charley.advice.drawing import draw
from charley.advice.exercises import exercises

SVG = "{http://www.w3.org/2000/svg}"
NAMES = sorted(exercises())
COLOURS = {"none", "currentColor", "var(--charley-accent, #b3420c)", "var(--charley-paper, #fff)"}


def drawn(id_: str) -> str:
    exercise = exercises()[id_]
    return draw(exercise.drawing, exercise.name, exercise.id)


@pytest.mark.parametrize("id_", NAMES)
def test_a_drawing_tells_what_it_shows(id_: str) -> None:
    root = ElementTree.fromstring(drawn(id_))
    exercise = exercises()[id_]
    title, desc = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert root.get("role") == "img"
    assert title is not None and title.text == exercise.name
    assert desc is not None and desc.text is not None
    assert exercise.drawing.start.says.rstrip(".") in desc.text
    assert exercise.drawing.end.says.rstrip(".") in desc.text
    assert root.get("aria-labelledby") == f"{title.get('id')} {desc.get('id')}" == f"{id_}-title {id_}-desc"


@pytest.mark.parametrize("id_", NAMES)
def test_a_drawing_takes_its_colours_from_the_page(id_: str) -> None:
    for element in ElementTree.fromstring(drawn(id_)).iter():
        for key in ("fill", "stroke"):
            assert element.get(key, "none") in COLOURS


@pytest.mark.parametrize("id_", NAMES)
def test_everything_lies_within_the_frame(id_: str) -> None:
    root = ElementTree.fromstring(drawn(id_))
    left, top, width, height = (float(value) for value in root.get("viewBox", "").split())
    panels = root.findall(f"{SVG}g")
    assert len(panels) == 2
    for panel in panels:
        shift = float(re.findall(r"translate\(([-\d.]+)", panel.get("transform", ""))[0])
        for element in panel.iter():
            for pair in element.get("points", "").split():
                x, y = (float(value) for value in pair.split(","))
                assert left - 0.2 <= x + shift <= left + width + 0.2
                assert top - 0.2 <= y <= top + height + 0.2


@pytest.mark.parametrize("id_", NAMES)
def test_a_drawing_is_small_and_always_the_same(id_: str) -> None:
    assert drawn(id_) == drawn(id_)
    assert len(drawn(id_)) < 20_000
    assert "http" not in drawn(id_).replace("http://www.w3.org/2000/svg", "")


def test_the_target_is_marked_in_the_end_picture_only() -> None:
    first, second = ElementTree.fromstring(drawn("calf_stretch_wall")).findall(f"{SVG}g")
    accents = [
        sum("accent" in element.get("stroke", "") for element in panel.iter()) for panel in (first, second)
    ]
    assert accents[0] == 0
    assert accents[1] > 0


def test_markup_in_a_title_is_text() -> None:
    picture = draw(exercises()["pull_toes"].drawing, "Pull <b> & hold", "x")
    assert ElementTree.fromstring(picture).findtext(f"{SVG}title") == "Pull <b> & hold"
