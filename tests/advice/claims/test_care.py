"""Extra care is judged for the person; what is not known is never reassurance."""

from __future__ import annotations

from collections.abc import Callable

from charley.advice.claims import care_for, load_claims
from charley.history import History
from charley.records.library import Library
from charley.truth import Truth


def truths(card: str, history: History, library: Library) -> dict[str, Truth]:
    claims = load_claims()
    return {care.group.id: care.truth for care in care_for(claims.cards[card], claims, history, library)}


def test_a_person_with_kidney_disease_is_named_for_potassium(
    told: Callable[..., History], library: Library
) -> None:
    history = told(long_term_conditions=["kidney disease"], on_dialysis="no")
    found = truths("more-potassium-tablets", history, library)
    assert found["kidney-disease"] == Truth.YES
    assert found["dialysis"] == Truth.NO
    assert found["addison"] != Truth.YES


def test_those_of_this_person_come_first_then_the_unknown(
    told: Callable[..., History], library: Library
) -> None:
    claims = load_claims()
    history = told(long_term_conditions=["kidney disease"], on_dialysis="no")
    found = care_for(claims.cards["more-potassium-tablets"], claims, history, library)
    order = [care.truth for care in found]
    assert order == sorted(order, reverse=True)
    assert order[0] == Truth.YES


def test_nothing_told_is_unknown_and_not_no(told: Callable[..., History], library: Library) -> None:
    found = truths("more-potassium-tablets", told(age=None), library)
    assert set(found.values()) == {Truth.UNKNOWN}


def test_what_no_question_tells_stays_unknown(told: Callable[..., History], library: Library) -> None:
    assert truths("top-chamomile-oil", told(), library) == {"daisy-allergy": Truth.UNKNOWN}


def test_a_poison_concerns_everybody(told: Callable[..., History], library: Library) -> None:
    assert truths("fr-adonis-tincture", told(age=None), library)["everyone"] == Truth.YES


def test_every_card_can_be_judged(told: Callable[..., History], library: Library) -> None:
    claims = load_claims()
    for card in claims.cards.values():
        found = care_for(card, claims, told(), library)
        assert {care.group.id for care in found} == set(card.careful)
