"""What follows from a library is worked out once for that very library, and never taken for another."""

from __future__ import annotations

from dataclasses import replace

from charley.records.derived import MOST_LIBRARIES, once_per_library
from charley.records.library import Library


def test_the_same_library_is_asked_once_and_an_equal_one_again(library: Library) -> None:
    asked: list[Library] = []

    @once_per_library
    def count(of: Library) -> int:
        asked.append(of)
        return len(of.causes)

    fewer = replace(library, causes=dict(list(library.causes.items())[:3]))
    assert [count(library), count(fewer), count(library)] == [len(library.causes), 3, len(library.causes)]
    assert len(asked) == 2
    assert count(replace(library)) == count(library)
    assert len(asked) == 3


def test_only_a_few_libraries_are_remembered_and_the_latest_stay(library: Library) -> None:
    asked: list[Library] = []
    remember = once_per_library(lambda of: asked.append(of))
    libraries = [replace(library) for _ in range(MOST_LIBRARIES + 1)]
    for one in libraries:
        remember(one)
    for one in reversed(libraries):
        remember(one)
    assert asked == [*libraries, libraries[0]]
