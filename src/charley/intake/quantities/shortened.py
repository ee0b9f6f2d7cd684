"""What a shortened word stands for, where only its neighbours tell: "she'd been" is "she had been"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from charley.intake.quantities import numbers, times
from charley.intake.quantities.lengths import unit_days
from charley.intake.quantities.spoken import TENS, UNITS
from charley.intake.text.tokens import Token, Tokens
from charley.library.lexicon.plainly import PARTICIPLES

BETWEEN = frozenset((
    "just", "already", "suddenly", "never", "not", "only", "always", "really", "also", "even", "both",
    "all", "recently", "since", "ever", "nearly", "almost", "hardly", "apparently", "obviously", "clearly",
    "completely", "totally", "slowly", "gradually",
))  # fmt: skip
"""What may stand between "had" and its participle."""

NOUN_AHEAD = frozenset((
    "a", "an", "no", "the", "his", "her", "my", "some", "several", "any", "another", "more", "loads",
    "plenty", "lots", "bad", "terrible", "awful", "severe", "dreadful", "horrible", "horrendous", "slight",
    "mild", "such", "chest", "back", "pain", "pains", "numbness", "tingling", "swelling", "diarrhoea",
    "fever", "fevers", "chills", "pins", "blood", "trouble", "difficulty", "nothing", "none",
    "palpitations", "shivers", "both",
))  # fmt: skip
"""Behind "she'd" these make it "she had": she'd a fever, he'd no pain, I'd bad cramps."""

COMPLAINTS = frozenset(("cramps", "spasms", "twinges", "aches", "swollen", "sore", "stiff", "itchy"))
"""The same, also behind "both" or "really"; but "it'd cramp" is what it would do."""

LIMBS = frozenset(("calves", "legs", "feet", "thighs", "shins", "arms", "hands", "knees", "ankles", "toes"))
"""The same behind "both" or "all": I'd both calves go."""

NEAR = 10
BOTH_FORMS = frozenset((
    "hit", "cut", "hurt", "shut", "split", "burst", "come", "become", "run", "put", "let", "quit", "set",
))  # fmt: skip
"""Verbs whose third form is the first: only what goes before tells "had wet" from "would wet"."""

LEARNT = frozenset((
    "know", "knew", "realise", "realised", "realize", "realized", "notice", "noticed", "found", "find",
    "felt", "feel", "saw", "see", "remember", "remembered", "after", "till", "until", "because", "once",
    "said", "told",
))  # fmt: skip
"""Before "she'd wet herself" they make it "she had": she did not know she'd wet herself."""

BASE_FORMS = frozenset(
    ("need", "feed", "bleed", "speed", "breed", "heed", "succeed", "proceed", "shed", "wed")
)
"""Verbs that end like a participle and are none."""

SHORT_VERBS = frozenset(("dx", "rx", "tx", "ok", "od", "kod", "op", "xray", "mri", "ct", "id", "ref"))
ABLE = frozenset(("can", "could", "will", "would", "do", "does", "did"))


RELATIVES = {
    "DS": "son", "DSS": "stepson", "DD": "daughter", "DSD": "stepdaughter", "DH": "husband", "DW": "wife",
    "DP": "partner", "LO": "toddler", "DGS": "grandson", "DGD": "granddaughter", "DM": "mum", "DF": "dad",
    "MIL": "stepmother", "FIL": "stepfather", "DS1": "son", "DS2": "son", "DD1": "daughter",
    "DD2": "daughter", "DB": "brother", "DSIS": "sister",
}  # fmt: skip
"""How forums call relatives in capitals; parents in law are read as step-parents, who are of no blood."""

_RELATIVE = re.compile("|".join(RELATIVES))

OF_A_NOTE = frozenset(
    ("pulse", "pulses", "pt", "absent", "palpable", "weak", "present", "type", "and", "pain")
)
AMBIGUOUS = frozenset(("DP", "DM", "DF", "DB"))
OWNERS = frozenset(("my", "our", "the", "poor", "with", "and"))


def settled(tokens: Tokens, text: str = "") -> Tokens:
    """The tokens with every "'d" told apart as had or would, "can no longer" as "can not", and the relatives
    that forums write in capitals as what they are."""
    _spell_relatives(tokens.items, text)
    for place, token in enumerate(tokens.items):
        if token.norm == "would" and not token.raw:
            token.norm = _meant(tokens.items, place)
    if any(token.norm == "longer" for token in tokens.items):
        return replace(tokens, items=_without_longer(tokens.items))
    return tokens


def _spell_relatives(items: list[Token], text: str) -> None:
    if not _RELATIVE.search(text):
        return
    for place, token in enumerate(items):
        written = text[token.start : token.end]
        word = RELATIVES.get(written, "")
        if not word or text.isupper():
            continue
        behind = items[place + 1].norm if place + 1 < len(items) else ""
        before = items[place - 1].norm if place and not token.before else ""
        opens = place == 0 or token.before in (".", "?")
        if written in AMBIGUOUS and (behind in OF_A_NOTE or not (before in OWNERS or opens)):
            continue
        if behind not in OF_A_NOTE or before in OWNERS:
            token.norm = token.raw = word


def respelt(tokens: Tokens, spellings: Mapping[str, str]) -> None:
    """Put right, in place, the known misspellings of words that count: twise, teusday."""
    for token in tokens.items:
        meant = spellings.get(token.norm)
        if meant is not None and (meant in numbers.BEGINS or meant in times.BEGINS or unit_days(meant)):
            token.norm = meant


def _meant(items: list[Token], place: int) -> str:
    """What a "'d" stands for: would, had, or the ending of a shortened verb: dx'd with PAD."""
    if place and items[place - 1].norm in SHORT_VERBS:
        return "'d"
    return "had" if _is_had(items, place) else "would"


def _is_had(items: list[Token], place: int) -> bool:
    ahead = place + 1
    while ahead < len(items) and items[ahead].norm in BETWEEN and not items[ahead].before:
        ahead += 1
    if ahead >= len(items) or items[ahead].before:
        return False
    word = items[ahead].norm
    if ahead == place + 1 and (word in NOUN_AHEAD or word in UNITS or word in TENS or word[0].isdigit()):
        return True
    if word in COMPLAINTS or (word in LIMBS and items[ahead - 1].norm in ("both", "all")):
        return True
    if word == "wet":  # "I'd wet the bed" tells of it either way, but not with an "if"
        return all(token.norm != "if" for token in items[max(place - NEAR, 0) : place + NEAR])
    if word in BOTH_FORMS:
        return any(token.norm in LEARNT for token in items[max(place - 3, 0) : place - 1])
    return word in PARTICIPLES or (word.endswith("ed") and word not in BASE_FORMS)


def _without_longer(items: list[Token]) -> list[Token]:
    """ "I can no longer feel my foot" tells what cannot be done, and nothing that is over."""
    result: list[Token] = []
    for place, token in enumerate(items):
        denied = token.norm == "no" and place > 0 and items[place - 1].norm in ABLE
        if denied and place + 1 < len(items) and items[place + 1].norm == "longer":
            result.append(Token("not", token.start, items[place + 1].end, token.before, "not"))
        elif not (token.norm == "longer" and result and result[-1].end == token.end):
            result.append(token)
    return result
