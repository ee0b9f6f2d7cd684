"""Months, weekdays, feasts and other days by which people tell when something was."""

from __future__ import annotations

from datetime import date

MONTHS = {
    "january": 1, "jan": 1, "february": 2, "feb": 2, "march": 3, "mar": 3, "april": 4, "apr": 4, "may": 5,
    "june": 6, "jun": 6, "july": 7, "jul": 7, "august": 8, "aug": 8, "september": 9, "sept": 9, "sep": 9,
    "october": 10, "oct": 10, "november": 11, "nov": 11, "december": 12, "dec": 12,
}  # fmt: skip
FEASTS = {
    "spring": (4, 1), "summer": (7, 1), "autumn": (10, 1), "fall": (10, 1), "winter": (1, 1),
    "christmas": (12, 25), "xmas": (12, 25), "easter": (4, 10), "halloween": (10, 31), "hallowe": (10, 31),
    "thanksgiving": (11, 25), "diwali": (11, 1), "hogmanay": (12, 31), "lent": (3, 1), "whitsun": (5, 25),
    "valentines": (2, 14), "bonfire": (11, 5), "remembrance": (11, 8), "ramadan": (2, 18),
}  # fmt: skip
"""Month and day; of what moves about or lasts, a day in its middle or at its beginning."""

LONG_FEASTS = {
    ("new", "year"): (1, 1), ("new", "years"): (1, 1), ("mother", "'s", "day"): (3, 15),
    ("mothers", "day"): (3, 15), ("father", "'s", "day"): (6, 21), ("fathers", "day"): (6, 21),
    ("bank", "holiday"): (8, 31), ("half", "term"): (10, 26), ("clocks", "went", "back"): (10, 25),
    ("clocks", "went", "forward"): (3, 29), ("clocks", "changed"): (10, 25), ("boxing", "day"): (12, 26),
    ("bonfire", "night"): (11, 5), ("guy", "fawkes"): (11, 5), ("remembrance", "sunday"): (11, 8),
    ("pancake", "day"): (2, 17), ("shrove", "tuesday"): (2, 17), ("labor", "day"): (9, 7),
    ("memorial", "day"): (5, 25), ("school", "holidays"): (8, 1), ("summer", "holidays"): (8, 1),
    ("turn", "of", "the", "year"): (1, 1),
}  # fmt: skip
"""The same for names of several words; what comes more than once stands at its last time in a year."""

ONCE = {"lockdown": date(2020, 3, 23), "pandemic": date(2020, 3, 11), "millennium": date(2000, 1, 1)}
"""What everybody dates things by and came once."""

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SHORT_WEEKDAYS = {
    "mon": 0,
    "tue": 1,
    "tues": 1,
    "wed": 2,
    "weds": 2,
    "thu": 3,
    "thur": 3,
    "thurs": 3,
    "fri": 4,
}

LONG_FIRST = frozenset(words[0] for words in LONG_FEASTS)
