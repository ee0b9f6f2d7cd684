"""Reading text: milliseconds for 2,000 characters after start, and how the time grows with the length.

The texts are the narratives of the development vignettes joined until they are long enough. The
target is at most 10 ms for 2,000 characters, and twice the time for twice the text. Prints the
median and the best of several runs of each length, in turn, and the memory that reading needs.
"""

from __future__ import annotations

import json
import statistics
import sys
import time
import tracemalloc
from datetime import date
from pathlib import Path

from charley.intake import read_story
from charley.library import load
from charley.reading.telling import names_of, speller

ROOT = Path(__file__).resolve().parent.parent
LENGTHS = (1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 64_000)
ROUNDS = 15
TODAY = date(2026, 11, 22)


def texts() -> dict[int, str]:
    """One text of each length."""
    told = json.loads((ROOT / "vignettes" / "dev.json").read_text(encoding="utf-8"))
    story = " ".join(entry["narrative"] for entry in told)
    story = story * (max(LENGTHS) // len(story) + 1)
    return {length: story[:length] for length in LENGTHS}


def main() -> None:
    """Print the table."""
    start = time.perf_counter()
    library = load()
    words, names = speller(), names_of(library)
    print(
        f"start: {1000 * (time.perf_counter() - start):.0f} ms (library, lexicon and names, in this process)"
    )
    chosen = texts()
    runs: dict[int, list[float]] = {length: [] for length in LENGTHS}
    for _ in range(ROUNDS):
        for length, text in chosen.items():
            begin = time.perf_counter()
            read_story(text, library, words, names, TODAY)
            runs[length].append(1000 * (time.perf_counter() - begin))
    print(f"{'characters':>10}{'median ms':>11}{'best ms':>9}{'to half':>9}")
    last = 0.0
    for length, measured in runs.items():
        middle = statistics.median(measured)
        ratio = f"{middle / last:>8.2f}x" if last else ""
        print(f"{length:>10}{middle:>11.2f}{min(measured):>9.2f}{ratio}")
        last = middle
    tracemalloc.start()
    read_story(chosen[max(LENGTHS)], library, words, names, TODAY)
    print(
        f"memory while reading {max(LENGTHS):,} characters: {tracemalloc.get_traced_memory()[1] / 1e6:.1f} MB"
    )


if __name__ == "__main__":
    sys.exit(main())
