"""Situations: what may be so of a person, named once and used by every shelf of advice."""

from __future__ import annotations

from dataclasses import dataclass

from charley.records.conditions import Condition


@dataclass(frozen=True, slots=True)
class Situation:
    """One thing that may be so of a person.

    `says` reads after "because" and after "first check whether": "you have kidney disease".
    `applies_to` is a group of people as in a rule ("everyone", "pregnant", "child" …). `when` settles the
    situation; `also_when` can only add a yes: while it is unknown it leaves the matter to `when`.
    """

    id: str
    says: str
    applies_to: str = "everyone"
    when: Condition | None = None
    also_when: Condition | None = None
