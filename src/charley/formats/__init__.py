"""Formats: the Assessment as JSON, text for a terminal, and Markdown."""

from charley.formats.markdown import to_markdown
from charley.formats.plain import to_json, to_plain
from charley.formats.text import to_text

__all__ = ["to_json", "to_markdown", "to_plain", "to_text"]
