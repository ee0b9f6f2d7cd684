"""A plan, and the clinician's page, as one self-contained HTML page for print: nothing from outside."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from typing import get_args

from charley.advice.clinician import ClinicianPage
from charley.advice.plan import Plan
from charley.advice.plan_texts import plan_texts
from charley.formats.plan.clinician import clinician_sections
from charley.formats.plan.code import qr_image, summary
from charley.formats.plan.page import page_sections
from charley.formats.plan.pictures import pictures
from charley.formats.plan.sections import more_sections
from charley.formats.plan.style import STYLE
from charley.formats.sections import Section
from charley.records.plan_texts import Action
from charley.records.rules import Urgency


def plan_html(plan: Plan, full: bool = False) -> str:
    """The plan's page: care in a box on top, the parts below it, drawings and QR code at the end.

    With `full` the long form follows from the second page on.
    """
    care, *rest = page_sections(plan)
    urgent = " urgent" if plan.urgency >= Urgency.SAME_DAY else ""
    body = [
        f"<h1>{escape(plan.title)}</h1>",
        f'<div class="care{urgent}">{"".join(_blocks(care.lines))}</div>',
        f"<main>{''.join(_brief(section) for section in rest)}</main>",
        f'<div class="strip">{_pictures(plan)}{_code(summary(plan))}</div>',
    ]
    if full:
        title, *more = more_sections(plan)
        lines = "".join(_blocks(title.lines))
        body.append(f'<div class="more"><h1>{escape(title.title)}</h1>{lines}</div>')
        body.append(f'<div class="main">{"".join(_section(section) for section in more)}</div>')
    return _page("Leg cramps: your plan", body)


def _pictures(plan: Plan) -> str:
    return "".join(
        f'<figure><img src="{one.address}" alt="{escape(f"{one.name}. {one.says}")}">'
        f"<figcaption>{escape(one.name)}</figcaption></figure>"
        for one in pictures(plan)
    )


def _code(text: str) -> str:
    return (
        f'<div class="code"><img src="{qr_image(text)}" alt="{escape(f"Code that holds: {text}")}">'
        "<p>The square holds the summary of this page. It leads to no website.</p></div>"
    )


def clinician_html(page: ClinicianPage) -> str:
    """The clinician's page for print."""
    head, *rest = clinician_sections(page)
    urgent = " urgent" if page.urgency >= Urgency.SAME_DAY else ""
    body = [
        f"<h1>{escape(head.title)}</h1>",
        f'<div class="care{urgent}">{"".join(_blocks(head.lines))}</div>',
        f'<main class="dense">{"".join(_section(section) for section in rest)}</main>',
    ]
    return _page("Leg cramps: page for a clinician", body)


def _page(title: str, body: Iterable[str]) -> str:
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{escape(title)}</title>'
        f'<meta name="author" content="Charley"><style>{STYLE}</style></head>'
        f"<body>{''.join(body)}</body></html>"
    )


def _brief(section: Section) -> str:
    """A part of the page: only the action of a danger sign is bold, as all else in bold would hide it."""
    text = _section(section).replace("<strong>", "").replace("</strong>", "")
    for action in (escape(plan_texts().texts[f"do-{id_}"]) for id_ in get_args(Action)):
        text = text.replace(f"<li>{action}:", f"<li><strong>{action}:</strong>")
    return text


def _section(section: Section) -> str:
    return f"<section><h2>{escape(section.title)}</h2>{''.join(_blocks(section.lines))}</section>"


def _blocks(lines: Iterable[str]) -> Iterator[str]:
    """Plain lines as paragraphs, and items with their details as a list."""
    items: list[tuple[str, list[str]]] = []
    for line in lines:
        if line.startswith("- "):
            items.append((line[2:], []))
        elif line.startswith("  ") and items:
            items[-1][1].append(line[2:])
        else:
            yield from _list(items)
            items = []
            yield f"<p>{escape(line.strip())}</p>"
    yield from _list(items)


def _list(items: list[tuple[str, list[str]]]) -> Iterator[str]:
    if items:
        yield "<ul>" + "".join(_entry(title, details) for title, details in items) + "</ul>"


def _entry(title: str, details: list[str]) -> str:
    if not details:
        return f"<li>{escape(title)}</li>"
    below = "".join(f"<p>{escape(detail)}</p>" for detail in details)
    return f"<li><strong>{escape(title)}</strong>{below}</li>"
