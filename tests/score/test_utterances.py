"""The measures on utterances, counted by hand."""

from __future__ import annotations

import pytest

from charley.errors import InputError
from charley.library import load
from charley.score import score_utterances, utterance_table


def one(text: str, expect: dict[str, object], **more: object) -> dict[str, object]:
    return {"id": "u1", "text": text, "expect": expect, **more}


def marks(entry: dict[str, object]) -> dict[str, str]:
    return {m.finding: m.outcome for m in score_utterances([entry], load()).findings.marks}


@pytest.mark.parametrize(
    ("entry", "wanted"),
    [
        (one("no fever", {"fever": False}), {"fever": "right"}),
        (one("hello there", {"fever": True}), {"fever": "missed"}),
        (one("no fever", {}), {"fever": "unlisted"}),
        (one("I have a fever", {}, absent=["fever"]), {"fever": "wrong"}),
        (one("no fever", {}, absent=["fever"]), {}),
        (one("no fever", {}, may={"fever": False}), {}),
        (one("I have a fever", {"fever": "unknown"}), {"fever": "wrong"}),
        (one("the cramp lasts ten minutes", {"cramp_minutes": 10}), {"cramp_minutes": "right"}),
        (one("cramp in my calf", {"cramp_site": ["calf", "shin"]}), {"cramp_site": "missed"}),
    ],
)
def test_one_utterance(entry: dict[str, object], wanted: dict[str, str]) -> None:
    read = marks(entry)
    assert {id_: read.get(id_) for id_ in wanted} == wanted


def test_the_table_says_everything() -> None:
    report = score_utterances(
        [one("no fever, I take warfarin", {"fever": False}, medicines=["warfarin"])], load()
    )
    shown = utterance_table(report, misses=True)
    assert "recall                1/1 = 100%" in shown
    assert "medicines    precision 1/1" in shown


def test_a_file_that_holds_no_utterances_is_refused() -> None:
    with pytest.raises(InputError):
        score_utterances([{"id": "x"}], load())
