"""Reading a survey folder: both forms give the same survey; wrong folders are refused with the reason."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from charley.errors import InputError
from charley.population.folder import NEEDED, RawSurvey, read_folder

MakeUp = Callable[[int], RawSurvey]
Write = Callable[[RawSurvey], Path]


def _same(left: RawSurvey, right: RawSurvey) -> None:
    assert left.cycle == right.cycle == "2005-2006"
    assert left.medicines == right.medicines
    for name in (name for names in NEEDED.values() for name in names):
        np.testing.assert_array_equal(left.columns[name], right.columns[name], err_msg=name)


def test_transport_files_in_any_order_of_people_give_the_survey(cdc: Path, made_up: MakeUp) -> None:
    _same(read_folder(cdc), made_up(150))


def test_parquet_files_give_the_survey(parquet: Write, made_up: MakeUp) -> None:
    _same(read_folder(parquet(made_up(150))), made_up(150))


def test_small_letters_in_names_of_files_are_read(cdc: Path, tmp_path: Path, made_up: MakeUp) -> None:
    for file in cdc.iterdir():
        shutil.copy(file, tmp_path / file.name.lower())
    _same(read_folder(tmp_path), made_up(150))


def test_people_who_did_not_say_what_they_take_are_unknown(parquet: Write, made_up: MakeUp) -> None:
    raw = made_up(60)
    use = np.where(raw.columns["SEQN"] == 1003, 9.0, raw.columns["RXDUSE"])
    folder = parquet(replace(raw, columns={**raw.columns, "RXDUSE": use}))
    assert read_folder(folder).medicines_unknown == {1003.0}


def _refusal(folder: Path) -> str:
    with pytest.raises(InputError) as caught:
        read_folder(folder)
    return str(caught.value)


def test_no_folder_is_refused(tmp_path: Path) -> None:
    assert "is no folder" in _refusal(tmp_path / "nothing")


def test_a_folder_of_other_things_is_refused_and_told_what_it_needs(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("hello")
    refusal = _refusal(tmp_path)
    assert "holds no survey" in refusal and "leg_cramps_adults_*.parquet" in refusal and "XPT" in refusal


def test_every_transport_file_that_is_missing_is_named(cdc: Path, tmp_path: Path) -> None:
    for name in ("DEMO_D.XPT", "SLQ_D.XPT"):
        shutil.copy(cdc / name, tmp_path)
    refusal = _refusal(tmp_path)
    assert all(f"{name}_D.XPT" in refusal for name in (*NEEDED, "RXQ_RX") if name not in ("DEMO", "SLQ"))


def test_two_cycles_in_one_folder_are_refused(cdc: Path, tmp_path: Path) -> None:
    shutil.copytree(cdc, tmp_path, dirs_exist_ok=True)
    shutil.copy(cdc / "DEMO_D.XPT", tmp_path / "DEMO_E.XPT")
    assert "needs one DEMO_*.XPT, not 2" in _refusal(tmp_path)


def test_a_transport_file_under_a_wrong_name_is_refused(cdc: Path, tmp_path: Path) -> None:
    shutil.copytree(cdc, tmp_path, dirs_exist_ok=True)
    shutil.copy(cdc / "BMX_D.XPT", tmp_path / "SLQ_D.XPT")
    assert "SLQ_D.XPT: lacks SLQ160" in _refusal(tmp_path)


def test_parquet_without_the_prescriptions_is_refused(parquet: Write, made_up: MakeUp) -> None:
    folder = parquet(made_up(60))
    (folder / "prescriptions_adults_2005_2006.parquet").unlink()
    assert "needs one prescriptions_adults_*.parquet, not 0" in _refusal(folder)


def test_a_parquet_file_that_is_none_is_refused(parquet: Write, made_up: MakeUp) -> None:
    folder = parquet(made_up(60))
    (folder / "prescriptions_adults_2005_2006.parquet").write_bytes(b"no parquet")
    assert "cannot be read" in _refusal(folder)


def test_a_parquet_file_without_the_cramps_is_refused(parquet: Write, made_up: MakeUp) -> None:
    raw = made_up(60)
    columns = {name: column for name, column in raw.columns.items() if name != "SLQ160"}
    assert "lacks SLQ160" in _refusal(parquet(replace(raw, columns=columns)))


@pytest.mark.parametrize(
    ("name", "change", "says"),
    [
        pytest.param("SDDSRVYR", lambda x: x + 2, "is not one cycle", id="a cycle that did not ask"),
        pytest.param(
            "SDDSRVYR", lambda x: np.where(np.arange(len(x)) < 9, 5, x), "is not one cycle", id="two cycles"
        ),
        pytest.param("SDMVPSU", lambda x: x * 0 + 1, "one cluster only in stratum 44", id="a lonely cluster"),
        pytest.param("WTINT2YR", lambda x: -x, "weights below 0", id="negative weights"),
        pytest.param("WTMEC2YR", lambda x: x * np.nan, "without WTMEC2YR", id="no weights"),
        pytest.param("SEQN", lambda x: x * 0 + 1001, "a person twice", id="the same person"),
    ],
)
def test_a_broken_design_is_refused(
    parquet: Write, made_up: MakeUp, name: str, change: Callable[..., np.ndarray], says: str
) -> None:
    raw = made_up(60)
    columns = {**raw.columns, name: change(raw.columns[name])}
    assert says in _refusal(parquet(replace(raw, columns=columns)))
