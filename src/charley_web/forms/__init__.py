"""Forms: what was typed or tapped on one page becomes answers to its questions, or a list of faults."""

from charley_web.forms.food import FoodForm
from charley_web.forms.others import LabForm, OpenForm, PlacesForm
from charley_web.forms.questions import AnswerForm, ChoiceForm, NamesForm, NumberForm, TickForm, form_for

__all__ = [
    "AnswerForm",
    "ChoiceForm",
    "FoodForm",
    "LabForm",
    "NamesForm",
    "NumberForm",
    "OpenForm",
    "PlacesForm",
    "TickForm",
    "form_for",
]
