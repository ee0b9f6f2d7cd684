"""The API's own pages: its description, read from the OpenAPI document, with nothing from outside."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from charley_web.api import api


@require_safe
def api_docs(request: HttpRequest) -> HttpResponse:
    """Every call with its shapes."""
    return render(request, "charley/api_docs.html", {"calls": calls(), "shapes": shapes()})


@cache
def calls() -> list[dict[str, Any]]:
    """The calls of the OpenAPI document, each with its body and its answers."""
    schema = api.get_openapi_schema()
    return [
        {
            "method": method.upper(),
            "path": path,
            "summary": operation["summary"],
            "about": operation.get("description", ""),
            "body": _names(operation.get("requestBody", {})),
            "answers": [
                (status, response["description"], _names(response))
                for status, response in operation["responses"].items()
            ],
        }
        for path, operations in schema["paths"].items()
        for method, operation in operations.items()
    ]


@cache
def shapes() -> list[tuple[str, str]]:
    """Every shape as JSON schema; the long list of findings is left to GET /api/findings."""
    found = []
    for name, schema in api.get_openapi_schema()["components"]["schemas"].items():
        plain = json.loads(json.dumps(schema))
        if name == "HistoryIn":
            plain["properties"]["findings"] = {"type": "object", "description": "see GET /api/findings"}
        found.append((name, json.dumps(plain, indent=1, ensure_ascii=False)))
    return found


def _names(node: Any) -> str:
    """The names of the shapes that a part of the document refers to."""
    text = json.dumps(node, default=str)
    return ", ".join(dict.fromkeys(part.split('"')[0] for part in text.split("#/components/schemas/")[1:]))
