"""A visit: what one person told so far, as plain data that a session, a file or a form can carry."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypeAlias

Told: TypeAlias = dict[str, Any]
"""A History as told, in the form that `read_history` takes (without its date)."""

NOT_SURE = "not sure"
MOST_PAGES = 400
BESIDE = {
    "age": "age",
    "sex_at_birth": "sex",
    "pregnant": "pregnant",
    "medicines": "medicines",
    "known_conditions": "conditions",
}
"""Questions that a saved history may answer beside its findings, under a key of its own."""


@dataclass(frozen=True, slots=True)
class Visit:
    """What was told, on which pages (so that "back" works), and the answer before the last change.

    `places` are the spots tapped on the body map. `country` is the code of the emergency numbers.
    `changed` names the question changed after an answer was seen, and `before` what the answer was.
    `draft` holds the answers of a page that was gone back to, so that they stand there again.
    """

    told: Told = field(default_factory=dict)
    pages: tuple[tuple[str, ...], ...] = ()
    places: tuple[str, ...] = ()
    country: str = ""
    before: Mapping[str, Any] | None = None
    changed: str = ""
    draft: Mapping[str, Any] = field(default_factory=dict)

    @property
    def findings(self) -> Mapping[str, Any]:
        """The answers given, by question."""
        found: Mapping[str, Any] = self.told.get("findings", {})
        return found

    @property
    def labs(self) -> list[dict[str, Any]]:
        """The blood results given."""
        return list(self.told.get("labs", ()))

    @property
    def skipped(self) -> frozenset[str]:
        """Questions answered with "not sure", not to be asked again."""
        return frozenset(id_ for id_, value in self.findings.items() if value == NOT_SURE)

    @property
    def has_begun(self) -> bool:
        """Whether anything at all was told."""
        return bool(self.told)

    @property
    def beside(self) -> Mapping[str, Any]:
        """Answers that a saved history gives beside its findings, by question."""
        return {id_: self.told[key] for id_, key in BESIDE.items() if self.told.get(key) is not None}

    def given(self, id_: str) -> Any:
        """What stands as the answer to a question: a draft, the answer told, or None."""
        return {**self.beside, **self.findings, **self.draft}.get(id_)

    def answered(self, answers: Mapping[str, Any]) -> Visit:
        """The visit with the answers of one page; they take the place of any given before."""
        gone = {BESIDE[id_] for id_ in answers if id_ in BESIDE}
        kept = {key: value for key, value in self.told.items() if key not in gone}
        told = {**kept, "findings": {**self.findings, **answers}}
        pages = (*(page for page in self.pages if page != tuple(answers)), tuple(answers))
        return replace(self, told=told, pages=pages[-MOST_PAGES:], draft={})

    def back(self) -> Visit:
        """The visit before the last page; its answers become the draft."""
        if not self.pages:
            return self
        last = self.pages[-1]
        findings = {id_: value for id_, value in self.findings.items() if id_ not in last}
        draft = {id_: value for id_, value in self.findings.items() if id_ in last}
        told = {**self.told, "findings": findings}
        return replace(self, told=told, pages=self.pages[:-1], draft=draft)

    def with_labs(self, labs: list[dict[str, Any]]) -> Visit:
        """The visit with these blood results and no others."""
        told = {key: value for key, value in self.told.items() if key != "labs"}
        return replace(self, told={**told, "labs": labs} if labs else told)

    def to_plain(self) -> dict[str, Any]:
        """JSON-ready data."""
        return {
            "told": self.told,
            "pages": [list(page) for page in self.pages],
            "places": list(self.places),
            "country": self.country,
            "before": self.before,
            "changed": self.changed,
            "draft": dict(self.draft),
        }


def visit_from(data: object) -> Visit:
    """A visit from plain data; whatever does not have the right form is left out."""
    if not isinstance(data, Mapping):
        return Visit()
    told, pages, places = data.get("told"), data.get("pages"), data.get("places")
    before, draft = data.get("before"), data.get("draft")
    return Visit(
        told=_told(told),
        pages=tuple(tuple(str(id_) for id_ in page) for page in pages if isinstance(page, list))
        if isinstance(pages, list)
        else (),
        places=tuple(str(place) for place in places) if isinstance(places, list) else (),
        country=str(data.get("country") or ""),
        before=before if isinstance(before, Mapping) else None,
        changed=str(data.get("changed") or ""),
        draft=draft if isinstance(draft, Mapping) else {},
    )


def _told(told: object) -> Told:
    if not isinstance(told, Mapping):
        return {}
    right = {key: value for key, value in told.items() if isinstance(key, str)}
    if not isinstance(right.get("findings", {}), Mapping):
        del right["findings"]
    if not isinstance(right.get("labs", []), list):
        del right["labs"]
    return right


def key_of(told: Told) -> str:
    """One text for what was told, the same for the same content."""
    return json.dumps(told, sort_keys=True, ensure_ascii=False)
