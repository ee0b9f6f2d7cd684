"""One folder of knowledge, read into shapes: every file in its place, none passed over in silence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from charley.errors import Fault
from charley.library import files as f
from charley.library.population import PopulationFile
from charley.library.shapes import Shape
from charley.library.text import read_document
from charley.library.workbench import Placed, Workbench

S = TypeVar("S", bound=Shape)
FOLDERS = {"causes", "conditions", "findings", "labs", "medicines", "red_flags", "sources", "tests"}
SHELVES: dict[str, str] = {
    "circumstances": "charley.library.circumstances:build_circumstances",
    "claims": "charley.library.claims:build_claims",
    "examination": "charley.library.examination:build_examination",
    "exercises": "charley.library.exercises:build_exercises",
    "foods": "charley.library.foods:build_foods",
    "guidelines": "charley.library.guidelines:build_guidelines",
    "interventions": "charley.library.interventions:build_interventions",
    "medicine_review": "charley.library.medicine_review:build_medicine_review",
    "plan": "charley.library.plan:build_plan_texts",
    "programmes": "charley.library.programmes:build_programmes",
    "published": "charley.library.published:build_published",
    "relief": "charley.library.relief:build_relief",
    "situations": "charley.library.situations:build_situations",
    "lexicon": "charley.library.lexicon.build:build_lexicon",
}
"""Side shelves (see `charley.library.shelves`): the folder's name, and `module:function` of its builder."""

SINGLE_FILES = {
    "base_rate.yaml",
    "population.yaml",
    "scales.yaml",
    "scores.yaml",
    "screens.yaml",
    "true_cramp.yaml",
    "urgency.yaml",
}
YAML_ENDINGS = (".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class Shapes:
    """The whole folder as shapes, in the order of its files."""

    findings: list[Placed[f.FindingsFile]]
    medicines: list[Placed[f.MedicinesFile]]
    illnesses: list[Placed[f.IllnessesFile]]
    analytes: list[Placed[f.AnalyteFile]]
    causes: list[Placed[f.CauseFile]]
    tests: list[Placed[f.TestFile]]
    rules: list[Placed[f.RedFlagsFile]]
    screens: Placed[f.ScreensFile]
    scores: Placed[f.ScoresFile]
    urgency: Placed[f.UrgencyFile]
    true_cramp: Placed[f.TrueCrampFile]
    base_rate: Placed[f.BaseRateFile]
    population: Placed[PopulationFile]


@dataclass(slots=True)
class Reader:
    """Reads the files of one folder of knowledge into shapes."""

    directory: Path
    bench: Workbench
    complete: bool = True
    """False once a file is missing or did not fit its shape: ids it defines would seem unknown."""

    def folder(self, name: str, shape: type[S]) -> list[Placed[S]]:
        """Every readable file of a sub-folder, in order of name. It must hold one at least."""
        files = sorted((self.directory / name).glob("*.yaml"))
        if not files:
            self._missing(f"{name}/", "this folder holds no file", "Write one, ending in .yaml.")
        return [p for file in files if (p := self._read(file, shape))]

    def single(self, name: str, shape: type[S]) -> Placed[S] | None:
        """One file that must be there."""
        file = self.directory / name
        if file.exists():
            return self._read(file, shape)
        self._missing(f"{name}:1", "this file is missing", "docs/knowledge.md says what it holds.")
        return None

    def _missing(self, where: str, problem: str, mend: str) -> None:
        self.bench.faults.append(Fault(where, problem, mend))
        self.complete = False

    def strays(self) -> Iterator[Fault]:
        """Files that no shape would read: a misplaced file is a fault, not silence."""
        for file in self.directory.rglob("*"):
            relative = file.relative_to(self.directory)
            at_home = relative.parts[0] in FOLDERS | SHELVES.keys() and len(relative.parts) == 2
            mend = ""
            if relative.suffix.lower() in YAML_ENDINGS and relative.suffix != ".yaml":
                mend = "Let its name end in .yaml."
            elif relative.suffix == ".yaml" and not at_home and relative.as_posix() not in SINGLE_FILES:
                mend = f"Move it to one of: {', '.join(sorted(FOLDERS | SHELVES.keys()))}."
            if mend:
                yield Fault(f"{relative.as_posix()}:1", "no part of the library reads this file", mend)

    def _read(self, file: Path, shape: type[S]) -> Placed[S] | None:
        document = read_document(file, file.relative_to(self.directory).as_posix())
        placed = self.bench.read(shape, document)
        self.complete = self.complete and placed is not None
        return placed

    def shapes(self) -> Shapes | None:
        """Every file; None when one is missing or unreadable, for then its ids would seem unknown."""
        findings = self.folder("findings", f.FindingsFile)
        medicines = self.folder("medicines", f.MedicinesFile)
        illnesses = self.folder("conditions", f.IllnessesFile)
        analytes = self.folder("labs", f.AnalyteFile)
        causes = self.folder("causes", f.CauseFile)
        tests = self.folder("tests", f.TestFile)
        rules = self.folder("red_flags", f.RedFlagsFile)
        screens = self.single("screens.yaml", f.ScreensFile)
        scores = self.single("scores.yaml", f.ScoresFile)
        urgency = self.single("urgency.yaml", f.UrgencyFile)
        true_cramp = self.single("true_cramp.yaml", f.TrueCrampFile)
        base_rate = self.single("base_rate.yaml", f.BaseRateFile)
        population = self.single("population.yaml", PopulationFile)
        if not (screens and scores and urgency and true_cramp and base_rate and population):
            return None
        if not self.complete:
            return None
        return Shapes(
            findings, medicines, illnesses, analytes, causes, tests, rules,
            screens, scores, urgency, true_cramp, base_rate, population,
        )  # fmt: skip
