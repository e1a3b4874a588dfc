"""Charts: there without a script, alive with one, and readable as words."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from tools.visit import visit

from crisis_paths.argument.explanations import Explanation
from crisis_paths.framework.cases import TABLE_2
from crisis_paths.framework.sorting import Condition, groups
from crisis_paths.scrutiny.clues import clues
from crisis_paths.scrutiny.ledger import decibans, ledger

RIVALS = [found for found in Explanation if found is not Explanation.FRAMEWORK]
CHAPTER = "chapters/argument/framework.html"


def test_without_a_script_the_chart_is_a_drawing(book: Path, browser: Browser, root):
    with visit(browser, root, CHAPTER, javascript=False) as seen:
        chart = seen.page.locator(".livepage-chart svg").first
        expect(chart).to_be_visible()
        words = chart.text_content()
        assert all(case.title in words for case in TABLE_2.values())


@pytest.mark.parametrize("kind", ["http", "file"])
def test_the_control_regroups_the_cases(book: Path, browser: Browser, root, kind):
    start = root if kind == "http" else book.as_uri() + "/"
    with visit(browser, start, CHAPTER) as seen:
        figure = seen.page.locator(".livepage-chart").first
        figure.locator(".livepage-wake").click()
        radios = figure.locator("input[type=radio]")
        expect(radios).to_have_count(len(Condition))
        for number, condition in enumerate(Condition):
            radios.nth(number).check()
            for group in groups(condition):
                expect(figure.locator("svg text", has_text=group).first).to_be_visible()
            assert radios.nth(number).evaluate("r => r.labels.length") == 1
        assert seen.errors == [] and seen.strangers == []


def test_the_waterfall_adds_up_as_the_ledger_does(book: Path, browser: Browser, root):
    """Without and with every group counted once, against each rival."""
    with visit(browser, root, "chapters/scrutiny/ledger.html") as seen:
        seen.page.locator(".folded-section:has(.livepage-chart) > summary").click()
        figure = seen.page.locator(".livepage-chart").first
        figure.hover()  # which wakes it; its button may be gone before it could be pressed
        total = figure.locator("svg text", has_text="After all clues")
        selects = figure.locator("select")
        expect(selects).to_have_count(3 + 2 * len(clues("ukraine_2022")))
        rival, _, once = selects.all()[:3]
        for explanation in RIVALS:
            rival.select_option(label=explanation.label)
            account = ledger("ukraine_2022", explanation)
            for index, odds in enumerate((account.odds, account.cautious)):
                once.select_option(index=index)
                expect(total.first).to_contain_text(f"{decibans(odds):+.1f}")
        assert seen.errors == [] and seen.strangers == []
