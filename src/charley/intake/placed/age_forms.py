"""Ways to tell an age with few words beside it: "63 male", "am 67 &", "eighty-one she is", "born in 1950"."""

from __future__ import annotations

from charley.intake.patterns.hits import Context
from charley.intake.placed.no_ages import mark_at
from charley.intake.quantities.numbers import Amount

GROWN = 18
YEAR = 365.25
SEXED = frozenset(("male", "female", "man", "woman", "lady", "gentleman", "yo"))
PEOPLE = frozenset(("gentleman", "lady", "man", "woman", "resident", "patient", "lad", "chap"))
SAYS = frozenset((("she", "is"), ("he", "is"), ("i", "am"), ("she", "'s"), ("he", "'s")))
GOES_ON = frozenset((
    "i", "a", "an", "still", "never", "not", "fit", "otherwise", "on", "in", "no", "my", "he", "she", "fat",
    "overweight", "built", "retired", "slim", "bit", "past", "just", "only",
))  # fmt: skip
NO_NAMES = frozenset((
    "this", "that", "there", "here", "what", "which", "who", "she", "pain", "cramp", "score", "pulse",
    "temp", "temperature", "pressure", "sugar", "weight", "height", "sats", "one", "these", "size", "dose",
    "rate", "now", "abpi", "today", "time", "number",
))  # fmt: skip
PRONOUNS = frozenset(("he", "she", "his", "her", "him"))
JOINS = frozenset(("&", "and", "male", "female", "n"))


def tells_age(amount: Amount, context: Context) -> bool:
    """Whether the words beside a number make it an age."""
    return (
        _with_sex(amount, context)
        or _said_behind(amount, context)
        or _after_am(amount, context)
        or _of_one_here(amount, context)
        or _just_had(amount, context)
        or _goes_on(amount, context)
        or _of_a_name(amount, context)
    )


def _with_sex(amount: Amount, context: Context) -> bool:
    """ "Right calf. 63 male"."""
    behind = amount.end + 1
    opens = amount.start == 0 or bool(context.tokens.items[amount.start].before)
    return (
        opens
        and context.norm(amount.end) in SEXED
        and bool(mark_at(behind, context))
        and amount.value >= GROWN
    )


def _said_behind(amount: Amount, context: Context) -> bool:
    """ "Eighty-one she is."."""
    after = (context.norm(amount.end), context.norm(amount.end + 1))
    return after in SAYS and bool(mark_at(amount.end + 2, context)) and amount.value >= GROWN


def _after_am(amount: Amount, context: Context) -> bool:
    """ "am 67 & on dialysis"."""
    led = context.norm(amount.start - 1) == "am"
    goes_on = context.norm(amount.end) in JOINS or bool(mark_at(amount.end, context))
    return led and goes_on and amount.value >= GROWN


def _of_one_here(amount: Amount, context: Context) -> bool:
    """ "We have a gentleman here 88 who"."""
    here = context.norm(amount.start - 1) == "here" and context.norm(amount.start - 2) in PEOPLE
    return here and (context.norm(amount.end) in ("who", "that") or bool(mark_at(amount.end, context)))


def _just_had(amount: Amount, context: Context) -> bool:
    """ "I was 40 on Sunday"."""
    was = context.norm(amount.start - 1) == "was" and context.norm(amount.start - 2) == "i"
    dated = any(place in context.times for place in (amount.end, amount.end + 1))
    return was and dated and amount.value >= GROWN


def _goes_on(amount: Amount, context: Context) -> bool:
    """ "69 and I write for a living", "Forty-eight and carrying a bit": a sentence that opens with an age."""
    after = (context.norm(amount.end), context.norm(amount.end + 1))
    opens = amount.start == 0 or mark_at(amount.start, context) == "."
    told = after[0] == "and" and (after[1] in GOES_ON or after[1].endswith("ing"))
    return opens and told and not mark_at(amount.end, context) and amount.value >= GROWN


def _of_a_name(amount: Amount, context: Context) -> bool:
    """ "George is five and woke up": of somebody named where a sentence begins, and called he or she."""
    items, start = context.tokens.items, amount.start
    first = context.layout.sentence_start[start]
    if start < 2 or items[start - 1].norm not in ("is", "'s") or start - 2 != first:
        return False
    name = items[start - 2]
    written = context.text[name.start : name.end].partition("'")[0].partition("\u2019")[0]
    if not written.istitle() or len(written) < 3 or name.norm in NO_NAMES or name.norm.endswith("ing"):
        return False
    ahead = range(amount.end, min(amount.end + 30, len(items)))
    goes_on = context.norm(amount.end) in ("and", "but") or bool(mark_at(amount.end, context))
    return goes_on and any(context.norm(p) in PRONOUNS for p in ahead)


def born_in(context: Context) -> tuple[int, int, float] | None:
    """The age of somebody who tells the own year of birth: first token, place after the last, years."""
    for place, when in context.times.items():
        words = tuple(context.norm(p) for p in range(place - 4, place))
        if words in (("i", "was", "born", "in"), ("i", "am", "born", "in")) and when.days > GROWN * YEAR:
            return place - 4, when.end, float(round(when.days / YEAR))
    return None
