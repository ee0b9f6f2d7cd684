"""Finds what somebody means by a name, and offers the nearest when it is none."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from typing import Protocol, TypeVar

from charley.errors import Fault, InputError


class Named(Protocol):
    """Anything with an id, a name and other names."""

    @property
    def id(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def also(self) -> tuple[str, ...]: ...


N = TypeVar("N", bound=Named)


def find(told: str, records: Mapping[str, N], kind: str) -> N:
    """The record of this id or name, in small or capital letters.

    Raises InputError with the nearest names when there is none, or with all when it may be several.
    """
    wanted = _key(told)
    found = [record for record in records.values() if wanted in _names(record)]
    if len(found) == 1:
        return found[0]
    if found:
        raise InputError([Fault(kind, f"{told[:60]!r} can be several", f"Say which: {_ids(found)}.")])
    names = {name: record for record in records.values() for name in _names(record)}
    near = {names[name].id: names[name] for name in get_close_matches(wanted, names, n=3, cutoff=0.6)}
    mend = f"Did you mean: {', '.join(near)}?" if near else f"There is: {_ids(list(records.values()))}."
    raise InputError([Fault(kind, f"there is no {told[:60]!r}", mend)])


def _names(record: Named) -> set[str]:
    return {_key(name) for name in (record.id, record.name, *record.also)}


def _key(name: str) -> str:
    return " ".join(name.lower().replace("_", " ").replace("-", " ").split())


def _ids(records: list[N]) -> str:
    return ", ".join(record.id for record in records)
