"""What governs a pattern's words, and what it says under it: denied, doubted, supposed, past, another's."""

from __future__ import annotations

from charley.intake.patterns.hits import Context, Hit
from charley.intake.scope.comparing import BEFALLS, EXERTION
from charley.intake.scope.denials import parted
from charley.intake.scope.scopes import NONE
from charley.intake.values import Status
from charley.records.findings import Finding
from charley.records.lexicon import Entry

RESULTS = frozenset(("absent", "negative"))
"""What an examination found: they deny what stands before them, and never the pattern that names them."""

PASSING = frozenset(("fever", "twitching", "feet_numb_tingle", "feet_burn", "mouth_hand_tingling"))
"""Findings of which only the present counts; a face that drooped counts when it is well again."""

EVENTS = frozenset((
    "passed_out", "whole_body_shaking", "tongue_bitten", "confused_after", "confused_or_drowsy",
    "face_arm_speech", "chest_pain_breathing", "coughing_blood", "sudden_back_tummy_pain", "black_poo",
    "leg_sudden_cold_pale", "breathless_sudden", "saddle_numb", "vision_flashes", "self_harm_thoughts",
    "rapid_weakness", "leg_cannot_feel_or_move",
))  # fmt: skip
"""Findings that count when they have just passed: "slurred speech this morning, fine now"."""

SUCH = {"never": ("this", "it", "these"), "not": ("this", "these")}
"""What stands behind a "like" where a denial, by its word, is only of the like."""

THOUGHTS = frozenset(("self_harm_thoughts",))
"""Findings that are thoughts: who wonders whether to go on has them, and who would sooner not wake up."""

LASTING = frozenset(("crushed_or_long_lie",))
"""Events of which a stretch of time says how long they lasted: lay there for three hours."""

LIFELONG = 3650
"""An option that begins so many days ago is about childhood: only words say it, never a number."""


def denial_of(hit: Hit, context: Context) -> int:
    """The word that denies a hit, or NONE. What says the opposite ("no cough, afebrile") is not denied by
    the list that it stands in."""
    if context.is_plain_from(hit.start, hit.end):
        return NONE
    cue = cue_of(hit, context.scopes.denied, context, denial=True)
    if cue == NONE:
        return NONE
    if hit.pattern.mode == "against" and parted(context.tokens.items, cue, hit.start):
        return NONE
    return NONE if _is_given(hit, cue, context) else cue


def _is_given(hit: Hit, cue: int, context: Context) -> bool:
    """Whether a denial is of something else beside which a hit is taken as given, or is itself denied."""
    scopes = context.scopes
    inside = (scopes.twice.get(inner) for inner in range(hit.start, hit.end))
    if scopes.twice and cue in inside and not hit.pattern.denies and hit.pattern.mode != "against":
        return True
    if cue >= hit.start:
        return False
    return scopes.reach.given[hit.start] or cue in scopes.twice or _is_new(hit, cue, context)


def _is_new(hit: Hit, cue: int, context: Context) -> bool:
    """Whether only the like was never there before: never had chest pain like this."""
    like, this = context.norm(hit.end), context.norm(hit.end + 1)
    return like == "like" and this in SUCH.get(context.norm(cue), ())


def cue_of(hit: Hit, scope: list[int], context: Context, denial: bool = False) -> int:
    """The cue that governs a part of a hit and is none of the pattern's own words."""
    for start, end, _ in hit.spans:
        for place in range(start, end):
            cue = scope[place]
            if cue == NONE:
                continue
            if not (_denies_itself(cue, hit, context) if denial else _is_own(cue, hit, context)):
                return cue
            outer = context.scopes.twice.get(cue, NONE) if denial else NONE
            if outer != NONE and outer < hit.start:
                return outer
    return NONE


def _is_own(cue: int, hit: Hit, context: Context) -> bool:
    own = hit.pattern.words
    if not any(start <= cue < end for start, end, _ in hit.spans):
        return False
    return context.tokens.items[cue].norm in own or (cue in context.times and "<time>" in own)


def _denies_itself(cue: int, hit: Hit, context: Context) -> bool:
    """Whether a denial is one of the pattern's own words, in whichever part, or stands in a phrase of a
    group of its own: "pulses: absent", "no feeling"."""
    if not any(start <= cue < end for start, end, _ in hit.spans):
        return False
    if hit.pattern.denies or context.tokens.items[cue].norm in RESULTS:
        return True
    phrases = context.bound.get(cue, ())
    return any(group in hit.pattern.words and _covers(hit, first, last) for group, first, last in phrases)


def _covers(hit: Hit, first: int, last: int) -> bool:
    """Whether one part of a hit holds all these words."""
    return any(start <= first and last <= end for start, end, _ in hit.spans)


def answer_of(
    hit: Hit, entry: Entry, finding: Finding, context: Context
) -> tuple[bool | str | float | None, str]:
    """What a hit answers, if anything, and the words for the reason."""
    pattern, denied = hit.pattern, denial_of(hit, context) != NONE
    change = _change(hit, entry, context)
    if change is not None:
        return change, ("not before, but now:" if change else "no longer so:")
    if pattern.mode == "both":
        return (not denied), ("denied:" if denied else "said:")
    if pattern.mode == "denied":
        return (pattern.answer, "denied:") if denied else (None, "")
    if denied:
        return None, ""
    if pattern.mode == "against":
        return False, "said the opposite:"
    if pattern.times:
        amount = context.numbers.get(hit.caught)
        return (round(amount.value * pattern.times, 3), "a number:") if amount else (None, "")
    if pattern.answer == "{time}":
        when = context.times.get(hit.caught)
        return (option_for(finding, when.days), "a time:") if when else (None, "")
    return pattern.answer, "said:"


NO_LONGER = "longer"


def _change(hit: Hit, entry: Entry, context: Context) -> bool | None:
    """What holds now, of what was otherwise before; None where nothing is said of a change."""
    pattern = hit.pattern
    if context.is_plain_from(hit.start, hit.end):
        return None
    places = [place for start, end, _ in hit.spans for place in range(start, end)]
    if pattern.mode == "against" and any(context.scopes.begun[place] for place in places):
        return True
    if entry.when != "now" or pattern.answer is not True:
        return None
    if any(context.scopes.begun[place] for place in places):
        return True
    if pattern.mode != "both" or NO_LONGER in pattern.words:  # "no longer knows me" is the sign itself
        return None
    return False if any(context.scopes.over[place] for place in places) else None


def option_for(finding: Finding, days: float) -> str | None:
    """The option of a finding whose days hold so many days ago."""
    told = [option for option in finding.options if option.days and option.days[0] < LIFELONG]
    for option in told:
        if option.days and (days < option.days[1] or days == option.days[1] > 1):
            return option.value
    return told[-1].value if told else None


def standing_of(hit: Hit, entry: Entry, context: Context, about: str) -> tuple[Status, str]:
    """Whether a hit counts, and which rule decided; `about` already takes it back."""
    if about or context.is_plain_from(hit.start, hit.end):
        return ("dropped", about) if about else ("taken", "")
    scopes, places = context.scopes, [p for start, end, _ in hit.spans for p in range(start, end)]
    if not entry.anyone and any(context.others[p] for p in places):
        return "dropped", "said of somebody else"
    if any(scopes.asked[p] for p in places):
        return "dropped", "asked, not said"
    if entry.in_doubt:
        return "taken", ""
    if entry.finding not in THOUGHTS and (doubt := _in_doubt(hit, entry, context)) is not None:
        return doubt
    if _is_past(hit, entry, context, places):
        return "dropped", "past and over"
    if entry.finding in PASSING and hit.pattern.mode != "against" and any(scopes.passed[p] for p in places):
        return "dropped", "it has passed"
    return "taken", ""


def _in_doubt(hit: Hit, entry: Entry, context: Context) -> tuple[Status, str] | None:
    """What a hit counts for where it is only supposed, or doubted; None where it is told."""
    supposed = cue_of(hit, context.scopes.supposed, context)
    if _is_pictured(supposed, hit, entry, context):
        supposed = NONE
    if supposed != NONE and not (entry.in_if and context.tokens.items[supposed].norm in ("if", "when")):
        return "dropped", f"only supposed ('{context.tokens.items[supposed].norm}')"
    if cue_of(hit, context.scopes.doubted, context) != NONE and not _is_estimate(hit):
        return "doubted", "not sure"
    return None


def _is_past(hit: Hit, entry: Entry, context: Context, places: list[int]) -> bool:
    """Whether a hit of what counts now is told as past."""
    past = cue_of(hit, context.scopes.past, context)
    return (
        entry.when == "now"
        and past != NONE
        and not (entry.finding in EVENTS and any(context.scopes.eased[p] for p in places))
        and _change(hit, entry, context) is None
        and not (hit.pattern.answer == "{time}" and past in context.times)
    )


def _is_pictured(cue: int, hit: Hit, entry: Entry, context: Context) -> bool:
    """Whether a hit only stands in, or goes on into, a picture of how it feels."""
    pictures = context.scopes.pictures
    if cue not in pictures:
        return False
    if entry.finding in EXERTION and hit.end > cue:
        return False
    return hit.start < cue or (pictures[cue] and entry.finding not in BEFALLS)


def _is_estimate(hit: Hit) -> bool:
    """Whether a hit tells an amount or a time: "maybe twice a month" is the best that anybody can say."""
    pattern = hit.pattern
    return bool(pattern.times) or pattern.answer == "{time}" or isinstance(pattern.answer, float)
