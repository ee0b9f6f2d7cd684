"""Every intervention laid beside one person: do now, discuss, not for you, or does not help."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from charley.advice.situations import any_holds, holds
from charley.history import History
from charley.library.shelves import load_shelf
from charley.records.interventions import Bar, Intervention, Interventions
from charley.records.library import Library
from charley.records.situations import Situation
from charley.truth import Truth

Verdict = Literal["do_now", "discuss", "not_for_you", "does_not_help"]
VERDICTS: tuple[Verdict, ...] = ("do_now", "discuss", "not_for_you", "does_not_help")
NOT_TO_BE_STARTED = "It is never offered here."


@dataclass(frozen=True, slots=True)
class Reason:
    """Why an intervention is not simply done: what is so of the person (or may be), and what follows."""

    situation: str
    says: str
    because: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """One intervention for one person.

    `because` are reasons that hold. `first_check` are contraindications that nobody knows of yet: while
    there is one, it is only to be discussed. `ask_if` are lesser cautions that are unknown. `relevant` is
    false for what is meant for other people, or for nobody knows whom.
    """

    intervention: Intervention
    verdict: Verdict
    relevant: bool = True
    because: tuple[Reason, ...] = ()
    first_check: tuple[Reason, ...] = ()
    ask_if: tuple[Reason, ...] = ()
    adaptations: tuple[str, ...] = ()
    note: str = ""

    @property
    def id(self) -> str:
        """The intervention's id."""
        return self.intervention.id


@cache
def interventions() -> Interventions:
    """The built-in shelf of interventions."""
    shelf: Interventions = load_shelf("interventions", Interventions)
    return shelf


def choose(history: History, library: Library, shelf: Interventions | None = None) -> tuple[Choice, ...]:
    """Every intervention judged for this person, in the order of its verdict, part and rank."""
    known = (shelf or interventions()).by_id
    choices = [_judged(one, known, history, library) for one in known.values()]
    return tuple(sorted(choices, key=_rank))


def _rank(choice: Choice) -> tuple[int, bool, int, str]:
    return VERDICTS.index(choice.verdict), not choice.relevant, choice.intervention.order, choice.id


def _judged(
    one: Intervention, known: Mapping[str, Intervention], history: History, library: Library
) -> Choice:
    choice = _for_whom(one, known, history, library)
    never = _reasons(one.never_when, Truth.YES, history, library)
    if never:
        return replace(choice, verdict="not_for_you", because=never, first_check=(), note="")
    if choice.verdict in ("not_for_you", "does_not_help"):
        return choice
    return _offered(choice, history, library)


def _for_whom(
    one: Intervention, known: Mapping[str, Intervention], history: History, library: Library
) -> Choice:
    """The verdict by its role and by whom it is meant for, before anything speaks against it."""
    elsewhere = next((id_ for where, id_ in one.instead if holds(where, history, library) is Truth.YES), "")
    if elsewhere:
        return Choice(one, "not_for_you", relevant=False, note=f"See: {known[elsewhere].name}.")
    if one.role == "never":
        return Choice(one, "not_for_you", note=NOT_TO_BE_STARTED)
    only = min((holds(s, history, library) for s in one.only_for), default=Truth.YES)
    worth = any_holds(one.worth_it_when, history, library) if one.worth_it_when else Truth.YES
    if one.role == "no_help" and (worth is not Truth.YES or not one.worth_it_when):
        return Choice(one, "does_not_help", relevant=only is Truth.YES)
    meant = min(only, worth)
    if meant is Truth.NO:
        return Choice(one, "not_for_you", relevant=False, note=f"It is for {one.worth_it}.")
    if meant is Truth.UNKNOWN:
        open_ = _open((*one.only_for, *one.worth_it_when), one, history, library)
        return Choice(one, "discuss", relevant=False, first_check=open_)
    return Choice(one, "do_now" if one.role == "self_care" else "discuss")


def _offered(choice: Choice, history: History, library: Library) -> Choice:
    """Contraindications that are unknown, and cautions that hold, make it a thing to discuss."""
    one = choice.intervention
    unknown = _reasons(one.never_when, Truth.UNKNOWN, history, library)
    ask = _reasons(one.ask_first_when, Truth.YES, history, library)
    return replace(
        choice,
        verdict="discuss" if unknown or ask else choice.verdict,
        because=ask,
        first_check=(*choice.first_check, *unknown),
        ask_if=_reasons(one.ask_first_when, Truth.UNKNOWN, history, library),
        adaptations=tuple(
            entry.do for entry in one.adapt_when if holds(entry.situation, history, library) is Truth.YES
        ),
    )


def _reasons(bars: Iterable[Bar], truth: Truth, history: History, library: Library) -> tuple[Reason, ...]:
    return tuple(
        Reason(bar.situation.id, bar.situation.says, bar.because, bar.source)
        for bar in bars
        if holds(bar.situation, history, library) is truth
    )


def _open(
    situations: Iterable[Situation], one: Intervention, history: History, library: Library
) -> tuple[Reason, ...]:
    return tuple(
        Reason(situation.id, situation.says, f"It is for {one.worth_it}.")
        for situation in situations
        if holds(situation, history, library) is Truth.UNKNOWN
    )
