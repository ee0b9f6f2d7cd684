"""Pages of causes, rules, findings, tests and sources."""

from __future__ import annotations

from charley.formats.conditions import in_words
from charley.formats.pages.knowledge import cause_page, finding_page, rule_page, source_page, test_page
from charley.records.library import Library

test_page.__test__ = False  # type: ignore[attr-defined]  # a page of a test is no test


def test_a_cause_shows_its_prior_its_evidence_and_every_source(library: Library) -> None:
    for cause in library.causes.values():
        page = cause_page(cause, library)
        assert page.startswith(f"{cause.name}\n{cause.clinical_name} (ICD-10-CM {cause.icd10cm}")
        assert cause.summary in page
        assert all(f"  {in_words(e.condition, library)}: " in page for e in cause.evidence), cause.id
        assert all(f"against: {in_words(a.condition, library)}" in page for a in cause.argues_against)
        assert all(f"[{source}]" in page for source in cause.sources), cause.id
        assert all(sign in page for sign in cause.look_for), cause.id


def test_a_rule_says_when_it_holds_what_it_tells_and_on_which_sources(library: Library) -> None:
    for rule in library.red_flags.values():
        page = rule_page(rule, library)
        assert page.startswith(f"{rule.id}: {rule.level.word}, for {rule.applies_to.replace('_', ' ')}\n")
        assert f"Holds when: {in_words(rule.when, library)}\n" in page
        assert f"Tells: {rule.tell}\n" in page
        assert all(f"[{source}]" in page for source in rule.sources), rule.id


def test_a_finding_shows_its_question_its_backgrounds_and_what_it_speaks_for(library: Library) -> None:
    page = finding_page(library.findings["one_leg_swollen"], library)
    assert library.findings["one_leg_swollen"].question in page
    assert f"Yes among people who ask: {library.findings['one_leg_swollen'].background.value:g}" in page  # type: ignore[union-attr]
    assert library.causes["dvt"].name in page
    for finding in library.findings.values():
        page = finding_page(finding, library)
        assert all(f"  {option.value}" in page for option in finding.options), finding.id
        if finding.ask_if is not None:
            assert f", when {in_words(finding.ask_if, library)}" in page


def test_a_test_says_when_it_is_worth_it(library: Library) -> None:
    for test in library.tests.values():
        page = test_page(test, library)
        assert page.startswith(f"{test.name}\n{test.lay}\n")
        assert f"Worth it: {test.worth_it_when}" in page
        assert all(f"Mind: {caveat}" in page for caveat in test.caveats)


def test_a_source_names_the_causes_that_rest_on_it(library: Library) -> None:
    dvt = library.causes["dvt"]
    assert "dvt" in source_page(library.sources[dvt.sources[0]], library).splitlines()[-1]
    unused = next(
        source
        for source in library.sources.values()
        if not any(source.id in cause.sources for cause in library.causes.values())
    )
    assert source_page(unused, library).endswith("Used by: no cause")
