"""Claims about leg cramps ("does it work?"), each on one card."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias, get_args

from charley.records.conditions import Condition
from charley.records.numbers import Figure

Verdict: TypeAlias = Literal["harmful", "contradicted", "unproven", "plausible", "supported"]
Sure: TypeAlias = Literal["high", "moderate", "low"]
Kind: TypeAlias = Literal[
    "cause",
    "danger sign",
    "definition",
    "drink",
    "exercise",
    "first aid",
    "food",
    "habit",
    "herb",
    "medicine",
    "remedy",
    "sign of illness",
    "supplement",
    "test",
]
VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
"""From the worst to the best: a verdict's place, counted from 1, is its rating out of 5."""


@dataclass(frozen=True, slots=True)
class CareGroup:
    """People who should take extra care: how they are called, and when a person is one of them.

    `when` is None where no question of ours tells it (an allergy to daisies).
    """

    id: str
    says: str
    when: Condition | None = None


@dataclass(frozen=True, slots=True)
class Links:
    """What a card is about elsewhere in the library, by id.

    Interventions and exercises stand on shelves of their own, so their ids are held by a test.
    """

    interventions: tuple[str, ...] = ()
    exercises: tuple[str, ...] = ()
    causes: tuple[str, ...] = ()
    tests: tuple[str, ...] = ()
    red_flags: tuple[str, ...] = ()
    medicines: tuple[str, ...] = ()
    """Ids of classes of medicines."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One card. Texts for people; an empty text says that there is nothing to say.

    `claim` is what is claimed, `asks` the question a person would type, `words` other words for it.
    `careful` holds ids of groups of people.
    """

    id: str
    section: str
    claim: str
    asks: str
    words: tuple[str, ...]
    kind: Kind
    verdict: Verdict
    sure: Sure
    harm: str
    if_taken: str
    safer: str
    why: str
    careful: tuple[str, ...]
    figures: tuple[Figure, ...]
    links: Links
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Claims:
    """The shelf: titles of its sections, the groups of people, and the cards, by id."""

    sections: Mapping[str, str]
    groups: Mapping[str, CareGroup]
    cards: Mapping[str, Claim]
