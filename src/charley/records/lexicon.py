"""The lexicon as read for a text: word forms, phrases, patterns, and which answer each one gives."""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

SHIFT = 16
"""A step of a Net is keyed by `node << SHIFT | symbol`."""

NUMBER, MEDICINE, CONDITION, TIME, FEVER_DEGREES, NORMAL_DEGREES, SPAN = 1, 2, 3, 4, 5, 6, 7
"""Symbols that no word stands for: they are found by their own readers."""

FIRST_SYMBOL = 16

SCOPE_GROUPS = (
    "negation", "not_negation", "frees", "answers_no", "denies_before", "doubt", "doubt_before",
    "supposing", "presumes", "asks", "past", "onset", "family", "stranger",
    "not_since", "gone", "once_was", "eased",
    "family_before", "first_person", "third_person", "reports", "own_verb", "turn",
    "joins", "subject", "determiner", "owner", "binder", "finite",
    "verb", "correction", "english", "filler", "instruction", "female_kin",
    "male_kin", "young", "body", "limb", "aged", "cramp",
    "complaint", "takes", "stopped", "not_medicine", "also_food", "not_condition",
    "fine", "state", "ended", "never_was", "now_so", "acute", "pressing",
    "background", "tells_first", "tells", "list_word",
    "cramp_verb", "elsewhere", "sign", "happening", "befell", "examined", "swollen",
)  # fmt: skip
"""Groups that the rules of scope speak of by name."""

Mode = Literal["said", "both", "denied", "against"]
"""What a pattern says: an answer when said; also its opposite when denied; an answer only when denied;
or that the answer is no."""

Reach = Literal["clause", "sentence"]

Role = Literal["answers", "unless", "needs"]
"""Whether a pattern answers, takes an answer in its clause back, or must stand in the sentence."""


@dataclass(frozen=True, slots=True)
class Net:
    """A trie over symbols, in flat rows so that it loads fast.

    `keys` are the steps (`node << SHIFT | symbol`) in order and `nodes` where each leads; `end_nodes` in
    order and `ends` what ends there. From `gap_nodes`, in order, up to `gap_most` tokens may pass before the
    steps of `gap_behind`. `goes_on` are the symbols that some step behind the first takes at once, `later`
    those behind a gap.
    """

    keys: array[int]
    nodes: array[int]
    gap_nodes: array[int]
    gap_most: array[int]
    gap_behind: array[int]
    end_nodes: array[int]
    ends: array[int]
    goes_on: frozenset[int]
    later: frozenset[int]


@dataclass(frozen=True, slots=True)
class Uses:
    """Which patterns are tried at a part, in flat rows that load fast and that the kernel reads in place.

    Those of a part stand in `patterns` from its place in `first` up to that of the next part; their other
    parts, and their entries, alike in `others` (from `others_first`) and `entries`, by place in `patterns`.
    """

    first: array[int]
    patterns: array[int]
    others_first: array[int]
    others: array[int]
    entries: array[int]


class Pattern(NamedTuple):
    """One way of saying an answer. `parts` may stand in any order within the reach.

    A tuple, for there are thousands of them and tuples load several times faster.

    A captured number is multiplied by `times`; without one, `answer` is the answer. `denies` is
    true when the words themselves hold a "not", which then turns nothing round; `words` are all its own
    words, for one of them that would be a cue elsewhere ("if", "might") is none here.
    """

    text: str
    entry: int
    mode: Mode
    answer: bool | str | float | None
    parts: tuple[int, ...]
    reach: Reach
    denies: bool
    words: frozenset[str]
    times: float = 0.0
    role: Role = "answers"


@dataclass(frozen=True, slots=True)
class Entry:
    """How people answer one finding in their own words.

    `when`: "now" is not met by what is past, "ever" is. `within` is the greatest age in days of
    what counts. `in_if` takes what stands behind an "if",
    `in_doubt` what somebody is not sure of. `anyone` takes what is said
    of others too. `needs` asks for one of its topics in the sentence or the one before.
    """

    finding: str
    when: Literal["now", "ever"]
    within: float | None
    in_if: bool
    anyone: bool
    needs: bool
    in_doubt: bool
    match: tuple[tuple[str, tuple[str, ...]], ...]
    not_match: tuple[str, ...]
    place: str


class Sounds(NamedTuple):
    """What words sentences of danger are told with, for a second look at what no pattern read.

    `words` gives each word's weight: the logarithm of how much oftener it stands in a sentence that tells a
    sign of danger than in others. `signs` gives a word's share in each sign, as the logarithm of one and how
    much oftener it stands in sentences of that sign than in those of any.
    """

    words: Mapping[str, float]
    signs: Mapping[str, tuple[tuple[str, float], ...]]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Everything that reading a text needs. `words` gives the symbols of a word form.

    `uses` tells for a part which answering patterns are tried when it is found, `cancels` which of those that
    take answers of their entry back, `topics` which of those that say what an entry is about.
    """

    words: Mapping[str, tuple[int, ...]]
    starts: Mapping[str, tuple[int, ...]]
    groups: Mapping[str, int]
    phrases: Net
    parts: Net
    patterns: tuple[Pattern, ...]
    uses: Uses
    cancels: Uses
    topics: Uses
    entries: tuple[Entry, ...]
    spellings: Mapping[str, str]
    misspelt: Mapping[str, tuple[str, ...]]
    known: frozenset[str]
    sounds: Sounds
