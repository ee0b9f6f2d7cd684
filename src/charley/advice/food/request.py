"""What a person asks of the food planner: a History, a day or a usual week, tablets, and likes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from charley.advice.food.amounts import split_list
from charley.advice.food.portions import Scales
from charley.advice.food.tablets import read_tablet
from charley.advice.food.usual import read_usual
from charley.advice.food.values import Eaten, Intake, NotCounted, Tablet
from charley.errors import Fault, InputError
from charley.history import History
from charley.library.shelves import load_shelf
from charley.reading import read_history
from charley.reading.about import is_number
from charley.reading.messages import nearest, place, short
from charley.reading.names import fold
from charley.records.foods import Diet, Food, Foods
from charley.records.library import Library

KEYS = ("history", "intake", "usual_week", "supplements", "diet", "likes", "dislikes", "breastfeeding")
ENTRY_KEYS = ("food", "grams", "amount", "unit")
MOST_ENTRIES = 200
MOST_TEXT = 200


@dataclass(frozen=True, slots=True)
class FoodRequest:
    """Everything the planner needs, understood. `breastfeeding` None: not told."""

    history: History
    intake: Intake
    diets: tuple[Diet, ...] = ()
    likes: frozenset[str] = frozenset()
    dislikes: frozenset[str] = frozenset()
    breastfeeding: bool | None = None
    asked_diet: bool = field(default=False)


def load_foods(directory: Path | None = None) -> Foods:
    """The shelf of foods, built in or of another folder of knowledge."""
    foods: Foods = load_shelf("foods", Foods, directory)
    return foods


def read_request(data: object, library: Library, foods: Foods, today: date | None = None) -> FoodRequest:
    """Understand a request (a JSON object). Raises InputError with every fault of it.

    Keys: `history` as for an assessment; `intake`: a list of entries, or one text with commas; or
    `usual_week`: question id to "2 a day"; `supplements`, `diet`, `likes`, `dislikes`: lists of texts;
    `breastfeeding`: true or false. A food that is not known is no fault: it is listed as not counted.
    """
    if not isinstance(data, Mapping):
        raise InputError([Fault("request", "must be a JSON object", 'For example {"intake": ["banana"]}.')])
    faults = [Fault(place(key), "unknown key", nearest(key, KEYS)) for key in data if key not in KEYS]
    history = _history(data.get("history"), library, today, faults)
    intake = _intake(data, foods, faults)
    diets = tuple(_diets(data.get("diet"), foods, faults))
    likes, dislikes = (frozenset(_chosen(data.get(key), key, foods, faults)) for key in ("likes", "dislikes"))
    breastfeeding = data.get("breastfeeding")
    if breastfeeding is not None and not isinstance(breastfeeding, bool):
        faults.append(Fault("breastfeeding", f"{short(breastfeeding)} is neither true nor false"))
    if faults:
        raise InputError(faults)
    return FoodRequest(
        history, intake, diets, likes - dislikes, dislikes, breastfeeding, data.get("diet") is not None
    )


def _history(told: object, library: Library, today: date | None, faults: list[Fault]) -> History:
    try:
        return read_history({} if told is None else told, library, today)
    except InputError as error:
        faults.extend(Fault(_inside(f.where), f.problem, f.mend) for f in error.faults)
        return History()


def _inside(where: str) -> str:
    return where if where == "history" else f"history.{where}"


def _intake(data: Mapping[Any, Any], foods: Foods, faults: list[Fault]) -> Intake:
    if data.get("intake") is not None and data.get("usual_week") is not None:
        faults.append(Fault("usual_week", "a day and a usual week cannot be added up", "Give one of them."))
    tablets = tuple(_tablets(data.get("supplements"), foods, faults))
    if data.get("usual_week") is not None:
        return Intake(tuple(read_usual(data["usual_week"], foods, faults)), tablets=tablets, rough=True)
    read = list(_entries(data.get("intake"), foods, faults))
    eaten = tuple(one for one in read if isinstance(one, Eaten))
    scales = Scales(foods)
    faults.extend(fault for one in eaten if (fault := scales.too_much(one)))
    return Intake(eaten, tuple(one for one in read if isinstance(one, NotCounted)), tablets)


def _entries(told: object, foods: Foods, faults: list[Fault]) -> Iterator[Eaten | NotCounted]:
    for where, entry in _list(split_list(told) if isinstance(told, str) else told, "intake", faults):
        scales = Scales(foods)
        if isinstance(entry, Mapping):
            yield from _from_object(entry, where, scales, faults)
        elif not isinstance(entry, str) or not entry.strip():
            faults.append(Fault(where, f"{short(entry)} is no food", 'Give text like "2 slices bread".'))
        elif len(entry) > MOST_TEXT:
            faults.append(Fault(where, f"is longer than {MOST_TEXT} characters", "Give one food an entry."))
        elif entry.lstrip().startswith("-"):
            faults.append(Fault(where, "an amount is above zero", "Leave out what was not eaten."))
        else:
            yield from _above_zero(scales.read(entry, where), faults)


def _above_zero(read: Iterator[Eaten | NotCounted], faults: list[Fault]) -> Iterator[Eaten | NotCounted]:
    for one in read:
        if isinstance(one, Eaten) and one.grams <= 0:
            faults.append(Fault(one.where, "an amount is above zero", "Leave out what was not eaten."))
        else:
            yield one


def _from_object(
    entry: Mapping[Any, Any], where: str, scales: Scales, faults: list[Fault]
) -> Iterator[Eaten | NotCounted]:
    """An entry as an object: a food with grams, or with amount and unit."""
    before = len(faults)
    faults.extend(
        Fault(f"{where}.{place(k)}", "unknown key", nearest(k, ENTRY_KEYS))
        for k in entry
        if k not in ENTRY_KEYS
    )
    name, unit = entry.get("food"), entry.get("unit", "")
    number = entry.get("grams", entry.get("amount", 1))
    if not isinstance(name, str) or not name.strip() or len(name) > MOST_TEXT:
        faults.append(Fault(f"{where}.food", f"{short(name)} is no name of a food"))
    if not is_number(number) or number <= 0:
        faults.append(Fault(where, f"{short(number)} is no amount", "Give a number above zero."))
    if not isinstance(unit, str):
        faults.append(Fault(f"{where}.unit", f"{short(unit)} is no unit"))
    if len(faults) == before:
        told = f"{number:g} {'g' if 'grams' in entry else unit} {name}"
        yield from scales.read(" ".join(told.split()), where)


def _list(told: object, key: str, faults: list[Fault]) -> Iterator[tuple[str, object]]:
    if told is None:
        return
    if not isinstance(told, list) or len(told) > MOST_ENTRIES:
        faults.append(Fault(key, "must be a list", f"At most {MOST_ENTRIES} entries."))
        return
    for index, entry in enumerate(told):
        yield f"{key}[{index}]", entry


def _tablets(told: object, foods: Foods, faults: list[Fault]) -> Iterator[Tablet]:
    for where, entry in _list([told] if isinstance(told, str) else told, "supplements", faults):
        read = read_tablet(entry, where, foods)
        if isinstance(read, Fault):
            faults.append(read)
        else:
            yield read


def _diets(told: object, foods: Foods, faults: list[Fault]) -> Iterator[Diet]:
    names = {fold(n): d for d in foods.diets.values() for n in (*d.also, d.name, d.id.replace("_", " "))}
    for where, entry in _list(split_list(told) if isinstance(told, str) else told, "diet", faults):
        text = fold(entry) if isinstance(entry, str) else ""
        if text in ("none", "everything", "nothing"):
            continue
        if text in names:
            yield names[text]
        else:
            mend = nearest(text, [d.name for d in foods.diets.values()])
            faults.append(Fault(where, f"{short(entry)} is no diet we know", mend))


def _chosen(told: object, key: str, foods: Foods, faults: list[Fault]) -> Iterator[str]:
    """Ids of the foods that a liking or disliking means: one food, a kind of food, or all of a tag."""
    scales = Scales(foods)
    for where, entry in _list(split_list(told) if isinstance(told, str) else told, key, faults):
        text = fold(entry) if isinstance(entry, str) else ""
        ids = {f.id for f in foods.foods.values() if text and _is_of(f, text, foods)}
        if text and (hit := scales.names.find(text)):
            ids.add(hit.food.id)
        if not ids:
            mend = "Did you mean: " + ", ".join(scales.names.nearest(text, 3)) + "?" if text else ""
            faults.append(Fault(where, f"{short(entry)} is no food or kind of food we know", mend))
        yield from sorted(ids)


def _is_of(food: Food, text: str, foods: Foods) -> bool:
    """Whether a word means the food's kind, one of its tags, or is a whole word of its name."""
    kinds = {fold(foods.groups[food.group].name), fold(food.group), *(fold(tag) for tag in food.tags)}
    singular = text.removesuffix("s")
    return (
        bool({text, singular, f"{text}s"} & kinds)
        or singular in fold(food.name).replace("s ", " ").removesuffix("s").split()
    )
