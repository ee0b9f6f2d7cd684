"""Which number of the library would narrow the first cause's interval most, in one sentence."""

from __future__ import annotations

from charley.network.engine import Narrowing, Ranking
from charley.records.library import Library
from charley.records.numbers import Number
from charley.wording import say_condition

LEAST_SHARE = 0.1
"""Below this share of the spread no single number matters much."""


def say_narrow(ranking: Ranking, library: Library) -> str:
    """The sentence, or nothing when no number was drawn or none stands out."""
    found = ranking.narrow
    if found is None or found.share < LEAST_SHARE:
        return ""
    share = min(99, max(1, round(found.share * 100)))
    return (
        f"What would narrow the first chance most is a better figure for {_what(found, library)} "
        f"({_value(found.parameter.number)}): it makes about {share} in 100 of its spread."
    )


def _what(found: Narrowing, library: Library) -> str:
    parameter = found.parameter
    if parameter.part == "lab":
        link = library.analytes[parameter.cause].speaks_for[parameter.place]
        name, cause = library.analytes[parameter.cause].name, library.causes[link.cause]
        return f"how many people with {_small(cause.name)} have such a value of {_small(name)}"
    cause = library.causes[parameter.cause]
    match parameter.part:
        case "prior":
            return f"how many people who ask have {_small(cause.name)}"
        case "true_cramp":
            return f"how often the pain of {_small(cause.name)} is a true cramp"
        case "contributes":
            return f"how often {_small(cause.name)} adds to cramps that come from something else"
        case "evidence":
            said = say_condition(cause.evidence[parameter.place].condition, library)
            return f"how many people with {_small(cause.name)} would say: {said}"
        case _:
            said = say_condition(cause.argues_against[parameter.place].condition, library)
            return f"how far this speaks against {_small(cause.name)}: {said}"


def _value(number: Number) -> str:
    kind = "a judged number" if number.kind == "judged" else f"a {number.kind} number"
    return f"{kind} now, {number.value:g}, from {number.low:g} to {number.high:g}"


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]
