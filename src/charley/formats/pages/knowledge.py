"""Pages of causes, rules, findings, tests and sources."""

from __future__ import annotations

from charley.formats.conditions import in_words
from charley.formats.pages.lines import figure_lines, number_line, source_line, source_lines
from charley.records.care import Test
from charley.records.causes import Cause
from charley.records.findings import Finding
from charley.records.library import Library
from charley.records.numbers import Source
from charley.records.rules import RedFlag
from charley.wording import number_text


def cause_page(cause: Cause, library: Library) -> str:
    """Everything the library holds on a cause."""
    code = f"ICD-10-CM {cause.icd10cm}{f', {cause.icd10cm_note}' if cause.icd10cm_note else ''}"
    lines = [
        cause.name,
        f"{cause.clinical_name} ({code})",
        "",
        cause.summary,
        "",
        f"For clinicians: {cause.for_clinicians}",
        f"Chain: {' → '.join(cause.mechanism)}",
        f"When suspected: {cause.urgency.word}. See: {', '.join(cause.who_to_see)}.",
        "",
        f"How common, per 1,000 who ask, aged 40 to 64: {number_line(cause.prior, library)}",
        f"Chance that its pain is a true cramp: {number_line(cause.true_cramp, library)}",
        "",
        *_evidence(cause, library),
    ]
    if cause.look_for:
        lines += ["", "Get help if: " + "; ".join(cause.look_for)]
    if cause.figures:
        lines += ["", "Published figures", *figure_lines(cause.figures)]
    return "\n".join(lines + source_lines(cause.sources, library))


def _evidence(cause: Cause, library: Library) -> list[str]:
    lines = ["What goes with it: chance given this cause, beside the chance among people who ask"]
    for entry in cause.evidence:
        says = in_words(entry.condition, library)
        beside = f"{entry.chance.value:.3g} beside {entry.background.value:.3g}"
        lines.append(f"  {says}: {beside}; {number_line(entry.chance, library)}")
        lines += ["  " + line for line in figure_lines(entry.figures)]
    lines += [
        f"  against: {in_words(e.condition, library)} (times {e.weight.value:.3g})"
        for e in cause.argues_against
    ]
    return lines


def rule_page(rule: RedFlag, library: Library) -> str:
    """A red-flag rule: when it holds, why, and what it tells."""
    lines = [
        f"{rule.id}: {rule.level.word}, for {rule.applies_to.replace('_', ' ')}",
        rule.picture,
        "",
        f"Holds when: {in_words(rule.when, library)}",
        f"Why: {rule.why}",
        f"Tells: {rule.tell}",
        f"Suspects: {', '.join(rule.suspected)}",
        *figure_lines(rule.figures),
    ]
    return "\n".join(lines + source_lines(rule.sources, library))


def finding_page(finding: Finding, library: Library) -> str:
    """A finding: its question, who is asked, and how common each answer is."""
    lines = [finding.id, finding.question, finding.help, f"Why we ask: {finding.why}"]
    asked = f"Asked of: {finding.ask_of.replace('_', ' ')}"
    if finding.ask_if is not None:
        asked += f", when {in_words(finding.ask_if, library)}"
    lines.append(asked)
    if finding.background is not None:
        lines.append(f"Yes among people who ask: {number_line(finding.background, library)}")
    for option in finding.options:
        rate = f": {number_line(option.background, library)}" if option.background else ""
        lines.append(f"  {option.value}{rate}")
    lines += [
        f"  at least {number_text(point.at_least)}: {number_line(point.chance, library)}"
        for point in finding.survival
    ]
    used = [
        cause.name
        for cause in library.causes.values()
        if any(e.condition.finding == finding.id for e in cause.evidence)
    ]
    lines.append(f"Speaks for: {', '.join(used) or 'no cause by itself'}")
    return "\n".join(line for line in lines if line)


def test_page(test: Test, library: Library) -> str:
    """A test: what it shows and when it is worth it."""
    lines = [test.name, test.lay, f"Shows: {test.what_it_shows}", f"Worth it: {test.worth_it_when}"]
    if test.suggest_when is not None:
        lines.append(f"Suggested when: {in_words(test.suggest_when, library)}")
    if test.avoid_when is not None:
        lines.append(f"Not when: {in_words(test.avoid_when, library)}")
    lines += [f"Mind: {caveat}" for caveat in test.caveats]
    return "\n".join(lines + figure_lines(test.figures) + source_lines(test.sources, library))


def source_page(source: Source, library: Library) -> str:
    """A source, and the causes that rest on it."""
    used = [cause.id for cause in library.causes.values() if source.id in cause.sources]
    return f"{source_line(source)}\nUsed by: {', '.join(used) or 'no cause'}"
