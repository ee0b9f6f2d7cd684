"""`charley population fit|check`: the survey behind "people like you"."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from charley.cli.files import print_faults
from charley.errors import InputError
from charley.library import load
from charley.library.shelves import load_shelf
from charley.records.published import Published

NEEDS = "charley: this command needs numpy and polars: pip install 'charley[batch]'"


def run(arguments: argparse.Namespace) -> int:
    """Fit or check; exit code 2 when the folder is no survey or the extra is not installed."""
    try:
        return _fit(arguments) if arguments.action == "fit" else _check(arguments)
    except ModuleNotFoundError as error:
        if error.name not in ("numpy", "polars"):
            raise
        print(NEEDS, file=sys.stderr)
    except InputError as error:
        print_faults(error)
    except ArithmeticError as error:
        print(f"charley: {arguments.directory}: {error}; it holds too few people", file=sys.stderr)
    return 2


def _fit(arguments: argparse.Namespace) -> int:
    from charley.library.store import KNOWLEDGE
    from charley.population.facts import enough, understand
    from charley.population.fitting import fit
    from charley.population.folder import read_folder
    from charley.population.writing import as_yaml

    links = load_shelf("published", Published).links
    fitted = fit(enough(understand(read_folder(Path(arguments.directory)))), links)
    out = Path(arguments.out) if arguments.out else KNOWLEDGE / "population.yaml"
    try:
        out.write_text(as_yaml(fitted), encoding="utf-8")
    except OSError as error:
        print(f"charley: {out}: cannot be written: {error.strerror}", file=sys.stderr)
        return 2
    print(f"{fitted.people:,} adults answered, {fitted.modelled:,} of them were examined and modelled.")
    for name in ("any", "often"):
        print(
            f"{name}: AUC {fitted.fitted_auc[name]:.3f} on those it was fitted on, "
            f"{fitted.crossed_auc[name]:.3f} with each stratum predicted from the others"
        )
    print(f"Written: {out}")
    return 0


def _check(arguments: argparse.Namespace) -> int:
    from charley.population.checking import as_text, check
    from charley.population.facts import enough, understand
    from charley.population.folder import read_folder

    survey = enough(understand(read_folder(Path(arguments.directory))))
    population, links = load().population, load_shelf("published", Published).links
    print(as_text(survey.cycle, population, check(survey, population, links)))
    return 0
