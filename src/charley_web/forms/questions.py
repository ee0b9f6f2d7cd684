"""The forms of questions: tick lists, choices, numbers and lists of names."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from charley.interview import Page
from charley.records.findings import Finding
from charley_web.visit import NOT_SURE

NONE = "none"
MOST_NAMES = 100


class AnswerForm(forms.Form):
    """The base of all question forms. `answers` holds the result after `is_valid()`."""

    answers: dict[str, Any]

    def __init__(self, page: Page, data: QueryDict | None = None) -> None:
        super().__init__(data)
        self.page = page
        self.finding: Finding = page.findings[0]

    @property
    def is_doubt(self) -> bool:
        """Whether the button "not sure" was used."""
        return self.data.get("answer") == NOT_SURE

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        self.answers = self.doubts() if self.is_doubt else self.read(cleaned)
        return cleaned

    def doubts(self) -> dict[str, Any]:
        """Every question of the page answered with "not sure"."""
        return {finding.id: NOT_SURE for finding in self.page.findings}

    def read(self, cleaned: dict[str, Any]) -> dict[str, Any]:
        """The answers. Raises ValidationError, or adds errors."""
        raise NotImplementedError


class TickForm(AnswerForm):
    """A tick list: several yes-or-no questions, or one question with several answers."""

    ticked = forms.MultipleChoiceField(required=False)
    none = forms.BooleanField(required=False)

    def __init__(self, page: Page, data: QueryDict | None = None) -> None:
        super().__init__(page, data)
        field = self.fields["ticked"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = [(value, value) for value, _text, _help in self.entries]
        field.error_messages["invalid_choice"] = _("One of the answers is not on this list.")

    @property
    def entries(self) -> list[tuple[str, str, str]]:
        """What can be ticked: value, text and help."""
        if self.page.screen:
            return [(f.id, f.question, f.help) for f in self.page.findings]
        return [(o.value, o.value, "") for o in self.finding.options if o.value != NONE]

    def doubts(self) -> dict[str, Any]:
        """What is ticked is yes; the rest of the list is not sure."""
        ticked = set(self.data.getlist("ticked")) if isinstance(self.data, QueryDict) else set()
        if not self.page.screen:
            return super().doubts()
        return {f.id: True if f.id in ticked else NOT_SURE for f in self.page.findings}

    def read(self, cleaned: dict[str, Any]) -> dict[str, Any]:
        ticked, none = cleaned.get("ticked", []), cleaned.get("none")
        if self.errors:
            return {}
        if ticked and none:
            raise ValidationError(_("You ticked something and also “none of these”. Which is right?"))
        if not ticked and not none:
            raise ValidationError(_("Tick what fits, or “none of these”."))
        if self.page.screen:
            return {finding.id: finding.id in ticked for finding in self.page.findings}
        return {self.finding.id: ticked}


class ChoiceForm(AnswerForm):
    """One question with one answer: yes or no, or one of several."""

    answer = forms.CharField(
        max_length=200, error_messages={"required": gettext_lazy("Choose an answer, or “not sure”.")}
    )

    @property
    def entries(self) -> list[tuple[str, str]]:
        """The buttons: value and text."""
        if self.finding.type == "yes_no":
            return [("yes", _("Yes")), ("no", _("No"))]
        return [(option.value, option.value) for option in self.finding.options]

    def read(self, cleaned: dict[str, Any]) -> dict[str, Any]:
        value = cleaned.get("answer")
        if value is None:
            return {}
        if value not in [entry for entry, _text in self.entries]:
            raise ValidationError(_("That is not one of the answers."))
        if self.finding.type == "yes_no":
            return {self.finding.id: value == "yes"}
        return {self.finding.id: value}


class NumberForm(AnswerForm):
    """One number within its limits."""

    number = forms.CharField(required=False, max_length=40)

    def read(self, cleaned: dict[str, Any]) -> dict[str, Any]:
        text = (cleaned.get("number") or "").strip().replace(",", ".")
        if not text:
            raise ValidationError(_("Write a number, or choose “not sure”."))
        try:
            value = float(text)
        except ValueError:
            raise ValidationError(_("Write a number, like 7 or 2.5.")) from None
        low, high = self.finding.minimum or 0, self.finding.maximum or 1e9
        if not low <= value <= high:
            limits = {"low": f"{low:g}", "high": f"{high:g}"}
            raise ValidationError(_("The number must lie between %(low)s and %(high)s.") % limits)
        return {self.finding.id: int(value) if value.is_integer() else value}


def names_in(typed: str) -> list[str]:
    """The names in what was typed into one field: several stand apart by commas or lines."""
    parts = re.split(r"[,;\n]", typed)
    return [name for part in parts if (name := part.strip()[:200])]


class NamesForm(AnswerForm):
    """A list of medicines or illnesses by name."""

    def __init__(self, page: Page, data: QueryDict | None = None) -> None:
        super().__init__(page, data)
        told = data.getlist("names") if data is not None else []
        written = names_in(data.get("typed", "") if data is not None else "")
        names = [name.strip()[:200] for name in [*told, *written] if name.strip()]
        self.names = list(dict.fromkeys(names))[:MOST_NAMES]
        self.none = bool(data is not None and data.get("none"))

    def read(self, cleaned: dict[str, Any]) -> dict[str, Any]:
        if self.names and self.none:
            raise ValidationError(_("You gave a name and also “none”. Which is right?"))
        if not self.names and not self.none:
            raise ValidationError(_("Type a name, or tick “none”, or choose “not sure”."))
        return {self.finding.id: self.names}


def form_for(page: Page, data: QueryDict | None = None) -> AnswerForm:
    """The form of a page."""
    finding = page.findings[0]
    if page.screen or finding.type == "multi":
        return TickForm(page, data)
    if finding.type in ("medicines", "conditions"):
        return NamesForm(page, data)
    return NumberForm(page, data) if finding.type == "number" else ChoiceForm(page, data)
