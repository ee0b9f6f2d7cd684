"""Where a told History is put together: answers, guesses, contradictions and faults side by side."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from charley.errors import Fault
from charley.history import Answer, History, LabResult, MedicinePast, MedicineStart, Understood
from charley.people import is_fertile
from charley.reading.answers import Doubt, read_answer
from charley.reading.catalogue import find_illness, find_medicine
from charley.reading.given import Given, settle
from charley.reading.laboratory import Told, find_analyte, read_result
from charley.reading.messages import one_line, short
from charley.reading.names import Match, fold
from charley.reading.results import questions, without_older
from charley.reading.since import Span
from charley.records.catalogue import Analyte
from charley.records.findings import Finding
from charley.records.library import Library
from charley.records.readings import Read
from charley.units import find_unit
from charley.wording import number_text, result_text, say_answer

LIST_FINDINGS = {"medicines": "medicines", "conditions": "known_conditions"}
"""Kind of list -> the finding that it answers."""


BEARING = ("pregnant now", "had a baby in the last 6 weeks")


NONE = ("none", "no", "nil", "nothing", "n a", "na")
"""What people write in a list that is empty."""


class Desk:
    """Collects what was told; nothing is dropped and nothing is settled silently."""

    def __init__(self, library: Library, today: date | None = None) -> None:
        self.library = library
        self.today = today
        self.faults: list[Fault] = []
        self.id = ""
        self.date: date | None = None
        self.age: float | None = None
        self.sex: str | None = None
        self.pregnant: bool | None = None
        self._answers: dict[str, Answer] = {}
        self._doubted: set[str] = set()
        self._partial: set[str] = set()
        self._given: list[Given] = []
        self._listed: dict[bool, set[str]] = {True: set(), False: set()}
        self._labs: list[LabResult] = []
        self._labs_given: list[LabResult] = []
        self._starts: list[MedicineStart] = []
        self._past: list[MedicinePast] = []
        self._understood: list[Understood] = []
        self._not_understood: list[tuple[str, str]] = []
        self._contradictions: list[str] = []
        self._to_confirm: list[str] = []
        self.readings: tuple[Read, ...] = ()

    def fault(self, where: str, problem: str, mend: str = "") -> None:
        self.faults.append(Fault(where, problem, mend))

    def not_understood(self, where: str, why: str) -> None:
        self._not_understood.append((where, why))

    def doubt(self, finding: str) -> None:
        """Remember that a finding was answered with "not sure"."""
        self._doubted.add(finding)

    def set_age(self, age: float, where: str) -> None:
        if self.age is not None and self.age != age:
            problem = f"the age is {number_text(self.age)} in one place and {number_text(age)} in another"
            self.fault(where, problem, "Keep the right one.")
        self.age = age
        self._answers["age"] = age

    def set_sex(self, sex: str) -> None:
        """Take an answer to `sex_at_birth`; only female and male are computed with."""
        told = self._answers.get("sex_at_birth", sex)
        if told != sex:
            self._contradictions.append(
                f"The sex is given as {told} in one place and {sex} in another: which is right?"
            )
        self.sex = sex if sex in ("female", "male") else None
        self._answers["sex_at_birth"] = sex

    def answer(self, finding: Finding, value: object, where: str) -> None:
        """Take one answer to a finding."""
        read = read_answer(finding, value, where)
        if isinstance(read, tuple):
            self.faults.extend(read)
        elif isinstance(read, Doubt):
            self.doubt(finding.id)
        elif read is None:
            return
        elif finding.id == "age" and isinstance(read, float):
            self.set_age(read, where)
        elif finding.id == "sex_at_birth":
            self.set_sex(str(read))
        else:
            self._answers[finding.id] = read

    def medicine(self, told: str, where: str, since: Span | None = None) -> None:
        """Take one medicine under any name, with the days on which it may have been begun."""
        match = find_medicine(told, self.library)
        if match is None:
            self.not_understood(where, f"{short(told)} is no medicine we know{_for_none(told, 'medicines')}")
            self._partial.add("medicines")
            return
        self.take_medicine(match, told, where, since)

    def take_medicine(self, match: Match, told: str, where: str, since: Span | None = None) -> None:
        """Take a medicine that was found."""
        medicine = self.library.medicines[match.id]
        if medicine.vague:
            self._partial.add("medicines")
        classes = ", ".join(self.library.medicine_classes[id_].name for id_ in medicine.classes)
        meaning = f"{medicine.name}{f' ({classes})' if classes else ''}"
        if since is not None:
            meaning += f", since {since.told}"
            self._starts.append(MedicineStart(match.id, since.first, since.last, since.told))
        self._understood.append(Understood(where, one_line(told), meaning, match.guess))
        self._add("medicines", {match.id, *medicine.classes})

    def past_medicine(self, match: Match, told: str, where: str, state: str, when: str) -> None:
        """Keep a medicine that was stopped, replaced or never taken: told on, it counts for nothing."""
        name = self.library.medicines[match.id].name
        self._past.append(MedicinePast(match.id, state, one_line(when)))
        said = f"{state}: {name}{f' ({one_line(when)})' if when else ''}"
        self._understood.append(Understood(where, one_line(told), said, match.guess))

    def illness(self, told: str, where: str) -> None:
        """Take one known illness under any name or code. People seldom name all: the list stays open."""
        match = find_illness(told, self.library)
        if match is None:
            self._partial.add("known_conditions")
            none = _for_none(told, "known_conditions")
            self.not_understood(where, f"{short(told)} is no condition we know{none}")
            return
        self.take_illness(match, told, where)

    def take_illness(self, match: Match, told: str, where: str) -> None:
        """Take an illness that was found."""
        self._partial.add("known_conditions")
        illness = self.library.illnesses[match.id]
        self._understood.append(Understood(where, one_line(told), illness.name, match.guess))
        self._add("known_conditions", {match.id})
        self._given.extend(Given(given, illness.name) for given in illness.gives)

    def _add(self, finding: str, entries: set[str]) -> None:
        old = self._answers.get(finding, frozenset())
        self._answers[finding] = (old if isinstance(old, frozenset) else frozenset()) | entries

    def listed(self, kind: str, complete: bool, empty: bool) -> None:
        """A list was given. Empty outside the findings it tells nothing."""
        if empty and not complete:
            return
        self._listed[empty].add(LIST_FINDINGS[kind])
        self._add(LIST_FINDINGS[kind], set())

    def keep_open(self, finding: str) -> None:
        """A list may hold more than was told."""
        self._partial.add(finding)

    def contradiction(self, question: str) -> None:
        """Put back to the person what does not agree."""
        self._contradictions.append(question)

    def told(self, finding: str) -> Answer | None:
        """What was answered so far."""
        return self._answers.get(finding)

    def from_story(self, finding: Finding, answer: Answer, where: str, words: str) -> None:
        """Take an answer read in a story. Where it differs from one that was given, both are put back;
        the given one stands, but for a danger sign, where yes counts."""
        given = self._answers.get(finding.id)
        is_danger = finding.section == "safety" and answer is True
        if given is None:
            self._take(finding, answer)
        elif given != answer and not _adds(finding, given, answer):
            self.contradiction(
                f"You answered one thing and wrote another ({short(words)}). {finding.question}"
            )
            self._answers[finding.id] = True if is_danger else given
        if is_danger and given is not True:
            self._to_confirm.append(finding.id)
        self._understood.append(Understood(where, words, say_answer(finding, answer, self.library)))

    def _take(self, finding: Finding, answer: Answer) -> None:
        if finding.id == "age" and isinstance(answer, float):
            self.set_age(answer, "text")
        elif finding.id == "sex_at_birth":
            self.set_sex(str(answer))
        else:
            self._answers[finding.id] = answer
        if isinstance(answer, frozenset) and answer:
            self._partial.add(finding.id)

    def lab(self, told: Told, where: str) -> None:
        """Take one laboratory value. A guessed name that does not fit its unit is no guess worth making."""
        match = find_analyte(told.name, self.library)
        analyte = self.library.analytes[match.id] if match else None
        if analyte is None or match is None or (match.guess and not _fits(told.unit, analyte)):
            self.not_understood(where, f"{short(told.name)} is no laboratory test we know")
            return
        result = read_result(told, analyte, where)
        if isinstance(result, Fault):
            self.faults.append(result)
        elif result is None:
            self.not_understood(where, f"{short(told.value)} is no number for {analyte.name}")
        else:
            said = f"{analyte.name} {result_text(result, analyte)}"
            when = f" on {told.date.isoformat()}" if told.date else ""
            self._understood.append(Understood(where, result.told, said + when, match.guess))
            dated = replace(result, date=told.date)
            self._labs.append(dated)
            if not where.startswith("text"):  # a story tells how a value rose or fell
                self._labs_given.append(dated)

    def settle(self) -> None:
        """Bring what was told in several places together; a contradiction is put back as a question."""
        for id_ in sorted(self._listed[True] & self._listed[False]):
            question = self.library.findings[id_].question
            self._contradictions.append(f"One place says none, another lists some: {question}")
        self._settle_given()
        self._settle_pregnancy()
        self._settle_labs()

    def _settle_given(self) -> None:
        told = dict(self._answers)
        for id_ in sorted({given.test.finding for given in self._given}):
            here = [given for given in self._given if given.test.finding == id_]
            settled = settle(self.library.findings[id_], here, told)
            self._answers[id_] = settled.answer
            if settled.partial:
                self._partial.add(id_)
            if settled.contradiction:
                self._contradictions.append(settled.contradiction)

    def _settle_pregnancy(self) -> None:
        told = self._answers.get("pregnant")
        if self.pregnant is True and told in (None, "pregnant now"):
            self._answers["pregnant"] = "pregnant now"
        elif self.pregnant is False and told is None:
            return  # not pregnant now: a birth in the last six weeks stays unknown
        elif self.pregnant is not None and (told == "pregnant now") is not self.pregnant:
            self._contradictions.append("One place says pregnant now, another says not: which is right?")
            self._answers["pregnant"] = "pregnant now"
        if self._answers.get("pregnant") == "pregnant now" and self.sex == "male":
            self._contradictions.append(
                "Pregnant and recorded as male at birth: is that right? Both were kept."
            )
        if self.age is not None and self._answers.get("pregnant") in BEARING and not is_fertile(self.age):
            said = "Pregnant" if self._answers["pregnant"] == "pregnant now" else "A baby in the last weeks"
            self._contradictions.append(f"{said} at {number_text(self.age)}: is that right? Both were kept.")

    def _settle_labs(self) -> None:
        """The newest value of a test counts; one that was told without a day may be as new."""
        counted = without_older(self._labs)
        older = {result.told for result in self._labs if result not in counted}
        self._understood = [
            replace(u, meaning=f"{u.meaning}; a newer one counts") if u.told in older else u
            for u in self._understood
        ]
        self._labs = counted
        given = [result for result in self._labs_given if result in self._labs]
        self._contradictions.extend(questions(given, self.date or self.today, self.library))

    def history(self) -> History:
        """What was understood."""
        return History(
            id=self.id,
            date=self.date,
            age=self.age,
            sex=self.sex,
            not_pregnant_now=self.pregnant is False and self._answers.get("pregnant") != "pregnant now",
            answers=dict(sorted(self._answers.items())),
            doubted=frozenset(self._doubted - self._answers.keys()),
            partial=frozenset(self._partial & self._answers.keys()),
            labs=tuple(sorted(self._labs, key=lambda lab: (lab.analyte, lab.value, lab.bound, lab.told))),
            medicine_starts=tuple(sorted(self._starts, key=lambda start: (start.medicine, start.first))),
            medicines_past=tuple(self._past),
            understood=tuple(self._understood),
            not_understood=tuple(self._not_understood),
            contradictions=tuple(self._contradictions),
            readings=self.readings,
            to_confirm=tuple(dict.fromkeys(self._to_confirm)),
        )


def _for_none(told: str, finding: str) -> str:
    """How to say that a list is empty, to somebody who wrote "none" as a name in it."""
    return f"; that there are none is told as findings.{finding}: []" if fold(told) in NONE else ""


def _adds(finding: Finding, given: Answer, answer: Answer) -> bool:
    """Whether a list read in a story holds nothing that the given list lacks."""
    return finding.type == "multi" and isinstance(given, frozenset) and bool(answer) and answer <= given  # type: ignore[operator]


def _fits(unit: str | None, analyte: Analyte) -> bool:
    """Whether a unit is one of the analyte's own; a missing one is asked for, not held against it."""
    return not unit or not unit.strip() or find_unit(analyte.units, unit) is not None
