"""Triage: the rules' verdicts and the four voices of urgency."""

from charley.triage.rules import fired_rules, safety_questions_left, verdicts_of_all
from charley.triage.urgency import UrgencyVerdict, decide

__all__ = ["UrgencyVerdict", "decide", "fired_rules", "safety_questions_left", "verdicts_of_all"]
