"""The figure: limbs keep their length, joints bend the right way, feet stand where the pose says."""

from __future__ import annotations

from collections.abc import Iterator
from math import hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charley.advice.drawing.body import (
    BALL_FORWARD,
    HEEL_BACK,
    LENGTHS,
    LIMITS,
    SOLE_BELOW,
    Body,
    UnreachableError,
    solve,
)
from charley.advice.exercises import exercises
from charley.records.poses import Faces, FreeArm, FreeLeg, PlacedFoot, PlacedHand, Pose

ARM, LEG = FreeArm(0, 0), FreeLeg(0, 0)
LINKS = [
    ("hip", "waist", "lower_trunk"),
    ("waist", "shoulder", "upper_trunk"),
    ("shoulder", "head", "neck"),
    *[
        (f"{side}_{a}" if a not in ("hip", "shoulder") else a, f"{side}_{b}", length)
        for side in ("near", "far")
        for a, b, length in (
            ("hip", "knee", "thigh"),
            ("knee", "ankle", "shank"),
            ("ball", "toes", "toes"),
            ("shoulder", "elbow", "upper_arm"),
            ("elbow", "hand", "forearm"),
        )
    ],
]


def poses() -> Iterator[tuple[str, Pose]]:
    for exercise in exercises().values():
        for name in ("start", "end"):
            scene = getattr(exercise.drawing, name)
            yield f"{exercise.id}:{name}", scene.pose
            if scene.helper is not None:
                yield f"{exercise.id}:{name}:helper", scene.helper


ALL = dict(poses())


def distance(body: Body, a: str, b: str) -> float:
    (ax, ay), (bx, by) = body.points[a], body.points[b]
    return hypot(ax - bx, ay - by)


def assert_whole(body: Body) -> None:
    for a, b, length in LINKS:
        assert distance(body, a, b) == pytest.approx(LENGTHS[length]), (a, b)
    for side in ("near", "far"):
        assert distance(body, f"{side}_heel", f"{side}_ball") == pytest.approx(HEEL_BACK + BALL_FORWARD)
        assert distance(body, f"{side}_ankle", f"{side}_heel") == pytest.approx(hypot(HEEL_BACK, SOLE_BELOW))


def test_every_exercise_has_a_start_and_another_end() -> None:
    for exercise in exercises().values():
        assert exercise.drawing.start.pose != exercise.drawing.end.pose, exercise.id


@pytest.mark.parametrize("name", ALL)
def test_limbs_keep_their_length_and_no_joint_bends_the_wrong_way(name: str) -> None:
    body = solve(ALL[name])
    assert_whole(body)
    for joint, angle in body.joints.items():
        low, high = LIMITS[joint.rpartition("_")[2]]
        assert low - 0.5 <= angle <= high + 0.5, (joint, angle)


@pytest.mark.parametrize("name", ALL)
def test_placed_feet_touch_what_they_stand_on_and_nothing_is_below_the_floor(name: str) -> None:
    pose = ALL[name]
    body = solve(pose)
    for side, leg in (("near", pose.near_leg), ("far", pose.far_leg)):
        if isinstance(leg, PlacedFoot):
            heights = [body.points[f"{side}_{part}"][1] for part in ("heel", "ball")]
            assert min(heights) == pytest.approx(leg.on)
            assert body.points[f"{side}_ankle"][0] == pytest.approx(leg.x)
            if leg.tilt == 0:
                assert heights[0] == pytest.approx(heights[1])
    assert min(y for _, y in body.points.values()) > -5


@pytest.mark.parametrize("name", ALL)
def test_placed_hands_are_where_they_are_told_to_be(name: str) -> None:
    pose = ALL[name]
    body = solve(pose)
    for side, arm in (("near", pose.near_arm), ("far", pose.far_arm)):
        if isinstance(arm, PlacedHand):
            wanted = arm.at or body.points[arm.on]
            assert body.points[f"{side}_hand"] == pytest.approx(wanted)


def bent(knee: float, faces: Faces = "right") -> Body:
    return solve(Pose((0, 92), 0, FreeLeg(0, knee), LEG, ARM, ARM, faces=faces))


@given(
    st.floats(-90, 90), st.floats(-20, 60), st.floats(-25, 135), st.floats(0, 150), st.floats(-60, 180),
    st.floats(0, 150), st.sampled_from(["right", "left"]),
)  # fmt: skip
def test_a_body_of_any_angles_is_whole_and_gives_its_angles_back(
    trunk: float, spine: float, hip: float, knee: float, shoulder: float, elbow: float, faces: Faces
) -> None:
    arm = FreeArm(shoulder, elbow)
    body = solve(Pose((3, 60), trunk, FreeLeg(hip, knee, 7, 9), LEG, arm, arm, spine=spine, faces=faces))
    assert_whole(body)
    assert body.joints["near_hip"] == pytest.approx(hip)
    assert body.joints["near_knee"] == pytest.approx(knee)
    assert body.joints["near_ankle"] == pytest.approx(7)
    assert body.joints["near_shoulder"] == pytest.approx(shoulder)
    assert body.joints["near_elbow"] == pytest.approx(elbow)


@given(st.floats(-40, 40), st.floats(5, 40))
def test_a_placed_foot_bends_the_knee_forward(x: float, low: float) -> None:
    body = solve(Pose((0, 85 - low), 0, PlacedFoot(x), LEG, ARM, ARM))
    assert_whole(body)
    assert body.joints["near_knee"] >= 0


def test_standing_upright() -> None:
    body = solve(Pose((0, 92), 0, LEG, LEG, ARM, ARM))
    assert body.points["shoulder"] == pytest.approx((0, 142))
    assert body.points["near_ankle"] == pytest.approx((0, 7))
    assert body.points["near_ball"] == pytest.approx((13, 0))


def test_the_knee_bends_backward_and_a_mirrored_figure_the_other_way() -> None:
    assert bent(90).points["near_ankle"][0] < -30
    assert bent(90, "left").points["near_ankle"][0] > 30


def test_what_is_out_of_reach_is_refused() -> None:
    with pytest.raises(UnreachableError, match="near hand"):
        solve(Pose((0, 92), 0, LEG, LEG, PlacedHand((100, 100)), ARM))
    with pytest.raises(UnreachableError, match="near foot"):
        solve(Pose((0, 200), 0, PlacedFoot(0), LEG, ARM, ARM))
    with pytest.raises(UnreachableError, match="no point 'wing'"):
        solve(Pose((0, 92), 0, LEG, LEG, PlacedHand(on="wing"), ARM))


# What each picture must show


def knee(name: str) -> float:
    return solve(ALL[name]).joints["near_knee"]


def ankle(name: str) -> float:
    return solve(ALL[name]).joints["near_ankle"]


@pytest.mark.parametrize(
    "name", ["calf_stretch_wall", "calf_stretch_chair", "calf_hamstring_seated", "strap_pull_in_bed",
             "pull_toes", "dialysis_calf_stretch", "foot_against_board"],
)  # fmt: skip
def test_a_calf_stretch_ends_with_a_straight_knee_and_the_foot_drawn_up(name: str) -> None:
    assert knee(f"{name}:end") < 15
    assert ankle(f"{name}:end") > ankle(f"{name}:start")
    assert ankle(f"{name}:end") > -1


@pytest.mark.parametrize("name", ["calf_stretch_wall", "calf_stretch_chair", "wall_lean", "heel_press"])
def test_the_heel_of_a_standing_stretch_stays_down(name: str) -> None:
    body = solve(ALL[f"{name}:end"])
    assert body.points["near_heel"][1] == pytest.approx(0)
    assert ankle(f"{name}:end") > 5


def test_standing_on_the_cramped_leg_bends_the_knee_over_a_flat_foot() -> None:
    body = solve(ALL["stand_heel_flat:end"])
    assert body.points["near_heel"][1] == pytest.approx(0)
    assert 20 < body.joints["near_knee"] < 70
    assert body.points["far_heel"][1] > 2


def test_rising_on_the_toes_lifts_the_heels() -> None:
    body = solve(ALL["rise_on_toes:end"])
    assert body.points["near_heel"][1] > 8
    assert body.points["near_ball"][1] == pytest.approx(0)


def test_a_back_of_thigh_stretch_bends_the_hip_over_a_straight_knee() -> None:
    for name in ("hamstring_stretch_standing", "back_thigh_stretch", "calf_hamstring_seated"):
        end, start = solve(ALL[f"{name}:end"]).joints, solve(ALL[f"{name}:start"]).joints
        assert end["near_knee"] < 15
        bends_more = end["near_hip"] > start["near_hip"] + 5
        assert bends_more or start["near_knee"] > 45  # a knee that is bent at first lets the hip bend


def test_a_front_of_thigh_stretch_bends_the_knee_over_a_straight_hip() -> None:
    for name in ("front_thigh_stretch", "front_thigh_lying"):
        joints = solve(ALL[f"{name}:end"]).joints
        assert joints["near_knee"] > 100
        assert joints["near_hip"] < 5


def test_toes_curl_down_or_are_bent_up() -> None:
    assert solve(ALL["toe_curl:end"]).joints["near_toes"] < -30
    assert solve(ALL["toes_up_by_hand:end"]).joints["near_toes"] > 30
    assert solve(ALL["toes_up_by_hand:start"]).joints["near_toes"] < -30
