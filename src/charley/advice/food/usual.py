"""A short list about a usual week becomes one average day. The questions are knowledge, not code."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from charley.advice.food.values import Eaten
from charley.errors import Fault
from charley.reading.messages import nearest, place, short
from charley.records.foods import FoodQuestion, Foods
from charley.wording import rounded_text

DAYS = {"day": 1.0, "week": 7.0, "month": 30.4375}
NEVER = ("never", "none", "0", "no")
MOST_A_DAY = 20.0
HOW = 'Say how often, like "2 a day", "3 a week", "1 a month" or "never".'
_OFTEN = re.compile(
    r"^(\d+(?:[.,]\d+)?|once|twice)\s*(?:times|x)?\s*(?:a|per|/|each|every)\s*(day|week|month)$"
)
_WORDS = {"once": 1.0, "twice": 2.0}


def read_usual(told: object, foods: Foods, faults: list[Fault]) -> Iterator[Eaten]:
    """Foods of an average day from answers by question id; faults are collected."""
    if not isinstance(told, Mapping):
        faults.append(Fault("usual_week", "must be an object of questions and answers", HOW))
        return
    for id_, answer in told.items():
        where = f"usual_week.{place(id_)}"
        question = foods.questions.get(id_) if isinstance(id_, str) else None
        if question is None:
            faults.append(Fault(where, "unknown question", nearest(id_, foods.questions)))
            continue
        if answer is None:  # not told
            continue
        times = _times_a_day(answer)
        if times is None:
            faults.append(Fault(where, f"{short(answer)} does not say how often", HOW))
        elif times > MOST_A_DAY:
            faults.append(Fault(where, f"{rounded_text(times)} a day is too much to be right", HOW))
        else:
            yield from _foods_of(question, times, where, f"{question.id.replace('_', ' ')}, {answer}", foods)


def _times_a_day(answer: object) -> float | None:
    if answer is False or (isinstance(answer, str) and answer.strip().lower() in NEVER):
        return 0.0
    if not isinstance(answer, str) or (match := _OFTEN.match(answer.strip().lower())) is None:
        return None
    number = _WORDS.get(match[1])
    return (float(match[1].replace(",", ".")) if number is None else number) / DAYS[match[2]]


def _foods_of(question: FoodQuestion, times: float, where: str, told: str, foods: Foods) -> Iterator[Eaten]:
    if times:
        for food, grams in question.stands_for:
            how = f"{rounded_text(round(times, 2))} x {question.one} a day"
            yield Eaten(where, told, foods.foods[food], grams * times, how, guess=True)
