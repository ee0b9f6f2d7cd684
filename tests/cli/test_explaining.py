"""`charley explain`: a page on standard output, or exit code 2 with the nearest names."""

from __future__ import annotations

import pytest

from charley.cli import main


@pytest.mark.parametrize(
    "what", ["dvt", "rf_cauda_equina", "dvt.prior", "Lasix", "type 2 diabetes", "lab:potassium", "wells_dvt"]
)
def test_a_page_is_printed(capsys: pytest.CaptureFixture[str], what: str) -> None:
    assert main(["explain", what]) == 0
    out, err = capsys.readouterr()
    assert out.strip()
    assert err == ""


@pytest.mark.parametrize(
    ("what", "near"),
    [
        ("potasium", "potassium"),
        ("hypokalaemi", "hypokalaemia"),
        ("rf_cauda", "rf_cauda_equina"),
    ],
)
def test_an_unknown_name_is_refused_with_the_nearest_ones(
    capsys: pytest.CaptureFixture[str], what: str, near: str
) -> None:
    assert main(["explain", what]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(f"charley: '{what}' is nothing the library knows. Did you mean: ")
    assert near in err


def test_a_name_like_nothing_gets_no_guess_and_is_cut_short(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "§" * 500]) == 2
    err = capsys.readouterr().err
    assert "Did you mean" not in err
    assert err.count("§") == 60
    assert len(err.splitlines()) == 1
