"""A word for a kind of medicine gives way to the medicine of that kind that is named: the sleeping tablet
is the temazepam."""

from __future__ import annotations

from collections.abc import Sequence

from charley.intake.named.names import Named
from charley.intake.patterns.hits import Context
from charley.records.library import Library

KINDS: dict[str, frozenset[str]] = {
    "blood_pressure_tablet": frozenset((
        "calcium_channel_blocker", "ace_inhibitor_or_arb", "thiazide_like_diuretic",
        "potassium_sparing_diuretic",
    )),
    "cholesterol_tablet": frozenset(("statin", "fibrate")),
    "diabetes_tablets": frozenset(("insulin_or_sulfonylurea", "metformin_or_ppi", "sglt2_inhibitor")),
    "inhaler": frozenset(("beta_agonist",)),
    "sleeping_tablet": frozenset(("benzodiazepine_or_z_drug", "antihistamine_sedating")),
    "steroids": frozenset(("long_term_steroid",)),
    "antidepressant": frozenset(("ssri_snri",)),
    "painkiller": frozenset(("nsaid", "opioid", "naproxen")),
    "anti_sickness_tablets": frozenset(("dopamine_blocker",)),
    "dementia_tablets": frozenset(("cholinesterase_inhibitor",)),
    "anti_rejection_tablets": frozenset(("calcineurin_inhibitor",)),
    "muscle_relaxant": frozenset(("baclofen", "benzodiazepine_or_z_drug")),
}  # fmt: skip
"""Vague words, and the classes that they can mean."""

LINKS = frozenset((
    "is", "was", "called", "named", "a", "an", "my", "the", "changed", "switched", "to", "new", "it", "'s",
    "=", "i", "think", "which", "mean",
))  # fmt: skip
"""Words that make two names one thing: my tablet is called nifedipine; temazepam, a sleeping tablet."""

OTHERS = frozenset(("another", "other", "and", "also", "plus", "second", "more", "some"))
"""Before a kind they make it one more medicine."""

FAR = 6


def meant_by(name: Named, taken: Sequence[Named], context: Context, library: Library) -> Named | None:
    """The medicine, of those that are taken, which a word for a kind of medicine means; or None."""
    if not library.medicines[name.id].vague:
        return None
    before = context.tokens.items[name.start - 1].norm if name.start else ""
    if before in OTHERS:
        return None
    own = [n for n in taken if not library.medicines[n.id].vague]
    linked = next((n for n in own if _is_linked(name, n, context)), None)
    kinds = KINDS.get(name.id, frozenset())
    return linked or next((n for n in own if not kinds.isdisjoint(library.medicines[n.id].classes)), None)


def _is_linked(name: Named, other: Named, context: Context) -> bool:
    items = context.tokens.items
    first, second = sorted((name, other), key=lambda n: n.start)
    between = items[first.end : second.start]
    return len(between) <= FAR and all(token.norm in LINKS for token in between)
