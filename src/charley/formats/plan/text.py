"""A plan, and the clinician's page, as plain text and as Markdown."""

from __future__ import annotations

from charley.advice.clinician import ClinicianPage
from charley.advice.plan import Plan
from charley.formats.markdown import sections_markdown
from charley.formats.plan.clinician import clinician_sections
from charley.formats.plan.sections import plan_sections
from charley.formats.text import sections_text


def plan_text(plan: Plan) -> str:
    """The plan for a terminal."""
    return sections_text(plan_sections(plan))


def plan_markdown(plan: Plan) -> str:
    """The plan as Markdown; every text is escaped."""
    return sections_markdown(plan_sections(plan))


def clinician_markdown(page: ClinicianPage) -> str:
    """The clinician's page as Markdown."""
    return sections_markdown(clinician_sections(page))
