"""Texts of the shelves of advice for people: reading age, no word to stop, to take quinine or to wait."""

from __future__ import annotations

import re
from collections.abc import Iterator
from statistics import mean

import pytest

from charley.advice.interventions import interventions
from charley.advice.medicines import medicine_knowledge
from charley.advice.plan import plan_texts
from charley.advice.reading_grade import reading_age, words_of

OLDEST_ON_AVERAGE, OLDEST = 11.0, 14.0
LONG_ENOUGH = 12
"""Words under which one long word moves the grade by years; such texts are measured within their entry."""

STOP = re.compile(
    r"\b(stop (taking|your (medicine|tablet|pill|inhaler|statin|insulin))|come off|quit|halve|skip"
    r"|do not take your|leave out your)\b",
    re.I,
)
TAKE = re.compile(
    r"(?<!not )(?<!never )\b(take|try|drink|use|add)\b(?! no\b)(?! an? )"
    r"[^.;:?]*\b(quinine|tonic water|potassium)\b",
    re.I,
)
WAIT = re.compile(r"\bwait\b", re.I)
COMFORT = re.compile(
    r"nothing to worry|no need to worry|(you('re| are) (fine|safe|healthy))\b|all is well|just (a )?cramps?\b"
    r"|not (serious|dangerous)|perfectly (safe|normal)", re.I,
)  # fmt: skip
PROMISE = re.compile(r"\b(cures?|treats|will stop|guaranteed?)\b", re.I)
JARGON = re.compile(
    r"\b(idiopathic|nocturnal|placebo|randomi[sz]ed|contraindicat\w+|oedema|hypo\w+|hyper\w+|renal|hepatic|mg/d|OR|RR|CI)\b"
)


def entries() -> Iterator[tuple[str, list[str]]]:
    """Every entry with all that people read of it."""
    for one in interventions().by_id.values():
        bars = [bar.because for bar in (*one.never_when, *one.ask_first_when)]
        yield one.id, [one.summary, one.effect, *one.how, *one.harms, *bars, *(a.do for a in one.adapt_when)]
    for entry in medicine_knowledge().entries.values():
        yield entry.id, [entry.says, entry.keep, *entry.asks]
    for note in medicine_knowledge().notes:
        yield note.id, [note.says, note.asks]
    texts = plan_texts()
    for line in texts.lines:
        yield line.id, [line.says]
    for group in texts.groups:
        yield group.id, list(group.says)
    yield from page_entries()
    for situation in interventions().situations.values():
        yield situation.id, [situation.says]


def page_entries() -> Iterator[tuple[str, list[str]]]:
    """What stands on the page alone: short texts, danger signs, and answers to what people ask."""
    texts = plan_texts()
    yield from ((f"short {id_}", [says]) for id_, says in texts.short.says.items())
    for id_, signs in texts.short.signs.items():
        yield f"signs {id_}", [says for one in signs for says in one.says]
    for topic in texts.topics:
        yield f"asked {topic.id}", [*(line.says for line in topic.replies), *filter(None, [topic.settles])]
    yield from ((f"text {id_}", [says]) for id_, says in texts.texts.items() if "{" not in says)


ENTRIES = list(entries())
TEXTS = [(id_, text) for id_, texts in ENTRIES for text in texts]


def joined(texts: list[str]) -> str:
    return " ".join(text if text[-1] in ".?!" else f"{text}." for text in texts)


def test_reading_age_on_average() -> None:
    whole = joined([text for _, text in TEXTS])
    assert reading_age(whole) <= OLDEST_ON_AVERAGE
    assert mean(reading_age(joined(texts)) for _, texts in ENTRIES) <= OLDEST_ON_AVERAGE


@pytest.mark.parametrize(("id_", "texts"), ENTRIES, ids=[id_ for id_, _ in ENTRIES])
def test_no_entry_is_hard_to_read(id_: str, texts: list[str]) -> None:
    if len(words_of(joined(texts))) >= LONG_ENOUGH:
        assert reading_age(joined(texts)) <= OLDEST, round(reading_age(joined(texts)), 1)


def test_no_sentence_is_long() -> None:
    long = [(id_, s) for id_, text in TEXTS for s in re.split(r"(?<=[.?!])\s", text) if len(words_of(s)) > 30]
    assert long == []


@pytest.mark.parametrize(
    "pattern", [STOP, WAIT, COMFORT, PROMISE, JARGON], ids=["stop", "wait", "comfort", "promise", "jargon"]
)
def test_words_that_must_not_be_used(pattern: re.Pattern[str]) -> None:
    allowed = {"quinine-stop", "asked wait"}
    assert [(id_, text) for id_, text in TEXTS if pattern.search(text) and id_ not in allowed] == []


def test_nobody_is_told_to_take_quinine_or_potassium() -> None:
    asked = re.compile(
        r"\?$|^you (take|use) |\bif you\b|\bto take\b|\btake (all|both|potassium and|your|this)\b", re.I
    )
    found = [
        (id_, sentence)
        for id_, text in TEXTS
        for sentence in re.split(r"(?<=[.?!])\s", text)
        if TAKE.search(sentence) and not asked.search(sentence)
    ]
    assert found == []


@pytest.mark.parametrize(
    "bad",
    ["Stop taking the tablet.", "Wait and see.", "You are fine.", "It cures cramps.", "This is idiopathic."],
)
def test_the_nets_catch_what_they_are_for(bad: str) -> None:
    assert any(pattern.search(bad) for pattern in (STOP, WAIT, COMFORT, PROMISE, JARGON))


@pytest.mark.parametrize("bad", ["Take quinine at night.", "Try tonic water.", "Add potassium to your food."])
def test_the_net_for_quinine_and_potassium_catches(bad: str) -> None:
    assert TAKE.search(bad)
