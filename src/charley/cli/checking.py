"""`charley check`: for authors of knowledge."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from charley.errors import KnowledgeError


def run(arguments: argparse.Namespace) -> int:
    """Check a folder of knowledge; exit code 1 when it has faults, 2 when it is no folder."""
    from charley.library.assemble import build_library
    from charley.library.store import KNOWLEDGE

    directory = Path(arguments.directory) if arguments.directory else KNOWLEDGE
    if not directory.is_dir():
        print(f"charley: {directory}: is no folder of knowledge", file=sys.stderr)
        return 2
    try:
        library = build_library(directory)
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
        f"{len(library.sources)} sources: no fault. Fingerprint {library.fingerprint}."
    )
    return 0
