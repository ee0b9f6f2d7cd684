"""Intake: a story in somebody's own words becomes readings, each with the words it came from."""

from charley.intake.story import Names, read_story
from charley.intake.values import Reading, Story

__all__ = ["Names", "Reading", "Story", "read_story"]
