"""The few marks a drawing is made of, as SVG text; y is turned over, since in SVG it grows downwards."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import atan2, cos, pi, sin
from xml.sax.saxutils import escape

from charley.records.poses import Point

ACCENT = "var(--charley-accent, #b3420c)"
PAPER = "var(--charley-paper, #fff)"


def number(value: float) -> str:
    """A coordinate with at most one decimal, never "-0"."""
    text = f"{value:.1f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def place(point: Point) -> str:
    """A point as SVG writes it."""
    return f"{number(point[0])},{number(-point[1])}"


def line(points: Sequence[Point], width: float, colour: str = "currentColor", more: str = "") -> str:
    """A line through points, with round ends and corners."""
    path = " ".join(place(point) for point in points)
    extra = f" {more}" if more else ""
    return f'<polyline points="{path}" stroke="{colour}" stroke-width="{number(width)}"{extra}/>'


def disc(centre: Point, radius: float, colour: str = "currentColor") -> str:
    """A filled circle."""
    return (
        f'<circle cx="{number(centre[0])}" cy="{number(-centre[1])}" r="{number(radius)}" '
        f'fill="{colour}" stroke="none"/>'
    )


def box(left: float, bottom: float, width: float, height: float, corner: float = 2.0) -> str:
    """An outlined box, filled with the colour of the paper."""
    return (
        f'<rect x="{number(left)}" y="{number(-bottom - height)}" width="{number(width)}" '
        f'height="{number(height)}" rx="{number(corner)}" stroke="currentColor" stroke-width="2" '
        f'fill="{PAPER}"/>'
    )


def shape(points: Iterable[Point], more: str = "") -> str:
    """A filled polygon."""
    path = " ".join(place(point) for point in points)
    return f'<polygon points="{path}" stroke="none" {more}/>'


def arrow(start: Point, by: Point) -> list[str]:
    """An arrow from a point, in the accent colour, with a rim so that it shows on the figure too."""
    end = (start[0] + by[0], start[1] + by[1])
    angle = atan2(by[1], by[0])
    head = [_polar(end, angle + turn, 9.0) for turn in (pi - 0.5, pi + 0.5)]
    neck = _polar(end, angle + pi, 5.0)
    return [
        line([start, neck], 6.0, PAPER),
        line([start, neck], 3.0, ACCENT),
        shape([end, *head], f'fill="{ACCENT}"'),
    ]


def words(lines: Sequence[str], at: Point, size: float, weight: str = "normal") -> list[str]:
    """Lines of text, centred on a point, each below the last."""
    return [
        f'<text x="{number(at[0])}" y="{number(-at[1] + index * size * 1.25)}" font-size="{number(size)}" '
        f'font-weight="{weight}" text-anchor="middle" fill="currentColor" stroke="none">{escape(text)}</text>'
        for index, text in enumerate(lines)
    ]


def _polar(centre: Point, angle: float, length: float) -> Point:
    return (centre[0] + length * cos(angle), centre[1] + length * sin(angle))
