"""What is past: how far a year, an "ago" or a "used to" reaches."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from charley.intake.quantities.times import When
from charley.intake.scope.overs import ends_at_comma
from charley.intake.text.clauses import Layout
from charley.intake.text.marks import Marks
from charley.intake.text.tokens import Tokens

LONG_AGO = 180.0
"""Days after which "ago" speaks of something past, unless it says that something began."""

POINTS = frozenset(("ago", "back", "in"))
"""Last words of phrases that name a time and no state: years ago, back in."""

LEADS = frozenset(
    ("back", "in", "about", "around", "way", "well", "over", "on", "at", "some", "and", "during", "but")
)
"""Words beside a time that say nothing else: back in 2010."""

SINCE_THEN = frozenset(("since", "until", "from", "by", "till", "and", "but"))
NOW = frozenset(("now", "nowadays", "currently", "lately"))

SCENES = frozenset(("when", "as", "while", "during"))
"""Words that begin a clause which says when the next one was."""

TURNS = frozenset(("and", "so", "but", "then", "yet", "when"))
STARTS = frozenset(("started", "began", "begun", "noticed", "developed"))
"""In the clause behind a time they say that it lasts since: eight months back | I began to limp."""

NEAR = 8
EASES = frozenset((
    "swelling", "it", "lump", "fever", "temperature", "temp", "which", "that", "they", "bruise", "bruising",
    "redness", "rash", "puffiness", "pain", "bump", "soon", "eventually", "gradually", "slowly", "ankle",
    "ankles", "calf", "leg", "foot", "always", "never",
))  # fmt: skip
"""Before "went down" they make it a swelling that eased; who else went down fell."""

SWELLED = ("swel", "swol", "puff", "lump", "fever", "temp")

MOST_BARE = 30
"""More words never are nothing but a time."""

NAMED = 6
"""A clause of so few words can only say what something was: it was only pleurisy."""

IT = frozenset(("it", "that", "this", "they", "which"))
WAS = frozenset(("was", "were"))

Cue = tuple[int, int, bool]
"""First token, place after the last, and whether it is a time rather than a state."""


def find_past(tokens: Tokens, marks: Marks, layout: Layout, times: list[When], past: list[int]) -> None:
    """Write into `past` the cue that puts each token into the past."""
    spared = {p for start, end in marks.places("not_since").items() for p in range(start, end)}
    recent = sorted(
        when.start
        for when in times
        if when.way != "span" and when.days < LONG_AGO and not _lasted(tokens, layout, when)
    )
    onsets = [place for place in marks.places("onset") if place not in spared]
    begun = {layout.clause[place] for place in onsets}
    starts = {layout.clause[place] for place in onsets if tokens.items[place].norm in STARTS}
    for start, end, is_time in _cues(tokens, marks, times):
        if is_time and layout.clause[start] in begun:
            continue
        first, last = _reach(tokens, marks, layout, start, end, is_time)
        up_to = _up_to_recent if is_time else _up_to_comma
        last = up_to(tokens, end, last, recent)
        if is_time and first < last and layout.clause[last - 1] in starts:
            continue
        past[first:last] = [start] * (last - first)


def _cues(tokens: Tokens, marks: Marks, times: list[When]) -> Iterator[Cue]:
    """Times long ago, and phrases that say so, but for one within a nearer time: in the past few days."""
    for when in times:
        if when.way in ("ago", "last") and when.days >= LONG_AGO:
            yield when.start, when.end, True
    spans = {place: when for when in times for place in range(when.start, when.end)}
    for start, end in marks.places("past").items():
        over = spans.get(end - 1)
        if over is not None and over.end > end and over.days < LONG_AGO:
            continue
        if _somebody_fell(tokens, start):
            continue
        yield start, end, tokens.items[end - 1].norm in POINTS


def _up_to_recent(tokens: Tokens, end: int, last: int, recent: list[int]) -> int:
    """Where a time long ago stops for a nearer one: he died six years ago | so when I coughed blood today."""
    at = bisect_left(recent, end)
    if at == len(recent) or recent[at] >= last:
        return last
    return next((p for p in range(end, recent[at] + 1) if tokens.items[p].norm in TURNS), last)


def _up_to_comma(tokens: Tokens, end: int, last: int, recent: list[int]) -> int:
    """Where a state of once stops for a nearer time behind a comma: had slim ankles, | today both..."""
    near = (_led_from(tokens, p, end) for p in recent[bisect_left(recent, end) : bisect_left(recent, last)])
    return next((p for p in near if tokens.items[p].before == ","), last)


def _led_from(tokens: Tokens, place: int, end: int) -> int:
    """Where a time begins with what leads to it: then on | Monday."""
    while place > end and not tokens.items[place].before and tokens.items[place - 1].norm in (*LEADS, *TURNS):
        place -= 1
    return place


def _somebody_fell(tokens: Tokens, place: int) -> bool:
    """Whether who "went down" is a person, and no swelling: I went down in the kitchen, out cold."""
    items = tokens.items
    if (items[place].norm, items[min(place + 1, len(items) - 1)].norm) != ("went", "down"):
        return False
    before = items[place - 1].norm if place and not items[place].before else ""
    if before in EASES:
        return False
    return not any(token.norm.startswith(SWELLED) for token in items[max(place - NEAR, 0) : place])


def _reach(
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
        return first, layout.clause_end[last] if goes_on else last
    begin, stop = _between_commas(tokens, first, last, start, end)
    if _is_bare(tokens, marks, begin, stop):
        return first, last
    stop = _with_what_was(tokens, layout, stop) if stop == last else stop
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
    if not _says_what_was(tokens, last) or tokens.items[last].before:
        return last
    return _between_commas(tokens, last, layout.clause_end[last], last, last + 1)[1]


def _says_what_was(tokens: Tokens, place: int) -> bool:
    words = [t.norm for t in tokens.items[place : place + 2]]
    return words in (["and", "was"], ["and", "were"])


def _lasted(tokens: Tokens, layout: Layout, when: When) -> bool:
    """Whether a time only tells how long something was: and was paralysed for three days."""
    first = layout.clause_start[when.start]
    parted = any(tokens.items[p].before == "," for p in range(first + 1, when.start + 1))
    return when.way == "for" and not parted and _says_what_was(tokens, first)


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
