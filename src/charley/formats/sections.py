"""The assessment as titled sections of plain lines, shared by the text and Markdown forms."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from charley.assessment import Assessment, CauseFound, RuledOut
from charley.records.rules import Urgency

CHANCE_WORDS = (
    (0.85, "very likely"),
    (0.6, "likely"),
    (0.35, "quite possible"),
    (0.15, "possible"),
    (0.05, "less likely"),
)
MOST_SETTLED = 3
MOST_OPEN = 4


@dataclass(frozen=True, slots=True)
class Section:
    """A title and its lines. A line that begins with "- " is an item, with "  " its detail."""

    title: str
    lines: tuple[str, ...]


def chance_words(probability: float) -> str:
    """A chance in words."""
    return next((word for limit, word in CHANCE_WORDS if probability >= limit), "unlikely")


def in_hundred(probability: float) -> str:
    """A chance as a natural frequency, never "0 in 100" and never "100 in 100"."""
    if probability < 0.001:
        return "fewer than 1 in 1,000"
    if probability < 0.01:
        return f"about {max(1, round(probability * 1000))} in 1,000"
    return f"about {min(99, max(1, round(probability * 100)))} in 100"


def _to_check(a: Assessment) -> Iterator[str]:
    """What does not agree, and danger signs that were only read in a story."""
    yield from (f"- {line}" for line in a.contradictions)
    yield from (f"- We read this as yes. Is it? {question}" for _, question in a.to_confirm)


def sections(a: Assessment) -> list[Section]:
    """Every part of the answer that has something to say, care first."""
    built = [
        Section(a.urgency_title.upper(), tuple(_urgency(a))),
        Section("What we noticed", tuple(_flags(a))),
        Section("Please check this", tuple(_to_check(a))),
        Section("Likely causes", tuple(line for cause in a.causes for line in _cause(cause))),
        Section("What if", tuple(_what_if(a))),
        Section("Dangerous causes", tuple(_feared(a))),
        Section("Ask or answer next", tuple(_questions(a))),
        Section("Tests to talk about", tuple(_tests(a))),
        Section("How we read what you told", tuple(_understood(a))),
        Section("How common this is", tuple(_common(a))),
        Section("About this answer", tuple(_about(a))),
    ]
    return [section for section in built if section.lines]


def _urgency(a: Assessment) -> Iterator[str]:
    yield from a.advice
    if a.provisional:
        count = len(a.safety_questions_left)
        yield f"{count} safety question{'s are' if count > 1 else ' is'} still open, so this may change."


def _flags(a: Assessment) -> Iterator[str]:
    for rule in a.red_flags:
        if rule.level > Urgency.SELF_CARE:
            yield f"- {rule.picture}"
            yield f"  {rule.why} {rule.tell if rule.level == a.urgency else ''}".rstrip()
    for source in a.unruled:
        if source.name.startswith("cause:"):
            yield f"- {source.why}"
    for source in a.reasons:
        urgent_floor = source.name.startswith("floor:") and a.urgency >= Urgency.SAME_DAY
        if source.name.startswith(("lab:", "floor:")) and not urgent_floor:
            yield f"- {source.why}"


def _cause(cause: CauseFound) -> Iterator[str]:
    base = 100 if cause.probability >= 0.01 else 1000
    low, high = (min(base - 1, max(1, round(x * base))) for x in cause.interval)
    words = chance_words(cause.probability)
    yield f"- {cause.name}: {words}, {in_hundred(cause.probability)} (could be {low} to {high})"
    yield f"  {cause.summary}"
    if cause.speaks_for:
        yield "  For: " + "; ".join(c.says for c in cause.speaks_for[:5]) + "."
    if cause.against:
        yield "  Against: " + "; ".join(c.says for c in cause.against[:4]) + "."
    yield "  How: " + " → ".join(cause.chain) + "."


def _what_if(a: Assessment) -> Iterator[str]:
    if a.urgency >= Urgency.SAME_DAY or not a.what_if:
        return
    for entry in a.what_if:
        change = entry.change[0].upper() + entry.change[1:]
        yield f"- {change}: {in_hundred(entry.share)} such cramps would not come."
    yield "This is no advice to stop anything. A medicine has its own good reasons: ask before you change it."


def _feared(a: Assessment) -> Iterator[str]:
    entries = sorted(
        (entry for entry in a.ruled_out if entry.look_for and entry.urgency >= Urgency.SAME_DAY),
        key=lambda entry: -entry.probability,
    )
    settled = [entry for entry in entries if entry.settled]
    unsettled = [entry for entry in entries if not entry.settled]
    for entry in settled[:MOST_SETTLED]:
        yield f"- Probably not: {entry.name} ({in_hundred(entry.probability)})."
        yield from _details(entry)
    for entry in unsettled[:MOST_OPEN]:
        yield f"- Not ruled out yet: {entry.name} ({in_hundred(entry.probability)} so far)."
        yield from _details(entry)
    if len(unsettled) > MOST_OPEN:
        rest = len(unsettled) - MOST_OPEN
        yield f"- {rest} other dangerous causes look unlikely, but their questions are still open."


def _details(entry: RuledOut) -> Iterator[str]:
    if entry.because:
        label = "Because" if entry.settled else "Against"
        yield f"  {label}: " + "; ".join(entry.because[:3]) + "."
    yield "  Get help if: " + "; ".join(_small(sign) for sign in entry.look_for) + "."


def _questions(a: Assessment) -> Iterator[str]:
    for question in a.next_questions:
        yield f"- {question.text}"
        yield f"  {question.why}"
        for reply in question.replies:
            yield f"  If {reply.answer}: {reply.says}"


def _tests(a: Assessment) -> Iterator[str]:
    if not a.tests and a.urgency <= Urgency.ROUTINE:
        yield "No test is needed for this picture so far."
    for test in a.tests:
        yield f"- {test.name}: {test.why}"
        if test.reference:
            yield f"  Usual range: {test.reference}. Your laboratory's own range comes first."
        for caveat in test.caveats[:2]:
            yield f"  {caveat}"


def _understood(a: Assessment) -> Iterator[str]:
    for where, meaning in a.understood:
        yield f"- {where}: {meaning}"
    for where, why in a.not_understood:
        yield f"- {where}: not understood: {why}"


def _common(a: Assessment) -> Iterator[str]:
    yield a.people_like_you.says


def _about(a: Assessment) -> Iterator[str]:
    if a.narrow:
        yield a.narrow
    yield (
        f"Library {a.library_version} ({a.library_fingerprint}), engine {a.engine}. "
        "See where a number comes from with: charley explain <cause or rule>."
    )


def _small(text: str) -> str:
    """A phrase that goes on within a sentence."""
    return text[:1].lower() + text[1:]
