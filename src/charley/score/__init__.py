"""Scoring on vignettes: the measures, their intervals, and the misses."""

from charley.score.report import table
from charley.score.utterances import score_utterances, utterance_table
from charley.score.vignettes import Report, score

__all__ = ["Report", "score", "score_utterances", "table", "utterance_table"]
