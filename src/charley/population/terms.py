"""The terms of the survey's models: what was asked there, and where a person tells Charley the same."""

from __future__ import annotations

from dataclasses import dataclass

YOUNGEST = 20.0
OLDEST = 80.0
"""Ages above are coded as 80 or 85, by the cycle; both count as 80."""

KNOTS = (20.0, 40.0, 60.0)
"""Age enters as a straight line that may bend at 40 and at 60. They also part the bands of age."""


@dataclass(frozen=True, slots=True)
class FactTerm:
    """A fact of the person: its place in the survey, and the condition on a History that means the same."""

    id: str
    says: str
    asked: str
    when: str
    no_counts: bool = True


def _illness(*ids: str) -> str:
    return f"{{finding: known_conditions, has: [{', '.join(ids)}]}}"


def _medicine(*ids: str) -> str:
    return f"{{finding: medicines, has: [{', '.join(ids)}]}}"


def _either(*parts: str) -> str:
    return f"{{any: [{', '.join(parts)}]}}"


FACTS: tuple[FactTerm, ...] = (
    FactTerm("pregnant", "are pregnant", "pregnant at the examination (RIDEXPRG)",
             "{finding: pregnant, is: pregnant now}"),
    FactTerm("smokes_now", "smoke", "smokes every day or some days (SMQ020, SMQ040)",
             "{finding: smoker, is: smoke now}"),
    FactTerm("smoked_before", "used to smoke", "100 cigarettes in life, not now (SMQ020, SMQ040)",
             "{finding: smoker, is: used to}"),
    FactTerm("much_alcohol", "have 14 or more alcohol drinks a week",
             "14 or more drinks a week over 12 months (ALQ101, ALQ110, ALQ120Q, ALQ120U, ALQ130)",
             "{finding: alcohol_units, at_least: 14}"),
    FactTerm("obese", "are very overweight", "measured body mass index of 30 or more (BMXBMI)",
             _illness("obesity"), no_counts=False),
    FactTerm("diabetes", "have diabetes", "told by a doctor of diabetes; borderline counts as no (DIQ010)",
             "{finding: diabetes, is: [type 1, type 2]}"),
    FactTerm("arthritis", "have arthritis", "told by a doctor of arthritis (MCQ160A)",
             _illness("osteoarthritis", "rheumatoid_arthritis", "other_inflammatory_arthritis", "gout")),
    FactTerm("kidney", "have kidney disease", "told by a doctor of weak or failing kidneys (KIQ022)",
             _either("{finding: long_term_conditions, has: kidney disease}",
                     "{finding: on_dialysis, is: yes}")),
    FactTerm("liver", "have liver disease", "told by a doctor of any liver condition (MCQ160L)",
             "{finding: long_term_conditions, has: liver disease}"),
    FactTerm("thyroid", "have or had thyroid disease", "told by a doctor of a thyroid problem (MCQ160M)",
             "{finding: long_term_conditions, has: thyroid disease}"),
    FactTerm("heart_or_stroke", "have heart disease or had a stroke",
             "told by a doctor of heart failure, coronary heart disease, angina, heart attack or stroke "
             "(MCQ160B to MCQ160F)",
             "{finding: long_term_conditions, has: heart disease or past stroke}"),
    FactTerm("lung", "have long-term lung disease",
             "told by a doctor of emphysema or chronic bronchitis (MCQ160G, MCQ160K); asthma is not in it",
             _illness("copd", "bronchiectasis")),
    FactTerm("cancer", "have or had cancer", "told by a doctor of cancer, ever (MCQ220)",
             _either(_illness("cancer", "cancer_in_treatment", "cancer_past", "skin_cancer_minor",
                              "blood_cancer", "thyroid_cancer_past"), "{finding: cancer_active, is: yes}")),
    FactTerm("hypertension", "have high blood pressure", "told by a doctor of high blood pressure (BPQ020)",
             _illness("hypertension")),
    FactTerm("depression", "have depression",
             "two screening questions, 3 points or more (DPQ010, DPQ020), or a prescribed SSRI or SNRI",
             _either(_illness("depression"), _medicine("ssri_snri")), no_counts=False),
    FactTerm("loop_diuretic", "take a loop water tablet", "prescribed loop diuretic in the past month",
             _medicine("loop_diuretic")),
    FactTerm("thiazide", "take a thiazide water tablet",
             "prescribed thiazide-like diuretic in the past month", _medicine("thiazide_like_diuretic")),
    FactTerm("potassium_sparing", "take a potassium-sparing water tablet",
             "prescribed potassium-sparing diuretic in the past month",
             _medicine("potassium_sparing_diuretic")),
    FactTerm("statin", "take a statin", "prescribed statin in the past month", _medicine("statin")),
    FactTerm("beta_agonist", "use an airway opener (beta-agonist)",
             "prescribed beta-agonist, short or long acting, in the past month", _medicine("beta_agonist")),
    FactTerm("gabapentinoid", "take gabapentin or pregabalin",
             "prescribed gabapentin or pregabalin in the past month", _medicine("gabapentinoid")),
    FactTerm("opioid", "take a strong painkiller (opioid)", "prescribed opioid in the past month",
             _medicine("opioid")),
    FactTerm("leg_jerks", "have legs that jerk in sleep",
             "leg jerks while sleeping on 5 or more nights in the past month (SLQ150)",
             "{finding: leg_jerks_asleep, is: yes}"),
    FactTerm("low_potassium", "have a low potassium", "serum potassium below 3.5 mmol/L (LBXSKSI)",
             "{lab: potassium, below: 3.5, unit: mmol/L}"),
    FactTerm("low_sodium", "have a low sodium", "serum sodium below 136 mmol/L (LBXSNASI)",
             "{lab: sodium, below: 136, unit: mmol/L}"),
    FactTerm("low_calcium", "have a low calcium", "total serum calcium below 2.2 mmol/L, 8.8 mg/dL (LBXSCA)",
             "{lab: calcium, below: 2.2, unit: mmol/L}"),
    FactTerm("low_albumin", "have an albumin below 40", "serum albumin below 40 g/L (LBXSAL)",
             "{lab: albumin, below: 40, unit: g/L}"),
    FactTerm("low_egfr", "have a low kidney rate",
             "kidney rate below 60 mL/min/1.73 m2, CKD-EPI 2021 from serum creatinine (LBXSCR)",
             "{lab: egfr, below: 60, unit: mL/min/1.73m2}"),
    FactTerm("high_hba1c", "have a high HbA1c", "HbA1c of 6.5% or more, 48 mmol/mol (LBXGH)",
             "{lab: hba1c, at_least: 48, unit: mmol/mol}"),
    FactTerm("anaemia", "have a low haemoglobin", "haemoglobin below 120 g/L (LBXHGB)",
             "{lab: haemoglobin, below: 120, unit: g/L}"),
    FactTerm("high_alp", "have a high alkaline phosphatase", "alkaline phosphatase above 100 U/L (LBXSAPSI)",
             "{lab: alp, above: 100, unit: U/L}"),
    FactTerm("low_vitamin_d", "have a vitamin D below 50",
             "25-hydroxyvitamin D below 50 nmol/L (LBDVIDMS, LBXVIDMS)",
             "{lab: vitamin_d, below: 50, unit: nmol/L}"),
)  # fmt: skip

LABS = frozenset({
    "low_potassium", "low_sodium", "low_calcium", "low_albumin", "low_egfr", "high_hba1c", "anaemia",
    "high_alp", "low_vitamin_d",
})  # fmt: skip
"""Facts that rest on a blood test; the limits are clinical ones, not sought in the survey."""

PATTERNS = {
    "loop_diuretic": "FUROSEMIDE|BUMETANIDE|TORSEMIDE|ETHACRYN",
    "thiazide": "HYDROCHLOROTHIAZIDE|CHLORTHALIDONE|INDAPAMIDE|METOLAZONE|CHLOROTHIAZIDE|"
    "BENDROFLUMETHIAZIDE|METHYCLOTHIAZIDE|BENZTHIAZIDE|POLYTHIAZIDE",
    "potassium_sparing": "SPIRONOLACTONE|TRIAMTERENE|AMILORIDE|EPLERENONE",
    "statin": "ATORVASTATIN|SIMVASTATIN|PRAVASTATIN|LOVASTATIN|ROSUVASTATIN|FLUVASTATIN|PITAVASTATIN|"
    "CERIVASTATIN",
    "beta_agonist": "SALMETEROL|FORMOTEROL|ALBUTEROL|TERBUTALINE|PIRBUTEROL|METAPROTERENOL",
    "gabapentinoid": "GABAPENTIN|PREGABALIN",
    "ssri_snri": "SERTRALINE|FLUOXETINE|PAROXETINE|CITALOPRAM|VENLAFAXINE|DULOXETINE|FLUVOXAMINE",
    "opioid": "CODONE|CODEINE|MORPHINE|FENTANYL|TRAMADOL|METHADONE|PROPOXYPHENE|MEPERIDINE|HYDROMORPHONE|"
    "OXYMORPHONE",
}
"""Generic names in the survey's list of prescribed medicines, by class; a name may hold several medicines."""
