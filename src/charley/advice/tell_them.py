"""What to tell the people who help: said by the person, or quoted from the story; the most telling first.

The order is that of information: the exposure or event with its date, the danger signs, how long it has
lasted, the medicines. Nothing read in free text is asserted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from charley.advice.medicine_told import listed_medicines
from charley.advice.own_words import SENTENCE_END, answered, quote_at, read_in_story, sentence_span
from charley.advice.plan_texts import Case, plan_texts
from charley.assessment import FiredRule
from charley.history import History
from charley.wording import medicines_taken, number_text, say_lab

MOST_EVENTS, MOST_SIGNS, MOST_SAID = 2, 4, 6
MOST_QUOTED = 70
"""Words of the story in all."""

CHILD = 16
EXPOSURES = (
    "toxin_contact", "quinine_bleed_sight", "sedative_cut", "neck_surgery", "bed_rest_surgery",
    "long_travel", "injury_recent", "crushed_or_long_lie", "dirty_wound", "heat_exposure",
    "endurance_drank_lots", "past_clot", "cancer_active", "leg_in_plaster_or_paralysed",
    "medicine_change_3m", "new_hard_exercise",
)  # fmt: skip
"""Findings that tell what happened before, rather than how it is now."""

NEW_MEDICINE = "medicine_change_3m"
"""Said only while neither a day nor the story tells more of it."""

NEVER_AN_EVENT = frozenset({"never", "none", "no"})

STRONG_EVENT = re.compile(
    r"\b(terminat\w+|miscarr\w+|abort(?:ed|ion)\w*|ectopic|stillb\w+|gave birth|given birth|c-section"
    r"|caesarean"
    r"|(?:ate|eaten|eating) [^.]{0,40}(?:fish|grouper|barracuda|snapper|seafood|shellfish|mushroom|berries)"
    r"|grouper|barracuda|flight|flew|flown|operation|surgery|operated|infusion|chemo\w*|overdose"
    r"|(?:stopped|stop|quit|ran out of|came off|gave up|off) (?:taking |my |the |all |both |drinking)"
    r"|(?:didn't|did not|never|hadn't|haven't|not been|wasn't) (?:take|taken|taking|took|bother\w*)"
    r"|(?:magnesium|potassium|calcium|sodium|sugar|thyroid|ck|vitamin d|iron)\b[^.]{0,40}\b(?:low|high)\b)",
    re.IGNORECASE,
)
"""An exposure or event that no question asks for, or that the story tells more of than an answer can."""

EVENT = re.compile(
    r"\b((?:started|began|put (?:me )?on|given|prescribed|switched|swapped|doubled|raised|upped|added"
    r"|increased)"
    r" [^.]{0,40}(?:tablet|pill|medicine|dose|mg|puffer|inhaler|injection|statin|course|drug)"
    r"|injection|vaccin\w+|jab|blood transfusion|fell|fall|knocked|twisted|bitten|bite|stung|sprayed"
    r"|spraying|gave blood|marathon|race|match)\b",
    re.IGNORECASE,
)
DATED = re.compile(
    r"\b(ago|yesterday|today|tonight|last (?:night|week|month|year|spring|summer|autumn|winter)|since|days?"
    r"|weeks?|months?|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april"
    r"|may|june|july|august|september|october|november|december|spring|summer|autumn|winter)\b",
    re.IGNORECASE,
)
DENIED = re.compile(r"\b(no|not|never|without|neither|nobody|doubt|\w+n't)\b", re.IGNORECASE)
"""Words that take back a weaker event: "I haven't had a fall"."""

OBJECT = re.compile(
    r"\b(wakes|hurts|bothers|helps|stops|for|of|with|from|near|around|reaches|to) you\b", re.IGNORECASE
)
FIRST_PERSON = (
    (re.compile(r"\byou are\b", re.IGNORECASE), "I am"),
    (re.compile(r"\byou were\b", re.IGNORECASE), "I was"),
    (re.compile(r"\byou're\b", re.IGNORECASE), "I'm"),
    (OBJECT, r"\1 me"),
    (re.compile(r"\byourself\b", re.IGNORECASE), "myself"),
    (re.compile(r"\byour\b", re.IGNORECASE), "my"),
    (re.compile(r"\byou\b", re.IGNORECASE), "I"),
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of the story, by its span, or words that were answered (`start` is then below zero)."""

    says: str
    start: int = -1
    end: int = -1


def tell_them(case: Case, fired: list[FiredRule]) -> str:
    """The line to read out on the telephone; empty when nothing was told."""
    found = list(_pieces(case, fired))
    told = [*_who(case.history), *_said(found, case.history.text), *_medicines(case)]
    lead = plan_texts().texts["tell-them"]
    return f"{lead}: {' '.join(told)}" if found or _medicines(case) else ""


def spoken(says: str) -> str:
    """A line about "you" as a sentence that the person can say: "You are ..." becomes "I am ..."."""
    for pattern, instead in FIRST_PERSON:
        says = pattern.sub(instead, says)
    return f"{says[:1].upper()}{says[1:].rstrip('.')}."


def events(history: History) -> list[tuple[int, int]]:
    """Where the story tells of an exposure or event: the strongest first, dated ones before the others."""
    found = [(rank, span) for span in _sentences(history.text) if (rank := _rank(history.text, span)) > 0]
    return [span for _, span in sorted(found, key=lambda one: (-one[0], one[1]))]


def _rank(text: str, span: tuple[int, int]) -> int:
    says = text[span[0] : span[1]]
    if not STRONG_EVENT.search(says) and DENIED.search(says):
        return 0
    if says.rstrip().endswith("?") or says.lower().count("smok"):
        return 0
    strength = 3 if STRONG_EVENT.search(says) else 1 if EVENT.search(says) else 0
    return strength + 1 if strength and DATED.search(says) else strength


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for mark in SENTENCE_END.finditer(text):
        yield start, mark.start()
        start = mark.end()
    if start < len(text):
        yield start, len(text)


def _pieces(case: Case, fired: list[FiredRule]) -> Iterator[Piece]:
    history, text = case.history, case.history.text
    for start, end in events(history)[:MOST_EVENTS]:
        found = STRONG_EVENT.search(text, start, end) or EVENT.search(text, start, end)
        if found:
            yield Piece(quote_at(text, *found.span()), *found.span())
    facts = [fact for rule in fired for fact in rule.facts if not _is_no(fact, history)]
    dated = bool(history.medicine_starts) or bool(events(history))
    happened = [id_ for id_ in EXPOSURES if not _is_no(id_, history) and not (dated and id_ == NEW_MEDICINE)]
    yield from _of(happened, case)
    yield from (
        Piece(spoken(f"my {say_lab(f.removeprefix('lab:'), history, case.library)}"))
        for f in dict.fromkeys(facts)
        if f.startswith("lab:")
    )
    urgent = [fact for rule in fired if rule.level is case.answer.urgency for fact in rule.facts]
    ordered = dict.fromkeys(fact for fact in (*urgent, *facts) if fact in set(facts))
    yield from list(_of(ordered, case))[:MOST_SIGNS]
    yield from _of(["first_started"], case)


def _is_no(fact: str, history: History) -> bool:
    if fact.startswith("lab:"):
        return False
    answer = history.answer(fact)
    lists = isinstance(answer, frozenset) and answer <= NEVER_AN_EVENT
    return answer in (None, False) or lists or (isinstance(answer, str) and answer in NEVER_AN_EVENT)


UNSAID = frozenset({"age", "sex_at_birth", "pregnant", "weeks_pregnant", "medicines", "can_be_pregnant"})


def _of(facts: Iterable[str], case: Case) -> Iterator[Piece]:
    for fact in facts:
        if fact in UNSAID or fact.startswith("lab:") or _is_no(fact, case.history):
            continue
        read = read_in_story(fact, case.history)
        if read is not None:
            yield Piece(quote_at(case.history.text, read.start, read.end), read.start, read.end)
        elif says := answered(fact, case.history, case.library):
            yield Piece(spoken(says))


def _said(pieces: list[Piece], text: str) -> Iterator[str]:
    """Each sentence of the story once, and no more words than can be read out."""
    told: set[tuple[int, int]] = set()
    words: set[str] = set()
    left, count = MOST_QUOTED, 0
    for piece in dict.fromkeys(pieces):
        if piece.start < 0:
            if count < MOST_SAID:
                yield piece.says
            count += 1
            continue
        span = sentence_span(text, piece.start, piece.end)
        again = piece.says in words or (span in told and "…" not in piece.says)
        size = len(piece.says.split())
        if again or size > left:
            continue
        told.add(span)
        words.add(piece.says)
        left -= size
        count += 1
        yield f'"{piece.says}"'


def _who(history: History) -> Iterator[str]:
    if history.age is not None:
        if history.age < CHILD:
            yield f"This is about a child of {number_text(history.age)}."
        else:
            yield f"I am {number_text(history.age)}{_pregnant(history)}."
    elif _pregnant(history):
        yield "I am pregnant."


def _pregnant(history: History) -> str:
    weeks = history.answer("weeks_pregnant")
    if history.answer("pregnant") != "pregnant now":
        return ""
    return f" and {number_text(weeks)} weeks pregnant" if isinstance(weeks, float) else " and pregnant"


def _medicines(case: Case) -> list[str]:
    """The medicines that were listed, with the day each was begun; those of the story to be confirmed."""
    answer = case.history.answer("medicines")
    taken = medicines_taken(answer, case.library) if isinstance(answer, frozenset) else frozenset()
    listed = listed_medicines(case.history, case.library)
    since = {start.medicine: start.told for start in case.history.medicine_starts}
    names = {id_: case.library.medicines[id_].name for id_ in taken if not case.library.medicines[id_].vague}
    said = [
        name + (f" (since {since[id_]})" if id_ in since else "")
        for id_, name in sorted(names.items())
        if id_ in listed
    ]
    other = [name for id_, name in sorted(names.items()) if id_ not in listed]
    lines = [f"I take {', '.join(said)}."] if said else []
    if other:
        lines.append(f"I wrote of {', '.join(other)}: say of each if you take it now, and since when.")
    return lines
