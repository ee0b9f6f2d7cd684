"""Files and standard input: read with a limit, and every fault on a line of its own."""

from __future__ import annotations

from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from charley.cli.files import open_input, print_faults, read_input
from charley.errors import Fault, InputError
from charley.reading.strict import MOST_BYTES


def test_a_file_is_read_to_one_byte_past_the_limit(tmp_path: Path) -> None:
    file = tmp_path / "large.json"
    file.write_bytes(b"x" * (MOST_BYTES + 1_000))
    assert len(read_input(str(file))) == MOST_BYTES + 1


def test_a_missing_file_and_a_folder_cannot_be_read(tmp_path: Path) -> None:
    for name, why in ((tmp_path / "none.json", "No such file or directory"), (tmp_path, "Is a directory")):
        for read in (read_input, open_input):
            with pytest.raises(InputError) as caught:
                read(str(name))
            assert caught.value.faults == (Fault(str(name), f"cannot be read: {why}"),)


def test_a_dash_is_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(b"{}" + b" " * MOST_BYTES)))
    assert read_input("-") == b"{}" + b" " * (MOST_BYTES - 1)


def test_every_fault_is_a_line_of_its_own(capsys: pytest.CaptureFixture[str]) -> None:
    print_faults(InputError([Fault("age", "is wrong", "Mend it."), Fault("sex", "is wrong too")]))
    out, err = capsys.readouterr()
    assert (out, err) == ("", "charley: age: is wrong. Mend it.\ncharley: sex: is wrong too\n")
