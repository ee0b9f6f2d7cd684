"""A plan, and the clinician's page, as plain text and as Markdown."""

from __future__ import annotations

from charley.advice.clinician import ClinicianPage
from charley.advice.plan import Plan
from charley.formats.markdown import sections_markdown
from charley.formats.plan.clinician import clinician_sections
from charley.formats.plan.page import page_sections
from charley.formats.plan.sections import more_sections
from charley.formats.text import sections_text


def plan_text(plan: Plan, full: bool = False) -> str:
    """The plan for a terminal: its page, and with `full` the long form below it."""
    page = sections_text(page_sections(plan))
    return f"{page}\n{sections_text(more_sections(plan))}" if full else page


def plan_markdown(plan: Plan, full: bool = False) -> str:
    """The plan as Markdown; every text is escaped. With `full` the long form follows below a rule."""
    page = sections_markdown(page_sections(plan))
    return f"{page}\n---\n\n{sections_markdown(more_sections(plan))}" if full else page


def clinician_markdown(page: ClinicianPage) -> str:
    """The clinician's page as Markdown."""
    return sections_markdown(clinician_sections(page))
