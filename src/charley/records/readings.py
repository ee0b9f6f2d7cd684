"""One thing read in a story, as it is shown and handed on."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Read:
    """One thing read in the person's own words: characters `start` to `end` of the text.

    `kind` is finding, medicine, condition or lab, `what` its id. `status` is taken, doubted (it stays
    unknown) or dropped (said of somebody else, past, asked …); `why` names the rule that decided.
    """

    start: int
    end: int
    kind: str
    what: str
    status: str
    meaning: str
    why: str

    @property
    def where(self) -> str:
        """The place in the text, as faults and what was not understood name it."""
        return f"text[{self.start}:{self.end}]"
