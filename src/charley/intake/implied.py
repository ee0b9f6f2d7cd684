"""Illnesses that an answer names as surely as their own name does."""

from __future__ import annotations

from dataclasses import replace

from charley.intake.values import Reading

SAME: dict[tuple[str, bool | str | float], str] = {
    ("diabetes", "type 1"): "type_1_diabetes",
    ("diabetes", "type 2"): "type_2_diabetes",
    ("diabetes", "in pregnancy"): "gestational_diabetes",
    ("pregnant", "pregnant now"): "pregnancy",
    ("on_dialysis", True): "dialysis",
    ("long_term_conditions", "kidney disease"): "chronic_kidney_disease",
    ("long_term_conditions", "poor leg circulation"): "peripheral_arterial_disease",
    ("long_term_conditions", "Parkinson's disease"): "parkinson",
    ("long_term_conditions", "multiple sclerosis"): "multiple_sclerosis",
    ("long_term_conditions", "past polio"): "polio",
    ("long_term_conditions", "epilepsy"): "epilepsy",
}
"""Answers with one illness behind them. Where several can be meant (a heart, a thyroid) nothing follows."""


def implied_conditions(readings: list[Reading], settled: dict[str, object]) -> list[Reading]:
    """An illness for each answer that stands for one and was not set aside: "28 weeks" is a pregnancy."""
    result = []
    for reading in readings:
        id_ = SAME.get((reading.what, reading.answer)) if reading.kind == "finding" else None
        kept = settled.get(reading.what)
        agrees = kept == reading.answer or (isinstance(kept, frozenset) and reading.answer in kept)
        if id_ is not None and reading.status == "taken" and agrees:
            result.append(replace(reading, kind="condition", what=id_, answer=True))
    return result
