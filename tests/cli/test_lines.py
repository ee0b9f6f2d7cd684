"""The lines of a stream: numbered, bounded, blank ones counted and left out, and no waiting for more."""

from __future__ import annotations

import os
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charley.cli.lines import BLOCK, Lines
from charley.reading.strict import MOST_BYTES


def all_lines(raw: bytes, most: int = 3) -> list[tuple[int, bytes]]:
    """Every line, taken a few at a time."""
    lines = Lines(BytesIO(raw))
    taken: list[tuple[int, bytes]] = []
    while some := lines.take(most):
        assert len(some) <= most
        taken += some
    return taken


LONG = b"x" * (MOST_BYTES + 1)
CASES = [
    pytest.param(b"", [], id="nothing"),
    pytest.param(b"a\nb\n", [(1, b"a\n"), (2, b"b\n")], id="two lines"),
    pytest.param(b"a\r\nb", [(1, b"a\r\n"), (2, b"b")], id="the last without an end"),
    pytest.param(b"\n \n\r\na\n", [(4, b"a\n")], id="blank lines are counted and left out"),
    pytest.param(
        LONG * 3 + b"\nb\n", [(1, LONG), (2, b"b\n")], id="a huge line is cut and the next is whole"
    ),
    pytest.param(LONG[:-1] + b"\nb", [(1, LONG[:-1] + b"\n"), (2, b"b")], id="a line that just fits"),
    pytest.param(b"a\n" + LONG * 2, [(1, b"a\n"), (2, LONG)], id="a huge last line"),
]


@pytest.mark.parametrize(("raw", "lines"), CASES)
def test_lines_are_numbered_and_bounded(raw: bytes, lines: list[tuple[int, bytes]]) -> None:
    assert all_lines(raw) == lines


PIECES = st.sampled_from([b"\n", b"a", b" ", b"{}", b"\r\n", b"y" * (BLOCK - 1), b"y" * BLOCK])


@given(st.lists(PIECES, max_size=30).map(b"".join), st.integers(1, 5))
def test_nothing_but_blank_lines_is_left_out(raw: bytes, most: int) -> None:
    whole = enumerate(raw.split(b"\n"), start=1)
    assert [(n, line.removesuffix(b"\n")) for n, line in all_lines(raw, most)] == [
        (n, line[: MOST_BYTES + 1]) for n, line in whole if line.strip()
    ]


def test_a_pipe_is_not_waited_for_while_there_is_something_to_do() -> None:
    reading, writing = os.pipe()
    with os.fdopen(reading, "rb") as stream, os.fdopen(writing, "wb", buffering=0) as sender:
        lines = Lines(stream)
        sender.write(b"one\ntwo\n")
        assert lines.take(5) == [(1, b"one\n"), (2, b"two\n")]
        assert lines.take(5, wait=False) == []
        sender.write(b"three\n")
        assert lines.take(5, wait=False) == [(3, b"three\n")]
        sender.close()
        assert lines.take(5) == []
