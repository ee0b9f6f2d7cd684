"""What the patterns that stand in a text say: readings, each with the rule that decided."""

from __future__ import annotations

from charley.intake.patterns.belonging import strays
from charley.intake.patterns.choosing import chosen
from charley.intake.patterns.governing import LASTING, answer_of, denial_of, standing_of
from charley.intake.patterns.halves import is_half
from charley.intake.patterns.hits import Context, Hit, Hits
from charley.intake.patterns.lookalikes import LAY, is_lay, looks_alike
from charley.intake.patterns.mending import NO_TOPIC
from charley.intake.patterns.taken_back import BARE, is_denied, taken_back
from charley.intake.patterns.topics import Topic, Topics, find_topics
from charley.intake.patterns.when_told import time_of
from charley.intake.quantities.times import When
from charley.intake.scope.scopes import NONE
from charley.intake.text.marks import Marks
from charley.intake.values import Reading
from charley.records.findings import Finding
from charley.records.lexicon import Entry, Lexicon
from charley.records.library import Library

SHORT = 8
"""A text of so few words answers a question; it need not say what it is about."""


DANGER = "safety"
"""The section of findings of danger."""

EXAMINED = "examination"
"""The section of findings of an examination."""

SIGNS = (DANGER, EXAMINED, "child", "other_signs")
"""Sections of which a half reassurance denies nothing."""

BY_PIECE = frozenset(("cramp_site", "cramp_timing"))
"""Findings that need no word of cramp beside them, where their piece of a sentence tells of a leg."""

TIMES = ("<time>", "<span>", " over ")
A_TIME = 25
"""What stands for a time in the text of a pattern; a longer one tells more than the time alone."""

MOST_SHOWN = 70
"""Characters of a pattern in the reason of a reading."""


def readings_of(
    hits: Hits, context: Context, marks: Marks, lexicon: Lexicon, library: Library
) -> list[Reading]:
    """What each hit says, or why it says nothing."""
    told = find_topics(context, marks)
    sentences = context.layout.sentence
    topics = {
        (entry, sentence + later)
        for entry, where in hits.topics.items()
        for sentence in where
        for later in (0, 1, 2)
    }
    result = []
    lists = {n for n in hits.topics if library.findings[lexicon.entries[n].finding].type == "multi"}
    for hit in chosen(hits.answers, lists, context):
        number = hit.pattern.entry
        entry = lexicon.entries[number]
        finding = library.findings[entry.finding]
        danger = finding.section == DANGER
        cancels = hits.cancels[number]
        if finding.section in SIGNS:
            cancels = [other for other in cancels if not is_denied(other, hit, context)]
        about = taken_back(hit, cancels, danger, told, context)
        if entry.needs and not (_short(hit, context) or (number, sentences[hit.start]) in topics):
            about = about if _is_of_cramp(hit, finding.id, told) else NO_TOPIC
        about = about or strays(hit, finding.id, told) or looks_alike(hit, finding.id, context, marks)
        reading = _reading(hit, entry, finding, context, about)
        if reading is None:
            continue
        if reading.answer is False and finding.section in SIGNS and is_half(hit, context, danger):
            reading = reading.dropped("only in part")
        if reading.answer is False and finding.section in SIGNS and _is_beyond(hit, context):
            reading = reading.dropped("something else is denied")
        if finding.section == EXAMINED and reading.answer is False and is_lay(hit, context, marks):
            reading = reading.dropped(LAY)
        result.append(reading)
    return result


def _is_beyond(hit: Hit, context: Context) -> bool:
    """Whether what is denied is something else, so that of a sign behind it nothing is known."""
    cue = denial_of(hit, context)
    return (
        NONE != cue < hit.start and hit.pattern.mode != "against" and context.scopes.reach.beyond[hit.start]
    )


def _is_of_cramp(hit: Hit, finding: str, told: Topics) -> bool:
    """Whether a place or a part of the day stands in a piece that tells of nothing but the complaint, by
    whatever words: "up on the lino with his calf at five in the morning"."""
    if finding == "first_started" and _dates(hit.pattern.text):
        return all(told.leaning[start] in (Topic.CRAMP, Topic.OPEN) for start, _, _ in hit.spans)
    return finding in BY_PIECE and all(told.own[start] is Topic.CRAMP for start, _, _ in hit.spans)


def _dates(pattern: str) -> bool:
    """Whether a pattern tells with its time that something began then, or has gone on since."""
    return len(pattern) > A_TIME and any(time in pattern for time in TIMES)


def _short(hit: Hit, context: Context) -> bool:
    """Whether the text, or the sentence, is too short to say what it is about, like an answer alone."""
    layout = context.layout
    words = layout.sentence_end[hit.start] - layout.sentence_start[hit.start]
    return len(layout.sentence) <= SHORT or words <= BARE


def _reading(hit: Hit, entry: Entry, finding: Finding, context: Context, about: str) -> Reading | None:
    answer, says = answer_of(hit, entry, finding, context)
    if answer is None:
        return None
    first, last, words = context.words(hit.start, hit.end)
    status, why = standing_of(hit, entry, context, about)
    when = time_of(hit, context, entry.within is not None) if status != "dropped" else None
    denial = denial_of(hit, context)
    if status == "taken" and _is_too_old(when, entry):
        status, why = "dropped", f"longer ago than {entry.within:g} days"
    if denial != NONE and denial < len(context.tokens.items):
        first = min(first, context.tokens.items[denial].start)
        last = max(last, context.tokens.items[denial].end)
        words = context.text[first:last]
    said = hit.pattern.text if len(hit.pattern.text) <= MOST_SHOWN else f"{hit.pattern.text[:MOST_SHOWN]}…"
    reason = f"{says} '{said}' ({entry.place})" + (f"; {why}" if why else "")
    days = when.days if when else None
    return Reading("finding", finding.id, answer, first, last, words, reason, status, days=days)


def _is_too_old(when: When | None, entry: Entry) -> bool:
    """Whether something was longer ago than counts; how long it lasted says nothing of that."""
    if when is None or entry.within is None or (when.way == "for" and entry.finding in LASTING):
        return False
    return when.days > entry.within
