"""Pages of the interview: who you are, six short safety screens, your medicines and illnesses, then one
question at a time."""

from __future__ import annotations

from dataclasses import dataclass

from charley.asking import decisive_questions, next_questions, open_questions
from charley.history import History
from charley.network.engine import Ranking
from charley.people import concerns
from charley.records.findings import Finding
from charley.records.library import Library
from charley.triage import safety_questions_left
from charley.truth import Truth

FIRST = ("age", "sex_at_birth", "can_be_pregnant", "pregnant", "weeks_pregnant")
LISTS = ("medicines", "known_conditions")
"""Lists that many causes hang on: one page each answers what would else be a dozen questions."""

LEAST_GAIN = 0.04
"""Below this a question would hardly change the answer (bits; judged). One whose yes would call for care
today is asked whatever its gain."""

MOST_TICKS = 8
MORE_TITLE = "A few more signs"
MORE_INTRO = (
    "Each of these can mean that you should be seen today. Tick everything that fits, or none of these."
)


@dataclass(frozen=True, slots=True)
class Page:
    """One page: a tick list (`screen`) of several yes-or-no findings, or a single question."""

    title: str
    intro: str
    findings: tuple[Finding, ...]
    screen: bool = False
    why: str = ""
    left: int = 0
    """How many questions, this page's included, would still be worth asking after the opening pages."""


def next_page(
    history: History, library: Library, ranking: Ranking, skipped: frozenset[str] = frozenset()
) -> Page | None:
    """The next page, or None when nothing worth asking is left. `skipped` are ids not to ask again."""
    return opening_page(history, library, skipped) or _best(history, library, ranking, skipped)


def opening_page(history: History, library: Library, skipped: frozenset[str] = frozenset()) -> Page | None:
    """The next page that needs no cause to be weighed: about the person, the safety screens, the lists."""
    for id_ in FIRST:
        finding = library.findings[id_]
        if _open(finding, history, skipped, library):
            return _single(finding)
    return _screen(history, library, skipped) or _lists(history, library, skipped)


def _lists(history: History, library: Library, skipped: frozenset[str]) -> Page | None:
    for id_ in LISTS:
        finding = library.findings.get(id_)
        if finding is not None and _open(finding, history, skipped, library):
            return _single(finding)
    return None


def _open(finding: Finding, history: History, skipped: frozenset[str], library: Library) -> bool:
    if finding.id in history.answers or finding.id in skipped:
        return False
    if concerns(finding.ask_of, history) is not Truth.YES:
        return False
    return finding in tuple(open_questions(history, library))


def _single(finding: Finding, why: str = "", left: int = 0) -> Page:
    return Page(finding.question, finding.help, (finding,), why=why or finding.why, left=left)


def _screen(history: History, library: Library, skipped: frozenset[str]) -> Page | None:
    left = set(safety_questions_left(history, library)) - skipped
    for screen in library.screens:
        findings = tuple(
            library.findings[id_]
            for id_ in library.findings
            if id_ in left and library.findings[id_].screen == screen.id
        )
        ticks = tuple(f for f in findings if f.type == "yes_no")
        if ticks:
            return Page(screen.title, screen.intro, ticks, screen=True)
        if findings:
            return _single(findings[0])
    return None


def _best(history: History, library: Library, ranking: Ranking, skipped: frozenset[str]) -> Page | None:
    questions = [q for q in next_questions(history, library, ranking, limit=1000) if q.id not in skipped]
    decisive = decisive_questions(history, library)
    signs = [library.findings[question.id] for question in questions if question.id in decisive]
    worth = [question for question in questions if question.gain >= LEAST_GAIN or question.id in decisive]
    if len(signs) > 1:
        return Page(MORE_TITLE, MORE_INTRO, tuple(signs[:MOST_TICKS]), screen=True, left=len(worth))
    for question in worth[:1]:
        return _single(library.findings[question.id], question.why, len(worth))
    return None
