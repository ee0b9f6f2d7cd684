"""How well one cause explains the answers: log likelihood ratios against people who ask.

Each fact is compared with its background, the chance of the same answer among people who ask about
leg cramps. A fact that a cause says nothing of has the ratio one. Findings that travel together
(one `cluster`) are not counted twice: the strongest counts whole, each further one half of the last.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from math import log

from charley.history import History
from charley.network.engine import Weight
from charley.people import WHO
from charley.records.causes import Against, Cause, Evidence
from charley.records.conditions import Compare, OneFinding
from charley.records.derived import once_per_library
from charley.records.library import CrampFeature, Library
from charley.records.numbers import Number
from charley.records.rules import Urgency
from charley.truth import Truth, compare_result, test

TINY = 1e-4
LEAST_PRIOR = 1e-9
UNLISTED = 0.03
"""Share kept for causes that the library does not hold: nothing is ever certain (judged)."""

FADE = 0.5
"""Each further finding of one cluster counts half of the one before (judged)."""

SILENCE = 0.4
"""Chance of leaving out a trigger that is there, against one that is not (judged)."""

SILENCE_DEVIATION = 0.2
DEFINING = 0.9
TOLD_ENOUGH = 3

DECIBANS = 10 / log(10)

SPREAD = 2 * 1.2816
"""Width of an 80% interval in standard deviations."""


@dataclass(frozen=True, slots=True)
class Ratio:
    """One fact's log likelihood ratio for a cause, with the standard deviation its ranges leave.

    `episode` marks what describes the complaint, `shown` what the person shows whatever the complaint
    comes from: a noisy-OR finding of the network, in which causes explain each other away.
    """

    fact: str
    log_ratio: float
    deviation: float
    episode: bool
    condition: OneFinding | None = None
    told: bool = True
    shown: bool = False
    damping: float = 1.0

    @property
    def damped(self) -> float:
        return self.log_ratio * self.damping


def explain(cause: Cause, history: History, library: Library) -> list[Ratio]:
    """Every answered fact that speaks for or against the cause, damped within its cluster."""
    ratios = [
        *_from_silence(cause, history),
        *_from_evidence(cause, history, library),
        *_from_against(cause, history, library),
        *_from_features(cause, history, library),
        *_from_labs(cause, history, library),
    ]
    return _damp(ratios, library)


def weights_of(cause: Cause, history: History, library: Library) -> tuple[Weight, ...]:
    """The weight of every answer for a cause, in decibans."""
    return weights(explain(cause, history, library))


def weights(ratios: Iterable[Ratio]) -> tuple[Weight, ...]:
    """Ratios as weights in decibans."""
    return tuple(Weight(r.fact, r.damped * DECIBANS, r.condition, r.told) for r in ratios)


def _from_evidence(cause: Cause, history: History, library: Library) -> Iterator[Ratio]:
    for finding_id, entries in laid_out(cause, library).by_finding:
        if finding_id not in history.answers:
            continue
        kind = library.findings[finding_id].type
        if kind == "choice":
            yield from _choice(finding_id, entries, history, library)
        elif kind == "number":
            yield from _number(finding_id, entries, history, library)
        else:
            yield from _each(entries, history, library)


def _from_silence(cause: Cause, history: History) -> Iterator[Ratio]:
    """People who tell their story seldom leave out what set it off.

    A fact that (nearly) defines a harmless cause and was not told speaks a little against it. Never
    for a dangerous cause: there an unknown is no reassurance.
    """
    if cause.urgency >= Urgency.SAME_DAY or len(history.answers.keys() - WHO) < TOLD_ENOUGH:
        return
    for entry in cause.evidence:
        defining = entry.risk and entry.chance.value >= DEFINING and entry.leak < 0.5
        if defining and entry.condition.finding not in history.answers:
            silent = [1 - (1 - SILENCE) * chance for chance in (entry.chance.value, entry.leak)]
            fact = entry.condition.finding
            yield Ratio(fact, log(silent[0] / silent[1]), SILENCE_DEVIATION, episode=False, told=False)


@dataclass(frozen=True, slots=True)
class Layout:
    """What a cause says, by finding, and the features of a true cramp that it leaves to its nature.

    A feature stands with its ratio when it is absent, and when it is present.
    """

    cause: Cause
    by_finding: list[tuple[str, list[Evidence]]]
    features: list[tuple[OneFinding, tuple[Ratio, Ratio]]]


@once_per_library
def _layouts(library: Library) -> dict[str, Layout]:
    return {cause.id: _lay_out(cause, library) for cause in library.causes.values()}


def laid_out(cause: Cause, library: Library) -> Layout:
    """What a cause says, by finding: made before for the library's own causes, now for any other."""
    known = _layouts(library).get(cause.id)
    return known if known is not None and known.cause is cause else _lay_out(cause, library)


def _lay_out(cause: Cause, library: Library) -> Layout:
    own = {e.condition.finding for e in cause.evidence} | {a.condition.finding for a in cause.argues_against}
    features = [
        (
            feature.condition,
            (_feature(cause, feature, Truth.NO, library), _feature(cause, feature, Truth.YES, library)),
        )
        for feature in library.true_cramp.features
        if feature.condition.finding not in own
    ]
    return Layout(cause, _grouped(cause.evidence), features)


def _feature(cause: Cause, feature: CrampFeature, truth: Truth, library: Library) -> Ratio:
    """A feature of a true cramp, by the share of true cramps of this cause and of all."""
    share, average = cause.true_cramp, library.true_cramp.share.value
    true, false = feature.if_true_cramp.value, feature.if_look_alike.value
    mixed = [mix * true + (1 - mix) * false for mix in (share.value, share.low, share.high, average)]
    logs = [log_ratio(chance, mixed[3], truth) for chance in mixed[:3]]
    return Ratio(feature.condition.finding, logs[0], abs(logs[2] - logs[1]) / SPREAD, episode=True)


def _grouped(evidence: Iterable[Evidence]) -> list[tuple[str, list[Evidence]]]:
    grouped: dict[str, list[Evidence]] = {}
    for entry in evidence:
        grouped.setdefault(entry.condition.finding, []).append(entry)
    return list(grouped.items())


def _each(entries: list[Evidence], history: History, library: Library) -> Iterator[Ratio]:
    for entry in entries:
        truth = test(entry.condition, history, library)
        if truth is not Truth.UNKNOWN:
            yield _ratio(entry, truth, library)


def _choice(finding_id: str, entries: list[Evidence], history: History, library: Library) -> Iterator[Ratio]:
    """One answer among several: the stated ones, or all the rest together."""
    told = [entry for entry in entries if test(entry.condition, history, library) is Truth.YES]
    if told:
        yield _ratio(told[0], Truth.YES, library)
        return
    value, spread, _ = rest_of(entries)
    yield Ratio(finding_id, value, spread, library.findings[finding_id].episode)


def rest_of(entries: list[Evidence]) -> tuple[float, float, float]:
    """Any other answer of a choice: log ratio, deviation, and the chance in the background."""
    chance = max(TINY, 1 - sum(e.chance.value for e in entries))
    background = max(TINY, 1 - sum(e.leak for e in entries))
    return log(chance / background), max(deviation(e.chance, Truth.NO) for e in entries), background


def _number(finding_id: str, entries: list[Evidence], history: History, library: Library) -> Iterator[Ratio]:
    """Several limits on one number: the tightest that holds, else the widest that does not."""
    known = [(e, test(e.condition, history, library)) for e in entries if isinstance(e.condition, Compare)]
    holding = [entry for entry, truth in known if truth is Truth.YES]
    if holding:
        yield _ratio(min(holding, key=lambda e: e.background.value), Truth.YES, library)
    elif known:
        failing = [entry for entry, truth in known if truth is Truth.NO]
        if failing:
            yield _ratio(max(failing, key=lambda e: e.background.value), Truth.NO, library)


def _ratio(entry: Evidence, truth: Truth, library: Library) -> Ratio:
    id_ = entry.condition.finding
    value = log_ratio(entry.chance.value, entry.leak, truth)
    episode = library.findings[id_].episode and not entry.risk
    condition = entry.condition if truth is Truth.YES else None
    shown = is_shown(entry, library)
    return Ratio(id_, value, deviation(entry.chance, truth), episode, condition, shown=shown)


def is_shown(entry: Evidence, library: Library) -> bool:
    """Whether the entry is a noisy-OR finding: produced by the cause, and no part of the episode."""
    finding = library.findings[entry.condition.finding]
    return not entry.risk and not finding.episode and finding.type in ("yes_no", "multi")


def log_ratio(chance: float, background: float, truth: Truth) -> float:
    """The log likelihood ratio of an answer, no chance being smaller than TINY."""
    if truth is Truth.YES:
        return log(max(TINY, chance) / max(TINY, background))
    return log(max(TINY, 1 - chance) / max(TINY, 1 - background))


def deviation(chance: Number, truth: Truth) -> float:
    """Standard deviation of the log chance, from the 80% range."""
    low, high = (chance.low, chance.high) if truth is Truth.YES else (1 - chance.high, 1 - chance.low)
    return log(max(TINY, high) / max(TINY, low)) / SPREAD


def _from_against(cause: Cause, history: History, library: Library) -> Iterator[Ratio]:
    for entry in cause.argues_against:
        truth = test(entry.condition, history, library)
        if truth is Truth.UNKNOWN:
            continue
        id_ = entry.condition.finding
        chance = entry.weight.value * entry.background.value
        spread = weight_deviation(entry) if truth is Truth.YES else 0.0
        value = log_ratio(chance, entry.background.value, truth)
        yield Ratio(id_, value, spread, library.findings[id_].episode)


def weight_deviation(entry: Against) -> float:
    """Standard deviation of the log weight of a sign against, from its range."""
    return log(entry.weight.high / max(TINY, entry.weight.low)) / SPREAD


def prior_spread(cause: Cause) -> float:
    """Standard deviation of the log prior, from its range."""
    return log(cause.prior.high / max(LEAST_PRIOR, cause.prior.low)) / SPREAD


def _from_features(cause: Cause, history: History, library: Library) -> Iterator[Ratio]:
    """The agreed features of a true cramp, for findings the cause says nothing of itself."""
    for condition, ratios in laid_out(cause, library).features:
        truth = test(condition, history, library)
        if truth is not Truth.UNKNOWN:
            yield ratios[truth is Truth.YES]


def _from_labs(cause: Cause, history: History, library: Library) -> Iterator[Ratio]:
    for analyte_id in dict.fromkeys(result.analyte for result in history.labs):
        results = [result for result in history.labs if result.analyte == analyte_id]
        for link in library.analytes[analyte_id].speaks_for:
            if link.cause != cause.id:
                continue
            truth = max(compare_result(result, link.comparison, link.value) for result in results)
            if truth is not Truth.UNKNOWN:
                value = log_ratio(link.chance.value, link.background.value, truth)
                yield Ratio(f"lab:{analyte_id}", value, deviation(link.chance, truth), episode=False)


def _damp(ratios: list[Ratio], library: Library) -> list[Ratio]:
    counted: dict[str, int] = {}
    result = []
    for ratio in sorted(ratios, key=lambda r: -abs(r.log_ratio)):
        cluster = _cluster(ratio.fact, library)
        times = counted.get(cluster, 0)
        counted[cluster] = times + 1
        result.append(replace(ratio, damping=FADE**times) if times else ratio)
    return result


def _cluster(fact: str, library: Library) -> str:
    finding = library.findings.get(fact)
    return (finding.cluster if finding else "") or fact
