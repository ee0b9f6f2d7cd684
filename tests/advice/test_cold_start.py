"""Relief is asked for in pain: with the compiled shelves it loads nothing heavy."""

from __future__ import annotations

import subprocess
import sys

CODE = """
import sys
from charley.cli import main
assert main(["relief", "calf", "--json"]) == 0
assert main(["exercise", "bedtime", "--json"]) == 0
heavy = {"pydantic", "yaml", "numpy", "scipy", "rapidfuzz"} & {name.partition(".")[0] for name in sys.modules}
print("LOADED", sorted(heavy))
"""


def test_relief_loads_nothing_heavy() -> None:
    from charley.advice.circumstances import circumstances
    from charley.advice.exercises import exercises, programmes
    from charley.advice.relief import relief_shelf
    from charley.library import load

    load(), circumstances(), exercises(), programmes(), relief_shelf()  # written in compiled form
    done = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "LOADED []"
