"""The shape of the medicine review."""

from __future__ import annotations

from pydantic import Field, model_validator

from charley.library.shapes import ConditionShape, FigureShape, Shape, Text
from charley.records.medicine_review import NoteKind, Strength


class MedicineUrgentShape(Shape):
    when: ConditionShape
    says: Text
    keep: Text


class MedicineEntryShape(Shape):
    id: Text
    cause: Text
    strength: Strength
    says: Text
    keep: Text
    asks: list[Text] = Field(min_length=1)
    not_before_days: int = Field(default=0, ge=0)
    fits_within_days: int = Field(gt=0)
    tests: list[Text] = Field(default_factory=list)
    for_clinicians: Text
    urgent: MedicineUrgentShape | None = None
    figures: list[FigureShape] = Field(default_factory=list)
    sources: list[Text] = Field(min_length=1)


class MedicineNoteShape(Shape):
    id: Text
    kind: NoteKind
    when: list[Text] = Field(default_factory=list)
    twice: str = ""
    says: Text
    asks: Text
    for_clinicians: Text
    sources: list[Text] = Field(default_factory=list)
    judged: str = ""

    @model_validator(mode="after")
    def _grounded(self) -> MedicineNoteShape:
        if not self.when and not self.twice:
            raise ValueError("a note needs 'when' or 'twice'")
        if not self.sources and not self.judged:
            raise ValueError("name 'sources', or say with 'judged' why there are none")
        return self


class MedicineMatterShape(Shape):
    id: Text
    for_clinicians: Text
    tests: list[Text] = Field(default_factory=list)
    sources: list[Text] = Field(default_factory=list)
    judged: str = ""

    @model_validator(mode="after")
    def _grounded(self) -> MedicineMatterShape:
        if not self.sources and not self.judged:
            raise ValueError("name 'sources', or say with 'judged' why there are none")
        return self


class PlainWordShape(Shape):
    word: Text
    means: list[Text] = Field(min_length=1)


class MedicineReviewFile(Shape):
    medicines: list[MedicineEntryShape] = Field(default_factory=list)
    notes: list[MedicineNoteShape] = Field(default_factory=list)
    matters: list[MedicineMatterShape] = Field(default_factory=list)
    plain_words: list[PlainWordShape] = Field(default_factory=list)
