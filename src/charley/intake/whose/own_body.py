"""How surely somebody tells of the own body: "my calf", "I passed out"; or only of a helper's fear."""

from __future__ import annotations

from charley.intake.whose.against import sets_against
from charley.intake.whose.scenes import Scene, is_pronoun
from charley.intake.whose.tending import NEAR, WITHIN, is_helped, is_helper, is_worry

BODILY = ("body", "complaint", "cramp", "acute", "takes")
BARELY = frozenset((
    "am", "is", "'s", "was", "been", "get", "gets", "got", "have", "has", "had", "keep", "keeps", "can",
    "could", "will", "started", "says", "reports", "presents", "presented", "takes", "take",
))  # fmt: skip
"""Verbs that alone say little of a body: I was in the kitchen, I got home."""


CARRIED = frozenset((
    "drive", "drives", "drove", "driving", "caught", "catch", "carry", "carried", "held", "rushed", "rouse",
    "fanning", "found",
))  # fmt: skip
"""Before "me" they make the writer the one who is ill."""


HARDLY = frozenset((
    "just", "nearly", "suddenly", "then", "also", "even", "almost", "have", "had", "only", "still", "always",
    "often", "sometimes", "usually", "mostly",
))  # fmt: skip
"""Between "I" and what somebody did."""

SURELY = 2
ASKED = frozenset(("asked", "ask", "asking", "queried", "wondered"))
THOUGHT = frozenset(("thought", "assumed", "reckoned", "supposed", "believed", "guessed"))
ASKING = frozenset(("who", "what", "where", "which", "should", "shall", "must", "do"))
"""Before "I" they tell what somebody else knows ("he knew who I was"), or ask ("should I worry")."""


BEING = frozenset(
    ("was", "am", "have", "had", "been", "keep", "getting", "being", "always", "only", "just", "then")
)
TOLD = frozenset(("told", "advised", "assured", "reassured", "fobbed"))
"""Behind "I was" they lead to what somebody said, of whomever: I was told growing pains."""


def own_of(scene: Scene, place: int) -> int:
    """How surely somebody speaks of the own body: "my calf", "I wake", "mine is fine"; or only "I was"."""
    items, marks, word = scene.tokens.items, scene.marks, scene.tokens.items[place].norm
    ahead = range(place + 1, min(place + 1 + NEAR, scene.layout.sentence_end[place]))
    if _is_set_apart(scene, place):
        return SURELY
    if _only_asks_or_helps(scene, place):
        return 0
    if _is_plainly_own(scene, place):
        return SURELY
    if word == "mine":
        return 0
    kin = any(p in scene.people for p in ahead)
    if word == "me" and place and items[place - 1].norm == "not":
        before = range(scene.layout.sentence_start[place], place)
        return 0 if any(p in scene.signs or marks.has("cramp", p) for p in before) else SURELY
    if word != "i":
        told = place > 0 and marks.has("reports", place - 1)
        ahead = range(place + 1, place + 1) if told else ahead
        return SURELY if not kin and _tells_own(scene, ahead) else 0
    return 0 if kin else _own_of_i(scene, place, ahead)


def _own_of_i(scene: Scene, place: int, ahead: range) -> int:
    """How surely "I" tells of the own body, where nobody else is named close behind."""
    items, marks = scene.tokens.items, scene.marks
    doing = {*ahead, *range(place + 1, min(place + 3 + NEAR, scene.layout.clause_end[place]))}
    if any(marks.has("third_person", p) for p in doing) or (place and items[place - 1].norm in ASKING):
        return 0
    if _is_informed(scene, place):
        return 1
    if _does(scene, place):
        return SURELY
    if not any(marks.has("own_verb", p) or items[p].norm.isdigit() for p in ahead):
        return 0
    acts = any(marks.has("own_verb", p) and items[p].norm not in BARELY for p in ahead)
    return SURELY if acts or _tells_of_body(scene, place) else 1


def _only_asks_or_helps(scene: Scene, place: int) -> bool:
    """Whether somebody tells of a question, a worry or of helping, and of no body."""
    helps = scene.tokens.items[place].norm == "i" and is_helper(scene, place)
    thinks = scene.tokens.items[place].norm == "i" and _thinks_of_another(scene, place)
    return helps or thinks or _asked(scene, place) or is_worry(scene, place) or is_helped(scene, place)


def _thinks_of_another(scene: Scene, place: int) -> bool:
    """Whether "I" only thought something of somebody: I thought it was cramp and that she slept on it."""
    items, end = scene.tokens.items, scene.layout.sentence_end[place]
    if place + 1 >= end or items[place + 1].norm not in THOUGHT:
        return False
    return any(scene.marks.has("third_person", p) for p in range(place + 2, end))


def _asked(scene: Scene, place: int) -> bool:
    """Whether "I" only asked what somebody else knows: I asked was it a stroke."""
    items = scene.tokens.items
    return items[place].norm == "i" and place + 1 < len(items) and items[place + 1].norm in ASKED


def _is_informed(scene: Scene, place: int) -> bool:
    """Whether "I" only was told something: I was told growing pains."""
    items, at = scene.tokens.items, place + 1
    while at < len(items) and items[at].norm in BEING:
        at += 1
    return place + 1 < at < len(items) and items[at].norm in TOLD


def _is_set_apart(scene: Scene, place: int) -> bool:
    """Whether the writer is named as the one concerned, or sets the own body against somebody else's."""
    word = scene.tokens.items[place].norm
    pointed = word == "me" and _is_pointed_at(scene, place)
    return pointed or (word == "i" and sets_against(scene, place)) or _is_compared(scene, place)


def _is_compared(scene: Scene, place: int) -> bool:
    """ "He moans less than I do about this cramp", "now it is my turn"."""
    items = scene.tokens.items
    turn = items[place].norm == "my" and place + 1 < len(items) and items[place + 1].norm == "turn"
    than = items[place].norm == "i" and place > 0 and items[place - 1].norm == "than"
    return turn or (than and place + 1 < len(items) and items[place + 1].norm in ("do", "am", "did", "have"))


def _tells_own(scene: Scene, ahead: range) -> bool:
    """Whether a part of the body or a complaint stands here before anybody else: not "touching his toes"."""
    with_me = ahead.start > 1 and scene.tokens.items[ahead.start - 2].norm == "with"
    for place in ahead:
        if scene.marks.has("third_person", place):
            return False
        if _is_bodily(scene, place) and (with_me or not is_pronoun(scene.tokens, place)):
            return True
    return False


def _is_pointed_at(scene: Scene, place: int) -> bool:
    """Whether the writer is named as the one concerned: it's me who cramps, it's me now."""
    if place + 1 in scene.people:
        return False
    items = scene.tokens.items
    before = [t.norm for t in items[max(place - 2, 0) : place]]
    if before in (["it", "is"], ["it", "'s"], ["its", "is"], ["here", "is"], ["here", "'s"]):
        return True
    return before[-1:] == ["its"] or _stands_out(scene, place)


def _stands_out(scene: Scene, place: int) -> bool:
    """Whether "me" begins what is told of the writer against somebody else: "Me, never", "me 43"."""
    items = scene.tokens.items
    if place + 1 >= len(items) or (place and not items[place].before):
        return False
    after = items[place + 1]
    return after.before in (",", "-") or after.norm in ("never", "not", "i") or after.norm[0].isdigit()


def _is_plainly_own(scene: Scene, place: int) -> bool:
    """Whether a word needs nothing behind it: mine, my own, my insulin, drove me."""
    items, word = scene.tokens.items, scene.tokens.items[place].norm
    before = items[place - 1].norm if place else ""
    if word == "mine":
        return before != "of"
    if word == "me":
        return before in CARRIED
    return word == "my" and (items[min(place + 1, len(items) - 1)].norm == "own" or place + 1 in scene.names)


def _is_bodily(scene: Scene, place: int) -> bool:
    """Whether a part of the body or a complaint stands here: "my calf", "with me it's the leg"."""
    return scene.marks.has("body", place) or scene.marks.has("complaint", place)


def _does(scene: Scene, place: int) -> bool:
    """Whether a sign is what "I" did: I passed out, I nearly fainted."""
    items, marks = scene.tokens.items, scene.marks
    at = place + 1
    if at < len(items) and (items[at].norm in HARDLY or marks.has("finite", at)) and at not in scene.signs:
        at += 1
    does = at in scene.signs or (at > place + 1 and marks.has("cramp", at))
    return does and not marks.has("reports", at) and not marks.has("takes", at)


def _tells_of_body(scene: Scene, place: int) -> bool:
    """Whether the clause says more of a person than being somewhere: "I was in the kitchen" does not."""
    for ahead in range(place + 1, min(scene.layout.clause_end[place], place + 1 + WITHIN)):
        if ahead in scene.people or scene.marks.has("third_person", ahead):
            return False
        if ahead in scene.names or scene.tokens.items[ahead].norm[0].isdigit():
            return True
        telling = any(scene.marks.has(group, ahead) for group in BODILY)
        if telling and not is_pronoun(scene.tokens, ahead):
            return True
    return False
