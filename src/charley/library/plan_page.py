"""What the page of a plan says in fewer words, and the questions that people ask in their own words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from charley.library.files.plan import PlanFile, PlanTextShape, ReplyShape, SignsShape, TopicShape
from charley.library.situations import named
from charley.library.workbench import Place, Placed, Workbench
from charley.records.plan_texts import PlanLine, Short, Signs, Topic, Tried
from charley.records.rules import Urgency
from charley.records.situations import Situation

Known = Mapping[str, Situation]


@dataclass(slots=True)
class PlanPageTexts:
    """What was read so far."""

    says: dict[str, str] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    situations: dict[str, str] = field(default_factory=dict)
    signs: dict[str, tuple[Signs, ...]] = field(default_factory=dict)
    long_only: set[str] = field(default_factory=set)
    topics: dict[str, Topic] = field(default_factory=dict)
    tried: dict[str, Tried] = field(default_factory=dict)

    def short(self) -> Short:
        """Everything that is said in fewer words."""
        return Short(self.says, self.names, self.situations, self.signs, frozenset(self.long_only))


def read_page(file: Placed[PlanFile], into: PlanPageTexts, known: Known, bench: Workbench) -> None:
    """Add what a file holds. What is named twice, and situations that are not known, are faults."""
    shape = file.shape
    _once(shape.short, into.says, "short text", file.place.at("short"), bench)
    _once(shape.names, into.names, "short name", file.place.at("names"), bench)
    _once(shape.conditions, into.situations, "condition", file.place.at("conditions"), bench)
    for condition in shape.conditions:
        bench.known(condition.id, known, "situation", file.place.at("conditions"))
    for signs in shape.signs:
        into.signs[signs.id] = (*into.signs.get(signs.id, ()), _signs(signs, file.place.at("signs"), bench))
    into.long_only.update(shape.long_only)
    for index, topic in enumerate(shape.topics):
        place = file.place.at("topics", index)
        bench.once(topic.id, into.topics, "topic", place)
        into.topics[topic.id] = _topic(topic, known, place, bench)
    for index, entry in enumerate(shape.tried):
        bench.once(entry.id, into.tried, "tried thing", file.place.at("tried", index))
        into.tried[entry.id] = Tried(
            entry.id, entry.words, tuple(entry.interventions), tuple(entry.lines), entry.says
        )


def _signs(shape: SignsShape, place: Place, bench: Workbench) -> Signs:
    asked = [id_ for id_ in shape.findings if bench.known(id_, bench.ids.findings, "finding", place)]
    return Signs(shape.do, tuple(shape.says), tuple(asked), tuple(shape.also))


def _once(
    shapes: Iterable[PlanTextShape], into: dict[str, str], kind: str, place: Place, bench: Workbench
) -> None:
    for index, shape in enumerate(shapes):
        bench.once(shape.id, into, kind, place.at(index))
        into[shape.id] = shape.says


def _topic(shape: TopicShape, known: Known, place: Place, bench: Workbench) -> Topic:
    if shape.cause:
        bench.known(shape.cause, bench.ids.causes, "cause", place.at("cause"))
    return Topic(
        id=shape.id,
        groups=tuple(tuple(group) for group in shape.groups),
        unless=tuple(shape.unless),
        cause=shape.cause,
        settles=shape.settles,
        replies=tuple(
            _reply(f"asked-{shape.id}-{index}", reply, known, place.at("replies", index), bench)
            for index, reply in enumerate(shape.replies, start=1)
        ),
        asked=tuple(shape.asked),
        other=tuple(shape.other),
    )


def _reply(id_: str, shape: ReplyShape, known: Known, place: Place, bench: Workbench) -> PlanLine:
    return PlanLine(
        id=id_,
        part="asked",
        says=shape.says,
        when=named(shape.when, known, place.at("when"), bench),
        unless=named(shape.unless, known, place.at("unless"), bench),
        intervention="",
        least=Urgency.of(shape.least),
        sources=bench.sources(shape.sources, place.at("sources")),
        most=Urgency.of(shape.most),
        causes=tuple(c for c in shape.causes if bench.known(c, bench.ids.causes, "cause", place)),
        flags=tuple(shape.flags),
    )
