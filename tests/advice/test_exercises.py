"""No exercise is offered to somebody it is not for, and what is not known is said."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from charley.advice.circumstances import circumstances
from charley.advice.exercises import exercises, offer_exercise, offer_programme, programmes
from charley.truth import Truth

NAMES = sorted(circumstances())
STATES = st.fixed_dictionaries({name: st.sampled_from(Truth) for name in NAMES})


@given(STATES)
def test_the_laws_of_an_offer(states: dict[str, Truth]) -> None:
    for exercise in exercises().values():
        offer = offer_exercise(exercise, states)
        held = [bar for bar in exercise.not_for if states[bar.circumstance] is Truth.YES]
        unknown = [bar for bar in exercise.not_for if states[bar.circumstance] is Truth.UNKNOWN]
        assert (offer.status == "not_for_you") == bool(held)
        assert offer.reasons == tuple(bar.because for bar in held)
        if not held:
            assert (offer.status == "check_first") == bool(unknown)
            assert len(offer.checks) == len(unknown)


@given(STATES)
def test_what_is_named_instead_is_never_barred(states: dict[str, Truth]) -> None:
    for offer in [offer_exercise(e, states) for e in exercises().values()]:
        if offer.instead:
            assert offer_exercise(exercises()[offer.instead], states).status != "not_for_you"
    for offer in [offer_programme(p, states) for p in programmes().values()]:
        if offer.instead:
            assert offer_programme(programmes()[offer.instead], states).status != "not_for_you"


def test_a_chain_of_names_is_followed_until_one_is_allowed() -> None:
    states = dict.fromkeys(NAMES, Truth.NO) | {"poor_balance": Truth.YES, "bending_risk": Truth.YES}
    assert offer_exercise(exercises()["forward_bend"], states).instead == "seated_toe_pull"
    assert offer_exercise(exercises()["calf_stretch_wall"], states).instead == "seated_toe_pull"


def test_when_everything_is_known_and_fine_it_is_offered_plainly() -> None:
    states = dict.fromkeys(NAMES, Truth.NO)
    assert {offer_exercise(e, states).status for e in exercises().values()} == {"offered"}
    assert {offer_programme(p, states).status for p in programmes().values()} == {"offered"}
