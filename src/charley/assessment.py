"""The answer as frozen values, with its reasons."""

from __future__ import annotations

from dataclasses import dataclass

from charley.records.readings import Read
from charley.records.rules import Urgency


@dataclass(frozen=True, slots=True)
class FiredRule:
    """A red-flag rule that holds: why, on which facts, suspecting what, and what to do."""

    id: str
    level: Urgency
    picture: str
    because: tuple[str, ...]
    facts: tuple[str, ...]
    suspected: tuple[str, ...]
    why: str
    tell: str
    source: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class UrgencySource:
    """One voice in the urgency: `rule:…`, `lab:…`, `cause:…` or `floor:…`, with its level and reason."""

    name: str
    level: Urgency
    why: str


@dataclass(frozen=True, slots=True)
class Contribution:
    """How far one answer speaks for (positive) or against a cause, in decibans."""

    finding: str
    says: str
    weight: float


@dataclass(frozen=True, slots=True)
class TrueCramp:
    """Chance that the complaint is a true muscle cramp, and the features that say so."""

    probability: float
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CauseFound:
    """One likely cause: chance with an 80% interval, reasons for and against, and the chain to the cramp."""

    id: str
    name: str
    clinical_name: str
    icd10cm: str
    probability: float
    interval: tuple[float, float]
    urgency: Urgency
    summary: str
    speaks_for: tuple[Contribution, ...]
    against: tuple[Contribution, ...]
    chain: tuple[str, ...]
    settled_by: tuple[str, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RuledOut:
    """A feared cause that is not among the likely ones.

    `settled` is true only when the questions that would point to it were answered. While it is
    false, `open_questions` names what is still unknown: unlikely so far, but not ruled out.
    """

    id: str
    name: str
    probability: float
    urgency: Urgency
    settled: bool
    because: tuple[str, ...]
    look_for: tuple[str, ...]
    open_questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reply:
    """One reply to a question, how likely it is, and the urgency and first causes it would lead to.

    `says` is the change in one sentence for people.
    """

    answer: str
    chance: float
    urgency: Urgency
    causes: tuple[tuple[str, float], ...]
    says: str


@dataclass(frozen=True, slots=True)
class NextQuestion:
    """A question worth asking next, with why, and what its answer is expected to be worth (in bits).

    `gain` is the sum of `bits` (what it tells of the cause) and `triage` (what it tells of how soon to
    be seen). `replies` stands with the first questions only.
    """

    id: str
    text: str
    why: str
    gain: float
    safety: bool
    bits: float
    triage: float
    replies: tuple[Reply, ...] = ()


@dataclass(frozen=True, slots=True)
class SuggestedTest:
    """A test worth discussing, with a reason in plain words and what it cannot show."""

    id: str
    name: str
    why: str
    reference: str
    caveats: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PeopleLikeYou:
    """How common night cramps are in a month: any, and five or more nights, each with an 80% interval.

    `used` names the facts that were told and used; it is empty for the constant rate of all adults.
    `says` is the sentence for people.
    """

    any: float
    often: float
    source: str
    any_interval: tuple[float, float]
    often_interval: tuple[float, float]
    used: tuple[str, ...]
    says: str


@dataclass(frozen=True, slots=True)
class WhatIf:
    """A change of one thing, and the share of episodes like this one that would not have happened.

    `causes` are those that the change would take away. Never advice to make the change.
    """

    change: str
    share: float
    causes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Assessment:
    """The whole answer. Information, not a diagnosis."""

    id: str
    library_version: str
    library_fingerprint: str
    engine: str
    urgency: Urgency
    urgency_title: str
    urgency_from: tuple[UrgencySource, ...]
    provisional: bool
    safety_questions_left: tuple[str, ...]
    red_flags: tuple[FiredRule, ...]
    true_cramp: TrueCramp
    people_like_you: PeopleLikeYou
    mechanisms: tuple[tuple[str, float], ...]
    what_if: tuple[WhatIf, ...]
    narrow: str
    causes: tuple[CauseFound, ...]
    ruled_out: tuple[RuledOut, ...]
    next_questions: tuple[NextQuestion, ...]
    tests: tuple[SuggestedTest, ...]
    advice: tuple[str, ...]
    understood: tuple[tuple[str, str], ...]
    not_understood: tuple[tuple[str, str], ...]
    contradictions: tuple[str, ...]
    to_confirm: tuple[tuple[str, str], ...] = ()
    readings: tuple[Read, ...] = ()

    @property
    def reasons(self) -> tuple[UrgencySource, ...]:
        """What asked for the urgency, most urgent first; of the limits that one result is past, the worst."""
        worst: dict[str, Urgency] = {}
        for voice in self.urgency_from:
            worst.setdefault(_said(voice), voice.level)
        return tuple(voice for voice in self.urgency_from if voice.level is worst[_said(voice)])

    @property
    def unruled(self) -> tuple[UrgencySource, ...]:
        """Results and chances that alone set an urgency of today or now: no rule of that level fired."""
        top = [v for v in self.reasons if v.level is self.urgency >= Urgency.SAME_DAY]
        ruled = any(voice.name.startswith("rule:") for voice in top)
        return () if ruled else tuple(v for v in top if v.name.startswith(("lab:", "cause:")))


def _said(voice: UrgencySource) -> str:
    """What a voice speaks of: a result with its value, or itself."""
    return voice.why.partition(": ")[0] if voice.name.startswith("lab:") else voice.name
