"""Does it work? Search by plain words, and every card as a page."""

from __future__ import annotations

import json
import re

import pytest
from django.test import Client

from charley.advice.claims import load_claims


@pytest.mark.parametrize(
    ("query", "card", "rating"),
    [("tonic water", "more-tonic-water", "Can do harm"), ("quinin tablets", "more-quinine", "Can do harm")],
)
def test_plain_words_find_the_card_with_its_verdict(
    client: Client, query: str, card: str, rating: str
) -> None:
    page = client.post("/does-it-work/", {"query": query}).content.decode()
    assert f"/does-it-work/{card}/" in page
    assert rating in page


def test_what_is_asked_never_stands_in_an_address(client: Client) -> None:
    page = client.get("/does-it-work/", {"query": "tonic water"}).content.decode()
    assert "more-tonic-water" not in page
    assert '<form method="post">' in page


def test_nothing_found_is_no_yes(client: Client) -> None:
    page = client.post("/does-it-work/", {"query": "zzqx"}).content.decode()
    assert "That is no yes" in page


def test_every_card_has_its_page_with_sources(client: Client) -> None:
    for id_ in list(load_claims().cards)[::7]:
        page = client.get(f"/does-it-work/{id_}/")
        assert page.status_code == 200 and b"Sources" in page.content
    assert client.get("/does-it-work/nothing/").status_code == 404


def test_a_card_says_how_sure_we_are_opens_its_sources_and_is_read_by_machines(client: Client) -> None:
    page = client.get("/does-it-work/more-tonic-water/").content.decode()
    assert re.search(r"We are (quite|fairly|not very) sure", page)
    assert 'rel="noreferrer external"' in page
    (data,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    review = json.loads(data)
    assert review["@type"] == "ClaimReview" and review["url"] == "/does-it-work/more-tonic-water/"
    assert "<" not in data
