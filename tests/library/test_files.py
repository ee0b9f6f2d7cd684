"""The shape of every knowledge file: its codes, its limits, and the page that explains its keys."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import TypeAdapter, ValidationError

from charley.library import files as f
from charley.library.shapes import Shape
from charley.records.rules import Urgency

PAGE = Path(__file__).parents[2] / "docs" / "knowledge.md"
CODE: TypeAdapter[str] = TypeAdapter(f.IcdCode)
PREFIX: TypeAdapter[str] = TypeAdapter(f.IcdPrefix)


def every_shape(base: type[Shape] = Shape) -> Iterator[type[Shape]]:
    for shape in base.__subclasses__():
        yield shape
        yield from every_shape(shape)


@pytest.mark.parametrize("shape", sorted(set(every_shape()), key=lambda shape: shape.__name__))
def test_every_shape_refuses_unknown_keys_and_endless_numbers_and_stays_as_it_was_read(
    shape: type[Shape],
) -> None:
    assert shape.model_config["extra"] == "forbid"
    assert shape.model_config["allow_inf_nan"] is False
    assert shape.model_config["frozen"] is True


@pytest.mark.parametrize(
    "code", ["G47.62", "R25.2", "I82", "M79.604", "T46.6X5A", "Z3A.20", "O22.30", "C4A.9"]
)
def test_a_code_of_icd_10_cm(code: str) -> None:
    assert CODE.validate_python(code) == code
    assert PREFIX.validate_python(code) == code


@pytest.mark.parametrize(
    "code",
    [
        "",
        "cramp",
        "G4",
        "g47.62",
        "G47.",
        "G47.62345",
        "G47,62",
        "G47.6-",
        "47.62",
        "GG7.6",
        "G47.62\nR25.2",
        "Ｇ47",
    ],
)
def test_no_code_of_icd_10_cm(code: str) -> None:
    with pytest.raises(ValidationError):
        CODE.validate_python(code)


@pytest.mark.parametrize("prefix", ["C0", "I2", "E11", "E11.4"])
def test_the_code_of_an_illness_may_be_a_beginning(prefix: str) -> None:
    assert PREFIX.validate_python(prefix) == prefix


@pytest.mark.parametrize("prefix", ["", "C", "c0", "C0.1", "0C", "C0 1"])
def test_no_beginning_of_a_code(prefix: str) -> None:
    with pytest.raises(ValidationError):
        PREFIX.validate_python(prefix)


@pytest.mark.parametrize("side", ["at_least", "at_most", "above", "below"])
def test_a_limit_has_one_side(side: str) -> None:
    assert f.LabLimitShape.model_validate({side: "2.5"}).limit() == (side, 2.5)


@pytest.mark.parametrize("sides", [{}, {"at_least": "1", "below": "2"}, {"above": "0", "below": "0"}])
def test_a_limit_with_no_side_or_two_is_none(sides: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="exactly one of"):
        f.LabLimitShape.model_validate(sides).limit()


def test_the_limit_zero_counts_as_a_limit() -> None:
    assert f.LabLimitShape.model_validate({"above": "0"}).limit() == ("above", 0.0)


@pytest.mark.parametrize("factor", ["0", "-1"])
@pytest.mark.parametrize("form", ["plain", "with offset"])
def test_a_factor_is_above_nothing(form: str, factor: str) -> None:
    written = factor if form == "plain" else {"factor": factor, "offset": "2"}
    with pytest.raises(ValidationError):
        TypeAdapter(f.Factor | f.ConversionShape).validate_python(written)


def test_the_levels_of_files_are_the_levels_of_urgency() -> None:
    assert set(TypeAdapter(f.Level).json_schema()["enum"]) == {level.word for level in Urgency}


@pytest.mark.parametrize(
    "shape",
    [
        f.CauseFile,
        f.FindingShape,
        f.RedFlagShape,
        f.TestFile,
        f.MedicineShape,
        f.MedicineClassShape,
        f.IllnessShape,
    ],
)
def test_the_page_for_authors_names_every_key(shape: type[Shape]) -> None:
    page = PAGE.read_text(encoding="utf-8")
    keys = [field.alias or name for name, field in shape.model_fields.items()]
    assert [key for key in keys if f"`{key}`" not in page] == []
