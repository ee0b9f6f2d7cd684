"""Whether, and from what, drawn people cramp: rates add up as in the noisy-OR, the first is to blame."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from charley.population.folder import Numbers
from charley.population.logistic import expit
from charley.population.world.causes import IDIOPATHIC, Had, causes_at_large
from charley.population.world.chain import base_columns
from charley.population.world.drawing import Crowd, Yes, draw_people
from charley.records.library import Library
from charley.records.population import SurveyModel
from charley.records.published import Link, Published

ANY, OFTEN = OUTCOMES = ("any", "often")
UNEXPLAINED = 0.15
"""At least this part of the leak stays without a named cause (judged)."""

Forced = Mapping[str, bool]
"""Sources (`fact:statin`, `cause:als`) that everybody is given, or freed from."""


@dataclass(frozen=True, slots=True)
class Source:
    """One source of cramps: who has it, its rate in each person who does, and the library's cause."""

    cause: str
    had: Yes
    any: Numbers
    often: Numbers

    def rate(self, outcome: str) -> Numbers:
        return self.any if outcome == "any" else self.often


@dataclass(frozen=True, slots=True)
class Month:
    """One drawn month of the crowd: who cramped, who often, and the cause to blame ("" for none)."""

    any: Yes
    often: Yes
    blamed: NDArray[np.str_]


@dataclass(frozen=True, slots=True)
class World:
    """A crowd with the sources of its cramps; rates are -log of the chance that a source brings none."""

    crowd: Crowd
    library: Library
    causes: Mapping[str, Had]
    sources: Mapping[str, Source]
    rest: Mapping[str, Numbers]
    season: Numbers
    random: np.random.Generator = field(compare=False)

    def rate(self, outcome: str, forced: Forced | None = None) -> Numbers:
        """Everybody's rate of cramps, with some sources forced present or away."""
        total = self.rest[outcome].copy()
        for name, source in self.sources.items():
            had = (forced or {}).get(name)
            total += source.rate(outcome) * (source.had if had is None else had)
        return total * self.season

    def chance(self, outcome: str, forced: Forced | None = None) -> Numbers:
        """Everybody's chance of cramps in a month."""
        result: Numbers = -np.expm1(-self.rate(outcome, forced))
        return result

    def month(self) -> Month:
        """Who cramps in one drawn month: often only those who cramp at all, as in the survey."""
        aim = self.random.random(len(self.crowd.age))
        any_, often = aim < self.chance(ANY), aim < self.chance(OFTEN)
        blamed = np.full(len(aim), "", dtype=f"<U{max(map(len, self.library.causes))}")
        for outcome, who in ((ANY, any_ & ~often), (OFTEN, often)):
            people = np.flatnonzero(who)
            blamed[people] = self.responsible(people, outcome=outcome)
        return Month(any_, often, blamed)

    def responsible(
        self, people: NDArray[np.int64], forced: Forced | None = None, outcome: str = ANY
    ) -> list[str]:
        """The cause that is first to bring on an episode, drawn for each of these people who cramp."""
        names = [IDIOPATHIC, *(source.cause for source in self.sources.values())]
        rates = [self.rest[outcome][people]]
        for name, source in self.sources.items():
            had = (forced or {}).get(name)
            rates.append((source.rate(outcome) * (source.had if had is None else had))[people])
        reached = np.cumsum(np.column_stack(rates), axis=1)
        aim = self.random.random(len(people)) * reached[:, -1]
        places = (reached < aim[:, None]).sum(axis=1)
        return [names[min(place, len(names) - 1)] for place in places.tolist()]


def build_world(library: Library, published: Published, count: int, seed: int) -> World:
    """`count` drawn adults with their causes; the same seed gives the same people."""
    random = np.random.default_rng(seed)
    crowd = draw_people(published.people, count, random)
    model = library.population.model
    leaks = {outcome: _leak(crowd, model, outcome) for outcome in OUTCOMES}
    sources = _facts(crowd, model, published)
    total = leaks["any"] + sum((s.any * s.had for s in sources.values()), np.zeros(count))
    likes = _of_the_likes(-np.expm1(-total), crowd)
    causes = _within(causes_at_large(crowd, likes, library, published, random), leaks, crowd)
    for id_, had in causes.items():
        present = random.random(count) < had.chance
        sources[f"cause:{id_}"] = Source(id_, present, had.any, had.often)
    rest = {
        outcome: np.maximum(
            UNEXPLAINED * leaks[outcome], leaks[outcome] - _claimed(causes.values(), outcome, crowd)
        )
        for outcome in OUTCOMES
    }
    return World(crowd, library, causes, sources, rest, _season(crowd, published), random)


def _season(crowd: Crowd, published: Published) -> Numbers:
    """How far each person's month lies above or below the year, which it is 1 over."""
    ratio = published.summer_over_winter.value
    result: Numbers = 1 + (ratio - 1) / (ratio + 1) * np.cos(2 * np.pi * crowd.season)
    return result


def _leak(crowd: Crowd, model: SurveyModel, outcome: str) -> Numbers:
    weights = model.weights_any if outcome == "any" else model.weights_often
    leak_terms = sum(term.condition is None for term in model.terms)
    columns = base_columns(np.minimum(crowd.age, model.oldest), crowd.female.astype(np.float64))
    result: Numbers = -np.log1p(-expit(columns @ np.array(weights[: 1 + leak_terms])))
    return result


def _facts(crowd: Crowd, model: SurveyModel, published: Published) -> dict[str, Source]:
    sources: dict[str, Source] = {}
    fitted = zip(model.terms, model.weights_any[1:], model.weights_often[1:], strict=True)
    for term, any_, often in fitted:
        if term.condition is None or term.id not in crowd.facts:
            continue
        link = published.links[term.id]
        part = _by_stage(link, crowd)
        sources[f"fact:{term.id}"] = Source(
            link.cause or IDIOPATHIC, crowd.facts[term.id], np.exp(any_) * part, np.exp(often) * part
        )
    return sources


def _by_stage(link: Link, crowd: Crowd) -> Numbers:
    """How far the link is stronger or weaker in each person's stage; 1 on average."""
    if not link.stages:
        return np.ones(len(crowd.age))
    rates = -np.log1p(-np.array([number.value for number in link.stages.values()]))
    result: Numbers = (rates / rates.mean())[crowd.stage]
    return result


def _of_the_likes(chance: Numbers, crowd: Crowd) -> Numbers:
    """The mean chance of people of the same sex and ten years of age."""
    cell = (crowd.age // 10).astype(int) * 2 + crowd.female
    means = np.bincount(cell, chance) / np.maximum(1, np.bincount(cell))
    result: Numbers = means[cell]
    return result


def _within(causes: dict[str, Had], leaks: Mapping[str, Numbers], crowd: Crowd) -> dict[str, Had]:
    """The causes, brought to claim no more than the survey's leak less its unexplained part.

    Their cramps are part of the leak, not added to it. Where they would claim more, the causes that
    nobody counted in people at large give way: they become rarer, and their frequent cramps fewer. Only
    when that is not enough do the counted ones bring fewer.
    """
    rarer = _room(causes, leaks[ANY], crowd, ANY, counted=False)
    fitting = {
        id_: had if had.counted else replace(had, chance=had.chance * rarer) for id_, had in causes.items()
    }
    fewer = {counted: _room(fitting, leaks[OFTEN], crowd, OFTEN, counted) for counted in (False, True)}
    return {id_: replace(had, often=had.often * fewer[had.counted]) for id_, had in fitting.items()}


def _room(causes: dict[str, Had], leak: Numbers, crowd: Crowd, outcome: str, counted: bool) -> Numbers:
    """By how much the causes of one kind must give way; those counted come before the others."""
    whole = (1 - UNEXPLAINED) * leak
    first = [had for had in causes.values() if had.counted]
    before = 0.0 if counted else _claimed(first, outcome, crowd)
    claimed = _claimed((had for had in causes.values() if had.counted is counted), outcome, crowd)
    room: Numbers = np.minimum(1.0, np.maximum(0.0, whole - before) / np.maximum(1e-12, claimed))
    return room


def _claimed(causes: Iterable[Had], outcome: str, crowd: Crowd) -> Numbers:
    """The rate of cramps that causes bring to people of the same sex and ten years of age."""
    total: Numbers = np.zeros(len(crowd.age))
    for had in causes:
        rate = had.any if outcome == "any" else had.often
        total = total - np.log1p(had.chance * np.expm1(-rate))
    return _of_the_likes(total, crowd)
