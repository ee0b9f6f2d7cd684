"""What the patterns that stand in a text say: readings, each with the rule that decided."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise

from charley.intake.patterns.belonging import strays
from charley.intake.patterns.choosing import MOST_SPAN, chosen
from charley.intake.patterns.governing import LASTING, answer_of, denial_of, standing_of
from charley.intake.patterns.halves import is_half
from charley.intake.patterns.hits import Context, Hit, Hits
from charley.intake.patterns.lookalikes import LAY, is_lay, looks_alike
from charley.intake.patterns.mending import NO_TOPIC
from charley.intake.patterns.topics import Topic, Topics, find_topics
from charley.intake.patterns.when_told import time_of
from charley.intake.quantities.times import When
from charley.intake.scope.scopes import NONE
from charley.intake.text.marks import Marks
from charley.intake.values import Reading
from charley.records.findings import Finding
from charley.records.lexicon import Entry, Lexicon
from charley.records.library import Library

NEAR = 5
"""How many words may stand between an answer and what takes it back."""

WIDE = 12
"""The same for what takes back across a clause border ("&& ...")."""

GAP = ".."
A_MEDICINE = "<medicine>"
"""The text of a pattern that is any name of a medicine."""

NUMBER_WORD = "{n}"

SHORT = 8
"""A text of so few words answers a question; it need not say what it is about."""

BARE = 3
"""A sentence of so few words is an answer within a story."""

DANGER = "safety"
"""The section of findings of danger."""

EXAMINED = "examination"
"""The section of findings of an examination."""

SIGNS = (DANGER, EXAMINED, "child", "other_signs")
"""Sections of which a half reassurance denies nothing."""

BY_PIECE = frozenset(("cramp_site", "cramp_timing"))
"""Findings that need no word of cramp beside them, where their piece of a sentence tells of a leg."""

ONE = {(side, part) for side in ("one", "left", "right") for part in ("one", "leg", "side", "foot", "is")}
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
            cancels = [other for other in cancels if not _is_denied(other, hit, context)]
        about = _taken_back(hit, cancels, danger, told, context)
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


def _apart(cancel: Hit, hit: Hit, told: Topics, context: Context) -> bool:
    """Whether what would take a hit back speaks of another number, or goes on behind a mark after this one
    ("footballer 24, cramps"); or is a medicine that is only the next
    thing told: "cramps 4x a week, take amlodipine"."""
    if hit.pattern.times and NUMBER_WORD in cancel.pattern.words and hit.caught in context.numbers:
        behind = context.numbers[hit.caught].end
        if hit.caught != cancel.caught:
            return cancel.caught in context.numbers
        return behind < cancel.end and bool(context.tokens.items[behind].before)
    if cancel.pattern.text != A_MEDICINE or told.own[hit.start] is not Topic.CRAMP:
        return False
    return any(context.tokens.items[p].before for p in range(hit.end, cancel.start + 1))


def _is_parted(cancel: Hit, context: Context) -> bool:
    """Whether a mark parts words that belong side by side: "in my back, legs weak" tells of no back legs."""
    if cancel.pattern.reach == "sentence" or GAP in cancel.pattern.text:
        return False
    return any(context.tokens.items[p].before for p in range(cancel.start + 1, cancel.end))


def _is_of_one(cancel: Hit, hit: Hit, context: Context) -> bool:
    """Whether one side is set against what "both" says: both ankles were puffy, but now only one leg pits."""
    if "both" not in cancel.pattern.words or cancel.end > hit.end:
        return False
    told = [context.norm(p) for p in range(max(cancel.end, hit.start - BARE), hit.end)]
    return any(pair in ONE for pair in pairwise(told))


def _is_denied(cancel: Hit, hit: Hit, context: Context) -> bool:
    """Whether there is not what would take a hit back: "I take no iron, and my poo is black"."""
    denied = context.scopes.denied
    cue = denied[cancel.start]
    if cue == NONE or not 0 < cancel.start - cue <= BARE or hit.start <= cue < hit.end:
        return False
    return all(denied[p] != cue for start, end, _ in hit.spans for p in range(start, end))


def _short(hit: Hit, context: Context) -> bool:
    """Whether the text, or the sentence, is too short to say what it is about, like an answer alone."""
    layout = context.layout
    words = layout.sentence_end[hit.start] - layout.sentence_start[hit.start]
    return len(layout.sentence) <= SHORT or words <= BARE


def _taken_back(hit: Hit, cancels: list[Hit], danger: bool, told: Topics, context: Context) -> str:
    """What takes a hit back: words close by in the same clause, or in the sentence when they say so.

    The clause where the hit ends counts too, but not for a sign of danger, which words parted by a mark do
    not take back either.
    """
    layout = context.layout
    first = bisect_left(cancels, hit.start - WIDE - MOST_SPAN, key=lambda other: other.start)
    for other in cancels[first:]:
        if other.start > hit.end + WIDE:
            break
        wide = other.pattern.reach == "sentence"
        ids = layout.sentence if wide else layout.clause
        gap = max(other.start - hit.end, hit.start - other.end)
        same = ids[other.start] == ids[hit.start] or (not danger and ids[other.start] == ids[hit.end - 1])
        near = gap <= (WIDE if wide else NEAR) and same
        spared = danger and (_is_parted(other, context) or _is_of_one(other, hit, context))
        if near and not spared and not _apart(other, hit, told, context):
            return f"'{other.pattern.text}' beside it takes it back"
    return ""


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
