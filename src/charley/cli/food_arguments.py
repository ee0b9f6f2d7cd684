"""The arguments of `charley food`, apart so that other commands load nothing of it."""

from __future__ import annotations

import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of the command."""
    parser.add_argument(
        "what",
        nargs="?",
        help='a JSON file (- for standard input), or food in words: "2 slices bread, banana"',
    )
    parser.add_argument("--list", action="store_true", help="list the foods that are known")
    parser.add_argument("--questions", action="store_true", help="list the questions about a usual week")
    parser.add_argument("--age", help="age in years")
    parser.add_argument("--sex", choices=("female", "male"))
    parser.add_argument("--pregnant", action="store_true", default=None)
    parser.add_argument("--breastfeeding", action="store_true", default=None)
    parser.add_argument("--vegan", action="store_true")
    parser.add_argument("--vegetarian", action="store_true")
    many = {"action": "append", "default": [], "metavar": "NAME"}
    parser.add_argument("--without", **many, help="what you do not eat: gluten, lactose, nuts, fish, ...")  # type: ignore[arg-type]
    parser.add_argument("--like", **many, help="a food you like")  # type: ignore[arg-type]
    parser.add_argument("--dislike", **many, help="a food you do not like")  # type: ignore[arg-type]
    parser.add_argument("--supplement", **many, help='a tablet a day: "magnesium 300 mg"')  # type: ignore[arg-type]
    parser.add_argument("--condition", **many, help="an illness you have, or none")  # type: ignore[arg-type]
    parser.add_argument("--medicine", **many, help="a medicine you take, or none")  # type: ignore[arg-type]
    parser.add_argument("--json", action="store_true", help="print JSON")
