"""What a plan says beside its lines: alarms, orders of urgent pages, conditionals, and single sentences."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from charley.library.files.plan import AlarmShape, ConditionalShape, PlanFile
from charley.library.situations import named
from charley.library.workbench import Place, Placed, Workbench
from charley.records.plan_texts import Alarm, AskFirst, Conditional, Order
from charley.records.rules import Urgency
from charley.records.situations import Situation

Known = Mapping[str, Situation]


@dataclass(slots=True)
class PlanExtras:
    """What was read so far."""

    alarms: dict[str, Alarm] = field(default_factory=dict)
    orders: list[Order] = field(default_factory=list)
    conditionals: list[Conditional] = field(default_factory=list)
    ask_first: list[AskFirst] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)


def read_extras(file: Placed[PlanFile], into: PlanExtras, known: Known, bench: Workbench) -> None:
    """Add what a file holds. Situations and findings that are not known are faults.

    Red flags are named here without a check, as the side shelves do not know them; a test holds them.
    """
    _alarms(file, into, known, bench)
    _orders(file, into, known, bench)
    _conditionals(file, into, known, bench)
    _ask_first(file, into, known, bench)
    for index, text in enumerate(file.shape.texts):
        bench.once(text.id, into.texts, "text", file.place.at("texts", index))
        into.texts[text.id] = text.says


def _alarms(file: Placed[PlanFile], into: PlanExtras, known: Known, bench: Workbench) -> None:
    for index, shape in enumerate(file.shape.alarms):
        place = file.place.at("alarms", index)
        bench.once(shape.situation, into.alarms, "alarm", place)
        if bench.known(shape.situation, known, "situation", place.at("situation")):
            into.alarms[shape.situation] = _alarm(shape, place, bench)


def _alarm(shape: AlarmShape, place: Place, bench: Workbench) -> Alarm:
    for index, sign in enumerate(shape.signs):
        bench.known(sign.finding, bench.ids.findings, "finding", place.at("signs", index, "finding"))
    signs = tuple((sign.finding, sign.says) for sign in shape.signs)
    return Alarm(shape.situation, signs, shape.do, Urgency.of(shape.level))


def _orders(file: Placed[PlanFile], into: PlanExtras, known: Known, bench: Workbench) -> None:
    for index, shape in enumerate(file.shape.orders):
        when = named(shape.when, known, file.place.at("orders", index, "when"), bench)
        into.orders.append(Order(Urgency.of(shape.level), shape.says, tuple(shape.flags), when))


def _conditionals(file: Placed[PlanFile], into: PlanExtras, known: Known, bench: Workbench) -> None:
    for index, shape in enumerate(file.shape.conditionals):
        place = file.place.at("conditionals", index, "situation")
        if not shape.situation or bench.known(shape.situation, known, "situation", place):
            into.conditionals.append(_conditional(shape, known))


def _conditional(shape: ConditionalShape, known: Known) -> Conditional:
    return Conditional(shape.begins, known.get(shape.situation), shape.instead, shape.says, shape.words)


def _ask_first(file: Placed[PlanFile], into: PlanExtras, known: Known, bench: Workbench) -> None:
    for index, shape in enumerate(file.shape.ask_first):
        place = file.place.at("ask_first", index)
        for position, id_ in enumerate(shape.questions):
            bench.known(id_, bench.ids.findings, "finding", place.at("questions", position))
        into.ask_first.append(
            AskFirst(named(shape.when, known, place.at("when"), bench), tuple(shape.questions))
        )
