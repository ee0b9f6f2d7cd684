"""Reading text: milliseconds for 2,000 characters after start, and how the time grows with the length.

The texts are the narratives of the development vignettes joined until they are long enough. The
target is at most 10 ms for 2,000 characters, and twice the time for twice the text. Prints the
processor time of several runs of each length, in turn: with the compiled walk the median, the best and the
growth, and the best with the plain walk that reads where no compiler was; then the memory that reading needs.
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
from charley.intake.story import Names
from charley.intake.text.chart import Speller
from charley.intake.text.matching import PlainMatcher
from charley.library import load
from charley.reading.telling import names_of, speller
from charley.records.library import Library

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


def plain_speller(words: Speller) -> Speller:
    """The same lexicon with the walk in Python."""
    plain = Speller(words.lexicon)
    plain.phrases = PlainMatcher(words.lexicon.phrases)
    plain.parts = PlainMatcher(words.lexicon.parts, shortest=True)
    return plain


def measure(text: str, library: Library, words: Speller, names: Names) -> float:
    """Milliseconds of processor time to read a text."""
    begin = time.process_time()
    read_story(text, library, words, names, TODAY)
    return 1000 * (time.process_time() - begin)


def measured(
    chosen: dict[int, str], library: Library, words: Speller, names: Names
) -> dict[int, list[float]]:
    """Every text several times, in turn."""
    runs: dict[int, list[float]] = {length: [] for length in LENGTHS}
    for _ in range(ROUNDS):
        for length, text in chosen.items():
            runs[length].append(measure(text, library, words, names))
    return runs


def main() -> None:
    """Print the table."""
    start = time.perf_counter()
    library = load()
    words, names = speller(), names_of(library)
    print(
        f"start: {1000 * (time.perf_counter() - start):.0f} ms (library, lexicon and names, in this process)"
    )
    if isinstance(words.parts, PlainMatcher):
        print("no compiled walk: both columns are the plain one")
    chosen = texts()
    print(f"first text of 2,000 characters: {measure(chosen[2_000], library, words, names):.0f} ms")
    runs = measured(chosen, library, words, names)
    plain = measured(chosen, library, plain_speller(words), names)
    print(f"{'characters':>10}{'median ms':>11}{'best ms':>9}{'to half':>9}{'plain, best ms':>16}")
    last = 0.0
    for length, told in runs.items():
        best = min(told)
        ratio = f"{best / last:.2f}x" if last else ""
        print(
            f"{length:>10}{statistics.median(told):>11.2f}{best:>9.2f}{ratio:>9}{min(plain[length]):>16.2f}"
        )
        last = best
    tracemalloc.start()
    read_story(chosen[max(LENGTHS)], library, words, names, TODAY)
    print(
        f"memory while reading {max(LENGTHS):,} characters: {tracemalloc.get_traced_memory()[1] / 1e6:.1f} MB"
    )


if __name__ == "__main__":
    sys.exit(main())
