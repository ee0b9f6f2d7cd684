"""The result of every item, in order, here or in workers; and no more is taken than is worked on."""

from __future__ import annotations

import operator
import os
from itertools import islice

import pytest

from charley.many import in_order, usable_cores
from charley.many.feed import FEW
from charley.many.workers import AHEAD, CHUNK


class Numbers:
    """A Feed of 0, 1, 2 ... that comes in spurts: at most so many at a time, and sometimes nothing yet."""

    def __init__(self, count: int, spurt: int = 1_000_000) -> None:
        self.count = count
        self.spurt = spurt
        self.taken = 0
        self.dry = False

    def take(self, most: int, wait: bool = True) -> list[int]:
        self.dry = not self.dry and self.spurt < 1_000_000
        if self.dry and not wait:
            return []
        some = list(range(self.taken, min(self.count, self.taken + min(most, self.spurt))))
        self.taken += len(some)
        return some


@pytest.mark.parametrize(
    ("count", "jobs", "spurt"),
    [
        pytest.param(0, 2, 10**9, id="none"),
        pytest.param(FEW - 1, 2, 10**9, id="few, here"),
        pytest.param(FEW + 3 * CHUNK + 1, 1, 10**9, id="many, here"),
        pytest.param(FEW, 2, 10**9, id="just enough for workers"),
        pytest.param(FEW + 9 * CHUNK + 1, 2, 10**9, id="many, in two workers"),
        pytest.param(FEW + 50, 2, 7, id="in spurts, the first here and the rest in workers"),
    ],
)
def test_every_item_has_its_result_in_order(count: int, jobs: int, spurt: int) -> None:
    results = list(in_order(Numbers(count, spurt), operator.neg, jobs))
    assert results == [-number for number in range(count)]


class Written(Numbers):
    """A Feed of Python expressions, to be worked on by `eval`: the same one, but for one place."""

    def __init__(self, count: int, text: str, place: int = -1, other: str = "") -> None:
        super().__init__(count)
        self.texts = [other if number == place else text for number in range(count)]

    def take(self, most: int, wait: bool = True) -> list[str]:  # type: ignore[override]
        return [self.texts[number] for number in super().take(most, wait)]


PROCESS = "__import__('os').getpid()"


def test_few_items_are_done_in_this_process_and_many_are_not() -> None:
    assert set(in_order(Written(FEW - 1, PROCESS), eval, 4)) == {os.getpid()}
    assert set(in_order(Written(FEW * 2, PROCESS), eval, 1)) == {os.getpid()}
    elsewhere = set(in_order(Written(FEW * 2, PROCESS), eval, 2))
    assert os.getpid() not in elsewhere
    assert 1 <= len(elsewhere) <= 2


def test_a_slow_consumer_holds_the_feed_back() -> None:
    feed = Numbers(1_000_000)
    results = in_order(feed, operator.neg, 2)
    assert list(islice(results, 3)) == [0, -1, -2]
    assert feed.taken <= max(FEW, AHEAD * 2 * CHUNK) + CHUNK
    results.close()  # type: ignore[attr-defined]
    assert feed.taken <= max(FEW, AHEAD * 2 * CHUNK) + CHUNK


def test_here_items_are_taken_one_by_one() -> None:
    feed = Numbers(1_000)
    results = in_order(feed, operator.neg, 1)
    assert [next(results), feed.taken] == [0, 1]


@pytest.mark.parametrize("jobs", [1, 2], ids=["here", "in workers"])
def test_a_defect_of_the_work_is_raised_here(jobs: int) -> None:
    results = in_order(Written(FEW * 2, "1", FEW + 5, "{}['a defect']"), eval, jobs)
    with pytest.raises(KeyError, match="a defect"):
        list(results)


def test_when_a_worker_is_lost_this_process_goes_on() -> None:
    dies = f"{os.getpid()} == {PROCESS} or __import__('os').kill({PROCESS}, 9)"
    results = list(in_order(Written(FEW * 4, PROCESS, FEW + 5, dies), eval, 2))
    assert len(results) == FEW * 4
    assert results[FEW + 5] is True
    assert results[-1] == os.getpid()


def test_at_least_one_core_may_be_used() -> None:
    assert 1 <= usable_cores() <= (os.cpu_count() or 1)
