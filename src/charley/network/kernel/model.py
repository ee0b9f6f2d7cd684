"""The library's numbers as flat tables for the kernel, made once for each library."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from math import log

from charley.network import likelihood as plain
from charley.network.exact import messages, sampling
from charley.network.kernel import layout as c
from charley.network.kernel.atoms import Atoms
from charley.network.parameters import Parameter, is_drawn, largest, normal_table, parameters, steps
from charley.network.person import MOST_ENTRIES, STATES, Shown, signs_of
from charley.records.causes import Against, Cause, Evidence
from charley.records.conditions import Compare, LabCompare, OneFinding
from charley.records.library import Library
from charley.records.numbers import Number
from charley.records.rules import Urgency
from charley.truth import Truth

TABLES = ("causes", "groups", "parameters", "signs", "shows", "features")
STATES_OF_DRAW = 256
"""States drawn for each draw of the parameters: the spread over 200 draws needs no more for each of them."""

SCALES = {"logit": c.LOGIT, "log": c.LOG}


@dataclass(slots=True)
class Flat:
    """The tables being filled. `keys` gives the numbers of the library their place among all draws."""

    library: Library
    atoms: Atoms = field(default_factory=Atoms)
    rows: dict[str, list[bytes]] = field(default_factory=lambda: {name: [] for name in TABLES})
    keys: dict[tuple[str, str, int], Parameter] = field(default_factory=dict)
    findings: dict[str, int] = field(default_factory=dict)
    clusters: dict[str, int] = field(default_factory=dict)
    mechanisms: list[str] = field(default_factory=list)
    shown_as: dict[tuple[int, OneFinding], int] = field(default_factory=dict)
    listed: list[Parameter | None] = field(default_factory=list)

    def cluster(self, fact: str) -> int:
        """The number of a fact's cluster."""
        finding = self.library.findings.get(fact)
        name = (finding.cluster if finding else "") or fact
        return self.clusters.setdefault(name, len(self.clusters))

    def parameter(self, atom: int, flags: int, given: Given) -> int:
        """Add a parameter; its number."""
        known = self.keys[given.key]
        middle, below, above = steps(known.number, known.scale)
        row = (
            atom, flags, given.chance, given.base, given.scale, given.offset,
            *given.ratios, *given.deviations, middle, below, above,
            SCALES[known.scale] if is_drawn(known.number) else c.NEVER, known.key,
        )  # fmt: skip
        self.rows["parameters"].append(c.padded(c.PARAMETER, *row))
        self.listed.append(known)
        return len(self.listed) - 1

    def group(
        self, kind: int, first: int, count: int, cluster: int, guard: int = -1, flags: int = 0,
        rest: tuple[float, float, float] = (0.0, 0.0, 1.0),
    ) -> None:  # fmt: skip
        """Add entries that are read together."""
        self.rows["groups"].append(c.padded(c.GROUP, kind, first, count, cluster, guard, flags, *rest))


@dataclass(frozen=True, slots=True)
class Given:
    """A chance beside its base, with the log ratios and deviations of no and yes.

    What is compared is `offset + scale * chance`.
    """

    key: tuple[str, str, int]
    chance: float
    base: float = 1.0
    ratios: tuple[float, float] = (0.0, 0.0)
    deviations: tuple[float, float] = (0.0, 0.0)
    scale: float = 1.0
    offset: float = 0.0


@dataclass(frozen=True, slots=True)
class Model:
    """The tables with what the numbers in them stand for."""

    arrays: dict[str, bytes]
    counts: dict[str, int]
    constants: dict[str, float]
    atoms: Atoms
    findings: dict[str, int]
    mechanisms: tuple[str, ...]
    parameters: tuple[Parameter | None, ...]


def flatten(library: Library) -> Model:
    """All tables of a library."""
    flat = Flat(library)
    flat.keys = {(p.cause, p.part, p.place): p for p in parameters(library)}
    flat.findings = {id_: place for place, id_ in enumerate(library.findings)}
    flat.mechanisms = sorted({name for cause in library.causes.values() for name in cause.mechanisms})
    for place, cause in enumerate(library.causes.values()):
        _cause(flat, place, cause)
    shown = _signs(flat)
    for feature in library.true_cramp.features:
        true, false = feature.if_true_cramp.value, feature.if_look_alike.value
        ratios = log((1 - true) / (1 - false)), log(true / false)
        flat.rows["features"].append(c.padded(c.FEATURE, flat.atoms.number(feature.condition), *ratios))
    return _closed(flat, shown)


def _closed(flat: Flat, shown: int) -> Model:
    arrays = {name: b"".join(rows) for name, rows in flat.rows.items()}
    arrays["normal"] = array("d", normal_table()).tobytes()
    counts = {name: len(flat.rows[name]) for name in ("causes", "groups", "parameters", "signs", "features")}
    counts |= {
        "shown": shown,
        "atoms": len(flat.atoms.numbers),
        "findings": len(flat.findings),
        "clusters": len(flat.clusters),
        "mechanisms": len(flat.mechanisms),
    }
    return Model(
        arrays, counts, _constants(), flat.atoms, flat.findings, tuple(flat.mechanisms), tuple(flat.listed)
    )


def _constants() -> dict[str, float]:
    return {
        "unlisted": plain.UNLISTED,
        "fade": plain.FADE,
        "silence": plain.SILENCE,
        "silence_deviation": plain.SILENCE_DEVIATION,
        "defining": plain.DEFINING,
        "most_entries": MOST_ENTRIES,
        "sample_seed": sampling.SEED,
        "states": STATES,
        "states_of_draw": STATES_OF_DRAW,
        "rounds": messages.ROUNDS,
        "least_drawn": sampling.LEAST_DRAWN,
    }


def _cause(flat: Flat, place: int, cause: Cause) -> None:
    first = len(flat.rows["groups"])
    own = [
        _own(flat, cause, part, number)
        for part, number in (
            ("true_cramp", cause.true_cramp),
            ("contributes", cause.contributes),
            ("prior", cause.prior),
        )
    ]
    entries = {id(entry): _entry(flat, place, cause, i, entry) for i, entry in enumerate(cause.evidence)}
    if cause.urgency < Urgency.SAME_DAY:
        _silences(flat, cause, entries)
    for finding, group in plain.laid_out(cause, flat.library).by_finding:
        _evidence(flat, finding, group, [entries[id(entry)] for entry in group])
    for i, against in enumerate(cause.argues_against):
        _against(flat, cause, i, against)
    _features(flat, cause)
    _labs(flat, cause)
    marks = sum(1 << flat.mechanisms.index(name) for name in set(cause.mechanisms))
    row = (first, len(flat.rows["groups"]) - first, int(cause.urgency >= Urgency.SAME_DAY), *own, marks)
    spread = plain.prior_spread(cause)
    flat.rows["causes"].append(c.padded(c.CAUSE, *row, int(cause.urgency), spread))


def _own(flat: Flat, cause: Cause, part: str, number: Number) -> int:
    return flat.parameter(-1, 0, Given((cause.id, part, 0), number.value))


def _entry(flat: Flat, place: int, cause: Cause, index: int, entry: Evidence) -> tuple[int, Given, int]:
    """Atom, numbers and flags of one entry; its row is added with its group."""
    id_ = entry.condition.finding
    flags = c.ONE_SIDED
    if flat.library.findings[id_].episode and not entry.risk:
        flags |= c.OF_EPISODE
    if plain.is_shown(entry, flat.library):
        flags |= c.OF_SIGN
    given = _given((cause.id, "evidence", index), entry.chance, entry.leak)
    return flat.atoms.number(entry.condition), given, flags


def _given(key: tuple[str, str, int], chance: Number, base: float) -> Given:
    ratios = plain.log_ratio(chance.value, base, Truth.NO), plain.log_ratio(chance.value, base, Truth.YES)
    deviations = plain.deviation(chance, Truth.NO), plain.deviation(chance, Truth.YES)
    return Given(key, chance.value, base, ratios, deviations)


Entries = dict[int, tuple[int, Given, int]]


def _silences(flat: Flat, cause: Cause, entries: Entries) -> None:
    """Facts that may define the cause, when they are left out. A draw may make one defining."""
    for entry in cause.evidence:
        if entry.risk and entry.leak < 0.5 and largest(entry.chance) >= plain.DEFINING:
            atom, given, flags = entries[id(entry)]
            finding = entry.condition.finding
            number = flat.parameter(atom, flags, given)
            flat.group(c.SILENCE, number, 1, flat.cluster(finding), flat.findings[finding])


def _evidence(flat: Flat, finding: str, group: list[Evidence], rows: list[tuple[int, Given, int]]) -> None:
    kind = {"choice": c.CHOICE, "number": c.NUMBER}.get(flat.library.findings[finding].type, c.EACH)
    if kind == c.NUMBER:
        rarest = sorted(range(len(group)), key=lambda i: group[i].background.value)
        limits = [i for i in rarest if isinstance(group[i].condition, Compare)]
        group, rows = [group[i] for i in limits], [rows[i] for i in limits]
    first = len(flat.listed)
    for (atom, given, flags), entry in zip(rows, group, strict=True):
        number = flat.parameter(atom, flags, given)
        if flags & c.OF_SIGN:
            flat.shown_as[len(flat.rows["causes"]), entry.condition] = number
    rest = plain.rest_of(group) if kind == c.CHOICE else (0.0, 0.0, 1.0)
    flags = c.OF_EPISODE if flat.library.findings[finding].episode else 0
    flat.group(kind, first, len(group), flat.cluster(finding), flat.findings[finding], flags, rest)


def _against(flat: Flat, cause: Cause, index: int, entry: Against) -> None:
    id_, background = entry.condition.finding, entry.background.value
    chance = entry.weight.value * background
    given = Given(
        (cause.id, "against", index),
        entry.weight.value,
        background,
        (plain.log_ratio(chance, background, Truth.NO), plain.log_ratio(chance, background, Truth.YES)),
        (0.0, plain.weight_deviation(entry)),
        scale=background,
    )
    flags = c.ONE_SIDED | (c.OF_EPISODE if flat.library.findings[id_].episode else 0)
    number = flat.parameter(flat.atoms.number(entry.condition), flags, given)
    flat.group(c.EACH, number, 1, flat.cluster(id_))


def _features(flat: Flat, cause: Cause) -> None:
    """Agreed features of a true cramp that the cause leaves to its share of true cramps."""
    average = flat.library.true_cramp.share.value
    agreed = {feature.condition: feature for feature in flat.library.true_cramp.features}
    for condition, (no, yes) in plain.laid_out(cause, flat.library).features:
        true, false = agreed[condition].if_true_cramp.value, agreed[condition].if_look_alike.value
        given = Given(
            (cause.id, "true_cramp", 0),
            cause.true_cramp.value,
            average * true + (1 - average) * false,
            (no.log_ratio, yes.log_ratio),
            (no.deviation, yes.deviation),
            true - false,
            false,
        )
        number = flat.parameter(flat.atoms.number(condition), c.OF_EPISODE, given)
        flat.group(c.EACH, number, 1, flat.cluster(condition.finding))


def _labs(flat: Flat, cause: Cause) -> None:
    for analyte in flat.library.analytes.values():
        for place, link in enumerate(analyte.speaks_for):
            if link.cause == cause.id:
                atom = flat.atoms.number(LabCompare(analyte.id, link.comparison, link.value))
                given = _given((analyte.id, "lab", place), link.chance, link.background.value)
                number = flat.parameter(atom, c.ONE_SIDED, given)
                flat.group(c.EACH, number, 1, flat.cluster(f"lab:{analyte.id}"))


def _signs(flat: Flat) -> int:
    """The noisy-OR findings with the causes that show them; how many links there are."""
    signs = [sign for of_finding in signs_of(flat.library).values() for sign in of_finding]
    names = {name: place for place, name in enumerate(sorted(str(sign.condition) for sign in signs))}
    total = 0
    for sign in signs:
        absent, present = (form for _, form in sign.forms)
        rows = list(_shows(flat, sign.condition, absent, present))
        cluster = flat.library.findings[sign.condition.finding].cluster
        flat.rows["shows"].extend(rows)
        numbers = (
            flat.atoms.number(sign.condition),
            flat.cluster(sign.condition.finding) if cluster else -1,
            total,
            len(rows),
            names[str(sign.condition)],
            sum(chance > present.leak for _, chance in present.chances),
        )
        flat.rows["signs"].append(c.padded(c.SIGN, *numbers, present.leak))
        total += len(rows)
    return total


def _shows(flat: Flat, condition: OneFinding, absent: Shown, present: Shown) -> Iterable[bytes]:
    for place, chance in present.chances:
        ratios = absent.log_ratio(chance), present.log_ratio(chance)
        number = flat.shown_as[place, condition]
        yield c.padded(c.SHOWS, place, number, int(chance > present.leak), *ratios)


def names_of(model: Model) -> Iterator[str]:
    """The causes in the order of the tables."""
    return (p.cause for p in model.parameters if p is not None and p.part == "prior")
