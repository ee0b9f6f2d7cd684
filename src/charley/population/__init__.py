"""Night cramps in people at large: what a survey says, and "people like you".

Only `people_like_you` is needed for an answer; it is plain Python. Fitting and checking read survey
folders and need the extra `batch` (numpy, polars).
"""

from charley.population.alike import people_like_you

__all__ = ["people_like_you"]
