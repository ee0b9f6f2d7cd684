"""The arguments of `charley plan`."""

from __future__ import annotations

import argparse

DESCRIPTION = (
    "The plan for one history on one page: urgency first, then what to do, the danger signs, tonight, this "
    "week and six weeks, medicines to ask about, and what to bring. --full adds the long form. The forms: "
    "text, markdown, json; pdf for print; ics with the evening "
    "sessions for a calendar; clinician for a page to take to a visit (PDF when --out ends in .pdf)."
)
FORMATS = ("text", "markdown", "json", "pdf", "ics", "clinician")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The file, the form, and what a calendar needs."""
    parser.description = DESCRIPTION
    parser.add_argument("file", nargs="?", help="a JSON file with one history, or - for standard input")
    parser.add_argument("--format", choices=FORMATS, default="text")
    parser.add_argument(
        "--full", action="store_true", help="text, markdown, pdf: the page, and below it more about this plan"
    )
    parser.add_argument("--out", metavar="FILE", help="write to this file (default: standard output)")
    parser.add_argument(
        "--begin", metavar="DATE", help="ics: the first evening (default: the day of the history)"
    )
    parser.add_argument("--at", metavar="TIME", help="ics: the time of the sessions (default: 21:30)")
    parser.add_argument(
        "--guidelines", action="store_true", help="show what fifteen bodies say of leg cramps"
    )
    parser.add_argument("--today", metavar="DATE", help="the date that counts as today (default: the clock)")
