"""What a pattern found in a text says: its own words and the cues that govern it decide."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator

from charley.intake.hits import WITHIN_SENTENCE, Context, Hit
from charley.intake.scopes import NONE
from charley.intake.times import When
from charley.intake.values import Reading, Status
from charley.records.findings import Finding
from charley.records.lexicon import Entry, Lexicon
from charley.records.library import Library

LIFELONG = 3650
"""An option that begins so many days ago is about childhood: only words say it, never a number."""

NEAR = 5
"""How many words may stand between an answer and what takes it back."""

SHORT = 8
"""A text of so few words answers a question; it need not say what it is about."""

BARE = 3
"""A sentence of so few words is an answer within a story."""

CLOSE = 5
"""A phrase of so few words means one place only: the thigh in "back of my left thigh"."""

MOST_SPAN = 30
LOOK_BACK = 6
"""How many hits before a hit are asked whether it lies inside one of them."""

MOST_SHOWN = 70
"""Characters of a pattern in the reason of a reading."""


def readings_of(hits: list[Hit], context: Context, lexicon: Lexicon, library: Library) -> list[Reading]:
    """What each hit says, or why it says nothing."""
    clauses, sentences = context.layout.clause, context.layout.sentence
    cancels: defaultdict[int, list[Hit]] = defaultdict(list)
    for hit in hits:
        if hit.pattern.role == "unless":
            cancels[hit.pattern.entry].append(hit)
    topics = {
        (hit.pattern.entry, sentences[hit.start] + later)
        for hit in hits
        if hit.pattern.role == "needs"
        for later in (0, 1)
    }
    result = []
    lists = {n for n, entry in enumerate(lexicon.entries) if library.findings[entry.finding].type == "multi"}
    answers = _longest([hit for hit in hits if hit.pattern.role == "answers"], lists)
    for hit in _own_denials(list(answers), context):
        number = hit.pattern.entry
        entry = lexicon.entries[number]
        about = _taken_back(hit, cancels[number], clauses)
        if entry.needs and not _short(hit, context) and (number, sentences[hit.start]) not in topics:
            about = "nothing says what it is about"
        reading = _reading(hit, entry, library.findings[entry.finding], context, about)
        if reading is not None:
            result.append(reading)
    return result


def _short(hit: Hit, context: Context) -> bool:
    """Whether the text, or the sentence, is too short to say what it is about, like an answer alone."""
    layout = context.layout
    words = layout.sentence_end[hit.start] - layout.sentence_start[hit.start]
    return len(layout.sentence) <= SHORT or words <= BARE


def _taken_back(hit: Hit, cancels: list[Hit], clauses: list[int]) -> str:
    """What takes a hit back: words close by in the same clause."""
    first = bisect_left(cancels, hit.start - NEAR - MOST_SPAN, key=lambda other: other.start)
    for other in cancels[first:]:
        if other.start > hit.end + NEAR:
            break
        gap = max(other.start - hit.end, hit.start - other.end)
        if gap <= NEAR and clauses[other.start] == clauses[hit.start]:
            return f"'{other.pattern.text}' beside it takes it back"
    return ""


def _longest(hits: list[Hit], lists: set[int]) -> Iterator[Hit]:
    """Of hits of one entry where one lies inside the other, the longer. Of a list, only a close phrase
    swallows another answer: "calves and hands were in knots" names both."""
    by_entry: defaultdict[int, list[Hit]] = defaultdict(list)
    for hit in hits:
        kept = by_entry[hit.pattern.entry]
        close = CLOSE if hit.pattern.entry in lists else MOST_SPAN
        if any(_inside(hit, other, close) for other in kept[-LOOK_BACK:]):
            continue
        while kept and _inside(kept[-1], hit, close):
            kept.pop()
        kept.append(hit)
    for entry, kept in by_entry.items():
        yield from _outside_phrases(kept) if entry in lists else kept


def _outside_phrases(hits: list[Hit]) -> Iterator[Hit]:
    """Of a list, without what only takes a word out of a close phrase: the thigh of "back of my thigh"."""
    phrase: dict[int, Hit] = {}
    for hit in hits:
        if len(hit.spans) == 1 and 1 < hit.end - hit.start <= CLOSE:
            phrase.update(dict.fromkeys(range(hit.start, hit.end), hit))
    for hit in hits:
        over = (phrase.get(start) for start, _, _ in hit.spans)
        if not any(other and _swallows(other, hit) for other in over):
            yield hit


def _swallows(phrase: Hit, hit: Hit) -> bool:
    """Whether a part of a hit lies inside a phrase that gives another answer."""
    within = any(
        phrase.start <= start and end <= phrase.end and end - start < phrase.end - phrase.start
        for start, end, _ in hit.spans
    )
    return within and phrase.pattern.answer != hit.pattern.answer


def _own_denials(hits: list[Hit], context: Context) -> Iterator[Hit]:
    """Without those whose denial is another pattern's word: "can't keep it down" denies no "keep down"."""
    own: defaultdict[int, set[int]] = defaultdict(set)
    for hit in hits:
        if hit.pattern.denies:
            own[hit.pattern.entry].update(p for start, end, _ in hit.spans for p in range(start, end))
    for hit in hits:
        cue = _cue(hit, context.scopes.denied, context, denial=True)
        if hit.pattern.denies or cue == NONE or cue not in own[hit.pattern.entry]:
            yield hit


def _inside(one: Hit, other: Hit, close: int) -> bool:
    """Whether one hit lies inside a longer one, or says the same at the same place."""
    if one.start < other.start or one.end > other.end:
        return False
    if (one.start, one.end) == (other.start, other.end):
        return one.pattern.answer == other.pattern.answer and one.pattern.mode == other.pattern.mode
    if other.end - other.start > close and one.pattern.answer != other.pattern.answer:
        return False
    if {one.pattern.mode, other.pattern.mode} == {"said", "denied"}:
        return False  # only one of the two can speak here
    return one.pattern.answer != other.pattern.answer or one.pattern.mode != other.pattern.mode


def _reading(hit: Hit, entry: Entry, finding: Finding, context: Context, about: str) -> Reading | None:
    denial = _cue(hit, context.scopes.denied, context, denial=True)
    answer, says = _answer(hit, finding, denial != NONE, context)
    if answer is None:
        return None
    first, last, words = context.words(hit.start, hit.end)
    status, why = _standing(hit, entry, context, about)
    when = _time_of(hit, context)
    if status == "taken" and entry.within is not None and when is not None and when.days > entry.within:
        status, why = "dropped", f"longer ago than {entry.within:g} days"
    if denial != NONE and denial < len(context.tokens.items):
        first = min(first, context.tokens.items[denial].start)
        last = max(last, context.tokens.items[denial].end)
        words = context.text[first:last]
    said = hit.pattern.text if len(hit.pattern.text) <= MOST_SHOWN else f"{hit.pattern.text[:MOST_SHOWN]}…"
    reason = f"{says} '{said}' ({entry.place})" + (f"; {why}" if why else "")
    days = when.days if when else None
    return Reading("finding", finding.id, answer, first, last, words, reason, status, days=days)


def _cue(hit: Hit, scope: list[int], context: Context, denial: bool = False) -> int:
    """The cue that governs a part of a hit and is none of the pattern's own words."""
    own = hit.pattern.words
    for start, end, _ in hit.spans:
        for place in range(start, end):
            cue = scope[place]
            if cue == NONE:
                continue
            inside = start <= cue < end
            if inside and (hit.pattern.denies if denial else _is_own(cue, own, context)):
                continue
            return cue
    return NONE


def _is_own(cue: int, own: frozenset[str], context: Context) -> bool:
    return context.tokens.items[cue].norm in own or (cue in context.times and "<time>" in own)


def _answer(
    hit: Hit, finding: Finding, denied: bool, context: Context
) -> tuple[bool | str | float | None, str]:
    pattern = hit.pattern
    if pattern.mode == "both":
        return (not denied), ("denied:" if denied else "said:")
    if pattern.mode == "denied":
        return (pattern.answer, "denied:") if denied else (None, "")
    if denied:
        return None, ""
    if pattern.mode == "against":
        return False, "said the opposite:"
    if pattern.times:
        amount = context.numbers.get(hit.caught)
        return (round(amount.value * pattern.times, 3), "a number:") if amount else (None, "")
    if pattern.answer == "{time}":
        when = context.times.get(hit.caught)
        return (option_for(finding, when.days), "a time:") if when else (None, "")
    return pattern.answer, "said:"


def option_for(finding: Finding, days: float) -> str | None:
    """The option of a finding whose days hold so many days ago."""
    told = [option for option in finding.options if option.days and option.days[0] < LIFELONG]
    for option in told:
        if option.days and (days < option.days[1] or days == option.days[1] > 1):
            return option.value
    return told[-1].value if told else None


def _standing(hit: Hit, entry: Entry, context: Context, about: str) -> tuple[Status, str]:
    scopes, places = context.scopes, [p for start, end, _ in hit.spans for p in range(start, end)]
    if about:
        return "dropped", about
    if not entry.anyone and any(context.others[p] for p in places):
        return "dropped", "said of somebody else"
    if any(scopes.asked[p] for p in places):
        return "dropped", "asked, not said"
    supposed = _cue(hit, scopes.supposed, context)
    if entry.in_doubt:
        return "taken", ""
    if supposed != NONE and not (entry.in_if and context.tokens.items[supposed].norm in ("if", "when")):
        return "dropped", f"only supposed ('{context.tokens.items[supposed].norm}')"
    if _cue(hit, scopes.doubted, context) != NONE and not _is_estimate(hit):
        return "doubted", "not sure"
    past = _cue(hit, scopes.past, context)
    if (
        entry.when == "now"
        and past != NONE
        and not (hit.pattern.answer == "{time}" and past in context.times)
    ):
        return "dropped", "past and over"
    return "taken", ""


def _is_estimate(hit: Hit) -> bool:
    """Whether a hit tells an amount or a time: "maybe twice a month" is the best that anybody can say."""
    pattern = hit.pattern
    return bool(pattern.times) or pattern.answer == "{time}" or isinstance(pattern.answer, float)


def _time_of(hit: Hit, context: Context) -> When | None:
    """The time nearest to a hit in its clause, else in its sentence."""
    best: tuple[int, int, When] | None = None
    sentence, clause = context.layout.sentence[hit.start], context.layout.clause[hit.start]
    low, high = context.layout.sentence_start[hit.start], context.layout.sentence_end[hit.start]
    low, high = max(low, hit.start - WITHIN_SENTENCE), min(high, hit.end + WITHIN_SENTENCE)
    for place in range(low, high):
        when = context.times.get(place)
        if when is None or when.way == "span" or context.layout.sentence[place] != sentence:
            continue
        away = max(hit.start - when.end, when.start - hit.end, 0)
        rank = (int(context.layout.clause[place] != clause), away, when)
        if best is None or rank[:2] < best[:2]:
            best = rank
    return best[2] if best else None
