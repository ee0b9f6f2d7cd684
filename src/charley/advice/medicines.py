"""The medicine review: what of a person's own medicines can go with cramps, and what to ask. Never "stop"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from charley.advice.interventions import Choice
from charley.advice.medicine_told import listed_medicines, story_of
from charley.advice.situations import holds, is_about_medicines
from charley.advice.timing import BEST_FIRST, Timing, timing
from charley.history import History
from charley.library.shelves import load_shelf
from charley.records.causes import Cause
from charley.records.conditions import AllOf, AnyOf, AtLeast, Condition, Has
from charley.records.library import Library
from charley.records.medicine_review import MedicineEntry, MedicineKnowledge, MedicineNote, Strength
from charley.triage import fired_rules
from charley.truth import Truth, judge
from charley.wording import medicines_taken

STRENGTHS: tuple[Strength, ...] = ("good", "fair", "weak", "reports")
KEEP = "Do not stop or change a prescribed medicine on your own."
MOST_CLASHES = 4


@dataclass(frozen=True, slots=True)
class MedicineFound:
    """Medicines of one class that can go with cramps: how strong the proof is, and whether the time fits.

    `pressing` is true for somebody who has to ask about it today. `told` is what the story says of it.
    """

    entry: MedicineEntry
    medicines: tuple[str, ...]
    names: tuple[str, ...]
    timing: Timing
    pressing: bool = False
    told: str = ""


@dataclass(frozen=True, slots=True)
class Clash:
    """A remedy that does not go with a medicine the person takes."""

    intervention: str
    name: str
    says: str
    because: str


@dataclass(frozen=True, slots=True)
class Matters:
    """Medicines without a link to plain cramps that count here, with the reasons for a clinician."""

    names: tuple[str, ...]
    reasons: tuple[str, ...]
    tests: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MedicineReview:
    """The review. `others` are medicines with no known link and no other part in this story.

    `matters` are those that have none with plain cramps, but take part in a rule that holds, raise a cause,
    or are known to matter. `unnamed` are words that say that something is taken, but not what.
    `told` is false without a list of medicines, `complete` when a name on it was not understood; a list
    that only the story names is `open`, and `in_story` are the medicines that stand nowhere else. `sheet`
    are the questions for the prescriber or pharmacist, the most telling first.
    """

    found: tuple[MedicineFound, ...]
    notes: tuple[MedicineNote, ...]
    clashes: tuple[Clash, ...]
    matters: tuple[Matters, ...]
    unnamed: tuple[str, ...]
    others: tuple[str, ...]
    told: bool
    complete: bool
    sheet: tuple[str, ...]
    open: bool = False
    in_story: tuple[str, ...] = ()


@cache
def medicine_knowledge() -> MedicineKnowledge:
    """The built-in shelf of the medicine review."""
    shelf: MedicineKnowledge = load_shelf("medicine_review", MedicineKnowledge)
    return shelf


def review_medicines(
    history: History, library: Library, on: date, choices: tuple[Choice, ...] = ()
) -> MedicineReview:
    """Review what the person takes on the day of the plan. `choices` show what would not go with it."""
    knowledge = medicine_knowledge()
    answer = history.answer("medicines")
    taken = medicines_taken(answer, library) if isinstance(answer, frozenset) else frozenset()
    found = tuple(sorted(_found(taken, knowledge, history, library, on), key=_rank))
    notes = tuple(note for note in knowledge.notes if _stands(note, taken, history, library))
    listed = listed_medicines(history, library)
    linked = {id_ for one in found for id_ in one.medicines}
    vague = {id_ for id_ in taken if library.medicines[id_].vague}
    unnamed = {id_ for id_ in vague if not _is_named(id_, taken, knowledge, library)}
    tied = {id_: _matters(id_, knowledge, history, library) for id_ in sorted(taken - linked - vague)}
    return MedicineReview(
        found=found,
        notes=notes,
        clashes=tuple(_clashes(choices)),
        matters=tuple(one for one in tied.values() if one.reasons),
        unnamed=_names(unnamed, library),
        others=_names((id_ for id_ in listed & tied.keys() if not tied[id_].reasons), library),
        told=isinstance(answer, frozenset),
        complete=not (unnamed or _misread(history)),
        sheet=_sheet(found, notes),
        open="medicines" in history.partial,
        in_story=_names(taken - vague - listed, library),
    )


def _found(
    taken: frozenset[str], knowledge: MedicineKnowledge, history: History, library: Library, on: date
) -> Iterator[MedicineFound]:
    for entry in knowledge.entries.values():
        ids = frozenset(id_ for id_ in taken if id_ == entry.id or entry.id in library.medicines[id_].classes)
        if ids:
            fit = timing(entry, ids, history, library, on)
            shown = _pressing(entry, history, library)
            names = _names(ids, library)
            told = story_of(ids, history)
            yield MedicineFound(shown, tuple(sorted(ids)), names, fit, shown is not entry, told)


def _pressing(entry: MedicineEntry, history: History, library: Library) -> MedicineEntry:
    """The entry in the words for somebody who has to ask today, if that is so."""
    urgent = entry.urgent
    if urgent is None or judge(urgent.when, history, library).truth is not Truth.YES:
        return entry
    return replace(entry, says=urgent.says, keep=urgent.keep)


def _is_named(word: str, taken: frozenset[str], knowledge: MedicineKnowledge, library: Library) -> bool:
    """Whether a word such as "inhaler" stands beside a medicine that it can be."""
    means = knowledge.plain_words.get(word, frozenset())
    return any(not means.isdisjoint({id_, *library.medicines[id_].classes}) for id_ in taken - {word})


def _misread(history: History) -> bool:
    """Whether a name on the list was not understood."""
    return any(where.startswith(("medicines", "findings.medicines")) for where, _ in history.not_understood)


def _names(ids: Iterable[str], library: Library) -> tuple[str, ...]:
    return tuple(sorted(library.medicines[id_].name for id_ in ids))


def _matters(id_: str, knowledge: MedicineKnowledge, history: History, library: Library) -> Matters:
    """Why a medicine counts: a rule that holds on it, causes that it raises, and what is known of it."""
    wanted = {id_, *library.medicines[id_].classes}
    known = [matter for key, matter in knowledge.matters.items() if key in wanted]
    rules = [
        f"Takes part in {rule.id}."
        for rule in fired_rules(history, library)
        if not wanted.isdisjoint(_medicines_in(library.red_flags[rule.id].when))
    ]
    causes = [cause.name for cause in library.causes.values() if _raises(cause, wanted)]
    raises = [f"Raises the chance of: {'; '.join(causes)}."] if causes else []
    tests = tuple(dict.fromkeys(test for matter in known for test in matter.tests))
    reasons = (*rules, *(matter.for_clinicians for matter in known), *raises)
    return Matters((library.medicines[id_].name,), reasons, tests)


def _raises(cause: Cause, wanted: set[str]) -> bool:
    """Whether one of these medicines is among the risks of a cause."""
    return any(
        entry.risk and not wanted.isdisjoint(_medicines_in(entry.condition)) for entry in cause.evidence
    )


def _medicines_in(condition: Condition) -> frozenset[str]:
    """The medicines and classes that a condition names."""
    match condition:
        case Has(finding="medicines"):
            return frozenset(condition.values)
        case AllOf() | AnyOf() | AtLeast():
            return frozenset().union(*(_medicines_in(part) for part in condition.parts))
        case _:
            return frozenset()


def _rank(one: MedicineFound) -> tuple[int, int, str]:
    """What fits in time and is well proven stands first."""
    return BEST_FIRST.index(one.timing.fit) // 2, STRENGTHS.index(one.entry.strength), one.entry.id


def _stands(note: MedicineNote, taken: frozenset[str], history: History, library: Library) -> bool:
    if note.twice:
        return sum(note.twice in library.medicines[id_].classes for id_ in taken) > 1
    return all(holds(situation, history, library) is Truth.YES for situation in note.when)


def _clashes(choices: tuple[Choice, ...]) -> Iterator[Clash]:
    """What one of the person's medicines rules out."""
    for choice in choices:
        if choice.verdict != "not_for_you" or not choice.relevant:
            continue
        for bar in choice.intervention.never_when:
            reason = next((r for r in choice.because if r.situation == bar.situation.id), None)
            if reason is not None and is_about_medicines(bar.situation):
                yield Clash(choice.id, choice.intervention.name, reason.says, reason.because)
                break


def _sheet(found: tuple[MedicineFound, ...], notes: tuple[MedicineNote, ...]) -> tuple[str, ...]:
    """Each question once; those of several medicines together come first, as they can be the most urgent."""
    together = [note.asks for note in notes]
    single = [f"{', '.join(one.names)}: {ask}" for one in found for ask in one.entry.asks]
    return tuple(dict.fromkeys([*together, *single]))
