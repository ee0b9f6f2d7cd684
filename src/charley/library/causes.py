"""Causes from their files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from charley.library.conditions import build_test
from charley.library.files import AgainstShape, CauseFile, EvidenceShape
from charley.library.findings import background_of
from charley.library.shapes import NumberShape
from charley.library.workbench import Place, Placed, Workbench
from charley.records.causes import Against, Cause, Evidence
from charley.records.conditions import Has
from charley.records.findings import Finding
from charley.records.numbers import Number
from charley.records.rules import Urgency

Listed = Mapping[str, Number | None]
PRIOR_UNIT = "per_1000_askers"


def build_causes(
    files: Iterable[Placed[CauseFile]],
    findings: Mapping[str, Finding],
    listed: Listed,
    bench: Workbench,
) -> dict[str, Cause]:
    """Every cause by id. `listed` gives the background of medicine classes and illnesses."""
    result = {}
    for file in files:
        result[file.shape.id] = _cause(file.shape, file.place, findings, listed, bench)
    return dict(sorted(result.items()))


def _cause(
    shape: CauseFile, place: Place, findings: Mapping[str, Finding], listed: Listed, bench: Workbench
) -> Cause:
    evidence = [
        _evidence(entry, risk, place.at(key, index), findings, listed, bench)
        for key, risk in (("raised_by", True), ("produces", False))
        for index, entry in enumerate(getattr(shape, key))
    ]
    against = [
        _against(entry, place.at("argues_against", index), findings, listed, bench)
        for index, entry in enumerate(shape.argues_against)
    ]
    _check_sums([e for e in evidence if e], findings, place, bench)
    _check_dangerous(shape, place, bench)
    bench.named_like(shape.id, "causes", place)
    for key in ("confirmed_by", "excluded_by"):
        for index, test in enumerate(getattr(shape, key)):
            bench.known(test, bench.ids.tests, "test", place.at(key, index))
    threshold = shape.threshold
    return Cause(
        id=shape.id,
        name=shape.name,
        clinical_name=shape.clinical_name,
        icd10cm=shape.icd10cm,
        icd10cm_note=shape.icd10cm_note,
        group=shape.group,
        kind=shape.kind,
        mimic=shape.mimic,
        also_true_cramp=shape.also_true_cramp,
        summary=shape.summary,
        for_clinicians=shape.for_clinicians,
        mechanism=tuple(shape.mechanism),
        mechanisms=tuple(shape.mechanisms),
        evidence_it_causes_cramps=shape.evidence_it_causes_cramps,
        prior=_prior(shape.prior, place.at("prior"), bench),
        by_age=shape.by_age.model_dump(),
        by_sex=shape.by_sex.model_dump() if shape.by_sex else {},
        by_pregnancy=shape.by_pregnancy.model_dump() if shape.by_pregnancy else {},
        true_cramp=bench.chance(shape.true_cramp, place.at("true_cramp")),
        contributes=bench.chance(shape.contributes, place.at("contributes")),
        evidence=tuple(e for e in evidence if e),
        argues_against=tuple(a for a in against if a),
        urgency=Urgency.of(shape.urgency),
        threshold=bench.chance(threshold, place.at("threshold")) if threshold else None,
        review_floor=Urgency.of(shape.review_floor) if shape.review_floor else None,
        who_to_see=tuple(shape.who_to_see),
        confirmed_by=tuple(shape.confirmed_by),
        excluded_by=tuple(shape.excluded_by),
        look_for=tuple(shape.look_for),
        figures=bench.figures(shape.figures, place.at("figures")),
        sources=bench.sources(shape.sources, place.at("sources")),
    )


def _prior(shape: NumberShape, place: Place, bench: Workbench) -> Number:
    number = bench.number(shape, place)
    if number.unit != PRIOR_UNIT:
        bench.fault(place, "a prior is a share of 1,000 who ask", f"Write 'unit: {PRIOR_UNIT}'.")
    if number.low >= 0 and number.value > 0 and number.high <= 1000:
        return number
    bench.fault(place, f"a prior lies above 0 and its range within 0 to 1000, not {number.value:g}")
    return Number(1.0, 1.0, 1.0, "judged", why="fault")


def _evidence(
    shape: EvidenceShape,
    risk: bool,
    place: Place,
    findings: Mapping[str, Finding],
    listed: Listed,
    bench: Workbench,
) -> Evidence | None:
    condition = build_test(shape, place, bench)
    chance = bench.chance(shape.chance, place.at("chance"))
    figures = bench.figures(shape.figures, place.at("figures"))
    if shape.finding not in findings:
        return None
    background = background_of(condition, findings[shape.finding], listed, place, bench)
    return Evidence(condition, chance, background, risk, figures=figures)


def _against(
    shape: AgainstShape, place: Place, findings: Mapping[str, Finding], listed: Listed, bench: Workbench
) -> Against | None:
    condition = build_test(shape, place, bench)
    weight = bench.weight(shape.weight, place.at("weight"))
    if shape.finding not in findings:
        return None
    background = background_of(condition, findings[shape.finding], listed, place, bench)
    return Against(condition, weight, background)


def _check_sums(
    evidence: list[Evidence], findings: Mapping[str, Finding], place: Place, bench: Workbench
) -> None:
    totals: dict[str, float] = {}
    for entry in evidence:
        id_ = entry.condition.finding
        if findings[id_].type == "choice" and not isinstance(entry.condition, Has):
            totals[id_] = totals.get(id_, 0.0) + entry.chance.value
    for id_, total in totals.items():
        if total > 1.0001:
            problem = f"the chances of the answers to '{id_}' add up to {total:.2f}"
            bench.fault(place.at("produces"), problem, "They are answers to one question and cannot pass 1.")


def _check_dangerous(shape: CauseFile, place: Place, bench: Workbench) -> None:
    if shape.urgency in ("same_day", "emergency_now") and not shape.look_for:
        problem = f"'{shape.id}' is dangerous and has no 'look_for'"
        bench.fault(place.at("urgency"), problem, "Name two to five plain signs.")
