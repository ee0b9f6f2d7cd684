"""The assessment as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable

from charley.assessment import Assessment
from charley.formats.sections import Section, sections

_SPECIAL = re.compile(r"[\\`*_\[\]<>#|~&$!{}=^]")
_AT_THE_START = re.compile(r"^(\s*)(?:([-+])|(\d+)([.)])(?=\s|$))")
_LINK = re.compile(r":(?=//)|(?<=\bwww)\.", re.IGNORECASE)


def to_markdown(assessment: Assessment) -> str:
    """Markdown with one heading a section; every text is escaped, so that no input becomes mark-up."""
    return sections_markdown(sections(assessment))


def sections_markdown(parts: Iterable[Section]) -> str:
    """Sections as Markdown, the first under a heading of its own."""
    lines: list[str] = []
    for level, section in enumerate(parts):
        lines += [f"{'#' if level == 0 else '##'} {escape(section.title)}", ""]
        for line in section.lines:
            lines += _line(line)
        lines.append("")
    return "\n".join(lines)


def escape(text: str) -> str:
    """Text in which no character has a meaning in Markdown: no mark-up, list, formula or bare link."""
    text = _LINK.sub(r"\\\g<0>", _SPECIAL.sub(r"\\\g<0>", text))
    return _AT_THE_START.sub(lambda m: f"{m[1]}{m[3] or ''}\\{m[2] or m[4]}", text)


def _line(line: str) -> list[str]:
    if line.startswith("- "):
        return [f"- **{escape(line[2:])}**"]
    if line.startswith("  "):
        return [f"  {escape(line[2:])}  "]
    return [escape(line), ""]
