"""Laws of reading that hold for any input at all: no crash, nothing dropped unsaid, no order that matters."""

from __future__ import annotations

import json
import re
from collections import Counter
from datetime import date
from functools import cache
from typing import Any

from hypothesis import HealthCheck, assume, event, given, settings
from hypothesis import strategies as st

from charley.assess import assess
from charley.cli.many import answers
from charley.errors import Fault, InputError
from charley.formats import to_json, to_markdown, to_text
from charley.formats.plain import to_plain
from charley.history import History
from charley.library import load
from charley.reading import read_history
from charley.reading.answers import is_doubt
from charley.reading.reader import KEYS
from charley.records.findings import Finding
from charley.records.library import Library

TODAY = date(2026, 11, 21)
CALM = settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@cache
def library() -> Library:
    return load()


@cache
def analyte_names() -> list[str]:
    return sorted(name for a in library().analytes.values() for name in (a.name, *a.also, *a.loinc))


@cache
def medicine_names() -> list[str]:
    return sorted(name for m in library().medicines.values() for name in (m.name, *m.also, *m.brands))


@cache
def illness_names() -> list[str]:
    return sorted(name for i in library().illnesses.values() for name in (i.name, *i.also, *i.icd10cm))


WILD_TEXT = st.text(st.characters(exclude_categories=()), max_size=30)
WILD_NUMBER = st.one_of(
    st.integers(), st.floats(), st.sampled_from([10**400, -(10**400), 1e308, -0.0, 5e-324])
)
WILD = st.recursive(
    st.none()
    | st.booleans()
    | WILD_NUMBER
    | WILD_TEXT
    | st.sampled_from(["not sure", "none", "no", "yes", ""]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(WILD_TEXT, inner, max_size=4),
    max_leaves=12,
)
LAB_KEYS = st.sampled_from(["name", "value", "unit", "date"])


@st.composite
def names(draw: st.DrawFn, known: list[str]) -> str:
    """A known name, often with a typing error or a dose, sometimes nonsense."""
    name = draw(st.sampled_from(known))
    match draw(st.sampled_from(["as it is", "as it is", "dose", "typing error", "nonsense", "wild"])):
        case "dose":
            return f"{name.upper()} 20 mg daily"
        case "typing error":
            place = draw(st.integers(0, len(name)))
            return name[:place] + draw(st.sampled_from("aeinrst ")) + name[place + 1 :]
        case "nonsense":
            return draw(st.sampled_from(["blorp", "Blorpamide 5 mg", "Z99.999", "xyz (urine)"]))
        case "wild":
            return "x" + draw(WILD_TEXT)
    return name


@st.composite
def lab_entries(draw: st.DrawFn) -> dict[str, Any]:
    """Mostly a possible value in one of the analyte's own units; sometimes with something wrong."""
    analyte = library().analytes[draw(st.sampled_from(sorted(library().analytes)))]
    unit = draw(st.sampled_from(sorted(analyte.units)))
    share = draw(st.floats(0, 1))
    low, high = analyte.plausible
    value: Any = round(analyte.units[unit].inverse(low + share * (high - low)), 4)
    name: str = draw(st.sampled_from([analyte.name, *analyte.also]) | names(analyte_names()))
    entry: dict[str, Any] = {"name": name, "value": value, "unit": unit}
    match draw(
        st.sampled_from(["right", "right", "right", "bound", "word", "no unit", "unit", "value", "wild"])
    ):
        case "bound":
            entry["value"] = draw(st.sampled_from(["<", ">", "≤ ", ">="])) + str(value)
        case "word":
            entry["value"] = draw(st.sampled_from(["normal", "positive", "1,200", "-4", "see note"]))
        case "no unit":
            del entry["unit"]
        case "unit":
            entry["unit"] = draw(st.sampled_from(["furlong", "mg", "", "mmol"]))
        case "value":
            entry["value"] = draw(WILD_NUMBER)
        case "wild":
            entry[draw(LAB_KEYS)] = draw(WILD)
    return entry


def right_answers(finding: Finding) -> st.SearchStrategy[Any]:
    """Answers that the finding allows."""
    match finding.type:
        case "yes_no":
            return st.sampled_from([True, False, "yes", "no"])
        case "choice":
            return st.sampled_from([option.value for option in finding.options])
        case "multi":
            values = [option.value for option in finding.options if option.value != "none"]
            return st.lists(st.sampled_from(values), max_size=3)
        case "medicines":
            return st.lists(names(medicine_names()), max_size=3)
        case "conditions":
            return st.lists(names(illness_names()), max_size=3)
        case _:
            return st.integers(int(finding.minimum or 0), int(finding.maximum or 100))


@st.composite
def findings(draw: st.DrawFn, wrong: bool) -> dict[str, Any]:
    """Answers to a few findings; with `wrong`, some of any shape or to no finding at all."""
    ids = draw(st.lists(st.sampled_from(sorted(library().findings)), max_size=6, unique=True))
    told: dict[str, Any] = {}
    for id_ in ids:
        right = right_answers(library().findings[id_]) | st.sampled_from([None, "not sure"])
        told[id_] = draw(right | WILD if wrong else right)
    if wrong and draw(st.booleans()):
        told[draw(WILD_TEXT)] = draw(WILD)
    return told


@st.composite
def near_histories(draw: st.DrawFn) -> dict[str, Any]:
    """Histories as people tell them: mostly right, with some entries wrong."""
    wrong = draw(st.sampled_from([False, False, True]))
    told: dict[str, Any] = {
        "id": draw(st.sampled_from(["a", 7, None])),
        "age": draw(st.one_of(st.none(), st.integers(0, 105))),
        "sex": draw(st.sampled_from([None, "female", "male", "intersex", "other"])),
        "pregnant": draw(st.sampled_from([None, None, True, False])),
        "findings": draw(findings(wrong)),
        "conditions": draw(st.lists(names(illness_names()), max_size=4)),
        "medicines": draw(st.lists(names(medicine_names()), max_size=4)),
        "labs": draw(st.lists(lab_entries(), max_size=4)),
        "text": draw(st.sampled_from([None, "", "It hurts at night."])),
    }
    if wrong:
        told[draw(st.sampled_from([*KEYS, "agee"]))] = draw(WILD)
    return {key: value for key, value in told.items() if draw(st.booleans())}


ANY_HISTORY = WILD | st.dictionaries(st.sampled_from(KEYS) | WILD_TEXT, WILD, max_size=6) | near_histories()


def read(told: object) -> History | tuple[Fault, ...]:
    """The History, or the faults. Any other exception is a crash."""
    try:
        return read_history(told, library(), TODAY)
    except InputError as error:
        assert error.faults, "a refusal must say why"
        return error.faults


@CALM
@given(ANY_HISTORY)
def test_any_input_is_answered_in_every_form_or_refused_in_short_lines(told: object) -> None:
    history = read(told)
    event(type(history).__name__)
    if isinstance(history, tuple):
        for fault in history:
            assert str(fault).isprintable()
            assert len(str(fault)) < 1_000
        return
    assessment = assess(history, library())
    plain = to_plain(assessment)
    assert json.loads(to_json(assessment)) == json.loads(json.dumps(plain, allow_nan=False))
    for text in (to_json(assessment), to_text(assessment), to_markdown(assessment)):
        assert text.encode("utf-8")


def places(history: History | tuple[Fault, ...]) -> list[str]:
    """Where something was understood, not understood, or at fault."""
    if isinstance(history, tuple):
        return [fault.where for fault in history]
    places = [entry.where for entry in history.understood] + [where for where, _ in history.not_understood]
    story = ["text"] * any(where.startswith("text") for where in places)
    return [where for where in places if not where.startswith("text")] + story


def entries(told: dict[str, Any]) -> list[str]:
    """The place of every medicine, illness and laboratory value that was told, and of the story."""
    lists = {key: told.get(key) for key in ("conditions", "medicines", "labs")}
    inside = told.get("findings")
    if isinstance(inside, dict):
        lists |= {f"findings.{key}": inside.get(key) for key in ("medicines", "known_conditions")}
    found = [f"{key}[{n}]" for key, value in lists.items() for n in range(count(key, value))]
    return [*found, "text"] if told.get("text") else found


def count(key: str, value: object) -> int:
    """How many things a list names; one name may stand without a list."""
    if isinstance(value, str):
        return 0 if is_doubt(value) or (value == "none" and key.startswith("findings.")) else 1
    return len(value) if isinstance(value, list) else 0


@CALM
@given(near_histories())
def test_nothing_told_is_dropped_unsaid(told: dict[str, Any]) -> None:
    history = read(told)
    said = places(history)
    if isinstance(history, tuple):
        assert len(history) == len(set(history)), "a fault is told once"
        return
    assert Counter(said) == Counter(entries(told) + ["sex"] * (told.get("sex") == "other"))
    for id_, value in (told.get("findings") or {}).items():
        if value is None:
            continue
        assert id_ in history.answers or id_ in history.doubted, f"the answer to {id_} is lost"


@CALM
@given(near_histories())
def test_what_is_not_told_stays_unknown(told: dict[str, Any]) -> None:
    history = read(told)
    assume(isinstance(history, History))
    assert isinstance(history, History)
    given_by_illness = {
        given.finding
        for entry in history.answers.get("known_conditions", frozenset())  # type: ignore[union-attr]
        if entry in library().illnesses
        for given in library().illnesses[entry].gives
    }
    outside = {"age": "age", "sex": "sex_at_birth", "pregnant": "pregnant"}
    outside |= {"medicines": "medicines", "conditions": "known_conditions"}
    named = {finding for key, finding in outside.items() if told.get(key) not in (None, [])}
    told_in_words = {reading.what for reading in history.readings if reading.kind == "finding"}
    known = {*(told.get("findings") or {}), *named, *given_by_illness, *told_in_words}
    assert set(history.answers) <= known


@CALM
@given(near_histories())
def test_one_wrong_entry_does_not_hide_another(told: dict[str, Any]) -> None:
    """The faults of a History are those of its parts, told all at once."""
    whole = read({key: told[key] for key in told if key not in ("findings", "age", "sex", "pregnant")})
    parts = [read({key: told[key]}) for key in told if key not in ("findings", "age", "sex", "pregnant")]
    faults = [fault for part in parts if isinstance(part, tuple) for fault in part]
    assert Counter(whole if isinstance(whole, tuple) else ()) == Counter(faults)


def shuffled(told: Any, draw: Any) -> Any:
    """The same with keys and entries in another order."""
    if isinstance(told, dict):
        return {key: shuffled(told[key], draw) for key in draw(st.permutations(list(told)))}
    return draw(st.permutations(told)) if isinstance(told, list) else told


def without_order(answer: dict[str, Any]) -> dict[str, Any]:
    """The answer with what was understood as a bag of meanings, for the places move with the order."""
    bags = {key: Counter(answer[key].values()) for key in ("understood", "not_understood")}
    return {**answer, **bags}


@CALM
@given(near_histories(), st.data())
def test_the_order_of_telling_makes_no_difference(told: dict[str, Any], data: st.DataObject) -> None:
    one, other = read(told), read(shuffled(told, data.draw))
    if isinstance(one, tuple) or isinstance(other, tuple):
        assert isinstance(one, tuple)
        assert isinstance(other, tuple)
        bags = [
            Counter((re.sub(r"\[\d+]", "[]", f.where), f.problem) for f in faults) for faults in (one, other)
        ]
        assert bags[0] == bags[1]
        return
    assert (one.answers, one.labs, one.partial) == (other.answers, other.labs, other.partial)
    assert one.contradictions == other.contradictions
    assert without_order(to_plain(assess(one, library()))) == without_order(
        to_plain(assess(other, library()))
    )


@CALM
@given(
    st.lists(
        st.binary(max_size=40) | near_histories().map(lambda told: json.dumps(told).encode()), max_size=5
    )
)
def test_any_lines_are_answered_one_by_one_in_order(lines: list[bytes]) -> None:
    written = [line.replace(b"\n", b" ") for line in lines]
    told = [line for line in written if line.strip()]
    given_back = [answer for answer, _ in answers(written, library(), TODAY)]
    assert len(given_back) == len(told)
    numbers = [number for number, line in enumerate(written, start=1) if line.strip()]
    for number, answer in zip(numbers, given_back, strict=True):
        assert json.dumps(answer, ensure_ascii=False).encode("utf-8")
        assert "urgency" in answer or answer["error"]["line"] == number
