"""What holds for each token: denied, doubted, supposed, asked, past; each with the cue that says so."""

from __future__ import annotations

from dataclasses import dataclass

from charley.intake.quantities.hedging import hedges_amount, hedges_before
from charley.intake.quantities.times import When
from charley.intake.scope.asking import asked_of_one, is_answered
from charley.intake.scope.comparing import compares, is_picture, tells_within
from charley.intake.scope.denials import answers_before, denied_denial, denies, goes_on, undoes
from charley.intake.scope.denied_else import Reach, follow_denials
from charley.intake.scope.denied_lists import ends_list
from charley.intake.scope.doubts import (
    asks_why,
    ends_doubt,
    ends_supposing,
    goes_into,
    is_word_asked,
    says_so,
)
from charley.intake.scope.given import given_until, own_nouns
from charley.intake.scope.overs import (
    FAR,
    begun_until,
    ends_at_comma,
    is_long_ago,
    over_now,
    over_since,
    over_then,
)
from charley.intake.scope.pasts import find_past
from charley.intake.scope.replies import answered, denied_behind
from charley.intake.scope.weighed import asks_advice, is_no_worry, weighs
from charley.intake.text.clauses import Layout
from charley.intake.text.marks import Marks
from charley.intake.text.tokens import Tokens

NONE = -1


@dataclass(frozen=True, slots=True)
class Scopes:
    """For each token the place of the cue that governs it, or NONE; and whether it is asked, said to be no
    longer so (`over`), to have passed just now (`passed`), to
    be better without being long ago (`eased`), or not to have been so until now (`begun`). `pictures` are the
    cues that suppose nothing of what began before them, each with whether what stands behind is told too;
    `reach` tells where a denial is of something else, `twice` which denial another one denies."""

    denied: list[int]
    doubted: list[int]
    supposed: list[int]
    past: list[int]
    asked: list[bool]
    over: list[bool]
    passed: list[bool]
    eased: list[bool]
    begun: list[bool]
    pictures: dict[int, bool]
    reach: Reach
    twice: dict[int, int]


def find_scopes(tokens: Tokens, marks: Marks, layout: Layout, times: list[When]) -> Scopes:
    """Every scope, in one pass from left to right and one for what stands behind."""
    count = len(tokens.items)
    denied, doubted, supposed, past = ([NONE] * count for _ in range(4))
    asked, over, passed, eased, begun = ([False] * count for _ in range(5))
    reach = Reach([False] * count, [False] * count)
    scopes = Scopes(denied, doubted, supposed, past, asked, over, passed, eased, begun, {}, reach, {})
    _forwards(tokens, marks, layout, scopes)
    _backwards(tokens, marks, layout, scopes)
    follow_denials(tokens, marks, scopes.denied, scopes.reach)
    find_past(tokens, marks, layout, times, scopes.past)
    _asked(tokens, marks, layout, scopes)
    for start, end in own_nouns(tokens, marks):
        scopes.asked[start:end] = [False] * (end - start)
        _fill(scopes.supposed, start, end, NONE)
    _over(tokens, marks, layout, scopes)
    _eased(marks, layout, times, scopes)
    _since_over(tokens, marks, layout, times, scopes)
    _begun(marks, layout, scopes)
    for start, end in begun_until(tokens, marks, layout, scopes.denied):
        scopes.begun[start:end] = [True] * (end - start)
    return scopes


def _forwards(tokens: Tokens, marks: Marks, layout: Layout, scopes: Scopes) -> None:
    denied = doubted = supposed = NONE
    skip = 0
    negations, no_negations = marks.places("negation"), marks.places("not_negation")
    doubts, supposing = marks.places("doubt"), marks.places("supposing")
    for place in range(len(tokens.items)):
        if place == layout.clause_start[place]:
            denied = denied if goes_on(tokens, marks, denied, place) else NONE
            doubted = doubted if goes_into(tokens, marks, doubted, place) else NONE
        if supposed != NONE and ends_supposing(tokens, marks, layout, place, supposed):
            supposed = NONE
        if denied != NONE and (marks.has("frees", place) or ends_list(tokens, marks, layout, place, denied)):
            denied = NONE
        if place in negations and place >= skip and denies(tokens, marks, layout, place):
            denied = _denied_anew(tokens, denied, place, scopes)
            skip = max(skip, negations[place])
        skip = max(skip, no_negations.get(place, 0))
        if doubted != NONE and ends_doubt(tokens, layout, place, doubted):
            doubted = NONE
        if place in doubts and _doubts(tokens, marks, place):
            doubted = place
            skip = max(skip, doubts[place] if doubts[place] > place + 1 else 0)
        if place in supposing and _supposes(tokens, marks, layout, place, supposed):
            supposed = place
            if is_picture(tokens, marks, layout, place):
                scopes.pictures[place] = tells_within(tokens, marks, place)
        scopes.denied[place], scopes.doubted[place], scopes.supposed[place] = denied, doubted, supposed


def _denied_anew(tokens: Tokens, denied: int, place: int, scopes: Scopes) -> int:
    """The denial that governs from here on; one under another may be denied by it."""
    outer = denied_denial(tokens.items, place)
    if outer >= 0:
        scopes.twice[place] = outer
    return NONE if undoes(tokens.items, denied, place) else place


def _supposes(tokens: Tokens, marks: Marks, layout: Layout, place: int, supposed: int) -> bool:
    """Whether a supposing begins here; what stands in an "as if" is none of its own."""
    if says_so(tokens, marks, layout, place) or is_answered(tokens, layout, place):
        return False
    items = tokens.items
    if asks_advice(items, place) or is_no_worry(items, place) or weighs(items, place):
        return False
    if supposed == NONE or not compares(tokens, marks, supposed):
        return True
    return place >= marks.end("supposing", supposed) and tokens.items[place].norm != "would"


def _doubts(tokens: Tokens, marks: Marks, place: int) -> bool:
    """Whether a doubt begins here; "can't say I have" is a longer phrase, and denies."""
    end = marks.end("doubt", place)
    if marks.end("negation", place) > end or asks_why(tokens, end):
        return False
    return not hedges_amount(tokens, marks, place, end)


def _backwards(tokens: Tokens, marks: Marks, layout: Layout, scopes: Scopes) -> None:
    """What stands behind: "fever: no", "a bit swollen, not sure though"."""
    for place in marks.places("answers_no"):
        if answers_before(tokens, marks, layout, place):
            _fill(scopes.denied, answered(tokens, marks, layout, place), place, place)
    for first, last, cue, doubts in denied_behind(tokens, marks, layout):
        _fill(scopes.doubted if doubts else scopes.denied, first, last, cue)
    for place, end in marks.places("doubt_before").items():
        if hedges_amount(tokens, marks, place, end) or hedges_before(tokens, place):
            continue
        if end >= layout.clause_end[place] - 1 and place and not asks_why(tokens, end):
            start = layout.clause_start[place]
            first = layout.clause_start[start - 1] if start and place - start <= 3 else start
            _fill(scopes.doubted, first, place, place)


def _fill(scope: list[int], start: int, end: int, cue: int) -> None:
    for place in range(start, end):
        scope[place] = cue


def _asked(tokens: Tokens, marks: Marks, layout: Layout, scopes: Scopes) -> None:
    """Sentences that ask whether something is so say nothing of it, unless they take it as given."""
    end = 0
    while end < len(tokens.items):
        place, end = end, layout.sentence_end[end]
        if tokens.after(end - 1) != "?":
            continue
        if is_word_asked(tokens, place, end):
            scopes.asked[place:end] = [True] * (end - place)
        begins = (p for p in range(place, end) if p in (place, layout.clause_start[p]))
        begin = next((p for p in begins if marks.has("asks", p)), end)
        if begin < end and not any(marks.has("presumes", p) for p in range(place, end)):
            scopes.asked[begin:end] = [True] * (end - begin)
            given = given_until(tokens, marks, begin, end)
            scopes.asked[begin + 1 : given] = [False] * (given - begin - 1)
    for start, end in asked_of_one(tokens, layout):
        scopes.asked[start:end] = [True] * (end - start)


def _over(tokens: Tokens, marks: Marks, layout: Layout, scopes: Scopes) -> None:
    """ "I no longer have a fever"; "it was dark, | but now it is clear" speaks of the clause before."""
    for place, end in marks.places("ended").items():
        start = layout.clause_start[place]
        if tokens.items[place].norm == "no":
            last = ends_at_comma(tokens, layout, end)
            scopes.over[start:last] = [True] * (last - start)
            continue
        if (
            place - start <= 2
            and end >= layout.clause_end[place] - 1
            and start > layout.sentence_start[place]
        ):
            start = layout.clause_start[start - 1]
        for over in range(start, layout.clause_end[place]):
            scopes.over[over] = True


def _since_over(tokens: Tokens, marks: Marks, layout: Layout, times: list[When], scopes: Scopes) -> None:
    """What is told to be over behind the telling; of what passed this month only that it did."""
    for start, end, cue in over_since(tokens, marks, layout, times):
        scopes.over[start:end] = [True] * (end - start)
        _fill(scopes.past, start, end, cue)
    for start, end, cue in over_then(tokens, layout, times):
        _fill(scopes.past, start, end, cue)
    for start, end, cue in over_now(tokens, marks, layout, times):
        scopes.passed[start:end] = [True] * (end - start)
        if is_long_ago(start, end, times):
            _fill(scopes.past, start, end, cue)


def _eased(marks: Marks, layout: Layout, times: list[When], scopes: Scopes) -> None:
    """ "I was confused on Sunday, better now": what puts this into the past is only that it is better."""
    for place in marks.places("eased"):
        start, end = layout.clause_start[place], layout.clause_end[place]
        near = range(max(start, place - FAR), min(end, place + FAR))
        told = [p for p in near if marks.has("past", p) and not marks.has("eased", p)]
        if not told and not is_long_ago(start, end, times):
            scopes.eased[start:end] = [True] * (end - start)


def _begun(marks: Marks, layout: Layout, scopes: Scopes) -> None:
    """ "My feet never used to be numb, | now they are"."""
    for place in marks.places("never_was"):
        now = (p for p in range(place, layout.sentence_end[place]) if marks.has("now_so", p))
        for begun in range(layout.clause_start[place], next(now, 0)):
            scopes.begun[begun] = True
