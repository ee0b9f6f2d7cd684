"""Whether a name found in a text is the person's own: denied, replaced, cleared, or taken."""

from __future__ import annotations

from collections.abc import Sequence

from charley.intake.named.names import Named
from charley.intake.patterns.hits import Context
from charley.intake.scope.scopes import NONE
from charley.intake.text.marks import Marks
from charley.intake.values import Status

NEAR = 9
KEEPS = frozenset((
    "change", "changes", "changed", "changing", "stop", "stopped", "stopping", "miss", "missed", "missing",
    "forget", "forgotten", "forgot", "run", "alter", "altered", "difference", "help", "helps", "helped",
    "skip", "skipped", "better", "without", "trouble", "problem", "problems", "reduced", "cut", "increased",
    "touched", "adjusted", "swapped", "switched", "tolerate", "finished", "lost", "relief",
))  # fmt: skip
"""What is denied before a name without denying the name: no changes to my tablets."""

LIKING = frozenset(("like", "enjoy", "mind", "love"))
OWNS = frozenset(("my", "his", "her"))
LEADS_TO = frozenset(("taking", "using", "the", "my", "his", "her", "this"))
STOPS = frozenset(("stop", "stopping", "halve", "halving", "quit", "quitting", "reduce", "reducing"))
COMING_OFF = frozenset(
    (("come", "off"), ("coming", "off"), ("cut", "down"), ("stay", "on"), ("keep", "taking"))
)
"""Words before a medicine by which somebody who asks or plans takes it."""

MENDING = frozenset(("i", "wait", "sorry", "hang", "hold", "actually", "it", "that", "tell", "make"))
"""Words behind a "no" that mends what was said before: no I tell a lie, no wait."""

CLEARED = frozenset(("normal", "negative", "clear", "excluded"))
LOOKED = frozenset(("tested", "checked", "test", "tests", "screened", "check", "screen", "looked", "scan"))
TRIED = frozenset(("tried", "given", "was", "had", "took", "prescribed", "started", "gave"))
USELESS = frozenset(("useless", "pointless", "hopeless", "rubbish"))
SWAPS = frozenset(("swapped", "switched", "changed", "replaced", "swap", "switch", "moved"))
ONTO = frozenset(("to", "onto", "for", "with"))
ASIDE = frozenset(("the", "my", "a", "an", "his", "her"))
NO_INTAKE = frozenset(
    ("for", "price", "rich", "contains", "containing", "full", "plenty", "enough", "lacking")
)
LEVEL = frozenset(("level", "levels", "test", "tests", "check", "checked", "count", "resistance", "result"))


def standing(name: Named, context: Context, denial: bool = True) -> tuple[Status, str]:
    """What the rules of scope say of a name, and which rule."""
    place, scopes = name.start, context.scopes
    if context.others[place]:
        return "dropped", "said of somebody else"
    denied = denial and scopes.denied[place] not in (NONE, *range(name.start, name.end))
    if denied and not _keeps(name, context):
        return "dropped", "denied"
    if context.text[max(context.tokens.items[place].start - 1, 0)] == "?":
        return "doubted", "asked with a mark before it"
    owned = _is_owned(name, context)
    if scopes.asked[place] and not owned:
        return "dropped", "asked, not said"
    if scopes.supposed[place] != NONE and not owned:
        return "dropped", "only supposed"
    if scopes.doubted[place] != NONE:
        return "doubted", "not sure"
    return "taken", ""


def _keeps(name: Named, context: Context) -> bool:
    """Whether a denial speaks of something else: "no changes to my statin", "no, I tell a lie, a statin"."""
    items, cue = context.tokens.items, context.scopes.denied[name.start]
    if cue + 1 < name.start and items[cue].norm == "no" and items[cue + 1].norm in MENDING:
        return True
    between = {items[place].norm for place in range(cue + 1, name.start)}
    return not KEEPS.isdisjoint(between) or ("taking" in between and not LIKING.isdisjoint(between))


def _is_owned(name: Named, context: Context) -> bool:
    """Whether what is asked takes it as given: should I stop simvastatin, is it my statin?"""
    items, place = context.tokens.items, name.start - 1
    while place > 0 and items[place].norm in LEADS_TO:
        place -= 1
    if name.start and items[name.start - 1].norm in OWNS:
        return True
    before = (items[max(place - 1, 0)].norm, items[place].norm)
    return place >= 0 and before[0] != "not" and (before[1] in STOPS or before in COMING_OFF)


def is_cleared(name: Named, context: Context) -> bool:
    """Whether tests found no such illness: "tested for diabetes and thyroid, all came back normal"."""
    items, end = context.tokens.items, context.layout.sentence_end[name.start]
    behind = range(name.end, min(end, name.end + NEAR))
    first = max(context.layout.sentence_start[name.start], name.start - NEAR)
    looked = any(items[p].norm in LOOKED for p in (*range(first, name.start), *behind[:1]))
    if any(items[p].norm == "ruled" and items[min(p + 1, end - 1)].norm == "out" for p in behind):
        return True
    return looked and any(items[p].norm in CLEARED for p in behind)


def is_replaced(name: Named, names: Sequence[Named], context: Context, marks: Marks) -> bool:
    """Whether another medicine named right behind took its place: a slip of the tongue, or a switch."""
    items = context.tokens.items
    after = next((n for n in names if name.end <= n.start <= name.end + NEAR), None)
    if after is None or after.id == name.id or name.start == 0:
        return False
    between = range(name.end, after.start)
    if any(items[p].norm in ("and", "also", "plus", "both") for p in between):
        return False
    if any(marks.has("correction", p) or _mends(context, p) for p in between):
        return True
    before = items[name.start - 2 if items[name.start - 1].norm in ASIDE else name.start - 1].norm
    if before == "from" or before in SWAPS:
        return any(items[p].norm in ONTO for p in between)
    return False


def is_given_up(name: Named, context: Context) -> bool:
    """Whether it was only tried: "I was given ramipril but could not stand the cough"."""
    items = context.tokens.items
    if name.end >= len(items) or items[name.end].norm not in ("but", "until", "till", *USELESS):
        return False
    first = max(context.layout.sentence_start[name.start], name.start - 4)
    return any(items[p].norm in TRIED for p in range(first, name.start))


def is_only_named(name: Named, context: Context) -> bool:
    """Whether a salt or vitamin is no medicine here: bananas for the potassium, my calcium levels."""
    items, end = context.tokens.items, name.end
    before = [items[p].norm for p in range(max(0, name.start - 2), name.start)]
    if end < len(items) and items[end].norm in LEVEL and not items[end].before:
        return True
    return bool(before) and (before[-1] in NO_INTAKE or (before[-1] in ASIDE and before[0] in NO_INTAKE))


def _mends(context: Context, place: int) -> bool:
    items = context.tokens.items
    follows = place + 1 < len(items) and (
        items[place + 1].norm in MENDING or items[place + 1].before in (",", "-")
    )
    return items[place].norm == "no" and items[place].before in (",", "-", ".") and follows
