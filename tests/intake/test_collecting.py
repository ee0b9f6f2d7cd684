"""The collector is put off while a text is read, and left as it was found."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator

import pytest

from charley.intake import Story
from charley.intake.collecting import collected_later

Tell = Callable[[str], Story]


@pytest.fixture(autouse=True)
def as_found() -> Iterator[None]:
    yield
    gc.enable()


def test_it_is_off_within_and_on_behind() -> None:
    with collected_later():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_is_on_again_when_reading_fails() -> None:
    with pytest.raises(ValueError, match="broken"), collected_later():
        raise ValueError("broken")
    assert gc.isenabled()


def test_one_that_was_off_stays_off(tell: Tell) -> None:
    gc.disable()
    assert tell("cramp in my calf at night").answers
    assert not gc.isenabled()


def test_reading_leaves_it_on(tell: Tell) -> None:
    assert tell("cramp in my calf at night").answers
    assert gc.isenabled()
