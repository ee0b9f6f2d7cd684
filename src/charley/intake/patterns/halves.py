"""Half reassurances: what says that somebody is well and holds only up to a point denies no sign.

"Fine until last night", "she hardly knows me", "I feel everything down to the knee", "my toes are pink but
the two on the left", "her temperature was normal at lunch and now": of these nothing is known.
"""

from __future__ import annotations

from itertools import pairwise

from charley.intake.patterns.hits import Context, Hit

HALF = 3
FAR = 8
"""How many words behind a reassurance may take half of it back: close by, and for what comes next."""

SAVE = frozenset(("except", "apart", "bar", "save", "besides"))
"""What leaves a part out, of a denial too."""

BUT_FOR = frozenset(("then", "unless", "like", "yesterday", "enough"))
"""The same, right behind a denial: "not swollen unless I stand"."""

UP_TO = SAVE | {"until", "till", "hardly", "morning", "mornings", "earlier", "again", "before", "yesterday"}
MORNINGS = (["in", "the", "morning"], ["in", "the", "mornings"])
IN_PART = frozenset((
    ("all", "but"), ("only", "with"), ("only", "by"), ("only", "if"), ("only", "when"),
    ("good", "foot"), ("good", "leg"), ("good", "side"), ("good", "one"),
))  # fmt: skip
SCARCELY = frozenset(("hardly", "barely", "scarcely", "longer"))
"""Words right behind, or before, what says that somebody is well, which take half of it back."""

BUT = frozenset(("but", "bar", "except", "though", "although"))
PARTS = frozenset(("left", "right", "other", "ones", "two", "three", "big", "little"))
"""What sets a part against the whole: "but the two little ones", "bar the right"."""

DO = frozenset(("do", "does", "did", "is", "are", "has", "have"))
WHEN = frozenset(("when", "if", "as", "since", "every", "most", "now"))
"""Behind "but my fingers" they say that of those it is so."""

WAS = frozenset(("was", "were", "could"))
NOW = frozenset(("now", "since", "today"))
"""Behind what was so, they lead to what is."""

AIDS = frozenset(("crutches", "wheelchair", "splint", "brace", "morphine", "frame", "rollator"))
"""What makes somebody do, or bear, what they could not without it."""


def is_half(hit: Hit, context: Context, danger: bool) -> bool:
    """Whether a "no" to a sign, by `hit`, holds only up to a point or of a part.

    A sign that is of the morning may be denied of it; one of danger is not.
    """
    last = context.layout.sentence_end[hit.end - 1]
    behind = [context.norm(place) for place in range(hit.end, min(hit.end + FAR, last))]
    near = behind[:HALF]
    told = {context.norm(place) for place in range(hit.start, hit.end)}
    if hit.pattern.mode != "against":
        part = not SAVE.isdisjoint(told.union(near)) or not BUT_FOR.isdisjoint(near[:1])
        part = part or _others_do(hit, context, last)
        return part or (danger and near in MORNINGS)
    before = [context.norm(place) for place in range(max(hit.start - 2, 0), hit.start)]
    if near[:2] == ["down", "to"] or not IN_PART.isdisjoint(pairwise(behind[: HALF + 1])):
        return True
    if not (UP_TO.isdisjoint(near) and SCARCELY.isdisjoint(before)):
        return True
    changed = not (NOW.isdisjoint(behind) or WAS.isdisjoint(told))
    return changed or _leaves_a_part(behind) or not AIDS.isdisjoint(behind) or _is_of_other(hit, context)


def _others_do(hit: Hit, context: Context, last: int) -> bool:
    """ "My toes don't tingle but my fingers and lips do"."""
    behind = [context.norm(place) for place in range(hit.start, min(hit.end + FAR, last))]
    but = next((at for at, word in enumerate(behind) if word in BUT), None)
    if but is None or "not" in behind[but:]:
        return False
    verb = next((at for at, word in enumerate(behind) if at > but + 1 and word in DO), None)
    if verb is None:
        return False
    after = hit.start + verb + 1
    return after >= last or context.tokens.items[after].before != "" or context.norm(after) in WHEN


def _leaves_a_part(behind: list[str]) -> bool:
    """ "My toes are pink but the two little ones on the left"."""
    return any(
        word in BUT and not PARTS.isdisjoint(behind[place + 1 : place + HALF + 1])
        for place, word in enumerate(behind)
    )


def _is_of_other(hit: Hit, context: Context) -> bool:
    """ "It is cold, though the other foot is pink and warm": of this one nothing is said."""
    return "other" in (context.norm(hit.start - 1), context.norm(hit.start))
