"""What stands on top of a plan: one order, why, what to tell, and what else matters at once."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from charley.advice.checks import glue, lower_first
from charley.advice.likely import likely_causes
from charley.advice.plan_texts import Case, is_said, plan_texts
from charley.advice.situations import any_holds, holds
from charley.advice.tell_them import tell_them
from charley.assessment import FiredRule
from charley.records.plan_texts import Conditional, Order
from charley.records.rules import Urgency
from charley.truth import Truth

MOST_OWN = 5
MOST_NOTICED = 3
MOST_SUSPECTS = 2
SEVERAL = 2
"""Told signs from which a rule is more than a lone sign that many illnesses share."""

NOT_FAR = 0.15
"""Share of the weightiest suspect from which such a rule's own comes first (judged)."""

MOST_OF_WHY = 26
"""Words of the reason on the page."""

ORDER = re.compile(
    r"(call an ambulance|go (straight )?to (an|a children's|the) |be seen (today|within)|get help today"
    r"|see a doctor today|get medical help today|call (your doctor|a doctor|maternity)|ring maternity"
    r"|get a blood test today|take your child to)",
    re.IGNORECASE,
)
TO_SAY = re.compile(
    r"\b(?:and|,) (say|tell them|ask for) (.+)$"
    r"|\b(now|today)?,? for (an? .*(?:test|tracing|scan|count|jab).*)$"
)
WORTH = {Urgency.EMERGENCY_NOW: 100.0, Urgency.SAME_DAY: 30.0}
SENTENCE = re.compile(r"(?<=[.!?]) +")
TOLD_BY_A_LINE = re.compile(r"heart tracing|of the salts")
"""Tests that a line of the knowledge asks for with all its parts."""

SMALL_WORDS = frozenset({"are", "get", "gets", "is", "a", "an", "the"})
"""Words that make no difference between two sentences that say the same."""

BOOKINGS = (
    (r"^Book an ordinary visit and ask (about|for) ", r"Ask \1 "),
    (r"^See a doctor in the next few days and ask (about|for) ", r"Ask \1 "),
    (r"^See a doctor this week for ", "Ask for "),
    (r"^See a doctor this week and ask (about|for) ", r"Ask \1 "),
)
KEEPS_FROM_HARM = re.compile(r"(Do not|Take no|Eat no|Drink no|Put no|Never|Keep|Leave)\b")
"""Sentences that hold whatever is behind a sign of this level."""

OTHERWISE = re.compile(r"^(if|with|a|otherwise)\b.*\b(ambulance|emergency department)\b", re.IGNORECASE)


def care_lines(case: Case) -> tuple[str, ...]:
    """At same-day level and above: the order, why, what to tell, and the other lines. Below: what to do."""
    if case.answer.urgency < Urgency.SAME_DAY:
        return tuple(_calm(case))
    fired = by_danger(case)
    lines = [order_of(case).says, *_why(case, fired), *_tell(case, fired), *_own(case, fired)]
    return tuple(dict.fromkeys(lines))


def brief_lines(case: Case, unlike: str, soon: bool = False) -> tuple[str, ...]:
    """The same for the page: the reason is one sentence, and what may be behind it stands there too.

    With `soon` something on a calm page is to be asked this week.
    """
    if case.answer.urgency < Urgency.SAME_DAY:
        return (*_calm_page(case, soon), *_may_be(case, unlike))
    fired = by_danger(case)
    lines = [order_of(case).says, *_why(case, fired, short=True), *_tell(case, fired), *_own(case, fired)]
    return tuple(dict.fromkeys(lines))


def _may_be(case: Case, unlike: str) -> Iterator[str]:
    """The likely causes in one sentence."""
    texts, found = plan_texts().texts, likely_causes(case.answer)
    if unlike:
        yield texts["rather"].format(name=lower_first(unlike))
    elif found:
        yield texts["could-be"].format(names=glue([lower_first(cause.name) for cause in found], "or"))
    else:
        yield texts["no-one-cause"]


def week_title(case: Case) -> str:
    """The title of a calm page on which a line asks for something this week; else empty."""
    if case.answer.urgency > Urgency.ROUTINE:
        return ""
    lines = [line for line in plan_texts().lines if line.week and is_said(line, (), case)]
    return next((line.week for line in lines), "")


def noticed_lines(case: Case) -> tuple[str, ...]:
    """What the rules that set a calmer level tell, each sentence once. Above, `care_lines` says it."""
    answer = case.answer
    if not Urgency.SELF_CARE < answer.urgency < Urgency.SAME_DAY:
        return ()
    said: dict[str, None] = {}
    lines = []
    covered = covered_lines(case)
    rules = [rule for rule in answer.red_flags if rule.level == answer.urgency and rule.id not in covered]
    for rule in rules[:MOST_NOTICED]:
        kept = [line for sentence in SENTENCE.split(rule.tell) for line in _for_them(sentence, case)]
        lines.append(" ".join(_without_booking(line) for line in kept if line not in said))
        said |= dict.fromkeys(kept)
    return tuple(line for line in lines if line)


def _without_booking(sentence: str) -> str:
    """A sentence without "see a doctor this week", which the top of the page says once."""
    for begins, instead in BOOKINGS:
        sentence = re.sub(begins, instead, sentence)
    return sentence


def covered_lines(case: Case) -> frozenset[str]:
    """What the lines that are said make needless: rules of a calm level, and other lines."""
    return frozenset(
        id_ for line in plan_texts().lines if line.covers and is_said(line, (), case) for id_ in line.covers
    )


def by_danger(case: Case) -> list[FiredRule]:
    """The fired rules of the two urgent levels, by what a delay costs times the chance of their causes."""
    chances = case.chances
    fired = [rule for rule in case.answer.red_flags if rule.level >= Urgency.SAME_DAY]
    reach = {rule.id: max((chances.get(c, 0.0) for c in rule.suspected), default=0.0) for rule in fired}
    return sorted(
        fired,
        key=lambda rule: (-WORTH[rule.level] * reach[rule.id], -len(rule.because), -rule.level, rule.id),
    )


def order_of(case: Case) -> Order:
    """The one order of an urgent page: the first of the knowledge that fits."""
    fired = {rule.id for rule in case.answer.red_flags}
    return next(
        order
        for order in plan_texts().orders
        if order.level is case.answer.urgency and _fits(order, fired, case)
    )


def _fits(order: Order, fired: set[str], case: Case) -> bool:
    if not order.flags and not order.when:
        return True
    if not fired.isdisjoint(order.flags):
        return True
    return any_holds(order.when, case.history, case.library) is Truth.YES


def _calm(case: Case) -> Iterator[str]:
    """What to do and when; while questions are open no level below a few days is said to be safe."""
    answer, left = case.answer, len(case.answer.safety_questions_left)
    if answer.urgency is not Urgency.SELF_CARE or not left:
        yield case.library.urgency_texts[answer.urgency].do
    if left:
        yield f"{_many(left)} still open. Until they are answered, nothing here says that you are safe."
    if case.history.answer("medicines"):
        yield "Do not stop or change a prescribed medicine by yourself. Ask your doctor or pharmacist."


def _calm_page(case: Case, soon: bool) -> Iterator[str]:
    """What to do and when, in short; an open question is never called safe."""
    answer, left, texts = case.answer, len(case.answer.safety_questions_left), plan_texts().texts
    if answer.urgency <= Urgency.ROUTINE and (soon or week_title(case)):
        yield texts["page-this-week"]
    elif answer.urgency is not Urgency.SELF_CARE:
        yield texts[f"page-{answer.urgency.word}"]
    elif not left:
        yield case.library.urgency_texts[answer.urgency].do
    if left:
        yield texts["page-open"]
    if case.history.answer("medicines"):
        yield texts["page-keep"]


def _many(left: int) -> str:
    return f"{left} safety questions are" if left > 1 else "1 safety question is"


def _why(case: Case, fired: list[FiredRule], short: bool = False) -> Iterator[str]:
    """What these signs can mean, the most feared first, and why that matters; in short one sentence of it."""
    top = [rule for rule in fired if rule.level is case.answer.urgency]
    if not top:
        yield from _why_without_a_rule(case)
        return
    ids = _suspects(case, fired, top[0])
    names = [case.library.causes[id_].name for id_ in ids]
    texts = plan_texts().texts
    mean = f"{texts['can-mean']}: {glue([lower_first(name) for name in names], 'or')}. " if names else ""
    why = _rule_of(ids[0], [*top, *fired]).why if ids else top[0].why
    reason = _brief_why(why) if short else why
    yield f"{texts['why']}: {mean}{reason}"


def _why_without_a_rule(case: Case) -> Iterator[str]:
    """The results of tests, or the chances of causes, that alone ask to be seen so soon."""
    reasons = [voice.why for voice in case.answer.unruled][:MOST_SUSPECTS]
    if reasons:
        yield f"{plan_texts().texts['why']}: {'; '.join(reason.rstrip('.') for reason in reasons)}."


def _brief_why(why: str) -> str:
    """The first sentence, and the second while both are short."""
    first, *more = SENTENCE.split(why)
    both = f"{first} {more[0]}" if more else first
    return both if len(both.split()) <= MOST_OF_WHY else first


def _rule_of(cause: str, rules: list[FiredRule]) -> FiredRule:
    """The rule whose reason speaks of a cause: the one that suspects it first of all its causes."""
    about = [rule for rule in rules if cause in rule.suspected]
    return min(about, key=lambda rule: rule.suspected.index(cause), default=rules[0])


def _suspects(case: Case, fired: list[FiredRule], top: FiredRule) -> list[str]:
    """The likeliest suspects, and always one of the first rule.

    What the rule with most told signs suspects first stands in front, unless it is far less likely.
    """
    chances = case.chances
    weights: dict[str, float] = defaultdict(float)
    for rule in fired:
        for cause in rule.suspected:
            weights[cause] = max(WORTH[rule.level] * chances.get(cause, 0.0), weights[cause])
    first, most = _told_most_of(case, fired), max(weights.values(), default=0.0)
    if first and weights[first] >= NOT_FAR * most:
        weights[first] = most + 1
    causes = case.library.causes
    feared = [cause for cause in weights if causes[cause].urgency >= Urgency.SAME_DAY] or list(weights)
    ranked = sorted(feared, key=lambda cause: -weights[cause])
    found = [cause for cause in ranked if weights[cause] > 0][:MOST_SUSPECTS]
    of_top = [cause for cause in ranked if cause in top.suspected]
    return found if not of_top or set(found) & set(of_top) else [*found, of_top[0]]


def _told_most_of(case: Case, fired: list[FiredRule]) -> str:
    """What the rule of the page's level that rests on most told signs suspects first, if several."""
    rules = [rule for rule in fired if rule.level is case.answer.urgency and rule.suspected]
    most = max(rules, key=lambda rule: len(rule.because), default=None)
    return most.suspected[0] if most is not None and len(most.because) >= SEVERAL else ""


def _tell(case: Case, fired: list[FiredRule]) -> Iterator[str]:
    """What the person should say: what was answered, or a piece of the story; then the medicines."""
    if told := tell_them(case, fired):
        yield told


def _own(case: Case, fired: list[FiredRule]) -> list[str]:
    """What the rules tell beside the order. Sentences for other people, and orders twice, are left out.

    Of a rule of this level that suspects none of the named causes only what keeps from harm stands.
    """
    top = [rule for rule in fired if rule.level is case.answer.urgency]
    named = set(_suspects(case, fired, top[0])) if top else set()
    apart = [rule for rule in top if rule.suspected and named.isdisjoint(rule.suspected)]
    own = _once(line for rule in top if rule not in apart for line in _sentences(rule, case))
    keeps = _once(line for rule in apart for line in _sentences(rule, case) if KEEPS_FROM_HARM.match(line))
    return _once([*own[:MOST_OWN], *keeps])


def _sentences(rule: FiredRule, case: Case) -> Iterator[str]:
    return (line for sentence in SENTENCE.split(rule.tell) for line in _kept(sentence, case))


def _once(lines: Iterable[str]) -> list[str]:
    """The lines, each thing said once."""
    once: dict[frozenset[str], str] = {}
    for line in lines:
        once.setdefault(frozenset(line.lower().split()) - SMALL_WORDS, line)
    return list(once.values())


def _kept(sentence: str, case: Case) -> Iterator[str]:
    if any(sentence.startswith(entry.begins) for entry in plan_texts().conditionals):
        yield from _for_them(sentence, case)
    elif OTHERWISE.match(sentence):
        if case.answer.urgency is Urgency.SAME_DAY:
            yield sentence
    elif ORDER.match(sentence):
        yield from (line for said in _to_say(sentence) for line in _for_them(said, case))
    else:
        yield sentence


def _for_them(sentence: str, case: Case) -> Iterator[str]:
    """A sentence, unless it is known to be meant for other people."""
    entry = next((one for one in plan_texts().conditionals if sentence.startswith(one.begins)), None)
    if entry is None:
        yield sentence
        return
    mine = entry.situation and holds(entry.situation, case.history, case.library)
    if entry.says:
        yield entry.says if mine is Truth.YES else sentence
    elif entry.situation is None and entry.words:
        yield from [sentence] if case.tells(entry.words) else []
    elif mine is Truth.YES and _words_fit(entry, case):
        yield sentence
    elif entry.instead:
        yield entry.instead


def _words_fit(entry: Conditional, case: Case) -> bool:
    """Whether the story, where one was told, holds the words that a sentence is for."""
    return not (entry.words and case.history.text) or case.tells(entry.words)


def _to_say(sentence: str) -> Iterator[str]:
    """Of an order only what to say or to ask for there."""
    found = TO_SAY.search(sentence)
    if found is None:
        return
    verb, what, _, test = found.groups()
    if verb:
        yield f"{verb[:1].upper()}{verb[1:]} {what}"
    elif TOLD_BY_A_LINE.search(test) is None:
        yield f"Ask for {test}"
