"""What stands around the figure: floor, wall, chair, bed and the like, as outlines."""

from __future__ import annotations

from collections.abc import Callable

from charley.advice.drawing.marks import PAPER, box, disc, line, number
from charley.records.poses import Point, Prop

SEAT, SEAT_DEEP, BACK = 45.0, 42.0, 92.0
THIN = 3.0


def prop(thing: Prop, top: float) -> list[str]:
    """The marks of one prop. A wall reaches to `top`."""
    return DRAWN[thing.kind](thing, top)


def extent(thing: Prop) -> list[Point]:
    """Points that the picture must leave room for."""
    if thing.kind == "chair":
        way = 1 if thing.faces == "right" else -1
        return [(thing.x - 3 * way, BACK), (thing.x + way * SEAT_DEEP, 0)]
    if thing.kind == "bike":
        return [(thing.x - 45, 0), (thing.x + 62, 112)]
    if thing.kind == "wall":
        return [(thing.x - 2, 0), (thing.x + 6, 0)]
    if thing.kind == "rail":
        return [(thing.x - 9, 0), (thing.x + 9, thing.y)]
    return [(thing.x, 0), (thing.to, thing.y)]


def floor(left: float, right: float) -> str:
    """The line of the floor."""
    return line([(left, -4.5), (right, -4.5)], 2.0, more='opacity="0.6"')


def _wall(thing: Prop, top: float) -> list[str]:
    side = 1 if thing.faces == "right" else -1
    edge = line([(thing.x, -4.5), (thing.x, top)], 2.5)
    ticks = [
        line([(thing.x, y), (thing.x + 5 * side, y + 6)], 1.0, more='opacity="0.6"')
        for y in range(0, int(top) - 5, 12)
    ]
    return [edge, *ticks]


def _chair(thing: Prop, top: float) -> list[str]:
    way = 1 if thing.faces == "right" else -1
    back, front, seat = thing.x, thing.x + way * SEAT_DEEP, SEAT - 3
    return [
        line([(back - 3 * way, BACK), (back, seat), (back, -4.5)], THIN),
        line([(back, seat), (front, seat), (front, -4.5)], THIN),
    ]


def _bed(thing: Prop, top: float) -> list[str]:
    deep = 16.0
    return [
        box(thing.x, thing.y - deep, thing.to - thing.x, deep, 5.0),
        *(line([(x, thing.y - deep), (x, -4.5)], THIN) for x in (thing.x + 8, thing.to - 8)),
    ]


def _stool(thing: Prop, top: float) -> list[str]:
    seat = thing.y - 3
    return [
        line([(thing.x, -4.5), (thing.x, seat), (thing.to, seat), (thing.to, -4.5)], THIN),
    ]


def _rail(thing: Prop, top: float) -> list[str]:
    return [
        line([(thing.x, -4.5), (thing.x, thing.y)], THIN),
        line([(thing.x - 8, thing.y), (thing.x + 8, thing.y)], THIN + 1),
    ]


def _pillow(thing: Prop, top: float) -> list[str]:
    return [box(thing.x, thing.y, thing.to - thing.x, 11.0, 5.0)]


def _machine(thing: Prop, top: float) -> list[str]:
    wide = thing.to - thing.x
    middle = (thing.x + thing.to) / 2
    return [
        box(thing.x, 4.0, wide, thing.y - 4.0, 3.0),
        box(thing.x + 5, thing.y - 26, wide - 10, 16.0, 2.0),
        disc((middle, thing.y - 48), 9.0, PAPER),
        _ring((middle, thing.y - 48), 9.0, 2.0),
    ]


def _bike(thing: Prop, top: float) -> list[str]:
    crank, saddle, bar, wheel = (
        (thing.x, 30.0),
        (thing.x - 24, 84.0),
        (thing.x + 34, 106.0),
        (thing.x + 38, 26.0),
    )
    return [
        _ring(wheel, 22.0, THIN),
        line([saddle, crank, wheel, (thing.x + 30, 98)], THIN),
        line([(thing.x - 14, 60), (thing.x + 31, 84)], THIN),
        line([(saddle[0] - 11, 85), (saddle[0] + 11, 85)], 5.0),
        line([(thing.x + 30, 98), bar, (bar[0] - 12, 108)], THIN),
        line([(thing.x - 36, -3), (thing.x + 58, -3)], THIN),
        line([crank, (thing.x, -3)], THIN),
        _ring(crank, 12.0, 1.5),
    ]


def _ring(centre: Point, radius: float, width: float) -> str:
    return (
        f'<circle cx="{number(centre[0])}" cy="{number(-centre[1])}" r="{number(radius)}" fill="none" '
        f'stroke="currentColor" stroke-width="{number(width)}"/>'
    )


DRAWN: dict[str, Callable[[Prop, float], list[str]]] = {
    "wall": _wall,
    "chair": _chair,
    "bed": _bed,
    "stool": _stool,
    "rail": _rail,
    "pillow": _pillow,
    "machine": _machine,
    "bike": _bike,
}
