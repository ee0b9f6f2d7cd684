"""Second views for what a side view cannot show: soles from above, feet from behind, one foot large."""

from __future__ import annotations

from math import cos, radians, sin

from charley.advice.drawing.body import Body
from charley.advice.drawing.marks import ACCENT, line, place, shape, words
from charley.records.poses import Inset, Point

WIDE, HIGH = 62.0, 66.0
SOLE: tuple[Point, ...] = (
    (-4, -13), (-5, -6), (-4, 0), (-6, 7), (-5, 13), (0, 15),
    (5, 12), (5, 5), (4, -2), (5, -8), (4, -13), (0, -15),
)  # fmt: skip
"""The outline of a right sole about its middle, toes up."""


def inset(view: Inset, body: Body, corner: Point) -> list[str]:
    """The second view in a frame whose lower left corner is given."""
    middle = (corner[0] + WIDE / 2, corner[1] + HIGH / 2)
    frame = (
        f'<rect x="{corner[0]:.1f}" y="{-corner[1] - HIGH:.1f}" width="{WIDE:g}" height="{HIGH:g}" rx="6" '
        'fill="none" stroke="currentColor" stroke-width="1.2" opacity="0.7"/>'
    )
    label = words([LABELS[view.view]], (middle[0], corner[1] + HIGH - 8), 6.5)
    return [frame, *label, *DRAWN[view.view](view, body, (middle[0], middle[1] - 4))]


def _soles(view: Inset, body: Body, middle: Point) -> list[str]:
    """Both soles turn about their middle; toes or heels of both then meet, as they do on the floor."""
    apart = 8.0 + 13.0 * abs(sin(radians(view.turn)))
    marks = []
    for side in (-1, 1):
        turned = [_turned((side * x, y), side * view.turn) for x, y in SOLE]
        outline = [(middle[0] + side * apart + x, middle[1] + y) for x, y in turned]
        path = " ".join(place(point) for point in outline)
        marks.append(f'<polygon points="{path}" fill="currentColor" stroke="none"/>')
    return marks


def _turned(point: Point, clockwise: float) -> Point:
    angle = radians(-clockwise)
    return (
        point[0] * cos(angle) - point[1] * sin(angle),
        point[0] * sin(angle) + point[1] * cos(angle),
    )


def _behind(view: Inset, body: Body, middle: Point) -> list[str]:
    """Heels and shins from behind; each foot rolls onto the edge that stays on the floor."""
    floor = middle[1] - 18
    marks = [line([(middle[0] - 26, floor), (middle[0] + 26, floor)], 2.0)]
    for side in (-1, 1):
        outward = side * view.turn
        edge = (middle[0] + side * (17 if view.turn > 0 else 7), floor + 4)
        other_end = _turned((-side * 11 if view.turn > 0 else side * 11, 0.0), outward)
        other = (edge[0] + other_end[0], edge[1] + other_end[1])
        heel = ((edge[0] + other[0]) / 2, (edge[1] + other[1]) / 2)
        knee = (middle[0] + side * 11, floor + 40)
        marks += [line([edge, other], 6.5), line([heel, knee], 7.0)]
        marks.append(line([(edge[0] - 3, floor), (edge[0] + 3, floor)], 3.0, ACCENT))
    return marks


def _foot(view: Inset, body: Body, middle: Point) -> list[str]:
    """The near foot with its toes, two and a half times as large."""
    ankle, knee = body.points["near_ankle"], body.points["near_knee"]
    up = ((knee[0] - ankle[0]) * 0.2, (knee[1] - ankle[1]) * 0.2)
    names = ("near_heel", "near_ball", "near_toes")
    heel, ball, toes = (body.points[name] for name in names)
    stub = (ankle[0] + up[0], ankle[1] + up[1])
    points = {"stub": stub, "ankle": ankle, "heel": heel, "ball": ball, "toes": toes}
    centre = (sum(p[0] for p in points.values()) / 5, sum(p[1] for p in points.values()) / 5)
    large = {
        name: (middle[0] + 1.9 * (x - centre[0]), middle[1] + 1.9 * (y - centre[1]))
        for name, (x, y) in points.items()
    }
    return [
        line([large["stub"], large["ankle"]], 12.0),
        line([large["ankle"], large["heel"], large["ball"], large["ankle"]], 9.0),
        shape([large["ankle"], large["heel"], large["ball"]], 'fill="currentColor"'),
        line([large["ball"], large["toes"]], 7.0, ACCENT),
    ]


LABELS = {"soles": "feet from above", "behind": "feet from behind", "foot": "the foot, close"}
DRAWN = {"soles": _soles, "behind": _behind, "foot": _foot}
