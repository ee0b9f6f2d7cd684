"""How an episode looks given the cause that brought it on, and what people show besides, by the library."""

from __future__ import annotations

import numpy as np

from charley.population.world.cramps import Month, World
from charley.population.world.drawing import Yes
from charley.records.causes import Cause
from charley.records.conditions import Has, Is, OneFinding
from charley.records.library import CrampFeature, Library


def feature_chance(condition: OneFinding, cause: Cause, library: Library) -> float:
    """P(the episode shows the condition | this cause brought it on).

    What the cause says of it; else its nature, true cramp or look-alike; else the leak of the answer
    among causes that say nothing; else the answer's background among people who ask.
    """
    for entry in cause.evidence:
        if entry.condition == condition and not entry.risk:
            return entry.chance.value
    feature = _feature(condition, library)
    if feature is not None:
        true = cause.true_cramp.value
        return true * feature.if_true_cramp.value + (1 - true) * feature.if_look_alike.value
    return leak_of(condition, library)


def leak_of(condition: OneFinding, library: Library) -> float:
    """The chance of an answer when the cause says nothing of it."""
    for cause in library.causes.values():
        for entry in cause.evidence:
            if entry.condition == condition:
                return entry.leak
    finding = library.findings[condition.finding]
    if isinstance(condition, Is | Has) and finding.options:
        options = [finding.option(str(value)) for value in condition.values]
        return min(1.0, sum(o.background.value for o in options if o and o.background))
    if finding.background is None:
        raise ValueError(f"the library says nothing of how common {condition} is")
    return finding.background.value


def _feature(condition: OneFinding, library: Library) -> CrampFeature | None:
    return next((f for f in library.true_cramp.features if f.condition == condition), None)


def shows(finding: str, world: World, month: Month) -> Yes:
    """Who answers a yes-or-no finding with yes: a leaky noisy-OR of the causes that people have.

    A cause is had by those it was drawn for, and by those whose cramps of that month it brought on. A
    fact of the survey (a tablet, an illness) shows nothing until it is to blame.
    """
    condition = Is(finding, (True,))
    leak = leak_of(condition, world.library)
    free = np.full(len(world.crowd.age), 1 - leak)
    for id_, cause in world.library.causes.items():
        for entry in cause.evidence:
            if entry.condition == condition and not entry.risk and entry.chance.value > leak:
                had = month.blamed == id_
                if id_ in world.causes:
                    had = had | world.sources[f"cause:{id_}"].had
                free *= np.where(had, (1 - entry.chance.value) / (1 - leak), 1.0)
    result: Yes = world.random.random(len(free)) > free
    return result
