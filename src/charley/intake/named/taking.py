"""Whether a medicine named in a text is taken now: stopped, never taken and replaced are told apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from charley.intake.named.names import Named
from charley.intake.named.turns import AHEAD, Turn, names_it, turns_of
from charley.intake.patterns.hits import Context
from charley.intake.text.marks import Marks

MANY = frozenset(("them", "both", "all", "everything", "were", "these", "those"))
JOINS = frozenset(("and", "or", "my", "the", "also", "plus", "a", "his", "her"))
BEING = frozenset(("was", "were", "has", "have", "had", "been", "is", "are", "got", "being"))
FIRST = frozenset(("first", "initially", "originally", "previously"))
AFTERWARDS = frozenset(("now", "then", "later", "instead", "currently", "while"))
RESTARTS = frozenset(("restarted", "resumed", "back"))
STILL = frozenset(("still", "since", "ever", "stayed", "now", "again", "first"))
SOME_DAYS = 3.0
LONG_AGO = 180.0
BEFORE = 8
WHEN = 10
"""How many words from the verb its time may stand."""


@dataclass(frozen=True, slots=True)
class Course:
    """What was told of a medicine: the state (stopped, not taken, replaced; empty while it is taken), and
    when, in the words of the text."""

    state: str = ""
    when: str = ""


def course_of(name: Named, names: Sequence[Named], context: Context, marks: Marks) -> Course:
    """Whether a named medicine is taken now, as far as the verbs of its sentence say."""
    turns = list(turns_of(name, names, context, marks))
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
    if _is_bygone(name, context) or _was_long_ago(name, context):
        return Course("stopped")
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


def _looks_back(
    turn: Turn, name: Named, names: Sequence[Named], context: Context, before: Turn | None
) -> bool:
    """Whether a verb behind a name speaks of it: X was stopped, X made me cough so I stopped it."""
    items = context.tokens.items
    next_ = next((n for n in names if turn.end <= n.start < turn.end + AHEAD), None)
    if next_ is not None and not names_it(turn, context):
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


def _is_bygone(name: Named, context: Context) -> bool:
    """Whether a course began and ended long ago: three years ago I had a clot and took warfarin for six
    months."""
    items, times = context.tokens.items, context.times
    lasted = times.get(name.end)
    first = context.layout.sentence_start[name.start]
    verb = [items[p].norm for p in range(max(first, name.start - 2), name.start)]
    if lasted is None or lasted.way != "for" or not (verb[-1:] == ["took"] or verb == ["was", "on"]):
        return False
    began = max((w.days for p, w in times.items() if first <= p < name.start and w.way == "ago"), default=0)
    return began > lasted.days + SOME_DAYS


def _was_long_ago(name: Named, context: Context) -> bool:
    """Whether it was taken once, long ago: I took quinine for cramps years ago; not "and still do"."""
    items, layout = context.tokens.items, context.layout
    if not name.start or items[name.start - 1].norm != "took":
        return False
    end = layout.sentence_end[name.start]
    if any(items[p].norm in STILL for p in range(layout.sentence_start[name.start], end)):
        return False
    near = (context.times.get(p) for p in range(name.end, min(end, name.end + BEFORE)))
    return any(when is not None and when.way == "ago" and when.days >= LONG_AGO for when in near)


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
