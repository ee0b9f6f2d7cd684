"""The body map: which places can be tapped, seen from the front and from the back, left and right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Words: TypeAlias = str | Promise
View = Literal["front", "back", "elsewhere"]


@dataclass(frozen=True, slots=True)
class Site:
    """One place. `key` names it in forms and drawings, `site` is the answer to the question "where"."""

    key: str
    site: str
    side: Literal["left", "right", ""]
    view: View
    label: Words


def _pair(key: str, site: str, view: View, right: Words, left: Words) -> tuple[Site, Site]:
    return Site(f"{key}-right", site, "right", view, right), Site(f"{key}-left", site, "left", view, left)


SITES: tuple[Site, ...] = (
    *_pair("thigh-front", "front of thigh", "front", _("Front of right thigh"), _("Front of left thigh")),
    *_pair("shin", "shin", "front", _("Right shin"), _("Left shin")),
    *_pair("foot", "foot or toes", "front", _("Right foot or toes"), _("Left foot or toes")),
    *_pair("buttock", "buttock", "back", _("Right buttock"), _("Left buttock")),
    *_pair("thigh-back", "back of thigh", "back", _("Back of right thigh"), _("Back of left thigh")),
    *_pair("calf", "calf", "back", _("Right calf"), _("Left calf")),
    Site("arms", "hands or arms", "", "elsewhere", _("Hands or arms")),
    Site("trunk", "tummy or back", "", "elsewhere", _("Tummy or back")),
    Site("face", "face, jaw or neck", "", "elsewhere", _("Face, jaw or neck")),
)
_BY_KEY = {site.key: site for site in SITES}


def site_of(key: str) -> str:
    """The answer that a place on the map gives. Raises KeyError for a place that is not on it."""
    return _BY_KEY[key].site


def side_hint(places: tuple[str, ...]) -> str:
    """The side that the taps point to, to be confirmed by the person; "" when they point to none."""
    sides = {_BY_KEY[key].side for key in places if key in _BY_KEY} - {""}
    if len(sides) != 1:
        return ""
    return f"always the {sides.pop()}"
