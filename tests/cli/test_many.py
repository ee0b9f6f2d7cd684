"""`charley assess --ndjson --jobs N`: the same bytes whatever the number, and a clean end however it ends."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

import charley
from charley.cli import main
from charley.cli.many import OFTEN, Progress
from charley.many.feed import FEW

TODAY = ("--today", "2026-11-21")
SOURCE = str(Path(charley.__file__).parents[1])
ENVIRONMENT = os.environ | {"PYTHONPATH": SOURCE}
NDJSON = (sys.executable, "-m", "charley", "assess", "-", "--ndjson", *TODAY)
WAIT = 60
LINES = 2 * FEW


def line(number: int) -> bytes:
    """A good line, and more bad or blank ones, which cost less."""
    match number % 10:
        case 0:
            swollen = b"true" if number % 20 else b"false"
            told = (number, number % 100, swollen)
            return b'{"id": "%d", "age": %d, "findings": {"one_leg_swollen": %s}}\n' % told
        case 8:
            return b"\n"
        case 9:
            return b'{"id": "broken\n'
    return b'{"id": "%d", "age": 721}\n' % number


def file_of(folder: Path, count: int) -> str:
    file = folder / "histories.ndjson"
    file.write_bytes(b"".join(map(line, range(1, count + 1))))
    return str(file)


@pytest.mark.parametrize("count", [FEW // 2, LINES], ids=["few", "many"])
def test_the_bytes_are_the_same_whatever_the_number_of_processes(
    count: int, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    file = file_of(tmp_path, count)
    outs = []
    for jobs in ("1", "2"):
        assert main(["assess", file, "--ndjson", "--jobs", jobs, *TODAY]) == 2
        out, err = capfdbinary.readouterr()
        assert err == b""
        outs.append(out)
    assert outs[0] == outs[1]
    wrong = [answer["error"]["line"] for answer in map(json.loads, outs[0].splitlines()) if "error" in answer]
    assert wrong == [number for number in range(1, count + 1) if number % 10 not in (0, 8)]


def test_only_good_lines_end_with_code_0(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "good.ndjson"
    file.write_bytes(b'{"id": "a"}\n' * FEW)  # just enough for workers
    assert main(["assess", str(file), "--ndjson", "--jobs", "2", *TODAY]) == 0
    assert len(capfd.readouterr().out.splitlines()) == FEW


@pytest.mark.parametrize("jobs", ["0", "-1", "two", "1.5", "", "513", "9" * 9_999])
def test_a_wrong_number_of_processes_is_refused(jobs: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["assess", "-", "--ndjson", f"--jobs={jobs}"])
    assert ended.value.code == 2
    assert "give a number from 1 to 512" in capsys.readouterr().err


def test_a_defect_in_one_line_stops_no_other(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(*_: object) -> None:
        raise ZeroDivisionError("secret story")

    monkeypatch.setattr("charley.cli.many.assess", breaks)
    file = tmp_path / "good.ndjson"
    file.write_bytes(b'{"id": "a"}\n' * 3)
    assert main(["assess", str(file), "--ndjson", "--jobs", "1", *TODAY]) == 2
    out, err = capsys.readouterr()
    assert [json.loads(text)["error"]["line"] for text in out.splitlines()] == [1, 2, 3]
    assert out.count("could not be assessed (ZeroDivisionError)") == 3
    assert "secret" not in out + err


@contextmanager
def running(*arguments: str) -> Iterator[subprocess.Popen[bytes]]:
    """A real run, with pipes; whatever is left of it afterwards is ended."""
    with subprocess.Popen(
        [*NDJSON, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=ENVIRONMENT,
        start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def alive(group: int) -> bool:
    """Whether any process of a group is still there."""
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


def ends(process: subprocess.Popen[bytes]) -> bool:
    """Whether the whole group ends within reason."""
    process.wait(WAIT)
    for _ in range(WAIT * 20):
        if not alive(process.pid):
            return True
        signal.sigtimedwait([], 0.05)
    return False


def ask(process: subprocess.Popen[bytes], numbers: range) -> list[Any]:
    """Tell each line only when the one before was answered; all but the last five are wrong ones."""
    assert process.stdin is not None
    assert process.stdout is not None
    answers = []
    for number in numbers:
        told = b'{"id": "%d"}\n' if number > numbers.stop - 5 else b'{"id": "%d", "age": 721}\n'
        process.stdin.write(told % number)
        process.stdin.flush()
        answers.append(json.loads(process.stdout.readline())["id"])
    return answers


def test_whoever_waits_for_each_answer_gets_it_also_from_workers() -> None:
    numbers = range(1, FEW + 5)
    with running("--jobs", "2") as process:
        assert ask(process, numbers) == [str(number) for number in numbers]
        out, err = process.communicate(timeout=WAIT)
    assert (process.returncode, out, err) == (2, b"", b"")
    assert ends(process)


def start_workers(process: subprocess.Popen[bytes]) -> None:
    """Send more than is answered at once, and wait for the first answer that comes from a worker."""
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(b"[]\n" * FEW)
    process.stdin.flush()
    for _ in range(FEW):
        assert process.stdout.readline()
    assert ask(process, range(1)) == ["0"]


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL], ids=lambda s: s.name)
def test_a_signal_leaves_no_process_behind(sent: signal.Signals) -> None:
    with running("--jobs", "2") as process:
        start_workers(process)
        if sent is signal.SIGINT:
            os.killpg(process.pid, sent)  # as a terminal does: to all
        else:
            process.send_signal(sent)
        assert ends(process)
        assert process.stderr is not None
        err = process.stderr.read()
    if sent is signal.SIGINT:
        assert process.returncode == 130
        assert err == b"\nStopped. Nothing was kept.\n"
    assert b"Traceback" not in err


def test_a_closed_pipe_ends_the_run_quietly(tmp_path: Path) -> None:
    with running("--jobs", "2") as process:
        start_workers(process)
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdout.close()
        process.stdin.write(b"{}\n")
        process.stdin.close()
        assert ends(process)
        assert process.stderr is not None
        assert process.stderr.read() == b""
    assert process.returncode == 0


class Terminal:
    """Standard error as a terminal or not."""

    def __init__(self, is_terminal: bool) -> None:
        self.is_terminal = is_terminal
        self.text = ""

    def isatty(self) -> bool:
        return self.is_terminal

    def write(self, text: str) -> None:
        self.text += text

    def flush(self) -> None:
        """Nothing is held back."""


def progress_of(steps: int, errors: bool, answers: bool, monkeypatch: pytest.MonkeyPatch) -> str:
    """What is shown when each step takes a tenth of the time between two words."""
    told = Terminal(errors)
    times = iter(number * OFTEN / 10 for number in range(10 * steps + 10))
    monkeypatch.setattr("sys.stderr", told)
    monkeypatch.setattr("sys.stdout", Terminal(answers))
    now = 0.0

    def clock() -> float:
        return now

    with Progress(clock) as progress:
        for now in times:  # noqa: B007
            if steps == 0:
                break
            progress.step()
            steps -= 1
    return told.text


def test_progress_is_one_line_that_is_written_over(monkeypatch: pytest.MonkeyPatch) -> None:
    shown = progress_of(12_345, errors=True, answers=False, monkeypatch=monkeypatch)
    assert shown.count("\n") == 1
    first, *_, last = (text.strip() for text in shown.split("\r")[1:])
    assert first == "11 histories, 22 a second"
    assert last == "12,345 histories, 20 a second"


@pytest.mark.parametrize(
    ("errors", "answers"), [(False, False), (True, True)], ids=["no terminal", "answers go there"]
)
def test_progress_is_silent_elsewhere(errors: bool, answers: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    assert progress_of(100, errors, answers, monkeypatch) == ""
