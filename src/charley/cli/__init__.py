"""The command line: one module for each command, loaded when it is called."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from io import TextIOWrapper

from charley import __version__

MOST_JOBS = 512
MOST_CARDS = 500
LEAST_DRAWN, MOST_DRAWN = 10_000, 2_000_000
EPILOG = "This is information, not a diagnosis. In an emergency call your emergency number."


def build_parser() -> argparse.ArgumentParser:
    """The parser of every command."""
    parser = argparse.ArgumentParser(
        prog="charley",
        description="Why do my legs cramp, and what should I do?",
        epilog=EPILOG,
    )
    parser.add_argument("--version", action="version", version=f"charley {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    _assess(commands.add_parser("assess", help="assess a history in JSON", epilog=EPILOG))
    _ask(commands.add_parser("ask", help="ask the questions here in the terminal", epilog=EPILOG))
    _food(
        commands.add_parser(
            "food", help="what a day's food holds, and a few foods that fit you", epilog=EPILOG
        )
    )
    _plan(commands.add_parser("plan", help="say what one person can do about the cramps", epilog=EPILOG))
    _explain(commands.add_parser("explain", help="show what the library knows of anything it names"))
    _claims(commands.add_parser("claims", help="does it work? remedies, foods, medicines", epilog=EPILOG))
    _intake(commands.add_parser("intake", help="show how a story in your own words is read"))
    _check(commands.add_parser("check", help="check knowledge files"))
    _score(commands.add_parser("score", help="score the program on vignettes"))
    _relief(commands.add_parser("relief", help="what to do now for a cramp", epilog=EPILOG))
    _exercise(commands.add_parser("exercise", help="list, explain and run exercises", epilog=EPILOG))
    _population(commands.add_parser("population", help="fit or check the survey behind 'people like you'"))
    return parser


def _assess(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", help="a JSON file with one history, or - for standard input")
    parser.add_argument("--format", choices=("text", "json", "markdown"), default="text")
    parser.add_argument("--ndjson", action="store_true", help="one history a line in, one answer a line out")
    parser.add_argument(
        "--jobs",
        type=_jobs,
        metavar="N",
        help="with --ndjson: processes to use (default: all cores; 1: this one)",
    )
    parser.add_argument("--today", metavar="DATE", help="the date that counts as today (default: the clock)")


def _jobs(told: str) -> int:
    return _whole_number(told, MOST_JOBS)


def _count(told: str) -> int:
    return _whole_number(told, MOST_CARDS)


def _whole_number(told: str, most: int) -> int:
    if not told.isascii() or not told.isdigit() or not 1 <= int(told[:5]) <= most:
        raise argparse.ArgumentTypeError(f"give a number from 1 to {most}")
    return int(told)


def _ask(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--text", action="store_true", help="begin with your story in your own words")
    parser.add_argument("--format", choices=("text", "json", "markdown"), default="text")


def _food(parser: argparse.ArgumentParser) -> None:
    from charley.cli.food_arguments import add_arguments

    add_arguments(parser)


def _plan(parser: argparse.ArgumentParser) -> None:
    from charley.cli.plan_arguments import add_arguments

    add_arguments(parser)


def _explain(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "what",
        help="id or name of a cause, rule, finding, test, medicine, condition, laboratory value, score or "
        "source, or ID.KEY for one number",
    )


def _claims(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "words", nargs="*", help='what you want to know, such as "tonic water", or a card\'s id'
    )
    parser.add_argument("--list", action="store_true", help="one line a card: all of them, or those found")
    parser.add_argument(
        "--verdict",
        choices=("harmful", "contradicted", "unproven", "plausible", "supported"),
        help="only cards with this verdict",
    )
    parser.add_argument(
        "--most", type=_count, default=5, metavar="N", help="cards found at most (default: 5)"
    )
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--markdown", action="store_true", help="the card as Markdown")
    form.add_argument("--json", action="store_true", help="as JSON")
    form.add_argument("--json-ld", action="store_true", help="as ClaimReview of schema.org in JSON-LD")


def _intake(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    explain = actions.add_parser("explain", help="every reading of a text, and why")
    explain.add_argument("text", help="the text, or - for standard input")
    explain.add_argument("--today", metavar="DATE", help="the day on which it is told (default: the clock)")
    count = actions.add_parser("count", help="count the words that signs of danger are told with")
    count.add_argument("directory", help="a folder of vignettes: sayings, innocent talk and judged texts")
    count.add_argument("--out", metavar="FILE", help="where to write (default: the built-in lexicon)")


def _check(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("directory", nargs="?", help="a folder of knowledge (default: the built-in one)")


def _score(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "vignettes",
        help="a JSON file of vignettes or utterances, or a text file of sayings or of innocent talk",
    )
    parser.add_argument(
        "--input", choices=("findings", "narrative", "utterances", "sayings", "innocent"), default="findings"
    )
    parser.add_argument(
        "--misses",
        action="store_true",
        help="of utterances, sayings and innocent talk: every mistake on a line",
    )
    parser.add_argument("--json", action="store_true", help="print the measures as JSON")
    parser.add_argument(
        "--interview", action="store_true", help="walk through the interview, answering from the story"
    )


def _relief(parser: argparse.ArgumentParser) -> None:
    from charley.cli.person import add_person

    parser.description = (
        "What to do now for a cramp in this muscle, step by step, what not to do, and at ten minutes the "
        "danger check. A history or flags fit it to the person; several flags may be given together."
    )
    parser.add_argument("muscle", help="calf, foot, front_thigh, back_thigh, other (not sure) or elsewhere")
    add_person(parser)
    _script_options(parser)


def _exercise(parser: argparse.ArgumentParser) -> None:
    from charley.cli.person import add_person

    parser.description = (
        "Without a name: all programmes and exercises. With a name: how it is done, whom it is not for and "
        "how sure we are. --speak-text runs it as timed lines, --svg draws it."
    )
    parser.add_argument(
        "what", nargs="?", help="an exercise or a programme, such as bedtime (default: list all)"
    )
    add_person(parser)
    _script_options(parser).add_argument("--svg", metavar="FILE", help="write its drawing (- for the output)")


def _script_options(parser: argparse.ArgumentParser) -> argparse._MutuallyExclusiveGroup:
    how = parser.add_mutually_exclusive_group()
    how.add_argument("--speak-text", action="store_true", help="timed lines, as a voice would say them")
    how.add_argument("--json", action="store_true", help="everything as JSON, for players")
    return how


def _population(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    fit = actions.add_parser("fit", help="fit the tables and the network's links on one cycle of the survey")
    fit.add_argument("directory", help="a folder with the survey's parquet files or CDC's XPT files")
    fit.add_argument(
        "--out",
        metavar="FILE",
        help="where to write population.yaml; people.yaml goes beside it (default: the built-in knowledge)",
    )
    check = actions.add_parser(
        "check", help="check the shipped numbers on one cycle of the survey, or beside published figures"
    )
    check.add_argument(
        "directory", nargs="?", help="a folder with the survey's parquet files or CDC's XPT files"
    )
    check.add_argument(
        "--published",
        action="store_true",
        help="draw people from the network and print every published figure beside theirs (needs no folder)",
    )
    check.add_argument(
        "--people", type=_people, metavar="N", help="with --published: how many people to draw (200000)"
    )
    check.add_argument(
        "--seed", type=_seed, metavar="N", help="with --published: the start of the draw (20060101)"
    )


def _people(told: str) -> int:
    if not told.isascii() or not told.isdigit() or not LEAST_DRAWN <= int(told[:9]) <= MOST_DRAWN:
        raise argparse.ArgumentTypeError(f"give a number from {LEAST_DRAWN} to {MOST_DRAWN}")
    return int(told)


def _seed(told: str) -> int:
    if not told.isascii() or not told.isdigit() or len(told) > 12:
        raise argparse.ArgumentTypeError("give a whole number from 0 on, of at most 12 digits")
    return int(told)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command. Exit codes: 0 done, 1 found faults (check), 2 wrong input."""
    arguments = build_parser().parse_args(argv)
    _write_everything()
    try:
        return _run(arguments)
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    except KeyboardInterrupt:
        print("\nStopped. Nothing was kept.", file=sys.stderr)
        return 130


def _write_everything() -> None:
    """Answers are UTF-8 wherever they go; a terminal that cannot show a character gets its number."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding=None if sys.stdout.isatty() else "utf-8", errors="backslashreplace")


COMMANDS = {
    "ask": "asking",
    "assess": "assessing",
    "check": "checking",
    "claims": "claims",
    "exercise": "exercising",
    "explain": "explaining",
    "food": "food",
    "intake": "intake",
    "plan": "planning",
    "population": "population",
    "relief": "relieving",
    "score": "scoring",
}
"""Each command's module, loaded only when it is called."""


def _run(arguments: argparse.Namespace) -> int:
    module = import_module(f"charley.cli.{COMMANDS[arguments.command]}")
    run: Callable[[argparse.Namespace], int] = module.run
    return run(arguments)
