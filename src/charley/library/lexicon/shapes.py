"""The shape of a lexicon file: groups of words, spellings, and entries for findings."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from charley.library.shapes import Flag, Shape, Text

Ways = Annotated[list[Text], Field(min_length=1)]


class ValueShape(Shape):
    """A way to say a number: `times` multiplies the captured one, `is` is the number itself."""

    say: Annotated[Ways, BeforeValidator(lambda v: [v] if isinstance(v, str) else v)]
    times: float | None = None
    value: float | None = Field(default=None, alias="is")


class ExamplesShape(Shape):
    match: dict[str, Ways]
    not_match: Ways


class EntryShape(Shape):
    finding: Text
    when: Literal["now", "ever"] = "now"
    within: float | None = Field(default=None, gt=0)
    in_if: Flag | None = None
    in_doubt: Flag = False
    anyone: Flag = False
    yes: list[Text] = Field(default_factory=list)
    said: list[Text] = Field(default_factory=list)
    denied: list[Text] = Field(default_factory=list)
    no: list[Text] = Field(default_factory=list)
    options: dict[str, Ways] = Field(default_factory=dict)
    options_denied: dict[str, Ways] = Field(default_factory=dict)
    dated: list[Text] = Field(default_factory=list)
    values: list[ValueShape] = Field(default_factory=list)
    unless: list[Text] = Field(default_factory=list)
    needs: list[Text] = Field(default_factory=list)
    examples: ExamplesShape


class SoundsShape(Shape):
    """Counts of sentences: how many tell a sign of danger and how many do not, how many tell each sign, and
    for each word in how many of the former and of the latter, and of each sign, it stands."""

    danger: int = Field(gt=0)
    other: int = Field(gt=0)
    told: dict[str, int]
    words: dict[str, tuple[int, int, dict[str, int]]]


class LexiconFile(Shape):
    """Every key may be left out; each file usually holds one part."""

    groups: dict[str, Ways] = Field(default_factory=dict)
    spellings: dict[str, Text] = Field(default_factory=dict)
    misspelt: list[Text] = Field(default_factory=list)
    known: list[Text] = Field(default_factory=list)
    entries: list[EntryShape] = Field(default_factory=list)
    sounds: SoundsShape | None = None
