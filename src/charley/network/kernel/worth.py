"""The worth of every question by the kernel: the same as `charley.network.worth.plain_values`."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence

from charley.network.kernel._kernel import Options, Questions
from charley.network.kernel.layout import TELLS, padded
from charley.network.likelihood import UNLISTED
from charley.network.options import choices, plogp
from charley.network.worth import LEVELS, Spoken, Worth, spoken
from charley.records.derived import once_per_library
from charley.records.library import Library


@once_per_library
def questions(library: Library) -> Questions:
    """What the causes say of every condition, as the kernel's tables."""
    entries = spoken(library)
    first = array("i", [0])
    for entry in entries:
        first.append(first[-1] + len(entry.by))
    tables: dict[str, array[int] | array[float]] = {
        "background": array("d", [entry.background for entry in entries]),
        "first": first,
        "level": array("i", [int(cause.urgency) for cause in library.causes.values()]),
        "question": array("i", _places(library, (entry.condition.finding for entry in entries))),
        "loss": array("d", [library.losses[action][truth] for action in LEVELS for truth in LEVELS]),
    }
    arrays = {name: table.tobytes() for name, table in tables.items()}
    arrays["tells"] = b"".join(_tells(entry) for entry in entries)
    return Questions(len(entries), len(library.causes), first[-1], UNLISTED, arrays)


def kernel_values(library: Library, responsible: Sequence[float]) -> list[Worth]:
    """The worth of every condition of `spoken`."""
    count = len(spoken(library))
    out = array("d", bytes(24 * count))
    questions(library).worth(array("d", responsible), out)
    return [
        Worth(*numbers) for numbers in zip(out[:count], out[count : 2 * count], out[2 * count :], strict=True)
    ]


def _tells(entry: Spoken) -> bytes:
    return b"".join(
        padded(TELLS, place, chance, plogp(chance) + plogp(1 - chance)) for place, chance in entry.by
    )


def _places(library: Library, findings: Iterable[str]) -> list[int]:
    places = {id_: place for place, id_ in enumerate(library.findings)}
    return [places[id_] for id_ in findings]


@once_per_library
def options(library: Library) -> Options:
    """How the causes spread over the options of every choice, as the kernel's tables."""
    found = choices(library)
    width = max((len(choice.background) for choice in found), default=1)
    first, causes = array("i", [0]), array("i")
    rows, within = array("d"), array("d")
    for choice in found:
        for cause, row in ((-1, choice.background), *choice.by):
            causes.append(cause)
            rows.extend([*row, *[0.0] * (width - len(row))])
            within.append(sum(map(plogp, row)))
        first.append(len(causes))
    question = array("i", _places(library, (choice.finding for choice in found)))
    tables: dict[str, array[int] | array[float]]
    tables = {"first": first, "causes": causes, "question": question, "rows": rows, "within": within}
    arrays = {name: table.tobytes() for name, table in tables.items()}
    return Options(len(found), width, len(causes), len(library.causes), arrays)


def kernel_bits(library: Library, responsible: Sequence[float]) -> list[float]:
    """The bits of every choice: the same as `charley.network.options.plain_bits`."""
    out = array("d", bytes(8 * len(choices(library))))
    options(library).bits(array("d", responsible), out)
    return list(out)
