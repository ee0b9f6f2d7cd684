"""The QR code of a plan: it carries the summary itself, and no address of any host."""

from __future__ import annotations

from charley.advice.plan import Plan
from charley.records.rules import Urgency

MOST_BYTES = 420
"""About what a phone reads easily from a square of 3 cm."""


def summary(plan: Plan) -> str:
    """The plan in a few lines: level, likely causes, medicines to ask about, sessions. No name, no id."""
    lines = [f"Charley plan {plan.on.isoformat()}", f"{plan.title}."]
    if plan.urgency < Urgency.SAME_DAY and plan.likely:
        lines.append("Likely: " + "; ".join(cause.name for cause in plan.likely[:2]) + ".")
    names = [name for one in plan.medicines.found for name in one.names]
    if names:
        lines.append("Medicines to ask about: " + ", ".join(dict.fromkeys(names)) + ".")
    if plan.sessions is not None:
        lines.append(f"Bedtime stretches, {plan.sessions.nights} nights.")
    lines.append("Information, not a diagnosis.")
    return _cut("\n".join(lines))


def _cut(text: str) -> str:
    raw = text.encode()
    return text if len(raw) <= MOST_BYTES else raw[: MOST_BYTES - 4].decode(errors="ignore") + " …"


def qr_image(text: str) -> str:
    """The QR code of a text as an image inside the page itself (a data address)."""
    import segno

    return str(segno.make(text, error="m", micro=False).svg_data_uri(border=2, dark="#000", light="#fff"))
