"""The questions that people ask in their own story, and which of them the program can answer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from charley.reading.names import fold
from charley.records.plan_texts import Topic

MOST_SENTENCES = 400
SENTENCE = re.compile(r"[^.?!\n]+[.?!]*")
AUXILIARY = r"(can|could|may|might|should|shall|is|are|am|do|does|did|will|would|must|have|has)"
SUBJECT = r"(i|we|it|its|this|that|these|those|there|they|he|she|my|our|the|you|any|eating|drinking|taking)"
OPENS = re.compile(rf"^((and|but|so|or|also|please|ok|then|now|well) )*{AUXILIARY}(nt| not)? {SUBJECT}\b")
WONDERS = re.compile(
    r"\b(wonder(ing)?|like to know|want to know|need to know|do you (think|know)|tell me|let (me|us) know"
    r"|any idea|unsure|(not sure|no idea|dont know) (if|whether|what|why|how)"
    r"|(worried|afraid|scared|frightened|anxious)( of| about)?"
    r"( that)? (it|this|that|there|these|they|i|a|the|my)|my question|i ask myself)\b"
)
HEARSAY = re.compile(
    r"\b((everyone|everybody|people|friends?|mates?|mum|mother|dad|wife|husband|neighbours?|sister|brother"
    r"|internet|google|somebody|someone|he|she|they) (all |always |also )?"
    r"(tells?|told|says?|said|swears?|swear by|reckons?|thinks?|thought|recommends?|recommended)"
    r"|been told|was told"
    r"|i (have )?(read|heard|hear) that|supposed to)\b"
)
ASKS = re.compile(r"\b(cure|cures|should|helps|works|good for|normal|eat|drink|nothing|only|just|remedy)\b")
"""What is heard from others is asked about when it holds a remedy or a comfort."""

LIST = "@"
"""Before a word of a topic: the name of a list that the caller gives."""


def questions_in(text: str) -> tuple[str, ...]:
    """The sentences of a story that ask something, in their order and as they were written.

    A sentence asks when it ends with a question mark, begins like a question, wonders, or repeats what
    others say about a remedy.
    """
    sentences = (found.group().strip() for found in SENTENCE.finditer(text))
    asked = [one for _, one in zip(range(MOST_SENTENCES), sentences, strict=False) if _asks(one)]
    return tuple(dict.fromkeys(asked))


def _asks(sentence: str) -> bool:
    if sentence.endswith("?"):
        return bool(fold(sentence))
    plain = fold(sentence)
    if OPENS.search(plain) or WONDERS.search(plain):
        return True
    return bool(HEARSAY.search(plain) and ASKS.search(plain))


def topics_of(question: str, topics: Iterable[Topic], lists: Mapping[str, frozenset[str]]) -> Iterator[Topic]:
    """The topics that a question is about, in the order of the knowledge.

    `lists` gives the words for "@name" in a group, such as all names of medicines.
    """
    words = f" {fold(question).replace('.', ' ')} "
    for topic in topics:
        if any(_holds(words, group, lists) is False for group in topic.groups):
            continue
        if not _holds(words, topic.unless, lists):
            yield topic


def _holds(words: str, group: Iterable[str], lists: Mapping[str, frozenset[str]]) -> bool:
    """Whether one of the words or phrases stands in the text; a plural counts as the word."""
    return any(_stands(words, entry, lists) for entry in group)


def _stands(words: str, entry: str, lists: Mapping[str, frozenset[str]]) -> bool:
    if entry.startswith(LIST):
        return not lists.get(entry[1:], frozenset()).isdisjoint(words.split())
    plain = fold(entry)
    return f" {plain} " in words or f" {plain}s " in words
