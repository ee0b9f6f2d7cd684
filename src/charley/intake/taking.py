"""Whether a medicine named in a text is taken now: stopped, never taken and replaced are told apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from charley.intake.hits import Context
from charley.intake.marks import Marks
from charley.intake.names import Named

TAKES = frozenset((
    "take", "takes", "taking", "use", "uses", "using", "on", "started", "added", "restarted", "given",
    "prescribed", "gave", "put", "swallow", "have", "still",
))  # fmt: skip
TAKEN = frozenset((
    "take", "took", "taken", "taking", "started", "start", "tried", "used", "filled", "collected", "touched",
    "swallowed", "bothered", "buy", "bought",
))  # fmt: skip
ENDS = frozenset(("discontinued", "ditched", "binned", "quit", "withdrawn", "stopped"))
REFUSED = frozenset(("refused", "declined", "turned", "offered", "said", "wants", "want", "wanted"))
BACK = frozenset(("it", "them", "that", "this", "everything", "both", "all", "these", "those"))
MANY = frozenset(("them", "both", "all", "everything", "were", "these", "those"))
ANY = frozenset(("any", "anything", "nothing", "more", "much", "other"))
JOINS = frozenset(("and", "or", "my", "the", "also", "plus", "a", "his", "her"))
BEING = frozenset(("was", "were", "has", "have", "had", "been", "is", "are", "got", "being"))
FIRST = frozenset(("first", "initially", "originally", "previously"))
AFTERWARDS = frozenset(("now", "then", "later", "instead", "currently", "while"))
RESTARTS = frozenset(("restarted", "resumed", "back"))
GOES_ON = frozenset(("kept", "keep", "keeping", "continued", "continue", "continuing"))
INSTEAD = frozenset(("now", "nowadays", "currently", "instead"))
ONLY = frozenset(("just", "only"))
REASONS = frozenset(("because", "due", "for", "from", "as", "after", "since", "with", "when", "cos", "over"))
"""Behind "stopped" they lead to a reason: simvastatin stopped because of aches."""

SOME_DAYS = 3.0
AHEAD = 4
"""How many words behind "stopped" are looked through for what was stopped."""

BEFORE = 8
WHEN = 10
"""How many words from the verb its time may stand."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A verb of a sentence that says that something is taken (`state` empty), stopped or not taken."""

    start: int
    end: int
    state: str


@dataclass(frozen=True, slots=True)
class Course:
    """What was told of a medicine: the state (stopped, not taken, replaced; empty while it is taken), and
    when, in the words of the text."""

    state: str = ""
    when: str = ""


def course_of(name: Named, names: Sequence[Named], context: Context, marks: Marks) -> Course:
    """Whether a named medicine is taken now, as far as the verbs of its sentence say."""
    turns = list(_turns(name, names, context, marks))
    before = next((t for t in reversed(turns) if t.end <= name.start and not _is_of(t, names, context)), None)
    behind = next((t for t in turns if t.start >= name.end), None)
    if _is_resumed(name, names, turns, context):
        return Course()
    if behind is not None and behind.state and _looks_back(behind, name, names, context, before):
        return Course(behind.state, _when(behind, context))
    if before is not None and before.state:
        return Course(before.state, _when(before, context))
    if _is_first(name, names, context):
        return Course("replaced")
    if _was_last(name, context):
        return Course("stopped", context.words(name.end, context.times[name.end].end)[2])
    return Course()


def _is_of(turn: Turn, names: Sequence[Named], context: Context) -> bool:
    """Whether a verb closes what is told of the name before it: simvastatin stopped, | ezetimibe started."""
    items = context.tokens.items
    if not turn.state or turn.end >= len(items) or items[turn.end].before not in (",", ";", "-"):
        return False
    start = turn.start
    while start and items[start - 1].norm in BEING and not items[start].before:
        start -= 1
    return not items[start].before and any(n.end == start for n in names)


def _is_resumed(name: Named, names: Sequence[Named], turns: Sequence[Turn], context: Context) -> bool:
    """Whether it was taken up again, or a verb right behind it says that it was begun: X for a week but
    restarted it; ezetimibe started."""
    items = context.tokens.items
    for turn in turns:
        if turn.state or turn.start < name.end or any(name.end <= n.start < turn.start for n in names):
            continue
        if items[turn.start].norm in RESTARTS or (
            turn.start == name.end and items[turn.start].norm == "started"
        ):
            return not items[turn.start].before
    return False


def _turns(name: Named, names: Sequence[Named], context: Context, marks: Marks) -> Iterator[Turn]:
    """The verbs of the name's sentence, and of the next one that names no medicine."""
    end = context.layout.sentence_end[name.start]
    count = len(context.tokens.items)
    after = context.layout.sentence_end[end] if end < count else end
    if any(end <= other.start < after for other in names):
        after = end
    place = context.layout.sentence_start[name.start]
    while place < after:
        turn = _turn(place, names, context, marks)
        if turn is not None and (turn.start < end or (turn.state and _names_it(turn, context))):
            yield turn
        place = turn.end if turn else place + 1


def _turn(place: int, names: Sequence[Named], context: Context, marks: Marks) -> Turn | None:
    items = context.tokens.items
    word = items[place].norm
    denied = word in ("never", "not")
    if denied:
        return _never(place, context)
    ends = word in ENDS or _finishes(place, names, context)
    end = max(marks.end("stopped", place), place + 1 if ends else 0)
    if end:
        if _spares(place, end, names, context, marks):
            return None
        return Turn(place, end, "not taken" if REFUSED & {t.norm for t in items[place:end]} else "stopped")
    return Turn(place, place + 1, "") if _takes(place, names, context) else None


def _takes(place: int, names: Sequence[Named], context: Context) -> bool:
    """Whether a word says that something is taken: on, kept, now furosemide; "only" behind a comma."""
    items = context.tokens.items
    word = items[place].norm
    if word in TAKES or word in GOES_ON or word in ("restarted", "resumed"):
        return True
    if word == "back":
        return place + 1 < len(items) and items[place + 1].norm == "on"
    near = any(place < n.start <= place + AHEAD for n in names)
    return near and (word in INSTEAD or (word in ONLY and items[place].before != ""))


def _finishes(place: int, names: Sequence[Named], context: Context) -> bool:
    """Whether a course came to its end: finished it on Tuesday, gave up Champix; not "finished work"."""
    items = context.tokens.items
    word, ahead = items[place].norm, items[place + 1 : place + 3]
    if word in ("gave", "given", "giving"):
        return ahead[:1] != [] and ahead[0].norm == "up" and any(n.start == place + 2 for n in names)
    if place and items[place - 1].norm in ("one", "ones", "course"):
        return False
    timed = any(p in context.times for p in (place + 1, place + 2))
    return word == "finished" and bool(ahead) and (ahead[0].norm in BACK or timed)


def _never(place: int, context: Context) -> Turn | None:
    """Never took, was not supposed to take; but not "I take nothing except"."""
    items, clause = context.tokens.items, context.layout.clause
    ahead = range(place + 1, min(place + 5, len(items)))
    taken = next((p for p in ahead if items[p].norm in TAKEN), None)
    if taken is None or clause[taken] != clause[place]:
        return None
    only = taken + 1 < len(items) and items[taken + 1].norm in ANY
    return None if only else Turn(place, taken + 1, "not taken")


def _spares(start: int, end: int, names: Sequence[Named], context: Context, marks: Marks) -> bool:
    """Whether no medicine is stopped: not stopped, it stopped the cramps, the cramps stopped."""
    items, limit = context.tokens.items, context.layout.sentence_end[start]
    if start and items[start - 1].norm in ("not", "never", "without"):
        return True
    if items[start].norm not in ENDS:
        return False
    ahead = range(end, min(end + AHEAD, limit))
    stops = next((p for p in ahead if items[p].norm in REASONS or any(p == n.start for n in names)), limit)
    if any(items[p].norm not in BACK and _is_ill(marks, p) for p in ahead if p < stops):
        return True
    if any(p == n.start for p in ahead for n in names):
        return False
    return any(_is_ill(marks, p) and items[p].norm not in BACK for p in range(max(start - 1, 0), start))


def _is_ill(marks: Marks, place: int) -> bool:
    return any(marks.has(group, place) for group in ("cramp", "complaint", "body"))


def _names_it(turn: Turn, context: Context) -> bool:
    items = context.tokens.items
    near = [items[p].norm for p in range(max(turn.start - 3, 0), turn.end + 1) if p < len(items)]
    return not BACK.isdisjoint(near)


def _looks_back(
    turn: Turn, name: Named, names: Sequence[Named], context: Context, before: Turn | None
) -> bool:
    """Whether a verb behind a name speaks of it: X was stopped, X made me cough so I stopped it."""
    items = context.tokens.items
    next_ = next((n for n in names if turn.end <= n.start < turn.end + AHEAD), None)
    if next_ is not None and not _names_it(turn, context):
        parted = any(items[p].before for p in range(turn.end, next_.start + 1))
        if not (parted and turn.start == name.end):
            return False
    last = max((n for n in names if n.start < turn.start), key=lambda n: n.start)
    if last == name:
        return True
    if not _joined(name, last, names, context):
        return False
    between = {items[p].norm for p in range(last.end, min(turn.end + 1, len(items)))}
    verb = {items[p].norm for p in range(last.end, turn.start)}
    is_subject = verb <= BEING or turn.start == last.end
    if not between.isdisjoint(MANY):
        return True
    return not is_subject and "it" not in between


def _joined(name: Named, last: Named, names: Sequence[Named], context: Context) -> bool:
    """Whether only other medicines and "and" stand between two names."""
    own = {p for n in names for p in range(n.start, n.end)}
    items = context.tokens.items
    return all(p in own or items[p].norm in JOINS for p in range(name.end, last.start))


def _was_last(name: Named, context: Context) -> bool:
    """Whether the last of it was taken days ago: took my last diazepam ten days ago."""
    when = context.times.get(name.end)
    last = name.start > 0 and context.tokens.items[name.start - 1].norm == "last"
    return last and when is not None and when.way == "ago" and when.days >= SOME_DAYS


def _is_first(name: Named, names: Sequence[Named], context: Context) -> bool:
    """Whether another medicine came after this one: first atorvastatin, now simvastatin."""
    items = context.tokens.items
    start = max(context.layout.sentence_start[name.start], name.start - BEFORE // 2 - 1)
    if not any(items[p].norm in FIRST for p in range(start, name.start)):
        return False
    end = context.layout.sentence_end[name.start]
    later = next((n for n in names if name.end <= n.start < end and n.id != name.id), None)
    return later is not None and any(items[p].norm in AFTERWARDS for p in range(name.end, later.start))


def _when(turn: Turn, context: Context) -> str:
    """The time beside a verb, in the words of the text."""
    limit = context.layout.sentence_end[turn.start]
    start = max(context.layout.sentence_start[turn.start], turn.start - WHEN)
    near = (*range(turn.end, min(limit, turn.end + WHEN)), *range(turn.start, start - 1, -1))
    place = next((p for p in near if p in context.times), None)
    return context.words(place, context.times[place].end)[2] if place is not None else ""
