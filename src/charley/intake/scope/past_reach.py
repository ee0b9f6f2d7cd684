"""From where to where a time of long ago, or a state of once, reaches."""

from __future__ import annotations

from charley.intake.scope.overs import ends_at_comma
from charley.intake.text.clauses import Layout
from charley.intake.text.marks import Marks
from charley.intake.text.tokens import Tokens

LEADS = frozenset((
    "back", "in", "about", "around", "way", "well", "over", "on", "at", "some", "and", "during", "but",
    "once",
))  # fmt: skip
"""Words beside a time that say nothing else: back in 2010."""

SINCE_THEN = frozenset(("since", "until", "from", "by", "till", "and", "but"))

NOW = frozenset(("now", "nowadays", "currently", "lately"))

TILL_NOW = NOW | frozenset((
    "since", "still", "today", "yesterday", "tonight", "again", "this", "week", "last", "is", "are", "am",
    "have", "has",
))  # fmt: skip
"""Behind a colon they say that something is so now."""

WENT_ON = frozenset((
    "was", "were", "had", "landed", "ended", "spent", "needed", "went", "became", "collapsed", "woke",
    "lost",
))  # fmt: skip
"""Verbs that go on with what was, behind an "and"."""

SCENES = frozenset(("when", "as", "while", "during"))
"""Words that begin a clause which says when the next one was."""

MOST_BARE = 30
"""More words never are nothing but a time."""

NAMED = 6
"""A clause of so few words can only say what something was: it was only pleurisy."""

IT = frozenset(("it", "that", "this", "they", "which"))

WAS = frozenset(("was", "were"))


def reach_of(
    tokens: Tokens, marks: Marks, layout: Layout, start: int, end: int, is_time: bool
) -> tuple[int, int]:
    """From where to where a cue reaches: a time that stands alone before a clause belongs to that clause, one
    among other words to the words between its commas; a state to its clause, up to a "now"."""
    first, last = layout.clause_start[start], layout.clause_end[start]
    if _sets_scene(tokens, first) or (start == first and tokens.items[first].norm == "with"):
        last = _with_next(tokens, marks, layout, first)
        is_time = False
    if tokens.items[start].norm == "no":
        return first, ends_at_comma(tokens, layout, end)
    if not is_time:
        first = start if tokens.items[start].norm == "used" and tokens.items[start].before == "," else first
        now = (p for p in range(end, last) if tokens.items[p].norm in NOW or _comes_to(tokens, p))
        return first, next(now, last)
    if _is_bare(tokens, marks, first, last):
        goes_on = last < len(tokens.items) and layout.sentence[last] == layout.sentence[start]
        return first, _with_the_rest(tokens, layout, layout.clause_end[last]) if goes_on else last
    begin, stop = _between_commas(tokens, first, last, start, end)
    if _is_bare(tokens, marks, begin, stop):
        return first, last
    stop = _with_what_was(tokens, layout, stop) if stop == last else stop
    stop = _with_the_rest(tokens, layout, stop) if stop == last and begin == first else stop
    then = max(stop, _then(tokens, stop, layout.sentence_end[start]))
    return begin, layout.clause_end[then] if then == last and _names_it(tokens, layout, last) else then


def _sets_scene(tokens: Tokens, first: int) -> bool:
    """Whether a clause only says when the next was: when I had covid in 2021 | I had a fever."""
    return tokens.items[first].norm in SCENES


def _with_next(tokens: Tokens, marks: Marks, layout: Layout, first: int) -> int:
    """The end of the clause behind one that sets the scene, with those that an "and" adds to it."""
    last, stop = layout.clause_end[first], layout.sentence_end[first]
    if last >= stop:
        return last
    last = layout.clause_end[last]
    while last + 1 < stop and tokens.items[last].norm == "and" and marks.has("finite", last + 1):
        last = layout.clause_end[last]
    return last


def _comes_to(tokens: Tokens, place: int) -> bool:
    """Whether a number is told that has taken the place of another: "used to be five, down to one"."""
    ahead = tokens.items[place + 1].norm if place + 1 < len(tokens.items) else ""
    return tokens.items[place].norm in ("down", "up") and ahead == "to"


def _is_bare(tokens: Tokens, marks: Marks, start: int, end: int) -> bool:
    """Whether nothing but a time stands here."""
    place = start
    if end - start > MOST_BARE:
        return False
    while place < end:
        after = max(marks.end("<time>", place), marks.end("past", place))
        if not after and tokens.items[place].norm not in LEADS:
            return False
        place = max(after, place + 1)
    return True


def _then(tokens: Tokens, start: int, end: int) -> int:
    """The place after a "then" that comes back to the time: "a stroke in 2019, my face dropped then"."""
    for place in range(start, end):
        word, before = tokens.items[place].norm, tokens.items[place - 1].norm
        if (
            word == "then"
            and tokens.after(place)
            and before not in SINCE_THEN
            and not tokens.items[place].before
        ):
            return place + 1
    return 0


def _with_what_was(tokens: Tokens, layout: Layout, last: int) -> int:
    """The end of a clause that an "and" adds to one long ago: fell off a roof in 1989 | and was paralysed."""
    if not says_what_was(tokens, last) or tokens.items[last].before:
        return last
    return _between_commas(tokens, last, layout.clause_end[last], last, last + 1)[1]


def _with_the_rest(tokens: Tokens, layout: Layout, last: int) -> int:
    """The end of what an "and" or a colon goes on to tell, where nothing there says that it is so now: two
    years ago I overdid it | and landed in hospital: | swollen thighs, drips for five days."""
    items, stop = tokens.items, layout.sentence_end[last - 1]
    if any(items[p].norm in TILL_NOW for p in range(last, stop)):
        return last
    while last + 1 < stop and items[last].norm == "and" and items[last + 1].norm in WENT_ON:
        last = layout.clause_end[last]
    return stop if last < stop and items[last].before == ":" else last


def says_what_was(tokens: Tokens, place: int) -> bool:
    words = [t.norm for t in tokens.items[place : place + 2]]
    return words in (["and", "was"], ["and", "were"])


def _names_it(tokens: Tokens, layout: Layout, place: int) -> bool:
    """Whether the next clause only says what it was: chest pain three years ago, | it was pleurisy."""
    items = tokens.items
    if place + 2 >= len(items) or items[place].before not in (",", "-", ";"):
        return False
    short = layout.clause_end[place] - place <= NAMED
    return short and items[place].norm in IT and items[place + 1].norm in WAS


def _between_commas(tokens: Tokens, first: int, last: int, start: int, end: int) -> tuple[int, int]:
    begin = next((p for p in range(start, first, -1) if tokens.items[p].before == ","), first)
    stop = next((p for p in range(end, last) if tokens.items[p].before == ","), last)
    return begin, stop
