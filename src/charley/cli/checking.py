"""`charley check`: for authors of knowledge."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from charley.errors import Fault, KnowledgeError
from charley.records.lexicon import Lexicon
from charley.records.library import Library


def run(arguments: argparse.Namespace) -> int:
    """Check a folder of knowledge; exit code 1 when it has faults, 2 when it is no folder."""
    from charley.library.store import KNOWLEDGE

    directory = Path(arguments.directory) if arguments.directory else KNOWLEDGE
    if not directory.is_dir():
        print(f"charley: {directory}: is no folder of knowledge", file=sys.stderr)
        return 2
    try:
        library, shelves = _checked(directory)
    except KnowledgeError as error:
        for fault in error.faults:
            print(fault)
        count = len(error.faults)
        print("1 fault" if count == 1 else f"{count} faults", file=sys.stderr)
        return 1
    judged = sum(cause.prior.kind == "judged" for cause in library.causes.values())
    print(
        f"{len(library.causes)} causes ({judged} with a judged prior), {len(library.findings)} findings, "
        f"{len(library.red_flags)} rules, {len(library.tests)} tests, {len(library.medicines)} medicines, "
        f"{len(library.illnesses)} conditions, {len(library.analytes)} laboratory values, "
        f"{len(library.sources)} sources{_named(shelves)}: no fault. Fingerprint {library.fingerprint}."
    )
    return 0


def _checked(directory: Path) -> tuple[Library, list[str]]:
    """The library and the names of its side shelves; every fault of all of them at once."""
    from charley.library.assemble import core_of, in_order, ready
    from charley.library.shelves import shelf_of, shelves_in
    from charley.library.workbench import Workbench

    readied = ready(directory, Workbench())
    library, shelves = core_of(readied), shelves_in(directory)
    for shelf in shelves if library else ():
        value = shelf_of(shelf, readied)
        if library is not None and isinstance(value, Lexicon):
            readied.bench.faults.extend(_examples(library, value))
    if readied.bench.faults or library is None:
        raise KnowledgeError(in_order(readied.bench.faults))
    return library, shelves


def _examples(library: Library, lexicon: Lexicon) -> Iterator[Fault]:
    """The lexicon's examples that are not read as they must be."""
    from charley.intake.examples import check_examples
    from charley.intake.text.chart import Speller
    from charley.reading.telling import names_of

    return check_examples(library, Speller(lexicon), names_of(library))


def _named(shelves: list[str]) -> str:
    return f"; shelves: {', '.join(shelves)}" if shelves else ""
