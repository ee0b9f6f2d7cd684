"""Sayings: the file is read line by line, and a saying counts only as the answer it stands under."""

from __future__ import annotations

import pytest

from charley.errors import InputError
from charley.records.library import Library
from charley.score.sayings import hear, parse_sayings, saying_table

FILE = """
// ways to say it
## one_leg_swollen = yes
My left leg is swollen
My right leg is very swollen
Nothing of the kind
## one_leg_swollen ! yes
My leg is not swollen
## cramp_site = calf
I get cramp in my calf
## age = 72
I am 72 years old
## known_conditions = diabetes type 2
"""


def test_a_saying_counts_as_the_answer_of_its_heading(library: Library) -> None:
    heard = hear(parse_sayings(FILE, library), library)
    assert [h.right for h in heard] == [True, True, False, True, True, True]
    assert heard[2].read == {}


def test_the_table_tells_what_was_said_from_what_was_not(library: Library) -> None:
    shown = saying_table(hear(parse_sayings(FILE, library), library), misses=True)
    assert "4/5" in shown.splitlines()[0]
    assert "1/1" in shown.splitlines()[1]
    assert "6: Nothing of the kind" in shown


def test_what_is_asked_of_children_is_told_of_a_child(library: Library) -> None:
    (heard,) = hear(
        parse_sayings("## child_limp_one_spot = yes\nHe has been limping since Monday", library), library
    )
    assert heard.read.get("child_limp_one_spot") is True


@pytest.mark.parametrize(
    ("file", "where", "what"),
    [
        ("a text", "line 1", "under no heading"),
        ("## one_leg_swollen yes", "line 1", "no heading"),
        ("\n## no_such_thing = yes", "line 2", "no finding"),
    ],
)
def test_a_bad_line_is_named(file: str, where: str, what: str, library: Library) -> None:
    with pytest.raises(InputError) as caught:
        parse_sayings(file, library)
    assert caught.value.faults[0].where == where
    assert what in caught.value.faults[0].problem
