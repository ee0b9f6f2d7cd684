"""Reads the folder of one NHANES cycle: the project's parquet files, or CDC's own transport files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from charley.errors import Fault, InputError
from charley.population.transport import Column, read_transport

Numbers = NDArray[np.float64]

NEEDED: dict[str, tuple[str, ...]] = {
    "DEMO": (
        "SEQN", "SDDSRVYR", "RIAGENDR", "RIDAGEYR", "RIDEXPRG", "WTINT2YR", "WTMEC2YR", "SDMVPSU", "SDMVSTRA",
    ),
    "SLQ": ("SLQ160",),
    "MCQ": (
        "MCQ160A", "MCQ160B", "MCQ160C", "MCQ160D", "MCQ160E", "MCQ160F", "MCQ160G", "MCQ160K", "MCQ160L",
        "MCQ160M", "MCQ220",
    ),
    "DIQ": ("DIQ010",),
    "KIQ_U": ("KIQ022",),
    "BPQ": ("BPQ020",),
    "SMQ": ("SMQ020", "SMQ040"),
    "ALQ": ("ALQ101", "ALQ110", "ALQ120Q", "ALQ120U", "ALQ130"),
    "BMX": ("BMXBMI",),
    "DPQ": ("DPQ010", "DPQ020"),
}  # fmt: skip
"""CDC's files and the variables that are read from each."""

OPTIONAL: dict[str, tuple[str, ...]] = {
    "SLQ": ("SLQ150",),
    "BIOPRO": ("LBXSAL", "LBXSAPSI", "LBXSCA", "LBXSCR", "LBXSKSI", "LBXSNASI"),
    "GHB": ("LBXGH",),
    "CBC": ("LBXHGB",),
    "VID": ("LBXVIDMS",),
}
"""Files and variables that may be missing: what they tell is then unknown of everybody."""

ALSO_CALLED = {"LBXVIDMS": ("LBDVIDMS", "vitd25oh_nmol_l")}
"""Other names of a variable: that of another cycle, and that of the project's own files."""

MEDICINES = "RXQ_RX"
TESTS = tuple(name for names in OPTIONAL.values() for name in names if name.startswith("LBX"))
"""Blood tests as measured."""
CYCLES = {4.0: "2005-2006", 5.0: "2007-2008"}
"""The two cycles in which the question about night cramps was asked, by SDDSRVYR."""


@dataclass(frozen=True, slots=True)
class RawSurvey:
    """The survey as released: codes as they stand, and the prescribed medicines by person."""

    cycle: str
    columns: Mapping[str, Numbers]
    medicines: Mapping[float, tuple[str, ...]]
    medicines_unknown: frozenset[float]


def read_folder(directory: Path) -> RawSurvey:
    """One cycle of the survey. Raises InputError that says what is missing, and of which file."""
    if not directory.is_dir():
        raise _fault(str(directory), "is no folder", "Give the folder that holds the survey's files.")
    adults = sorted(directory.glob("leg_cramps_adults_*.parquet"))
    if adults:
        return _checked(_parquet(directory, adults), directory)
    if any(_transport_files(directory)):
        return _checked(_transport(directory), directory)
    raise _fault(
        str(directory),
        "holds no survey",
        "It needs leg_cramps_adults_*.parquet and prescriptions_adults_*.parquet, or CDC's XPT files.",
    )


def _parquet(directory: Path, adults: list[Path]) -> RawSurvey:
    import polars

    prescriptions = sorted(directory.glob("prescriptions_adults_*.parquet"))
    for name, found in (("leg_cramps_adults", adults), ("prescriptions_adults", prescriptions)):
        if len(found) != 1:
            mend = "Keep each cycle in a folder of its own."
            raise _fault(str(directory), f"needs one {name}_*.parquet, not {len(found)}", mend)
    try:
        people, bought = (polars.read_parquet(file) for file in (adults[0], prescriptions[0]))
    except (polars.exceptions.PolarsError, OSError) as error:
        raise _fault(str(directory), f"holds a parquet file that cannot be read: {error}") from None
    needed = [name for names in NEEDED.values() for name in names] + ["RXDUSE"]
    _require(needed, people.columns, adults[0].name)
    _require(["SEQN", "RXDDRUG"], bought.columns, prescriptions[0].name)
    wanted = {name: name for name in needed} | _there(people.columns)
    columns = _whole(
        {
            name: people[column].cast(polars.Float64).fill_null(float("nan")).to_numpy()
            for name, column in wanted.items()
        }
    )
    unknown = columns["SEQN"][np.isin(columns["RXDUSE"], (7, 9))]
    pairs = zip(bought["SEQN"].cast(polars.Float64).to_list(), bought["RXDDRUG"].to_list(), strict=True)
    return _survey(columns, pairs, unknown)


def _transport_files(directory: Path) -> dict[str, Path]:
    return {file.stem.upper(): file for file in sorted(directory.iterdir()) if file.suffix.upper() == ".XPT"}


def _transport(directory: Path) -> RawSurvey:
    files = _transport_files(directory)
    letters = sorted({stem.rsplit("_", 1)[-1] for stem in files if stem.startswith("DEMO")})
    if len(letters) != 1:
        mend = "Keep each cycle in a folder of its own, with its DEMO file."
        raise _fault(str(directory), f"needs one DEMO_*.XPT, not {len(letters)}", mend)
    wanted = [f"{name}_{letters[0]}" for name in (*NEEDED, MEDICINES)]
    missing = [f"{name}.XPT" for name in wanted if name not in files]
    if missing:
        raise _fault(str(directory), f"lacks {', '.join(missing)}", "They are on CDC's page of that cycle.")
    tables = {name: _table(files[f"{name}_{letters[0]}"], needed) for name, needed in NEEDED.items()}
    people = tables["DEMO"]["SEQN"]
    columns: dict[str, Numbers] = dict(tables["DEMO"])
    for name, needed in NEEDED.items():
        if name != "DEMO":
            columns |= _joined(people, tables[name], needed)
    for name, wished in OPTIONAL.items():
        if (extra := files.get(f"{name}_{letters[0]}")) is not None:
            columns |= _joined(people, *_wished(extra, wished))
    columns = _whole(columns)
    file = files[f"{MEDICINES}_{letters[0]}"]
    bought = read_transport(file)
    _require(["SEQN", "RXDUSE", "RXDDRUG"], bought, file.name)
    takers = _numbers(bought, "SEQN", file)
    drugs = bought["RXDDRUG"]
    if not isinstance(drugs, list):
        raise _fault(file.name, "has numbers where RXDDRUG must hold names")
    unknown = takers[np.isin(_numbers(bought, "RXDUSE", file), (7, 9))]
    return _survey(columns, zip(takers.tolist(), drugs, strict=True), unknown)


def _table(file: Path, needed: Iterable[str]) -> dict[str, Numbers]:
    table = read_transport(file)
    names = dict.fromkeys(("SEQN", *needed))
    _require(names, table, file.name)
    columns = {name: _numbers(table, name, file) for name in names}
    if len(np.unique(columns["SEQN"])) != len(columns["SEQN"]):
        raise _fault(file.name, "has a person twice")
    return columns


def _wished(file: Path, names: Iterable[str]) -> tuple[dict[str, Numbers], list[str]]:
    """Those of the variables that the file holds, with the person's number, and their names."""
    there = {name: column for name, column in _there(read_transport(file)).items() if name in names}
    table = _table(file, there.values())
    return {"SEQN": table["SEQN"]} | {name: table[column] for name, column in there.items()}, list(there)


def _there(columns: Iterable[str]) -> dict[str, str]:
    """The optional variables that are there, with the names of their columns; the fullest name first."""
    have = set(columns)
    found: dict[str, str] = {}
    for name in (name for names in OPTIONAL.values() for name in names):
        column = next((c for c in (*ALSO_CALLED.get(name, ())[::-1], name) if c in have), None)
        if column:
            found[name] = column
    return found


def _whole(columns: dict[str, Numbers]) -> dict[str, Numbers]:
    """Unknown of everybody where an optional variable is not there."""
    unknown = np.full(len(columns["SEQN"]), np.nan)
    return {name: unknown for names in OPTIONAL.values() for name in names} | columns


def _numbers(table: Mapping[str, Column], name: str, file: Path) -> Numbers:
    column = table[name]
    if isinstance(column, list):
        raise _fault(file.name, f"has text where {name} must hold numbers")
    return column


def _joined(people: Numbers, table: Mapping[str, Numbers], names: Iterable[str]) -> dict[str, Numbers]:
    """The columns in the order of `people`; who is not in the table gets no value."""
    place = {person: index for index, person in enumerate(table["SEQN"].tolist())}
    order = np.array([place.get(person, -1) for person in people.tolist()])
    return {name: np.where(order >= 0, table[name][order], np.nan) for name in names}


def _survey(
    columns: Mapping[str, Numbers], bought: Iterable[tuple[float, str | None]], unknown: Numbers
) -> RawSurvey:
    medicines: dict[float, tuple[str, ...]] = {}
    for person, drug in bought:
        if drug:
            medicines[person] = (*medicines.get(person, ()), drug.upper())
    releases = set(columns["SDDSRVYR"].tolist())
    cycle = CYCLES.get(next(iter(releases)), "") if len(releases) == 1 else ""
    return RawSurvey(cycle, columns, medicines, frozenset(unknown.tolist()))


def _checked(survey: RawSurvey, directory: Path) -> RawSurvey:
    where = str(directory)
    columns = survey.columns
    if not survey.cycle:
        mend = f"The question about night cramps was asked in {' and '.join(CYCLES.values())} only."
        raise _fault(where, "is not one cycle of the survey in which cramps were asked", mend)
    for name in ("SEQN", "RIAGENDR", "RIDAGEYR", "WTINT2YR", "WTMEC2YR", "SDMVPSU", "SDMVSTRA"):
        if np.isnan(columns[name]).any():
            raise _fault(where, f"has people without {name}", "Use the files as released.")
    if (columns["WTINT2YR"] < 0).any() or (columns["WTMEC2YR"] < 0).any():
        raise _fault(where, "has weights below 0", "Use the files as released.")
    if len(np.unique(columns["SEQN"])) != len(columns["SEQN"]):
        raise _fault(where, "has a person twice", "Use the files as released.")
    for stratum in np.unique(columns["SDMVSTRA"]):
        if len(np.unique(columns["SDMVPSU"][columns["SDMVSTRA"] == stratum])) < 2:
            mend = "Keep the whole design: never filter the rows first."
            raise _fault(where, f"has one cluster only in stratum {stratum:g}", mend)
    return survey


def _require(names: Iterable[str], there: Iterable[str], file: str) -> None:
    missing = sorted(set(names) - set(there))
    if missing:
        raise _fault(file, f"lacks {', '.join(missing)}", "Use the file as released.")


def _fault(where: str, problem: str, mend: str = "") -> InputError:
    return InputError([Fault(where, problem, mend)])
