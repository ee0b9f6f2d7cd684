"""What a time, a length or a count belongs to: the cramp, or something else that its clause tells."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Container

from charley.intake.patterns.hits import Context, Hit
from charley.intake.patterns.topics import Topic, Topics
from charley.intake.text.marks import Marks
from charley.intake.values import Reading
from charley.records.library import Library

OF_THE_CRAMP = frozenset(
    ("first_started", "cramp_minutes", "cramp_timing", "cramps_per_week", "sleep_lost", "wakes_from_sleep",
     "sore_afterwards")
)  # fmt: skip
"""Findings whose words (a time, a length, a count) fit many things beside a cramp."""

TIMED = frozenset(("first_started", "cramp_minutes", "cramps_per_week", "sleep_lost"))
"""Findings that are a time, a length or a count."""

OF_A_PIECE = OF_THE_CRAMP | {"cramp_site", "cramp_side", "sudden_hard_knot"}
"""Findings whose words must stand where the cramp, or nothing else, is told."""

GROUPS = ("cramp", "onset")
"""Words that tell of a cramp, or that something began."""

TIES = frozenset(("since", "x", "hx", "duration", "has been", "have been"))
"""Words of those groups that only tie a time to whatever is told."""

ITS_OWN = ("the_cramp", "about_you", "child")
"""Sections whose findings tell of the complaint or the person: they own no time of their own."""

ACHES = frozenset(("stairs_hard_bone_ache", "leg_joint_pain", "hand_spasm", "severe_muscle_pain"))
"""Signs that are the ache or the cramp itself: their time is its time."""

BOTH = "both together"
"""What is said of swollen or weak legs as well: it is no side of a cramp."""

NEAR = 3
"""How many words may stand between a leg and what is told of it."""

TRUNK = frozenset(("tummy or back", "face, jaw or neck"))
"""Places of a cramp that are no limb."""

SHORT = 8
SHORT_OF = frozenset((Topic.ELSEWHERE, Topic.MEDICINE, Topic.ILLNESS, Topic.LEG))
"""A text of so few words answers a question: it is about the cramp, unless it tells another sign."""


def strays(hit: Hit, finding: str, told: Topics) -> str:
    """What a place, a side, a time or a count belongs to, where it is not the cramp; else nothing."""
    if finding not in OF_A_PIECE or (finding == "wakes_from_sleep" and hit.pattern.mode == "against"):
        return ""
    plain = SHORT_OF if len(told.own) <= SHORT else frozenset()
    for start, end, _ in hit.spans:
        for place in (start, end - 1):
            if told.leaning[place] not in plain and not _stands(hit, finding, told, place):
                return f"its clause tells of {told.leaning[place].value}"
    return ""


def _stands(hit: Hit, finding: str, told: Topics, place: int) -> bool:
    """Whether the piece at a token tells of the cramp, or leans on nothing that owns such an answer.

    A sign of the leg is the complaint of a text without a cramp. Behind a medicine, an illness or an event a
    comma leads to a time or a count of it ("losartan, for years"), not to a side or a part of the day.
    """
    match told.leaning[place]:
        case Topic.CRAMP | Topic.OPEN:
            return True
        case Topic.LEG:
            return not told.cramp_told and hit.pattern.answer != BOTH and finding != "cramp_timing"
        case Topic.MEDICINE | Topic.ILLNESS:
            return told.own[place] is Topic.OPEN and finding not in TIMED
        case Topic.ELSEWHERE:
            return finding == "cramp_site" and hit.pattern.answer in TRUNK
        case Topic.EVENT:
            return finding in ("cramp_site", "cramp_side")
        case _:
            return False


def of_the_cramp(readings: list[Reading], context: Context, marks: Marks, library: Library) -> list[Reading]:
    """The readings; a time, length or count in a clause that tells something else, and no cramp, is dropped.

    "Pain under the ribs all night, 36 weeks pregnant" says nothing of when the cramps come.
    """
    starts = [token.start for token in context.tokens.items]
    owners: defaultdict[int, list[Reading]] = defaultdict(list)
    for one in readings:
        if _owns(one, library):
            owners[_clause(one, starts, context)].append(one)
    items = context.tokens.items
    with_cramp = {
        context.layout.clause[place]
        for group in GROUPS
        for place in marks.places(group)
        if items[place].norm not in TIES
    }
    sentence = context.layout.sentence
    limbs = marks.places("limb")
    of_limb = set() if with_cramp else {sentence[place] for place in marks.places("limb")}

    def is_kept(one: Reading) -> bool:
        return (
            _clause(one, starts, context) in with_cramp
            or _dates_limb(one, of_limb, starts, context)
            or _beside_limb(one, limbs, starts)
        )

    return [
        one if not _may_stray(one) or is_kept(one) else _left_to(one, owners[_clause(one, starts, context)])
        for one in readings
    ]


def _may_stray(one: Reading) -> bool:
    return one.what in OF_THE_CRAMP and one.status == "taken"


def _dates_limb(one: Reading, of_limb: set[int], starts: list[int], context: Context) -> bool:
    """Whether a time dates what is wrong with a leg in a text without a cramp: that is the complaint."""
    if one.what != "first_started" or not of_limb:
        return False
    return context.layout.sentence[max(0, bisect_right(starts, one.start) - 1)] in of_limb


def _beside_limb(one: Reading, limbs: Container[int], starts: list[int]) -> bool:
    """Whether a part of the day, a length or a count stands right behind a leg: "calves go into a ball every
    night"."""
    if one.what == "first_started":
        return False
    at = bisect_right(starts, one.start) - 1
    return any(place in limbs for place in range(max(0, at - NEAR), at + 1))


def _left_to(one: Reading, owners: list[Reading]) -> Reading:
    owner = next((owner for owner in owners if _apart(one, owner)), None)
    return one.dropped(f"its clause tells of {owner.what}") if owner else one


def _apart(one: Reading, other: Reading) -> bool:
    """Whether two readings come from different words."""
    return one.end <= other.start or other.end <= one.start


def _clause(reading: Reading, starts: list[int], context: Context) -> int:
    return context.layout.clause[max(0, bisect_right(starts, reading.start) - 1)]


def _owns(reading: Reading, library: Library) -> bool:
    if reading.status != "taken":
        return False
    if reading.kind != "finding":
        return reading.kind in ("medicine", "condition")
    if reading.answer is False or reading.what in ACHES:
        return False
    return library.findings[reading.what].section not in ITS_OWN
