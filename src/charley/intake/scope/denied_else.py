"""What a denial denies: "I can't sleep for chest pain" denies the sleep, and takes the pain as given.

Between a denial and a sign that it denies stand only words of having and of seeming ("have not had any", "no
sign of"), and other signs. Behind any other word the sign is taken as given, or nothing is known of it.
"""

from __future__ import annotations

from dataclasses import dataclass

from charley.intake.text.marks import SIGN, Marks
from charley.intake.text.tokens import Tokens

HAVING = frozenset((
    "a", "an", "any", "the", "that", "this", "these", "those", "my", "his", "her", "their", "its", "your",
    "i", "he", "she", "they", "it", "you", "we", "me", "him", "them", "there", "of",
    "is", "am", "are", "was", "were", "'s", "be", "been", "being", "do", "does", "did", "would",
    "have", "has", "had", "having", "got", "get", "gets", "getting", "go", "going", "gone", "come", "came",
    "coming", "turn", "turned", "become", "develop", "developed", "experience", "experienced",
    "feel", "feels", "felt", "feeling", "look", "looks", "looked", "looking", "seem", "seems", "seemed",
    "notice", "noticed", "see", "seen", "saw", "find", "found", "show", "showing", "shown", "present",
    "report", "reports", "reporting", "complain", "complained", "complaining",
    "think", "believe", "say", "call", "know", "reckon", "sure", "aware", "so", "as", "like",
    "sign", "signs", "symptom", "symptoms", "hint", "trace", "evidence", "history", "kind", "sort",
    "type", "bit", "more", "further", "other", "another", "single", "one", "much", "many", "all", "both",
    "either", "neither", "left", "right", "leg", "legs", "in", "on", "over",
    "really", "actually", "honestly", "particularly", "especially", "exactly", "even", "ever", "once", "yet",
    "very",
    "too", "at", "just", "only", "also", "now", "today", "again", "still", "quite", "overly", "terribly",
    "new", "real", "proper", "actual", "sudden", "acute", "recent", "obvious", "visible", "significant",
    "severe", "bad", "big", "serious", "particular", "marked", "gross", "major", "associated", "current",
    "unilateral", "bilateral", "generalised", "obviously", "noticeably", "visibly",
    "suffer", "suffers", "suffered", "suffering", "trouble", "troubled", "troubles", "bother", "bothered",
    "problem", "problems", "issue", "issues", "ill", "sick", "down", "prone", "subject", "given", "known",
))  # fmt: skip
"""Through these a denial reaches a sign behind them."""

CARRIED = {
    "from": ("suffer", "suffers", "suffered", "suffering"),
    "with": (
        "suffer", "suffers", "suffered", "suffering", "trouble", "troubled", "bother", "bothered", "problem",
        "problems", "issue", "issues", "ill", "sick", "down",
    ),
    "by": ("troubled", "bothered"),
    "to": ("prone", "subject", "given"),
    "for": ("one", "known"),
}  # fmt: skip
"""What carries a denial on over a "from" or a "with": I don't suffer from, no trouble with."""

GIVEN = frozenset((
    "the", "this", "that", "these", "those", "my", "his", "her", "such", "how",
))  # fmt: skip
"""Right before a sign that a denial does not reach, they take it as given: "the chest pain"."""

WITH = frozenset(("for", "with", "from", "about", "by", "through", "when", "while", "after"))
"""So do these, but behind a "never": I can't sleep for chest pain; never in hospital with chest pain."""

WRONG = frozenset((
    "right", "normal", "good", "ok", "okay", "usual", "natural", "healthy", "nice", "funny", "fun",
))  # fmt: skip
WORSE = "worse"
"""What nobody can imagine, or remember, to be worse is there."""

TO = frozenset(("to", "that"))
"""What is not right is so: it's not normal to cough blood."""

ASKED = frozenset((
    "here", "call", "calling", "ring", "ringing", "write", "writing", "ask", "asking", "asked", "come",
    "came", "checked", "tested", "examined", "scanned", "treated", "investigated", "want", "wanted",
))  # fmt: skip
"""What somebody comes for, or is looked over for, may be there or not."""

LIST = frozenset(("or", "nor", "and"))
TOLD = (SIGN, "body", "complaint", "acute", "state", "<condition>")
OF_VERBS = frozenset(("not", "never", "nobody", "nothing", "neither"))
"""Denials of a verb; a "no" before a noun goes on over whatever describes it: no pleuritic pain."""


@dataclass(frozen=True, slots=True)
class Reach:
    """For each token under a denial: whether something else is denied beside which it is taken as given
    (`given`), or of which nothing more is known (`beyond`)."""

    given: list[bool]
    beyond: list[bool]


def follow_denials(tokens: Tokens, marks: Marks, denied: list[int], reach: Reach) -> None:
    """Note how far each denial reaches; `denied` has the cue that governs each token, or less than none."""
    for cue in {cue for cue in denied if cue >= 0}:
        _follow(cue, tokens, marks, denied, reach)


def _follow(cue: int, tokens: Tokens, marks: Marks, denied: list[int], reach: Reach) -> None:
    """One denial from its words to the last token that it governs."""
    items, verbal = tokens.items, tokens.items[cue].norm in OF_VERBS
    passed: set[str] = set()
    opaque = given = False
    for place in range(max(marks.end("negation", cue), cue + 1), len(items)):
        word = items[place].norm
        if denied[place] != cue or word == "any" or items[place].before or word in LIST:
            passed, opaque, given = set(), False, False
        if denied[place] != cue:
            break
        given = given or (opaque and _is_given(word, passed, items[cue].norm))
        reach.given[place], reach.beyond[place] = given, opaque and verbal and not given
        opaque = opaque or not _carries(place, tokens, marks)
        passed.add(word)


def _is_given(word: str, passed: set[str], cue: str) -> bool:
    if not ASKED.isdisjoint(passed):
        return False
    if WORSE in passed:
        return True
    if word in WITH:
        return cue != "never"
    return word in GIVEN or (word in TO and not WRONG.isdisjoint(passed))


def _carries(place: int, tokens: Tokens, marks: Marks) -> bool:
    """Whether a denial goes on over a word: it is one of having, or itself a sign or a part of the body."""
    around = tokens.items[place - 1 : place + 2]
    before, word, after = around[0].norm, around[1].norm, around[2].norm if len(around) > 2 else ""
    if word in CARRIED:
        return before in CARRIED[word]
    if (word == "at" and after != "all") or (word == "right" and after in TO):
        return False
    return word in HAVING or word in LIST or any(marks.has(group, place) for group in TOLD)
