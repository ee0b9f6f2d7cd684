"""Where a list of denials ends: "no fever, calf swollen"; "no ulcers, no sores, varicose veins for years"."""

from __future__ import annotations

from charley.intake.scope.denials import ALTERNATIVES, LISTS
from charley.intake.text.clauses import Layout
from charley.intake.text.marks import SIGN, Marks
from charley.intake.text.tokens import Token, Tokens

NOT_LIST = 12
"""So many words ahead an "or" is looked for that keeps a list of denials going."""

CLOSE = 2
"""How many words may stand between a part of the body and how it is."""

MANY = ("s", "feet")
"""How a word for several parts of the body ends: legs twitching is told, calf swelling is a name."""

HAVING = frozenset(("had", "have", "having", "any", "a", "an", "noticed", "suffered", "experienced", "got"))
"""Behind a "never" they begin a list of what there never was: never had fits, faints, blackouts."""

NO_ILLNESS = 4
"""An illness that is none of the catalogue's has fewer words: high blood pressure, heart disease."""

LISTING = frozenset(
    ("no", "nor", "neither", "without", "deny", "denies", "denied", "denying", "nil", "none", "zero")
)
"""Denials that go on over a list, behind an "and" too."""

NEW_SUBJECT = frozenset(("the", "my", "his", "her", "it"))
IS = frozenset(("is", "are", "was", "were", "has", "have", "'s", "feels", "feel", "gets", "keeps", "hurts"))
"""Right behind a word they make it the subject of something told."""

LONG_NAME = 4
"""Behind an "and" a longer piece than this tells; a shorter one may only name a thing."""

LIKE = frozenset(("like", "such"))
WHOLE = frozenset(("in", "over", "during", "within"))
"""Before a time they make it the time of the whole list: no fits, faints in the last month."""

EACH = frozenset(("no", "not", "never", "without", "nil", "denies", "zero"))
"""Denials that people repeat before each word of a list."""

OPENS = ("determiner", "owner", "subject", "tells_first")
"""Groups that begin something told, where a list of denials names bare things."""

TELLS = ("fine", "finite", "tells")
"""Groups of which a word makes something told: a verb, a "since", and that all is well."""


def ends_list(tokens: Tokens, marks: Marks, layout: Layout, place: int, denied: int) -> bool:
    """Whether a list of denials ends at this comma, or behind an "and": "no cough and a fever".

    "No" goes on to the next word of a list, but not to what tells how something is ("no fever, calf
    swollen"); "not" goes on only where an "or" follows. What everybody is asked about ends with itself:
    "no allergies, calf swollen", "never smoked, high fever"; and where each word had its own "no", the one
    without is told: "no ulcers, no sores, varicose veins".
    """
    follows_and = place > denied + 1 and tokens.items[place - 1].norm in ("and", "plus")
    if tokens.items[place].before != "," and not follows_and:
        new = place > denied + 1 and _is_new_statement(tokens, marks, layout, place)
        return new or _is_other_part(tokens, marks, place, denied)
    end = _item_end(tokens, layout, place)
    if _leaves_background(tokens, marks, layout, denied, place, end):
        return True
    if _or_ahead(tokens, place, min(layout.clause_end[place], place + NOT_LIST)):
        return False
    if _is_sign_behind_illness(tokens, marks, layout, place, denied):
        return True
    if follows_and:
        return _is_told_behind_and(tokens, marks, place, denied, end)
    if _denies_once(tokens.items, denied) or _had_each_its_own(tokens, layout, place, denied):
        return True
    return tells(tokens, marks, place, end) or _is_timed(tokens, marks, layout, place, end)


def _is_new_statement(tokens: Tokens, marks: Marks, layout: Layout, place: int) -> bool:
    """Whether a side begins a statement without a comma: no fever no rash | left calf swollen."""
    if tokens.items[place].norm not in ("left", "right") or place + 2 >= layout.clause_end[place]:
        return False
    marked = tokens.items[place + 1].before or tokens.items[place + 2].before
    return not marked and marks.has("body", place + 1) and marks.has("state", place + 2)


def _is_other_part(tokens: Tokens, marks: Marks, place: int, denied: int) -> bool:
    """Whether an owner begins what is told of another part without a mark: not the toes | my hands curl."""
    if place != denied + 3 or tokens.items[denied].norm != "not" or not marks.has("owner", place):
        return False
    return (
        marks.has("determiner", denied + 1) and marks.has("body", denied + 2) and marks.has("body", place + 1)
    )


def _is_told_behind_and(tokens: Tokens, marks: Marks, place: int, denied: int, end: int) -> bool:
    """Whether an "and" adds what is told: no cough and | a fever; didn't bang it and | the skin on my calf
    crackles; can't get up and | swallowing is hard. What only names another thing is denied too: can't feel
    the foot and the toes."""
    cue, word = tokens.items[denied].norm, tokens.items[place].norm
    if word in ("a", "an"):
        return cue in ("no", "not")
    if cue in LISTING:
        return False
    is_subject = place + 1 < end and tokens.items[place + 1].norm in IS
    return is_subject or (word in NEW_SUBJECT and end - place > LONG_NAME)


def _item_end(tokens: Tokens, layout: Layout, place: int) -> int:
    """The place after a word of a list: its next comma, or the end of its clause."""
    end = place + 1
    while end < layout.clause_end[place] and tokens.items[end].before != ",":
        end += 1
    return end


def _denies_once(items: list[Token], denied: int) -> bool:
    """Whether a denial belongs to its own verb, or to all: "not", "never been abroad", "nothing else"."""
    cue, after = items[denied].norm, items[min(denied + 1, len(items) - 1)].norm
    if cue == "never":
        return after not in HAVING
    heads = after in LISTS and [t.before for t in items[denied + 2 : denied + 3]] == [":"]
    return (cue == "not" and not heads) or (cue in ("nothing", "nobody") and after not in LIKE)


def _leaves_background(
    tokens: Tokens, marks: Marks, layout: Layout, denied: int, place: int, end: int
) -> bool:
    """Whether allergies, tablets or smoking were denied, and another thing is told behind the comma."""
    own, item = range(denied, min(place, _item_end(tokens, layout, denied))), range(place, end)
    told = len(item) >= NO_ILLNESS and not _or_ahead(tokens, place, end)
    illness = told and any(marks.has("<condition>", p) for p in own)
    if not illness and not any(marks.has("background", p) for p in own):
        return False
    return not any(marks.has("background", p) or marks.has("<condition>", p) for p in item)


def _is_sign_behind_illness(tokens: Tokens, marks: Marks, layout: Layout, place: int, denied: int) -> bool:
    """Whether an illness was denied, and a sign is told: "no diabetes, high fever"."""
    if tokens.items[place].before != ",":
        return False
    end = _item_end(tokens, layout, place)
    ill = [any(marks.has("<condition>", p) for p in r) for r in (range(denied, place), range(place, end))]
    return ill == [True, False] and any(marks.has(SIGN, p) for p in range(place, end))


def _or_ahead(tokens: Tokens, start: int, end: int) -> bool:
    return any(tokens.items[place].norm in ALTERNATIVES for place in range(start, end))


def _had_each_its_own(tokens: Tokens, layout: Layout, place: int, denied: int) -> bool:
    """Whether the words of a list up to this comma each have a denial: no ulcers, no sores, | veins."""
    items, first = tokens.items, layout.clause_start[denied]
    if items[denied].before != "," or any(items[p].before == "," for p in range(denied + 1, place)):
        return False
    before = _item_start(tokens, layout, denied - 1)
    return first <= denied and items[denied].norm in EACH and items[before].norm in EACH


def _item_start(tokens: Tokens, layout: Layout, place: int) -> int:
    """The first word of a list's item, which may be a clause of its own."""
    first = layout.clause_start[place]
    return next((p for p in range(place, first, -1) if tokens.items[p].before == ","), first)


def _is_timed(tokens: Tokens, marks: Marks, layout: Layout, place: int, end: int) -> bool:
    """Whether a time tells of this word alone: no sores, burning feet for years; ... breathless | since."""
    stop = layout.sentence_end[place]
    if end < stop and not tokens.items[end].before and tokens.items[end].norm == "since":
        return True
    timed = (p for p in range(place + 1, end) if marks.has("<time>", p) or marks.has("<span>", p))
    return any(WHOLE.isdisjoint(t.norm for t in tokens.items[max(place, p - 2) : p + 1]) for p in timed)


def tells(tokens: Tokens, marks: Marks, place: int, end: int) -> bool:
    """Whether a word of a list is a sentence of its own: "walking fine", "left calf red and hot", "my
    ankles", "passed out today"."""
    if any(marks.has(group, place) for group in OPENS) and not marks.has("list_word", place):
        return True
    if any(marks.has(group, p) for p in range(place, end) for group in TELLS):
        return True
    return any(marks.has("body", p) and _is_somehow(tokens, marks, p, end) for p in range(place, end))


def _is_somehow(tokens: Tokens, marks: Marks, body: int, end: int) -> bool:
    """Whether a part of the body is, or does, something: "calf red and hot", "legs twitching"."""
    ahead = range(body + 1, min(body + 2 + CLOSE, end))
    if ahead and tokens.items[body].norm.endswith(MANY) and tokens.items[body + 1].norm.endswith("ing"):
        return True
    return any(marks.has("state", p) or marks.has("finite", p) for p in ahead)
