"""Further cases: coded by us, predicted by the framework, and kept apart from the article's."""

import pytest
from tools import check_data

from crisis_paths.framework import predict
from crisis_paths.framework.cases import TABLE_2
from crisis_paths.scrutiny.coding_sheet import CodingSheet
from crisis_paths.scrutiny.further_cases import further_cases
from crisis_paths.tables.reading import rows
from crisis_paths.views.scrutiny import further_cases as views
from crisis_paths.views.scrutiny.further_cases import further_cases as shown
from invented import MARENA, VELIA

LOST = VELIA | {"outcome": "unmanageable"}


def test_the_articles_cases_stay_the_articles():
    added = {found.case.id for found in further_cases()}
    titles = {found.case.title for found in further_cases()}
    assert added & {row["case"] for row in rows("cases")} == set()
    assert titles & {row.case for row in CodingSheet.article().rows} == set()
    assert len(TABLE_2) == 5


def test_the_table_is_read_and_the_framework_asked():
    assert [found.case.id for found in further_cases()] == [
        row["case"] for row in rows("further_cases")
    ]
    (velia, marena) = further_cases([VELIA, MARENA])
    for found in (velia, marena):
        path = predict(found.case.balance, found.case.control)
        assert found.case.path.outcome is path.outcome
        assert (found.case.section, found.case.anchor) == ("", "")
    assert (velia.as_predicted, marena.as_predicted) == (True, False)


@pytest.mark.parametrize(
    ("table", "said"),
    [
        (
            [VELIA],
            "All ended as the framework predicts. With the article’s five, the formula nearest to"
            " the cases is weak and adjusted (WEAK*ADJUSTED), and the shortest weak and adjusted"
            " (WEAK*ADJUSTED).",
        ),
        (
            [LOST],
            "The framework predicts another outcome for: Velia 2031. With the article’s five, the"
            " formula nearest to the cases is weak (WEAK), and the shortest weak (WEAK).",
        ),
        (
            [VELIA, MARENA],
            "The framework predicts another outcome for: Marena 2032. Both outcomes stand in one"
            " cell (weak and adjusted): no formula fits all cases.",
        ),
    ],
)
def test_the_page_says_what_they_do_to_the_formula(table, said):
    page = shown(further_cases(table))
    *lines, last = page.text.splitlines()
    assert last == said and said in page.html.unescape()
    for row, line in zip(table, lines, strict=True):
        for form in (line, page.html):
            assert all(row[name] in form for name in ("name", "evidence", "against", "source"))


def test_what_contributors_write_is_escaped():
    page = shown(further_cases([VELIA | {"source": "<script>"}]))
    assert "<script>" not in page.html and "&lt;script&gt;" in page.html


def test_without_any_case_the_page_says_so(monkeypatch):
    monkeypatch.setattr(views, "added_cases", tuple)
    assert shown().text == "No case has been added so far."


def test_a_case_of_the_article_and_a_year_that_is_not_the_names_are_refused(monkeypatch):
    table = (VELIA | {"case": "belarus_2020"}, MARENA | {"year": "2033"})
    monkeypatch.setattr(
        check_data, "rows", lambda name: table if name == "further_cases" else rows(name)
    )
    assert list(check_data.further_faults()) == [
        "further_cases.csv, line 2, case: cases.csv has 'belarus_2020' already.",
        "further_cases.csv, line 2, year: '2031', but the case is named 'belarus_2020'.",
        "further_cases.csv, line 3, year: '2033', but the case is named 'marena_2032'.",
    ]
