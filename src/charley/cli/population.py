"""`charley population fit|check`: the survey and the literature behind "people like you"."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from charley.cli.files import print_faults
from charley.errors import Fault, InputError
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
    from charley.population.world.chain import fit_people
    from charley.population.world.writing import as_yaml as people_as_yaml
    from charley.population.writing import as_yaml

    links = load_shelf("published", Published).links
    survey = enough(understand(read_folder(Path(arguments.directory))))
    fitted = fit(survey, links)
    out = Path(arguments.out) if arguments.out else KNOWLEDGE / "population.yaml"
    people = out.with_name("people.yaml") if arguments.out else KNOWLEDGE / "published" / "people.yaml"
    written = {out: as_yaml(fitted), people: people_as_yaml(fit_people(survey, fitted.terms))}
    for file, text in written.items():
        try:
            file.write_text(text, encoding="utf-8")
        except OSError as error:
            print(f"charley: {file}: cannot be written: {error.strerror}", file=sys.stderr)
            return 2
    print(f"{fitted.people:,} adults answered, {fitted.modelled:,} of them were examined and modelled.")
    for name in ("any", "often"):
        print(
            f"{name}: AUC {fitted.fitted_auc[name]:.3f} on those it was fitted on, "
            f"{fitted.crossed_auc[name]:.3f} with each stratum predicted from the others"
        )
    for file in written:
        print(f"Written: {file}")
    return 0


def _check(arguments: argparse.Namespace) -> int:
    if not arguments.directory and not arguments.published:
        mend = "Name the folder of one cycle, or use --published, which needs none."
        raise InputError([Fault("population check", "needs a survey folder or --published", mend)])
    pages = []
    if arguments.directory:
        pages.append(_survey_page(Path(arguments.directory)))
    if arguments.published:
        pages.append(_published_page(arguments.people, arguments.seed))
    print("\n\n".join(pages))
    return 0


def _survey_page(directory: Path) -> str:
    from charley.population.checking import as_text, check
    from charley.population.facts import enough, understand
    from charley.population.folder import read_folder

    survey = enough(understand(read_folder(directory)))
    population, links = load().population, load_shelf("published", Published).links
    return as_text(survey.cycle, population, check(survey, population, links))


def _published_page(people: int | None, seed: int | None) -> str:
    from charley.population.world.published import PEOPLE, SEED, as_text, compare

    count, start = PEOPLE if people is None else people, SEED if seed is None else seed
    published = load_shelf("published", Published)
    return as_text(compare(load(), published, count, start), published, count, start)
