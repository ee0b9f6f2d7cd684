"""Pictures: what "as if" and "feels like I" compare is how it feels, and no supposing; nor is the "would" of
"so numb I would not know", and nor an "if" that only says what brings a thing on ("if I cough")."""

from __future__ import annotations

from charley.intake.text.clauses import Layout
from charley.intake.text.marks import Marks
from charley.intake.text.tokens import Tokens

COMPARES = frozenset(("as", "like", "feels"))
"""First words of comparisons among the phrases that suppose."""

CONDITIONS = frozenset(("if", "unless", "whether", "should", "surely"))

SPEAKS_OF = frozenset(("i", "he", "she", "we"))
"""What a comparison says of a whole person mostly is not so: as if I had run a marathon."""

PICTURED = frozenset(
    (
        "can",
        "could",
        "not",
        "walking",
        "sitting",
        "lying",
        "standing",
        "treading",
        "being",
        "breathing",
        "wearing",
    )
)
"""Verbs by which a picture tells how a person feels: like I can not breathe, like I am walking on wool."""

BEFALLS = frozenset((
    "injury_recent", "crushed_or_long_lie", "heat_exposure", "endurance_drank_lots", "race_unwell",
    "toxin_contact", "sedative_cut", "dirty_wound", "tetanus_jab_due", "neck_surgery", "new_hard_exercise",
    "other_cause_likely", "alcohol_units", "self_harm_thoughts", "passed_out", "bed_rest_surgery",
    "past_clot",
))  # fmt: skip
"""Findings of what somebody did or what befell them: a picture never tells of these."""

EXERTION = frozenset(("cramp_with_exercise", "cramp_timing", "sore_afterwards", "calf_sore_2_days"))
"""Findings of effort and what comes of it: "ached like the day after a marathon" tells of no marathon."""

FAR = 40
"""So many words on either side what makes a "would" or an "if" depend on something is looked for."""

MANNER = 3
"""How many words behind a person's name in a comparison its verb is looked for."""

PROVOKES = frozenset((
    "cough", "press", "push", "squeeze", "touch", "breathe", "stand", "walk", "bend", "sneeze", "laugh",
    "lift", "lie", "sit", "turn", "stretch", "poke", "roll", "wipe", "squat", "flex", "point", "pull",
    "climb", "inhale", "prod", "tap", "knock", "twist", "kneel", "strain", "lean", "raise", "straighten",
    "swallow", "move", "rub",
))  # fmt: skip
"""Acts that bring something on: if I cough, if you press my calf."""

ANYBODY = frozenset(("i", "you", "he", "she", "we", "anyone", "anybody", "someone", "somebody", "they"))
BLOOD = frozenset(("up", "blood"))
SET_PHRASES = frozenset((
    ("unless", "you", "count"), ("if", "you", "count"), ("if", "you", "ask", "me"),
    ("if", "you", "must", "know"),
    ("if", "i", "am", "honest"), ("if", "i", "am", "being"), ("if", "i", "am", "truthful"),
    ("if", "truth", "be", "told"), ("if", "it", "matters"), ("if", "that", "matters"), ("if", "it", "helps"),
    ("if", "that", "helps"), ("if", "it", "is", "relevant"), ("if", "that", "is", "relevant"),
    ("if", "that", "makes", "sense"), ("if", "you", "like"), ("if", "i", "remember"), ("if", "i", "recall"),
    ("if", "memory", "serves"), ("if", "you", "know", "what"), ("if", "you", "see", "what"),
))  # fmt: skip
"""Ways to say something that suppose nothing."""

COUNSEL = frozenset((
    "ring", "call", "phone", "should", "will", "would", "told", "said", "says", "warned", "come", "worry",
    "worried", "what", "contact", "advice", "advised", "ask", "asked", "might", "could", "happens", "gp",
))  # fmt: skip
"""Words of a sentence of which an "if" is advice or a fear."""


def around(layout: Layout, place: int) -> range:
    """The words of the sentence near a place: bounded, for a text may have no full stop."""
    first, last = layout.sentence_start[place], layout.sentence_end[place]
    return range(max(first, place - FAR), min(last, place + FAR))


def compares(tokens: Tokens, marks: Marks, place: int) -> bool:
    """Whether a phrase that supposes is a comparison: as if, as though, like I am, feels like I."""
    return tokens.items[place].norm in COMPARES and marks.end("supposing", place) > place + 1


def is_picture(tokens: Tokens, marks: Marks, layout: Layout, place: int) -> bool:
    """Whether a phrase that supposes tells of what began before it: "numb as if ...", and, where nothing is
    made to depend on anything, "so numb I would not know"."""
    if compares(tokens, marks, place):
        return True
    if tokens.items[place].norm != "would" or tokens.after(layout.sentence_end[place] - 1) == "?":
        return False
    return CONDITIONS.isdisjoint(tokens.items[p].norm for p in around(layout, place))


def tells_within(tokens: Tokens, marks: Marks, place: int) -> bool:
    """Whether a comparison tells how it feels by what it says itself: as if somebody squeezed my chest."""
    return compares(tokens, marks, place) and not _of_person(tokens, marks, place)


def _of_person(tokens: Tokens, marks: Marks, cue: int) -> bool:
    """Whether a comparison says what somebody would have done: like I am drunk, as if he had a fit."""
    items = tokens.items
    stop = min(marks.end("supposing", cue) + 1, len(items))
    who = next((p for p in range(cue + 1, stop) if items[p].norm in SPEAKS_OF), -1)
    if who < 0:
        return False
    ahead = {token.norm for token in items[who + 1 : who + 1 + MANNER]}
    return PICTURED.isdisjoint(ahead)


def is_set_phrase(tokens: Tokens, place: int) -> bool:
    """Whether an "if" or an "unless" is only a way to say something: if I am honest, unless you count."""
    words = tuple(token.norm for token in tokens.items[place : place + 4])
    return words in SET_PHRASES or words[:3] in SET_PHRASES


def brings_on(tokens: Tokens, layout: Layout, place: int) -> bool:
    """Whether an "if" only says what brings something on: if I breathe in deep, my chest hurts."""
    items, end = tokens.items, layout.sentence_end[place]
    if items[place].norm != "if" or place + 2 >= end:
        return False
    who, act = items[place + 1].norm, items[place + 2].norm
    if who not in ANYBODY or act not in PROVOKES or (place + 3 < end and items[place + 3].norm in BLOOD):
        return False
    return COUNSEL.isdisjoint(items[p].norm for p in around(layout, place))
