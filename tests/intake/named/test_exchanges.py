"""Medicines that gave way to another, and those that are kept."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from charley.intake import Story

Tell = Callable[[str], Story]

SAID = [
    ("stopped simvastatin, on rosuvastatin", ["rosuvastatin"], ["simvastatin"]),
    ("I stopped simvastatin and I'm on rosuvastatin now", ["rosuvastatin"], ["simvastatin"]),
    ("off the simvastatin, on to rosuvastatin", ["rosuvastatin"], ["simvastatin"]),
    ("came off atorvastatin in May, started rosuvastatin in June", ["rosuvastatin"], ["atorvastatin"]),
    ("couldn't stand ramipril so it's losartan now", ["losartan"], ["ramipril"]),
    ("couldn't tolerate simvastatin, now on ezetimibe", ["ezetimibe"], ["simvastatin"]),
    ("simvastatin didn't agree with me so I'm on atorvastatin", ["atorvastatin"], ["simvastatin"]),
    ("They swapped my amlodipine for indapamide in June", ["indapamide"], ["amlodipine"]),
    ("amlodipine was swapped for indapamide", ["indapamide"], ["amlodipine"]),
    ("switched me from bendroflumethiazide to indapamide", ["indapamide"], ["bendroflumethiazide"]),
    ("instead of ramipril I now take losartan", ["losartan"], ["ramipril"]),
    ("losartan instead of ramipril since August", ["losartan"], ["ramipril"]),
    ("losartan in place of ramipril", ["losartan"], ["ramipril"]),
    ("used to take quinine, now nothing", [], ["quinine"]),
    ("was on furosemide, now bumetanide", ["bumetanide"], ["furosemide"]),
    ("I was on furosemide till June, now it's bumetanide", ["bumetanide"], ["furosemide"]),
    ("no longer on metformin, just gliclazide", ["gliclazide"], ["metformin"]),
    ("not on metformin any more, gliclazide instead", ["gliclazide"], ["metformin"]),
    ("don't take statins, do take amlodipine", ["amlodipine"], []),
    ("no statins, only amlodipine", ["amlodipine"], []),
    ("not on a statin, on amlodipine and ramipril", ["amlodipine", "ramipril"], []),
    ("No simvastatin, just amlodipine 5mg", ["amlodipine"], ["simvastatin"]),
    ("never took the simvastatin, take bisoprolol", ["bisoprolol"], ["simvastatin"]),
    ("refused simvastatin, on bisoprolol", ["bisoprolol"], ["simvastatin"]),
    ("stopped sertraline last month, still on omeprazole", ["omeprazole"], ["sertraline"]),
    ("stopped my sertraline last month but kept the omeprazole going", ["omeprazole"], ["sertraline"]),
    ("I take amlodipine; stopped the simvastatin", ["amlodipine"], ["simvastatin"]),
    (
        "on amlodipine, ramipril and indapamide, stopped simvastatin in May",
        ["amlodipine", "indapamide", "ramipril"],
        ["simvastatin"],
    ),
    ("on amlodipine, simvastatin was stopped in May", ["amlodipine"], ["simvastatin"]),
    (
        "Amlodipine and ramipril. Simvastatin stopped because of aches.",
        ["amlodipine", "ramipril"],
        ["simvastatin"],
    ),
    ("simvastatin stopped, ezetimibe started", ["ezetimibe"], ["simvastatin"]),
    ("simva stopped 2/52 ago, now on rosuvastatin 5", ["rosuvastatin"], []),
    ("ramipril → losartan because of cough", ["losartan"], []),
    ("changed to losartan from ramipril", ["losartan"], ["ramipril"]),
    ("the doctor took me off furosemide and put me on indapamide", ["indapamide"], ["furosemide"]),
    ("the doctor stopped my furosemide and gave me indapamide", ["indapamide"], ["furosemide"]),
    ("tried gabapentin, made me dizzy, now pregabalin", ["pregabalin"], ["gabapentin"]),
    ("tried quinine, magnesium, nothing worked. On amlodipine.", ["amlodipine"], []),
    ("gabapentin didn't work so I stopped it, I'm on pregabalin", ["pregabalin"], ["gabapentin"]),
    ("I didn't get on with gabapentin, so pregabalin it is", ["pregabalin"], ["gabapentin"]),
    ("got rid of the simvastatin, went on to rosuvastatin", ["rosuvastatin"], ["simvastatin"]),
    ("replaced ramipril with losartan", ["losartan"], ["ramipril"]),
    ("was simvastatin, is now atorvastatin", ["atorvastatin"], ["simvastatin"]),
    ("it was pramipexole till last year, ropinirole now", ["ropinirole"], ["pramipexole"]),
    ("Ropinirole 2mg, it was pramipexole till last year.", ["ropinirole"], ["pramipexole"]),
    ("I haven't stopped my ramipril", ["ramipril"], []),
    ("I never stopped the simvastatin", ["simvastatin"], []),
    ("didn't stop simvastatin, halved it", ["simvastatin"], []),
    ("stopped simvastatin for a week but restarted it", ["simvastatin"], []),
    ("stopped simvastatin, cramps no better, so back on simvastatin", ["simvastatin"], []),
    ("went off simvastatin then back on it in June", ["simvastatin"], []),
    ("ran out of bisoprolol on Monday, still have ramipril", ["ramipril"], []),
    ("forgot my furosemide yesterday", ["furosemide"], []),
    ("I can't do without my amlodipine", ["amlodipine"], []),
    ("couldn't live without omeprazole", ["omeprazole"], []),
    ("can't stand the taste of metformin but I take it", ["metformin"], []),
    ("my husband takes warfarin, I take amlodipine", ["amlodipine"], ["warfarin"]),
    ("my mother's on furosemide, I'm on nothing but omeprazole", ["omeprazole"], ["furosemide"]),
    ("nothing except ramipril", ["ramipril"], []),
    ("no medicines apart from omeprazole", ["omeprazole"], []),
    ("no tablets bar the amlodipine", ["amlodipine"], []),
    ("no tablets only amlodipine", ["amlodipine"], []),
    ("not just amlodipine, ramipril too", ["amlodipine", "ramipril"], []),
    ("should I stop simvastatin?", ["simvastatin"], []),
    ("thinking of stopping simvastatin", ["simvastatin"], []),
    ("the GP wants me to stop furosemide", ["furosemide"], []),
    ("the GP wants to start me on simvastatin", [], ["simvastatin"]),
    ("allergic to penicillin, on ramipril", ["ramipril"], []),
    ("Was told to avoid ibuprofen because of ramipril", ["ramipril"], []),
    ("Atorvastatin made my legs ache; rosuvastatin, fine so far", ["rosuvastatin"], []),
    ("since coming off atorvastatin I'm on rosuvastatin", ["rosuvastatin"], ["atorvastatin"]),
    ("My mother took quinine for hers and went deaf. I take nothing.", [], ["quinine"]),
    ("my sister swears by magnesium, I've never tried it", [], ["magnesium"]),
    ("Two lads at the gym are on creatine. I'm not.", [], ["creatine"]),
    ("The vet put our dog on prednisolone. I've cramps.", [], ["prednisolone"]),
]


@pytest.mark.parametrize(("text", "taken", "gone"), SAID)
def test_which_medicines_are_taken(tell: Tell, text: str, taken: list[str], gone: list[str]) -> None:
    words = " ".join(reading.words.lower() for reading in tell(text).taken("medicine"))
    assert all(name in words for name in taken)
    assert not any(name in words for name in gone)
