"""What the page says of the days at home: what to do about it, the cramp itself, tonight, the weeks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from charley.advice.checks import glue, is_waiting
from charley.advice.interventions import Choice
from charley.advice.plan import Plan
from charley.advice.plan_items import PlanItem
from charley.advice.plan_texts import plan_texts
from charley.formats.plan.page_danger import alarms_of
from charley.formats.plan.said import Entry, Said
from charley.records.rules import Urgency

MOST_TESTS = 3
MOST_STEPS = 3
"""Steps of the first place of a cramp; of any other only the first."""

LAST = frozenset({"medicines-unknown", "medicines-perhaps"})
"""What stands below the real steps."""

SAFETY = frozenset(
    {
        "look-first",
        "ten-minutes",
        "nsaid",
        "quinine-today",
        "liquorice-less",
        "dialysis-team",
        "midwife",
        "side",
        "nifedipine-ankles",
        "no-kneading",
        "light-and-path",
        "light-stumble",
        "soreness-usual",
    }
)
"""Lines below the danger signs that are never left out."""

RANKS = {
    "tests": 8,
    "tonight": 10,
    "six_weeks": 12,
    "this_week": 14,
    "bring": 20,
    "prevention": 40,
}
OWN_RANKS = {"training": 4, "heat": 4, "standing": 4, "alcohol-pattern": 4}
"""What answers the person's own setting comes before what is for everybody."""

WANTED = frozenset({"stretch-bedtime", "diary"})
"""What no page at home is without."""

PAGE_PART = {"prevention": "six_weeks"}
"""Parts that share a heading with another one on the page."""


def to_do_entries(plan: Plan, said: Said) -> Iterator[Entry]:
    """What to do about it: the lines of the knowledge and of the rules; then what may help with it."""
    short = plan_texts().short
    items = sorted(_items(plan, "what_to_do"), key=lambda item: item.id in LAST)
    own = {item.id: short.says.get(item.id, item.title) for item in items}
    first = [line for id_, line in own.items() if id_ not in LAST]
    last = [line for id_, line in own.items() if id_ in LAST]
    for line in (*first, *plan.noticed):
        if rest := said.rest_of(line):
            yield Entry("what_to_do", (f"- {rest}",), must=True)
    yield from (Entry("what_to_do", (f"- {line}",), rank=9) for line in last)
    for item in _items(plan, "kit"):
        if item.id not in short.signs and (rest := said.rest_of(short.says.get(item.id, item.title))):
            yield Entry("kit", (f"- {rest}",), must=True)


def test_entries(plan: Plan, said: str) -> Iterator[Entry]:
    """The first blood tests of the clinician's page, as far as the page does not ask for them already."""
    if plan.urgency >= Urgency.SAME_DAY:
        return
    short = plan_texts().short.names
    ids = [one.test.id for one in plan.tests if one.kind == "laboratory" and not one.only_if]
    names = [short[id_] for id_ in ids if id_ in short]
    new = [name for name in names if name.split()[0].lower() not in said.lower()][:MOST_TESTS]
    if new:
        line = plan_texts().texts["tests"].format(names=glue(new, "and"))
        yield Entry("what_to_do", (f"- {line}",), rank=RANKS["tests"])


def home_entries(plan: Plan, said: Said) -> Iterator[Entry]:
    """The cramp, tonight, this week, six weeks, the person's groups, and what to bring."""
    yield from _cramp(plan)
    for part in ("tonight", "this_week", "six_weeks", "prevention"):
        for item in (*_waiting(plan, part), *_items(plan, part)):
            yield from _item(part, item, plan, said)
    yield from _groups(plan, said)
    for item in _items(plan, "bring"):
        if item.id not in plan_texts().short.long_only:
            yield Entry(
                "bring", (f"- {plan_texts().short.says.get(item.id, item.title)}",), rank=RANKS["bring"]
            )


def _items(plan: Plan, part: str) -> Iterator[PlanItem]:
    return (item for section in plan.sections if section.part == part for item in section.items)


def _waiting(plan: Plan, part: str) -> Iterator[PlanItem]:
    return (item for check in plan.checks for item in check.items if item.part == part)


def _cramp(plan: Plan) -> Iterator[Entry]:
    short = plan_texts().short
    places = [item for item in _items(plan, "cramp") if item.steps is not None]
    for index, place in enumerate(places):
        first, *more = place.lines[: MOST_STEPS if index == 0 else 1] or [""]
        yield Entry("cramp", (f"- {place.title}: {first}",), must=True)
        for number, line in enumerate(more):
            yield Entry("cramp", (f"- {line}",), must=number == 0, rank=3)
    for item in _items(plan, "cramp"):
        twice = item.id == "look-first" and alarms_of(plan)  # said below the danger signs
        if item.steps is None and item.id not in short.long_only and not twice:
            line = short.says.get(item.id, item.title)
            yield Entry("cramp", (f"- {line}",), must=item.id in SAFETY, rank=5)


def _item(part: str, item: PlanItem, plan: Plan, said: Said) -> Iterator[Entry]:
    short = plan_texts().short
    where = PAGE_PART.get(part, part)
    if item.id in short.long_only:
        return
    same = item.steps is None or not item.is_intervention or item.steps.id in _own_exercises(plan, item.id)
    whole = short.says.get(item.id, item.title) if same else ": ".join((item.title, *item.lines[:1]))
    line = said.rest_of(whole)
    if not line:
        return
    cautions = [f"  {text}" for text in _cautions(item, plan)]
    rank = OWN_RANKS.get(item.id, RANKS[part])
    yield Entry(where, (f"- {line}", *cautions), must=item.id in SAFETY | WANTED, rank=rank)


def _own_exercises(plan: Plan, id_: str) -> set[str]:
    """The exercise that an intervention was tested with: its amount holds for no other."""
    return {choice.intervention.exercise for choice in plan.choices if choice.id == id_}


def _cautions(item: PlanItem, plan: Plan) -> Iterator[str]:
    """What speaks against an item, as far as nobody knows, and how this person does it otherwise."""
    choice = next((c for c in plan.choices if c.id == item.id and item.is_intervention), None)
    if choice is None:
        return
    said = Said()
    yield from (rest for line in choice.adaptations if (rest := said.rest_of(line)))
    texts, alarms = plan_texts().texts, plan_texts().alarms
    never = (
        [r.situation for r in choice.first_check if r.situation not in alarms] if is_waiting(choice) else []
    )
    ask = [r.situation for r in choice.ask_if if r.situation not in alarms]
    if never:
        yield texts["not-with"].format(who=_who(choice, never))
    if ask:
        yield texts["ask-first-with"].format(who=_who(choice, ask))


def _who(choice: Choice, situations: Iterable[str]) -> str:
    """The situations as one condition: in short words, else in the words of the situation."""
    short = plan_texts().short.situations
    own = {r.situation: r.says for r in (*choice.first_check, *choice.ask_if)}
    return glue(dict.fromkeys(short.get(id_, f"if {own[id_]}") for id_ in situations), "or")


def _groups(plan: Plan, said: Said) -> Iterator[Entry]:
    """What people like this one should know: words of safety always, the rest while it fits."""
    texts = plan_texts()
    safety = {group.id for group in texts.groups if group.when_urgent}
    for note in plan.groups:
        if note.id in texts.short.long_only:
            continue
        whole = f"{note.name}: {' '.join(note.says)}"
        line = said.rest_of(texts.short.says.get(note.id, whole))
        if line:
            must = note.id in safety
            yield Entry("groups", (f"- {line}",), must=must, rank=45)
