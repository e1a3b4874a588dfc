"""The appendix says what the tables say, whole."""

import re
from html import unescape

import pytest
from markupsafe import escape

from crisis_paths.errors import CrisisPathsError
from crisis_paths.tables.reading import folder, names, rows
from crisis_paths.tables.schema import codebook
from crisis_paths.tables.sources import sources_in
from crisis_paths.views.appendix.codebook import codebook_page
from crisis_paths.views.appendix.fact_checks import VERDICTS, checks
from crisis_paths.views.appendix.glossary import glossary
from crisis_paths.views.kit.dates import in_words


def test_the_glossary_has_every_term_in_both_languages():
    page = glossary()
    for term in rows("terms"):
        for form in (page.html, page.text, page.markdown):
            assert term["zh"] in form and term["en"] in form
    assert page.markdown.startswith("```{glossary}\n")
    assert page.markdown.count("\n\n") == len(rows("terms")) - 1  # one entry a term


def test_the_codebook_has_every_field_of_every_table_and_every_download():
    page = codebook_page("../../data")
    for table in codebook(folder()).values():
        assert f"{{download}}`{table.name}.csv <../../data/{table.name}.csv>`" in page.markdown
        for field in table.fields:
            assert f"| `{field.name}` | {field.description} |" in page.markdown
            assert f"<code>{field.name}</code>" in page.html
    assert len(page.text.splitlines()) == len(names())


def test_each_source_of_a_check_leads_to_its_own_address_and_says_of_which_kind_it_is():
    shown = "".join(checks(verdict).html for verdict in VERDICTS)
    links = dict(re.findall(r'<a href="([^"]+)">([^<]+)</a>', shown))
    assert not [address for address in links if re.search(r"\s|;\s", unescape(address))]
    for check in rows("checks"):
        for source in sources_in(check):
            if source.kind:
                link = f'href="{escape(source.address)}">{escape(source.name)}</a>'
                assert f"{link} ({source.kind.label})" in shown


def test_each_check_with_an_address_says_when_its_sources_were_seen():
    shown = "".join(checks(verdict).html for verdict in VERDICTS)
    dated = [check["seen"] for check in rows("checks") if check["seen"]]
    assert re.findall(r"<small>seen ([^<]+)</small>", shown).count(in_words(dated[0])) == len(dated)


def test_the_checks_are_all_there_once():
    shown = [line for verdict in VERDICTS for line in checks(verdict).text.splitlines()]
    assert len(shown) == len(rows("checks"))
    for check in rows("checks"):
        assert escape(check["claim"]) in checks(check["verdict"]).html
    with pytest.raises(CrisisPathsError, match="no verdict 'maybe'; there are: differs"):
        checks("maybe")


def test_what_the_article_prints_wrongly_is_recorded():
    differs = checks("differs").text
    assert "candidate" in differs and "associate" in differs
