"""The clinician's page as titled sections: for a visit of fifteen minutes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from charley.advice.clinician import ClinicianPage
from charley.advice.interventions import Choice
from charley.assessment import CauseFound
from charley.formats.sections import Section
from charley.formats.sections import in_hundred as chance
from charley.records.guidelines import GuidelinePoint
from charley.records.rules import Urgency

NOTES_OF = 1
"""Causes with a note for clinicians."""

MOST_NOTE = 24
"""Words of such a note, in whole sentences; the library has the rest."""

MOST_RULES, MOST_OPEN, MOST_NO, MOST_OPTIONS, MOST_POINTS, MOST_UNCLEAR = 3, 5, 4, 1, 2, 2
MOST_VOICES = 3
MOST_WORDS = 220
"""Letters of the story, before the person's own questions."""

ASK_MEDICINES = (
    "No list told. Ask first: prescribed, shop-bought, inhaled, injected, and what was begun, changed or "
    "stopped. None is ruled out as a cause."
)
SENTENCE = re.compile(r"(?<=[.!?]) +")
GENERAL = frozenset({"night_cramps", "many_cramps", "sleep_lost", "long_cramp"})
"""Situations of most people who ask."""


def clinician_sections(page: ClinicianPage) -> list[Section]:
    """Every part that has something to say, in the order of a visit."""
    built = [
        Section(f"Leg cramps: {page.who}", tuple(_head(page))),
        Section("In the person's own words", tuple(_words(page))),
        Section("Complaint", tuple(_story(page))),
        Section("Red flags asked and answered", tuple(_asked(page))),
        Section("Medicines", tuple(_medicines(page))),
        Section("Must be excluded", (f"- {'; '.join(page.excluded)}.",) if page.excluded else ()),
        Section(_causes_title(page), tuple(_causes(page))),
        Section("Also not to be missed", tuple(_feared(page))),
        Section("Examine", tuple(f"- {line}" for line in page.examine)),
        Section("Tests", tuple(_tests(page))),
        Section("Decision today", tuple(_decision(page))),
        Section(
            "Options to discuss",
            tuple(line for choice in page.options[:MOST_OPTIONS] for line in _option(choice)),
        ),
        Section("Not for this person", tuple(_declined(page))),
        Section("What guidance says", tuple(_cited(page))),
        Section("To clear up", tuple(_open_ends(page))),
        Section("About this page", tuple(_about(page))),
    ]
    return [section for section in built if section.lines]


def _head(page: ClinicianPage) -> Iterator[str]:
    yield f"{page.level} Told on {page.plan.on.isoformat()}."
    for rule in page.red_flags[:MOST_RULES]:
        yield f"- {rule.id} ({level_word(rule.level)}): {SENTENCE.split(rule.why)[0]}"
    others = [f"{rule.id} ({level_word(rule.level)})" for rule in page.red_flags[MOST_RULES:]]
    if others:
        yield f"- Also: {', '.join(others)}."
    said: set[str] = set()
    for voice in page.urgency_from[:MOST_VOICES]:
        if voice.name.startswith("lab:"):
            if voice.name not in said:
                yield f"- Laboratory value ({level_word(voice.level)}): {voice.why}"
            said.add(voice.name)
        elif not page.red_flags and voice.name.startswith(("cause:", "floor:")):
            yield f"- {voice.why.rstrip('.')}."
    if page.plan.questions_left:
        yield f"{page.plan.questions_left} core safety questions open; the level is provisional."


def level_word(level: Urgency) -> str:
    """A level as two words: same day."""
    return level.word.replace("_", " ")


def _words(page: ClinicianPage) -> Iterator[str]:
    """The beginning of the story, and what the person asks, which the page must not lose."""
    if page.words:
        told = page.words[:MOST_WORDS]
        asked = [one.question for one in page.plan.asked if one.question not in told]
        cut = len(page.words) > MOST_WORDS
        yield f'"{told}{" … " if cut else ""}{" ".join(asked)}"'


def _story(page: ClinicianPage) -> Iterator[str]:
    for name, lines in (
        ("Told", page.complaint),
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
        if cause.speaks_for:
            yield "  For: " + "; ".join(c.says for c in cause.speaks_for[:3]) + "."
        against = [c.says for c in cause.against if c.finding != "medicines"]
        if against:
            yield "  Against: " + "; ".join(against[:1]) + "."
        if index < NOTES_OF and not today:
            yield f"  {brief(note)}"


def brief(note: str) -> str:
    """The first sentences of a note, as many as fit; at least one."""
    first, *more = SENTENCE.split(note)
    for sentence in more:
        if len(f"{first} {sentence}".split()) > MOST_NOTE:
            break
        first = f"{first} {sentence}"
    return first


def _chance(cause: CauseFound) -> str:
    """A chance in hundreds with its interval, where the interval says something."""
    if cause.probability < 0.01:
        return "under 1 in 100"
    low, high = (round(100 * x) for x in cause.interval)
    between = f" (80% interval {low} to {high})" if low < high else ""
    return chance(cause.probability) + between


def _feared(page: ClinicianPage) -> Iterator[str]:
    if page.feared:
        yield f"- {'; '.join(entry.name for entry in page.feared)}."


def _asked(page: ClinicianPage) -> Iterator[str]:
    yield "- Yes: " + ("; ".join(page.asked.yes) or "none") + "."
    more = len(page.asked.no) - MOST_NO
    yield (
        "- No: "
        + ("; ".join(page.asked.no[:MOST_NO]) or "none")
        + (f"; and {more} more." if more > 0 else ".")
    )
    if page.asked.open:
        count = len(page.asked.open)
        some = f" (the first {MOST_OPEN} of {count} to ask)" if count > MOST_OPEN else ""
        yield f"- Not answered{some}: " + "; ".join(page.asked.open[:MOST_OPEN]) + "."


def _medicines(page: ClinicianPage) -> Iterator[str]:
    review = page.plan.medicines
    if not review.told:
        yield f"- {ASK_MEDICINES}"
    for one in review.found:
        fit = one.timing.fit.replace("_", " ")
        yield f"- {', '.join(one.names)}: link with cramps {one.entry.strength}; timing {fit}"
        when = "" if one.timing.fit == "unknown" else f" {one.timing.says}"
        yield f"  {one.entry.for_clinicians}{when}"
    for matter in review.matters:
        yield f"- {', '.join(matter.names)}: no link with plain cramps found, but it counts here"
        yield f"  {' '.join(matter.reasons)}"
    for note in review.notes:
        yield f"- {note.kind}: {note.for_clinicians}"
    if review.unnamed:
        yield f"- Not identified: {', '.join(review.unnamed)}. Read the box; it can be of any class."
    if review.others:
        yield f"- Not on our list of medicines tied to cramps: {', '.join(review.others)}."
    if review.told and not review.complete:
        yield "- The list is open: a name on it was not understood or does not say what it is."


def _tests(page: ClinicianPage) -> Iterator[str]:
    """In one line; a test with a condition on its own. Reference ranges are the laboratory's."""
    plain = [one.test.name for one in page.tests if not one.only_if]
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
    if page.doing:
        yield f"- Advised meanwhile: {'; '.join(page.doing[:4])}."


def _option(choice: Choice) -> Iterator[str]:
    one = choice.intervention
    yield f"- {one.name}: certainty {one.certainty}, randomised trials {one.trials}"
    yield f"  {SENTENCE.split(one.for_clinicians)[0]}"
    if choice.because:
        yield "  Caution: " + "; ".join(r.says for r in choice.because) + "."
    if choice.first_check:
        yield "  To exclude: " + "; ".join(r.says for r in choice.first_check[:MOST_NO]) + "."


def _declined(page: ClinicianPage) -> Iterator[str]:
    """What is not for this person, by the reason."""
    by_reason: dict[str, list[str]] = {}
    for choice in page.declined:
        why = "; ".join(reason.says for reason in choice.because)
        by_reason.setdefault(why, []).append(choice.intervention.name)
    for why, names in by_reason.items():
        yield f"- {'; '.join(names)}: {why}."


def _cited(page: ClinicianPage) -> Iterator[str]:
    """The most telling points, one of each body at most; none while somebody has to be seen today."""
    if page.urgency >= Urgency.SAME_DAY:
        return
    found = [
        (_reach(point), cited.guideline, point)
        for cited in page.cited
        for point in sorted(_fitting(cited.points, page), key=_reach)[:1]
    ]
    for _, body, point in sorted(found, key=lambda one: one[0])[:MOST_POINTS]:
        name = f"{body.body} {body.year}".rstrip()
        yield f"- {name}, {point.topic}: {SENTENCE.split(point.says)[0]} ({point.strength})"


def _fitting(points: tuple[GuidelinePoint, ...], page: ClinicianPage) -> list[GuidelinePoint]:
    """Without what is said of tests in general, on a page that names tests for a reason."""
    return [point for point in points if not (page.tests and point.topic == "tests" and not point.when)]


def _reach(point: GuidelinePoint) -> tuple[int, bool, int]:
    """How many people a point is about: an illness or medicine, any night cramp, all; law first, then the
    most special.
    """
    about = {situation.id for situation in point.when}
    width = 2 if not about else int(not about.isdisjoint(GENERAL))
    return width, not point.strength.startswith("regulator"), len(about)


def _open_ends(page: ClinicianPage) -> Iterator[str]:
    unclear = [f"- {why}" for where, why in page.not_understood if not where.startswith("text")]
    told = [f"- {why}" for where, why in page.not_understood if where.startswith("text")]
    yield from [*unclear, *(f"- {line}" for line in page.contradictions), *told][:MOST_UNCLEAR]


def _about(page: ClinicianPage) -> Iterator[str]:
    yield 'From the person\'s own answers ("you" is the person); not examined.'
    yield (
        "Information, not a diagnosis. "
        f"Library {page.plan.library_version} ({page.plan.library_fingerprint})."
    )
