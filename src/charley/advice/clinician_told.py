"""What the clinician's page says was told: answers as answered, readings of the story as its own words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from charley.advice.open_questions import open_ids
from charley.advice.own_words import answered, read_in_story, said_of
from charley.advice.plan_texts import Case
from charley.advice.tell_them import NEW_MEDICINE, events
from charley.assessment import Assessment
from charley.history import History
from charley.people import pregnancy
from charley.records.findings import Finding
from charley.records.library import Library
from charley.records.rules import Urgency
from charley.wording import number_text, result_text, say_answer, say_fact

CHANGES = ("first_started", "medicine_change_3m", "new_hard_exercise", "sedative_cut", "neck_surgery")
APART = frozenset(
    {"medicines", "age", "sex_at_birth", "pregnant", "weeks_pregnant", "can_be_pregnant", *CHANGES}
)
NO = "not: "


@dataclass(frozen=True, slots=True)
class Asked:
    """The safety questions: answered yes, answered no, and not answered, as findings in short words.

    `read` are danger signs read in the story: the words there, and what they were taken to mean.
    """

    yes: tuple[str, ...]
    read: tuple[tuple[str, str], ...]
    no: tuple[str, ...]
    open: tuple[str, ...]


def who_of(history: History) -> str:
    """Age, sex and state, as a title."""
    age = "age unknown" if history.age is None else f"{number_text(history.age)} years"
    state = {"pregnant": "pregnant", "recent_birth": "post partum (6 weeks)"}.get(
        pregnancy(history) or "", ""
    )
    weeks = history.answer("weeks_pregnant")
    if state == "pregnant" and isinstance(weeks, float):
        state = f"pregnant, {number_text(weeks)} weeks"
    return ", ".join(part for part in (age, history.sex or "sex unknown", state) if part)


def told_of(history: History, library: Library, about_episode: bool) -> Iterable[str]:
    """What was answered of the complaint, or of the person, apart from safety questions and medicines."""
    for finding in library.findings.values():
        episode = finding.section == "the_cramp"
        if finding.id in APART or is_safety(finding) or episode is not about_episode:
            continue
        if history.answers.get(finding.id) not in (None, False):
            says = answered(finding.id, history, library)
            if says and _is_told(finding.id, history):
                yield says


def changed_of(history: History, library: Library) -> tuple[str, ...]:
    """When it began, and what was begun, changed or left off before."""
    told = [id_ for id_ in CHANGES if history.answers.get(id_) not in (None, False, "never")]
    if history.medicine_starts or events(history):
        told = [id_ for id_ in told if id_ != NEW_MEDICINE]
    lines = [
        said_of(id_, say_answer(library.findings[id_], history.answers[id_], library), history)
        for id_ in told
    ]
    lines += [
        f"{library.medicines[start.medicine].name} since {start.told}" for start in history.medicine_starts
    ]
    return tuple(dict.fromkeys(lines))


def without_parts(lines: Iterable[str]) -> tuple[str, ...]:
    """Lines without those that another one holds in full, such as an illness told twice."""
    found = list(dict.fromkeys(lines))
    return tuple(
        line for line in found if not any(line.strip('" …') in other and line != other for other in found)
    )


def values_of(history: History, library: Library) -> Iterable[str]:
    """Each result as it was told, with its day, and in the usual unit where that is another."""
    for result in history.labs:
        analyte = library.analytes[result.analyte]
        number = f"{float(f'{result.value:.2g}'):g}"
        same = not result.told or analyte.unit in result.told or number in result.told
        usual = "" if same else f" = {number} {analyte.unit}"
        told = result.told or result_text(result, analyte)
        yield f"{analyte.name}: {told}{usual}; {result.date.isoformat() if result.date else 'date not told'}"


def is_safety(finding: Finding) -> bool:
    """A danger sign that is asked with yes or no."""
    return finding.section == "safety" and finding.type == "yes_no"


def asked_of(history: History, library: Library, answer: Assessment) -> Asked:
    """Yes is every answer on which a rule fired, and every other safety question answered so."""
    safety = {f.id: f for f in library.findings.values() if is_safety(f)}
    fired = [fact for rule in answer.red_flags if rule.level > Urgency.SELF_CARE for fact in rule.facts]
    facts = [fact for fact in dict.fromkeys(fired) if _is_told(fact, history)]
    facts += [id_ for id_ in safety if history.answers.get(id_) is True and id_ not in facts]
    yes = [fact for fact in facts if read_in_story(fact, history) is None]
    read = [fact for fact in facts if fact not in yes and _is_sign(fact, library)]
    no = [id_ for id_ in safety if history.answers.get(id_) is False]
    left = open_ids(Case(history, library, answer))
    return Asked(
        yes=without_parts(say_fact(fact, history, library) for fact in yes),
        read=tuple((said_of(fact, "", history), say_fact(fact, history, library)) for fact in read),
        no=tuple(
            dict.fromkeys(
                said_of(id_, safety[id_].says_no or f"{NO}{safety[id_].says_yes}", history) for id_ in no
            )
        ),
        open=tuple(library.findings[id_].says_yes or library.findings[id_].question for id_ in left),
    )


def _is_sign(fact: str, library: Library) -> bool:
    """A sign of danger rather than a circumstance, which the story on the page tells itself."""
    finding = library.findings[fact]
    return finding.type == "yes_no" and finding.section in ("safety", "other_signs", "the_cramp", "child")


def _is_told(fact: str, history: History) -> bool:
    """A value, or an answer other than no; what anybody is, is said in the title."""
    if fact in ("age", "sex_at_birth", "medicines"):
        return False
    answer = history.answers.get(fact)
    averaged = isinstance(answer, float) and not answer.is_integer() and bool(history.text)
    return fact.startswith("lab:") or not (averaged or answer in (None, False))


def unclear_of(history: History, answer: Assessment, library: Library) -> tuple[str, ...]:
    """What is left to clear up and can change the plan.

    The story stands whole on the page, so what was not understood of it is there; nor is a danger sign asked
    again on which a rule fired already.
    """
    fired = {fact for rule in answer.red_flags for fact in rule.facts if fact in library.findings}
    settled = tuple(library.findings[fact].question for fact in fired)
    names = [why for where, why in answer.not_understood if not where.startswith("text")]
    both = (
        [line for line in answer.contradictions if not line.endswith(settled)]
        if settled
        else answer.contradictions
    )
    return tuple(dict.fromkeys((*names, *both)))
