"""What the shapes of several files share: levels, codes, factors."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from charley.library.shapes import Text

Level = Literal["self_care", "routine", "within_days", "same_day", "emergency_now"]


Factor = Annotated[float, Field(gt=0)]


def _icd_code(code: str) -> str:
    if not re.fullmatch(r"[A-Z][0-9][0-9A-Z](\.[0-9A-Z]{1,4})?", code):
        raise ValueError(f"'{code}' is no ICD-10-CM code; one looks like G47.62")
    return code


def _icd_prefix(code: str) -> str:
    return code if re.fullmatch("[A-Z][0-9]", code) else _icd_code(code)


IcdCode = Annotated[Text, AfterValidator(_icd_code)]
IcdPrefix = Annotated[Text, AfterValidator(_icd_prefix)]
