"""Pages of medicines, their classes, known illnesses, laboratory values, scores and floors."""

from __future__ import annotations

from charley.formats.conditions import in_words
from charley.formats.pages.lines import listed, number_line, origin, source_lines
from charley.records.catalogue import Analyte, Illness, Medicine, MedicineClass
from charley.records.conditions import AllOf, AnyOf, AtLeast, Condition, Has, Not
from charley.records.library import Library
from charley.records.rules import Floor, Score
from charley.wording import number_text

KEEP_TAKING = "Do not stop or change a prescribed medicine by yourself. Ask your doctor or pharmacist."


def medicine_page(medicine: Medicine, library: Library) -> str:
    """A medicine: its names, what it counts as, and where it matters."""
    classes = [library.medicine_classes[id_] for id_ in medicine.classes]
    lines = [
        f"{medicine.name} (a medicine)",
        *listed("Also called", medicine.also),
        *listed("Brands", medicine.brands),
        *(f"Counts as: {kind.name} [{kind.id}]. {kind.about}" for kind in classes),
        *_used("medicines", {medicine.id, *medicine.classes}, library),
        KEEP_TAKING,
    ]
    return "\n".join(lines)


def class_page(kind: MedicineClass, library: Library) -> str:
    """A class of medicines: how many take one, which they are, and where the class matters."""
    members = [medicine.name for medicine in library.medicines.values() if kind.id in medicine.classes]
    lines = [
        f"{kind.name} (a class of medicines)",
        kind.about,
        f"Taken by people who ask: {number_line(kind.background, library)}",
        *listed("Medicines", members),
        *_used("medicines", {kind.id}, library),
        KEEP_TAKING,
    ]
    return "\n".join(lines)


def illness_page(illness: Illness, library: Library) -> str:
    """A known illness: its names and codes, what it answers, and where it matters."""
    lines = [
        f"{illness.name} (a known condition)",
        *listed("Also called", illness.also),
        *listed("ICD-10-CM codes that begin with", illness.icd10cm),
        *(f"Answers: {in_words(given, library)}" for given in illness.gives),
    ]
    if illness.background is not None:
        lines.append(f"Among people who ask: {number_line(illness.background, library)}")
    return "\n".join([*lines, *_used("known_conditions", {illness.id}, library)])


def _used(finding: str, entries: set[str], library: Library) -> list[str]:
    """The causes that a list entry counts for, each with its chance, and the rules that read it."""
    lines = [
        f"When the cause is {cause.name}: {number_line(entry.chance, library)}; "
        f"{entry.background.value:.3g} among all who ask"
        for cause in library.causes.values()
        for entry in cause.evidence
        if _names(entry.condition, finding, entries)
    ]
    rules = [rule.id for rule in library.red_flags.values() if _names(rule.when, finding, entries)]
    return [*lines, *listed("Read by rules", rules)]


def _names(condition: Condition, finding: str, entries: set[str]) -> bool:
    match condition:
        case Has():
            return condition.finding == finding and not entries.isdisjoint(condition.values)
        case Not():
            return _names(condition.part, finding, entries)
        case AllOf() | AnyOf() | AtLeast():
            return any(_names(part, finding, entries) for part in condition.parts)
        case _:
            return False


def analyte_page(analyte: Analyte, library: Library) -> str:
    """A laboratory value: its units, usual ranges, limits that set a level, and what it speaks for."""
    low, high = (number_text(x) for x in analyte.plausible)
    lines = [
        f"{analyte.name} (a laboratory value, in {analyte.unit})",
        *listed("Also called", analyte.also),
        *listed("LOINC", analyte.loinc),
        *listed("Read in", analyte.units),
        f"Possible in a living person: {low} to {high} {analyte.unit}",
        *_ranges(analyte, library),
        *_actions(analyte, library),
    ]
    for link in analyte.speaks_for:
        limit = f"{link.comparison.replace('_', ' ')} {number_text(link.value)}"
        name = library.causes[link.cause].name
        beside = f"{link.background.value:.3g} among all who ask"
        lines.append(f"{limit} when the cause is {name}: {number_line(link.chance, library)}; {beside}")
    cited = [entry.source for entry in analyte.ranges] + [entry.source for entry in analyte.actions]
    return "\n".join(lines + source_lines(filter(None, dict.fromkeys(cited)), library))


def _ranges(analyte: Analyte, library: Library) -> list[str]:
    lines = []
    for entry in analyte.ranges:
        ends = ((entry.low, "from"), (entry.high, "to"))
        span = " ".join(f"{word} {number_text(end)}" for end, word in ends if end is not None)
        whom = f", when {in_words(entry.when, library)}" if entry.when is not None else ""
        lines.append(f"Usual: {span} {analyte.unit}{whom} ({origin(entry)})")
    return lines


def _actions(analyte: Analyte, library: Library) -> list[str]:
    lines = []
    for entry in analyte.actions:
        limit = f"{entry.comparison.replace('_', ' ')} {number_text(entry.value)} {analyte.unit}"
        whom = f", when {in_words(entry.when, library)}" if entry.when is not None else ""
        lines.append(f"{limit} sets {entry.level.word}{whom}: {entry.why} ({origin(entry)})")
    return lines


def score_page(score: Score, library: Library) -> str:
    """A points score: when it counts, and what each item adds."""
    lines = [score.name, f"Counted when: {in_words(score.apply_only_if, library)}"]
    if score.not_valid_when is not None:
        lines.append(f"Not valid when: {in_words(score.not_valid_when, library)}")
    lines += [f"  {number_text(item.points):>3}  {in_words(item.when, library)}" for item in score.items]
    lines += listed("Mind", [score.note] if score.note else [])
    return "\n".join(lines + source_lines(score.sources, library))


def floor_page(floor: Floor, library: Library) -> str:
    """The least level for people whom somebody else should see, though nothing presses."""
    lines = [
        f"{floor.id}: at least {floor.level.word}",
        f"Holds when: {in_words(floor.when, library)}",
        f"Why: {floor.why}",
    ]
    return "\n".join(lines + source_lines(floor.sources, library))
