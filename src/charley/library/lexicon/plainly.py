"""One form for a word, whoever wrote it: case, accents, and what an apostrophe left out."""

from __future__ import annotations

import re
import unicodedata

WORD = r"[^\W\d_][^\W_]*(?:['’‘`´ʼ][^\W\d_]+)*"
_QUOTES = str.maketrans(dict.fromkeys("’‘`´ʼ", "'"))
_ENDS = {"'ve": "have", "'m": "am", "'re": "are", "'ll": "will", "'d": "would", "'s": "'s"}
_WHOLE = {
    "cannot": ("can", "not"),
    "can't": ("can", "not"),
    "won't": ("will", "not"),
    "shan't": ("will", "not"),
    "ain't": ("is", "not"),
    "aint": ("is", "not"),
    "cant": ("can", "not"),
    "wont": ("will", "not"),
    "im": ("i", "am"),
    "ive": ("i", "have"),
    "ill've": ("i", "have"),
    "gonna": ("going", "to"),
    "dunno": ("do", "not", "know"),
    "cannae": ("can", "not"),
    "couldnae": ("could", "not"),
    "willnae": ("will", "not"),
    "winnae": ("will", "not"),
    "wouldnae": ("would", "not"),
    "dinnae": ("do", "not"),
    "dinna": ("do", "not"),
    "doesnae": ("does", "not"),
    "didnae": ("did", "not"),
    "havenae": ("have", "not"),
    "hasnae": ("has", "not"),
    "hadnae": ("had", "not"),
    "isnae": ("is", "not"),
    "arenae": ("are", "not"),
    "wasnae": ("was", "not"),
    "wisnae": ("was", "not"),
    "werenae": ("were", "not"),
    "havnt": ("have", "not"),
    "havn't": ("have", "not"),
    "doesent": ("does", "not"),
    "dosnt": ("does", "not"),
    "dusnt": ("does", "not"),
    "cudnt": ("could", "not"),
    "cudn't": ("could", "not"),
    "wudnt": ("would", "not"),
    "shudnt": ("should", "not"),
    "carnt": ("can", "not"),
    "dident": ("did", "not"),
    "wernt": ("were", "not"),
    "nuh": ("not",),
    "cyaan": ("can", "not"),
    "cyan't": ("can", "not"),
    "innit": ("is", "not", "it"),
    "o'clock": ("oclock",),
    "theres": ("there", "is"),
    "whats": ("what", "is"),
    "thats": ("that", "is"),
    "shes": ("she", "is"),
    "hes": ("he", "is"),
    "youre": ("you", "are"),
    "theyre": ("they", "are"),
    "hed": ("he", "would"),
    "theyd": ("they", "would"),
    "youd": ("you", "would"),
}
_WITHOUT = re.compile(r"(do|does|did|is|are|was|were|have|has|had|could|would|should|must|need)n['’]?t")


def plain(word: str) -> str:
    """Lower case, without accents, with straight apostrophes."""
    lowered = word.translate(_QUOTES).lower()
    if lowered.isascii():
        return lowered
    return unicodedata.normalize("NFKD", lowered).encode("ascii", "ignore").decode() or lowered


def words_of(written: str) -> tuple[str, ...]:
    """The words that one written word stands for: "don't" is "do" and "not"."""
    word = plain(written)
    if word in _WHOLE:
        return _WHOLE[word]
    if match := _WITHOUT.fullmatch(word):
        return match.group(1), "not"
    if "'" not in word or word in _ENDS:
        return (word,)
    if (at := word.rfind("'")) > 0 and word[at:] in _ENDS:
        return word[:at].replace("'", ""), _ENDS[word[at:]]
    return (word.replace("'", "") or word,)  # a mark alone stays itself


_IRREGULAR = {
    "go": "went gone goes", "get": "got gotten", "come": "came", "begin": "began begun", "wake": "woke woken",
    "feel": "felt", "strike": "struck", "run": "ran", "swim": "swam swum", "ride": "rode ridden",
    "stand": "stood", "sit": "sat", "lie": "lay lying lain", "have": "has having", "lose": "lost",
    "keep": "kept", "take": "took taken", "break": "broke broken", "bite": "bit bitten", "grow": "grew grown",
    "give": "gave given", "sleep": "slept", "drink": "drank drunk", "catch": "caught", "bend": "bent",
    "tear": "tore torn", "hold": "held", "draw": "drew drawn", "fall": "fell fallen", "shake": "shook shaken",
    "throw": "threw thrown", "eat": "ate eaten", "become": "became", "seize": "siezes siezed siezing seazes",
    "swell": "swollen swole", "lead": "led", "do": "did done", "drive": "drove driven", "sting": "stung",
    "spin": "spun", "creep": "crept", "shoot": "shot", "send": "sent", "bring": "brought", "leap": "leapt",
    "kneel": "knelt", "freeze": "froze frozen", "weep": "wept", "spread": "spread", "calf": "calves",
    "foot": "feet", "awaken": "awoke awoken",
}  # fmt: skip
"""The forms that no rule gives, under the word that a pattern names."""

PARTICIPLES = frozenset((
    "been", "had", "gone", "got", "gotten", "become", "begun", "woken", "felt", "ridden", "stood", "sat",
    "lain", "lost", "kept", "taken", "broken", "bitten", "grown", "given", "slept", "drunk", "caught",
    "bent", "torn", "held", "drawn", "fallen", "shaken", "thrown", "eaten", "swollen", "led", "done",
    "driven", "stung", "said", "told", "seen", "known", "left", "found", "made", "sworn", "thought",
    "heard", "spent", "met", "paid", "brought", "bought", "meant", "risen", "spoken", "written", "worn",
))  # fmt: skip
"""The third forms of verbs by which "he'd" is known as "he had", but for those that are a first form too."""


def forms_of(word: str) -> set[str]:
    """A word with its regular endings; forms that do not exist do no harm, for nobody writes them."""
    if not word.isalpha() or len(word) < 3:
        return {word, *_IRREGULAR.get(word, "").split()}
    forms = {word, f"{word}s", f"{word}ed", f"{word}ing", *_IRREGULAR.get(word, "").split()}
    if word.endswith("e"):
        forms |= {f"{word}d", f"{word[:-1]}ing"}
    if word.endswith(("s", "x", "z", "ch", "sh", "o")):
        forms.add(f"{word}es")
    if word.endswith("y") and word[-2] not in "aeiou":
        forms |= {f"{word[:-1]}ies", f"{word[:-1]}ied"}
    if _doubles(word):
        forms |= {f"{word}{word[-1]}ed", f"{word}{word[-1]}ing"}
    return forms


def _doubles(word: str) -> bool:
    return word[-1] in "bdglmnprt" and word[-2] in "aeiou" and word[-3] not in "aeiou"
