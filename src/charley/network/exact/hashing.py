"""Numbers that look random and hang on a seed, a key and a place alone, so no order of asking matters."""

from __future__ import annotations

MASK = 2**64 - 1


def hashed(seed: int, key: int, place: int) -> int:
    """A well-mixed number of 64 bits (Steele, Lea and Flood 2014, "splitmix"); places are below 65,536."""
    x = (seed + 0x9E3779B97F4A7C15 * (key * 65536 + place + 1)) & MASK
    x = ((x ^ (x >> 30)) * 0xBF58476D1CE4E5B9) & MASK
    x = ((x ^ (x >> 27)) * 0x94D049BB133111EB) & MASK
    return x ^ (x >> 31)


def uniform(seed: int, key: int, place: int) -> float:
    """A number between 0 and 1, both excluded, in steps of 2 ** -53."""
    return ((hashed(seed, key, place) >> 11) + 0.5) * 2.0**-53
