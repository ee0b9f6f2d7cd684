"""Published figures beside the network: each figure, the drawn people's value, the tolerance, hit or miss.

A figure is held to the interval in which one more study of the same quantity would be expected to lie:
its own standard error and, when it was measured in other people than the survey's, how far apart studies
of one quantity in different places lie (see `spread`). Logits for shares, logarithms for ratios.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import exp, log, sqrt
from statistics import median

from charley.population.estimate import student
from charley.population.world.cramps import World, build_world
from charley.population.world.measuring import measured
from charley.records.library import Library
from charley.records.numbers import Number
from charley.records.published import FigureScale, Published, PublishedFigure, Repeats

PEOPLE = 200_000
SEED = 20_060_101
Z = 1.959964
ENOUGH = 0.9
"""The least part of the rows that must be hits."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table; `value`, `low` and `high` are None when the figure cannot be expressed."""

    figure: PublishedFigure
    value: float | None
    low: float | None
    high: float | None

    @property
    def hit(self) -> bool:
        if self.value is None or self.low is None or self.high is None:
            return False
        return self.low <= self.value <= self.high

    @property
    def counts(self) -> bool:
        """False only for figures about another population by definition."""
        return not self.figure.other_population


def compare(library: Library, published: Published, count: int = PEOPLE, seed: int = SEED) -> list[Row]:
    """Every published figure beside the value in `count` drawn people; the same seed, the same rows."""
    world = build_world(library, published, count, seed)
    spreads: dict[FigureScale, Spread] = {
        "share": spread(published.repeats, "share"),
        "ratio": spread(published.repeats, "ratio"),
    }
    return [_row(figure, world, spreads[figure.scale]) for figure in published.figures]


@dataclass(frozen=True, slots=True)
class Spread:
    """Standard deviation between studies of one quantity, and its degrees of freedom."""

    deviation: float
    degrees: int


def spread(repeats: Sequence[Repeats], scale: FigureScale) -> Spread:
    """How far apart studies of one quantity lie: the median over the quantities measured repeatedly.

    The median, for three illnesses whose clinics and registers differ most would otherwise widen every
    tolerance by half.
    """
    groups = [group for group in repeats if group.scale == scale]
    deviations = [_deviation([_scaled(n.value, scale) for n in group.values]) for group in groups]
    return Spread(median(deviations), sum(len(group.values) - 1 for group in groups))


def _deviation(values: Sequence[float]) -> float:
    mean = sum(values) / len(values)
    return sqrt(sum((value - mean) ** 2 for value in values) / (len(values) - 1))


def _row(figure: PublishedFigure, world: World, between: Spread) -> Row:
    if figure.measure is None:
        return Row(figure, None, None, None)
    low, high = tolerance(figure, between)
    return Row(figure, measured(figure.measure, world), low, high)


def tolerance(figure: PublishedFigure, between: Spread) -> tuple[float, float]:
    """The interval in which the network's value counts as a hit.

    For figures from elsewhere a prediction interval for one more study (Higgins and others 2009), with
    Student's t; for figures of the survey's own people the 95% interval.
    """
    number, scale = figure.number, figure.scale
    if scale == "share" and number.value in (0.0, 1.0):
        return number.low, number.high
    error = _error(figure)
    middle = _scaled(number.value, scale)
    reach = Z * error
    if figure.elsewhere:
        reach = student(0.975, between.degrees) * sqrt(error**2 + between.deviation**2)
    low, high = _back(middle - reach, scale), _back(middle + reach, scale)
    last = _last_digit(number)
    return min(low, number.value - last), max(high, number.value + last)


def _error(figure: PublishedFigure) -> float:
    """Standard error on the scale: from the 95% interval, or from the number of people.

    Of an odds ratio printed bare it is the least that so many people allow: four equal cells.
    """
    number, scale = figure.number, figure.scale
    if number.high > number.low:
        return (_scaled(number.high, scale) - _scaled(number.low, scale)) / (2 * Z)
    if scale == "share" and figure.people:
        return 1 / sqrt(figure.people * number.value * (1 - number.value))
    return 4 / sqrt(figure.people) if figure.people else 0.0


def _last_digit(number: Number) -> float:
    """Half of the last digit that a figure was printed with: less is not known of it."""
    digits = len(f"{number.value:.10g}".partition(".")[2])
    return 0.5 * 10.0**-digits if digits else 0.0


def _scaled(value: float, scale: FigureScale) -> float:
    if scale == "ratio":
        return log(max(1e-9, value))
    value = min(1 - 1e-9, max(1e-9, value))
    return log(value / (1 - value))


def _back(value: float, scale: FigureScale) -> float:
    return exp(value) if scale == "ratio" else 1 / (1 + exp(-value))


def summary(rows: Sequence[Row]) -> tuple[int, int]:
    """Hits, and rows that count."""
    counted = [row for row in rows if row.counts]
    return sum(row.hit for row in counted), len(counted)


def as_text(rows: Sequence[Row], published: Published, count: int, seed: int) -> str:
    """The table as a page for the terminal."""
    return "\n".join(_lines(rows, published, count, seed))


def _lines(rows: Sequence[Row], published: Published, count: int, seed: int) -> Iterator[str]:
    hits, counted = summary(rows)
    shares, ratios = spread(published.repeats, "share"), spread(published.repeats, "ratio")
    yield f"Published figures beside {count:,} people drawn from the network (seed {seed})."
    yield "Tolerance: where one more study of the same would be expected to lie (95%). Between places:"
    yield f"{shares.deviation:.2f} on the logit of shares, {ratios.deviation:.2f} on the logarithm of ratios."
    yield "* The figure itself set a number of the model."
    yield ""
    yield f"{'figure':58s} {'published':>9s} {'network':>9s} {'tolerance':>17s}  verdict  source"
    yield from map(_line, rows)
    free = [row for row in rows if row.counts and not row.figure.loaded]
    yield ""
    yield f"{hits} of {counted} rows hit ({hits / counted:.1%}); at least {ENOUGH:.0%} must."
    yield f"Of rows that set no number of the model: {sum(row.hit for row in free)} of {len(free)}."
    if counted < len(rows):
        yield f"{len(rows) - counted} rows are about other people by definition and do not count."


def _line(row: Row) -> str:
    figure = row.figure
    says = f"{figure.says}{' *' if figure.loaded else ''}"
    start = f"{says:58s} {figure.number.value:9.4g}"
    if row.value is None or row.low is None or row.high is None:
        verdict = "not counted" if figure.other_population else "MISS"
        why = f"not expressible: {figure.not_expressible}"
        return f"{start} {'':9s} {'':17s}  {verdict}     {figure.number.source} ({why})"
    verdict, span = "hit " if row.hit else "MISS", f"{row.low:.3g} to {row.high:.3g}"
    return f"{start} {row.value:9.3g} {span:>17s}  {verdict}     {figure.number.source}"
