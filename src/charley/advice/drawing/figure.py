"""The figure itself, and the bands that show which muscle is stretched or worked."""

from __future__ import annotations

from math import hypot

from charley.advice.drawing.body import Body
from charley.advice.drawing.marks import ACCENT, PAPER, disc, line, shape
from charley.records.poses import Muscle, Point

HEAD = 10.0
WIDTHS = {"trunk": 14.0, "thigh": 11.0, "shank": 9.0, "foot": 6.5, "arm": 6.5}
RIM = 3.0
BANDS: dict[Muscle, tuple[str, str, float, float, float]] = {
    "calf": ("knee", "ankle", 0.08, 0.6, -1.0),
    "shin": ("knee", "ankle", 0.1, 0.7, 1.0),
    "front_thigh": ("hip", "knee", 0.2, 0.8, 1.0),
    "back_thigh": ("hip", "knee", 0.2, 0.85, -1.0),
    "inner_thigh": ("hip", "knee", 0.15, 0.75, 0.0),
    "foot": ("heel", "ball", 0.1, 1.0, -1.0),
}
"""Muscle -> the bone it lies along, from where to where, and the side of it: 1 before, -1 behind."""


def figure(body: Body, far: bool = True) -> list[str]:
    """The body, far limbs first and paler; a rim of paper parts near limbs from what is behind them."""
    marks = []
    if far:
        marks += ['<g opacity="0.4">', *_leg(body, "far", rim=False), *_arm(body, "far", rim=False), "</g>"]
    spine = [body.points[name] for name in ("hip", "waist", "shoulder")]
    marks.append(line(spine, WIDTHS["trunk"]))
    marks.append(line([body.points["shoulder"], body.points["head"]], WIDTHS["arm"]))
    marks.append(disc(body.points["head"], HEAD))
    return [*marks, *_leg(body, "near", rim=True), *_arm(body, "near", rim=True)]


def _leg(body: Body, side: str, rim: bool) -> list[str]:
    hip, knee, ankle, heel, ball, toes = (
        body.points[name if name == "hip" else f"{side}_{name}"]
        for name in ("hip", "knee", "ankle", "heel", "ball", "toes")
    )
    strokes = [
        ([hip, knee], WIDTHS["thigh"]),
        ([knee, ankle], WIDTHS["shank"]),
        ([ankle, heel, ball, ankle], WIDTHS["foot"]),
        ([ball, toes], WIDTHS["foot"]),
    ]
    return [*_rimmed(strokes, rim), shape([ankle, heel, ball], 'fill="currentColor"')]


def _arm(body: Body, side: str, rim: bool) -> list[str]:
    points = [body.points["shoulder"], body.points[f"{side}_elbow"], body.points[f"{side}_hand"]]
    return [*_rimmed([(points, WIDTHS["arm"])], rim), disc(points[-1], 4.5)]


def _rimmed(strokes: list[tuple[list[Point], float]], rim: bool) -> list[str]:
    under = [line(points, width + RIM, PAPER) for points, width in strokes] if rim else []
    return [*under, *(line(points, width) for points, width in strokes)]


def band(body: Body, muscle: Muscle) -> str:
    """A band along the near leg where a muscle lies."""
    first, second, low, high, side = BANDS[muscle]
    start = body.points["hip" if first == "hip" else f"near_{first}"]
    end = body.points[f"near_{second}"]
    off = side * (-1 if body.faces_left else 1) * (7.5 if second != "ball" else 6.0)
    return line([_beside(start, end, low, off), _beside(start, end, high, off)], 4.5, ACCENT)


def _beside(start: Point, end: Point, share: float, off: float) -> Point:
    """A point on the way from start to end, `off` to its left (forward of a limb that points down)."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = hypot(dx, dy)
    return (start[0] + share * dx - off * dy / length, start[1] + share * dy + off * dx / length)
