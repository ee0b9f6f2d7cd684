"""What the page says of medicines to ask about, of what is not for this person, and of what does not help."""

from __future__ import annotations

from collections.abc import Iterator

from charley.advice.checks import glue, lower_first
from charley.advice.interventions import Choice
from charley.advice.medicines import KEEP
from charley.advice.plan import Plan
from charley.advice.plan_texts import plan_texts
from charley.formats.plan.said import Entry, Said
from charley.formats.plan.sections import is_asked_for
from charley.records.rules import Urgency

QUININE = "quinine"
NO_HELP = "does_not_help"


def medicine_entries(plan: Plan, said: Said) -> Iterator[Entry]:
    """Each medicine that counts with the word to keep on, then what was not understood."""
    review = plan.medicines
    if plan.urgency is Urgency.EMERGENCY_NOW:
        return
    texts = plan_texts().texts
    if (review.found or review.notes) and not _keeps(plan):
        yield Entry("medicines", (KEEP,), must=True)
    for one in review.found:
        yield Entry("medicines", (f"- {', '.join(one.names)}: {one.entry.keep}",), must=True)
    for note in review.notes:
        if rest := said.rest_of(note.says):
            yield Entry("medicines", (f"- {rest}",), must=True)
    for question in review.sheet[:2]:
        yield Entry("medicines", (f"- {texts['ask-them']} {question}",), rank=15)
    if review.unnamed:
        yield Entry(
            "medicines",
            (f"- {texts['unknown-medicine'].format(names=', '.join(review.unnamed))}",),
            must=True,
        )
    elif not review.complete:
        yield Entry("medicines", (f"- {texts['not-understood']}",), must=True)


def _keeps(plan: Plan) -> bool:
    return any("Do not stop or change a prescribed medicine" in line for line in plan.brief)


def declined_entries(plan: Plan) -> Iterator[Entry]:
    """What is not for this person, with its reason, the harm first; then what was not shown to help."""
    if plan.urgency >= Urgency.SAME_DAY:
        return
    chosen = sorted(
        (c for c in plan.chosen("not_for_you") if is_asked_for(c)), key=lambda one: one.id != QUININE
    )
    for choice in chosen:
        if choice.intervention.role == "never":
            yield Entry("declined", (f"- {_never(choice)}",), must=True)
    for why, names in _by_reason(chosen).items():
        line = plan_texts().texts["as-so"].format(why=why, names=glue(names, "and"))
        yield Entry("declined", (f"- {line}",), must=True)
    yield from _magnesium(plan)


def _never(choice: Choice) -> str:
    """What is offered to nobody, with the reason that holds for this person besides."""
    known = plan_texts().short.says.get(choice.id, choice.intervention.summary)
    return " ".join((known, *(reason.because for reason in choice.because[:1])))


def _by_reason(chosen: list[Choice]) -> dict[str, list[str]]:
    """The reasons that hold, each with what it rules out, in short names."""
    names = plan_texts().short.names
    found: dict[str, list[str]] = {}
    for choice in chosen:
        if choice.intervention.role != "never":
            why = " and ".join(dict.fromkeys(lower_first(reason.says) for reason in choice.because))
            found.setdefault(why, []).append(names.get(choice.id, lower_first(choice.intervention.name)))
    return found


def _magnesium(plan: Plan) -> Iterator[Entry]:
    """The useless remedy that most people are told of, and that can harm; the long form has the others."""
    short = plan_texts().short
    chosen = [one for one in plan.chosen(NO_HELP) if one.intervention.kind not in ("medicine", "procedure")]
    for choice in chosen:
        if choice.id in short.says:
            yield Entry("declined", (f"- {short.says[choice.id]}",), rank=30)
