"""What the person asked in free text, each question with its answer, or to be taken along to the visit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from charley.advice.checks import glue, lower_first
from charley.advice.likely import likely_causes
from charley.advice.plan_texts import Case, is_said, plan_texts
from charley.advice.questions import questions_in, topics_of
from charley.reading.names import fold
from charley.records.claims import Claim
from charley.records.library import Library
from charley.records.plan_texts import Topic
from charley.records.rules import Urgency

MOST_QUOTED = 110
"""Letters of a question that are repeated."""

MOST_A_QUESTION = 2
"""Answers to one question, as a sentence can ask several things."""

MOST_OF_A_CARD = 22
"""Words of a card's harm, and of its reasons; the card has the rest."""

SENTENCE = re.compile(r"(?<=[.!?]) +")

YES_NO = re.compile(
    r"^(?!.*\b(what|why|how|which)\b).*\b(can|could|may|should|shall|is|are|does|do|will|would)\b"
)
"""A question that asks for yes or no."""

REMEDY = "remedy"
"""The topic that the cards of "does it work?" answer."""

FITS = 0.15
"""Chance from which an answer fits a cause (as in the list of causes)."""

FAR = 0.01
"""Chance under which the answers speak against a cause, once the questions about it were answered."""


@dataclass(frozen=True, slots=True)
class Answered:
    """A question of the person in their own words. Without `says` it is one to take along.

    `topics` are the topics it is about; `card` is the claim whose card answers it.
    """

    question: str
    topics: tuple[str, ...]
    says: tuple[str, ...]
    card: str = ""


def answered(case: Case) -> tuple[Answered, ...]:
    """Every question of the story with what the program can say to it; nothing is answered twice."""
    given: set[str] = set()
    found: list[Answered] = []
    questions = questions_in(case.history.text)
    lists = {"medicine": medicine_words(case.library)} if questions else {}
    for question in questions:
        one = _answered(question, case, given, lists)
        given |= {*one.topics, *one.says}
        if one.says or not one.topics:
            found.append(one)
    return tuple(found)


def _answered(question: str, case: Case, given: set[str], lists: Mapping[str, frozenset[str]]) -> Answered:
    about = list(topics_of(question, plan_texts().topics, lists))
    says: list[str] = []
    card = ""
    for topic in about:
        if topic.id in given or len(says) == MOST_A_QUESTION:
            continue
        if topic.id == REMEDY:
            claim = _card(question)
            card = claim.id if claim else ""
            says += [_yes_or_no(question, claim) + _verdict(claim, case.answer.urgency)] if claim else []
        else:
            says += list(_reply(topic, case))[:1]
    new = tuple(line for line in dict.fromkeys(says) if line not in given)
    topics = tuple(topic.id for topic in about if topic.id != REMEDY or card)
    return Answered(_quoted(question), topics, new, card)


def _quoted(question: str) -> str:
    whole = " ".join(question.split())
    return whole if len(whole) <= MOST_QUOTED else f"{whole[:MOST_QUOTED].rsplit(' ', 1)[0]} …"


def _reply(topic: Topic, case: Case) -> Iterator[str]:
    for line in topic.replies:
        if is_said(line, (), case):
            yield line.says.format(likely=_likely(case))
            return
    if topic.cause:
        yield _of_cause(topic, case)


def _likely(case: Case) -> str:
    """The names of the likely causes within a sentence."""
    names = [lower_first(cause.name) for cause in likely_causes(case.answer)[:2]]
    texts = plan_texts().texts
    return texts["asked-fits"].format(names=glue(names, "or")) if names else texts["no-one-cause"]


def _of_cause(topic: Topic, case: Case) -> str:
    """Whether it can be this cause. That it is unlikely is said only when the answers settle it."""
    texts, answer = plan_texts().texts, case.answer
    suspected = {
        cause for rule in answer.red_flags if rule.level >= Urgency.SAME_DAY for cause in rule.suspected
    }
    if topic.cause in suspected:
        return f"{texts['asked-suspected']} {topic.settles}"
    if case.chances.get(topic.cause, 0.0) >= FITS:
        return f"{texts['asked-may-be']} {topic.settles}"
    entry = next((one for one in answer.ruled_out if one.id == topic.cause), None)
    if entry is not None and entry.settled and entry.probability < FAR:
        return f"{texts['asked-against']} {topic.settles}"
    return f"{texts['asked-open']} {topic.settles}"


def _card(question: str) -> Claim | None:
    """The card one of whose own names stands in the question: the longest name, then the worst verdict.

    The shelf is read only here. Names made of words that tell no card from another are left out.
    """
    from charley.advice.claims.shelf import load_claims
    from charley.advice.claims.words import COMMON, EMPTY, all_words, holds
    from charley.records.claims import VERDICTS

    words = all_words(question)
    found = [
        (len(" ".join(name)), -VERDICTS.index(card.verdict), -place, card.id)
        for card in load_claims().cards.values()
        for place, name in enumerate(map(all_words, card.words))
        if not {*name} <= EMPTY | COMMON and holds(words, name)
    ]
    return load_claims().cards[max(found)[3]] if found else None


def _verdict(claim: Claim, urgency: Urgency) -> str:
    """A card in a line or two: the harm first, then what is known, or of a harmful one the safer choice.

    Where help comes first, only the harm.
    """
    harm = _begin(claim.harm) if claim.harm else ""
    if urgency >= Urgency.SAME_DAY:
        first = plan_texts().texts["asked-help-first"]
        return f"{harm} {first}" if claim.verdict == "harmful" and harm else first
    rest = claim.safer if claim.verdict == "harmful" and claim.safer else claim.why
    return f"{harm} {_begin(rest)}".strip()


def _yes_or_no(question: str, claim: Claim) -> str:
    """A plain no before the verdict on a harmful remedy, when the question can be answered so."""
    plain_no = claim.verdict == "harmful" and YES_NO.search(fold(question))
    return "No. " if plain_no and not claim.harm.startswith("No") else ""


def _begin(text: str) -> str:
    """The first sentences of a text, as many as fit; at least one."""
    first, *more = SENTENCE.split(text)
    for sentence in more:
        if len(f"{first} {sentence}".split()) > MOST_OF_A_CARD:
            break
        first = f"{first} {sentence}"
    return first


def medicine_words(library: Library) -> frozenset[str]:
    """Every name of a medicine that is one word."""
    names = (name for m in library.medicines.values() for name in (m.name, *m.also, *m.brands))
    return frozenset(word for name in names if " " not in (word := fold(name)) and len(word) > 3)
