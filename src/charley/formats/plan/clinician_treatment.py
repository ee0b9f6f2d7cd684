"""The parts of the clinician's page about medicines, options and guidance."""

from __future__ import annotations

import re
from collections.abc import Iterator

from charley.advice.clinician import ClinicianPage
from charley.advice.interventions import Choice
from charley.advice.medicine_told import GAP
from charley.advice.medicines import MedicineFound
from charley.records.guidelines import GuidelinePoint
from charley.records.rules import Urgency

MOST_OPTIONS, MOST_POINTS, MOST_BARS = 2, 2, 3
SENTENCE = re.compile(r"(?<=[.!?]) +")
ASK_MEDICINES = (
    "No list told. Ask first: prescribed, shop-bought, inhaled, injected, and what was begun, changed or "
    "stopped. None is ruled out as a cause."
)
GENERAL = frozenset({"night_cramps", "many_cramps", "sleep_lost", "long_cramp"})
"""Situations of most people who ask."""


def medicine_lines(page: ClinicianPage) -> Iterator[str]:
    """The review: what can go with cramps, what matters all the same, and what is not known of the list."""
    review = page.plan.medicines
    if not review.told:
        yield f"- {ASK_MEDICINES}"
    for one in review.found:
        yield from _found(one)
    for matter in review.matters:
        yield f"- {', '.join(matter.names)}: no link with plain cramps found, but it counts here"
        yield f"  {' '.join(matter.reasons)}"
    for note in review.notes:
        yield f"- {note.kind}: {note.for_clinicians}"
    if review.in_story:
        yield f"- Only named in the story: {', '.join(review.in_story)}. Ask of each if it is taken now."
    if review.unnamed:
        yield f"- Not identified: {', '.join(review.unnamed)}. Read the box; it can be of any class."
    if review.others:
        yield f"- Not on our list of medicines tied to cramps: {', '.join(review.others)}."
    if review.told and not (review.complete or review.unnamed):
        yield "- A name on the list was not understood."


def _found(one: MedicineFound) -> Iterator[str]:
    """A class that can go with cramps. Its figures are those of the class, and named so."""
    names = ", ".join(one.names)
    from_story = bool(one.told and GAP.search(one.told)) and "since" not in one.timing.says
    fit = "in the words told" if from_story else one.timing.fit.replace("_", " ")
    yield f"- {names}: link with cramps {one.entry.strength}; timing {fit}"
    is_class = set(one.medicines) != {one.entry.id}
    lead = "As a class: " if is_class and re.search(r"\d", one.entry.for_clinicians) else ""
    when = "" if from_story or one.timing.fit == "unknown" else f" {one.timing.says}"
    yield f"  {lead}{one.entry.for_clinicians}{when}"
    if one.told:
        yield f'  Told: "{one.told}"'


def option_lines(page: ClinicianPage) -> Iterator[str]:
    """What a professional can decide: the first few."""
    return (line for choice in page.options[:MOST_OPTIONS] for line in _option(choice))


def _option(choice: Choice) -> Iterator[str]:
    one = choice.intervention
    yield f"- {one.name}: certainty {one.certainty}, randomised trials {one.trials}"
    yield f"  {SENTENCE.split(one.for_clinicians)[0]}"
    if choice.because:
        yield "  Caution: " + "; ".join(r.says for r in choice.because) + "."
    if choice.first_check:
        yield "  To exclude: " + "; ".join(r.says for r in choice.first_check[:MOST_BARS]) + "."


def declined_lines(page: ClinicianPage) -> Iterator[str]:
    """What is not for this person, by the reason."""
    by_reason: dict[str, list[str]] = {}
    for choice in page.declined:
        why = "; ".join(reason.says for reason in choice.because)
        by_reason.setdefault(why, []).append(choice.intervention.name)
    for why, names in by_reason.items():
        yield f"- {'; '.join(names)}: {why}."


def cited_lines(page: ClinicianPage) -> Iterator[str]:
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
