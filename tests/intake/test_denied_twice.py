"""Two denials of which one denies the other tell the sign: no "no" comes of them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from charley.intake import Story

Tell = Callable[[str], Story]


@pytest.mark.parametrize(
    ("text", "finding", "answer"),
    [
        ("It is not that I don't sweat. At the ovens the shirt is wet", "heavy_sweating", True),
        ("It's not that my feet aren't numb, they are", "feet_numb_tingle", True),
        ("Not gonna say I never drink, I do, maybe 6 beers over a weekend", "alcohol_units", 6),
        ("Dont think its not gettin weaker if u know what i mean", "weakness_progressive", True),
        ("I can't say I don't have chest pain", "chest_pain_breathing", True),
        ("It isn't as if my calf isn't swollen", "one_leg_swollen", True),
        ("never a day I don't get breathless", "breathless_sudden", True),
        ("there isn't a night I don't wake with it", "wakes_from_sleep", True),
        ("I wouldn't say I'm not drowsy", "confused_or_drowsy", True),
        ("nobody can say I haven't a fever", "fever", True),
        ("not a week goes by I don't faint", "passed_out", True),
        ("not that it isn't swollen, it is", "one_leg_swollen", None),
        ("don't tell me my leg isn't swollen", "one_leg_swollen", None),
        ("I haven't got a fever and I haven't fainted", "passed_out", False),
        ("I don't think it's swollen and it is not red", "leg_red_hot", False),
        ("I don't think so, no swelling", "one_leg_swollen", False),
        ("not that I know of, no chest pain", "chest_pain_breathing", False),
        ("I don't feel like I can't breathe", "breathless_sudden", False),
    ],
)
def test_a_denial_of_a_denial(tell: Tell, text: str, finding: str, answer: object) -> None:
    assert tell(text).answers.get(finding) == answer
