"""What a helper says of him- or herself, which tells of no body of the writer's own."""

from __future__ import annotations

from itertools import pairwise

from charley.intake.whose.scenes import Scene

NEAR = 3
"""How many words behind "my" or "I" are looked through."""

WITHIN = 10
"""How many words of a clause are looked through for whom it is about."""

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

CLIENTS = frozenset(("client", "patient", "resident", "pt", "lady", "gentleman", "tenant"))
"""Behind "my" they name somebody whom the writer looks after."""

SEES = frozenset((
    "see", "saw", "notice", "noticed", "found", "find", "felt", "feel", "touch", "touched", "bent", "bend",
    "rub", "rubbed", "push", "pushed", "hold", "held", "squeeze", "squeezed",
))  # fmt: skip
"""What a helper's eyes and hands do, where "his" or "her" stands before it in the clause."""

MEASURES = frozenset(("counted", "measured", "timed", "checked", "took"))
"""What a helper does with somebody's pulse or temperature, with a figure behind it: I counted 38."""

PROBES = frozenset(("finger", "fingers", "thumb", "thumbs"))
"""With these somebody presses into the writer's own leg."""

LEANT = frozenset(("against", "on", "onto", "in", "into", "round", "over"))
"""Before "my leg" they make it what somebody else leans on."""


def is_helped(scene: Scene, place: int) -> bool:
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
    if leant and any(items[p].norm in PROBES for p in before):
        return False
    near = range(max(before.start, place - 4), place) if sees else before
    return any(marks.has("third_person", p) for p in near) and not any(
        items[p].norm in ("i", "my", "me") for p in before[-6:]
    )


def is_helper(scene: Scene, place: int) -> bool:
    """Whether "I" tells of somebody else: one who never had it, only writes, or is somebody's mother."""
    told = _never_had(scene, place) or _only_writes(scene, place) or _measures(scene, place)
    return told or _handles(scene, place) or _is_parent(scene, place)


def _handles(scene: Scene, place: int) -> bool:
    """ "I can hardly bend them", "I can't wake my husband": of the body of somebody other than the writer."""
    if HANDLED.isdisjoint(scene.words):
        return False
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
    if "never" not in scene.words:
        return False
    ahead = [t.norm for t in scene.tokens.items[place + 1 : place + 4]]
    return "never" in ahead and not {"had", "get", "got", "suffered"}.isdisjoint(ahead)


def _only_writes(scene: Scene, place: int) -> bool:
    """ "I'm writing this on the wife's": what a helper does."""
    ahead = scene.tokens.items[place + 1 : place + 3]
    return not WRITES.isdisjoint(scene.words) and any(token.norm in WRITES for token in ahead)


def _measures(scene: Scene, place: int) -> bool:
    """ "I felt his wrist, I counted 38": a figure of him or her, where nothing of the sentence is "my"."""
    items, sentence = (
        scene.tokens.items,
        range(scene.layout.sentence_start[place], scene.layout.sentence_end[place]),
    )
    if MEASURES.isdisjoint(scene.words) or items[min(place + 1, len(items) - 1)].norm not in MEASURES:
        return False
    theirs = any(scene.marks.has("third_person", p) for p in sentence)
    return theirs and not any(items[p].norm == "my" for p in sentence)


def is_worry(scene: Scene, place: int) -> bool:
    """Whether the words around only tell of a helper's fear or work: I can't sleep for worry, my heart is in
    my mouth, my back hurts from lifting him."""
    layout, marks, items = scene.layout, scene.marks, scene.tokens.items
    if items[place].norm == "i" and place + 1 < len(items) and items[place + 1].norm in WORRY:
        return True
    if FEARFUL.isdisjoint(scene.words):
        return False
    first = max(layout.sentence_start[place], place - AROUND)
    sentence = range(first, min(layout.sentence_end[place], place + AROUND))
    words = [token.norm for token in items[sentence.start : sentence.stop]]
    if FEARFUL.isdisjoint(words):
        return False
    lifting = any(one in LIFTING and two in ("him", "her") for one, two in pairwise(words))
    if not lifting and WORRY.isdisjoint(words) and not any(idiom <= set(words) for idiom in IDIOMS):
        return False
    return not any(marks.has(group, p) for p in sentence for group in ("limb", "cramp"))


def _is_parent(scene: Scene, place: int) -> bool:
    """Whether "I" only says whose mother or carer somebody is: I'm mum to Jake, 6."""
    items, marks = scene.tokens.items, scene.marks
    ends = (marks.end("family", p) for p in range(place + 2, min(place + 2 + NEAR, len(items))))
    return any(0 < end < len(items) and items[end].norm == "to" for end in ends)
