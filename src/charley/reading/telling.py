"""The `text` of a History: the story is read, and laid beside what was answered in questions.

A structured answer stands where the story agrees or says nothing. Where they differ the question is
put back to the person; for a danger sign, yes counts until then.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from charley.errors import Fault
from charley.history import Answer, LabResult
from charley.intake import Reading, Story, read_story
from charley.intake.named.names import index_names
from charley.intake.story import Names
from charley.intake.text.chart import Speller
from charley.library.shelves import load_shelf
from charley.reading.answers import read_answer
from charley.reading.catalogue import illness_index, medicine_index
from charley.reading.desk import LIST_FINDINGS, Desk
from charley.reading.laboratory import Told, analyte_index, only_unit, read_result, ways_of
from charley.reading.messages import one_line, short
from charley.reading.names import Match
from charley.records.catalogue import Analyte
from charley.records.derived import once_per_library
from charley.records.findings import Finding
from charley.records.lexicon import Lexicon
from charley.records.library import Library
from charley.records.readings import Read
from charley.wording import number_text, say_answer

WHERE = "text"
MOST_WORDS = 60
CHILD = 16


@lru_cache(maxsize=1)
def speller() -> Speller:
    """The lexicon of the package, loaded when the first text is read."""
    return Speller(load_shelf("lexicon", Lexicon))


@once_per_library
def names_of(library: Library) -> Names:
    """All names that a text may hold, ready for looking up."""
    return Names(
        index_names(_one_by_one(medicine_index(library))),
        index_names(illness_index(library)),
        index_names(analyte_index(library)),
    )


def _one_by_one(names: Mapping[str, str]) -> dict[str, str]:
    """The names, without two medicines in one tablet: "metformin and glimepiride" are two in a story."""
    return {
        name: id_
        for name, id_ in names.items()
        if not (" and " in name and all(part in names for part in name.split(" and ")))
    }


def story_of(text: str, library: Library, today: date | None = None) -> Story:
    """A text as read with the lexicon of the package."""
    return read_story(text, library, speller(), names_of(library), today)


def read_text(text: str, corrected: frozenset[str], desk: Desk) -> None:
    """Read the story and put what it says on the desk, after everything that was answered.

    `corrected` are the ids whose readings the person has set aside.
    """
    story = story_of(text, desk.library, desk.date or desk.today).without(corrected)
    for reading in story.taken("medicine"):
        desk.take_medicine(_match(reading), reading.words, _where(reading))
    for reading in story.not_taken_now():
        desk.past_medicine(_match(reading), reading.words, _where(reading), reading.state, reading.when)
    for reading in story.taken("condition"):
        desk.take_illness(_match(reading), reading.words, _where(reading))
    for reading in story.taken("lab"):
        _lab(reading, desk)
    _lists(story, desk)
    for id_, answer in story.answers.items():
        _answer(id_, answer, story, desk)
    _open(story, desk)


def _match(reading: Reading) -> Match:
    return Match(reading.what, reading.words, reading.guess)


def _where(reading: Reading) -> str:
    return f"{WHERE}[{reading.start}:{reading.end}]"


def _lab(reading: Reading, desk: Desk) -> None:
    """A value that cannot be used is asked about: a story is never refused for it. One that can be read in
    two ways counts in both until that is answered."""
    before, where = len(desk.faults), _where(reading)
    analyte = desk.library.analytes[reading.what]
    ways = _ways(reading, analyte)
    for told in ways or [_told(reading, str(reading.answer), analyte)]:
        desk.lab(told, where)
    if len(ways) > 1:
        said = " or ".join(f"{number_text(float(told.value))} {told.unit}" for told in ways)
        desk.contradiction(f"{analyte.name} {reading.answer}: is that {said}? Until then both count.")
    for fault in desk.faults[before:]:
        desk.not_understood(where, f"{fault.problem}. {fault.mend}".strip())
    del desk.faults[before:]


def _ways(reading: Reading, analyte: Analyte) -> list[Told]:
    """The possible ones of the values that a number such as 12,500 can be, by what they come to: platelets
    150,000 /uL and 150 x 10^9/L are one."""
    told = [_told(reading, value, analyte) for value in ways_of(str(reading.answer))]
    read = [(read_result(one, analyte, WHERE), one) for one in told]
    return list({result.value: one for result, one in read if isinstance(result, LabResult)}.values())


def _told(reading: Reading, value: float | str, analyte: Analyte) -> Told:
    return Told(analyte.name, value, reading.unit or only_unit(value, analyte))


def _lists(story: Story, desk: Desk) -> None:
    """What a story names is seldom the whole list; only "I take nothing" tells all of it."""
    for kind, none in (("medicines", story.nothing_taken), ("conditions", story.no_conditions)):
        if none:
            desk.listed(kind, complete=True, empty=True)
    if story.taken("medicine"):
        desk.keep_open("medicines")


def _answer(id_: str, answer: Answer, story: Story, desk: Desk) -> None:
    finding = desk.library.findings[id_]
    if finding.type in LIST_FINDINGS or not _fits_person(finding, story, desk):
        return
    told: object = sorted(answer) if isinstance(answer, frozenset) else answer
    read = read_answer(finding, told, WHERE)
    places = [r for r in story.taken("finding") if r.what == id_]
    where = _where(places[0]) if places else WHERE
    if isinstance(read, tuple):
        _refused(read, finding, where, desk)
    elif isinstance(read, bool | str | float | frozenset):
        words = "; ".join(dict.fromkeys(one_line(r.words)[:MOST_WORDS] for r in places[:3]))
        desk.from_story(finding, read, where, words)


def _fits_person(finding: Finding, story: Story, desk: Desk) -> bool:
    """Whether a question that is only asked of children or in pregnancy may be answered here."""
    if finding.ask_of == "child":
        age = desk.age if desk.age is not None else story.answers.get("age")
        return story.about_child or (isinstance(age, float) and age < CHILD)
    if finding.ask_of in ("pregnant", "pregnant_or_recent_birth"):
        told = desk.pregnant or desk.told("pregnant") or story.answers.get("pregnant")
        return told not in (None, False, "no")
    return True


def _refused(faults: tuple[Fault, ...], finding: Finding, where: str, desk: Desk) -> None:
    for fault in faults:
        desk.not_understood(where, f"{fault.problem}: {finding.question}")


def _open(story: Story, desk: Desk) -> None:
    """What stays open: doubts, what differs within the story, and what was not understood."""
    for id_ in story.doubted:
        desk.doubt(id_)
    for id_, words in story.differing.items():
        finding = desk.library.findings[id_]
        told = " and ".join(short(one_line(w)) for w in words[:3])
        desk.contradiction(f"Your story says {told}. {finding.question}")
    for start, end, left in story.not_understood:
        desk.not_understood(f"{WHERE}[{start}:{end}]", f"not understood: {one_line(left)}")
    for note in story.notes:
        desk.not_understood(WHERE, note)
    if not story.readings and not story.not_understood and not story.notes:
        desk.not_understood(WHERE, "nothing in it could be read")
    desk.readings = tuple(_read(reading, desk.library) for reading in story.readings)


def _read(reading: Reading, library: Library) -> Read:
    meaning = say_reading(reading, library)
    return Read(reading.start, reading.end, reading.kind, reading.what, reading.status, meaning, reading.why)


def say_reading(reading: Reading, library: Library) -> str:
    """What a reading means, in the words of the library."""
    match reading.kind:
        case "medicine":
            return library.medicines[reading.what].name
        case "condition":
            return library.illnesses[reading.what].name
        case "lab":
            return f"{library.analytes[reading.what].name} {reading.answer} {reading.unit}".strip()
    answer = frozenset((str(reading.answer),)) if _is_list(reading, library) else reading.answer
    return say_answer(library.findings[reading.what], answer, library)


def _is_list(reading: Reading, library: Library) -> bool:
    return library.findings[reading.what].type == "multi"
