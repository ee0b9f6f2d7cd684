"""A chunk of people, answered: every decision of an assessment, column by column."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import polars

from charley.assess import LEAST_SHOWN, SHOWN
from charley.many.alike import people_like_them
from charley.many.chances import Chances, Levels, chances, in_order, suspicions
from charley.many.changes import what_if
from charley.many.knowledge import Knowledge
from charley.many.logic import Mask
from charley.many.others import Suggested, feared, suggested
from charley.many.reader import Chunk
from charley.many.shape import columns, lists, ragged, struct, used, words
from charley.many.sheet import Numbers, Places, sheet_of
from charley.many.triage import Judged, Voice, judged, safety_left, voices
from charley.many.who import who
from charley.many.worths import next_questions
from charley.network.kernel.engine import engine_name
from charley.records.rules import Urgency

WORDS = tuple(level.word for level in Urgency)


@dataclass(frozen=True, slots=True)
class Answered:
    """What all columns are made of. `order` holds the causes of each person, `shown` how many are shown."""

    known: Knowledge
    chunk: Chunk
    judged: Judged
    found: Chances
    suspected: Levels
    order: Places
    shown: Mask
    tests: Suggested
    voices: list[Voice]
    left: dict[int, Mask]

    @property
    def people(self) -> int:
        """How many there are."""
        return len(self.chunk.ids)


def answered(chunk: Chunk, known: Knowledge) -> Answered:
    """Decide everything that columns of every sort need."""
    people = who(sheet_of(chunk, len(known.atoms.numbers), known.library))
    verdicts = judged(people, known)
    found = chances(people, known)
    suspected = suspicions(verdicts.fired(), known, people.sheet.people)
    order = in_order(found, suspected, known)
    tests = suggested(verdicts, found, order)
    return Answered(
        known=known,
        chunk=chunk,
        judged=verdicts,
        found=found,
        suspected=suspected,
        order=order,
        shown=_shown(found, suspected, order),
        tests=tests,
        voices=list(voices(verdicts, found, tests.count > 0)),
        left=safety_left(people, known),
    )


def _shown(found: Chances, suspected: Levels, order: Places) -> Mask:
    """Which of the first places are shown: what is likely enough, or suspected; or else the first."""
    first = order[:, :SHOWN]
    shown: Mask = np.take_along_axis(found.probability, first, axis=1) >= LEAST_SHOWN
    shown |= np.take_along_axis(suspected, first, axis=1) >= Urgency.SAME_DAY
    shown[:, 0] |= ~shown.any(axis=1)
    return shown


def table_of(chunk: Chunk, known: Knowledge, full: bool) -> polars.DataFrame:
    """The answers of a chunk; rows with errors have nothing else."""
    found = answered(chunk, known)
    parts = _short(found) | (_full(found) if full else {})
    kinds = columns(full)
    frame = polars.DataFrame({name: parts[name] for name in kinds}, schema_overrides=kinds)
    if not chunk.errors:
        return frame
    wrong = polars.Series(np.isin(np.arange(found.people), list(chunk.errors)))
    blank = [polars.when(~wrong).then(polars.col(n)).alias(n) for n in kinds if n not in ("id", "error")]
    return frame.with_columns(blank)


def _short(a: Answered) -> dict[str, Any]:
    rows, places = np.nonzero(a.shown)
    causes = a.order[rows, places]
    levels = np.zeros(a.people, dtype=np.int8)
    for voice in a.voices:
        np.maximum(levels, np.where(voice.whose, voice.level, np.int8(0)), out=levels)
    return {
        "id": a.chunk.ids,
        "urgency": words(WORDS, levels.astype(np.intp)),
        "provisional": np.any([*a.left.values()], axis=0) if a.left else np.zeros(a.people, np.bool_),
        "causes": lists("causes", a.people, rows, words([c.id for c in a.known.causes], causes)),
        "chances": lists(
            "chances", a.people, rows, polars.Series(np.round(a.found.probability[rows, causes], 4))
        ),
        "true_cramp": np.round(a.found.true_cramp, 4),
        "error": [a.chunk.errors.get(row) for row in range(a.people)],
    }


def _full(a: Answered) -> dict[str, Any]:
    like = people_like_them(a.judged)
    return {
        "engine": [
            engine_name(causes, error)
            for causes, error in zip(a.found.drawn.tolist(), a.found.error.tolist(), strict=True)
        ],
        "intervals": _intervals(a),
        "urgency_from": _urgency_from(a),
        "safety_questions_left": _safety_left(a),
        "red_flags": _red_flags(a),
        "mechanisms": _mechanisms(a),
        "any_cramps": _alike(like.any),
        "often_cramps": _alike(like.often),
        "what_if": _what_if(a),
        "ruled_out": _ruled_out(a),
        "next_questions": _next_questions(a),
        "tests": _tests(a),
        "not_understood": _said("not_understood", a.chunk.missed, a.people),
        "contradictions": _said("contradictions", a.chunk.contradictions, a.people),
        "to_confirm": _said("to_confirm", a.chunk.to_confirm, a.people),
    }


def _said(name: str, said: Mapping[int, Sequence[str]], people: int) -> polars.Series:
    """What few people have, as a column."""
    rows = [row for row in sorted(said) for _ in said[row]]
    values = [text for row in sorted(said) for text in said[row]]
    return lists(name, people, np.array(rows, dtype=np.intp), polars.Series(values, dtype=polars.String))


def _intervals(a: Answered) -> polars.Series:
    rows, places = np.nonzero(a.shown)
    causes = a.order[rows, places]
    ends = {"low": np.round(a.found.low[rows, causes], 4), "high": np.round(a.found.high[rows, causes], 4)}
    return lists("intervals", a.people, rows, struct(**ends))


def _urgency_from(a: Answered) -> polars.Series:
    """Most urgent first, then by name; each voice once."""
    names = sorted({voice.name for voice in a.voices})
    number = {name: place for place, name in enumerate(names)}
    keys = [np.zeros(0, np.int64)]
    for voice in a.voices:
        rows = np.flatnonzero(voice.whose & (voice.level > 0))
        levels = voice.level[rows].astype(np.int64)
        keys.append((rows * 8 + (Urgency.EMERGENCY_NOW - levels)) * len(names) + number[voice.name])
    key = np.unique(np.concatenate(keys))
    rest, name = np.divmod(key, max(1, len(names)))
    level = Urgency.EMERGENCY_NOW - rest % 8
    values = struct(name=words(names, name), level=words(WORDS, level))
    return lists("urgency_from", a.people, rest // 8, values)


def _safety_left(a: Answered) -> polars.Series:
    masks = np.array([*a.left.values()]).reshape(len(a.left), a.people)
    rows, places = np.nonzero(masks.T)
    findings = np.array([*a.left], dtype=np.intp)
    return lists("safety_questions_left", a.people, rows, words([*a.known.findings], findings[places]))


def _red_flags(a: Answered) -> polars.Series:
    """Most urgent first, then by id; with the facts that each rests on."""
    rules = [rule for rule, _ in a.known.rules]
    order = sorted(range(len(rules)), key=lambda place: (-rules[place].level, rules[place].id))
    entries, facts, names = _fired(a, order)
    key = np.unique(entries)
    entry, fact = np.divmod(np.unique(facts), max(1, len(names)))
    places = np.array(order)[key % len(rules)]
    values = struct(
        id=words([rule.id for rule in rules], places),
        level=words([rule.level.word for rule in rules], places),
        facts=ragged(len(key), np.searchsorted(key, entry), words(names, fact)),
    )
    return lists("red_flags", a.people, key // len(rules), values)


def _fired(a: Answered, order: list[int]) -> tuple[Places, Places, list[str]]:
    """Person and rule (one number) of all that fired, the same with each fact read, and the facts' names."""
    entries, read = [np.zeros(0, np.intp)], []
    place_in_order = {place: number for number, place in enumerate(order)}
    for place, mask in a.judged.fired().items():
        entries.append(np.flatnonzero(mask) * len(order) + place_in_order[place])
        for fact, whose in a.known.logic.read(a.known.rules[place][1], a.judged.truths, mask).items():
            read.append((fact, np.flatnonzero(whose) * len(order) + place_in_order[place]))
    names = sorted({fact for fact, _ in read})
    number = {fact: place for place, fact in enumerate(names)}
    facts = [keys * len(names) + number[fact] for fact, keys in read]
    return np.concatenate(entries), np.concatenate([np.zeros(0, np.intp), *facts]), names


def _mechanisms(a: Answered) -> polars.Series:
    names = a.known.network.model.mechanisms
    order = np.argsort(-a.found.mechanisms, axis=1, kind="stable")
    chances = np.round(np.take_along_axis(a.found.mechanisms, order, axis=1), 4)
    rows = np.repeat(np.arange(a.people), len(names))
    return lists("mechanisms", a.people, rows, struct(id=words(names, order), chance=chances.reshape(-1)))


def _alike(columns: Numbers) -> polars.Series:
    return struct(chance=columns[:, 0], low=columns[:, 1], high=columns[:, 2])


def _what_if(a: Answered) -> polars.Series:
    found = what_if(a.judged.people.sheet, a.found, a.known)
    causes = polars.Series([list(causes) for _, causes in found.names], dtype=polars.List(polars.String))
    values = struct(
        change=words([change for change, _ in found.names], found.name),
        share=found.share,
        causes=causes.gather(found.name.astype(np.uint32)),
    )
    return lists("what_if", a.people, found.row, values)


def _ruled_out(a: Answered) -> polars.Series:
    listed = np.zeros(a.found.probability.shape, np.bool_)
    rows, places = np.nonzero(a.shown)
    listed[rows, a.order[rows, places]] = True
    found = feared(a.judged, a.found, listed, a.suspected >= 0)
    rows, cells = used(found.count, found.cause.shape[1])
    values = struct(
        id=words([cause.id for cause in a.known.causes], found.cause[rows, cells]),
        chance=found.probability[rows, cells],
        settled=found.settled[rows, cells],
        open=found.open_questions[rows, cells].astype(np.uint16),
    )
    return lists("ruled_out", a.people, rows, values)


def _next_questions(a: Answered) -> polars.Series:
    found = next_questions(a.judged, a.found)
    rows, cells = used(found.count, found.question.shape[1])
    values = struct(
        id=words([*a.known.findings], found.question[rows, cells]),
        gain=found.gain[rows, cells],
        safety=found.safety[rows, cells],
        bits=found.bits[rows, cells],
        triage=found.triage[rows, cells],
    )
    return lists("next_questions", a.people, rows, values)


def _tests(a: Answered) -> polars.Series:
    rows, cells = used(a.tests.count, a.tests.test.shape[1])
    return lists("tests", a.people, rows, words([*a.known.library.tests], a.tests.test[rows, cells]))
