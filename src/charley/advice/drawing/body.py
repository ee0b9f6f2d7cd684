"""From a pose to the points and joint angles of a body whose limbs never change their length."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import acos, atan2, cos, degrees, hypot, radians, sin

from charley.records.poses import FreeArm, FreeLeg, PlacedFoot, PlacedHand, Point, Pose

LENGTHS = {
    "thigh": 43.0,
    "shank": 42.0,
    "lower_trunk": 25.0,
    "upper_trunk": 25.0,
    "neck": 20.0,
    "upper_arm": 29.0,
    "forearm": 33.0,
    "toes": 6.0,
}
"""Centimetres. `neck` reaches to the middle of the head, `forearm` to the middle of the hand."""

HEEL_BACK, BALL_FORWARD, SOLE_BELOW = 6.0, 13.0, 7.0
"""The foot as a rigid triangle: how far the heel and the ball lie behind, before and below the ankle."""

LIMITS: dict[str, tuple[float, float]] = {
    "hip": (-25.0, 135.0),
    "knee": (0.0, 150.0),
    "ankle": (-50.0, 35.0),
    "toes": (-50.0, 75.0),
    "shoulder": (-60.0, 180.0),
    "elbow": (0.0, 150.0),
    "spine": (-20.0, 60.0),
    "neck": (-50.0, 60.0),
}
"""How far the joints of an adult bend, in degrees; a pose beyond them is drawn wrong."""

Joints = Mapping[str, float]


class UnreachableError(ValueError):
    """A hand or foot is placed farther away than the limb is long."""


@dataclass(frozen=True, slots=True)
class Body:
    """Named points (cm) and joint angles (degrees): `near_knee`, `far_hand`, `hip`, `head` ..."""

    points: Mapping[str, Point]
    joints: Joints
    faces_left: bool


def solve(pose: Pose) -> Body:
    """The body in this pose. Raises UnreachableError when a hand or foot cannot be where it is told to be."""
    left = pose.faces == "left"
    points: dict[str, Point] = {"hip": _mirror(pose.hip) if left else pose.hip}
    joints: dict[str, float] = {"spine": pose.spine, "neck": pose.neck}
    _trunk(pose, points)
    for side, leg in (("near", pose.near_leg), ("far", pose.far_leg)):
        _leg(side, leg, pose.trunk, left, points, joints)
    for side, arm in (("near", pose.near_arm), ("far", pose.far_arm)):
        _arm(side, arm, pose.trunk + pose.spine, left, points, joints)
    if left:
        points = {name: _mirror(point) for name, point in points.items()}
    return Body(points, joints, left)


def _mirror(point: Point) -> Point:
    return (-point[0], point[1])


def step(start: Point, angle: float, length: float) -> Point:
    """A point `length` away: angle 0 is down, 90 forward, 180 up."""
    return (start[0] + length * sin(radians(angle)), start[1] - length * cos(radians(angle)))


def normal(angle: float) -> float:
    """The same angle between -180 (left out) and 180."""
    return 180.0 - (180.0 - angle) % 360.0


def _trunk(pose: Pose, points: dict[str, Point]) -> None:
    up = 180.0 - pose.trunk
    points["waist"] = step(points["hip"], up, LENGTHS["lower_trunk"])
    points["shoulder"] = step(points["waist"], up - pose.spine, LENGTHS["upper_trunk"])
    points["head"] = step(points["shoulder"], up - pose.spine - pose.neck, LENGTHS["neck"])


def _leg(
    side: str,
    leg: PlacedFoot | FreeLeg,
    trunk: float,
    left: bool,
    points: dict[str, Point],
    joints: dict[str, float],
) -> None:
    hip = points["hip"]
    if isinstance(leg, FreeLeg):
        thigh = leg.hip - trunk
        shank = thigh - leg.knee
        foot = shank + 90.0 + leg.ankle
    else:
        foot = 90.0 + leg.tilt
        ankle = (-leg.x if left else leg.x, leg.on + _ankle_height(foot))
        thigh, shank = _two_links(
            hip, ankle, LENGTHS["thigh"], LENGTHS["shank"], bends=-1, what=f"{side} foot"
        )
    knee = step(hip, thigh, LENGTHS["thigh"])
    ankle = step(knee, shank, LENGTHS["shank"])
    points[f"{side}_knee"], points[f"{side}_ankle"] = knee, ankle
    _foot(side, ankle, foot, leg.toes, points)
    joints[f"{side}_hip"] = normal(thigh + trunk)
    joints[f"{side}_knee"] = normal(thigh - shank)
    joints[f"{side}_ankle"] = normal(foot - shank - 90.0)
    joints[f"{side}_toes"] = leg.toes


def _foot(side: str, ankle: Point, foot: float, toes: float, points: dict[str, Point]) -> None:
    sole = step(ankle, foot - 90.0, SOLE_BELOW)
    points[f"{side}_heel"] = step(sole, foot, -HEEL_BACK)
    points[f"{side}_ball"] = step(sole, foot, BALL_FORWARD)
    points[f"{side}_toes"] = step(points[f"{side}_ball"], foot + toes, LENGTHS["toes"])


def _ankle_height(foot: float) -> float:
    """How high the ankle is above the lowest point of heel and ball, for a foot in this direction."""
    points: dict[str, Point] = {}
    _foot("a", (0.0, 0.0), foot, 0.0, points)
    return -min(points["a_heel"][1], points["a_ball"][1])


def _arm(
    side: str,
    arm: PlacedHand | FreeArm,
    trunk: float,
    left: bool,
    points: dict[str, Point],
    joints: dict[str, float],
) -> None:
    shoulder = points["shoulder"]
    if isinstance(arm, FreeArm):
        upper = arm.shoulder - trunk
        fore = upper + arm.elbow
    else:
        hand = _place_of(arm, left, points)
        upper, fore = _two_links(
            shoulder, hand, LENGTHS["upper_arm"], LENGTHS["forearm"], bends=1, what=f"{side} hand"
        )
    elbow = step(shoulder, upper, LENGTHS["upper_arm"])
    points[f"{side}_elbow"] = elbow
    points[f"{side}_hand"] = step(elbow, fore, LENGTHS["forearm"])
    joints[f"{side}_shoulder"] = normal(upper + trunk)
    joints[f"{side}_elbow"] = normal(fore - upper)


def _place_of(hand: PlacedHand, left: bool, points: Mapping[str, Point]) -> Point:
    if hand.at is not None:
        return _mirror(hand.at) if left else hand.at
    if hand.on not in points:
        raise UnreachableError(f"there is no point '{hand.on}' to put a hand on")
    return points[hand.on]


def _two_links(
    start: Point, end: Point, first: float, second: float, *, bends: int, what: str
) -> tuple[float, float]:
    """The directions of two links that join two points. The second turns forward (1) or backward (-1)."""
    dx, dy = end[0] - start[0], end[1] - start[1]
    distance = hypot(dx, dy)
    if not abs(first - second) <= distance <= first + second:
        raise UnreachableError(
            f"the {what} is {distance:.1f} cm away; the limb reaches {first + second:g} cm"
        )
    straight = degrees(atan2(dx, -dy))
    at_start = degrees(acos(_cosine(first, distance, second)))
    at_end = degrees(acos(_cosine(second, distance, first)))
    return straight - bends * at_start, straight + bends * at_end


def _cosine(beside: float, base: float, opposite: float) -> float:
    """The cosine of the angle between two sides of a triangle."""
    return max(-1.0, min(1.0, (beside**2 + base**2 - opposite**2) / (2 * beside * base)))
