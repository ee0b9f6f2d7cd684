"""The form of the food planner: a day in words or a usual week, and what the person does not eat."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from charley.advice.food.amounts import split_list
from charley.records.foods import Foods

MOST = 4_000
OFTEN = [
    ("", _("not said")),
    ("never", _("never")),
    ("1 a month", _("once a month")),
    ("1 a week", _("once a week")),
    ("3 a week", _("3 times a week")),
    ("1 a day", _("once a day")),
    ("2 a day", _("twice a day")),
    ("4 a day", _("4 times a day")),
    ("7 a day", _("7 times a day")),
]
SEXES = [("female", _("Female")), ("male", _("Male"))]
STATES = [("pregnant", _("I am pregnant")), ("breastfeeding", _("I breastfeed"))]
USUAL = "usual-"
AGES = _("The age must lie between 0 and 120 years.")


class FoodForm(forms.Form):
    """What the planner is asked. `request` gives it in the words of `charley.advice.food`."""

    eaten = forms.CharField(required=False, max_length=MOST)
    tablets = forms.CharField(required=False, max_length=MOST)
    likes = forms.CharField(required=False, max_length=MOST)
    dislikes = forms.CharField(required=False, max_length=MOST)
    age = forms.FloatField(
        required=False,
        validators=[MinValueValidator(0, AGES), MaxValueValidator(120, AGES)],
        error_messages={"invalid": _("Write the age as a number of years.")},
    )
    sex = forms.ChoiceField(required=False, choices=SEXES)
    state = forms.MultipleChoiceField(required=False, choices=STATES)
    diet = forms.MultipleChoiceField(required=False)

    def __init__(
        self, foods: Foods, told: Mapping[str, Any], known: Collection[str], data: Any = None
    ) -> None:
        """`told` is the visit's history, `known` the questions it answers, its story's included."""
        super().__init__(data)
        diet = self.fields["diet"]
        assert isinstance(diet, forms.MultipleChoiceField)
        diet.choices = [(one.id, one.name) for one in foods.diets.values()]
        self.told = told
        keys = {"age": "age", "sex": "sex_at_birth"}
        self.asks_about = frozenset(key for key, id_ in keys.items() if id_ not in known)
        self.questions = tuple(foods.questions.values())
        for question in self.questions:
            self.fields[USUAL + question.id] = forms.ChoiceField(required=False, choices=OFTEN)

    def clean(self) -> dict[str, Any]:
        """Nothing at all is no day to look at."""
        given = super().clean() or {}
        if not self.errors and not any(given.get(k) for k in ("eaten", "tablets")) and not self._week_given():
            self.add_error("eaten", _("Write what you ate and drank, or tell of a usual week."))
        return given

    def _week_given(self) -> bool:
        return any(self.data.get(USUAL + question.id) for question in self.questions)

    @property
    def ticked_states(self) -> list[str]:
        return self._ticked("state")

    @property
    def ticked_diets(self) -> list[str]:
        return self._ticked("diet")

    def _ticked(self, name: str) -> list[str]:
        return self.data.getlist(name) if isinstance(self.data, QueryDict) else []

    def week(self) -> list[tuple[str, str, str]]:
        """The questions of a usual week: field, text, and the answer given."""
        return [(USUAL + q.id, q.text, str(self.data.get(USUAL + q.id, ""))) for q in self.questions]

    def request(self) -> dict[str, Any]:
        """The request of the planner. Call it after `is_valid()`."""
        given = self.cleaned_data
        week = {q.id: given[USUAL + q.id] for q in self.questions if given[USUAL + q.id]}
        asked: dict[str, Any] = {
            "history": self._history(),
            "supplements": _list(given["tablets"]),
            "likes": _list(given["likes"]),
            "dislikes": _list(given["dislikes"]),
        }
        if given["diet"]:
            asked["diet"] = given["diet"]
        if "breastfeeding" in given["state"]:
            asked["breastfeeding"] = True
        eaten = _list(given["eaten"])
        return (
            asked | ({"usual_week": week} if week else {}) | ({"intake": eaten} if eaten or not week else {})
        )

    def _history(self) -> dict[str, Any]:
        given = self.cleaned_data
        findings = dict(self.told.get("findings", {}))
        if "sex" in self.asks_about and given["sex"]:
            findings["sex_at_birth"] = given["sex"]
        if "pregnant" in given["state"]:
            findings["pregnant"] = "pregnant now"
        history = {**self.told, "findings": findings} if findings else dict(self.told)
        if "age" in self.asks_about and given["age"] is not None:
            history["age"] = given["age"]
        return history


def _list(text: str) -> list[str]:
    return [part for line in text.splitlines() for part in split_list(line) if part.strip()]
