"""The feared causes: settled only when what would point to them was asked, and open otherwise."""

from __future__ import annotations

from dataclasses import replace

from charley.assessment import FiredRule, RuledOut
from charley.feared import FEARED_FROM, RULED_OUT_BELOW, ruled_out
from charley.history import Answer, History
from charley.network.engine import CauseScore, Ranking, Weight
from charley.records.conditions import Has, Is
from charley.records.library import Library
from charley.records.rules import Urgency


def score(cause: str, probability: float = 0.001, high: float = 0.002, *weights: Weight) -> CauseScore:
    return CauseScore(cause, probability, probability / 2, high, probability, weights)


def ranking(*scores: CauseScore) -> Ranking:
    """Only what this module reads of a ranking."""
    return replace(Ranking("made-up", (), 0.7), scores=scores)


def entry(
    history: History, library: Library, *scores: CauseScore, fired: tuple[FiredRule, ...] = ()
) -> RuledOut:
    return ruled_out(history, library, ranking(*scores), set(), fired)[0]


def pointers(library: Library, cause: str) -> tuple[str, ...]:
    """What still points to a cause when nothing but the person's age was told."""
    return entry(MAN, library, score(cause)).open_questions


MAN = History(age=40, sex="male", answers={"age": 40.0, "sex_at_birth": "male"})


def answered(library: Library, cause: str) -> History:
    """A man who said no to all that points to a cause."""
    answers: dict[str, Answer] = {}
    for id_ in pointers(library, cause):
        finding = library.findings[id_]
        none = {
            "yes_no": False,
            "number": finding.minimum or 0.0,
            "choice": finding.options[-1].value if (finding.options) else "",
        }
        answers[id_] = none.get(finding.type, frozenset())
    return replace(MAN, answers={**MAN.answers, **answers})


def test_a_cause_whose_questions_are_all_open_is_not_settled(library: Library) -> None:
    clot = entry(MAN, library, score("dvt"))
    assert not clot.settled
    assert "one_leg_swollen" in clot.open_questions
    assert clot.look_for == library.causes["dvt"].look_for


def test_a_cause_whose_questions_are_answered_and_whose_chance_is_small_is_settled(library: Library) -> None:
    clot = entry(answered(library, "dvt"), library, score("dvt"))
    assert clot.open_questions == ()
    assert clot.settled
    assert clot.because == ("nothing you told points to it",)


def test_one_question_left_open_keeps_it_open(library: Library) -> None:
    history = answered(library, "dvt")
    for id_ in pointers(library, "dvt"):
        less = replace(history, answers={k: v for k, v in history.answers.items() if k != id_})
        clot = entry(less, library, score("dvt"))
        assert id_ in clot.open_questions
        assert not clot.settled


def test_a_cause_of_which_nothing_can_be_asked_here_is_not_settled(library: Library) -> None:
    """Not one of its questions is put to a man: nothing was asked, so nothing is settled."""
    cause = library.causes["pre_eclampsia"]
    only = tuple(e for e in cause.evidence if e.condition.finding == "bad_headache_pregnancy")
    assert only
    changed = replace(library, causes={cause.id: replace(cause, evidence=only)})
    alone = entry(MAN, changed, score(cause.id))
    assert alone.open_questions == ()
    assert not alone.settled
    assert alone.because == ()


def test_a_chance_that_may_still_be_large_keeps_it_open(library: Library) -> None:
    history = answered(library, "dvt")
    assert not entry(history, library, score("dvt", 0.01, RULED_OUT_BELOW)).settled
    assert entry(history, library, score("dvt", 0.01, RULED_OUT_BELOW - 1e-6)).settled


def test_a_rule_that_suspects_it_keeps_it_open(library: Library) -> None:
    rule = FiredRule("rf_x", Urgency.SAME_DAY, "", (), (), ("dvt",), "", "", ())
    assert not entry(answered(library, "dvt"), library, score("dvt"), fired=(rule,)).settled


def test_questions_for_others_are_not_left_open(library: Library) -> None:
    """A man of 40 is never asked about a headache in pregnancy."""
    assert "bad_headache_pregnancy" not in pointers(library, "pre_eclampsia")
    pregnant = replace(MAN, sex="female", answers={"age": 30.0, "pregnant": "pregnant now"})
    assert "bad_headache_pregnancy" in entry(pregnant, library, score("pre_eclampsia")).open_questions


def test_what_is_listed_or_harmless_is_left_out_and_the_most_dangerous_comes_first(library: Library) -> None:
    harmless = next(cause for cause in library.causes.values() if cause.urgency < FEARED_FROM)
    urgent = [cause for cause in library.causes.values() if cause.urgency is Urgency.EMERGENCY_NOW][:2]
    soon = next(cause for cause in library.causes.values() if cause.urgency is Urgency.WITHIN_DAYS)
    scores = (
        score(harmless.id), score(soon.id, 0.04), score(urgent[0].id, 0.01), score(urgent[1].id, 0.02),
        score("dvt"),
    )  # fmt: skip
    entries = ruled_out(MAN, library, ranking(*scores), {"dvt"}, ())
    assert [one.id for one in entries] == [urgent[1].id, urgent[0].id, soon.id]


def test_reasons_against_name_only_their_part_and_each_once(library: Library) -> None:
    taken = frozenset({"furosemide", "loop_diuretic", "paracetamol"})
    history = replace(MAN, answers={**MAN.answers, "medicines": taken, "fever": False, "palpitations": False})
    weights = (
        Weight("fever", -2.0),
        Weight("fever", -3.0, Is("fever", (False,))),
        Weight("medicines", -1.0, Has("medicines", ("loop_diuretic",))),
        Weight("palpitations", -0.9),
        Weight("dark_urine", -9.0, told=False),
        Weight("fever", 4.0),
    )
    because = entry(history, library, score("dvt", 0.001, 0.002, *weights)).because
    assert because == (library.findings["fever"].says_no, "you take furosemide")
