"""What the literature says of night cramps in people at large, beside the survey."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from charley.records.numbers import Number


@dataclass(frozen=True, slots=True)
class Link:
    """The chance that a fact of the survey, all alone, brings on cramps within a month: any; often."""

    fact: str
    any: Number
    often: Number


@dataclass(frozen=True, slots=True)
class Published:
    """The literature on cramps in people at large."""

    links: Mapping[str, Link]
