"""Texts for people: easy to read, no advice to stop a medicine, no false comfort.

Reading grade: Flesch-Kincaid (Kincaid, Fishburne, Rogers and Chissom 1975, Navy Research Branch Report 8-75):
0.39 x words per sentence + 11.8 x syllables per word - 15.59. Syllables are counted by own rules after
the idea of Greg Fast's Lingua::EN::Syllable (CPAN, 1999): vowel groups, less silent ones, plus split ones.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from statistics import mean

import pytest

import charley
from charley.records.library import Library

MOST_ON_AVERAGE = 9.0
MOST = 14.0

SILENT = re.compile(
    r"[^aeiouyl]e$|[aeiouy]le$|[^aeiouytd]ed$|(?<![cs]h)(?<![aeiouyscgzx])es$|[^aeiouy]e(?=(ly|ment)$)"
)
SPLIT = re.compile(
    r"ia(?!l|n$|ge)|io(?!n|us)|i[ua]m|[^qg]ua(?=[ltr])|eo(?!p)|ea(?=t[eo]|n[ct]|ct)|[aeiouy]ing|iet|ism$|uous|ier$"
)
NEGATED = re.compile(r"\b(no|not|never|unless|without)\b|n't\b", re.IGNORECASE)
STOP = re.compile(r"\b(stop|quit|come off|leave (out|off)|skip|halve|cut (down|back|out))\b", re.IGNORECASE)
TAKE_NO = re.compile(r"\btake no (?!quinine|potassium|magnesium|more and see)", re.IGNORECASE)
MEDICINE = re.compile(
    r"\b(medicines?|tablets?|pills?|drugs?|inhalers?|insulin|statins?|steroids?|doses?|taking)\b",
    re.IGNORECASE,
)
ALLOWED = re.compile(r"\b(quinine|tonic water)\b", re.IGNORECASE)
TAKE = re.compile(
    r"\b(take|try|use|drink|swallow)\b[^.;:?]*\b(quinine|tonic water|potassium)\b", re.IGNORECASE
)
ASKED = re.compile(r"\?$|\b(if|since|when|once) you\b|\bI (take|drink)\b", re.IGNORECASE)
COMFORT = re.compile(
    r"nothing to worry|(no need to|not|n't) worry|you('re| are) (fine|safe|well|healthy|all right|ok)\b"
    r"|all is well|not (serious|dangerous)|nothing (is )?(wrong|serious)|no need to (see|ask|call)"
    r"|(?<!mostly )(?<!almost always )\bharmless\b|\bjust (a )?cramps?\b|perfectly (safe|normal)",
    re.IGNORECASE,
)


def syllables(word: str) -> int:
    """Syllables of an English word, near enough for an average over many words."""
    word = re.sub(r"[^a-z]", "", word.lower().removesuffix("'s"))
    groups = len(re.findall(r"[aeiouy]+", word))
    return max(1, groups - len(SILENT.findall(word)) + len(SPLIT.findall(word)))


def words_of(text: str) -> list[str]:
    return re.findall(r"[A-Za-z]+(?:'[a-z]+)?", text)


def sentences_of(text: str) -> list[str]:
    parts = (part.strip() for part in re.findall(r"[^.!?;:]+[.!?;:]*", text))
    return [part for part in parts if words_of(part)]


def grade(text: str) -> float:
    """The Flesch-Kincaid grade of a text."""
    words = words_of(text)
    return (
        0.39 * len(words) / len(sentences_of(text))
        + 11.8 * sum(map(syllables, words)) / len(words)
        - 15.59
    )  # fmt: skip


def texts(library: Library) -> Iterator[tuple[str, str, str]]:
    """Every text shown to people: its kind, whose it is, and the text."""
    for cause in library.causes.values():
        yield "summary", cause.id, cause.summary
        yield "look_for", cause.id, "; ".join(cause.look_for)
    for finding in library.findings.values():
        if finding.ask_of != "clinician":
            yield "question", finding.id, finding.question
            yield "help", finding.id, finding.help
            yield "why we ask", finding.id, finding.why
    for rule in library.red_flags.values():
        yield "tell", rule.id, rule.tell
        yield "picture", rule.id, rule.picture
        yield "why of a rule", rule.id, rule.why
    for test in library.tests.values():
        yield "lay", test.id, test.lay
    for level, text in library.urgency_texts.items():
        yield "urgency", level.word, f"{text.title}. {text.do}"
    for screen in library.screens:
        yield "screen", screen.id, f"{screen.title}. {screen.intro}"
    for floor in library.floors:
        yield "floor", floor.id, floor.why
    for kind in library.medicine_classes.values():
        yield "class of medicines", kind.id, kind.about


def shown(library: Library) -> list[tuple[str, str, str]]:
    return [entry for entry in texts(library) if entry[2]]


def advice(library: Library) -> list[tuple[str, str, str]]:
    """Single sentences of the texts that say what to do, not those that picture what happened."""
    pictures = ("picture", "question", "look_for")
    return [
        (kind, id_, sentence)
        for kind, id_, text in shown(library)
        if kind not in pictures
        for sentence in sentences_of(text)
    ]


def says_to_stop(sentence: str) -> bool:
    """Whether a sentence tells people to leave out a medicine other than quinine."""
    if sentence.endswith("?") or ALLOWED.search(sentence):
        return False
    stops = STOP.search(sentence) and MEDICINE.search(sentence) and not NEGATED.search(sentence)
    return bool(stops or TAKE_NO.search(sentence))


def says_to_take(sentence: str) -> bool:
    """Whether a sentence tells people to take quinine or potassium."""
    return bool(TAKE.search(sentence) and not NEGATED.search(sentence) and not ASKED.search(sentence))


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("cramp", 1), ("calf", 1), ("muscle", 2), ("nerve", 1), ("artery", 3), ("potassium", 4),
        ("ambulance", 3), ("emergency", 4), ("tablets", 2), ("swollen", 2), ("legs", 1), ("caused", 1),
        ("started", 2), ("needed", 2), ("blood", 1), ("breathing", 2), ("being", 2), ("area", 3),
        ("diabetes", 4), ("medicine", 3), ("times", 1), ("people", 2), ("your", 1), ("the", 1), ("goes", 1),
        ("dialysis", 4), ("little", 2), ("quiet", 2), ("serious", 3), ("pressure", 2), ("inflammation", 4),
        ("magnesium", 4), ("stretches", 2), ("happened", 2), ("completely", 3), ("movement", 2), ("whole", 1),
        ("create", 2), ("ache", 1), ("pushes", 2), ("piece", 1), ("eased", 1), ("are", 1),
    ],
)  # fmt: skip
def test_syllables_are_those_of_the_dictionary_give_or_take_one(word: str, count: int) -> None:
    """Counts of the CMU Pronouncing Dictionary."""
    assert abs(syllables(word) - count) <= (1 if count > 2 else 0)


def test_the_grade_of_known_texts() -> None:
    assert grade("The cat sat on the mat.") == pytest.approx(0.39 * 6 + 11.8 - 15.59)
    hard = "Peripheral arterial insufficiency necessitates multidisciplinary vascular evaluation."
    assert grade(hard) > 20


def test_on_average_every_kind_of_text_is_easy_to_read(library: Library) -> None:
    grades: dict[str, list[float]] = defaultdict(list)
    for kind, _, text in shown(library):
        grades[kind].append(grade(text))
    assert len(grades) == 13
    assert {kind: round(mean(g), 1) for kind, g in grades.items() if mean(g) > MOST_ON_AVERAGE} == {}


def test_no_single_text_is_hard_to_read(library: Library) -> None:
    hard = [
        (kind, id_, round(grade(text), 1), text) for kind, id_, text in shown(library) if grade(text) > MOST
    ]
    assert hard == []


def test_no_text_tells_people_to_stop_a_prescribed_medicine(library: Library) -> None:
    assert [entry for entry in advice(library) if says_to_stop(entry[2])] == []


def test_no_text_tells_people_to_take_quinine_or_potassium(library: Library) -> None:
    assert [entry for entry in advice(library) if says_to_take(entry[2])] == []


def test_no_text_gives_false_comfort(library: Library) -> None:
    assert [(kind, id_, text) for kind, id_, text in shown(library) if COMFORT.search(text)] == []


@pytest.mark.parametrize(
    ("sentence", "stops"),
    [
        ("Stop the tablet and call.", True),
        ("Skip a dose if you feel sick.", True),
        ("Leave out your inhaler for a week.", True),
        ("You can halve the dose.", True),
        ("Stop taking the statin.", True),
        ("Take no water tablet today.", True),
        ("Take no magnesium or potassium on your own.", False),
        ("Do not stop a medicine by yourself.", False),
        ("Never leave out a preventer inhaler.", False),
        ("Stop taking quinine tablets.", False),
        ("Stop, stretch gently, cool down.", False),
        ("Did you stop or cut down sleeping pills?", False),
    ],
)
def test_the_search_for_stopping_finds_advice_and_leaves_warnings(sentence: str, stops: bool) -> None:
    assert says_to_stop(sentence) is stops


@pytest.mark.parametrize(
    ("sentence", "takes"),
    [
        ("Try a glass of tonic water at night.", True),
        ("Take a potassium tablet.", True),
        ("Take no potassium on your own.", False),
        ("If you take quinine for malaria, say so.", False),
        ("Drink when you are thirsty.", False),
    ],
)
def test_the_search_for_quinine_and_potassium_finds_advice(sentence: str, takes: bool) -> None:
    assert says_to_take(sentence) is takes


@pytest.mark.parametrize(
    ("text", "comforts"),
    [
        ("It is nothing to worry about.", True),
        ("You are fine.", True),
        ("This is harmless.", True),
        ("It is just a cramp.", True),
        ("Don't worry.", True),
        ("Twitches are mostly harmless.", False),
        ("If you do not feel safe, call.", False),
        ("It can upset the heart even when you feel fine.", False),
    ],
)
def test_the_search_for_false_comfort_finds_it(text: str, comforts: bool) -> None:
    assert bool(COMFORT.search(text)) is comforts


def test_no_file_of_the_knowledge_is_still_a_draft() -> None:
    files: Iterable[Path] = (Path(charley.__file__).parent / "knowledge").rglob("*.yaml")
    marks = re.compile(r"\b(DRAFT|TODO|FIXME|TBD|XXX)\b")
    found = [f"{path.name}: {mark}" for path in files for mark in marks.findall(path.read_text("utf-8"))]
    assert found == []
