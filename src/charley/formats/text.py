"""The assessment for a terminal."""

from __future__ import annotations

from collections.abc import Iterable
from textwrap import wrap

from charley.assessment import Assessment
from charley.formats.sections import Section, sections

WIDTH = 88


def to_text(assessment: Assessment) -> str:
    """Plain text, wrapped, with every section under its title."""
    return sections_text(sections(assessment))


def sections_text(parts: Iterable[Section]) -> str:
    """Sections as plain text, wrapped, each under its title."""
    lines: list[str] = []
    for section in parts:
        lines += [section.title, "-" * len(section.title)]
        for line in section.lines:
            lines += _wrapped(line)
        lines.append("")
    return "\n".join(lines)


def _wrapped(line: str) -> list[str]:
    indent = "  " if line.startswith(("- ", "  ")) else ""
    return wrap(line, WIDTH, subsequent_indent=indent, drop_whitespace=True) or [""]
