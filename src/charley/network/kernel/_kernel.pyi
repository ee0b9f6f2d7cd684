"""The compiled part (see _kernel.pyx). Buffers are read in place."""

from typing_extensions import Buffer

class PairNetwork:
    def __init__(self, variables: int, start: Buffer, to: Buffer, most: int = ...) -> None: ...
    @property
    def entries(self) -> int: ...
    def solve(
        self, weights: Buffer, factors: Buffer, first_signed: int, present: Buffer
    ) -> tuple[float, float]: ...

class CompiledModel:
    def __init__(
        self, arrays: dict[str, bytes], counts: dict[str, int], constants: dict[str, float]
    ) -> None: ...
    @property
    def stride(self) -> int: ...
    def rank(
        self,
        people: int,
        truth: Buffer,
        answered: Buffer,
        priors: Buffer,
        prior_row: Buffer,
        silence: Buffer,
        out: Buffer,
        apart: bool = ...,
        causes_only: bool = ...,
    ) -> None: ...
    def intervals(
        self,
        truth: Buffer,
        answered: Buffer,
        priors: Buffer,
        silence: bool,
        seed: int,
        draws: int,
        cause: int,
    ) -> tuple[list[float], list[float], list[float]]: ...

class Questions:
    def __init__(
        self, conditions: int, causes: int, tells: int, unlisted: float, arrays: dict[str, bytes]
    ) -> None: ...
    def worth(self, responsible: Buffer, out: Buffer) -> None: ...
    def worths(
        self, options: Options, responsible: Buffer, open: Buffer, bits: Buffer, utility: Buffer
    ) -> None: ...

class Options:
    def __init__(
        self, choices: int, width: int, rows: int, causes: int, arrays: dict[str, bytes]
    ) -> None: ...
    def bits(self, responsible: Buffer, out: Buffer) -> None: ...
