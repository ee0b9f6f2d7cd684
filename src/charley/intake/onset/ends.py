"""Words that tell of an end. A time beside them is not since when the complaint has been there."""

from __future__ import annotations

WELL = frozenset(("none", "nothing", "better", "fine", "free", "clear"))
GONE = frozenset(("gone", "grand", "ok", "okay"))
ENDS = WELL | {"no", "never", "without", "stopped", "improved", "until", "till"}
"""What every rule of beginnings takes for an end; each adds what ends its own kind of telling."""
