"""Pages of the library's advice: an intervention, and what a body says of leg cramps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from charley.formats.conditions import in_words
from charley.formats.pages.lines import figure_lines, listed, source_lines
from charley.records.guidelines import Guideline
from charley.records.interventions import Bar, Intervention
from charley.records.library import Library
from charley.records.situations import Situation

ROLES = {
    "self_care": "a person may do it alone",
    "clinician": "to be talked over with a professional",
    "no_help": "it did not help, or there is no reason to try it",
    "never": "never offered",
}


def intervention_page(one: Intervention, library: Library) -> str:
    """What it is, what trials showed, and for whom it is not."""
    lines = [f"{one.name} ({one.id})", f"{one.kind}; {ROLES[one.role]}", "", one.summary]
    lines += [f"  {line}" for line in one.how]
    lines += ["", f"Effect: {one.effect}"]
    lines += [f"Certainty: {one.certainty}. Randomised trials: {one.trials}. Tested in: {one.population}."]
    lines += [f"Worth it: {one.worth_it}.", f"Harms: {' '.join(one.harms)}"]
    if one.dose is not None:
        lines += [f"Amount, as a {one.dose.stated_by} states it: {one.dose.text} [{one.dose.source}]"]
    lines += _titled("Figures", figure_lines(one.figures))
    lines += _titled("Never when", _bars(one.never_when, library))
    lines += _titled("Ask first when", _bars(one.ask_first_when, library))
    lines += _titled("Done otherwise when", [f"  {a.situation.says}: {a.do}" for a in one.adapt_when])
    lines += listed("Tests", one.tests)
    lines += ["", f"For clinicians: {one.for_clinicians}", *source_lines(one.sources, library)]
    return "\n".join(lines)


def guideline_page(one: Guideline, library: Library) -> str:
    """What a body says, point by point; a point that nobody of us read says so."""
    about = ", ".join(part for part in (one.year, one.country) if part)
    lines = [
        f"{one.body} ({one.id})",
        f"{about}. {one.scope}".strip(),
        *([one.status] if one.status else []),
        "",
    ]
    for point in one.points:
        unread = "" if point.seen else " (not read by us)"
        lines.append(f"  {point.topic}: {point.says} [{point.strength}]{unread}")
    return "\n".join([*lines, *source_lines(one.sources, library)])


def _titled(title: str, lines: list[str]) -> list[str]:
    return ["", title, *lines] if lines else []


def _bars(bars: Iterable[Bar], library: Library) -> list[str]:
    return [line for bar in bars for line in _bar(bar, library)]


def _bar(bar: Bar, library: Library) -> Iterator[str]:
    ground = f"[{bar.source}]" if bar.source else f"(judged: {bar.judged})"
    yield f"  {bar.situation.says}: {bar.because} {ground}"
    yield f"    {situation_words(bar.situation, library)}"


def situation_words(situation: Situation, library: Library) -> str:
    """A situation in the words of the rule language."""
    whom = "" if situation.applies_to == "everyone" else f"for {situation.applies_to.replace('_', ' ')}"
    parts = [in_words(c, library) for c in (situation.when, situation.also_when) if c is not None]
    return ": ".join(part for part in (whom, " or ".join(parts)) if part)
