"""`charley food`: what a day's food holds, and a few foods that fit the person."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from typing import Any

from charley.advice.food import load_foods, read_request, review_food
from charley.advice.food.amounts import split_list
from charley.cli.files import print_faults, read_input
from charley.errors import Fault, InputError
from charley.library import load
from charley.reading.strict import parse_json
from charley.records.foods import Foods

FLAGS = ("vegan", "vegetarian")
NEITHER = "Give a file, or food in words. `charley food --help` shows both."


def run(arguments: argparse.Namespace) -> int:
    """Review a day's food. Exit code 2 when the input was wrong."""
    try:
        foods = load_foods()
        if arguments.list or arguments.questions:
            print(questions_text(foods) if arguments.questions else list_text(foods))
            return 0
        library = load()
        review = review_food(read_request(_data(arguments), library, foods, date.today()), library, foods)
        from charley.formats.food import food_json, food_text

        print(food_json(review) if arguments.json else food_text(review, foods))
    except InputError as error:
        print_faults(error)
        return 2
    return 0


def list_text(foods: Foods) -> str:
    """Every food by its kind, with its portions."""
    lines: list[str] = []
    for group in foods.groups.values():
        own = sorted((f for f in foods.foods.values() if f.group == group.id), key=lambda f: f.name)
        lines += [group.name, "-" * len(group.name)]
        lines += [f"{f.name} ({', '.join(f'{p.name} {p.grams:g} g' for p in f.portions)})" for f in own]
        lines.append("")
    return "\n".join(lines)


def questions_text(foods: Foods) -> str:
    """The questions about a usual week, by id."""
    return "\n".join(f"{q.id}: {q.text}" for q in foods.questions.values())


def _data(arguments: argparse.Namespace) -> Any:
    """The request: from the file, or put together from the command line."""
    what = arguments.what
    if what is None or not what.strip():
        raise InputError([Fault("food", "nothing to look at", NEITHER)])
    if what == "-" or what.endswith(".json") or _is_file(what):
        return _from_file(what, arguments)
    told: dict[str, Any] = {
        "history": _history(arguments),
        "intake": split_list(what),
        "supplements": arguments.supplement,
        "likes": arguments.like,
        "dislikes": arguments.dislike,
        "breastfeeding": arguments.breastfeeding,
    }
    diet = [flag for flag in FLAGS if getattr(arguments, flag)] + _without(arguments.without)
    return told | ({"diet": diet} if diet else {})


def _is_file(what: str) -> bool:
    try:
        return Path(what).is_file()
    except OSError:  # food in so many words that it can be no name of a file
        return False


def _from_file(file: str, arguments: argparse.Namespace) -> Any:
    told = ("age", "sex", "pregnant", "breastfeeding", "vegan", "vegetarian", "without", "like", "dislike",
        "supplement", "condition", "medicine")  # fmt: skip
    beside = [f"--{name}" for name in told if getattr(arguments, name)]
    if beside:
        raise InputError([Fault(beside[0], "cannot stand beside a file", "Write it into the file.")])
    return parse_json(read_input(file), "standard input" if file == "-" else file)


def _without(told: list[str]) -> list[str]:
    return [name for one in told for name in split_list(one)]


def _history(arguments: argparse.Namespace) -> dict[str, Any]:
    history: dict[str, Any] = {"sex": arguments.sex, "pregnant": arguments.pregnant}
    if arguments.age is not None:
        history["age"] = _age(arguments.age)
    findings: dict[str, Any] = {}
    if _is_none(arguments.condition):
        findings |= {"long_term_conditions": "none", "known_conditions": "none", "diabetes": "no"}
    elif arguments.condition:
        history["conditions"] = arguments.condition
    if _is_none(arguments.medicine):
        findings["medicines"] = "none"
    elif arguments.medicine:
        findings["medicines"] = arguments.medicine
    return history | ({"findings": findings} if findings else {})


def _is_none(told: list[str]) -> bool:
    return [one.strip().lower() for one in told] == ["none"]


def _age(told: str) -> float:
    try:
        return float(told)
    except ValueError:
        raise InputError([Fault("--age", f"{told[:40]!r} is no number", "Give the age in years.")]) from None
