"""Whom a story is about: the writer, or somebody whom the writer looks after."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from charley.intake.clauses import Layout
from charley.intake.hits import Context
from charley.intake.kin import HOUSEHOLD, can_be_patient, is_kin, kin_word
from charley.intake.marks import SIGN, Marks
from charley.intake.senders import PERSON, SEX_OF, is_sender, sent_for
from charley.intake.tokens import Tokens
from charley.intake.values import Reading

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
PRONOUNS = frozenset(("it", "they", "this", "these"))
SUFFERS = frozenset(("get", "gets", "got", "getting", "have", "had", "has", "having"))
CARING = frozenset(
    (verb, word)
    for word, verbs in {
        "after": ("look", "looking", "looks", "looked"),
        "for": ("care", "caring", "carer", "asking", "writing", "nursing"),
        "about": ("ringing", "calling", "phoning", "writing", "asking"),
        "of": ("behalf", "care", "carer"),
    }.items()
    for verb in verbs
)
"""Words before a relative that make that person the one the story is for."""

SEXES = ("female", "male")
TOLD = frozenset(("me", "us", "i", "my", "we"))
REMARK = 9
"""A text of so few words that begins with "my mum" tells of the family, and asks nothing for her."""

SHORT = 5
SIGNS = 2
"""So many signs make a story of a remark that is not SHORT."""

OWNERS = frozenset(("my", "our", "the", "a"))
SURELY = 2
ASKING = frozenset(("who", "what", "where", "which"))
"""Before "I" they make it part of what somebody else knows: he knew who I was."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A text before it is known whom it is about.

    `names` are the tokens where a medicine or an illness stands: who names one speaks of a body. `signs`
    are the tokens where a sign of the body is told, `people` those where somebody else is named.
    """

    tokens: Tokens
    marks: Marks
    layout: Layout
    names: frozenset[int]
    signs: frozenset[int]
    people: frozenset[int]


def scene_of(tokens: Tokens, marks: Marks, layout: Layout, names: frozenset[int]) -> Scene:
    """A text made ready for asking whom it is about."""
    people = frozenset(p for p in marks.places("family") if is_kin(tokens, marks, layout, p))
    return Scene(tokens, marks, layout, names, frozenset(marks.places(SIGN)), people)


def patient_of(scene: Scene) -> str | None:
    """The word for the person a helper writes about ("son", "mum"); None when people write of themselves."""
    tokens, marks, layout = scene.tokens, scene.marks, scene.layout
    kin = [p for p in sorted(scene.people) if _can_be_meant(scene, p)]
    senders = [p for p in kin if is_sender(tokens, marks, layout, p)]
    kin = [p for p in kin if p not in senders]
    if not kin:
        return sent_for(tokens, marks) if senders else None
    named = [*marks.places("third_person"), *(marks.end("family", place) - 1 for place in kin)]
    theirs = any(_is_theirs(marks, layout, place) for place in named)
    theirs = theirs or any(_is_cared_for(tokens, layout, p) and _has_sign(scene, p) for p in kin)
    cared = next((p for p in kin if _is_cared_for(tokens, layout, p)), None) if theirs else None
    told = [p for p in marks.places("first_person") if cared is None or tokens.items[p].norm != "i"]
    own = max((_own(scene, p) for p in told), default=0)
    if own < SURELY and cared is None and (signs := is_told_of(scene, kin)) is not None:
        return kin_word(tokens, marks, signs)
    if own == SURELY or (not theirs and (own or not any(marks.has("young", place) for place in kin))):
        return None
    if cared is not None:
        return kin_word(tokens, marks, cared)
    silent = (p for p in kin if not tells(scene, p))
    return next((kin_word(tokens, marks, place) for place in silent), None)


def _can_be_meant(scene: Scene, place: int) -> bool:
    tokens, layout = scene.tokens, scene.layout
    if _has_died(tokens, layout, place):
        return False
    return can_be_patient(tokens, scene.marks, layout, place) or _is_cared_for(tokens, layout, place)


def sex_of_patient(context: Context, marks: Marks, kin: str | None) -> list[Reading]:
    """The sex that the word for the person says: a daughter, a grandad."""
    if kin in PERSON.values():
        return _sex_of_pronoun(context, marks)
    places = marks.places("family") if kin else ()
    place = next((p for p in sorted(places) if kin_word(context.tokens, marks, p) == kin), None)
    if place is None:
        return []
    last_word = marks.end("family", place) - 1
    sex = next((s for p in (place, last_word) for s in SEXES if marks.has(f"{s}_kin", p)), "")
    first, last, words = context.words(place, last_word + 1)
    why = "the word for the person the story is about"
    return [Reading("finding", "sex_at_birth", sex, first, last, words, why)] if sex else []


def _sex_of_pronoun(context: Context, marks: Marks) -> list[Reading]:
    place = min(marks.places("third_person"))
    first, last, words = context.words(place, place + 1)
    sex = SEX_OF[context.tokens.items[place].norm]
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
    return any(pair in CARING for pair in pairwise(before))


def _has_died(tokens: Tokens, layout: Layout, place: int) -> bool:
    first = max(layout.sentence_start[place], place - WITHIN)
    last = min(layout.sentence_end[place], place + WITHIN)
    return any(tokens.items[p].norm in DEAD for p in range(first, last))


def _own(scene: Scene, place: int) -> int:
    """How surely somebody speaks of the own body: "my calf", "I wake", "mine is fine"; or only "I was"."""
    items, marks, word = scene.tokens.items, scene.marks, scene.tokens.items[place].norm
    ahead = range(place + 1, min(place + 1 + NEAR, len(items)))
    if word in ("mine", "myself") or (word == "my" and items[min(place + 1, len(items) - 1)].norm == "own"):
        return SURELY
    kin = any(p in scene.people for p in ahead)
    if word != "i":
        body = any(marks.has("body", p) or marks.has("complaint", p) for p in ahead)
        return SURELY if body and not kin else 0
    doing = {*ahead, *range(place + 1, min(place + 3 + NEAR, scene.layout.clause_end[place]))}
    if kin or any(marks.has("third_person", p) for p in doing) or (place and items[place - 1].norm in ASKING):
        return 0
    if not any(marks.has("own_verb", p) or items[p].norm.isdigit() for p in ahead):
        return 0
    acts = any(marks.has("own_verb", p) and items[p].norm not in BARELY for p in ahead)
    return SURELY if acts or _tells_of_body(scene, place) else 1


def _tells_of_body(scene: Scene, place: int) -> bool:
    """Whether the clause says more of a person than being somewhere: "I was in the kitchen" does not."""
    for ahead in range(place + 1, min(scene.layout.clause_end[place], place + 1 + WITHIN)):
        if ahead in scene.people:
            return False
        if ahead in scene.names or scene.tokens.items[ahead].norm[0].isdigit():
            return True
        telling = any(scene.marks.has(group, ahead) for group in BODILY)
        if telling and not _is_pronoun(scene.tokens, ahead):
            return True
    return False


def _is_pronoun(tokens: Tokens, place: int) -> bool:
    """Whether "it" stands for anything: fed up with it; but "I get it" is the complaint."""
    items = tokens.items
    return items[place].norm in PRONOUNS and items[place - 1].norm not in SUFFERS


def _is_theirs(marks: Marks, layout: Layout, place: int) -> bool:
    """Whether the body of somebody else is told of: a leg, a cramp, an age; or what presses, twice over."""
    ahead = range(place + 1, min(layout.sentence_end[max(place, 0)], place + 3 + NEAR))
    if any(marks.has(group, p) for p in ahead for group in ("limb", "cramp", "aged")):
        return True
    sentence = range(place + 1, min(layout.sentence_end[place], place + 1 + WITHIN))
    acute = sum(marks.has("acute", p) for p in sentence)
    return acute > 1 or (acute == 1 and any(marks.has("pressing", p) for p in sentence))


def is_told_of(scene: Scene, kin: list[int]) -> int | None:
    """The first relative of whom a sign is told, in a text that tells of no other body before: dad's been
    coughing blood. What a relative had, or used to have, is the family's history."""
    first = scene.layout.sentence_start[kin[0]]
    if any(sign < first for sign in scene.signs) or _is_remark(scene):
        return None
    return next((place for place in kin if _is_near(scene, place) and _has_sign(scene, place)), None)


def _is_remark(scene: Scene) -> bool:
    """Whether the whole text is a short remark on "my mum"; a helper who writes of one says "mum"."""
    items = scene.tokens.items
    short = len(items) <= SHORT or (len(items) <= REMARK and len(scene.signs) < SIGNS)
    return short and items[0].norm in OWNERS


def _is_near(scene: Scene, place: int) -> bool:
    """Whether this is somebody whom a helper looks after, and is told of as of now."""
    word, end = kin_word(scene.tokens, scene.marks, place), scene.marks.end("family", place)
    behind = [t.norm for t in scene.tokens.items[end : end + 2]]
    past = behind[:1] in (["had"], ["used"]) or behind == ["never", "had"]
    household = word in HOUSEHOLD or _is_asked_for(scene)
    return household and not past and not tells(scene, place)


def _is_asked_for(scene: Scene) -> bool:
    """Whether the writer asks what somebody else has to do: should he go to hospital?"""
    items = scene.tokens.items
    return any(
        place and items[place - 1].norm in ("should", "must") for place in scene.marks.places("third_person")
    )


def _has_sign(scene: Scene, place: int) -> bool:
    """Whether a sign is told in the sentence behind a relative, and not of the writer."""
    marks, end = scene.marks, _told_until(scene, place)
    for ahead in range(marks.end("family", place), end):
        if marks.has("first_person", ahead) or marks.has("family_before", ahead):
            return False
        if ahead in scene.signs or (marks.has("cramp", ahead) and not _is_pronoun(scene.tokens, ahead)):
            return True
    return False


def _told_until(scene: Scene, place: int) -> int:
    """The end of the sentence, and of the next that tell of "him" or "her"."""
    end, count = scene.layout.sentence_end[place], len(scene.tokens.items)
    while end < count:
        after = scene.layout.sentence_end[end]
        if not any(scene.marks.has("third_person", p) for p in range(end, after)):
            return end
        end = after
    return end


def tells(scene: Scene, place: int) -> bool:
    """Whether a relative only reports or advises: my wife says, my son is a nurse and told me to ask."""
    items, end = scene.tokens.items, scene.marks.end("family", place)
    if scene.marks.has("reports", end):
        return True
    ahead = range(end, min(scene.layout.sentence_end[place], end + WITHIN) - 1)
    return any(scene.marks.has("reports", p) and items[p + 1].norm in TOLD for p in ahead)
