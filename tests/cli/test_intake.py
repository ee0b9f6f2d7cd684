"""`charley intake explain` and `charley ask --text`."""

from __future__ import annotations

import io

import pytest

from charley.cli import main


def test_explain_shows_words_meaning_and_why(capsys: pytest.CaptureFixture[str]) -> None:
    assert (
        main(["intake", "explain", "My left calf is swollen, my mother had clots", "--today", "2026-11-22"])
        == 0
    )
    out = capsys.readouterr().out
    assert '"left calf is swollen" -> one_leg_swollen: one leg is swollen (to be confirmed)' in out
    assert "said of somebody else" in out
    assert "lexicon/safety_" in out


def test_explain_of_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["intake", "explain", " "]) == 2
    assert "is empty" in capsys.readouterr().err


def test_ask_begins_with_the_story(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("my left calf is swollen\n\nno\nstop\n"))
    assert main(["ask", "--text"]) == 0
    out = capsys.readouterr().out
    assert 'one leg is swollen  ("my left calf is swollen")' in out
    assert "We read this as yes. Is that right?" in out
    assert "BE SEEN TODAY" not in out
