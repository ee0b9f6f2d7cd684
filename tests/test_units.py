"""Units: every conversion of the library against molar masses, charges and definitions worked out here."""

from __future__ import annotations

import re
from math import isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from charley.library import load
from charley.units import Conversion, find_conversion, find_unit, unit_key

TABLES = {
    (analyte.id, unit): conversion
    for analyte in load().analytes.values()
    for unit, conversion in analyte.units.items()
}
CANONICAL = {analyte.id: analyte.unit for analyte in load().analytes.values()}

# Standard atomic weights, IUPAC Commission on Isotopic Abundances and Atomic Weights, abridged (2021).
ATOMS = {
    "H": 1.008, "Li": 6.94, "C": 12.011, "N": 14.007, "O": 15.999, "Na": 22.990, "Mg": 24.305, "P": 30.974,
    "Cl": 35.45, "K": 39.098, "Ca": 40.078, "Co": 58.933, "I": 126.904, "Pb": 207.2,
}  # fmt: skip

# What one mole of the measured quantity is made of. Phosphate is reported as phosphorus, urea nitrogen as the
# two nitrogens of urea, vitamin D as 25-hydroxycholecalciferol, B12 as cyanocobalamin, folate as folic acid.
FORMULAS = {
    "b12": "C63H88CoN14O14P", "bilirubin": "C33H36N4O6", "calcium": "Ca", "calcium_adjusted": "Ca",
    "chloride": "Cl", "creatinine": "C4H7N3O", "folate": "C19H19N7O6", "free_t4": "C15H11I4NO4",
    "glucose": "C6H12O6", "ionised_calcium": "Ca", "lactate": "C3H6O3", "lead_blood": "Pb",
    "lithium_level": "Li", "magnesium": "Mg", "phosphate": "P", "potassium": "K", "sodium": "Na",
    "theophylline_level": "C7H8N4O2", "urate": "C5H4N4O3", "urea": "CH4N2O", "urea_nitrogen": "N2",
    "vitamin_d": "C27H44O2",
}  # fmt: skip

# Proteins, in g/mol: human serum albumin 66,438 (UniProt P02768, mature chain); haemoglobin per haem, a
# quarter of 64,458 (UniProt P69905 and P68871); intact PTH 1-84 9,425 (UniProt P01270); ferritin as in the
# AMA Manual of Style's table of SI conversions (2.247 pmol/L for 1 ng/mL).
PROTEINS = {"albumin": 66_438.0, "haemoglobin": 64_458.0 / 4, "pth": 9_425.0, "ferritin": 1e6 / 2.247}

CHARGES = {
    "bicarbonate": 1, "calcium": 2, "calcium_adjusted": 2, "chloride": 1, "ionised_calcium": 2, "lactate": 1,
    "lithium_level": 1, "magnesium": 2, "potassium": 1, "sodium": 1,
}  # fmt: skip

PREFIXES = {"": 1.0, "m": 1e-3, "u": 1e-6, "n": 1e-9, "p": 1e-12}
VOLUMES = {"L": 1.0, "dL": 0.1, "mL": 1e-3}
UNIT = re.compile(r"(?P<prefix>[munp]?)(?P<kind>g|mol|Eq|kat|U|IU|\[IU\])/(?P<volume>d?m?L)")
UNITS_IN_A_KATAL = 6e7
"""An enzyme unit makes one micromole a minute, a katal one mole a second."""

CELLS = ("platelets", "white_cells")
ONE_OF_A_KIND = {
    # 1 ng of D-dimer units is as much as about 2 ng of fibrinogen-equivalent units (Olson, Arch Pathol Lab
    # Med 2013; Favaloro, Semin Thromb Hemost 2014).
    ("d_dimer", "ng/mL FEU"): 1, ("d_dimer", "ng/mL{FEU}"): 1, ("d_dimer", "ug/L FEU"): 1,
    ("d_dimer", "ug/L{FEU}"): 1, ("d_dimer", "ug/mL FEU"): 1000, ("d_dimer", "ug/mL{FEU}"): 1000,
    ("d_dimer", "mg/L FEU"): 1000, ("d_dimer", "mg/L{FEU}"): 1000, ("d_dimer", "ng/mL DDU"): 2,
    ("d_dimer", "ng/mL{DDU}"): 2, ("d_dimer", "ug/L DDU"): 2, ("d_dimer", "mg/L DDU"): 2000,
    ("d_dimer", "ug/mL DDU"): 2000,
    # Only another spelling of the same unit.
    **{("egfr", unit): 1 for unit in (
        "mL/min/1.73m2", "mL/min/1.73m²", "mL/min/{1.73_m2}", "mL/min/1.73sqm", "mL/min", "mL/min/1.73")},
    **{("esr", unit): 1 for unit in ("mm/h", "mm/hr", "mm/1h", "mm/hour", "mm", "mm/{h}")},
    **{("inr", unit): 1 for unit in ("ratio", "INR", "{INR}", "1")},
    # A share of one is a hundred per cent.
    ("transferrin_saturation", "%"): 1, ("transferrin_saturation", "fraction"): 100,
    ("transferrin_saturation", "ratio"): 100,
    # A microlitre is a cubic millimetre, and a millionth of a litre.
    **{(cells, unit): 1 for cells in CELLS for unit in (
        "10^9/L", "x10^9/L", "10*9/L", "10⁹/L", "x10⁹/L", "10^3/uL", "x10^3/uL", "10*3/uL", "10^3/mm3",
        "K/uL", "G/L", "thousand/uL")},
    **{(cells, unit): 0.001 for cells in CELLS for unit in ("/uL", "cells/uL", "/mm3")},
    # BUN in mg/dL is the mass of two nitrogens in each molecule of urea.
    ("urea", "mg/dL BUN"): 10 / 28.014, ("urea", "mg/dL (BUN)"): 10 / 28.014,
    # Of no mass or charge, so only one unit.
    ("hba1c", "mmol/mol"): 1,
}  # fmt: skip

# NGSP % = 0.09148 * IFCC mmol/mol + 2.152 (Hoelzel et al., Clin Chem 2004;50:166).
NGSP = {("hba1c", unit) for unit in ("%", "% NGSP", "% DCCT")}


def molar_mass(analyte: str) -> float | None:
    """Grams of one mole."""
    if analyte in PROTEINS:
        return PROTEINS[analyte]
    parts = re.findall(r"([A-Z][a-z]?)(\d*)", FORMULAS.get(analyte, ""))
    return sum(ATOMS[atom] * int(count or 1) for atom, count in parts) or None


def per_litre(analyte: str, unit: str) -> tuple[str, float]:
    """What one of this unit is, as moles, grams or enzyme units a litre."""
    match = UNIT.fullmatch(unit)
    assert match, f"the oracle cannot read '{unit}' of {analyte}: write it down in ONE_OF_A_KIND"
    amount = PREFIXES[match["prefix"]] / VOLUMES[match["volume"]]
    match match["kind"]:
        case "g":
            mass = molar_mass(analyte)
            return ("mol", amount / mass) if mass else ("g", amount)
        case "mol":
            return "mol", amount
        case "Eq":
            return "mol", amount / CHARGES[analyte]
        case "kat":
            return "U", amount * UNITS_IN_A_KATAL
    return "U", amount


def factor(analyte: str, unit: str) -> float:
    """The factor to the analyte's own unit, from first principles."""
    if (analyte, unit) in ONE_OF_A_KIND:
        return ONE_OF_A_KIND[analyte, unit]
    kind, here = per_litre(analyte, unit)
    own_kind, own = per_litre(analyte, CANONICAL[analyte])
    assert kind == own_kind, f"{unit} and {CANONICAL[analyte]} of {analyte} measure different things"
    return here / own


@pytest.mark.parametrize(("analyte", "unit"), sorted(TABLES.keys() - NGSP), ids=lambda text: text)
def test_a_conversion_follows_from_mass_charge_and_volume(analyte: str, unit: str) -> None:
    conversion = TABLES[analyte, unit]
    assert conversion.offset == 0
    assert conversion.factor == pytest.approx(factor(analyte, unit), rel=1e-3)


@pytest.mark.parametrize(("analyte", "unit"), sorted(NGSP))
@pytest.mark.parametrize("percent", [4.0, 5.7, 6.5, 8.0, 10.0, 14.0])
def test_hba1c_follows_the_master_equation(analyte: str, unit: str, percent: float) -> None:
    assert TABLES[analyte, unit](percent) == pytest.approx((percent - 2.152) / 0.09148, abs=0.1)


def test_the_oracle_knows_the_everyday_pairs() -> None:
    """The oracle itself against pairs that any laboratory leaflet prints."""
    assert factor("glucose", "mg/dL") == pytest.approx(1 / 18.02, rel=1e-3)
    assert factor("creatinine", "mg/dL") == pytest.approx(88.4, rel=1e-3)
    assert factor("calcium", "mg/dL") == pytest.approx(1 / 4.008, rel=1e-3)
    assert factor("haemoglobin", "g/dL") == pytest.approx(10)
    assert factor("alt", "ukat/L") == pytest.approx(60)


@given(st.sampled_from(sorted(TABLES)), st.floats(-1e6, 1e6))
def test_the_way_back_undoes_every_conversion_of_the_library(where: tuple[str, str], value: float) -> None:
    conversion = TABLES[where]
    assert isclose(conversion.inverse(conversion(value)), value, rel_tol=1e-9, abs_tol=1e-9)


@given(st.floats(1e-6, 1e6), st.floats(-1e3, 1e3), st.floats(-1e6, 1e6))
def test_the_way_back_undoes_any_conversion(factor: float, offset: float, value: float) -> None:
    conversion = Conversion(factor, offset)
    slack = 1e-9 * (1 + abs(offset) / factor)
    assert isclose(conversion.inverse(conversion(value)), value, rel_tol=1e-9, abs_tol=slack)


@given(st.sampled_from(sorted(TABLES)), st.floats(0, 1e6), st.floats(0, 1e6))
def test_more_in_one_unit_is_more_in_the_other(where: tuple[str, str], one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert TABLES[where](low) <= TABLES[where](high)


SPELLINGS = [
    pytest.param("mmol/L", "MMOL / l", id="case and spaces"),
    pytest.param("umol/L", "µmol/L", id="the micro sign"),
    pytest.param("umol/L", "μmol/L", id="the Greek letter mu"),
    pytest.param("ug/L", "mcg/L", id="mcg"),
    pytest.param("mmol/L", "mmol/litre", id="litre written out"),
    pytest.param("mmol/L", "mmol/liter", id="liter written out"),
    pytest.param("mmol/L", "mmol/L.", id="a full stop at the end"),
    pytest.param("10^9/L", "10 ^9/L", id="a space before the power"),
    pytest.param("x10^9/L", "×10^9/L", id="the times sign"),
]


@pytest.mark.parametrize(("name", "spelling"), SPELLINGS)
def test_a_unit_is_known_under_other_spellings(name: str, spelling: str) -> None:
    table = {"first": Conversion(7.0), name: Conversion(2.0)}
    assert find_unit(table, spelling) == name
    assert find_conversion(table, spelling) == Conversion(2.0)


@pytest.mark.parametrize("unit", ["mg/dL", "mol/L", "", " ", "mmol", "L/mmol", "nmol/L"])
def test_a_unit_that_is_not_in_the_table_is_not_found(unit: str) -> None:
    assert find_unit({"mmol/L": Conversion(1.0)}, unit) is None
    assert find_conversion({"mmol/L": Conversion(1.0)}, unit) is None


@given(st.text(max_size=30))
def test_one_spelling_is_stable_and_blind_to_spaces(text: str) -> None:
    assert unit_key(unit_key(text).removesuffix(".")) == unit_key(text).removesuffix(".")
    assert unit_key(f" {text} ") == unit_key(text)


@pytest.mark.parametrize("analyte", sorted(CANONICAL))
def test_no_spelling_of_an_analyte_has_two_meanings(analyte: str) -> None:
    meanings: dict[str, set[Conversion]] = {}
    for (id_, unit), conversion in TABLES.items():
        if id_ == analyte:
            meanings.setdefault(unit_key(unit), set()).add(conversion)
    assert all(len(found) == 1 for found in meanings.values())
    assert TABLES[analyte, CANONICAL[analyte]] == Conversion(1.0)
