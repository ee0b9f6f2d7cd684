"""`charley relief`: what to do now for a cramp."""

from __future__ import annotations

import argparse
import json

from charley.advice.names import find
from charley.advice.relief import protocols, relief
from charley.cli.files import print_faults
from charley.cli.person import history_of, told_by
from charley.errors import InputError
from charley.formats.relief import relief_page, speak_text
from charley.library import load


def run(arguments: argparse.Namespace) -> int:
    """Print the relief for one muscle; exit code 2 for an unknown muscle or a wrong history."""
    library = load()
    try:
        muscle = find(arguments.muscle, protocols(), "muscle").id
        plan = relief(muscle, library, history_of(arguments, library), told_by(arguments))
    except InputError as error:
        print_faults(error)
        return 2
    if arguments.json:
        from charley.formats.movement import plain_relief

        print(json.dumps(plain_relief(plan), ensure_ascii=False, indent=2))
    elif arguments.speak_text:
        print(speak_text(plan.now_script, plan.after_script))
    else:
        print(relief_page(plan))
    return 0
