"""Made-up languages that prove that every string can be translated.

`en-xa` marks and accents each translated string; `ar-xb` marks it and runs from right to left. What
stands on a page without marks is hard-coded. Only for tests; never offered to people.
"""

from __future__ import annotations

import re
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path
from struct import pack
from typing import Any

PSEUDO = {"en-xa": "Pseudo", "ar-xb": "Pseudo, right to left"}
OPEN, CLOSE = "⟦", "⟧"

_KEEP = re.compile(r"(%\(\w+\)[sd]|%[sd%]|\{\w*\}|<[^>]+>|&\w+;|\n)")
_ACCENTED = str.maketrans("aceinosuyACEINOSUY", "áçéíñöšúýÁÇÉÍÑÖŠÚÝ")


def accented(text: str) -> str:
    """Marked and accented text; places for values and markup stay as they are."""
    if not text.strip():
        return text
    parts = _KEEP.split(text)
    return OPEN + "".join(p if _KEEP.fullmatch(p) else p.translate(_ACCENTED) for p in parts) + CLOSE


class PseudoTranslations(GNUTranslations):
    """A catalogue that holds every message there could be."""

    def __init__(self, language: str) -> None:
        super().__init__(BytesIO(_empty_catalogue()))
        self._language = language
        self._to_language = language

    def language(self) -> str:
        return self._language

    def to_language(self) -> str:
        return self._to_language

    def gettext(self, message: str) -> str:
        return accented(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return accented(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:
        return accented(message)

    def npgettext(self, context: str, msgid1: str, msgid2: str, n: int) -> str:
        return accented(msgid1 if n == 1 else msgid2)


def install(languages: Any) -> None:
    """Register the made-up languages that the settings name."""
    from django.utils.translation import trans_real

    for code, _ in languages:
        if code in PSEUDO:
            trans_real._translations[code] = PseudoTranslations(code)  # type: ignore[attr-defined]


def write_empty_catalogues(folder: Path) -> Path:
    """Catalogues without messages: Django offers only a language that has a file."""
    for code in PSEUDO:
        language, _, region = code.partition("-")
        path = folder / f"{language}_{region.upper()}" / "LC_MESSAGES" / "django.mo"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(_empty_catalogue())
    return folder


def _empty_catalogue() -> bytes:
    """The smallest .mo file: a header that names the encoding and nothing else."""
    header = b"Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=n != 1;\n"
    sizes = pack("<7I", 0x950412DE, 0, 1, 28, 36, 0, 44)
    return sizes + pack("<4I", 0, 44, len(header), 45) + b"\x00" + header + b"\x00"
