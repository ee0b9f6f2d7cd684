"""Who people are, many at once: the groups of `charley.people`, and what each cause's prior hangs on."""

from __future__ import annotations

from dataclasses import dataclass
from math import isnan

import numpy as np

from charley.history import Answer, History
from charley.many.logic import NO, UNKNOWN, YES, Bytes, Mask
from charley.many.parts import NOT_PREGNANT, PREGNANT, RECENT_BIRTH, SEXES
from charley.many.sheet import Numbers, Places, Sheet
from charley.network.priors import prior_shares
from charley.people import ADULT
from charley.records.causes import Cause

MALE = SEXES.index("male")
BANDS = (16.0, 40.0, 45.0, 65.0)
"""Ages between which no prior changes."""

ANSWERS = {NOT_PREGNANT: "no", RECENT_BIRTH: "had a baby in the last 6 weeks", PREGNANT: "pregnant now"}


@dataclass(frozen=True, slots=True)
class Who:
    """Groups of the people of a sheet. The three masks are the states of pregnancy still possible."""

    sheet: Sheet
    pregnant: Mask
    recent_birth: Mask
    neither: Mask

    @property
    def pregnancy_unknown(self) -> Mask:
        """More than one state is possible."""
        unknown: Mask = (self.pregnant.astype(np.int8) + self.recent_birth + self.neither) > 1
        return unknown

    def concerns(self, group: str) -> Bytes:
        """Whether a question or rule for `group` is for each person: see `charley.people.concerns`."""
        match group:
            case "everyone":
                return np.full(self.sheet.people, YES, np.uint8)
            case "clinician":
                return np.full(self.sheet.people, NO, np.uint8)
            case "pregnant":
                return _truth(~(self.recent_birth | self.neither), ~self.pregnant)
            case "pregnant_or_recent_birth":
                return _truth(~self.neither, ~(self.pregnant | self.recent_birth))
            case "can_be_pregnant":
                return self._may_be_pregnant()
            case "age_10_to_55_not_recorded_male":
                return self._fertile_age()
            case "child":
                return _truth(self.sheet.age < ADULT, self.sheet.age >= ADULT)
            case "adult" | "age_16_plus":
                return _truth(self.sheet.age >= ADULT, self.sheet.age < ADULT)
        raise ValueError(f"no such group of people: {group}")

    def _may_be_pregnant(self) -> Bytes:
        told, settled = self.sheet.fertile, ~self.pregnancy_unknown
        yes = (told == 1) | ((told < 0) & settled & ~self.neither)
        return _truth(yes, (told == 0) | ((told < 0) & settled & self.neither))

    def _fertile_age(self) -> Bytes:
        age, male = self.sheet.age, self.sheet.sex == MALE
        inside = (age >= 10) & (age <= 55)
        return _truth(inside & ~male, male | ~(inside | np.isnan(age)))


def who(sheet: Sheet) -> Who:
    """Who the people of a sheet are."""
    age, told = sheet.age, sheet.pregnant
    neither = (told == NOT_PREGNANT) | (sheet.fertile == 0) | (age < 10) | (age > 55) | (sheet.sex == MALE)
    neither &= (told != PREGNANT) & (told != RECENT_BIRTH)
    open_ = ~neither & (told != PREGNANT) & (told != RECENT_BIRTH)
    return Who(
        sheet,
        (told == PREGNANT) | (open_ & ~sheet.not_pregnant_now),
        (told == RECENT_BIRTH) | open_,
        neither | open_,
    )


def _truth(yes: Mask, no: Mask) -> Bytes:
    return np.where(yes, YES, np.where(no, NO, UNKNOWN)).astype(np.uint8)


def priors(people: Who, causes: tuple[Cause, ...]) -> tuple[Numbers, Places]:
    """Rows of prior shares, and which of them is each person's. Few differ."""
    sheet = people.sheet
    band = np.searchsorted(BANDS, np.nan_to_num(sheet.age, nan=-1.0), side="right") + 1
    band[np.isnan(sheet.age)] = 0
    states = people.pregnant * 1 + people.recent_birth * 2 + people.neither * 4
    key = (band * len(SEXES) + sheet.sex) * 8 + states
    _, first, row = np.unique(key, return_index=True, return_inverse=True)
    return np.array([prior_shares(causes, _one(sheet, int(i))) for i in first]).reshape(-1, len(causes)), row


def _one(sheet: Sheet, place: int) -> History:
    """One person, as far as priors look."""
    answers: dict[str, Answer] = {}
    if sheet.pregnant[place]:
        answers["pregnant"] = ANSWERS[int(sheet.pregnant[place])]
    if sheet.fertile[place] >= 0:
        answers["can_be_pregnant"] = bool(sheet.fertile[place])
    age = float(sheet.age[place])
    return History(
        age=None if isnan(age) else age,
        sex=SEXES[sheet.sex[place]],
        not_pregnant_now=bool(sheet.not_pregnant_now[place]),
        answers=answers,
    )
