"""The shape of the learned likeness to sayings: `signs.yaml`, and the weights of words."""

from __future__ import annotations

from pydantic import Field

from charley.library.shapes import Shape, Text


class SignShape(Shape):
    finding: Text
    start: float
    floor: float


class LikenessFile(Shape):
    learned_from: Text
    signs: list[SignShape] = Field(default_factory=list)
    weights: dict[Text, Text] = Field(default_factory=dict)
