"""Whom a story is about: the writer, or somebody whom the writer looks after."""

from __future__ import annotations

from itertools import pairwise

from charley.intake.clauses import Layout
from charley.intake.hits import Context
from charley.intake.kin import can_be_patient, kin_word
from charley.intake.marks import Marks
from charley.intake.scenes import Scene, has_sign, is_history, is_pronoun, is_remark, is_told_of, tells
from charley.intake.senders import PERSON, SEX_OF, is_sender, sent_for
from charley.intake.tokens import Tokens
from charley.intake.values import Reading
from charley.intake.weighing import mostly_told, only_told

NEAR = 3
WITHIN = 10
"""How many words of a clause are looked through for whom it is about."""

BODILY = ("body", "complaint", "cramp", "acute", "takes")
BARELY = frozenset((
    "am", "is", "'s", "was", "been", "get", "gets", "got", "have", "has", "had", "keep", "keeps", "can",
    "could", "will", "started", "says", "reports", "presents", "presented", "takes", "take",
))  # fmt: skip
"""Verbs that alone say little of a body: I was in the kitchen, I got home."""

DEAD = frozenset(("died", "dead", "late", "deceased", "funeral", "widow", "widower", "widowed"))
CARING = frozenset(
    (verb, word)
    for word, verbs in {
        "after": ("look", "looking", "looks", "looked"),
        "for": ("care", "caring", "carer", "asking", "writing", "nursing"),
        "about": ("ringing", "calling", "phoning", "writing", "asking"),
        "of": ("behalf", "care", "carer"),
        "my": ("mind", "minding", "minds"),
    }.items()
    for verb in verbs
)
"""Words before a relative that make that person the one the story is for."""

WORRY = frozenset(("worry", "worried", "worrying", "scared", "terrified", "frightened", "panic", "panicking"))
IDIOMS = (frozenset(("heart", "mouth")), frozenset(("knees", "knocking")), frozenset(("breaks", "heart")))
LIFTING = frozenset(("lifting", "carrying", "turning", "nursing", "moving", "hoisting"))
CARRIED = frozenset((
    "drive", "drives", "drove", "driving", "caught", "catch", "carry", "carried", "held", "rushed", "rouse",
    "fanning", "found",
))  # fmt: skip
"""Before "me" they make the writer the one who is ill."""

HARDLY = frozenset(("just", "nearly", "suddenly", "then", "also", "even", "almost", "have", "had"))
ILL = frozenset(("ill", "sick", "poorly", "unwell", "suffering", "bad"))
BEHIND = 9
"""How many words behind a relative "is the one that's ill" is looked for."""

SEXES = ("female", "male")
SURELY = 2
ASKING = frozenset(("who", "what", "where", "which"))
"""Before "I" they make it part of what somebody else knows: he knew who I was."""


def patient_of(scene: Scene) -> str | None:
    """The word for the person a helper writes about ("son", "mum", "he"); None when people write of themselves."""
    kin = [p for p in sorted(scene.people) if _can_be_meant(scene, p)]
    senders = [p for p in kin if is_sender(scene.tokens, scene.marks, scene.layout, p)]
    kin = [p for p in kin if p not in senders]
    cared = _cared_for(scene, kin)
    helps = cared is not None or _is_letter(scene.tokens)
    told = [p for p in scene.marks.places("first_person") if not helps or scene.tokens.items[p].norm != "i"]
    told_of_self = {p: _own(scene, p) for p in told}
    own = max(told_of_self.values(), default=0)
    if not kin and senders:
        return sent_for(scene.tokens, scene.marks)
    sentences = {scene.layout.sentence[p] for p, surely in told_of_self.items() if surely == SURELY}
    sex, chosen = mostly_told(scene, len(sentences)), None
    if sex is None:
        chosen = _of_kin(scene, kin, own, cared) if kin else None
        sex = only_told(scene, kin) if own < SURELY and not is_remark(scene) else None
    return chosen or (_called(scene, kin, sex) if sex is not None else None)


def _is_letter(tokens: Tokens) -> bool:
    """Whether a colleague is written to: dear colleague; dear doctor, re."""
    words = [t.norm for t in tokens.items[:4]]
    return words[:1] == ["dear"] and ("colleague" in words or "re" in words[2:])


def _called(scene: Scene, kin: list[int], sex: str) -> str:
    """The word for a relative of whom is told as of him or her; else the pronoun."""
    tokens, marks = scene.tokens, scene.marks
    first = min(p for p in marks.places("third_person") if SEX_OF[tokens.items[p].norm] == sex)
    for place in kin:
        if place < first and sex_of_kin(marks, place) in (sex, "") and not tells(scene, place):
            return kin_word(tokens, marks, place)
    return PERSON[sex]


def _cared_for(scene: Scene, kin: list[int]) -> int | None:
    """The relative for whom the writer says to write, where anything of a body is told of somebody else."""
    tokens, marks, layout = scene.tokens, scene.marks, scene.layout
    cared = [p for p in kin if _is_cared_for(tokens, layout, p)]
    named = [*marks.places("third_person"), *(marks.end("family", place) - 1 for place in kin)]
    theirs = any(_is_theirs(marks, layout, place) for place in named)
    return cared[0] if cared and (theirs or any(has_sign(scene, p) for p in cared)) else None


def _of_kin(scene: Scene, kin: list[int], own: int, cared: int | None) -> str | None:
    """Which of the relatives named a text is about."""
    tokens, marks, layout = scene.tokens, scene.marks, scene.layout
    if own < SURELY and cared is None and (signs := is_told_of(scene, kin)) is not None:
        return kin_word(tokens, marks, signs)
    named = [*marks.places("third_person"), *(marks.end("family", place) - 1 for place in kin)]
    theirs = cared is not None or any(_is_theirs(marks, layout, place) for place in named)
    if own == SURELY or (not theirs and (own or not any(marks.has("young", place) for place in kin))):
        return None
    if cared is not None:
        return kin_word(tokens, marks, cared)
    silent = (p for p in kin if not tells(scene, p) and not is_history(scene, p))
    return next((kin_word(tokens, marks, place) for place in silent), None)


def _can_be_meant(scene: Scene, place: int) -> bool:
    tokens, layout = scene.tokens, scene.layout
    if _has_died(tokens, layout, place):
        return False
    return can_be_patient(tokens, scene.marks, layout, place) or _is_cared_for(tokens, layout, place)


def sex_of_patient(context: Context, marks: Marks, kin: str | None) -> list[Reading]:
    """The sex that the word for the person says: a daughter, a grandad."""
    if kin in PERSON.values():
        return _sex_of_pronoun(context, marks, kin)
    places = marks.places("family") if kin else ()
    place = next((p for p in sorted(places) if kin_word(context.tokens, marks, p) == kin), None)
    if place is None:
        return []
    last_word = marks.end("family", place) - 1
    sex = sex_of_kin(marks, place)
    first, last, words = context.words(place, last_word + 1)
    why = "the word for the person the story is about"
    return [Reading("finding", "sex_at_birth", sex, first, last, words, why)] if sex else []


def sex_of_kin(marks: Marks, place: int) -> str:
    """The sex that a word for a relative says; empty where it says none."""
    last_word = marks.end("family", place) - 1
    return next((s for p in (place, last_word) for s in SEXES if marks.has(f"{s}_kin", p)), "")


def _sex_of_pronoun(context: Context, marks: Marks, pronoun: str) -> list[Reading]:
    sex, items = SEX_OF[pronoun], context.tokens.items
    place = min(p for p in marks.places("third_person") if SEX_OF[items[p].norm] == sex)
    first, last, words = context.words(place, place + 1)
    why = "the word for the person the story is about"
    return [Reading("finding", "sex_at_birth", sex, first, last, words, why)]


def is_child(context: Context, marks: Marks, kin: str | None) -> bool:
    """Whether the story is about somebody's child."""
    young = marks.places("young").items()
    return any(
        kin == context.tokens.items[p].norm or kin == context.tokens.items[e - 1].norm for p, e in young
    )


def _is_cared_for(tokens: Tokens, layout: Layout, place: int) -> bool:
    """Whether the writer says for whom this is: I look after my mum, ringing about my dad."""
    first = max(layout.sentence_start[place], place - 5)
    before = [tokens.items[p].norm for p in range(first, place)]
    behind = [t.norm for t in tokens.items[place : min(place + BEHIND, layout.sentence_end[place])]]
    ill = ("the", "one") in pairwise(behind) and not ILL.isdisjoint(behind)
    return ill or any(pair in CARING for pair in pairwise(before))


def _has_died(tokens: Tokens, layout: Layout, place: int) -> bool:
    first = max(layout.sentence_start[place], place - WITHIN)
    last = min(layout.sentence_end[place], place + WITHIN)
    return any(tokens.items[p].norm in DEAD for p in range(first, last))


def _own(scene: Scene, place: int) -> int:
    """How surely somebody speaks of the own body: "my calf", "I wake", "mine is fine"; or only "I was"."""
    items, marks, word = scene.tokens.items, scene.marks, scene.tokens.items[place].norm
    ahead = range(place + 1, min(place + 1 + NEAR, len(items)))
    if _is_worry(scene, place):
        return 0
    if word == "me" and place and items[place - 1].norm in CARRIED:
        return SURELY
    if word == "mine" and place and items[place - 1].norm == "of":
        return 0
    if word == "mine" or (word == "my" and items[min(place + 1, len(items) - 1)].norm == "own"):
        return SURELY
    kin = any(p in scene.people for p in ahead)
    if word == "me" and place and items[place - 1].norm == "not":
        before = range(scene.layout.sentence_start[place], place)
        return 0 if any(p in scene.signs or marks.has("cramp", p) for p in before) else SURELY
    if word != "i":
        told = place > 0 and marks.has("reports", place - 1)
        ahead = range(place + 1, place + 1) if told else ahead
        return SURELY if not kin and any(_is_bodily(scene, p) for p in ahead) else 0
    doing = {*ahead, *range(place + 1, min(place + 3 + NEAR, scene.layout.clause_end[place]))}
    if kin or any(marks.has("third_person", p) for p in doing) or (place and items[place - 1].norm in ASKING):
        return 0
    if _does(scene, place):
        return SURELY
    if not any(marks.has("own_verb", p) or items[p].norm.isdigit() for p in ahead):
        return 0
    acts = any(marks.has("own_verb", p) and items[p].norm not in BARELY for p in ahead)
    return SURELY if acts or _tells_of_body(scene, place) else 1


def _is_worry(scene: Scene, place: int) -> bool:
    """Whether the writer's sentence only tells of a helper's fear or work: I can't sleep for worry, my heart is
    in my mouth, my back hurts from lifting him."""
    layout, marks = scene.layout, scene.marks
    sentence = range(layout.sentence_start[place], layout.sentence_end[place])
    words = [scene.tokens.items[p].norm for p in sentence]
    if any(one in LIFTING and (two in ("him", "her") or two == "my") for one, two in pairwise(words)):
        return True
    if WORRY.isdisjoint(words) and not any(idiom <= set(words) for idiom in IDIOMS):
        return False
    return "knocking" in words or not any(marks.has(group, p) for p in sentence for group in ("limb", "cramp"))


def _is_bodily(scene: Scene, place: int) -> bool:
    """Whether a part of the body or a complaint stands here: "my calf", "with me it's the leg"."""
    return scene.marks.has("body", place) or scene.marks.has("complaint", place)


def _does(scene: Scene, place: int) -> bool:
    """Whether a sign is what "I" did: I passed out, I nearly fainted."""
    items, marks = scene.tokens.items, scene.marks
    at = place + 1
    if at < len(items) and (items[at].norm in HARDLY or marks.has("finite", at)) and at not in scene.signs:
        at += 1
    return at in scene.signs and not marks.has("reports", at) and not marks.has("takes", at)


def _tells_of_body(scene: Scene, place: int) -> bool:
    """Whether the clause says more of a person than being somewhere: "I was in the kitchen" does not."""
    for ahead in range(place + 1, min(scene.layout.clause_end[place], place + 1 + WITHIN)):
        if ahead in scene.people:
            return False
        if ahead in scene.names or scene.tokens.items[ahead].norm[0].isdigit():
            return True
        telling = any(scene.marks.has(group, ahead) for group in BODILY)
        if telling and not is_pronoun(scene.tokens, ahead):
            return True
    return False


def _is_theirs(marks: Marks, layout: Layout, place: int) -> bool:
    """Whether the body of somebody else is told of: a leg, a cramp, an age; or what presses, twice over."""
    ahead = range(place + 1, min(layout.sentence_end[max(place, 0)], place + 3 + NEAR))
    if any(marks.has(group, p) for p in ahead for group in ("limb", "cramp", "aged")):
        return True
    sentence = range(place + 1, min(layout.sentence_end[place], place + 1 + WITHIN))
    acute = sum(marks.has("acute", p) for p in sentence)
    return acute > 1 or (acute == 1 and any(marks.has("pressing", p) for p in sentence))
