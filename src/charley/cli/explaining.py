"""`charley explain`: the library's own page on anything that it names, or one number."""

from __future__ import annotations

import argparse
import sys
from difflib import get_close_matches

from charley.formats.explain import entries, explain
from charley.library import load


def run(arguments: argparse.Namespace) -> int:
    """Print the page; exit code 2 and the nearest names when there is none."""
    library = load()
    page = explain(arguments.what, library)
    if page is not None:
        print(page)
        return 0
    near = get_close_matches(arguments.what, entries(library), n=4, cutoff=0.5)
    hint = f" Did you mean: {', '.join(near)}?" if near else ""
    print(f"charley: {arguments.what[:60]!r} is nothing the library knows.{hint}", file=sys.stderr)
    return 2
