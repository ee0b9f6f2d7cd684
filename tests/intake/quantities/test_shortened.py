"""What a "'d" stands for: had, would, or the end of a shortened verb."""

from __future__ import annotations

import pytest

from charley.intake.quantities.shortened import settled
from charley.intake.text.tokens import tokenise

HAD = [
    "I'd sixteen cans", "I'd 16 units", "she'd a fever", "I'd bad cramps", "he'd chest pain", "I'd been sick",
    "she didn't know she'd wet herself", "I'd wet the bed", "I noticed I'd cut my foot", "he'd no pain",
    "after I'd hit my shin", "I'd just bitten my tongue", "we'd loads of wine", "I'd cramps in both feet",
    "I'd both calves go", "she'd spasms all winter",
]  # fmt: skip
WOULD = [
    "I'd say five minutes", "I'd wet myself if I laughed", "it'd come and go", "she'd scream",
    "he'd not walk",
    "you'd think I was drunk", "I'd bleed for hours", "I'd rather not",
    "they'd put me on iron", "it'd cramp if I walked", "I'd both laugh and cry",
]  # fmt: skip


@pytest.mark.parametrize("text", HAD)
def test_what_had_happened(text: str) -> None:
    norms = [token.norm for token in settled(tokenise(text)).items]
    assert "had" in norms
    assert "would" not in norms


@pytest.mark.parametrize("text", WOULD)
def test_what_would_happen(text: str) -> None:
    norms = [token.norm for token in settled(tokenise(text)).items]
    assert "would" in norms
    assert "had" not in norms


def test_the_end_of_a_shortened_verb_is_neither() -> None:
    norms = [token.norm for token in settled(tokenise("I was dx'd with PAD")).items]
    assert norms[:3] == ["i", "was", "dx"]
    assert not {"would", "had"} & set(norms)
