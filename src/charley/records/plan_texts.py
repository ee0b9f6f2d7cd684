"""The texts of a plan: lines for its parts, and notes for groups of people."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from charley.records.numbers import Figure
from charley.records.rules import Urgency
from charley.records.situations import Situation

PlanPart = Literal[
    "urgent",
    "what_to_do",
    "kit",
    "cramp",
    "come_back",
    "first",
    "tonight",
    "this_week",
    "six_weeks",
    "prevention",
    "bring",
    "asked",
]
"""The parts of a plan. `urgent` stands below a call for help, `first` holds the open safety questions;
`kit` is what may help with a leading cause that is no cramp, `cramp` what to do when one comes;
`come_back` are the danger signs, `asked` what the person asked in free text."""

Action = Literal["ambulance", "emergency", "maternity", "today", "day", "week"]
"""What a danger sign asks for, the most urgent first."""


@dataclass(frozen=True, slots=True)
class PlanLine:
    """One line of a part.

    It is said when any situation of `when` holds (to everybody, when there is none) and none of `unless`
    does; with `intervention`, only while that intervention is one to do now or after a check; and from the
    level `least` on, up to `most`. With `causes` the leading cause must be one of them, with `flags` a red
    flag of them must have fired; with `open` one of these findings must not have been answered.
    `judged` says why a line has no source. `covers` are rules of a calm level, or other lines, whose words
    need not be said besides. With `named` one of these causes must be named on the page, and with `words`
    (a pattern) the story must hold them. `week` is the page's title while the line stands on it.
    """

    id: str
    part: PlanPart
    says: str
    when: tuple[Situation, ...]
    unless: tuple[Situation, ...]
    intervention: str
    least: Urgency
    sources: tuple[str, ...]
    most: Urgency = Urgency.EMERGENCY_NOW
    causes: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    open: tuple[str, ...] = ()
    covers: tuple[str, ...] = ()
    judged: str = ""
    named: tuple[str, ...] = ()
    words: str = ""
    week: str = ""


@dataclass(frozen=True, slots=True)
class Alarm:
    """A situation that is a red flag itself: what to do about it, and how soon.

    `signs` say it in parts (a finding, and its words), so that what was answered can be left out.
    """

    situation: str
    signs: tuple[tuple[str, str], ...]
    do: str
    level: Urgency


@dataclass(frozen=True, slots=True)
class Order:
    """The one order of an urgent page: the first that fits. It fits when any flag fired or any situation
    holds; one without both fits everybody."""

    level: Urgency
    says: str
    flags: tuple[str, ...]
    when: tuple[Situation, ...]


@dataclass(frozen=True, slots=True)
class Conditional:
    """How a sentence begins that is meant only for people in a situation; without one, for nobody.

    `instead` is what is said in its place to everybody else. With `says` it is the other way round: people in
    the situation are told that, and everybody else the sentence. With `words` (a pattern) a story that was
    told must hold them.
    """

    begins: str
    situation: Situation | None
    instead: str = ""
    says: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class AskFirst:
    """Questions that come before the other open ones when a situation holds."""

    when: tuple[Situation, ...]
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlanGroup:
    """What a group of people should know besides: said when the situation holds.

    With `when_urgent` it is a word of safety, said also while somebody has to be seen the same day.
    """

    id: str
    name: str
    situation: Situation
    when_urgent: bool
    says: tuple[str, ...]
    figures: tuple[Figure, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Signs:
    """Danger signs of one line or alarm in a few words, for the page, below the action that they ask for.

    `findings` are the questions that ask for them: what is printed as a sign is not asked again. `also` are
    other words for them: where a line of the page calls an ambulance for them, so does the sign.
    """

    do: Action
    says: tuple[str, ...]
    findings: tuple[str, ...] = ()
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Short:
    """How a thing reads on the page, in the fewest words. What is in `long_only` stands in the long form.

    `says` is by the id of a line, a group, an intervention, or an alarm, `names` are interventions within a
    sentence, `situations` situations as a condition; `signs` danger signs by the id of their line or alarm.
    """

    says: Mapping[str, str]
    names: Mapping[str, str]
    situations: Mapping[str, str]
    signs: Mapping[str, tuple[Signs, ...]]
    long_only: frozenset[str]


@dataclass(frozen=True, slots=True)
class Tried:
    """Something that people tell they did already (`words`, a pattern): it is not offered as new.

    `interventions` and `lines` are left out, and `says` gives the next step.
    """

    id: str
    words: str
    interventions: tuple[str, ...]
    lines: tuple[str, ...]
    says: str


@dataclass(frozen=True, slots=True)
class Topic:
    """A question that people ask in their own words, and its answers: the first that fits is given.

    A question is about it when it holds a word or phrase of every group of `groups`, and none of `unless`.
    With `cause` it asks for that cause: `settles` is then what would settle it.
    `asked` and `other` are examples that are about it and that are not.
    """

    id: str
    groups: tuple[tuple[str, ...], ...]
    unless: tuple[str, ...]
    cause: str
    settles: str
    replies: tuple[PlanLine, ...]
    asked: tuple[str, ...]
    other: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlanTexts:
    """The shelf: titles of the parts, lines, groups, alarms and the rest, each in order.

    `texts` are single sentences by id, for what the program says itself.
    """

    titles: Mapping[str, str]
    lines: tuple[PlanLine, ...]
    groups: tuple[PlanGroup, ...]
    situations: Mapping[str, Situation]
    alarms: Mapping[str, Alarm]
    orders: tuple[Order, ...]
    conditionals: tuple[Conditional, ...]
    ask_first: tuple[AskFirst, ...]
    texts: Mapping[str, str]
    short: Short
    topics: tuple[Topic, ...]
    tried: tuple[Tried, ...] = ()
