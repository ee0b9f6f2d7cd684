"""The interview simulated on vignettes: answered from the story, "not sure" to what it does not say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median
from typing import Any

from charley.consider import consider
from charley.errors import Fault, InputError
from charley.history import History
from charley.interview import Page, next_page
from charley.interview.pages import FIRST, LISTS
from charley.reading import read_history
from charley.records.library import Library
from charley.records.rules import Urgency

MOST_PAGES = 200
LISTED = {"medicines": "medicines", "known_conditions": "conditions"}
"""The key of a vignette that answers a page which asks for a list."""


@dataclass(frozen=True, slots=True)
class Walk:
    """One interview: pages in all, questions after who they are, the safety screens and the lists."""

    id: str
    pages: int
    questions: int
    hit: bool
    emergency: bool


@dataclass(frozen=True, slots=True)
class Walks:
    """All interviews of one run."""

    walks: tuple[Walk, ...]

    def table(self) -> str:
        """The measures, one a line."""
        asked = [walk.questions for walk in self.walks]
        hits = sum(walk.hit for walk in self.walks)
        return "\n".join(
            (
                f"{len(self.walks)} interviews answered from the story, 'not sure' else",
                f"questions after the safety screens: median {median(asked):g}, most {max(asked)}",
                f"pages in all: median {median(walk.pages for walk in self.walks):g}",
                f"right cause among the first three: {hits}/{len(self.walks)}",
                f"ended at once by an emergency: {sum(walk.emergency for walk in self.walks)}",
            )
        )


@dataclass(slots=True)
class Person:
    """Somebody who answers from a story."""

    story: Mapping[str, Any]
    told: dict[str, Any] = field(default_factory=dict)
    asked: set[str] = field(default_factory=set)

    def answer(self, page: Page) -> None:
        """Answer every finding of a page, or leave it unknown."""
        for finding in page.findings:
            self.asked.add(finding.id)
            if finding.id in LISTED:
                self.told[LISTED[finding.id]] = list(self.story.get(LISTED[finding.id]) or ())
            elif finding.id == "age":
                self.told["age"] = self.story.get("age")
            elif finding.id in self.story.get("findings", {}):
                self.told.setdefault("findings", {})[finding.id] = self.story["findings"][finding.id]

    def history(self, library: Library) -> History:
        """What was told so far."""
        return read_history({key: value for key, value in self.told.items() if value is not None}, library)


def simulate(vignettes: object, library: Library) -> Walks:
    """Walk every vignette through the interview. Raises InputError when the file is no list of vignettes."""
    if not isinstance(vignettes, Sequence) or isinstance(vignettes, str) or not vignettes:
        raise InputError([Fault("vignettes", "must be a list of vignettes")])
    for index, story in enumerate(vignettes):
        if not isinstance(story, Mapping) or not story.get("id"):
            raise InputError([Fault(f"vignettes[{index}]", "must be an object with an 'id'")])
    return Walks(tuple(walk(story, library) for story in vignettes))


def walk(story: Mapping[str, Any], library: Library) -> Walk:
    """One interview, to its end or to an emergency."""
    person, pages, questions, emergency = Person(story), 0, 0, False
    while pages < MOST_PAGES:
        history = person.history(library)
        case = consider(history, library)
        emergency = case.verdict.level == Urgency.EMERGENCY_NOW
        page = next_page(history, library, case.ranking, frozenset(person.asked - history.answers.keys()))
        if emergency or page is None:
            break
        pages += 1
        questions += not is_beforehand(page)
        person.answer(page)
    wanted = {*story.get("final_ids", ()), *story.get("acceptable_ids", ())}
    first = [score.cause for score in consider(person.history(library), library).ranking.scores[:3]]
    return Walk(str(story["id"]), pages, questions, not wanted.isdisjoint(first), emergency)


def is_beforehand(page: Page) -> bool:
    """Pages that come before the single questions: who somebody is, safety screens, the two lists."""
    known = {*FIRST, *LISTS}
    return page.screen or all(finding.is_core_safety or finding.id in known for finding in page.findings)
