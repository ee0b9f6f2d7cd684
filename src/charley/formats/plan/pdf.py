"""Accessible tagged PDF (PDF/UA-1) of a plan and of the clinician's page."""

from __future__ import annotations

from charley.advice.clinician import ClinicianPage
from charley.advice.plan import Plan
from charley.formats.plan.html import clinician_html, plan_html

VARIANT = "pdf/ua-1"


def plan_pdf(plan: Plan, full: bool = False) -> bytes:
    """The plan as PDF/UA-1, with title, language, tags, described drawings and a described QR code.

    One page; with `full` the long form from the second page on. Needs the extra `pdf`.
    """
    return _pdf(plan_html(plan, full))


def clinician_pdf(page: ClinicianPage) -> bytes:
    """The clinician's page as PDF/UA-1."""
    return _pdf(clinician_html(page))


def _pdf(html: str) -> bytes:
    from weasyprint import HTML  # type: ignore[import-untyped]
    from weasyprint.urls import URLFetcher  # type: ignore[import-untyped]

    only_within = URLFetcher(allowed_protocols={"data"})  # no file is read and no host is asked
    document = HTML(string=html, url_fetcher=only_within).write_pdf(pdf_variant=VARIANT)
    return bytes(document or b"")
