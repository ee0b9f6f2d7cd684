"""A half reassurance is none: what was so, or is so a little, or with a tablet, denies no danger sign."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from charley.intake import Story

Tell = Callable[[str], Story]


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("numb down below, no control of my bladder", "saddle_numb"),
        ("My toes don't tingle but my fingers and lips do when the cramp comes", "mouth_hand_tingling"),
        ("nothing looks swollen except my left calf", "one_leg_swollen"),
        ("I remember everything until I went down on the kitchen floor", "passed_out"),
        ("She no longer knows me", "confused_or_drowsy"),
        ("she hardly knows me since yesterday", "confused_or_drowsy"),
        ("she could kick the ball last week, now the leg hangs", "leg_cannot_feel_or_move"),
        ("I can feel everything down to the knee and nothing below it", "leg_cannot_feel_or_move"),
        ("breathing and swallowing fine until last night", "breathless_sudden"),
        ("not thinking of doing anything stupid, though I'd rather not wake up", "self_harm_thoughts"),
        ("after I fell, when the cramp stopped, I couldn't stand", "cannot_put_weight"),
        ("when the cramp went off I could not put any weight on the leg", "cannot_put_weight"),
        ("they found cancer in my spine and now my legs cramp and I can hardly stand", "cannot_put_weight"),
        ("I'm numb down below and have no feeling when I wipe", "saddle_numb"),
        ("I can hardly feel the toilet paper", "saddle_numb"),
        ("I can only just feel the seat", "saddle_numb"),
        ("I can feel the paper but it's dull, like through cloth", "saddle_numb"),
        ("she was alert this morning, now she won't wake", "confused_or_drowsy"),
        ("he is less alert than he was", "confused_or_drowsy"),
        ("barely alert, GCS 13", "confused_or_drowsy"),
        ("dad's not all there today", "confused_or_drowsy"),
        ("the fever came down with paracetamol and is up again", "fever"),
        ("fever came down a bit after calpol", "fever"),
        ("the fever broke but the shivers are back", "fever"),
        ("abdomen soft, tender under the right ribs", "pain_under_ribs"),
        ("the fever went away overnight and it's back today", "fever"),
        ("I was peeing plenty but now nothing has come out since last night", "little_urine"),
        (
            "always short of breath, today it came on suddenly and I can't finish a sentence",
            "breathless_sudden",
        ),
        ("my legs were the same size until Friday, now the left calf is swollen", "one_leg_swollen"),
        ("both ankles are puffy but the left calf has swollen up far more since Sunday", "one_leg_swollen"),
        ("left leg well perfused, right foot suddenly cold and white", "leg_sudden_cold_pale"),
        ("I knew everything that was going on until I passed out", "passed_out"),
        ("no problem peeing until yesterday, now I can't pee and I've wet myself", "bladder_bowel_change"),
        ("my pee was yellow until this morning", "dark_urine"),
        ("my pee is darker than its normal colour", "dark_urine"),
        ("only sips will stay down", "cannot_keep_fluids"),
        ("food did stay down yesterday, today it all comes back", "cannot_keep_fluids"),
        ("nothing I drink will stay down", "cannot_keep_fluids"),
        ("my feet are all pink and warm, all but the left which is white", "leg_sudden_cold_pale"),
        ("both feet nice and warm bar the right which is ice cold", "leg_sudden_cold_pale"),
        ("all my toes are pink but the two little ones on the left are black", "leg_sudden_cold_pale"),
        ("my temp was normal at lunch and now it's 39.5", "fever"),
        ("her temperature was 37 this morning, now it is 39", "fever"),
        ("neither leg is swollen in the morning, by night the left is huge", "one_leg_swollen"),
        ("I can wiggle the toes on the good foot, the bad one won't move", "leg_cannot_feel_or_move"),
        ("my speech is clear again but this morning it was slurred", "face_arm_speech"),
        ("her head was clear on Monday, since then she is muddled", "confused_or_drowsy"),
        ("no bruises, then this morning purple spots all over", "new_bruises_spots"),
        ("breathing and swallowing fine until last night", "speech_swallow_trouble"),
        ("I can touch my chin to my chest only with agony", "stiff_neck_headache"),
        ("I walk 100 yards without stopping and then my calf grips", "pain_on_walking"),
        ("I take two quinine tablets a night, my eyes are as good as they were", "quinine_bleed_sight"),
        ("no chest pain except when I breathe in", "chest_pain_breathing"),
    ],
)
def test_a_half_reassurance_is_no_no(tell: Tell, text: str, finding: str) -> None:
    assert tell(text).answers.get(finding) is not False


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        ("I can feel everything when I wipe", "saddle_numb"),
        ("alert and orientated", "confused_or_drowsy"),
        ("the fever broke on Sunday", "fever"),
        ("abdomen soft non tender", "pain_under_ribs"),
        ("my pee is its usual colour", "dark_urine"),
        ("water is staying down", "cannot_keep_fluids"),
    ],
)
def test_a_plain_no_is_one(tell: Tell, text: str, finding: str) -> None:
    assert tell(text).answers.get(finding) is False
