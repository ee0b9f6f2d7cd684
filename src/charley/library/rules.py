"""Red flags, scores, thresholds, floors and tests from their files."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from charley.library.conditions import build_condition, build_test
from charley.library.files import (
    BaseRateFile,
    RedFlagsFile,
    RedFlagShape,
    ScoresFile,
    ScoreShape,
    TestFile,
    TrueCrampFile,
    UrgencyFile,
)
from charley.library.shapes import NumberShape
from charley.library.workbench import Place, Placed, Workbench
from charley.records.care import Test
from charley.records.conditions import Condition
from charley.records.library import BaseRate, CrampFeature, TrueCramp
from charley.records.numbers import Number
from charley.records.rules import AlsoTold, Floor, RedFlag, Score, ScoreItem, Threshold, Urgency, UrgencyText

WHOM = {"everyone", "pregnant", "pregnant_or_recent_birth", "child", "adult"}


def _optional(shape: Any, place: Place, bench: Workbench) -> Condition | None:
    return None if shape is None else build_condition(shape, place, bench)


def build_red_flags(files: Iterable[Placed[RedFlagsFile]], bench: Workbench) -> dict[str, RedFlag]:
    """Every rule by id."""
    result: dict[str, RedFlag] = {}
    for file in files:
        for index, shape in enumerate(file.shape.red_flags):
            place = file.place.at("red_flags", index)
            bench.once(shape.id, result, "rule", place)
            result[shape.id] = _red_flag(shape, file.shape.group, place, bench)
    return dict(sorted(result.items()))


def _red_flag(shape: RedFlagShape, group: str, place: Place, bench: Workbench) -> RedFlag:
    bench.known(shape.applies_to, WHOM, "group of people", place.at("applies_to"))
    for index, cause in enumerate(shape.suspected):
        bench.known(cause, bench.ids.causes, "cause", place.at("suspected", index))
    for index, cause in enumerate(shape.may_follow):
        bench.known(cause, bench.ids.causes, "cause", place.at("may_follow", index))
    for index, test in enumerate(shape.tests):
        bench.known(test, bench.ids.tests, "test", place.at("tests", index))
    return RedFlag(
        id=shape.id,
        group=group,
        level=Urgency.of(shape.level),
        applies_to=shape.applies_to,
        picture=shape.picture,
        when=build_condition(shape.when, place.at("when"), bench),
        suspected=tuple(shape.suspected),
        tests=tuple(shape.tests),
        why=shape.why,
        tell=shape.tell,
        figures=bench.figures(shape.figures, place.at("figures")),
        sources=bench.sources(shape.sources, place.at("sources")),
        tell_also=tuple(
            AlsoTold(build_condition(also.when, place.at("tell_also", index, "when"), bench), also.says)
            for index, also in enumerate(shape.tell_also)
        ),
        may_follow=tuple(shape.may_follow),
    )


def build_scores(file: Placed[ScoresFile], bench: Workbench) -> dict[str, Score]:
    """Every score by id."""
    result: dict[str, Score] = {}
    for index, shape in enumerate(file.shape.scores):
        place = file.place.at("scores", index)
        bench.once(shape.id, result, "score", place)
        result[shape.id] = _score(shape, place, bench)
    return result


def _score(shape: ScoreShape, place: Place, bench: Workbench) -> Score:
    return Score(
        id=shape.id,
        name=shape.name,
        apply_only_if=build_condition(shape.apply_only_if, place.at("apply_only_if"), bench),
        not_valid_when=_optional(shape.not_valid_when, place.at("not_valid_when"), bench),
        items=tuple(
            ScoreItem(item.points, build_condition(item.when, place.at("items", index, "when"), bench))
            for index, item in enumerate(shape.items)
        ),
        note=shape.note,
        sources=bench.sources(shape.sources, place.at("sources")),
    )


def build_losses(file: Placed[UrgencyFile], bench: Workbench) -> dict[Urgency, dict[Urgency, float]]:
    """The utility table of triage: the loss for each level advised and each level asked for."""
    result: dict[Urgency, dict[Urgency, float]] = {}
    for index, row in enumerate(file.shape.losses.table):
        place = file.place.at("losses", "table", index)
        level = Urgency.of(row.advise)
        bench.once(row.advise, {known.word for known in result}, "level", place)
        losses = {asked: float(getattr(row, asked.word)) for asked in Urgency}
        if losses[level]:
            bench.fault(place.at(row.advise), "advising what the cause asks for loses nothing: write 0")
        result[level] = losses
    return {level: result.get(level, dict.fromkeys(Urgency, 0.0)) for level in Urgency}


def build_thresholds(file: Placed[UrgencyFile], bench: Workbench) -> tuple[Threshold, ...]:
    """The chances at which a dangerous cause sets a level by itself."""
    return tuple(
        Threshold(
            Urgency.of(shape.cause_urgency),
            bench.chance(shape.chance, file.place.at("thresholds", index, "chance")),
            Urgency.of(shape.level),
        )
        for index, shape in enumerate(file.shape.thresholds)
    )


def build_floors(file: Placed[UrgencyFile], bench: Workbench) -> tuple[Floor, ...]:
    """The least level for what needs somebody else."""
    result: dict[str, Floor] = {}
    for index, shape in enumerate(file.shape.floors):
        place = file.place.at("floors", index)
        bench.once(shape.id, result, "floor", place)
        when = build_condition(shape.when, place.at("when"), bench)
        sources = bench.sources(shape.sources, place.at("sources"))
        result[shape.id] = Floor(shape.id, Urgency.of(shape.level), when, shape.why, sources)
    return tuple(result.values())


def build_urgency_texts(file: Placed[UrgencyFile], bench: Workbench) -> dict[Urgency, UrgencyText]:
    """What each level means; all five must be there."""
    texts: dict[Urgency, UrgencyText] = {}
    for index, shape in enumerate(file.shape.levels):
        level = Urgency.of(shape.level)
        bench.once(shape.level, {told.word for told in texts}, "level", file.place.at("levels", index))
        texts[level] = UrgencyText(level, shape.title, shape.do, shape.clinician)
    for level in Urgency:
        if level not in texts:
            bench.fault(file.place.at("levels"), f"the level '{level.word}' has no text", "Add it here.")
    return texts


def build_tests(files: Iterable[Placed[TestFile]], bench: Workbench) -> dict[str, Test]:
    """Every test by id."""
    result = {file.shape.id: _test(file.shape, file.place, bench) for file in files}
    return dict(sorted(result.items()))


def _test(shape: TestFile, place: Place, bench: Workbench) -> Test:
    bench.named_like(shape.id, "tests", place)
    return Test(
        id=shape.id,
        name=shape.name,
        kind=shape.kind,
        lay=shape.lay,
        loinc=shape.loinc,
        loinc_checked=shape.loinc_checked,
        units=tuple(shape.units),
        what_it_shows=shape.what_it_shows,
        worth_it_when=shape.worth_it_when,
        suggest_when=_optional(shape.suggest_when, place.at("suggest_when"), bench),
        avoid_when=_optional(shape.avoid_when, place.at("avoid_when"), bench),
        caveats=tuple(shape.caveats),
        adult_reference=shape.adult_reference,
        pregnancy_reference=shape.pregnancy_reference,
        action_thresholds=shape.action_thresholds,
        figures=bench.figures(shape.figures, place.at("figures")),
        sources=bench.sources(shape.sources, place.at("sources")),
    )


def build_true_cramp(file: Placed[TrueCrampFile], bench: Workbench) -> TrueCramp:
    """The agreed features of a true cramp."""
    return TrueCramp(
        bench.chance(file.shape.share, file.place.at("share")),
        tuple(
            CrampFeature(
                build_test(shape, place := file.place.at("features", index), bench),
                shape.says,
                _feature_chance(shape.if_true_cramp, place.at("if_true_cramp"), bench),
                _feature_chance(shape.if_look_alike, place.at("if_look_alike"), bench),
            )
            for index, shape in enumerate(file.shape.features)
        ),
    )


def _feature_chance(value: str | NumberShape, place: Place, bench: Workbench) -> Number:
    number = bench.chance(value, place)
    if number.value in (0, 1):
        bench.fault(place, "no feature is certain", "Write a chance above 0 and below 1.")
    return number


def build_base_rate(file: Placed[BaseRateFile], bench: Workbench) -> BaseRate:
    """How common night cramps are."""
    return BaseRate(
        bench.chance(file.shape.any_in_a_month, file.place.at("any_in_a_month")),
        bench.chance(file.shape.often_in_a_month, file.place.at("often_in_a_month")),
    )
