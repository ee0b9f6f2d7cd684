"""The reader of SAS transport files, against ReadStat's writing and the numbers of TS-140."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from charley.errors import InputError
from charley.population.transport import ibm_numbers, read_transport


def _read(text: str) -> float:
    return float(ibm_numbers(np.frombuffer(bytes.fromhex(text), np.uint8).reshape(1, -1))[0])


@pytest.mark.parametrize(
    ("text", "value"),
    [
        pytest.param("4110000000000000", 1.0, id="one"),
        pytest.param("C110000000000000", -1.0, id="minus one"),
        pytest.param("42 76 A0 00 00 00 00 00", 118.625, id="IBM's own example"),
        pytest.param("C276A00000000000", -118.625, id="the same below zero"),
        pytest.param("0000000000000000", 0.0, id="zero"),
        pytest.param("401999999999999A", 0.1, id="a tenth, rounded"),
        pytest.param("44270F", 9999.0, id="cut to three bytes"),
        pytest.param("4110", 1.0, id="cut to two bytes"),
    ],
)
def test_ibm_numbers_of_the_standard(text: str, value: float) -> None:
    assert _read(text) == value


@pytest.mark.parametrize("first", ["2E", "5F", "41", "5A"])
def test_every_kind_of_missing_is_no_number(first: str) -> None:
    assert np.isnan(_read(first + "00" * 7))


@given(st.floats(-1e60, 1e60).filter(lambda value: value == 0 or abs(value) > 1e-60))
def test_what_is_written_in_base_16_is_read_back(value: float) -> None:
    exponent, rest = 64, abs(value)
    while rest >= 1:
        rest, exponent = rest / 16, exponent + 1
    while 0 < rest < 1 / 16:
        rest, exponent = rest * 16, exponent - 1
    bits = (value < 0) << 63 | (exponent if value else 0) << 56 | int(rest * 2**56)
    assert _read(f"{bits:016X}") == value


def test_a_table_by_another_program_is_read_whole(cdc: Path) -> None:
    table = read_transport(cdc / "RXQ_RX_D.XPT")
    assert list(table) == ["SEQN", "RXDUSE", "RXDDRUG"]
    assert {len(column) for column in table.values()} == {len(table["SEQN"])}
    assert "HYDROCHLOROTHIAZIDE; LISINOPRIL" in table["RXDDRUG"]
    assert "" in table["RXDDRUG"], "an empty name keeps its row"


def _cut(raw: bytes) -> bytes:
    return raw[:-80] + raw[-40:]


@pytest.mark.parametrize(
    ("change", "says"),
    [
        pytest.param(lambda raw: b"SEQN,SLQ160\n1,0\n", "is no SAS transport file", id="a CSV file"),
        pytest.param(lambda raw: b"", "is no SAS transport file", id="an empty file"),
        pytest.param(
            lambda raw: raw.replace(b"LIBRARY HEADER", b"LIBV8   HEADER", 1), "version 8", id="version 8"
        ),
        pytest.param(lambda raw: raw[:240], "holds no table", id="only the head"),
        pytest.param(lambda raw: raw[:700], "cut short", id="cut in the list of variables"),
        pytest.param(_cut, "its last row is not whole", id="cut in the rows"),
        pytest.param(lambda raw: raw + raw[240:], "more than one table", id="two tables"),
        pytest.param(lambda raw: raw.replace(b"0140  ", b"0136  ", 1), "140 bytes", id="from a VAX"),
        pytest.param(
            lambda raw: raw[:640] + b"\0\7" + raw[642:], "a kind unknown here", id="a variable of kind 7"
        ),
    ],
)
def test_refused(cdc: Path, tmp_path: Path, change: Callable[[bytes], bytes], says: str) -> None:
    file = tmp_path / "SLQ_D.XPT"
    file.write_bytes(change((cdc / "SLQ_D.XPT").read_bytes()))
    with pytest.raises(InputError, match=says) as caught:
        read_transport(file)
    assert str(caught.value).startswith("SLQ_D.XPT: ")


def test_a_file_that_is_not_there_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"SLQ_D.XPT: cannot be read"):
        read_transport(tmp_path / "SLQ_D.XPT")
