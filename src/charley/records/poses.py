"""Poses of a simple jointed figure seen from its right side, and what stands around it.

Lengths are centimetres of a person 170 cm tall; x grows to the right, y upwards, the floor is y = 0.
Angles are degrees. A figure that `faces` left is the mirror image of one that faces right.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Point = tuple[float, float]
Faces = Literal["right", "left"]
Muscle = Literal["calf", "foot", "front_thigh", "back_thigh", "inner_thigh", "shin"]


@dataclass(frozen=True, slots=True)
class PlacedFoot:
    """A leg given by where its foot is: the ankle above `x`, the lowest point of the sole at height `on`.

    `tilt` lifts the toes (positive) or the heel (negative) against the ground. `toes` bends the toes up.
    """

    x: float
    on: float = 0.0
    tilt: float = 0.0
    toes: float = 0.0


@dataclass(frozen=True, slots=True)
class FreeLeg:
    """A leg given by its joints: flexion of hip and knee, the foot drawn up (positive) or pointed."""

    hip: float
    knee: float
    ankle: float = 0.0
    toes: float = 0.0


@dataclass(frozen=True, slots=True)
class PlacedHand:
    """An arm given by where its hand is: a point, or a named point of the same figure (`near_ball`)."""

    at: Point | None = None
    on: str = ""


@dataclass(frozen=True, slots=True)
class FreeArm:
    """An arm given by its joints: the upper arm forward from the trunk, and flexion of the elbow."""

    shoulder: float
    elbow: float


@dataclass(frozen=True, slots=True)
class Pose:
    """One position. `hip` is the place of the hip; `trunk` leans forward from upright (on the back: -90).

    `spine` bends the upper half of the trunk forward against the lower half, `neck` the head.
    """

    hip: Point
    trunk: float
    near_leg: PlacedFoot | FreeLeg
    far_leg: PlacedFoot | FreeLeg
    near_arm: PlacedHand | FreeArm
    far_arm: PlacedHand | FreeArm
    spine: float = 0.0
    neck: float = 0.0
    faces: Faces = "right"


@dataclass(frozen=True, slots=True)
class Arrow:
    """Where a named point of the figure moves: an arrow from it, `by` so many centimetres."""

    at: str
    by: Point


@dataclass(frozen=True, slots=True)
class Inset:
    """A small second view of the feet: both soles from above, both feet from behind, or one foot large.

    For `soles`, `turn` is how far the toes point outward (negative: inward); for `behind`, how far the
    feet roll onto their outer edges (negative: inner). For `foot` it is not used: the pose tells.
    """

    view: Literal["soles", "behind", "foot"]
    turn: float = 0.0


@dataclass(frozen=True, slots=True)
class Prop:
    """Something that stands in the picture, from `x` to `to` at height `y`."""

    kind: Literal["wall", "chair", "bed", "stool", "rail", "pillow", "bike", "machine"]
    x: float
    to: float = 0.0
    y: float = 0.0
    faces: Faces = "right"


@dataclass(frozen=True, slots=True)
class Scene:
    """One panel: the person, perhaps a helper, what moves, a small second view, and props of its own.

    `strap` is a towel between two named points of the figure.
    """

    pose: Pose
    says: str
    helper: Pose | None = None
    arrows: tuple[Arrow, ...] = ()
    inset: Inset | None = None
    strap: tuple[str, str] | None = None
    props: tuple[Prop, ...] = ()


@dataclass(frozen=True, slots=True)
class Drawing:
    """Start and end of an exercise, the props of both, and the muscles that are stretched or worked."""

    start: Scene
    end: Scene
    props: tuple[Prop, ...] = ()
    marked: tuple[Muscle, ...] = ()
