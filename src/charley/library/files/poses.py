"""The shape of a drawing: poses, props and marks."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Discriminator, Field, Tag, model_validator

from charley.library.shapes import Shape, Text
from charley.records.poses import Faces, Muscle

PointShape = tuple[float, float]


class PlacedFootShape(Shape):
    x: float
    on: float = 0.0
    tilt: float = 0.0
    toes: float = 0.0


class FreeLegShape(Shape):
    hip: float
    knee: float
    ankle: float = 0.0
    toes: float = 0.0


class PlacedHandShape(Shape):
    at: PointShape | None = None
    on: str = ""

    @model_validator(mode="after")
    def _one_place(self) -> PlacedHandShape:
        if (self.at is None) == (not self.on):
            raise ValueError("a hand has exactly one of 'at' and 'on'")
        return self


class FreeArmShape(Shape):
    shoulder: float
    elbow: float


def _leg(value: Any) -> str:
    return "placed" if isinstance(value, dict) and "x" in value else "free"


def _arm(value: Any) -> str:
    return "placed" if isinstance(value, dict) and ("at" in value or "on" in value) else "free"


LegShape = Annotated[
    Annotated[PlacedFootShape, Tag("placed")] | Annotated[FreeLegShape, Tag("free")], Discriminator(_leg)
]
ArmShape = Annotated[
    Annotated[PlacedHandShape, Tag("placed")] | Annotated[FreeArmShape, Tag("free")], Discriminator(_arm)
]


class PoseShape(Shape):
    hip: PointShape
    trunk: float
    spine: float = 0.0
    neck: float = 0.0
    faces: Faces = "right"
    near_leg: LegShape
    far_leg: LegShape
    near_arm: ArmShape
    far_arm: ArmShape


class ArrowShape(Shape):
    at: Text
    by: PointShape


class InsetShape(Shape):
    view: Literal["soles", "behind", "foot"]
    turn: float = 0.0


class PropShape(Shape):
    kind: Literal["wall", "chair", "bed", "stool", "rail", "pillow", "bike", "machine"]
    x: float
    to: float = 0.0
    y: float = 0.0
    faces: Faces = "right"


class SceneShape(Shape):
    says: Text
    pose: PoseShape
    helper: PoseShape | None = None
    arrows: list[ArrowShape] = Field(default_factory=list)
    inset: InsetShape | None = None
    strap: tuple[str, str] | None = None
    props: list[PropShape] = Field(default_factory=list)


class DrawingShape(Shape):
    start: SceneShape
    end: SceneShape
    props: list[PropShape] = Field(default_factory=list)
    marked: list[Muscle] = Field(default_factory=list)
