"""Scoring on vignettes: the measures, their intervals, and the misses."""

from charley.score.report import table
from charley.score.vignettes import Report, score

__all__ = ["Report", "score", "table"]
