"""The side shelf `published`: what the literature says of night cramps in people at large."""

from __future__ import annotations

from pydantic import Field

from charley.library.folder import Reader
from charley.library.shapes import NumberShape, Shape, Text
from charley.library.workbench import Place, Placed, Workbench
from charley.records.numbers import Number
from charley.records.published import Link, Published


class LinkShape(Shape):
    fact: Text
    any: NumberShape
    often: NumberShape


class LinksFile(Shape):
    links: list[LinkShape] = Field(min_length=1)


def build_published(reader: Reader, bench: Workbench) -> Published | None:
    """The shelf from its files; None when one is missing or does not fit its shape."""
    links = reader.single("published/links.yaml", LinksFile)
    if links is None:
        return None
    return Published(links=_links(links, bench))


def _links(file: Placed[LinksFile], bench: Workbench) -> dict[str, Link]:
    found: dict[str, Link] = {}
    for index, shape in enumerate(file.shape.links):
        at = file.place.at("links", index)
        bench.once(shape.fact, found, "fact", at)
        found[shape.fact] = Link(
            shape.fact, _inside(shape.any, at.at("any"), bench), _inside(shape.often, at.at("often"), bench)
        )
    return found


def _inside(shape: NumberShape, place: Place, bench: Workbench) -> Number:
    """A chance that is neither 0 nor 1, nor may be."""
    number = bench.chance(shape, place)
    if number.low <= 0 or number.high >= 1:
        bench.fault(place, "a link and its range lie between 0 and 1, both left out")
    return number
