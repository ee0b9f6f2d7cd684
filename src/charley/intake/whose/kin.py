"""The people whom a text names: which of them can be the one that it is about, and which only stand by."""

from __future__ import annotations

from charley.intake.text.clauses import Layout
from charley.intake.text.marks import Marks
from charley.intake.text.tokens import Tokens
from charley.intake.whose.likened import is_likened
from charley.intake.whose.only_named import LENT, is_borne, is_cry, is_elsewhere

BESIDE = frozenset((
    "over", "with", "beside", "behind", "past", "than", "onto", "walk", "walking", "walked", "feeding",
    "carrying", "lifting", "visiting", "from", "via", "per", "by",
))  # fmt: skip
"""Before a relative they say only that somebody is there, or from whom something comes."""

OF_BABIES = frozenset(
    ("aspirin", "aspirins", "powder", "oil", "wipes", "food", "monitor", "bump", "weight", "grow")
)
"""Behind "baby" they make it a thing: a baby aspirin."""

TAKEN = frozenset((
    "take", "takes", "took", "taking", "taken", "tried", "trying", "borrow", "borrowed", "stole", "swallowed",
    "using", "use", "used", "borrowing", "pinched", "nicked", "wear", "wearing",
))  # fmt: skip
"""Before "my wife's" they make hers what somebody else takes."""

MEASURED = frozenset(("blood", "bp", "pulse", "temp", "temperature", "weight", "sugar", "sugars", "pressure"))
"""What is taken of a relative, and not from one."""

OWNS = frozenset(("'s", "has", "had", "have", "who"))
INFANTS = frozenset(("baby", "newborn", "twins", "babies"))
DAYS = frozenset(("day", "days", "wk", "wks", "week", "weeks"))
SMALL = frozenset(("little", "lil", "wee"))
ARTICLES = frozenset(("a", "an", "the", "just", "only", "also", "both"))
OWN_PAST = ("was", "as", "am", "were", "being", "since")
"""Words before "a child" that make it the person's own childhood, before "a guy" the person."""

OF_ANOTHER = frozenset(("my", "his", "her", "our", "their", "your", "with", "about", "for", "to", "of", "by"))
NEVER = frozenset((
    "dog", "cat", "neighbour", "neighbor", "family", "relatives",
    "relative", "parents", "classmates", "boss", "colleague", "coworker", "workmate", "everyone", "everybody",
    "bloke", "guy", "opposite", "work", "bed", "laws", "door", "twins", "mate", "rep", "foreman", "gaffer",
    "landlord", "landlady", "hairdresser", "barber", "manager",
))  # fmt: skip
"""Words that end a name for people (or beasts) for whom nobody is asked here."""

HOUSEHOLD = frozenset((
    "mum", "mother", "mam", "mummy", "mommy", "mom", "dad", "father", "daddy", "da", "old fella", "gran",
    "granny", "grandma",
    "nan",
    "nana", "nanna", "grandmother", "grandad", "granddad", "grandpa", "grandfather", "husband", "hubby",
    "partner", "spouse", "other half", "wife", "missus", "son", "daughter", "boy", "girl", "child", "kid",
    "toddler", "baby", "little one", "grandson", "granddaughter", "boyfriend", "girlfriend", "mother in law",
    "father in law", "stepson", "stepdaughter", "fiance", "fiancee", "lad", "lass", "lassie", "bairn", "wean",
    "nipper", "youngster", "teenager", "eldest", "youngest", "stepdad", "stepmum", "stepfather", "stepmother",
    "maw", "paw", "mammy", "grandma", "son in law", "daughter in law",
))  # fmt: skip
"""Those for whom people write when they tell of nobody else's ills."""

WARDS = frozenset(("ward", "charge", "theatre", "night", "nursing", "senior", "junior"))
"""Before "sister" they make her a nurse."""

ONE_PERSON = (
    frozenset(("mum", "mother", "mam", "mummy", "mommy", "mom", "ma", "maw", "mammy", "she")),
    frozenset(("dad", "father", "daddy", "pa", "paw", "da", "old fella", "auld fella", "he")),
    frozenset(("gran", "granny", "grandma", "nan", "nana", "nanna", "grandmother", "grandparent", "she")),
    frozenset(("grandad", "granddad", "grandpa", "grandfather", "grandparent", "he")),
    frozenset(("husband", "hubby", "partner", "spouse", "other half", "he")),
    frozenset(("wife", "missus", "partner", "spouse", "other half", "her indoors", "she")),
    frozenset(
        ("son", "boy", "lad", "child", "kid", "toddler", "baby", "one", "bairn", "wean", "youngest", "he")
    ),
    frozenset(
        ("daughter", "girl", "lass", "lassie", "child", "kid", "toddler", "baby", "one", "bairn", "she")
    ),
    frozenset(("grandson", "boy", "lad", "child", "kid", "toddler", "baby", "one")),
    frozenset(("granddaughter", "girl", "lass", "child", "kid", "toddler", "baby", "one")),
)
"""Words by which one person can be called in turn."""


def kin_word(tokens: Tokens, marks: Marks, place: int) -> str:
    """The word for a relative without what only says how small: the boy of "little boy"."""
    words = [t.norm for t in tokens.items[place : marks.end("family", place)]]
    told = [word for word in words if word not in SMALL] or words
    return " ".join(told)


def is_same(one: str, other: str) -> bool:
    """Whether two words can name one person: mum and mother."""
    return one == other or any(one in words and other in words for words in ONE_PERSON)


def is_kin(tokens: Tokens, marks: Marks, layout: Layout, place: int) -> bool:
    """Whether somebody else is named here: not in "ma leg", "I'm a guy", "the mother of all cramps"."""
    items = tokens.items
    if items[place].norm in ("ma", "da") and place + 1 < len(items) and _is_body(marks, place + 1):
        return False
    if items[place].norm == "baby" and place + 1 < len(items) and items[place + 1].norm in OF_BABIES:
        return False
    behind = [t.norm for t in items[place + 1 : place + 3]]
    if is_cry(tokens, marks, layout, place) or behind == ["of", "all"]:
        return False
    if items[place].norm == "sister" and place and items[place - 1].norm in WARDS:
        return False
    return not _is_writer(tokens, layout, place)


def can_be_patient(tokens: Tokens, marks: Marks, layout: Layout, place: int) -> bool:
    """Whether a story can be about the one who is named here."""
    if marks.has("stranger", place) or not NEVER.isdisjoint(kin_word(tokens, marks, place).split()):
        return False
    if is_likened(tokens, marks, layout, place):
        return False
    among = place > 0 and tokens.items[place - 1].norm == "other"  # falls more than other kids: a child's
    return is_kin(tokens, marks, layout, place) and (among or acts(tokens, marks, layout, place))


def acts(tokens: Tokens, marks: Marks, layout: Layout, place: int) -> bool:
    """Whether a relative is talked of, and is not just there: tripped over the dog, walking with my wife,
    than its mate, as if a child sat on my chest, the baby was born in May."""
    end, items = marks.end("family", place), tokens.items
    if is_likened(tokens, marks, layout, place) or _is_newborn(tokens, layout, place, end):
        return False
    if is_elsewhere(tokens, marks, layout, end) or is_borne(tokens, place, end):
        return False
    start = max(place - 2, layout.clause_start[place])
    start = next((p for p in range(place, start, -1) if items[p].before), start)
    before = [items[p].norm for p in range(start, place)]
    if before[-1:] in (["its"], ["dear"]) or _is_taken_of(tokens, marks, place, end):
        return False
    if place > 1 and items[place - 2].norm == "carrying" and end < len(items) and items[end].norm == "who":
        return False
    if not any(word in BESIDE for word in before):
        return True
    return end < len(items) and (items[end].norm in OWNS or marks.has("finite", end))


def _is_taken_of(tokens: Tokens, marks: Marks, place: int, end: int) -> bool:
    """Whether somebody takes what is a relative's: I take my husband's tablets now and then."""
    items = tokens.items
    owns = end + 1 < len(items) and items[end].norm == "'s" and not marks.has("body", end + 1)
    owns = owns and items[end + 1].norm not in MEASURED
    if owns and items[end + 1].norm in LENT:
        return True
    before = [items[p].norm for p in range(max(place - 5, 0), max(place - 1, 0))]
    some = before[-2:] == ["one", "of"] or before[-2:] == ["some", "of"]
    return owns and bool(before) and before[-3 if some and len(before) > 2 else -1] in TAKEN


def _is_newborn(tokens: Tokens, layout: Layout, place: int, end: int) -> bool:
    """Whether only the birth or the days of a baby are told, which say that its mother gave birth."""
    items = tokens.items
    ahead = [t.norm for t in items[end : min(end + 5, layout.sentence_end[place])]]
    return items[end - 1].norm in INFANTS and ("born" in ahead or not DAYS.isdisjoint(ahead))


def _is_body(marks: Marks, place: int) -> bool:
    return any(marks.has(group, place) for group in ("body", "limb", "family"))


SELF = (["a", "big"], ["a", "large"], ["a", "skinny"], ["a", "tall"], ["a", "small"])


def _is_writer(tokens: Tokens, layout: Layout, place: int) -> bool:
    """Whether the word says what the writer is: I'm a guy, I am the mother of four, as a child."""
    items, start = tokens.items, layout.sentence_start[place]
    if items[place].norm in ARTICLES and place > start and items[place - 1].norm in OWN_PAST:
        return True
    if place > start + 1 and items[place - 1].norm == "am" and items[place - 2].norm == "i":
        return place + 1 >= len(items) or items[place + 1].norm != "'s"
    near = [t.norm for t in items[max(place - 2, start) : place]]
    if [t.norm for t in items[start : start + 2]] == ["i", "am"] and near in SELF:
        return True
    if place > start + 3 and [t.norm for t in (items[place - 4], items[place - 3])] == ["i", "am"]:
        return items[place - 1].norm == "'s"  # I'm Josh's mum
    if place > start + 1 and items[place - 1].norm == "a" and items[place - 2].norm in OWN_PAST:
        return True
    for back in range(place - 1, max(place - 5, start), -1):
        if items[back].norm in OF_ANOTHER or items[back].before:
            return False
        if items[back].norm == "am" and items[back - 1].norm == "i":
            return any(items[p].norm in ARTICLES for p in range(back + 1, place))
    return False
