"""How far doubt and supposing reach: what is only a reason not known, a number guessed, or a way to say."""

from __future__ import annotations

from charley.intake.quantities.hedging import ADVERBS
from charley.intake.scope.comparing import COMPARES, around, brings_on, is_set_phrase
from charley.intake.scope.given import OWN_CASE, takes_as_given
from charley.intake.scope.weighed import doubts_cause, only_weighs
from charley.intake.text.clauses import Layout
from charley.intake.text.marks import Marks
from charley.intake.text.tokens import Token, Tokens

WH = frozenset(("why", "what", "where", "how", "who", "which"))
"""Behind a doubt they say what is not known; the rest of the sentence is told."""

SAYING = frozenset(
    ("say", "guess", "estimate", "reckon", "rate", "describe", "call", "think", "imagine", "put")
)
TAKING = frozenset(("on", "taking", "take", "takes"))
"""Behind a comma they tell what is taken: allergic to penicillin, on ramipril."""

THOUGHT = frozenset(("thought", "assumed", "blamed"))
"""What was thought ends at the comma: thought it was indigestion, the pain in my chest."""

TELLERS = frozenset(("i", "we"))
REFUSES = frozenset(("not", "never"))
"""Behind a "would" they tell what was not done: he would not walk; I would never hurt myself."""

HABIT = frozenset(("just", "always", "often", "usually", "sometimes", "suddenly", "then", "regularly"))
ITSELF = frozenset(("it", "they"))
CONDITIONAL = frozenset(("if", "unless", "whether", "what", "could", "should"))
OR_AHEAD = 6
MOST_ASKED = 8


WE = frozenset(("i", "we", "he", "she", "they"))
BELIEF = frozenset(
    ("believe", "think", "worry", "worried", "fear", "panic", "panicking", "convinced", "wonder")
)
"""Behind a "now" they go on with what is feared."""

FEARS = frozenset(("scared", "afraid", "frightened", "worried", "terrified", "feared"))
DID = frozenset((
    "i", "we", "he", "she", "drank", "went", "came", "took", "rang", "drove", "had", "ate", "ran", "got",
    "put", "kept", "sat", "lay", "slept", "have", "am", "my", "just",
))  # fmt: skip
"""Behind "so" they tell what somebody did out of fear."""


def asks_why(tokens: Tokens, end: int) -> bool:
    """Whether only a reason or a way is not known: "no idea why it swells", "can't say how bad it is"."""
    if end < len(tokens.items) and tokens.items[end].norm == "you":
        end += 1
    return end < len(tokens.items) and tokens.items[end].norm in WH and tokens.items[end].before in ("", ",")


def goes_into(tokens: Tokens, marks: Marks, doubted: int, place: int) -> bool:
    """Whether a clause begins right behind a doubt: perhaps | my wee is brown."""
    return doubted >= 0 and marks.end("doubt", doubted) == place and not tokens.items[place].before


def ends_doubt(tokens: Tokens, layout: Layout, place: int, doubted: int) -> bool:
    """Whether a doubt ends at this comma, unless an "or" goes on with it: that of a single word, and one only
    of what it is: "not sure if it's the new pills, | my throat is closing up"."""
    if only_weighs(tokens.items, place):
        return True
    of_cause = doubts_cause(tokens.items, doubted)
    if tokens.items[place].before != "," or not (of_cause or tokens.items[doubted].norm in ADVERBS):
        return False
    ahead = range(place, min(place + OR_AHEAD, layout.clause_end[place]))
    return not any(tokens.items[p].norm == "or" for p in ahead)


def _is_now(items: list[Token], place: int) -> bool:
    """Whether what was supposed has come: they warned me of clots and | now my calf is swollen."""
    if items[place].norm != "now" or any(t.norm in BELIEF for t in items[place + 1 : place + 3]):
        return False
    return bool(items[place].before) or (place > 0 and items[place - 1].norm in ("and", "but", "so"))


def _so_did(items: list[Token], place: int, supposed: int) -> bool:
    """Whether what was done out of fear is told: scared of the heat | so drank seven litres; so scared of it
    | that I drank."""
    ahead = items[place + 1].norm if place + 1 < len(items) else ""
    so = items[place].norm == "so" or (
        items[place].norm == "that" and items[max(supposed - 1, 0)].norm == "so"
    )
    return so and (ahead in DID or ahead.endswith("ed"))


def ends_supposing(tokens: Tokens, marks: Marks, layout: Layout, place: int, supposed: int) -> bool:
    """At the next clause, or at the comma behind an "if"; "worried that | my leg is clotted" goes on, and
    so does "if my leg swelled | or I got chest pain"."""
    if supposed < 0:
        return False
    before, cue = tokens.items[place].before, tokens.items[supposed].norm
    is_if, instead = cue in ("if", "whether", *COMPARES, *THOUGHT), cue == "instead"
    if before == "," and (is_if or instead or tokens.items[place].norm in TAKING):
        return True
    if tokens.items[place].norm == "because" or _is_now(tokens.items, place):
        return True
    if cue in FEARS and _so_did(tokens.items, place, supposed):
        return True
    if instead and place == layout.clause_start[place]:
        return True
    joins = marks.has("joins", place) and not (is_if and tokens.items[place].norm == "or")
    goes_on = not before and not marks.has("turn", place) and not joins
    return place == layout.clause_start[place] and not goes_on


def says_so(tokens: Tokens, marks: Marks, layout: Layout, place: int) -> bool:
    """Whether a word supposes nothing: "I'd say five minutes", "my calf would just go hard", "if I cough"."""
    items = tokens.items
    if _is_tag(tokens, place):
        return True
    if items[place].norm == "is" and takes_as_given(tokens, marks, place, layout.sentence_end[place]):
        return True
    if items[place].norm == "mentioned":  # by the patient; in a note without saying by whom
        return layout.sentence_start[place] == place or items[place - 1].norm in TELLERS
    if brings_on(tokens, layout, place) or is_set_phrase(tokens, place):
        return True
    if items[place].norm != "would" or place + 1 >= len(items) or marks.end("supposing", place) > place + 1:
        return False
    if items[place + 1].norm in SAYING:
        return True
    if any(items[p].norm in CONDITIONAL for p in around(layout, place)):
        return False
    if items[place + 1].norm in REFUSES or any(t.norm == "odd" for t in items[place + 1 : place + 4]):
        return True
    owns = place > layout.clause_start[place] and _acts_itself(tokens, marks, place - 1)
    return owns or items[place + 1].norm in HABIT


def _is_tag(tokens: Tokens, place: int) -> bool:
    """Whether "is it" only asks for assent behind what was said: not really cramp is it, more a burning."""
    asks = [token.norm for token in tokens.items[place : place + 2]] == ["is", "it"]
    return asks and place > 0 and tokens.items[place].before in ("", ",") and tokens.after(place + 1) != ""


def is_word_asked(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a sentence only asks what a word means: "what is foot drop?"."""
    words = [tokens.items[place].norm for place in range(start, end)]
    if words[0] != "what" or not 3 <= len(words) <= MOST_ASKED or tokens.after(end - 1) != "?":
        return False
    return words[1] in ("is", "are", "'s", "does") and OWN_CASE.isdisjoint(words)


def _acts_itself(tokens: Tokens, marks: Marks, place: int) -> bool:
    """Whether a part of the body or a cramp is what "would": the calf would go."""
    return tokens.items[place].norm not in ITSELF and (
        marks.has("body", place) or marks.has("complaint", place)
    )
