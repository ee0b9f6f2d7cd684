"""The plan on one page, in few words: safety lines always, the rest while it fits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from charley.advice.plan import Plan
from charley.advice.plan_texts import plan_texts
from charley.formats.plan.page_danger import asked_as_signs, danger_entries
from charley.formats.plan.page_home import home_entries, test_entries, to_do_entries
from charley.formats.plan.page_medicines import declined_entries, medicine_entries
from charley.formats.plan.said import Entry, Said
from charley.formats.sections import Section
from charley.records.rules import Urgency

MOST_WORDS = {Urgency.EMERGENCY_NOW: 250, Urgency.SAME_DAY: 350}
MOST_AT_HOME = 480
"""Words on the page, headings too (judged: what is read in the night). Safety lines may go beyond it."""

MOST_OPEN = 3
MOST_ANSWERS = 3
ORDER = (
    "asked", "urgent", "what_to_do", "come_back", "first", "kit", "cramp", "tonight", "this_week",
    "six_weeks", "groups", "medicines", "declined", "bring", "about",
)  # fmt: skip


def page_sections(plan: Plan) -> list[Section]:
    """The page: safety lines always, and of the others what fits, the most needed first."""
    entries = list(_entries(plan))
    room = MOST_WORDS.get(plan.urgency, MOST_AT_HOME) - _size(_head(plan))
    kept = _fitting(entries, room, plan)
    return [_head(plan), *_sections(kept, plan)]


def words_of_page(plan: Plan) -> int:
    """How many words the page has as text, as `wc -w` counts them: with marks of items and headings."""
    return sum(map(_size, page_sections(plan)))


def _words(lines: Iterable[str]) -> int:
    return sum(len(line.split()) for line in lines)


def _size(section: Section) -> int:
    """With its heading and the line below that."""
    return _words((section.title, *section.lines)) + 1


def _head(plan: Plan) -> Section:
    said = Said()
    return Section(plan.title, tuple(rest for line in plan.brief if (rest := said.rest_of(line))))


def _fitting(entries: list[Entry], room: int, plan: Plan) -> list[Entry]:
    """Every safety line; then the others by rank, as long as there is room. The order stays."""
    kept = {index for index, entry in enumerate(entries) if entry.must}
    optional = sorted((e.rank, index) for index, e in enumerate(entries) if not e.must)
    for _, index in optional:
        more = [entry for at, entry in enumerate(entries) if at in kept | {index}]
        if sum(_size(section) for section in _sections(more, plan)) <= room:
            kept.add(index)
    return [entry for index, entry in enumerate(entries) if index in kept]


def _sections(kept: list[Entry], plan: Plan) -> list[Section]:
    parts = {entry.part for entry in kept}
    return [_section(part, kept, plan) for part in ORDER if part in parts]


def _section(part: str, kept: list[Entry], plan: Plan) -> Section:
    own = [entry for entry in kept if entry.part == part]
    lines = [line for entry in own for line in entry.lines]
    title = next((entry.title for entry in own if entry.title), "")
    return Section(title or _title(part, plan), tuple(lines))


def _title(part: str, plan: Plan) -> str:
    own = next((section.title for section in plan.sections if section.part == part), "")
    return own or plan_texts().texts.get(f"part-{part}", "") or str(plan_texts().titles.get(part, ""))


def _entries(plan: Plan) -> Iterator[Entry]:
    said = Said(plan.brief)
    yield from _asked(plan)
    yield from _urgent(plan, said)
    to_do = list(to_do_entries(plan, said))
    yield from to_do
    yield from test_entries(plan, " ".join(line for entry in to_do for line in entry.lines))
    yield from danger_entries(plan, " ".join(line for entry in to_do for line in entry.lines))
    yield from home_entries(plan, said)
    yield from medicine_entries(plan, said)
    yield from declined_entries(plan)
    yield from _open(plan)
    yield Entry("about", (plan.information,), must=True)


def _asked(plan: Plan) -> Iterator[Entry]:
    """Each question with its answer, the others to be taken along."""
    texts = plan_texts().texts
    for index, one in enumerate(plan.asked):
        answer = " ".join(one.says) or texts["asked-take-along-short"]
        yield Entry("asked", (f"- {one.question}", f"  {answer}"), must=index < MOST_ANSWERS, rank=30 + index)


def _urgent(plan: Plan, said: Said) -> Iterator[Entry]:
    """What to say and to ask for there, unless the top of the page says so already."""
    short = plan_texts().short
    for section in plan.sections:
        if section.part != "urgent":
            continue
        for index, item in enumerate(one for one in section.items if one.id not in short.long_only):
            line = said.rest_of(short.says.get(item.id, item.title))
            if line:
                yield Entry("urgent", (f"- {line}",), must=item.id != "urgent-new-medicine", rank=index)


def _open(plan: Plan) -> Iterator[Entry]:
    """The open safety questions that tell most, each with what a yes asks for."""
    items = [item for section in plan.sections if section.part == "first" for item in section.items][1:]
    printed = asked_as_signs(plan)
    for item in ([one for one in items if one.id not in printed] or items)[:MOST_OPEN]:
        asks = plan_texts().short.says.get(item.id, item.title)
        yield Entry("first", (f"- {asks} {' '.join(item.lines)}",), must=True)
