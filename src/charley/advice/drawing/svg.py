"""One exercise as an accessible SVG: start and end side by side, with a title and a description."""

from __future__ import annotations

from textwrap import wrap
from xml.sax.saxutils import escape

from charley.advice.drawing.body import Body, solve
from charley.advice.drawing.figure import HEAD, band, figure
from charley.advice.drawing.insets import HIGH, WIDE, inset
from charley.advice.drawing.marks import arrow, line, number, words
from charley.advice.drawing.props import extent, floor, prop
from charley.records.poses import Drawing, Point, Scene

MARGIN, GAP, LEAST_SIZE, SIZE = 12.0, 26.0, 9.0, 0.058
"""Centimetres; the letters are a share of the width of a panel, but never smaller than the least size."""

LETTERS = 0.58
"""The width of a letter as a share of its size, about, in the plain fonts of screens."""


def draw(drawing: Drawing, title: str, name: str) -> str:
    """The drawing as one SVG element.

    `title` is what the picture is of; `name` makes the ids of title and description unique on a page.
    Raises UnreachableError when a pose cannot be taken.
    """
    scenes = (drawing.start, drawing.end)
    low, high = _room(drawing, scenes)
    width = high[0] - low[0]
    size = max(LEAST_SIZE, SIZE * width)
    lines = [_caption(index, scene, width, size) for index, scene in enumerate(scenes, 1)]
    below = size * 1.25 * max(len(text) for text in lines) + 8
    marks: list[str] = []
    for index, scene in enumerate(scenes):
        marks.append(f'<g transform="translate({number(index * (width + GAP))} 0)">')
        marks += _panel(drawing, scene, low, high, marked=index == 1)
        marks += words(lines[index], ((low[0] + high[0]) / 2, low[1] - size - 4), size)
        marks.append("</g>")
    view = (low[0], -high[1], 2 * width + GAP, high[1] - low[1] + below + 6)
    return _document(view, title, _description(scenes), name, marks)


def _document(
    view: tuple[float, float, float, float], title: str, description: str, name: str, marks: list[str]
) -> str:
    numbers = " ".join(number(value) for value in view)
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{numbers}" role="img" '
        f'aria-labelledby="{name}-title {name}-desc" fill="none" stroke-linecap="round" '
        'stroke-linejoin="round" font-family="system-ui, sans-serif">'
    )
    texts = [
        f'<title id="{name}-title">{escape(title)}</title>',
        f'<desc id="{name}-desc">{escape(description)}</desc>',
    ]
    return "\n".join([head, *texts, *marks, "</svg>"]) + "\n"


def _description(scenes: tuple[Scene, ...]) -> str:
    start, end = (scene.says.rstrip(".") for scene in scenes)
    return f"Two pictures. Start: {start}. Then: {end}."


def _caption(index: int, scene: Scene, width: float, size: float) -> list[str]:
    return wrap(f"{index}. {scene.says}", int((width + GAP - 8) / (size * LETTERS)))


def _panel(drawing: Drawing, scene: Scene, low: Point, high: Point, marked: bool) -> list[str]:
    body = solve(scene.pose)
    marks = [floor(low[0], high[0])]
    for thing in (*drawing.props, *scene.props):
        marks += prop(thing, high[1] - 6)
    if scene.helper is not None:
        marks += ['<g opacity="0.55">', *figure(solve(scene.helper)), "</g>"]
    marks += figure(body)
    if marked:
        marks += [band(body, muscle) for muscle in drawing.marked]
    if scene.strap is not None:
        marks.append(line([body.points[name] for name in scene.strap], 2.5))
    for one in scene.arrows:
        marks += arrow(body.points[one.at], one.by)
    if scene.inset is not None:
        marks += inset(scene.inset, body, (high[0] - WIDE - 2, high[1] - HIGH - 2))
    return marks


def _room(drawing: Drawing, scenes: tuple[Scene, ...]) -> tuple[Point, Point]:
    """The lower left and upper right corner of a panel that holds either scene."""
    points = [(0.0, -5.0)]
    for thing in drawing.props:
        points += extent(thing)
    for scene in scenes:
        body = solve(scene.pose)
        points += _outline(body)
        points += [_tip(body.points[one.at], one.by) for one in scene.arrows]
        if scene.helper is not None:
            points += _outline(solve(scene.helper))
    left, right = min(x for x, _ in points), max(x for x, _ in points)
    low, top = min(y for _, y in points), max(y for _, y in points)
    more = WIDE + 4 if any(scene.inset for scene in scenes) else 0.0
    return (left - MARGIN, low - 2), (right + MARGIN + more, max(top + MARGIN, HIGH + 4 if more else 0.0))


def _tip(start: Point, by: Point) -> Point:
    return (start[0] + by[0], start[1] + by[1])


def _outline(body: Body) -> list[Point]:
    x, y = body.points["head"]
    around = [(x - HEAD, y - HEAD), (x + HEAD, y + HEAD)]
    return [*body.points.values(), *around]
