"""The score as a table with its misses."""

from __future__ import annotations

from collections.abc import Iterator

from charley.score.vignettes import MEASURES, Outcome, Report


def table(report: Report) -> str:
    """The measures with 95% intervals, all and by kind, then every miss on a line."""
    groups: list[tuple[str, str | None]] = [("all", None), *((kind, kind) for kind in report.kinds())]
    lines = [f"input: {report.input}, {len(report.outcomes)} vignettes, 95% Wilson intervals"]
    lines.append(f"{'measure':<22}" + "".join(f"{name:<30}" for name, _ in groups).rstrip())
    for name in MEASURES:
        cells = "".join(f"{report.measure(name, kind)!s:<30}" for _, kind in groups)
        lines.append(f"{name:<22}{cells}".rstrip())
    misses = [line for outcome in report.outcomes for line in _misses(outcome)]
    return "\n".join([*lines, "", f"misses: {len(misses)}", *misses])


def _misses(o: Outcome) -> Iterator[str]:
    for fault in o.faults:
        yield f"{o.id} refused: {fault}"
    if o.wanted and not o.hit(1):
        place = "top-3" if o.hit(3) else "not in top-3"
        yield f"{o.id} {place}: wanted {', '.join(sorted(o.wanted))}; got {', '.join(o.ranked[:4])}"
    if o.level < o.least_safe:
        yield f"{o.id} UNDER-TRIAGE: {o.level.word}, at least {o.least_safe.word} is safe"
    counts, marks = MEASURES["emergency sensitivity"]
    if counts(o) and not marks(o):
        yield f"{o.id} EMERGENCY MISSED: {o.level.word}"
    counts, marks = MEASURES["over-triage"]
    if counts(o) and marks(o):
        names = ", ".join(s.name for s in o.answer.urgency_from[:3]) if o.answer else ""
        yield f"{o.id} over-triage: {o.level.word} for {o.expected.word} ({names})"
    if o.feared and not o.fears_covered:
        yield f"{o.id} feared cause not covered"
