"""Likelihood ratios: each against arithmetic done by hand from the library's own numbers."""

from __future__ import annotations

from dataclasses import replace
from math import log

import pytest

from charley.history import History, LabResult
from charley.library.leaks import leak
from charley.network.likelihood import FADE, SILENCE, explain
from charley.records.causes import Cause, Evidence
from charley.records.library import Library


def entry(cause: Cause, finding: str) -> Evidence:
    return next(e for e in cause.evidence if e.condition.finding == finding)


def ratios(cause: Cause, history: History, library: Library) -> dict[str, float]:
    return {ratio.fact: ratio.damped for ratio in explain(cause, history, library) if ratio.told}


def test_a_yes_counts_chance_over_leak(library: Library) -> None:
    dvt = library.causes["dvt"]
    swollen = entry(dvt, "one_leg_swollen")
    found = ratios(dvt, History(answers={"one_leg_swollen": True}), library)
    assert found["one_leg_swollen"] == pytest.approx(log(swollen.chance.value / swollen.leak))


def test_a_no_counts_the_complements(library: Library) -> None:
    dvt = library.causes["dvt"]
    swollen = entry(dvt, "one_leg_swollen")
    found = ratios(dvt, History(answers={"one_leg_swollen": False}), library)
    assert found["one_leg_swollen"] == pytest.approx(log((1 - swollen.chance.value) / (1 - swollen.leak)))


def test_an_unknown_counts_nothing_for_a_dangerous_cause(library: Library) -> None:
    told = {"cramp_timing": "at night in bed", "twitching": True, "inactive": True, "fever": False}
    for cause in library.causes.values():
        if cause.urgency.word in ("same_day", "emergency_now"):
            facts = {r.fact for r in explain(cause, History(answers=told), library)}
            assert facts <= told.keys(), cause.id


def test_a_sign_against_multiplies_by_its_weight(library: Library) -> None:
    dvt = library.causes["dvt"]
    against = next(a for a in dvt.argues_against if a.condition.finding == "stretch_helps")
    found = ratios(dvt, History(answers={"stretch_helps": True}), library)
    assert found["stretch_helps"] == pytest.approx(log(against.weight.value))


def test_findings_of_one_cluster_fade(library: Library) -> None:
    """Urge, easing and evening of restless legs are one story, not three proofs."""
    rls = library.causes["restless_legs"]
    trio = ("urge_to_move", "moving_eases_urge", "worse_evening_rest")
    alone = [ratios(rls, History(answers={id_: True}), library)[id_] for id_ in trio]
    together = ratios(rls, History(answers=dict.fromkeys(trio, True)), library)
    expected = sum(value * FADE**place for place, value in enumerate(sorted(alone, key=abs, reverse=True)))
    assert sum(together.values()) == pytest.approx(expected)
    assert sum(together.values()) < sum(alone)


def test_a_choice_that_the_cause_does_not_name_takes_the_rest(library: Library) -> None:
    cause = library.causes["claudication_pad"]
    named = [e for e in cause.evidence if e.condition.finding == "smoker"]
    assert named, "the story needs a cause that names smoking"
    rest = 1 - sum(e.chance.value for e in named)
    usual = 1 - sum(e.leak for e in named)
    answers = {o.value for o in library.findings["smoker"].options}
    unnamed = answers - {v for e in named for v in getattr(e.condition, "values", ())}
    found = ratios(cause, History(answers={"smoker": sorted(map(str, unnamed))[0]}), library)
    assert found["smoker"] == pytest.approx(log(rest / usual))


def test_silence_about_a_defining_trigger_speaks_a_little_against_a_harmless_cause(
    library: Library,
) -> None:
    thiazide = library.causes["diuretic_thiazide_ksparing"]
    told = {"cramp_timing": "at night in bed", "twitching": True, "inactive": True}
    untold = [r for r in explain(thiazide, History(answers=told), library) if not r.told]
    assert [r.fact for r in untold] == ["medicines"]
    assert log(SILENCE) < untold[0].log_ratio < 0


def test_little_told_is_not_silence(library: Library) -> None:
    thiazide = library.causes["diuretic_thiazide_ksparing"]
    history = History(age=60, answers={"age": 60.0, "cramp_timing": "at night in bed"})
    assert all(r.told for r in explain(thiazide, history, library))


def test_a_low_potassium_speaks_for_low_potassium(library: Library) -> None:
    cause = library.causes["hypokalaemia"]
    low = ratios(cause, History(labs=(LabResult("potassium", 2.9),)), library)
    normal = ratios(cause, History(labs=(LabResult("potassium", 4.2),)), library)
    assert low["lab:potassium"] > 2
    assert normal["lab:potassium"] < -1


@pytest.mark.parametrize(
    ("background", "named", "expected"),
    [
        (0.1, [(0.2, 0.3)], (0.1 - 0.2 * 0.3) / 0.8),
        (0.1, [], 0.1),
        (0.1, [(0.5, 0.9)], 0.03),
        (0.5, [(0.1, 0.0)], 0.5 / 0.9),
    ],
    ids=["solved", "nobody names it", "never under three tenths", "a cause that never shows it"],
)
def test_leaks(background: float, named: list[tuple[float, float]], expected: float) -> None:
    assert leak(background, named) == pytest.approx(expected)


def test_shares_and_leaks_give_back_the_background(library: Library) -> None:
    """Where no bound was needed, the shares of all causes average to the background again."""
    total = sum(cause.prior.value for cause in library.causes.values())
    condition = entry(library.causes["dvt"], "one_leg_swollen").condition
    named = {c.id: e for c in library.causes.values() for e in c.evidence if e.condition == condition}
    some = next(iter(named.values()))
    mean = sum(
        c.prior.value / total * (named[c.id].chance.value if c.id in named else some.leak)
        for c in library.causes.values()
    )
    if some.leak > 0.3 * some.background.value + 1e-9:
        assert mean == pytest.approx(some.background.value, rel=1e-6)
    else:
        assert mean >= some.background.value


def test_every_leak_is_a_chance(library: Library) -> None:
    for cause in library.causes.values():
        for e in cause.evidence:
            assert 0 < e.leak < 1, (cause.id, e.condition)


def test_wider_ranges_give_a_larger_deviation(library: Library) -> None:
    dvt = library.causes["dvt"]
    swollen = entry(dvt, "one_leg_swollen")
    wide = replace(swollen, chance=replace(swollen.chance, low=0.01, high=0.99))
    wider = replace(dvt, evidence=tuple(wide if e is swollen else e for e in dvt.evidence))
    history = History(answers={"one_leg_swollen": True})
    plain = {r.fact: r.deviation for r in explain(dvt, history, library)}
    broad = {r.fact: r.deviation for r in explain(wider, history, library)}
    assert broad["one_leg_swollen"] > plain["one_leg_swollen"]
