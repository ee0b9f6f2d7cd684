"""One short list to check before anything is done at home, in words of this person's open questions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from charley.advice.interventions import Choice, Reason
from charley.advice.plan_items import PlanItem
from charley.advice.plan_texts import plan_texts
from charley.history import History
from charley.records.plan_texts import Alarm


@dataclass(frozen=True, slots=True)
class Check:
    """Things to do at home once a person can say no to every one of `checks`.

    Each check says in `because` what to do when it is so: a red flag its own action, a caution what to
    leave out or to ask about. `items` are the choices as entries of their parts.
    """

    checks: tuple[Reason, ...]
    choices: tuple[Choice, ...]
    items: tuple[PlanItem, ...] = ()


def one_check(choices: Iterable[Choice], history: History) -> tuple[Check, ...]:
    """The list for everything that is offered: at most one, the red flags first. Nothing is cut off."""
    offered = tuple(choice for choice in choices if choice.verdict == "do_now" or is_waiting(choice))
    waiting = tuple(choice for choice in offered if is_waiting(choice))
    out: dict[str, list[str]] = {}
    ask: dict[str, list[str]] = {}
    reasons: dict[str, Reason] = {}
    for choice in offered:
        for reason in choice.first_check:
            out.setdefault(reason.situation, []).append(choice.intervention.name)
            reasons.setdefault(reason.situation, reason)
        for reason in choice.ask_if:
            ask.setdefault(reason.situation, []).append(choice.intervention.name)
            reasons.setdefault(reason.situation, reason)
    alarms = plan_texts().alarms
    first = [_alarm(alarm, reasons[id_], history) for id_, alarm in alarms.items() if id_ in reasons]
    others = _joined(
        Reason(id_, reason.says, _caution(out.get(id_, []), ask.get(id_, [])), reason.source)
        for id_, reason in reasons.items()
        if id_ not in alarms
    )
    return (Check((*first, *others), waiting),) if first or others else ()


def is_waiting(choice: Choice) -> bool:
    """Self-care that lacks only answers nobody has given yet."""
    alone = choice.intervention.role == "self_care" and choice.relevant and not choice.because
    return choice.verdict == "discuss" and alone and bool(choice.first_check)


def _joined(reasons: Iterable[Reason]) -> list[Reason]:
    """Cautions that ask for the same thing as one; the first names the situation."""
    same: dict[str, list[Reason]] = {}
    for reason in reasons:
        same.setdefault(reason.because, []).append(reason)
    return [
        replace(found[0], says=glue(list(dict.fromkeys(one.says for one in found)), "or"))
        for found in same.values()
    ]


def _alarm(alarm: Alarm, reason: Reason, history: History) -> Reason:
    """A red flag with its own action. Signs that were answered with no are left out."""
    open_ = [says for finding, says in alarm.signs if history.answer(finding) is None]
    says = glue(open_ or [says for _, says in alarm.signs], "or")
    return Reason(reason.situation, says, alarm.do, reason.source)


def _caution(leave_out: list[str], ask_about: list[str]) -> str:
    """What to leave out, and what to ask about first."""
    ask_about = [name for name in ask_about if name not in leave_out]
    lines = [f"Leave out: {glue(_small(leave_out), 'and')}."] if leave_out else []
    lines += [f"Ask a pharmacist or doctor before: {glue(_small(ask_about), 'and')}."] if ask_about else []
    return " ".join(lines)


def _small(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(lower_first(name) for name in names))


def lower_first(text: str) -> str:
    """A phrase that goes on within a sentence; a word of capitals stays."""
    return text if text[:2].isupper() else text[:1].lower() + text[1:]


def glue(parts: Iterable[str], word: str) -> str:
    """Parts as one phrase: "one, two or three"."""
    *most, last = parts
    return f"{', '.join(most)} {word} {last}" if most else last
