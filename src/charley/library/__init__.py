"""The library: reads, checks and compiles the knowledge; the only room that knows files."""

from charley.library.store import load

__all__ = ["load"]
