"""What a writer says of the own body against somebody else's, in words that leave the body out."""

from __future__ import annotations

from charley.intake.whose.scenes import Scene

LEAVES = frozenset(("do", "have", "did", "does", "am", "was", "were"))
"""Verbs behind which a bare "not" says all: my brother gets them, I don't."""

HAVING = frozenset(("have", "had"))
SPARED = frozenset(("escaped", "dodged", "missed", "avoided", "skipped"))
HOLDS = frozenset(
    ("believes", "believe", "wants", "want", "knows", "know", "likes", "hopes", "fears", "feels")
)
"""Behind these an "I don't" is of what somebody thinks: he thinks it is a cramp but I don't."""

NONE = frozenset(("nothing", "none"))
LIKE_IT = frozenset(
    ("like", "it", "that", "them", "those", "of", "the", "sort", "kind", "such", "at", "all", "one")
)
"""What may stand behind a "nothing" or a "never had" that says all."""

LONGEST = 8
"""So many words a clause has that says no more."""


def sets_against(scene: Scene, place: int) -> bool:
    """Whether the clause of this "I" only says that something is not so of the writer: "I don't", "I've had
    nothing like it", "I escaped it", "I myself"; told behind what another has, of whom no more follows."""
    items, start = scene.tokens.items, scene.layout.sentence_start[place]
    end = min(scene.layout.clause_end[place], place + LONGEST + 1)
    before = _sentence_before(scene, start)
    if not any(before <= p < place for p in scene.marks.places("family")):
        return False
    if any(p > place for p in scene.marks.places("third_person")):
        return False  # the story goes on about him or her
    if any(scene.marks.has("reports", p) or items[p].norm in HOLDS for p in range(start, place)):
        return False
    said = [t.norm for t in items[place + 1 : end]]
    if said[:1] == ["myself"]:
        return True
    if len(said) == LONGEST:
        return False
    while len(said) > 1 and said[0] in HAVING and said[1] != "not":
        said = said[1:]
    spared = said[:1] and said[0] in SPARED
    none = said[:1] and said[0] in NONE
    left = said[-1:] == ["not"] and said[0] in LEAVES and len(said) == 2
    return bool(left or ((spared or none) and LIKE_IT.issuperset(said[1:])))


def _sentence_before(scene: Scene, start: int) -> int:
    """Where the sentence before begins."""
    return scene.layout.sentence_start[start - 1] if start else 0
