"""How surely somebody tells of the own body: "my calf", "I passed out"; or only of a helper's fear."""

from __future__ import annotations

from itertools import pairwise

from charley.intake.against import sets_against
from charley.intake.scenes import Scene, is_pronoun

NEAR = 3
"""How many words behind "my" or "I" are looked through."""

WITHIN = 10
"""How many words of a clause are looked through for whom it is about."""

BODILY = ("body", "complaint", "cramp", "acute", "takes")
BARELY = frozenset((
    "am", "is", "'s", "was", "been", "get", "gets", "got", "have", "has", "had", "keep", "keeps", "can",
    "could", "will", "started", "says", "reports", "presents", "presented", "takes", "take",
))  # fmt: skip
"""Verbs that alone say little of a body: I was in the kitchen, I got home."""

AROUND = 14
"""How many words around "I" are looked through for worry."""

WORRY = frozenset(("worry", "worried", "worrying", "scared", "terrified", "frightened", "panic", "panicking"))
"""A helper's fear."""

IDIOMS = (frozenset(("heart", "mouth")), frozenset(("breaks", "heart")))

WRITES = frozenset(("writing", "typing", "texting", "messaging", "dictating", "ringing", "phoning"))
LIFTING = frozenset(("lifting", "carrying", "turning", "nursing", "moving", "hoisting"))
"""A helper's work."""

HANDLED = frozenset((
    "bend", "unbend", "straighten", "wake", "rouse", "move", "lift", "shift", "turn", "uncurl", "prise",
    "unclench", "open", "steady",
))  # fmt: skip
"""What a helper cannot do to somebody: "so stiff I can hardly bend them"."""

FEARFUL = WORRY.union(LIFTING, *IDIOMS)
"""Without one of these no helper's fear or work is told."""

CARRIED = frozenset((
    "drive", "drives", "drove", "driving", "caught", "catch", "carry", "carried", "held", "rushed", "rouse",
    "fanning", "found",
))  # fmt: skip
"""Before "me" they make the writer the one who is ill."""

CLIENTS = frozenset(("client", "patient", "resident", "pt", "lady", "gentleman", "tenant"))
"""Behind "my" they name somebody whom the writer looks after."""

SEES = frozenset((
    "see", "saw", "notice", "noticed", "found", "find", "felt", "feel", "touch", "touched", "bent", "bend",
    "rub", "rubbed", "push", "pushed", "hold", "held", "squeeze", "squeezed",
))  # fmt: skip
"""What a helper's eyes and hands do, where "his" or "her" stands before it in the clause."""

LEANT = frozenset(("against", "on", "onto", "in", "into", "round", "over"))
"""Before "my leg" they make it what somebody else leans on."""

HARDLY = frozenset((
    "just", "nearly", "suddenly", "then", "also", "even", "almost", "have", "had", "only", "still", "always",
    "often", "sometimes", "usually", "mostly",
))  # fmt: skip
"""Between "I" and what somebody did."""

SURELY = 2
ASKING = frozenset(("who", "what", "where", "which", "should", "shall", "must", "do"))
"""Before "I" they tell what somebody else knows ("he knew who I was"), or ask ("should I worry")."""


def own_of(scene: Scene, place: int) -> int:
    """How surely somebody speaks of the own body: "my calf", "I wake", "mine is fine"; or only "I was"."""
    items, marks, word = scene.tokens.items, scene.marks, scene.tokens.items[place].norm
    ahead = range(place + 1, min(place + 1 + NEAR, scene.layout.sentence_end[place]))
    if (word == "i" and sets_against(scene, place)) or _is_compared(scene, place):
        return SURELY
    if word == "me" and _is_pointed_at(scene, place):
        return SURELY
    if _is_worry(scene, place) or (word == "i" and _is_helper(scene, place)) or _is_helped(scene, place):
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
    doing = {*ahead, *range(place + 1, min(place + 3 + NEAR, scene.layout.clause_end[place]))}
    if kin or any(marks.has("third_person", p) for p in doing) or (place and items[place - 1].norm in ASKING):
        return 0
    if _does(scene, place):
        return SURELY
    if not any(marks.has("own_verb", p) or items[p].norm.isdigit() for p in ahead):
        return 0
    acts = any(marks.has("own_verb", p) and items[p].norm not in BARELY for p in ahead)
    return SURELY if acts or _tells_of_body(scene, place) else 1


def _is_helped(scene: Scene, place: int) -> bool:
    """Whether the clause tells of him or her before it: "let him push the foot against my leg", "under the
    skin of his thigh I see worms"; or "my" leads to somebody cared for: my client's foot."""
    items, marks = scene.tokens.items, scene.marks
    if items[place].norm == "my" and place + 1 < len(items) and items[place + 1].norm in CLIENTS:
        return True
    sees = items[place].norm == "i" and place + 1 < len(items) and items[place + 1].norm in SEES
    leant = items[place].norm == "my" and place > 0 and items[place - 1].norm in LEANT
    if not sees and not leant:
        return False
    before = range(max(scene.layout.sentence_start[place], place - WITHIN), place)
    near = range(max(before.start, place - 4), place) if sees else before
    return any(marks.has("third_person", p) for p in near) and not any(
        items[p].norm in ("i", "my", "me") for p in before[-6:]
    )


def _is_compared(scene: Scene, place: int) -> bool:
    """ "He moans less than I do about this cramp", "now it is my turn"."""
    items = scene.tokens.items
    turn = items[place].norm == "my" and place + 1 < len(items) and items[place + 1].norm == "turn"
    than = items[place].norm == "i" and place > 0 and items[place - 1].norm == "than"
    return turn or (than and place + 1 < len(items) and items[place + 1].norm in ("do", "am", "did", "have"))


def _is_helper(scene: Scene, place: int) -> bool:
    """Whether "I" tells of somebody else: one who never had it, only writes, or is somebody's mother."""
    told = _never_had(scene, place) or _only_writes(scene, place)
    return told or _handles(scene, place) or _is_parent(scene, place)


def _handles(scene: Scene, place: int) -> bool:
    """ "I can hardly bend them", "I can't wake my husband": of the body of somebody other than the writer."""
    ahead = range(place + 1, min(place + 2 * NEAR, len(scene.tokens.items)))
    words = [scene.tokens.items[p].norm for p in ahead]
    if {"can", "could"}.isdisjoint(words[:1]):
        return False
    theirs = any(one in HANDLED and two in ("him", "her", "them") for one, two in pairwise(words))
    return theirs or any(
        word in HANDLED and p + 2 in scene.people for p, word in zip(ahead, words, strict=True)
    )


def _never_had(scene: Scene, place: int) -> bool:
    """ "I've never had a cramp in my life": told of somebody who is not the one concerned."""
    ahead = [t.norm for t in scene.tokens.items[place + 1 : place + 4]]
    return "never" in ahead and not {"had", "get", "got", "suffered"}.isdisjoint(ahead)


def _only_writes(scene: Scene, place: int) -> bool:
    """ "I'm writing this on the wife's": what a helper does."""
    return any(t.norm in WRITES for t in scene.tokens.items[place + 1 : place + 3])


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


def _is_worry(scene: Scene, place: int) -> bool:
    """Whether the words around only tell of a helper's fear or work: I can't sleep for worry, my heart is in
    my mouth, my back hurts from lifting him."""
    layout, marks, items = scene.layout, scene.marks, scene.tokens.items
    if items[place].norm == "i" and place + 1 < len(items) and items[place + 1].norm in WORRY:
        return True
    first = max(layout.sentence_start[place], place - AROUND)
    sentence = range(first, min(layout.sentence_end[place], place + AROUND))
    words = [scene.tokens.items[p].norm for p in sentence]
    if FEARFUL.isdisjoint(words):
        return False
    lifting = any(one in LIFTING and two in ("him", "her") for one, two in pairwise(words))
    if not lifting and WORRY.isdisjoint(words) and not any(idiom <= set(words) for idiom in IDIOMS):
        return False
    return not any(marks.has(group, p) for p in sentence for group in ("limb", "cramp"))


def _is_bodily(scene: Scene, place: int) -> bool:
    """Whether a part of the body or a complaint stands here: "my calf", "with me it's the leg"."""
    return scene.marks.has("body", place) or scene.marks.has("complaint", place)


def _is_parent(scene: Scene, place: int) -> bool:
    """Whether "I" only says whose mother or carer somebody is: I'm mum to Jake, 6."""
    items, marks = scene.tokens.items, scene.marks
    ends = (marks.end("family", p) for p in range(place + 2, min(place + 2 + NEAR, len(items))))
    return any(0 < end < len(items) and items[end].norm == "to" for end in ends)


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
