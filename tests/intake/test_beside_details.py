"""A danger is told whatever everyday detail stands beside it, and the same words without it stay harmless."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from charley.intake import Story

Tell = Callable[[str], Story]

TOLD = [
    ("honestly some mornings I'd rather be dead than have another night of cramps", "self_harm_thoughts"),
    ("I've begun to lose poo in my pants when I walk the dog, calf cramps", "bladder_bowel_change"),
    (
        "My throat feels like it's closing up since the new tablet, my calf has just stopped cramping",
        "throat_tight",
    ),
    (
        "It all began together, the calf pain and a terrible sudden pain in my stomach, not like my period",
        "sudden_back_tummy_pain",
    ),
    (
        "since the gym my arms are so swollen I can't straighten them, even after a hot bath",
        "muscle_swollen_stuck",
    ),
    (
        "the chemist asked about tetanus and I honestly don't know when I had one, I cut my foot",
        "tetanus_jab_due",
    ),
    (
        "Yesterday water stayed down, today I drink and five minutes later it's in the bucket",
        "cannot_keep_fluids",
    ),
    ("since the fall my calf is as tight as a drum and the pain gets worse", "leg_tight_hard"),
    ("the shin is broken, in plaster since noon. It's as tight as a drum under it", "leg_tight_hard"),
    ("since the fall I can't walk half a step, the ankle won't take me", "cannot_put_weight"),
]
HARMLESS = [
    ("I wouldn't be seen dead in those socks, calf cramps", "self_harm_thoughts"),
    ("the dog left a poo in his bed, I cramp when I bend", "bladder_bowel_change"),
    ("terrible period pain and a cramp in the calf", "sudden_back_tummy_pain"),
    ("it clamps tight round my calf like a collar", "throat_tight"),
    ("I've been more or less vegetarian since my wife died, it's easier", "self_harm_thoughts"),
    ("my mum says it is the chemicals in the body and not the weight", "cannot_put_weight"),
    ("I can't walk half the length of our street before my calves cramp", "cannot_put_weight"),
    ("I get cramps in bed. The calf goes as hard as a board and I stand on cold tiles", "leg_tight_hard"),
    ("the whole calf grabs and won't let go for a couple of minutes", "leg_tight_hard"),
    ("my calf feels as hard as wood during a cramp", "leg_tight_hard"),
    ("I get muscle spasms here, there and everywhere, calves, feet and hands", "whole_body_shaking"),
]


@pytest.mark.parametrize(("text", "finding"), TOLD)
def test_a_danger_beside_a_detail_is_told(text: str, finding: str, tell: Tell) -> None:
    assert tell(text).answers.get(finding) is True


@pytest.mark.parametrize(("text", "finding"), HARMLESS)
def test_the_detail_alone_tells_none(text: str, finding: str, tell: Tell) -> None:
    assert tell(text).answers.get(finding) is not True
