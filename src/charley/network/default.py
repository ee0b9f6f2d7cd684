"""Which engine answers when none is asked for: the compiled one, or the plain one where it was not built."""

from __future__ import annotations

from functools import cache

from charley.network.causal import CausalNetwork
from charley.network.engine import CauseEngine


@cache
def default_engine() -> CauseEngine:
    """The engine that `assess` uses when none is given."""
    try:
        from charley.network.kernel.engine import CompiledNetwork
    except ImportError:  # installed without a compiler
        return CausalNetwork()
    return CompiledNetwork()
