"""Strict JSON: refused with line and column, whatever the bytes."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charley.errors import InputError
from charley.reading.strict import MOST_BYTES, parse_json

READ = [
    pytest.param(b'{"age": 72}', {"age": 72}, id="plain"),
    pytest.param(b'\xef\xbb\xbf{"age": 72}', {"age": 72}, id="a byte order mark"),
    pytest.param(b'{\r\n"age": 72\r\n}\r\n', {"age": 72}, id="line ends of Windows"),
    pytest.param('{"id": "Grüße"}'.encode(), {"id": "Grüße"}, id="UTF-8"),
    pytest.param(b"[]", [], id="any JSON, for the shape is looked at later"),
    pytest.param(
        b'{"a": {"x": 1}, "b": {"x": 1}}', {"a": {"x": 1}, "b": {"x": 1}}, id="a key in two objects"
    ),
    pytest.param(b"1" * 1_000, int("1" * 1_000), id="a number of a thousand digits"),
]


@pytest.mark.parametrize(("raw", "data"), READ)
def test_json_is_read(raw: bytes, data: Any) -> None:
    assert parse_json(raw, "here") == data


REFUSED = [
    pytest.param(b"", "here: is empty. Give a history", id="nothing"),
    pytest.param(b" \r\n\t", "here: is empty. Give a history", id="only spaces"),
    pytest.param(b"\xef\xbb\xbf", "here: is empty. Give a history", id="only a byte order mark"),
    pytest.param(
        b'{\n "age": 72,\n}',
        "here: is not JSON: Expecting property name enclosed in double quotes at line 3 column 1",
        id="a comma too many",
    ),
    pytest.param(
        b'{"age": 72', "here: is not JSON: Expecting ',' delimiter at line 1 column 11", id="cut short"
    ),
    pytest.param(
        b"{'age': 72}",
        "here: is not JSON: Expecting property name enclosed in double quotes at line 1 column 2",
        id="single quotes",
    ),
    pytest.param(
        b'{"age": 72}\n{"age": 73}',
        "here: is not JSON: Extra data at line 2 column 1. Give one history, or use --ndjson for one a line.",
        id="two histories in one file",
    ),
    pytest.param(
        b'{"age": 1, "age": 2}', "here: is not usable: the key 'age' stands twice", id="a key twice"
    ),
    pytest.param(
        b'{"labs": [{"x": {"a": 1, "a": 1}}]}',
        "here: is not usable: the key 'a' stands twice",
        id="twice, deep",
    ),
    pytest.param(
        b'{"a\\n\\ud800": 1, "a\\n\\ud800": 2}',
        r"here: is not usable: the key 'a\n\ud800' stands twice",
        id="an unprintable key twice",
    ),
    pytest.param(b'{"age": NaN}', "here: is not usable: NaN is no number in JSON", id="NaN"),
    pytest.param(b'{"age": Infinity}', "here: is not usable: Infinity is no number in JSON", id="Infinity"),
    pytest.param(b"[-Infinity]", "here: is not usable: -Infinity is no number in JSON", id="minus Infinity"),
    pytest.param(
        b'{"age": ' + b"9" * 5_000 + b"}",
        "here: is not usable: it holds a number of 5000 digits",
        id="a number of five thousand digits",
    ),
    pytest.param(b"[" * 100_000, "here: is nested too deeply", id="lists in lists"),
    pytest.param(b'{"a":' * 100_000, "here: is nested too deeply", id="objects in objects"),
    pytest.param(b'{"id": "\xff"}', "here: is not UTF-8 text (byte 9). Save it as UTF-8.", id="Latin-1"),
    pytest.param(
        '{"age": 72}'.encode("utf-16"), "here: is not UTF-8 text (byte 1). Save it as UTF-8.", id="UTF-16"
    ),
    pytest.param(
        b"[" + b" " * MOST_BYTES + b"]",
        "here: is larger than 1,000,000 bytes. Send one history at a time.",
        id="too large",
    ),
]


@pytest.mark.parametrize(("raw", "said"), REFUSED)
def test_json_is_refused(raw: bytes, said: str) -> None:
    with pytest.raises(InputError) as caught:
        parse_json(raw, "here")
    (fault,) = caught.value.faults
    assert str(fault).startswith(said)
    assert str(fault).isprintable()


def test_one_line_of_many_is_named_by_its_own_number() -> None:
    with pytest.raises(InputError) as caught:
        parse_json(b'{"age" 72}', "line 7", 7)
    assert str(caught.value.faults[0]) == "line 7: is not JSON: Expecting ':' delimiter at line 7 column 8"


@given(st.binary(max_size=200))
def test_any_bytes_are_json_or_one_fault(raw: bytes) -> None:
    try:
        parse_json(raw, "here")
    except InputError as error:
        assert len(error.faults) == 1
        assert str(error.faults[0]).isprintable()


def test_a_larger_limit_may_be_given() -> None:
    raw = b"[" + b" " * MOST_BYTES + b"]"
    assert parse_json(raw, "here", most=2 * MOST_BYTES) == []
