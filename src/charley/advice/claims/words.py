"""Words of a question as they are compared: folded, without plural endings, empty words left out."""

from __future__ import annotations

from charley.reading.names import fold

_EMPTY = """
a about after all am an and any are as at be been before but by can could cramp cramped cramping
cramps did do does for from get getting give go got had has have having he help helps her his how i
if in into is it its just leg legs make me my no not of on or our please really she should so some
someone than that the their them there these they this to up us use using was we what when where
which while who why will with would you your
"""
EMPTY = frozenset(_EMPTY.split())
"""Words that tell no card from another."""

_COMMON = """
bad best cause caused causes cure dangerous drink drinking ease eases eat eating fix good great
happen healthy keep kind more muscle need night nights often prevent prevents reason relieve remedy
safe stop stopping stops take taking treat treatment try way work works worse wrong
"""
COMMON = frozenset(_COMMON.split())
"""Words that tell little: they count, but a word such as "mustard" counts far more."""


def stem(word: str) -> str:
    """A word without the ending of a plural: bananas and banana, berries and berry are one."""
    if len(word) < 4 or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes", "oes")):
        return word[:-2]
    return word.removesuffix("s")


def all_words(text: str) -> tuple[str, ...]:
    """Every word of a text in its order."""
    return tuple(stem(word) for word in fold(text).replace(".", " ").split())


def telling_words(text: str) -> tuple[str, ...]:
    """The words of a text that tell something, each once; all of them when none does."""
    words = [stem(word) for word in fold(text).replace(".", " ").split() if word not in EMPTY]
    return tuple(dict.fromkeys(words or all_words(text)))


def holds(words: tuple[str, ...], phrase: tuple[str, ...]) -> bool:
    """Whether the words of a phrase stand in `words` one after another."""
    size = len(phrase)
    return any(words[start : start + size] == phrase for start in range(len(words) - size + 1))
