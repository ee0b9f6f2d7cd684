"""The compiled part (see _walk.pyx). Buffers are read in place."""

from collections.abc import Mapping

from typing_extensions import Buffer

from charley.intake.text.matching import Spans

LAYOUT: int

class Walk:
    def __init__(
        self,
        keys: Buffer,
        nodes: Buffer,
        gap_nodes: Buffer,
        gap_most: Buffer,
        gap_behind: Buffer,
        end_nodes: Buffer,
        ends: Buffer,
        caught: int,
    ) -> None: ...
    def behind(self, symbol: int) -> int: ...
    def form(self, begun: list[int], inside: list[int]) -> bytes: ...
    def find(
        self,
        forms: list[bytes],
        added: Mapping[int, list[tuple[int, int]]],
        limits: list[int],
        shortest: bool,
    ) -> Spans: ...
