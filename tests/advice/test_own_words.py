"""Quotations by their span: whole words, at the ends of clauses, never more than there is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charley.advice.own_words import MOST_WORDS, clause_at, quote_at, sentence_span

TEXT = "I am 70. My calf is hot, red and sore since Monday, but I can walk! It began in May."


@pytest.mark.parametrize(
    ("words", "quote"),
    [("70", "I am 70."), ("red", "My calf is hot, red and sore since Monday, but I can walk!")],
)
def test_the_sentence_around_the_words(words: str, quote: str) -> None:
    start = TEXT.index(words)
    assert quote_at(TEXT, start, start + len(words)) == quote


def test_a_long_sentence_is_cut_at_its_clauses_and_says_so() -> None:
    long = (
        "First there was a lot of this, " * 6 + "then my foot went cold and blue, " + "and more of that, " * 9
    )
    start = long.index("cold")
    quote = quote_at(long, start, start + 4)
    assert "my foot went cold and blue" in quote
    assert quote.startswith("… ") and quote.endswith(" …")
    assert len(quote.split()) <= MOST_WORDS + 2


@given(st.text(alphabet="ab ,.;!?\n-", min_size=1, max_size=200), st.data())
def test_a_quotation_holds_only_what_was_written(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    first, last = sentence_span(text, start, end)
    assert 0 <= first <= last <= len(text)
    written = " ".join(text.split())
    for quote in (quote_at(text, start, end), clause_at(text, start, end)):
        assert all(part.strip() in written for part in quote.split("…"))
