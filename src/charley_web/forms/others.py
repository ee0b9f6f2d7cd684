"""Forms beside the questions: the body map, a blood result, a saved file."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from charley.errors import InputError
from charley.reading.strict import parse_json
from charley_web.drawing.body import SITES, site_of

MOST_FILE = 200_000


class PlacesForm(forms.Form):
    """The body map: where it hurts. Nothing tapped is no answer, and that is allowed."""

    places = forms.MultipleChoiceField(
        required=False,
        choices=[(site.key, site.key) for site in SITES],
        error_messages={"invalid_choice": gettext_lazy("That place is not on the body map.")},
    )
    country = forms.CharField(required=False, max_length=2)

    def sites(self) -> list[str]:
        """The places as answers to the question "where"."""
        return sorted({site_of(key) for key in self.cleaned_data.get("places", [])})


class LabForm(forms.Form):
    """One blood result: value and unit of a test already chosen."""

    name = forms.CharField(max_length=100)
    value = forms.CharField(
        max_length=40, error_messages={"required": gettext_lazy("Write the value of the result.")}
    )
    unit = forms.CharField(
        max_length=40,
        error_messages={"required": gettext_lazy("Choose the unit. It stands beside the value.")},
    )

    def entry(self) -> dict[str, Any]:
        """The result as `read_history` takes it."""
        return {key: self.cleaned_data[key].strip() for key in ("name", "value", "unit")}


class OpenForm(forms.Form):
    """A file saved from here before."""

    file = forms.FileField(
        allow_empty_file=True, error_messages={"required": gettext_lazy("Choose the file that you saved.")}
    )

    def clean_file(self) -> dict[str, Any]:
        """What was told, from the file. Raises ValidationError."""
        file = self.cleaned_data["file"]
        if file.size > MOST_FILE:
            raise ValidationError(_("This file is too large to be a saved answer."))
        try:
            data = parse_json(file.read(), "file")
        except InputError:
            raise ValidationError(_("This file is not one that Charley saved.")) from None
        told = data.get("history", data) if isinstance(data, dict) else None
        if not isinstance(told, dict):
            raise ValidationError(_("This file is not one that Charley saved."))
        return {key: value for key, value in told.items() if key not in ("id", "date")}
