"""One person's network: priors, what they show, and how well each cause fits the episode.

Causes are roots with priors by age, sex and pregnancy. Facts of the person (risk factors, medicines,
laboratory values) weigh on their cause alone, as virtual evidence. What the person shows whatever the
complaint comes from is a leaky noisy-OR of causes, so that causes explain each other away. What
describes the episode belongs to the one cause that is responsible for it (see `causal`).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from math import exp, log
from operator import itemgetter

from charley.history import History
from charley.network.exact import Evidence, Finding, Lanes, Network, Plan, plan_within, prepare, sample
from charley.network.likelihood import FADE, TINY, Ratio, explain, is_shown
from charley.network.priors import prior_shares
from charley.records.causes import Cause
from charley.records.conditions import OneFinding
from charley.records.derived import once_per_library
from charley.records.library import Library
from charley.truth import Truth, test

MOST_ENTRIES = 2**14
"""Largest plan, in table entries, that is answered exactly; beyond it states of the causes are drawn."""


STATES = 4096
"""How many: their error is some hundredths at worst, and the plain engine takes two seconds for them."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A known finding of the network: its leak, and P(yes) for each cause that shows it alone."""

    condition: OneFinding
    present: bool
    leak: float
    chances: tuple[tuple[int, float], ...]
    fade: float = 1.0

    @property
    def strength(self) -> float:
        """The largest log likelihood ratio that it has for any cause."""
        return max(abs(self.log_ratio(chance)) for _, chance in self.chances)

    @property
    def rank(self) -> tuple[float, str]:
        """The strongest come first; equal ones in an order of their own."""
        return (-self.strength, str(self.condition))

    def log_ratio(self, chance: float) -> float:
        """What it says for a cause with this chance, before any fading."""
        if self.present:
            return log(max(TINY, chance) / max(TINY, self.leak))
        return log(max(TINY, 1 - chance) / max(TINY, 1 - self.leak))

    def ratio(self, chance: float) -> float:
        """The likelihood ratio for a cause with this chance, faded within its cluster."""
        return exp(self.fade * self.log_ratio(chance))


@dataclass(frozen=True, slots=True)
class Sign:
    """A condition of the library that some cause shows, absent and present, each with its rank."""

    condition: OneFinding
    forms: tuple[tuple[tuple[float, str], Shown], tuple[tuple[float, str], Shown]]


@dataclass(frozen=True, slots=True)
class Person:
    """The network of one person with its plan, None when that would be too large.

    `episode` holds the log likelihood of the episode for each cause.
    """

    causes: tuple[Cause, ...]
    ratios: tuple[tuple[Ratio, ...], ...]
    network: Network
    evidence: Evidence
    plan: Plan | None
    episode: tuple[float, ...]


def person_network(history: History, library: Library) -> Person:
    """The network of one history, with a plan unless so much is told that it would be too large."""
    causes = tuple(library.causes.values())
    ratios = tuple(tuple(explain(cause, history, library)) for cause in causes)
    shown = sorted(_faded(_shown(history, library), library), key=lambda entry: not entry.present)
    network = Network(prior_shares(causes, history), tuple(_node(entry) for entry in shown))
    positive = tuple(place for place, entry in enumerate(shown) if entry.present)
    return Person(
        causes=causes,
        ratios=ratios,
        network=network,
        evidence=Evidence(
            positive=positive,
            negative=tuple(range(len(positive), len(shown))),
            unary=tuple(_unary(causes, ratios, shown)),
        ),
        plan=plan_within(network, positive, MOST_ENTRIES),
        episode=tuple(sum(r.damped for r in of_cause if r.episode) for of_cause in ratios),
    )


def lanes_of(person: Person) -> Lanes:
    """Everything that can be asked of the person: exactly, or from states that were drawn."""
    if person.plan is None:
        return sample(person.network, person.evidence, STATES)
    return prepare(person.network, person.evidence, person.plan)


@once_per_library
def signs_of(library: Library) -> dict[str, list[Sign]]:
    """By finding, every condition that some cause shows, with the causes that do."""
    chances: dict[OneFinding, list[tuple[int, float]]] = {}
    leaks: dict[OneFinding, float] = {}
    for place, cause in enumerate(library.causes.values()):
        for entry in cause.evidence:
            if is_shown(entry, library):
                chances.setdefault(entry.condition, []).append((place, entry.chance.value))
                leaks[entry.condition] = min(0.999, max(TINY, entry.leak))
    signs: dict[str, list[Sign]] = {}
    for condition, found in chances.items():
        absent, present = (Shown(condition, yes, leaks[condition], tuple(found)) for yes in (False, True))
        signs.setdefault(condition.finding, []).append(
            Sign(condition, ((absent.rank, absent), (present.rank, present)))
        )
    return signs


def _shown(history: History, library: Library) -> list[Shown]:
    """Every known condition that some cause shows, strongest first."""
    signs = signs_of(library)
    known = [
        sign.forms[truth is Truth.YES]
        for finding in history.answers
        for sign in signs.get(finding, ())
        if (truth := test(sign.condition, history, library)) is not Truth.UNKNOWN
    ]
    known.sort(key=itemgetter(0))
    return [shown for _, shown in known]


def _faded(shown: list[Shown], library: Library) -> list[Shown]:
    """Each further finding of one cluster, from the strongest on, counts half of the one before."""
    counted: dict[str, int] = {}
    result = []
    for entry in shown:
        cluster = library.findings[entry.condition.finding].cluster
        times = counted.get(cluster, 0) if cluster else 0
        counted[cluster] = times + 1
        result.append(replace(entry, fade=FADE**times) if times else entry)
    return result


def _node(entry: Shown) -> Finding:
    """The noisy-OR with one link for every cause that does not make the finding rarer."""
    return Finding(entry.leak, tuple(_links(entry)))


def _links(entry: Shown) -> Iterable[tuple[int, float]]:
    for place, chance in entry.chances:
        if chance < entry.leak:
            continue
        ratio = entry.ratio(chance)
        absent = (1 - entry.leak * ratio) / (1 - entry.leak) if entry.present else ratio
        yield place, min(1.0, max(0.0, 1 - absent))


def _unary(
    causes: tuple[Cause, ...], ratios: tuple[tuple[Ratio, ...], ...], shown: list[Shown]
) -> Iterable[tuple[int, float, float]]:
    """Virtual evidence: facts of the person, and signs that a cause makes rarer."""
    for place in range(len(causes)):
        yield place, 1.0, exp(sum(r.damped for r in ratios[place] if not r.episode and not r.shown))
    for entry in shown:
        for place, chance in entry.chances:
            if chance < entry.leak:
                yield place, 1.0, entry.ratio(chance)
