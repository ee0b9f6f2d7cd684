"""Where the numbers come from: the library's own pages on a cause, a rule, a test or a source."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from charley.formats.conditions import in_words
from charley.records.numbers import Number, Source
from charley_web import reads


@require_safe
def cause(request: HttpRequest, id_: str) -> HttpResponse:
    """One cause: what it is, its mechanism, and every number behind it with its source."""
    library = reads.library()
    found = library.causes.get(id_)
    if found is None:
        raise Http404
    numbers = [("", found.prior)] + [(in_words(e.condition, library), e.chance) for e in found.evidence]
    context = {
        "cause": found,
        "prior": found.prior,
        "numbers": [(says, number, _source(number)) for says, number in numbers[1:]],
        "prior_source": _source(found.prior),
        "figures": [(figure, library.sources.get(figure.source)) for figure in found.figures],
        "sources": [library.sources[s] for s in found.sources if s in library.sources],
        "tests": [library.tests[t] for t in found.confirmed_by if t in library.tests],
    }
    return render(request, "charley/cause.html", context)


@require_safe
def rule(request: HttpRequest, id_: str) -> HttpResponse:
    """One safety rule: when it holds, why, and where it comes from."""
    library = reads.library()
    found = library.red_flags.get(id_)
    if found is None:
        raise Http404
    context = {
        "rule": found,
        "when": in_words(found.when, library),
        "figures": [(figure, library.sources.get(figure.source)) for figure in found.figures],
        "sources": [library.sources[s] for s in found.sources if s in library.sources],
        "suspected": [library.causes[c] for c in found.suspected if c in library.causes],
    }
    return render(request, "charley/rule.html", context)


def _source(number: Number) -> Source | None:
    return reads.library().sources.get(number.source)
