"""The clinician's page as titled sections: for a visit of fifteen minutes."""

from __future__ import annotations

from collections.abc import Iterator

from charley.advice.clinician import ClinicianPage
from charley.advice.clinician_told import without_parts
from charley.advice.plan_texts import plan_texts
from charley.assessment import CauseFound
from charley.formats.plan.clinician_treatment import (
    SENTENCE,
    cited_lines,
    declined_lines,
    medicine_lines,
    option_lines,
)
from charley.formats.plan.page import page_sections
from charley.formats.sections import Section, chance_words
from charley.formats.sections import in_hundred as chance
from charley.records.rules import Urgency

NOTES_OF = 1
"""Causes with a note for clinicians."""

MOST_NOTE = 24
"""Words of such a note, in whole sentences; the library has the rest."""

MOST_RULES, MOST_OPEN, MOST_NO, MOST_READ, MOST_UNCLEAR = 3, 5, 4, 6, 2
MOST_VOICES, MOST_ADVISED = 3, 5
AFTER_EXERCISE = frozenset({"popliteal_entrapment", "iliac_endofibrosis", "chronic_exertional_compartment"})
AT_REST_AND_AFTER = " (at rest and straight after the exercise that hurts)"
"""With these causes the pressure at rest is mostly normal."""

ADVISED_IN = ("what_to_do", "tonight", "six_weeks")
"""Parts of the person's page whose lines are what was advised."""


def clinician_sections(page: ClinicianPage) -> list[Section]:
    """Every part that has something to say, in the order of a visit."""
    built = [
        Section(f"Leg cramps: {page.who}", tuple(_head(page))),
        Section("In the person's own words", (f'"{page.words}"',) if page.words else ()),
        Section("Complaint", tuple(_story(page))),
        Section("Red flags asked and answered", tuple(_asked(page))),
        Section("Medicines", tuple(medicine_lines(page))),
        Section("Must be excluded", (f"- {'; '.join(page.excluded)}.",) if page.excluded else ()),
        Section(_causes_title(page), tuple(_causes(page))),
        Section("Also not to be missed", (f"- {'; '.join(page.feared)}.",) if page.feared else ()),
        Section("Examine", tuple(f"- {line}" for line in page.examine)),
        Section("Tests", tuple(_tests(page))),
        Section("Decision today", tuple(_decision(page))),
        Section("Options to discuss", tuple(option_lines(page))),
        Section("Not for this person", tuple(declined_lines(page))),
        Section("What guidance says", tuple(cited_lines(page))),
        Section("To clear up", tuple(f"- {line}" for line in page.unclear[:MOST_UNCLEAR])),
        Section("About this page", tuple(_about(page))),
    ]
    return [section for section in built if section.lines]


def _head(page: ClinicianPage) -> Iterator[str]:
    yield f"{page.level} Told on {page.plan.on.isoformat()}."
    yield f"The person's page says: {page.plan.title}."
    for rule in page.red_flags[:MOST_RULES]:
        yield f"- {rule.id} ({level_word(rule.level)}): {SENTENCE.split(rule.why)[0]}"
    others = [f"{rule.id} ({level_word(rule.level)})" for rule in page.red_flags[MOST_RULES:]]
    if others:
        yield f"- Also: {', '.join(others)}."
    yield from _voices(page)
    driving = [line for line in _advised(page) if "drive" in line.lower()]
    if page.urgency < Urgency.SAME_DAY and driving:
        yield f"- Driving: {driving[0]}"
    if page.plan.questions_left:
        yield f"{page.plan.questions_left} core safety questions open; the level is provisional."


def _voices(page: ClinicianPage) -> Iterator[str]:
    """Laboratory values that set the level, and what else did where no rule holds."""
    said: set[str] = set()
    for voice in page.urgency_from[:MOST_VOICES]:
        if voice.name.startswith("lab:"):
            if voice.name not in said:
                yield f"- Laboratory value ({level_word(voice.level)}): {voice.why}"
            said.add(voice.name)
        elif not page.red_flags and voice.name.startswith(("cause:", "floor:")):
            yield f"- {voice.why.rstrip('.')}."


def level_word(level: Urgency) -> str:
    """A level as two words: same day."""
    return level.word.replace("_", " ")


def _story(page: ClinicianPage) -> Iterator[str]:
    for name, lines in (
        ("Answered", page.complaint),
        ("What changed", page.changed),
        ("Background", page.background),
        ("Values", page.values),
    ):
        if lines:
            yield f"- {name}: {'; '.join(lines)}."


def _causes_title(page: ClinicianPage) -> str:
    return "Otherwise possible" if page.urgency >= Urgency.SAME_DAY else "Leading causes"


def _causes(page: ClinicianPage) -> Iterator[str]:
    today = page.urgency >= Urgency.SAME_DAY
    for index, (cause, note) in enumerate(page.causes):
        yield f"- {cause.name}" + ("" if today else f": {_chance(cause)}")
        reasons = without_parts(c.says for c in cause.speaks_for)
        if reasons:
            yield "  For: " + "; ".join(reasons[:3]) + "."
        against = [c.says for c in cause.against if c.finding != "medicines"]
        if against:
            yield "  Against: " + "; ".join(against[:1]) + "."
        if index < NOTES_OF and not today:
            yield f"  {brief(note)}"
    if not today and round(100 * sum(cause.probability for cause, _ in page.causes)) > 100:
        yield "Each chance stands alone; together they can pass 100."


def brief(note: str) -> str:
    """The first sentences of a note, as many as fit; at least one."""
    first, *more = SENTENCE.split(note)
    for sentence in more:
        if len(f"{first} {sentence}".split()) > MOST_NOTE:
            break
        first = f"{first} {sentence}"
    return first


def _chance(cause: CauseFound) -> str:
    """A chance in words and in hundreds, with its interval where that says something."""
    words = chance_words(cause.probability)
    if cause.probability < 0.01:
        return f"{words}, under 1 in 100"
    low, high = (round(100 * x) for x in cause.interval)
    between = f" (80% interval {low} to {high})" if low < high else ""
    return f"{words}, {chance(cause.probability)}{between}"


def _asked(page: ClinicianPage) -> Iterator[str]:
    """Answers as answers; what was read in the story as its words, with what they were taken to mean."""
    asked = page.asked
    if asked.yes or not asked.read:
        yield "- Yes: " + ("; ".join(asked.yes) or "none") + "."
    if asked.read:
        some = [f"{words} (read as: {says})" for words, says in asked.read[:MOST_READ]]
        yield f"- In the story, to confirm: {'; '.join(some)}."
    more = len(asked.no) - MOST_NO
    no = "; ".join(asked.no[:MOST_NO]) or "none"
    yield f"- No: {no}" + (f"; and {more} more." if more > 0 else ".")
    if asked.open:
        count = len(asked.open)
        some_of = f" (the first {MOST_OPEN} of {count} to ask)" if count > MOST_OPEN else ""
        yield f"- Not answered{some_of}: " + "; ".join(asked.open[:MOST_OPEN]) + "."


def _tests(page: ClinicianPage) -> Iterator[str]:
    """In one line; a test with a condition on its own. Reference ranges are the laboratory's."""
    after = not AFTER_EXERCISE.isdisjoint(page.in_play)
    plain = [
        one.test.name + (AT_REST_AND_AFTER if after and one.test.id == "abpi" else "")
        for one in page.tests
        if not one.only_if
    ]
    if plain:
        yield f"- {'; '.join(plain)}."
    yield from (f"- {one.test.name}: {one.only_if}" for one in page.tests if one.only_if)
    if page.tests:
        return
    if page.urgency >= Urgency.SAME_DAY:
        yield "- No test comes before being seen: history and examination decide."
    elif page.urgency <= Urgency.ROUTINE:
        yield "- None is suggested by this picture so far."


def _decision(page: ClinicianPage) -> Iterator[str]:
    if page.refer:
        yield f"- Who: {'; '.join(page.refer)}."
    for one in page.plan.medicines.found:
        if one.pressing:
            yield f"- {', '.join(one.names)}: the prescriber decides today about the next dose."
    advised = _advised(page)[:MOST_ADVISED]
    if advised and page.urgency < Urgency.SAME_DAY:
        yield f"- On the person's page: {' '.join(advised)}"


def _advised(page: ClinicianPage) -> list[str]:
    """What the printed page tells the person to do, the first sentence of each line."""
    titles = {_part_title(part, page) for part in ADVISED_IN}
    return [
        SENTENCE.split(line.removeprefix("- "))[0]
        for section in page_sections(page.plan)
        if section.title in titles
        for line in section.lines
        if line.startswith("- ") and not SENTENCE.split(line)[0].endswith("?")
    ]


def _part_title(part: str, page: ClinicianPage) -> str:
    """The heading that a part has on the person's page."""
    own = next((section.title for section in page.plan.sections if section.part == part), "")
    texts = plan_texts()
    return own or texts.texts.get(f"part-{part}", "") or str(texts.titles.get(part, ""))


def _about(page: ClinicianPage) -> Iterator[str]:
    yield 'From the person\'s own answers ("you" is the person); not examined.'
    yield (
        "Information, not a diagnosis. "
        f"Library {page.plan.library_version} ({page.plan.library_fingerprint})."
    )
