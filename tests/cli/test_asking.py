"""`charley ask`: an interview over standard input, as a person would type it."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from charley.cli import main
from charley.cli.asking import HELP, WELCOME
from charley.records.findings import Finding
from charley.records.library import Library

ROOT = Path(__file__).parents[2]
Ask = Callable[..., tuple[int, str, "Person"]]
NIGHT_CRAMP: dict[str, Any] = {
    "age": 58,
    "sex_at_birth": "male",
    "neck_surgery": "never",
    "toxin_contact": [],
    "sudden_hard_knot": True,
    "cramp_timing": "at night in bed",
    "cramp_site": ["calf"],
    "cramp_minutes": 2,
    "stretch_helps": True,
    "medicines": [],
    "known_conditions": [],
    "cramps_per_week": 2,
    "first_started": "more than a year ago",
    "diabetes": "no",
    "long_term_conditions": [],
    "smoker": "never",
}


class Person(io.StringIO):
    """Somebody who reads the page on the screen and types an answer from a story."""

    def __init__(
        self, story: dict[str, Any], screen: io.StringIO, library: Library, first: list[str]
    ) -> None:
        super().__init__()
        self.story = story
        self.screen = screen
        self.questions = {finding.question: finding for finding in library.findings.values()}
        self.first = first
        self.asked: list[str] = []
        self.hints: list[str] = []
        self.titles: list[str] = []
        self.read = 0

    def readline(self, *_: object) -> str:
        assert len(self.hints) < 20, self.hints
        new = self.screen.getvalue()[self.read :]
        self.read = len(self.screen.getvalue())
        told = new.removesuffix("> ").removeprefix(WELCOME + "\n")
        if told.startswith("\n"):
            self.page = told.strip().splitlines()
            self.titles.append(self.page[0])
        else:
            self.hints.append(told.strip())
        return (self.first.pop(0) if self.first else self.reply()) + "\n"

    def reply(self) -> str:
        ticks = [line.strip().partition(". ") for line in self.page[1:] if line.strip()[:1].isdigit()]
        lines = {text: number for number, _, text in ticks}
        if self.page[0] in self.questions:
            return self.single(self.questions[self.page[0]], lines)
        findings = [self.questions[text] for text in lines if text in self.questions]
        self.asked += [finding.id for finding in findings]
        return ",".join(lines[f.question] for f in findings if self.story.get(f.id)) or "0"

    def single(self, finding: Finding, lines: dict[str, str]) -> str:
        self.asked.append(finding.id)
        answer = self.story.get(finding.id)
        if answer is None:
            return "skip"
        if isinstance(answer, bool):
            return "yes" if answer else "no"
        if finding.type in ("medicines", "conditions"):
            return ", ".join(answer) or "none"
        if finding.type == "multi":
            return ",".join(lines[entry] for entry in answer if entry in lines) or "0"
        return lines[answer] if finding.type == "choice" else str(answer)


@pytest.fixture
def ask(monkeypatch: pytest.MonkeyPatch, library: Library) -> Ask:
    """Run `charley ask` with a Person: exit code, everything shown, and the person."""

    def go(story: dict[str, Any], *first: str, options: tuple[str, ...] = ()) -> tuple[int, str, Person]:
        screen = io.StringIO()
        person = Person(story, screen, library, list(first))
        monkeypatch.setattr(sys, "stdout", screen)
        monkeypatch.setattr(sys, "stdin", person)
        code = main(["ask", *options])
        return code, screen.getvalue(), person

    return go


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """Run `charley ask` with these lines typed and then the end of input: everything shown."""

    def go(*lines: str, options: tuple[str, ...] = ()) -> str:
        monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
        assert main(["ask", *options]) == 0
        out, err = capsys.readouterr()
        assert err == ""
        return out

    return go


def answer_of(shown: str) -> dict[str, Any]:
    """The JSON answer at the end of what was shown."""
    return dict(json.loads(shown[shown.rindex('\n{\n  "id"') :]))


def test_an_ordinary_night_cramp_is_asked_to_the_end(ask: Ask, library: Library) -> None:
    code, shown, person = ask(NIGHT_CRAMP, options=("--format", "json"))
    answer = answer_of(shown)
    assert code == 0
    assert shown.startswith(WELCOME)
    assert answer["urgency"] == "self_care"
    assert answer["provisional"] is False
    assert answer["safety_questions_left"] == []
    assert answer["causes"][0]["id"] == "idiopathic_nocturnal_leg_cramps"
    assert len(person.asked) == len(set(person.asked))
    assert person.hints == []
    assert set(person.titles) >= {screen.title for screen in library.screens}


def test_an_emergency_ends_the_interview_at_once_with_what_to_do(ask: Ask) -> None:
    code, shown, person = ask({"age": 58, "sex_at_birth": "male", "passed_out": True, "saddle_numb": True})
    assert code == 0
    assert person.asked[-1] != "saddle_numb"
    assert "saddle_numb" not in person.asked
    answer = shown.rpartition("> ")[2]
    assert answer.strip().splitlines()[0] == "GET EMERGENCY HELP NOW"
    assert "Call an ambulance" in answer


def test_back_takes_the_last_page_back_and_asks_it_again(ask: Ask, library: Library) -> None:
    age, sex = (library.findings[id_].question for id_ in ("age", "sex_at_birth"))
    _, shown, person = ask({}, "17", "BACK", "58", "2", "stop", options=("--format", "json"))
    assert person.titles[:4] == [age, sex, age, sex]
    taken = answer_of(shown)["people_like_you"]["says"]
    assert "58" in taken
    assert "17" not in taken


def test_back_on_the_first_page_stays_there(typed: Callable[..., str], library: Library) -> None:
    shown = typed("back", "back", "stop")
    assert shown.count(library.findings["age"].question) >= 3


def test_skip_is_not_sure_and_never_no(ask: Ask, library: Library) -> None:
    _, shown, _ = ask({}, "58", "skip", "Skip", "stop", options=("--format", "json"))
    answer = answer_of(shown)
    first = library.screens[0]
    skipped = [f.id for f in library.findings.values() if f.screen == first.id]
    assert set(skipped) <= set(answer["safety_questions_left"])
    assert "floor:not_sure" in answer["urgency_from"]
    assert answer["provisional"] is True


@pytest.mark.parametrize(
    ("page", "wrong", "hint"),
    [
        ("age", "old", "Type a number of years, or skip."),
        ("age", "", "Type a number of years, or skip."),
        ("age", "500", "is not possible here"),
        ("age", "nan", "is not possible here"),
        ("sex", "female", "Type numbers from 1 to"),
        ("sex", "0", "Type one number from 1 to"),
        ("sex", "1,2", "Type one number from 1 to"),
        ("sex", "9", "Type numbers from 1 to"),
        ("screen", "yes", "Type numbers from 1 to"),
        ("screen", "", "Type numbers from 1 to"),
        ("screen", ",", "Type numbers from 1 to"),
        ("screen", "0,1", "Type numbers from 1 to"),
        ("screen", "-1", "Type numbers from 1 to"),
        ("screen", "²", "Type numbers from 1 to"),
        ("screen", "1 99", "Type numbers from 1 to"),
    ],
)
def test_a_wrong_reply_gets_a_hint_and_nothing_is_lost(
    typed: Callable[..., str], library: Library, page: str, wrong: str, hint: str
) -> None:
    before = {"age": (), "sex": ("58",), "screen": ("58", "2")}[page]
    after = {"age": ("58", "2", "0"), "sex": ("2", "0"), "screen": ("0",)}[page]
    shown = typed(*before, wrong, *after, "stop", options=("--format", "json"))
    assert hint in shown
    left = set(answer_of(shown)["safety_questions_left"])
    first = [
        f.id for f in library.findings.values() if f.screen == library.screens[0].id and f.type == "yes_no"
    ]
    assert left
    assert not left & set(first), "the page after the hint was not taken"


def test_a_refused_answer_is_not_kept(typed: Callable[..., str]) -> None:
    shown = typed("500", "stop", options=("--format", "json"))
    assert "is not possible here" in shown
    assert "500" not in shown[shown.rindex("> ") :]


@pytest.mark.parametrize("word", ["none", "no", "0", "None"])
def test_none_of_these_can_be_said_in_several_ways(
    typed: Callable[..., str], library: Library, word: str
) -> None:
    shown = typed("58", "2", word, "stop", options=("--format", "json"))
    first = {
        f.id for f in library.findings.values() if f.screen == library.screens[0].id and f.type == "yes_no"
    }
    assert not first & set(answer_of(shown)["safety_questions_left"])


@pytest.mark.parametrize(
    "lines", [(), ("58",), ("58", "2", "0")], ids=["at once", "after one", "after three"]
)
def test_the_end_of_input_ends_politely_with_what_is_known(
    typed: Callable[..., str], lines: tuple[str, ...]
) -> None:
    shown = typed(*lines)
    assert "information, not a diagnosis" in shown.rpartition("> ")[2]


def test_a_question_mark_shows_the_help_and_asks_again(typed: Callable[..., str]) -> None:
    shown = typed("?", "58", "stop", options=("--format", "json"))
    assert HELP in shown
    assert answer_of(shown)["safety_questions_left"]


def test_names_of_medicines_are_read_and_an_unknown_one_is_said(ask: Ask) -> None:
    story = NIGHT_CRAMP | {"medicines": ["Lasix", "blorpamide"]}
    _, shown, person = ask(story, options=("--format", "json"))
    answer = answer_of(shown)
    assert "medicines" in person.asked
    assert any("furosemide" in meaning for meaning in answer["understood"].values())
    assert any("blorpamide" in trouble for trouble in answer["not_understood"].values())


def test_no_answer_is_written_to_disk(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "charley", "ask", "--format", "markdown"],
        input="58\n2\n0\nstop\n",
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT / "src"), "PYTHONDONTWRITEBYTECODE": "1"},
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "# " in done.stdout
    assert list(tmp_path.iterdir()) == []
