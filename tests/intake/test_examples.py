"""Every example in the lexicon's own files is read as it must be."""

from __future__ import annotations

from charley.intake.examples import check_examples
from charley.reading.telling import names_of, speller
from charley.records.library import Library


def test_every_example_of_the_lexicon(library: Library) -> None:
    faults = list(check_examples(library, speller(), names_of(library)))
    assert [fault.problem for fault in faults] == []


def test_every_finding_that_people_are_asked_has_an_entry(library: Library) -> None:
    entries = {entry.finding for entry in speller().lexicon.entries}
    assert set(library.findings) - entries == set()
