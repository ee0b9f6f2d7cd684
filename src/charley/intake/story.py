"""Reading one text: tokens, chart, clauses, scopes, patterns, names, values; then all of it together."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from charley.intake.collecting import collected_later
from charley.intake.implied import implied_conditions, implied_sex, of_grown_up, unless_unsaid
from charley.intake.leftover import left_over, notes_on
from charley.intake.merging import merge, put_right
from charley.intake.named.agreeing import agreed
from charley.intake.named.labs import find_values
from charley.intake.named.mentions import by_pattern, condition_readings, medicine_readings
from charley.intake.named.names import NameIndex, find_names, guess_names, places_of
from charley.intake.named.resulting import is_intake, is_letter, lab_readings
from charley.intake.patterns.belonging import of_the_cramp
from charley.intake.patterns.changing import now_only
from charley.intake.patterns.contrasts import contrasts
from charley.intake.patterns.hits import Context, Hits, find_hits, governed
from charley.intake.patterns.mending import mended_numbers, mended_sides, mended_topics
from charley.intake.patterns.once import or_as_it_was
from charley.intake.patterns.saying import readings_of
from charley.intake.placed.ages import age_of_patient
from charley.intake.placed.figures import with_figures
from charley.intake.quantities.numbers import degrees, find_numbers
from charley.intake.quantities.shortened import respelt, settled
from charley.intake.quantities.times import find_times
from charley.intake.scope.denials import MENDING, bound_denials, mends
from charley.intake.scope.scopes import find_scopes
from charley.intake.sounding import sounding
from charley.intake.text.chart import Speller, build_chart
from charley.intake.text.clauses import lay_out
from charley.intake.text.marks import Marks
from charley.intake.text.tokens import Tokens, tokenise
from charley.intake.values import Reading, Story
from charley.intake.whose.patient import is_child, patient_of, taken_over
from charley.intake.whose.people import others
from charley.intake.whose.scenes import scene_of
from charley.intake.whose.sexes import by_the_word, sex_of_patient
from charley.records.lexicon import CONDITION, MEDICINE, NUMBER, SPAN, TIME, Lexicon
from charley.records.library import Library

OF_A_BODY = frozenset(("safety", "the_cramp", "other_signs"))
"""Sections of findings that tell of a body."""


class Names(NamedTuple):
    """The catalogues' names, ready for looking up."""

    medicines: NameIndex
    conditions: NameIndex
    labs: NameIndex


def read_story(
    text: str, library: Library, speller: Speller, names: Names, today: date | None = None
) -> Story:
    """Read a text. Same text, same day, same library: same story. Nothing is kept of it."""
    with collected_later():
        return _read(text, library, speller, names, today)


def _read(text: str, library: Library, speller: Speller, names: Names, today: date | None) -> Story:
    tokens = settled(tokenise(text), text)
    if not tokens.items:
        return Story()
    lexicon = speller.lexicon
    respelt(tokens, lexicon.spellings)
    numbers, places = find_numbers(tokens.items), places_of(tokens.items)
    conditions = find_names(tokens.items, names.conditions, places)
    medicines = find_names(tokens.items, names.medicines, places)
    times = find_times(tokens.items, numbers, today)
    medicines += guess_names(tokens.items, names.medicines, speller, [*medicines, *conditions])
    labs = find_values(text, tokens, find_names(tokens.items, names.labs, places), numbers)
    labs = [v for v in labs if not (is_intake(v, text, library) or is_letter(v, tokens, library))]
    spans = [
        *((symbol, n.start, n.end) for n in numbers for symbol in (NUMBER, *degrees(n.value))),
        *((SPAN if t.way == "span" else TIME, t.start, t.end) for t in times),
        *((MEDICINE, m.start, m.end) for m in medicines),
        *((CONDITION, c.start, c.end) for c in conditions),
    ]
    chart = build_chart(tokens.items, speller, spans, _sentence_ends(tokens))
    marks = Marks(chart, speller, tokens.items)
    layout = lay_out(tokens, marks)
    hits = find_hits(lexicon, speller.parts.find_all(chart, layout.sentence_end), layout)
    marks.note_signs(_signs(hits, lexicon, library))
    named = frozenset(n.start for n in (*medicines, *conditions))
    scene = scene_of(tokens, marks, layout, named)
    patient = patient_of(scene)
    scopes = find_scopes(tokens, marks, layout, times)
    of_others = others(tokens, marks, layout, patient, taken_over(scene))
    context = Context(
        text,
        tokens,
        layout,
        scopes,
        of_others,
        {n.start: n for n in numbers},
        {t.start: t for t in times},
        bound_denials(chart, speller),
        frozenset(m.start for m in medicines if marks.end("not_medicine", m.start) < m.end),
        governed(scopes, of_others),
    )
    told = medicine_readings(medicines, labs, context, marks, library)
    counted = {reading.start for reading in told if not reading.why.endswith("somebody else")}
    named_here = [name for name in medicines if tokens.items[name.start].start in counted]
    readings = [
        *by_pattern(readings_of(hits, context, marks, lexicon, library), named_here, context, library),
        *sex_of_patient(context, marks, patient),
        *age_of_patient(context, marks, patient),
        *told,
        *condition_readings(conditions, context, marks, patient),
        *lab_readings(labs, context),
    ]
    readings = [unless_unsaid(reading) for reading in agreed(by_the_word(readings), library)]
    readings += contrasts(readings, context, library)
    readings = or_as_it_was(readings, context)
    readings = with_figures(of_the_cramp(readings, context, marks, library), context, marks, library)
    readings = now_only(of_grown_up(_mended(readings, context, marks), marks, library), context)
    readings += [*implied_sex(readings), *sounding(readings, context, lexicon.sounds, library)]
    readings.sort(key=lambda r: (r.start, r.end, r.kind, r.what, str(r.answer)))
    return _story(readings, context, marks, patient, library)


def _signs(hits: Hits, lexicon: Lexicon, library: Library) -> frozenset[int]:
    """Where something of a body is told: no illness, no habit, nothing of who somebody is."""
    told = {h.pattern.entry for h in hits.answers}
    bodily = {n for n in told if library.findings[lexicon.entries[n].finding].section in OF_A_BODY}
    return frozenset(h.start for h in hits.answers if h.pattern.entry in bodily)


def _sentence_ends(tokens: Tokens) -> list[int]:
    items = tokens.items
    ends = [len(items)] * len(items)
    for place in range(len(items) - 2, -1, -1):
        ends[place] = place + 1 if items[place + 1].before in (".", "?") else ends[place + 1]
    return ends


def _mended(readings: list[Reading], context: Context, marks: Marks) -> list[Reading]:
    """The readings with what somebody put right."""
    corrections = _corrections(context.tokens, marks)
    readings = sorted(mended_topics(readings, corrections, context), key=lambda r: (r.start, r.end))
    numbers = mended_numbers(readings, corrections, context)
    return [*readings, *mended_sides(readings, corrections, context), *numbers]


def _corrections(tokens: Tokens, marks: Marks) -> list[int]:
    """Where somebody mends a statement."""
    items = tokens.items
    mended = [p for p in range(1, len(items) - 1) if items[p].norm in MENDING and mends(items, p)]
    return sorted({*marks.places("correction"), *mended})


def _story(
    readings: list[Reading], context: Context, marks: Marks, patient: str | None, library: Library
) -> Story:
    corrections = [context.tokens.items[place].start for place in _corrections(context.tokens, marks)]
    readings = put_right(readings, corrections)
    settled = merge(readings, corrections, library)
    lists = ("medicines", "known_conditions")
    none = {id_ for id_ in lists if settled.answers.pop(id_, None) == frozenset()}
    readings = [*readings, *implied_conditions(readings, dict(settled.answers))]
    taken = {r.kind for r in readings if r.status == "taken"}
    return Story(
        readings=tuple(readings),
        answers=dict(sorted(settled.answers.items())),
        doubted=frozenset(settled.doubted),
        differing=dict(sorted(settled.differing.items())),
        nothing_taken="medicines" in none and "medicine" not in taken,
        no_conditions="known_conditions" in none and "condition" not in taken,
        about_child=is_child(context, marks, patient),
        not_understood=left_over(readings, context, marks),
        notes=notes_on(context, marks),
    )
