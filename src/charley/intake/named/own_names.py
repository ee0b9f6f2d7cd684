"""Whether an illness named in a text is the person's now: no prefix, no plan, no other people's, no word
of everyday speech behind a short name."""

from __future__ import annotations

from itertools import pairwise

from charley.intake.named.names import Named
from charley.intake.patterns.hits import Context
from charley.intake.scope.scopes import NONE
from charley.intake.values import Status

SHORT = 3
"""Names of so few letters are words of everyday speech too: a pad, mi back, sore af, Ms Patel."""

LISTED = frozenset((
    "have", "has", "'ve", "'s", "got", "with", "of", "known", "pmh", "hx", "history", "diagnosed", "and",
    "plus", "my", "his", "her", "chronic",
    "severe", "mild", "early", "paroxysmal", "no", "not", "type",
    "previous", "past", "pmhx", "for", "is", "progressive", "secondary", "relapsing",
))  # fmt: skip
"""Words before a short name that make it an illness however it is written."""

NO_PREFIX = frozenset(("non", "anti"))
NON_NAMES = ("hodgkin", "alcoholic", "ischaemic", "ischemic", "insulin", "small", "epileptic")
"""Words of which "non" makes the name of another illness."""

NOT_YET = frozenset(("pre", "borderline", "nearly", "almost"))
PLANS = frozenset((
    "waiting", "awaiting", "booked", "scheduled", "considering", "offered", "avoid", "risk", "prevent",
    "lead", "heading",
))  # fmt: skip
"""Words before an illness or operation that is still to come, or never may."""

MAYBE = frozenset(("may", "might", "could", "will", "would"))
NEEDS = frozenset(("need", "get", "become", "develop", "end", "require", "be", "go"))
PEOPLE = frozenset((
    "people", "patients", "those", "someone", "somebody", "anyone", "sufferers", "folk", "folks", "others",
))  # fmt: skip
EATEN = frozenset((
    "diet", "diets", "snack", "snacks", "drink", "drinks",
    "squash", "food", "foods", "option", "options", "version",
    "yoghurt", "jam", "cola", "cereal", "alternative", "meal", "meals",
))  # fmt: skip
"""Words behind a name that make it something to eat: a low sugar diet."""

TREATED = frozenset(("only", "controlled", "alone", "treated", "managed", "control"))
"""Words behind "diet" that make it a treatment: diabetes, diet only."""

NO_CHANCE = (("no", "chance"), ("no", "way"), ("not", "possible"), ("no", "possibility"), ("zero", "chance"))
TOLD = frozenset(("told", "said", "diagnosed", "informed", "tested", "known", "shown"))
DENYING = frozenset(("never", "not", "no", "nobody", "none"))
PASSING = frozenset(("pregnancy", "dialysis", "low_sugar", "gestational_diabetes", "low_sodium"))
"""States that end: what is told of long ago is over. An illness in the past stays in the history."""

FEARS = frozenset((
    "petrified", "terrified", "frightened", "scared", "afraid", "fear", "dread", "fearful",
))  # fmt: skip
"""Words before an illness that somebody only is afraid of: petrified of a stroke."""

KNOWING = frozenset(("know", "spot", "recognise", "recognize", "prevent", "avoid"))
OF = frozenset(("of", "a", "an", "having", "getting", "another", "the", "how", "to", "my"))

BACK = 8
"""How many words before a name say that it was never told, or is a plan."""


def own_standing(name: Named, context: Context) -> tuple[Status, str]:
    """What the words beside a name of an illness say of it, and which rule."""
    items, start = context.tokens.items, context.layout.sentence_start[name.start]
    before = [items[p].norm for p in range(max(start, name.start - BACK), name.start)]
    if _is_everyday(name, before, context):
        return "dropped", "an everyday word here"
    if before[-1:] and before[-1] in NO_PREFIX and not items[name.start].norm.startswith(NON_NAMES):
        return "dropped", "denied"
    if before[-1:] and before[-1] in NOT_YET:
        return "dropped", "not yet"
    if _is_eaten(name, context):
        return "dropped", "something to eat"
    why = next((why for is_so, why in UNTOLD if is_so(before)), None)
    if why is not None:
        return "dropped", why
    if _is_room_air(name, before, context):
        return "dropped", "room air"
    if name.id in PASSING and context.scopes.past[name.start] != NONE:
        return "dropped", "past and over"
    return "taken", ""


def _is_eaten(name: Named, context: Context) -> bool:
    """A diabetic diet, a low salt snack; but type 2 diabetes that is "diet only" is an illness."""
    items = context.tokens.items
    food, *after = [item.norm for item in items[name.end : name.end + 2] if not item.before] or [""]
    return food in EATEN and TREATED.isdisjoint(after)


def _is_everyday(name: Named, before: list[str], context: Context) -> bool:
    """Whether a short name in small letters, or before a surname, is another word."""
    items = context.tokens.items
    token = items[name.start]
    written = context.text[token.start : token.end]
    if name.end > name.start + 1 or len(written) > SHORT or not written.isalpha():
        return False
    if written.isupper():
        return token.norm == "pe" and before[-1:] == ["in"]  # at school
    after = items[name.end] if name.end < len(items) else None
    if written.istitle() and after and context.text[after.start].isupper() and not after.before:
        return True
    listed = token.before in (",", ":", "(") and (after is None or after.before in (",", ".", ")", ";"))
    return not listed and len(context.text) > len(written) and (not before or before[-1] not in LISTED)


def _is_of_people(before: list[str]) -> bool:
    """People with diabetes; we lost a neighbour to a clot."""
    if "lost" in before and "to" in before[-2:]:
        return True
    return any(word in PEOPLE and "with" in before[at:] for at, word in enumerate(before))


def _is_never_told(before: list[str]) -> bool:
    """Never been told I had diabetes; no chance that I'm pregnant."""
    pairs = list(pairwise(before))
    if any(pair in NO_CHANCE for pair in pairs):
        return True
    for at, word in enumerate(before):
        if word in DENYING and not TOLD.isdisjoint(before[at : at + 4]):
            return "but" not in before[at:]
    return False


def _is_planned(before: list[str]) -> bool:
    """May need dialysis one day; waiting for a thyroid operation."""
    if any(word in MAYBE and not NEEDS.isdisjoint(before[at : at + 3]) for at, word in enumerate(before)):
        return True
    near = before[-5:]
    return any(
        word in PLANS and not {"for", "a", "of", "to"}.isdisjoint(near[at:]) for at, word in enumerate(near)
    )


def _is_feared(before: list[str]) -> bool:
    """Whether somebody fears an illness, or learns of it: petrified of a stroke, how to spot one."""
    words = list(before)
    while words and words[-1] in OF:
        words.pop()
    return bool(words) and len(words) < len(before) and words[-1] in FEARS | KNOWING


def _is_room_air(name: Named, before: list[str], context: Context) -> bool:
    """Whether "RA" is the air of the room: SpO2 91% RA, sats 90 on RA."""
    items = context.tokens.items
    if items[name.start].norm != "ra" or not before:
        return False
    at = name.start - 2 if before[-1] == "on" else name.start - 1
    return at >= 0 and (at in context.numbers or "%" in items[at].norm or "%" in items[at + 1].before)


UNTOLD = (
    (_is_of_people, "said of people at large"),
    (_is_never_told, "denied"),
    (_is_planned, "only planned"),
    (_is_feared, "only feared"),
)
"""What the words before a name tell of it, other than that somebody has it, and the rule."""
