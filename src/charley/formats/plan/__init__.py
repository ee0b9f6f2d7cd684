"""Formats of a plan: text, Markdown, JSON, an accessible PDF, a calendar, and the clinician's page."""
