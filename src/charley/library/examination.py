"""The examination list from its files."""

from __future__ import annotations

from charley.library.files.examination import ExaminationFile
from charley.library.folder import Reader
from charley.library.workbench import Workbench
from charley.records.examination import Examination, ExamLine

FOLDER = "examination"


def build_examination(reader: Reader, bench: Workbench) -> Examination:
    """The shelf of what a clinician examines."""
    lines: dict[str, ExamLine] = {}
    for file in reader.folder(FOLDER, ExaminationFile):
        for index, shape in enumerate(file.shape.examine):
            place = file.place.at("examine", index)
            bench.once(shape.id, lines, "line", place)
            for number, cause in enumerate(shape.causes):
                bench.known(cause, bench.ids.causes, "cause", place.at("causes", number))
            sources = bench.sources(shape.sources, place.at("sources"))
            lines[shape.id] = ExamLine(shape.id, shape.says, frozenset(shape.causes), sources)
    return Examination(lines)
