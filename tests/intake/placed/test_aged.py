"""An age told by where a number stands; and numbers that are no age."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from charley.intake import Story

Tell = Callable[[str], Story]

TOLD = [
    ("none for 20 year, and now at 57 they're back, twice a week, right calf", 57.0),
    ("Footballer 24, cramps late in the second half, both calves", 24.0),
    ("Type 1 since I was 9, now 52. My calves cramp.", 52.0),
    ("Pt. 75 yrs, known COPD, cramps in both calves at night.", 75.0),
    ("45 y.o. teacher, calf cramps most nights.", 45.0),
    ("He snores and kicks all night, works nights at the depot, 49.", 49.0),
    ("Nan (92) keeps crying out with her calf at night.", 92.0),
    ("Ciara, 9, is limping since this morning.", 9.0),
    ("dad 66 had a bypass, gets cramp in his calf walking", 66.0),
    ("im 44 m and my toes cramp", 44.0),
    ("a retired bus driver of 73, cramp in the left calf every night", 73.0),
    ("I've had not a cramp in my 74 years until this week", 74.0),
    ("my father has 70 years and the leg is swollen", 70.0),
    ("toddler 20 months won't walk on her leg", 1.666),
    ("he is always falling over. 5 next month.", 4.0),
    ("is it normal to have one at 28? it was in my foot", 28.0),
    ("I'm 34 female and three times a week the calf goes", 34.0),
    ("mum of two here, 34, calf cramps in bed", 34.0),
    ("I am 67 year old. Every night one or two time comes the cramp in calf", 67.0),
    ("calf cramp at night, 51, no meds", 51.0),
    ("Cramps in thigh after football. 38.", 38.0),
    ("My name is Joan, 62, and my feet cramp.", 62.0),
    ("Mrs Patel (81) has a swollen calf.", 81.0),
    ("Male, 55. Cramp in calf when walking.", 55.0),
    ("55M, claudication both calves at 100 m", 55.0),
    ("29F calf cramps at night", 29.0),
    ("My boy's 7 and wakes with his legs", 7.0),
    ("My lad's 7. He cries out at night with his legs.", 7.0),
    ("Dad (Polish, 75) say his leg is swollen", 75.0),
    ("happens when i do the splits. had it since i was little. 13", 13.0),
    ("type 1 since I was 9, 24 now. calf cramps", 24.0),
    ("Had it since my late 20s. I'm 36.", 36.0),
    ("She is eighty-three and gets cramp in her feet", 83.0),
    ("I turned 57 in May and the cramps are getting worse", 57.0),
    ("I'll be 81 next month, cramps in the calf", 80.0),
    ("at 41 I thought I was too young for cramp", 41.0),
    ("68-year-old man with calf pain on walking", 68.0),
    ("just had my 60th birthday, calf cramps at night", 60.0),
    ("Retired, 71, cramp most nights in the calves", 71.0),
    ("Hi, 33 here, runner, calf cramps", 33.0),
    ("I am a student (19) with cramps in my feet", 19.0),
    ("My daughter (3) won't put weight on her leg", 3.0),
    ("Tommy, aged 6, wakes screaming with leg pain", 6.0),
    ("46 yr old mum of three, cramp at night", 46.0),
    ("Gran's 88 and her calf is hard", 88.0),
    ("my 6 month old cries when I move her leg", 0.5),
    ("Me: 64, diabetic, calf cramps at night", 64.0),
    ("Age - 52. Calf cramps.", 52.0),
    ("aet. 77, nocturnal cramps", 77.0),
    ("forty years old, cramp in the calf", 40.0),
    ("calf cramps nightly, I'm 59 and fit", 59.0),
    ("My mother has 84 years, the calf is hard", 84.0),
    ("Hello, Derek (58). Calf goes like concrete at 4am.", 58.0),
    ("cramps in both feet, F, 47", 47.0),
    ("He works as a postman. 63. The calf grabs walking the round.", 63.0),
    ("Mum, 86, keeps saying her leg's killing her", 86.0),
    ("Jake (11) gets a cramp in his thigh at football", 11.0),
    ("calf cramp, 69, diabetic", 69.0),
    ("54 now and still getting cramp in my arches", 54.0),
    ("in all my 72 years I've never had a pain like it in the calf", 72.0),
    ("i'll be 40 next week and my calves have started cramping", 39.0),
    ("At 31 I shouldn't be getting cramp like this", 31.0),
    ("77yrs old gentleman with foot cramps", 77.0),
    ("my 2 year old limps", 2.0),
    ("43yo runner tight calf", 43.0),
    ("Care home resident, 82, calf swollen", 82.0),
    ("retired at 55, I'm 61 now, feet cramp", 61.0),
    ("just turned 50, calf cramps", 50.0),
    ("35, desk job, cramp in the arch", 35.0),
    ("(26, female) calf cramp in spin class", 26.0),
    ("she's 70 if she's a day, calf cramps", 70.0),
    ("65 last week and toe cramps", 65.0),
]


@pytest.mark.parametrize(("text", "answer"), TOLD)
def test_an_age_by_where_it_stands(tell: Tell, text: str, answer: str | float) -> None:
    assert tell(text).answers.get("age") == answer


NOT_TOLD = [
    "had my wee girl three weeks ago by section. right leg is swelled up",
    "de foot swell up big big, one side alone, and it hot",
    "Epilim I take, missed a couple of days. Calf cramps",
    "It started on the 3rd night.",
    "cramp in my calf since 2019",
    "I smoke 40 a day and my calves cramp",
    "calf has been cramping for 72 hours",
    "pain score 7 out of 10, calf",
    "I take atorvastatin 40, ramipril 10, and cramp at night",
    "My sodium was 128, cramps in both legs",
    "calf left 41, right 37",
    "mum of two, cramps in my calf",
    "about 30 to 40 seconds, then it goes. calf",
    "I walk 50 yards, 60 at most, then the calf cramps",
    "cramps two nights in seven",
    "I ran 26 miles, 10 of them with cramp",
    "my bp was 150 over 95, cramps at night",
    "Room 12, calf cramps at night",
    "I stopped smoking at 40, calf cramps at night",
    "my dad died at 60, I get cramps at night",
    "had them since I was 15",
    "cramp at 3, at 4, at 5 in the morning",
    "Temp 38.5, calf red",
    "I had 20, 25 cramps last week",
    "it's a 9 out of 10",
    "cramps at mile 18, 20, 22",
    "my father had a stroke at 62; I get cramp in the calf",
    "left 38, right 42 and calf sore",
    "I drink 30 units, calf cramps",
    "took 2, 20 minutes later the cramp went",
    "I had my knee done at 50, calf cramps",
    "sodium 128, potassium 3.1, cramps in calf",
    "pain 8, calf",
    "cramped at 19, 20 and 21 miles",
    "heart rate 88, calf sore",
    "Since 1998, cramps in calf.",
    "Ward 9, bed 12. Calf cramps.",
    "I've got 3 kids, 4 dogs, and cramps in my calf",
]


@pytest.mark.parametrize("text", NOT_TOLD)
def test_a_number_of_something_else_is_no_age(tell: Tell, text: str) -> None:
    assert "age" not in tell(text).answers


def test_a_count_behind_an_apology_corrects_no_age(tell: Tell) -> None:
    story = tell(
        "I am 67 year old, from Poland, sorry my English. Every night one or two time comes the cramp"
    )
    assert story.answers["age"] == 67.0
    assert "age" not in story.differing


def test_a_figure_of_another_thing_takes_no_age_back(tell: Tell) -> None:
    assert tell("78 f known stenosis L4/5, calf cramps").answers["age"] == 78.0
