"""The texts of the page name what there is, and nothing of safety is left to the long form alone."""

from __future__ import annotations

from charley.advice.interventions import interventions
from charley.advice.plan_texts import plan_texts
from charley.library import load

TEXTS = plan_texts()
LINES = {line.id: line for line in TEXTS.lines}
KNOWN = {
    *LINES, *(group.id for group in TEXTS.groups), *interventions().by_id, *TEXTS.alarms,
    *load().findings, *load().tests,
}  # fmt: skip


def test_every_short_text_belongs_to_something() -> None:
    short = TEXTS.short
    assert {*short.says, *short.names, *short.signs, *short.long_only} <= KNOWN
    assert set(short.situations) <= set(TEXTS.situations)


def test_a_short_text_is_shorter() -> None:
    for id_, says in TEXTS.short.says.items():
        if id_ in LINES and id_ not in ("urgent-new-medicine", "bring-diary"):  # these stand for two lines
            assert len(says.split()) <= len(LINES[id_].says.split()), id_


def test_every_danger_line_and_alarm_has_its_signs() -> None:
    dangers = {line.id for line in TEXTS.lines if line.part == "come_back"}
    assert dangers | set(TEXTS.alarms) <= set(TEXTS.short.signs)


def test_no_danger_sign_is_less_urgent_than_its_line() -> None:
    words = {"ambulance": "ambulance", "emergency": "emergency department", "maternity": "maternity triage"}
    for id_, signs in TEXTS.short.signs.items():
        whole = LINES[id_].says if id_ in LINES else TEXTS.alarms[id_].do
        for action, word in words.items():
            if any(one.do == action for one in signs):
                assert word in whole.lower(), id_
        most = next((action for action, word in words.items() if word in whole.lower()), None)
        if id_ in LINES and most:
            assert most in {one.do for one in signs}, id_


def test_nothing_of_safety_stands_in_the_long_form_alone() -> None:
    for id_ in TEXTS.short.long_only:
        if id_ in LINES:
            pointer = id_.startswith("look-up")  # where to look something up
            assert pointer or LINES[id_].part in ("cramp", "bring", "urgent", "six_weeks"), id_
        else:
            assert not next(group for group in TEXTS.groups if group.id == id_).when_urgent, id_


def test_every_remedy_of_a_kit_has_a_source_or_a_reason() -> None:
    for line in TEXTS.lines:
        if line.part == "kit":
            assert line.sources or line.judged, line.id


def test_every_rule_or_line_that_a_line_covers_is_one() -> None:
    covered = {id_ for line in TEXTS.lines for id_ in line.covers}
    assert covered and covered <= set(load().red_flags) | set(LINES)
    flags = {id_ for topic in TEXTS.topics for line in topic.replies for id_ in line.flags}
    assert flags <= set(load().red_flags)


def test_every_topic_can_be_answered() -> None:
    for topic in TEXTS.topics:
        assert topic.replies or (topic.cause and topic.settles) or topic.id == "remedy", topic.id
        if topic.replies and not topic.cause:
            last = topic.replies[-1]
            assert not (last.when or last.causes or last.flags) or topic.id in {"alcohol"}, topic.id
