"""Had you answered X: what each reply to an open question would change."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from charley.assessment import Reply
from charley.consider import Considered, consider
from charley.history import Answer, History
from charley.network.engine import CauseEngine, Ranking
from charley.network.options import choices
from charley.network.worth import worths
from charley.records.findings import Finding
from charley.records.library import Library

NAMED = 3
"""So many causes are named for each reply."""

LITTLE = 0.05
"""A change of the first cause's chance below this is little (judged)."""


def replies(
    finding: Finding, history: History, library: Library, now: Considered, engine: CauseEngine | None = None
) -> tuple[Reply, ...]:
    """Each reply to a yes-or-no question or a choice, with its chance and what it would change."""
    return tuple(
        had_you_answered(finding, answer, chance, history, library, now, engine)
        for answer, chance in _answers(finding, library, now.ranking)
    )


def had_you_answered(
    finding: Finding,
    answer: Answer,
    chance: float,
    history: History,
    library: Library,
    now: Considered,
    engine: CauseEngine | None = None,
) -> Reply:
    """The case with one more answer. `chance` is how likely that answer is."""
    told = replace(
        history,
        answers={**history.answers, finding.id: answer},
        doubted=history.doubted - {finding.id},
    )
    then = consider(told, library, engine)
    return Reply(
        answer=_word(answer),
        chance=round(chance, 4),
        urgency=then.verdict.level,
        causes=tuple((s.cause, round(s.probability, 4)) for s in then.ranking.scores[:NAMED]),
        says=_says(now, then, library),
    )


def _answers(finding: Finding, library: Library, ranking: Ranking) -> Iterator[tuple[Answer, float]]:
    if finding.type == "yes_no":
        worth = worths(library, ranking).get(finding.id)
        default = finding.background.value if finding.background else 0.5
        chance = worth.chance if worth else default
        yield True, chance
        yield False, 1 - chance
    elif finding.type == "choice":
        yield from zip(
            (o.value for o in finding.options), _of_options(finding, library, ranking), strict=True
        )


def _of_options(finding: Finding, library: Library, ranking: Ranking) -> list[float]:
    """The chance of each option: every cause's shares, and the background's for the rest."""
    found = next((choice for choice in choices(library) if choice.finding == finding.id), None)
    if found is None:
        return [1 / len(finding.options)] * len(finding.options)
    shares = {score.cause: score.responsible for score in ranking.scores}
    causes = list(library.causes)
    rows = [(shares[causes[place]], row) for place, row in found.by]
    rest = max(0.0, 1 - sum(share for share, _ in rows))
    return [
        rest * background + sum(share * row[i] for share, row in rows)
        for i, background in enumerate(found.background)
    ]


def _word(answer: Answer) -> str:
    if isinstance(answer, bool):
        return "yes" if answer else "no"
    return str(answer)


def _says(now: Considered, then: Considered, library: Library) -> str:
    """The change in one sentence: how soon to be seen comes before the name of a cause."""
    level = then.verdict.level
    if level != now.verdict.level:
        return f"{library.urgency_texts[level].title}."
    first = then.ranking.scores[0]
    before = next(score for score in now.ranking.scores if score.cause == first.cause)
    name, share = library.causes[first.cause].name, round(first.probability * 100)
    if first.cause != now.ranking.scores[0].cause:
        return f"{name} would come first, about {share} in 100."
    if abs(first.probability - before.probability) < LITTLE:
        return "Little would change."
    word = "likelier" if first.probability > before.probability else "less likely"
    return f"{name} would be {word}, about {share} in 100."
