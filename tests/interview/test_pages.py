"""The interview: who you are, six safety screens, then what could still change the answer; and it ends."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from charley.asking import decisive_questions, next_questions
from charley.history import History
from charley.interview import Page, next_page
from charley.interview.pages import FIRST, LEAST_GAIN, MOST_TICKS
from charley.network.default import default_engine
from charley.network.engine import Ranking
from charley.people import concerns
from charley.reading import read_history
from charley.records.library import Library
from charley.triage import safety_questions_left
from charley.truth import Truth

VIGNETTES = json.loads((Path(__file__).parents[2] / "vignettes" / "dev.json").read_text(encoding="utf-8"))
TODAY = date(2026, 11, 21)
MOST_PAGES = 60
NOT_SURE = "not sure"

Story = dict[str, Any]
Reply = Callable[[str], Any]


def turns(
    library: Library, reply: Reply, told_before: Story | None = None, ranking: Ranking | None = None
) -> Iterator[tuple[Page, History]]:
    """Every page of one interview with the history it was made from, each answered by `reply`.

    With a `ranking` the causes keep it throughout, which is quicker and enough to see whom is asked what.
    """
    told: Story = dict(told_before or {})
    for _ in range(200):
        history = read_history({"findings": told}, library, TODAY)
        skipped = frozenset(id_ for id_, value in told.items() if value == NOT_SURE)
        causes = ranking or default_engine().rank(history, library)
        page = next_page(history, library, causes, skipped)
        if page is None:
            return
        yield page, history
        told |= {finding.id: reply(finding.id) for finding in page.findings}
    raise AssertionError("the interview does not end")


def from_story(story: Story) -> Reply:
    return lambda id_: story.get(id_, NOT_SURE)


def no_to_all(library: Library) -> Reply:
    """Somebody in good health: an ordinary answer to what has no "no"."""

    def reply(id_: str) -> Any:
        finding = library.findings[id_]
        if finding.type == "yes_no":
            return False
        if finding.type == "number":
            return {"age": 50}.get(id_, finding.minimum or 0)
        if finding.type == "choice":
            return "no" if finding.option("no") else finding.options[-1].value
        return []

    return reply


MAN: Story = {"age": 60, "sex_at_birth": "male"}


def told_by(vignette: Story) -> Story:
    story = dict(vignette["findings"])
    lists = (("medicines", "medicines"), ("conditions", "known_conditions"))
    return story | {finding: vignette[key] for key, finding in lists if vignette[key]}


@pytest.fixture(scope="module")
def at_first(library: Library) -> Ranking:
    """The causes of somebody of whom nothing is known."""
    return default_engine().rank(History(), library)


@pytest.mark.parametrize("vignette", VIGNETTES[::5], ids=lambda vignette: vignette["id"])
def test_an_interview_ends_soon_and_never_asks_twice(library: Library, vignette: Story) -> None:
    asked: list[str] = []
    pages = 0
    for page, history in turns(library, from_story(told_by(vignette))):
        pages += 1
        asked += [finding.id for finding in page.findings]
        for finding in page.findings:
            assert concerns(finding.ask_of, history) is not Truth.NO, finding.id
    assert len(asked) == len(set(asked))
    assert pages <= MOST_PAGES


@pytest.mark.parametrize("answers", ["nothing is sure", "no to everything"])
def test_the_screens_come_first_in_their_order_after_who_you_are(
    library: Library, at_first: Ranking, answers: str
) -> None:
    reply = from_story({}) if answers == "nothing is sure" else no_to_all(library)
    pages = [page for page, _ in turns(library, reply, ranking=at_first)]
    core = [any(finding.is_core_safety for finding in page.findings) for page in pages]
    about = [page.findings[0].id in FIRST for page in pages]
    first, last = core.index(True), len(core) - core[::-1].index(True)
    assert all(core[first:last]), "another question stands between the screens"
    assert all(about[:first])
    assert not any(about[first:])
    order = list(dict.fromkeys(finding.screen for page in pages[first:last] for finding in page.findings))
    assert order == [screen.id for screen in library.screens]


def test_an_answer_no_to_every_safety_question_leaves_none_open(library: Library, at_first: Ranking) -> None:
    histories = [history for _, history in turns(library, no_to_all(library), ranking=at_first)]
    assert len(safety_questions_left(histories[0], library)) > 30
    assert safety_questions_left(histories[-1], library) == ()


def test_a_screen_holds_only_yes_or_no_lines_with_its_own_title(library: Library, at_first: Ranking) -> None:
    titles = {screen.id: (screen.title, screen.intro) for screen in library.screens}
    for page, _ in turns(library, from_story({}), ranking=at_first):
        if page.screen and page.findings[0].screen:
            assert (page.title, page.intro) == titles[page.findings[0].screen]
            assert len({finding.screen for finding in page.findings}) == 1
        if page.screen:
            assert {finding.type for finding in page.findings} == {"yes_no"}
        else:
            assert len(page.findings) == 1
            assert page.title == page.findings[0].question


@pytest.mark.parametrize(
    ("story", "asked", "spared"),
    [
        ({"age": 40, "sex_at_birth": "male"}, (), ("can_be_pregnant", "pregnant", "weeks_pregnant")),
        ({"age": 70, "sex_at_birth": "female"}, (), ("can_be_pregnant", "pregnant")),
        ({"age": 30, "sex_at_birth": "female"}, ("can_be_pregnant",), ()),
        (
            {"age": 30, "sex_at_birth": "female", "can_be_pregnant": True, "pregnant": "pregnant now"},
            ("weeks_pregnant", "bad_headache_pregnancy"),
            (),
        ),
        ({"age": 8}, ("child_limp_one_spot",), ("can_be_pregnant", "smoker")),
        ({"age": 50, "vomiting_or_runny_poo": True}, ("cannot_keep_fluids",), ()),
        ({"age": 50, "vomiting_or_runny_poo": False}, (), ("cannot_keep_fluids",)),
    ],
    ids=[
        "a man is not asked about pregnancy",
        "nor is a woman of 70",
        "a woman of 30 is",
        "a pregnant woman is asked what only pregnancy brings",
        "a child is asked what children are asked",
        "being sick opens the question about drinks",
        "without it that question stays closed",
    ],
)
def test_whom_a_question_is_put_to(
    library: Library, at_first: Ranking, story: Story, asked: tuple[str, ...], spared: tuple[str, ...]
) -> None:
    pages = [page for page, _ in turns(library, from_story(story), ranking=at_first)]
    seen = {finding.id for page in pages for finding in page.findings}
    assert set(asked) <= seen
    assert not seen & set(spared)


def test_a_sign_that_would_call_for_care_today_is_asked_however_rare(
    library: Library, at_first: Ranking
) -> None:
    """Black stool is too rare to tell much about cramps, but a yes means being seen today."""
    pages = [page for page, _ in turns(library, from_story(MAN), ranking=at_first)]
    lists = [page for page in pages if page.screen and not page.findings[0].is_core_safety]
    assert any("black_poo" in [finding.id for finding in page.findings] for page in lists)
    assert all(1 < len(page.findings) <= MOST_TICKS for page in lists)


def test_a_last_such_sign_is_asked_by_itself_though_it_tells_little(
    library: Library, at_first: Ranking
) -> None:
    history = read_history({"findings": MAN}, library, TODAY)
    signs = decisive_questions(history, library)
    told = MAN | dict.fromkeys(signs - {"black_poo"}, False)
    now = read_history({"findings": told}, library, TODAY)
    gains = {q.id: q.gain for q in next_questions(now, library, at_first, limit=1000)}
    assert gains["black_poo"] < LEAST_GAIN
    single = [page for page, _ in turns(library, from_story({}), told, at_first) if not page.screen]
    assert "black_poo" in [page.findings[0].id for page in single]


def test_what_was_told_before_is_not_asked(library: Library, at_first: Ranking) -> None:
    told = MAN | {"fever": False, "stretch_helps": True}
    seen = {f.id for page, _ in turns(library, from_story({}), told, at_first) for f in page.findings}
    assert not seen & told.keys()


def test_a_question_outside_the_screens_says_why_it_is_asked(library: Library, at_first: Ranking) -> None:
    for page, _ in turns(library, from_story(MAN), ranking=at_first):
        if not page.screen and page.findings[0].id not in FIRST and not page.findings[0].is_core_safety:
            assert page.why
