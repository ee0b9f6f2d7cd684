"""Hashed numbers: even over their range, and another for every part of the key."""

from __future__ import annotations

from charley.network.exact.hashing import uniform


def test_uniform_numbers_fill_their_range_evenly_and_hang_on_every_part() -> None:
    numbers = [uniform(1, key, place) for key in range(40) for place in range(250)]
    assert all(0 < x < 1 for x in numbers)
    tenths = [sum(int(10 * x) == part for x in numbers) for part in range(10)]
    assert all(900 < count < 1100 for count in tenths)
    assert len({uniform(*x) for x in ((1, 2, 3), (2, 2, 3), (1, 3, 3), (1, 2, 4))}) == 4
