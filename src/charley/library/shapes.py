"""The shapes an author writes: numbers, conditions, and the scalars they are made of."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    StringConstraints,
    Tag,
    model_validator,
)


class Shape(BaseModel):
    """Base of every shape: unknown keys and endless numbers are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False)


def _flag(value: Any) -> Any:
    if isinstance(value, str) and value in ("true", "false"):
        return value == "true"
    raise ValueError("must be true or false")


Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Flag = Annotated[bool, BeforeValidator(_flag)]
Shown = Annotated[str, BeforeValidator(lambda v: " to ".join(v) if isinstance(v, list) else v)]
OneOrMore = Annotated[
    list[Text], Field(min_length=1), BeforeValidator(lambda v: [v] if isinstance(v, str) else v)
]


def _in_order(value: tuple[float, float]) -> tuple[float, float]:
    if value[0] > value[1]:
        raise ValueError(f"the first must not pass the second: [{value[0]:g}, {value[1]:g}]")
    return value


Span = Annotated[tuple[float, float], AfterValidator(_in_order)]


class NumberShape(Shape):
    """A Number as written inline. Its kind says what else must stand beside it."""

    value: float
    range: tuple[float, float]
    kind: Literal["stated", "derived", "judged"]
    unit: str = ""
    source: str = ""
    where: str = ""
    how: str = ""
    why: str = ""

    @model_validator(mode="after")
    def _complete(self) -> NumberShape:
        low, high = self.range
        if not low <= self.value <= high:
            raise ValueError(f"the value {self.value:g} lies outside its own range [{low:g}, {high:g}]")
        if self.kind != "judged" and not (self.source and self.where):
            raise ValueError(f"a {self.kind} number needs 'source' and 'where' (its place in the source)")
        if self.kind == "derived" and not self.how:
            raise ValueError("a derived number needs 'how' it was computed")
        if self.kind == "judged" and not self.why:
            raise ValueError("a judged number needs 'why', in one clear sentence")
        return self


def _word_or_number(value: Any) -> str:
    return "number" if isinstance(value, dict) else "word"


class FigureShape(Shape):
    """A published figure for display: our own sentence, or a measure with its value."""

    text: str = ""
    measure: str = ""
    value: Shown = ""
    ci95: list[str] = Field(default_factory=list)
    population: str = ""
    note: str = ""
    source: Text

    @model_validator(mode="after")
    def _says_something(self) -> FigureShape:
        if not self.text and not (self.measure and self.value):
            raise ValueError("a figure needs 'text', or 'measure' and 'value'")
        return self


Chance = Annotated[
    Annotated[Text, Tag("word")] | Annotated[NumberShape, Tag("number")],
    Discriminator(_word_or_number),
]


class FindingTest(Shape):
    """A condition on one finding; without a test it means "answered yes"."""

    finding: Text
    is_: OneOrMore | None = Field(default=None, alias="is")
    has: OneOrMore | None = None
    at_least: float | None = None
    at_most: float | None = None
    above: float | None = None
    below: float | None = None
    within_days: float | None = None

    def tests(self) -> dict[str, Any]:
        """The tests given, by name: at most one is allowed."""
        names = ("is_", "has", "at_least", "at_most", "above", "below", "within_days")
        return {name: getattr(self, name) for name in names if getattr(self, name) is not None}

    @model_validator(mode="after")
    def _one_test(self) -> FindingTest:
        if len(self.tests()) > 1:
            raise ValueError("a condition on a finding takes one test; put two of them under 'all'")
        return self


class LabTest(Shape):
    lab: Text
    unit: Text
    at_least: float | None = None
    at_most: float | None = None
    above: float | None = None
    below: float | None = None

    @model_validator(mode="after")
    def _one_test(self) -> LabTest:
        given = [x for x in (self.at_least, self.at_most, self.above, self.below) if x is not None]
        if len(given) != 1:
            raise ValueError("a laboratory condition takes exactly one of at_least, at_most, above, below")
        return self


class ScoreTest(Shape):
    score: Text
    at_least: float


class AllTest(Shape):
    all: list[ConditionShape] = Field(min_length=1)


class AnyTest(Shape):
    any: list[ConditionShape] = Field(min_length=1)


class NotTest(Shape):
    not_: ConditionShape = Field(alias="not")


class CountTest(Shape):
    at_least: int = Field(ge=1)
    of: list[ConditionShape] = Field(min_length=1)

    @model_validator(mode="after")
    def _reachable(self) -> CountTest:
        if self.at_least > len(self.of):
            raise ValueError(f"at_least {self.at_least} can never hold: only {len(self.of)} parts")
        return self


def _form(value: Any) -> str | None:
    if isinstance(value, str):
        return "told"
    if isinstance(value, dict):
        for key in ("all", "any", "not", "of", "score", "lab", "finding"):
            if key in value:
                return key
    return None


ConditionShape = Annotated[
    Annotated[Text, Tag("told")]
    | Annotated[AllTest, Tag("all")]
    | Annotated[AnyTest, Tag("any")]
    | Annotated[NotTest, Tag("not")]
    | Annotated[CountTest, Tag("of")]
    | Annotated[ScoreTest, Tag("score")]
    | Annotated[LabTest, Tag("lab")]
    | Annotated[FindingTest, Tag("finding")],
    Discriminator(
        _form,
        custom_error_type="condition",
        custom_error_message="a condition is a finding id, or has one of the keys "
        "all, any, not, at_least with of, score, lab, finding",
    ),
]

for _shape in (AllTest, AnyTest, NotTest, CountTest):
    _shape.model_rebuild()
