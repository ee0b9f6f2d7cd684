"""Numbers and times that no phrase of the lexicon tells, read by where they stand."""

from __future__ import annotations

from charley.intake.onset.onsets import onset_readings
from charley.intake.patterns.hits import Context
from charley.intake.patterns.pieces import ground_of
from charley.intake.placed.aged import aged
from charley.intake.placed.births import birth_readings
from charley.intake.placed.calves import calf_readings
from charley.intake.placed.pressures import newest_pressures
from charley.intake.placed.sides import side_readings
from charley.intake.placed.spells import spell_readings
from charley.intake.placed.weeks import week_readings
from charley.intake.text.marks import Marks
from charley.intake.values import Reading
from charley.records.library import Library


def with_figures(readings: list[Reading], context: Context, marks: Marks, library: Library) -> list[Reading]:
    """The readings, mended and with what the places of numbers and times add."""
    ground = ground_of(context, marks)
    readings = newest_pressures(calf_readings(readings, context), context)
    readings = onset_readings(readings, ground, library)
    readings = aged(readings, context)
    readings += birth_readings(readings, context)
    readings += side_readings(readings, context, marks)
    readings = week_readings(readings, context)
    return spell_readings(readings, ground)
