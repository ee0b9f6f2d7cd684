"""Whom to call, country by country: data with a source each (`data/emergency_numbers.json`)."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FILE = Path(__file__).parent / "data" / "emergency_numbers.json"


@dataclass(frozen=True, slots=True)
class Country:
    """A country and its number for an ambulance; the address is that of the page that says so."""

    code: str
    name: str
    number: str
    source: str
    address: str


@cache
def countries() -> dict[str, Country]:
    """Every country we know a number for, by its two-letter code, in order of names."""
    data = json.loads(FILE.read_text(encoding="utf-8"))
    sources = data["sources"]
    listed = (
        Country(c["code"], c["name"], c["number"], sources[c["source"]]["title"], sources[c["source"]]["url"])
        for c in data["countries"]
    )
    return {country.code: country for country in listed}


def country_of(code: str, languages: str = "") -> Country | None:
    """The country chosen, or else the one that the browser's languages name (en-GB), or None."""
    if code in countries():
        return countries()[code]
    for language in languages.split(","):
        region = language.split(";")[0].strip().rpartition("-")[2].upper()
        if region in countries():
            return countries()[region]
    return None
