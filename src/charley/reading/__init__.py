"""Reading: a History as told becomes a History as understood, or a list of faults."""

from charley.reading.reader import read_history

__all__ = ["read_history"]
