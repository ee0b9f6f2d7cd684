"""Drawings from their shapes."""

from __future__ import annotations

from collections.abc import Sequence

from charley.library.files import poses as f
from charley.records.poses import (
    Arrow,
    Drawing,
    FreeArm,
    FreeLeg,
    Inset,
    PlacedFoot,
    PlacedHand,
    Pose,
    Prop,
    Scene,
)


def build_drawing(shape: f.DrawingShape) -> Drawing:
    """The drawing as records. That every pose can be taken is held by the tests of the figure."""
    return Drawing(_scene(shape.start), _scene(shape.end), _props(shape.props), tuple(shape.marked))


def _props(shapes: Sequence[f.PropShape]) -> tuple[Prop, ...]:
    return tuple(Prop(p.kind, p.x, p.to, p.y, p.faces) for p in shapes)


def _scene(shape: f.SceneShape) -> Scene:
    return Scene(
        pose=_pose(shape.pose),
        says=shape.says,
        helper=None if shape.helper is None else _pose(shape.helper),
        arrows=tuple(Arrow(arrow.at, arrow.by) for arrow in shape.arrows),
        inset=None if shape.inset is None else Inset(shape.inset.view, shape.inset.turn),
        strap=shape.strap,
        props=_props(shape.props),
    )


def _pose(shape: f.PoseShape) -> Pose:
    return Pose(
        hip=shape.hip,
        trunk=shape.trunk,
        near_leg=_leg(shape.near_leg),
        far_leg=_leg(shape.far_leg),
        near_arm=_arm(shape.near_arm),
        far_arm=_arm(shape.far_arm),
        spine=shape.spine,
        neck=shape.neck,
        faces=shape.faces,
    )


def _leg(shape: f.LegShape) -> PlacedFoot | FreeLeg:
    if isinstance(shape, f.PlacedFootShape):
        return PlacedFoot(shape.x, shape.on, shape.tilt, shape.toes)
    return FreeLeg(shape.hip, shape.knee, shape.ankle, shape.toes)


def _arm(shape: f.ArmShape) -> PlacedHand | FreeArm:
    if isinstance(shape, f.PlacedHandShape):
        return PlacedHand(shape.at, shape.on)
    return FreeArm(shape.shoulder, shape.elbow)
