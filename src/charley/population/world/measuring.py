"""The value of a measure in a drawn world: shares, odds ratios, what a source adds, looks of episodes."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from charley.population.folder import Numbers
from charley.population.world.causes import IDIOPATHIC
from charley.population.world.cramps import OUTCOMES, World
from charley.population.world.episode import feature_chance, shows
from charley.records.published import Measure

SEASONS = {"midsummer": 0.0, "midwinter": 0.5}
STAGES = ("first", "second", "third")
RARELY = "rarely"
"""Cramps, but on fewer than five nights a month."""


@dataclass(frozen=True, slots=True)
class Group:
    """Some of the people: how far each belongs (0 to 1), and the sources they are given or freed from."""

    weight: Numbers
    forced: dict[str, bool]


def measured(measure: Measure, world: World) -> float:
    """The value of the measure. Raises ValueError for a group that nobody is in, or that is unknown."""
    kinds: dict[str, Callable[[Measure, World], float]] = {
        "share": _share,
        "odds_ratio": _odds_ratio,
        "without": _without,
        "rate_ratio": _rate_ratio,
        "contrast": _contrast,
        "link": _link,
        "feature": _feature,
        "explained": _explained,
        "often_of_any": _often_of_any,
        "given_cramps": _given_cramps,
        "library_odds": _library_odds,
    }
    return kinds[measure.kind](measure, world)


def group_of(names: Sequence[str], world: World) -> Group:
    """People in every one of the named groups."""
    weight, forced = np.ones(len(world.crowd.age)), dict[str, bool]()
    for name in names:
        one = _group(name, world)
        weight, forced = weight * one.weight, forced | one.forced
    if not weight.any():
        raise ValueError(f"nobody is in {' and '.join(names)}")
    return Group(weight, forced)


def _group(name: str, world: World) -> Group:
    crowd = world.crowd
    if name.startswith("not "):
        other = _group(name.removeprefix("not "), world)
        return Group(1 - other.weight, {source: not given for source, given in other.forced.items()})
    kind, _, id_ = name.partition(":")
    if kind == "fact" and id_ in crowd.facts:
        return Group(crowd.facts[id_].astype(np.float64), {})
    if kind == "cause" and id_ in world.causes:
        return Group(world.causes[id_].chance, {name: True})
    if kind == "severe" and id_ in world.causes:
        had = world.causes[id_]
        return Group(had.chance * had.severe, {f"cause:{id_}": True})
    if kind == "stage" and id_ in STAGES:
        in_stage = crowd.facts["pregnant"] & (crowd.stage == STAGES.index(id_))
        return Group(in_stage.astype(np.float64), {})
    if kind == "season" and id_ in SEASONS:
        apart = np.abs((crowd.season - SEASONS[id_] + 0.5) % 1 - 0.5)
        return Group((apart < 1 / 24).astype(np.float64), {})
    if name in ("female", "male"):
        return Group((crowd.female if name == "female" else ~crowd.female).astype(np.float64), {})
    limit = re.fullmatch(r"age(>=|<)(\d+)", name)
    if limit is None:
        raise ValueError(f"there is no group of people called '{name}'")
    years = float(limit[2])
    inside = crowd.age >= years if limit[1] == ">=" else crowd.age < years
    return Group(inside.astype(np.float64), {})


def _mean(what: str, group: Group, world: World) -> float:
    """The mean chance of an outcome, or the share of a group, among people."""
    if what == RARELY:
        value = world.chance("any", group.forced) - world.chance("often", group.forced)
    else:
        value = world.chance(what, group.forced) if what in OUTCOMES else _group(what, world).weight
    return float(group.weight @ value / group.weight.sum())


def _share(measure: Measure, world: World) -> float:
    """The mean chance; with a condition, of cramps whose episodes show it; `by` weighs people by cramps."""
    group = group_of(measure.among, world)
    if measure.by:
        group = Group(group.weight * world.chance(measure.by, group.forced), group.forced)
    whole = _mean(measure.what, group, world)
    return whole * _feature(measure, world) if measure.condition else whole


def _odds_ratio(measure: Measure, world: World) -> float:
    among = group_of(measure.among, world)
    if measure.by.startswith("finding:"):
        return _odds_by_finding(measure, among, world)
    one = _group(measure.by, world)
    other = _group(measure.against or f"not {measure.by}", world)
    groups = [Group(among.weight * g.weight, among.forced | g.forced) for g in (one, other)]
    if measure.adjusted:
        return _mantel_haenszel(measure.what, groups, world)
    shares = [_mean(measure.what, group, world) for group in groups]
    return (shares[0] / (1 - shares[0])) / (shares[1] / (1 - shares[1]))


def _odds_by_finding(measure: Measure, among: Group, world: World) -> float:
    """What people show hangs on the cause to blame, so cramps and finding are drawn together."""
    month = world.month()
    had = shows(measure.by.partition(":")[2], world, month)
    groups = [Group(among.weight * part, {}) for part in (had, ~had)]
    return _mantel_haenszel(
        (month.any if measure.what == "any" else month.often).astype(float), groups, world
    )


def _mantel_haenszel(what: str | Numbers, groups: Sequence[Group], world: World) -> float:
    """The odds ratio within people of the same sex and ten years of age, pooled (Mantel and Haenszel)."""
    cell = (world.crowd.age // 10).astype(int) * 2 + world.crowd.female
    yes, no = [], []
    for group in groups:
        if isinstance(what, str):
            value = world.chance(what, group.forced) if what in OUTCOMES else _group(what, world).weight
        else:
            value = what
        yes.append(np.bincount(cell, group.weight * value))
        no.append(np.bincount(cell, group.weight * (1 - value)))
    size = np.maximum(1e-12, sum(yes) + sum(no))
    return float((yes[0] * no[1] / size).sum() / (yes[1] * no[0] / size).sum())


def _rate_ratio(measure: Measure, world: World) -> float:
    """The rate of cramps with the source given to all over that without it; or of one group over another."""
    if measure.against:
        one, other = (group_of((name, *measure.among), world) for name in (measure.by, measure.against))
    else:
        group = group_of(measure.among, world)
        one, other = (Group(group.weight, group.forced | {measure.by: given}) for given in (True, False))
    rates = [
        float(group.weight @ world.rate(measure.what, group.forced) / group.weight.sum())
        for group in (one, other)
    ]
    return rates[0] / rates[1]


def _often_of_any(measure: Measure, world: World) -> float:
    """Of those with any cramps, the share with cramps on five or more nights."""
    group = group_of(measure.among, world)
    return _mean("often", group, world) / _mean("any", group, world)


def _without(measure: Measure, world: World) -> float:
    """How many times as likely the outcome is as it would be without the source."""
    among = group_of(measure.among or (measure.by,), world)
    less = Group(among.weight, among.forced | {measure.by: False})
    return _mean(measure.what, among, world) / _mean(measure.what, less, world)


def _contrast(measure: Measure, world: World) -> float:
    """The link that two shares give: 1 - (1 - share of the group) / (1 - share of the others)."""
    one = group_of((measure.by, *measure.among), world)
    other = group_of((measure.against, *measure.among) if measure.against else measure.among, world)
    return 1 - (1 - _mean(measure.what, one, world)) / (1 - _mean(measure.what, other, world))


def _link(measure: Measure, world: World) -> float:
    """The mean chance that the source alone brings the outcome on, among those who have it; by session."""
    group = group_of((measure.by, *measure.among), world)
    kind, _, id_ = measure.by.partition(":")
    name = {"stage": "fact:pregnant", "severe": f"cause:{id_}"}.get(kind, measure.by)
    rate = world.sources[name].rate(measure.what)
    mean = float(group.weight @ rate / group.weight.sum())
    return float(-np.expm1(-mean / measure.sessions))


def _feature(measure: Measure, world: World) -> float:
    """The share of episodes that show the condition: one episode for each person drawn to cramp."""
    if measure.condition is None:
        raise ValueError("a feature needs its condition")
    library = world.library
    blamed = [
        cause
        for cause in _blamed(measure, world)
        if (cause in measure.causes if measure.causes else not library.causes[cause].mimic)
    ]
    shown = {
        cause: feature_chance(measure.condition, library.causes[cause], library) for cause in set(blamed)
    }
    drawn = world.random.random(len(blamed)) < np.array([shown[cause] for cause in blamed])
    return float(drawn.mean())


def _blamed(measure: Measure, world: World) -> list[str]:
    """The responsible cause of one episode for each person of the group drawn to cramp."""
    group = group_of(measure.among, world)
    chance = world.chance("any", group.forced) * group.weight
    people = np.flatnonzero(world.random.random(len(chance)) < chance)
    return world.responsible(people, group.forced)


def _explained(measure: Measure, world: World) -> float:
    """The share of episodes that have a named cause."""
    blamed = _blamed(measure, world)
    return sum(cause != IDIOPATHIC for cause in blamed) / len(blamed)


def _given_cramps(measure: Measure, world: World) -> float:
    """The chance of the cause among people who cramp."""
    among = group_of(measure.among, world)
    cause = _group(measure.by, world)
    sick = world.chance(measure.what, among.forced | cause.forced) * cause.weight
    well = world.chance(measure.what, among.forced | {measure.by: False}) * (1 - cause.weight)
    return float(among.weight @ sick / (among.weight @ (sick + well)))


def _library_odds(measure: Measure, world: World) -> float:
    """The odds ratio between a cause and a fact that the library says raises it."""
    cause = world.library.causes[measure.by.removeprefix("cause:")]
    for entry in cause.evidence:
        if entry.condition == measure.condition:
            chance, share = entry.chance.value, entry.leak
            return (chance / (1 - chance)) / (share / (1 - share))
    raise ValueError(f"the library ties no such fact to '{cause.id}'")
