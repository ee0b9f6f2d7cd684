"""What takes an answer back: words close by in the clause, and marked ones across a clause border."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from charley.intake import Story
from charley.intake.story import read_story
from charley.intake.text.chart import Speller
from charley.library import store
from charley.library.lexicon.build import build_lexicon
from charley.library.lexicon.patterns import read_pattern
from charley.library.text import read_document
from charley.library.workbench import Workbench
from charley.reading.telling import names_of
from charley.records.library import Library

ENTRY = """
groups: {burning_up: [burning up, can not cool down, (roasting|boiling)]}
entries:
  - finding: fever
    yes: [fever]
    said: ["shivering & not warm", <burning_up>]
    unless: [hay, "&& at school", a hay]
    examples: {match: {"yes": [fever]}, not_match: [hay fever]}
"""


class Files:
    """A reader of the package's groups of words and one more file."""

    complete = True

    def __init__(self, files: list[Path], bench: Workbench) -> None:
        self.files, self.bench = files, bench

    def folder(self, name: str, shape: type) -> list:  # type: ignore[type-arg]
        documents = [read_document(file, f"{name}/{file.name}") for file in self.files]
        return [placed for document in documents if (placed := self.bench.read(shape, document))]


@pytest.fixture(scope="module")
def little(tmp_path_factory: pytest.TempPathFactory) -> Speller:
    file = tmp_path_factory.mktemp("lexicon") / "fever.yaml"
    file.write_text(ENTRY, encoding="utf-8")
    bench = Workbench()
    bench.ids.findings = {"fever": ("yes_no", ())}
    lexicon = build_lexicon(Files([store.KNOWLEDGE / "lexicon" / "words.yaml", file], bench), bench)  # type: ignore[arg-type]
    assert lexicon is not None
    return Speller(lexicon)


@pytest.mark.parametrize(
    ("text", "fever"),
    [
        ("I have a fever", True),
        ("I have hay fever", None),
        ("hay is in and I have a fever", True),
        ("I have a fever, and it is going round at school", None),
        ("I have a fever. My girl is at school.", True),
    ],
)
def test_what_takes_back(little: Speller, library: Library, text: str, fever: bool | None) -> None:
    story = read_story(text, library, little, names_of(library))
    assert story.answers.get("fever") is fever


@pytest.mark.parametrize(
    ("text", "fever"),
    [
        ("shivering, not warm", True),
        ("not warm and shivering", True),
        ("no shivering, not warm", None),
        ("I can't cool down", True),
        ("I am burning up", True),
        ("I am not burning up", None),
        ("I am boiling", True),
    ],
)
def test_a_pattern_is_not_denied_by_its_own_words(
    little: Speller, library: Library, text: str, fever: bool | None
) -> None:
    """Neither by a "not" of its other part nor by one within a phrase of a group."""
    assert read_story(text, library, little, names_of(library)).answers.get("fever") is fever


def test_a_marked_pattern_reaches_through_the_sentence() -> None:
    assert read_pattern("&& at school").sentence
    assert read_pattern("&& at school").parts == read_pattern("at school").parts


@pytest.mark.parametrize(
    ("text", "finding", "answer"),
    [
        ("I don't take iron or anything, but my poo is jet black and sticky like tar", "black_poo", True),
        ("I take iron and my poo is black", "black_poo", None),
    ],
)
def test_what_is_not_there_takes_nothing_back(
    tell: Callable[[str], Story], text: str, finding: str, answer: object
) -> None:
    assert tell(text).answers.get(finding) is answer


Tell = Callable[[str], Story]

STILL_TOLD = [
    ("I blamed the gym, but within hours my legs got so weak I couldn't get off the sofa", "rapid_weakness"),
    (
        "Last week I was playing tennis, now I can hardly lift my legs, it came on in three days",
        "rapid_weakness",
    ),
    ("For years both ankles were a bit puffy but now only one leg pits when I press", "pitting_one_leg"),
    ("Pushed on both shins: left one leaves a pit that doesn't go, right one none", "pitting_one_leg"),
    ("I leaked poo at work this morning and didn't feel it, legs cramping", "bladder_bowel_change"),
    (
        "Since Monday I can't keep any fluids down, thought it was the wine at the wedding",
        "cannot_keep_fluids",
    ),
    ("By the time I got to the kitchen both legs had gone like jelly", "both_legs_weak_numb_new"),
    ("by evening my legs were like jelly and I couldn't stand", "both_legs_weak_numb_new"),
    ("both legs ache and won't hold me since yesterday", "both_legs_weak_numb_new"),
    ("the doctor warned me about the numb backside and now I have it, numb bum", "saddle_numb"),
    ("She asked me about the numb crotch and I do have it", "saddle_numb"),
    ("Since last week my foot drags and it slaps down", "rapid_weakness"),
    ("I'm out of puff and when the cramp comes it's agony", "breathless_sudden"),
    ("I thought it was just me being unfit but I'm out of puff after one step", "breathless_sudden"),
    ("my wife flinched from the cold of my foot, it's white", "leg_sudden_cold_pale"),
    ("my left is cold and swollen, the calf", "one_leg_swollen"),
    ("I've lost weight and now I can't put weight on the leg at all", "cannot_put_weight"),
    ("My thighs are so sore I can't bear the sheet on them, and my feet are fine", "severe_muscle_pain"),
    ("my jaw has been clenched all night and I can't open it", "jaw_stiff"),
    ("my wife says it's lockjaw, I can't open my mouth", "jaw_stiff"),
    ("dentist found nothing, yet my jaw is stiff since two days and hard to open", "jaw_stiff"),
    ("calf is sore when I press and the dent stays", "calf_tender_deep"),
    ("a hard red vein like a hot wire in my calf", "tender_cord_vein"),
    ("in the episode my arm went weak and I couldn't speak", "face_arm_speech"),
    ("I can hardly keep water down now", "cannot_keep_fluids"),
    ("barely keep fluids down without being sick", "cannot_keep_fluids"),
]


@pytest.mark.parametrize(("text", "finding"), STILL_TOLD)
def test_what_takes_back_an_idiom_takes_back_no_danger(tell: Tell, text: str, finding: str) -> None:
    assert tell(text).answers.get(finding) is True


@pytest.mark.parametrize(
    "text",
    [
        "almost an hour ago he drank weedkiller",
        "he swallowed sheep dip",
        "drank weedkiller, washed his mouth out",
    ],
)
def test_a_poison_that_was_swallowed_is_told_with_whatever_stands_beside_it(tell: Tell, text: str) -> None:
    assert "other poison or drug overdose" in set(tell(text).answers["toxin_contact"])
