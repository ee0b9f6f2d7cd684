"""The clinician's page as titled sections: for a visit of fifteen minutes."""

from __future__ import annotations

from collections.abc import Iterator

from charley.advice.clinician import ClinicianPage
from charley.advice.interventions import Choice
from charley.formats.sections import Section
from charley.formats.sections import in_hundred as chance
from charley.records.guidelines import GuidelinePoint
from charley.records.rules import Urgency

NOTES_OF = 2
"""Causes whose notes for clinicians are shown in full."""

MOST_OPEN = 12
MOST_POINTS = 7
GENERAL = frozenset({"night_cramps", "many_cramps", "sleep_lost", "long_cramp"})
"""Situations of most people who ask."""


def clinician_sections(page: ClinicianPage) -> list[Section]:
    """Every part that has something to say, level of urgency first."""
    built = [
        Section(f"Leg cramps: {page.who}", tuple(_head(page))),
        Section("What changed", tuple(f"- {line}" for line in page.changed)),
        Section("Complaint", tuple(f"- {line}" for line in page.complaint)),
        Section("Background and values", tuple(f"- {line}" for line in (*page.background, *page.values))),
        Section("Causes with evidence", tuple(_causes(page))),
        Section("Not to be missed", tuple(_feared(page))),
        Section("Red flags asked and answered", tuple(_asked(page))),
        Section("Medicines to ask about", tuple(_medicines(page))),
        Section("Tests", tuple(_tests(page))),
        Section("Options to discuss", tuple(line for choice in page.options for line in _option(choice))),
        Section("Not for this person", tuple(_declined(page))),
        Section("Advised meanwhile", tuple(f"- {name}" for name in page.doing)),
        Section("What guidance says", tuple(_cited(page))),
        Section("To clear up", tuple(_open_ends(page))),
        Section("About this page", tuple(_about(page))),
    ]
    return [section for section in built if section.lines]


def _head(page: ClinicianPage) -> Iterator[str]:
    yield f"{page.level} Told on {page.plan.on.isoformat()}."
    for rule in page.red_flags:
        yield f"- {rule.id} ({rule.level.word}): {rule.why}"
        yield f"  On: {'; '.join(rule.because)}."
    for voice in page.urgency_from:
        if voice.name.startswith("lab:"):
            yield f"- {voice.name} ({voice.level.word}): {voice.why}"
    if page.plan.questions_left:
        yield f"{page.plan.questions_left} core safety questions not answered; the level is provisional."


def _causes(page: ClinicianPage) -> Iterator[str]:
    for index, (cause, note) in enumerate(page.causes):
        low, high = (round(100 * x) for x in cause.interval)
        yield f"- {cause.name} ({cause.icd10cm}): {chance(cause.probability)} (80% interval {low} to {high})"
        if cause.speaks_for:
            yield "  For: " + "; ".join(f"{c.says} ({c.weight:+.0f} dB)" for c in cause.speaks_for[:4]) + "."
        if cause.against:
            yield "  Against: " + "; ".join(f"{c.says} ({c.weight:+.0f} dB)" for c in cause.against[:3]) + "."
        if index < NOTES_OF:
            yield f"  {note}"


def _feared(page: ClinicianPage) -> Iterator[str]:
    for entry in page.feared:
        state = "settled by answers" if entry.settled else f"questions open: {len(entry.open_questions)}"
        yield f"- {entry.name}: {chance(entry.probability)}; {state}"


def _asked(page: ClinicianPage) -> Iterator[str]:
    yield "- Yes: " + ("; ".join(page.asked.yes) or "none") + "."
    yield "- No: " + ("; ".join(page.asked.no) or "none") + "."
    if page.asked.open:
        rest = len(page.asked.open) - MOST_OPEN
        more = f"; and {rest} more" if rest > 0 else ""
        yield "- Not answered: " + "; ".join(page.asked.open[:MOST_OPEN]) + f"{more}."


def _medicines(page: ClinicianPage) -> Iterator[str]:
    review = page.plan.medicines
    for one in review.found:
        fit = one.timing.fit.replace("_", " ")
        yield f"- {', '.join(one.names)}: {one.entry.strength} evidence; timing {fit}"
        yield f"  {one.entry.for_clinicians} {one.timing.says}"
        if one.entry.tests:
            yield f"  Tests: {', '.join(one.entry.tests)}."
    for note in review.notes:
        yield f"- {note.kind}: {note.for_clinicians}"
    if review.others:
        yield f"- No known link: {', '.join(review.others)}."
    if not review.told:
        yield "- No list of medicines was told."
    elif not review.complete:
        yield "- Not every name was understood; the list is open."


def _tests(page: ClinicianPage) -> Iterator[str]:
    for test in page.tests:
        yield f"- {test.name}{f' (usual {test.reference})' if test.reference else ''}"
    if not page.tests and page.urgency <= Urgency.ROUTINE:
        yield "- None is suggested by this picture so far."


def _option(choice: Choice) -> Iterator[str]:
    one = choice.intervention
    yield f"- {one.name}: certainty {one.certainty}, randomised trials {one.trials}"
    yield f"  {one.for_clinicians}"
    if choice.because:
        yield "  Caution: " + "; ".join(r.says for r in choice.because) + "."
    if choice.first_check:
        yield "  To exclude: " + "; ".join(r.says for r in choice.first_check) + "."


def _declined(page: ClinicianPage) -> Iterator[str]:
    for choice in page.declined:
        yield f"- {choice.intervention.name}: " + "; ".join(r.says for r in choice.because) + "."


def _cited(page: ClinicianPage) -> Iterator[str]:
    """The most telling points, at most two of each body; none while somebody has to be seen today."""
    if page.urgency >= Urgency.SAME_DAY:
        return
    found = [
        (_reach(point), cited.guideline, point)
        for cited in page.cited
        for point in sorted(cited.points, key=_reach)[:2]
    ]
    for _, body, point in sorted(found, key=lambda one: one[0])[:MOST_POINTS]:
        name = f"{body.body} {body.year}".rstrip()
        yield f"- {name}, {point.topic}: {point.says} ({point.strength})"


def _reach(point: GuidelinePoint) -> tuple[int, bool]:
    """How many people a point is about: this illness or medicine, any night cramp, everybody; law first."""
    about = {situation.id for situation in point.when}
    width = 2 if not about else int(not about.isdisjoint(GENERAL))
    return width, not point.strength.startswith("regulator")


def _open_ends(page: ClinicianPage) -> Iterator[str]:
    yield from (f"- {line}" for line in page.contradictions)
    yield from (f"- {where}: {why}" for where, why in page.not_understood)


def _about(page: ClinicianPage) -> Iterator[str]:
    yield 'From the person\'s own answers, in their words ("you"); not examined.'
    yield (
        "Information, not a diagnosis. "
        f"Library {page.plan.library_version} ({page.plan.library_fingerprint})."
    )
