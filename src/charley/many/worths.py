"""Which questions to ask next, for many people at once: the numbers of `charley.asking`."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from charley.asking import LEAST_GAIN, SAFETY_WEIGHT, TRIAGE_BITS
from charley.many.chances import Chances
from charley.many.knowledge import Knowledge
from charley.many.logic import NO, YES, Mask
from charley.many.sheet import Numbers, Places
from charley.many.triage import Judged
from charley.network.kernel.worth import options, questions
from charley.records.derived import once_per_library
from charley.records.library import Library

MOST_QUESTIONS = 5
PLACES = 1 << 16
SAFETY = 1 << 32
"""What is sorted is one number: safety first, then the gain, then the place by id."""


@dataclass(frozen=True, slots=True)
class NextQuestions:
    """By person and place in the order of asking; `count` says how many places are used.

    `question` is the place of a finding; `gain`, `bits` and `triage` are rounded as they are shown.
    """

    count: Places
    question: Places
    gain: Numbers
    bits: Numbers
    triage: Numbers
    safety: Mask


def next_questions(judged: Judged, found: Chances) -> NextQuestions:
    """The questions worth asking, best first."""
    known = judged.known
    open_ = open_questions(judged)
    bits, utility = _worths(known.library, found.responsible, open_)
    chance, safety, alphabet, by_alphabet = _findings(known.library)
    triage = chance * _levels(judged) + TRIAGE_BITS * utility
    gain = np.round(bits + triage, 4)
    useful = open_ & ((gain >= LEAST_GAIN) | safety)
    key = (np.where(safety, SAFETY, 0) + np.rint(gain * 1e4).astype(np.int64)) * PLACES + alphabet
    key = np.where(useful, key, 0)
    best = -np.sort(-np.partition(key, -MOST_QUESTIONS, axis=1)[:, -MOST_QUESTIONS:], axis=1)
    first = by_alphabet[best % PLACES]
    rows = np.arange(len(first))[:, None]
    return NextQuestions(
        count=np.minimum(useful.sum(axis=1), MOST_QUESTIONS),
        question=first,
        gain=gain[rows, first],
        bits=np.round(bits[rows, first], 4),
        triage=np.round(triage[rows, first], 4),
        safety=safety[first],
    )


def _worths(library: Library, responsible: Numbers, open_: Mask) -> tuple[Numbers, Numbers]:
    """Bits and utility of every open question, by the kernel, without the interpreter's lock."""
    bits: Numbers = np.empty(open_.shape)
    utility: Numbers = np.empty(open_.shape)
    asked = np.ascontiguousarray(open_).view(np.uint8)
    questions(library).worths(options(library), responsible.data, asked.data, bits.data, utility.data)
    return bits, utility


def open_questions(judged: Judged) -> Mask:
    """By person and finding: it concerns them, is not answered, and its own condition holds."""
    people = judged.people
    open_ = ~people.sheet.answered
    groups = {finding.ask_of: people.concerns(finding.ask_of) for finding, _ in judged.known.asked_if}
    for place, (finding, node) in enumerate(judged.known.asked_if):
        whom = groups[finding.ask_of]
        open_[:, place] &= (whom == YES) if finding.ask_of == "pregnant_or_recent_birth" else (whom != NO)
        if node is not None:
            open_[:, place] &= judged.holds(node)
    return open_


@once_per_library
def _findings(library: Library) -> tuple[Numbers, Mask, Places, Places]:
    """Of every finding: background, whether it is a safety question, place by id from the end; and back."""
    findings = list(library.findings.values())
    backwards = sorted(range(len(findings)), key=lambda place: findings[place].id, reverse=True)
    return (
        np.array([f.background.value if f.background is not None else 0.05 for f in findings]),
        np.array([f.is_core_safety for f in findings]),
        np.argsort(backwards),
        np.array(backwards),
    )


def _levels(judged: Judged) -> Numbers:
    """By person and finding, the worth of the level it could set, shared with what else is missing."""
    known: Knowledge = judged.known
    people = judged.people.sheet.people
    levels = np.zeros((len(known.findings), people))
    for level, missing in judged.pending():
        count = np.zeros(people, np.int16)
        for mask in missing.values():
            count += mask
        share = np.divide(SAFETY_WEIGHT[level], count, out=np.zeros(people), where=count > 0)
        for fact, mask in missing.items():
            if fact in known.findings:
                column = levels[known.findings[fact]]
                np.maximum(column, np.where(mask, share, 0.0), out=column)
    return levels.T
