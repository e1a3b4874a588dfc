"""Charts: there without a script, alive with one, and readable as words."""

import re
from collections import Counter
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from tools.visit import PHONE, WIDE, visit

from crisis_paths.argument.explanations import Explanation
from crisis_paths.framework.cases import TABLE_2
from crisis_paths.framework.sorting import Condition, groups
from crisis_paths.scrutiny.clues import clues
from crisis_paths.scrutiny.ledger import decibans, ledger
from crisis_paths.tables.reading import rows
from crisis_paths.views.appendix.timeline import case_label
from crisis_paths.views.cases.lanes import dated
from crisis_paths.views.kit.palette import LANES

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


def test_the_timeline_filters_by_years_case_and_lane(book: Path, browser: Browser, root):
    events = rows("events")
    with visit(browser, root, "chapters/appendix/timeline.html") as seen:
        figure = seen.page.locator(".livepage-chart")
        figure.locator(".livepage-wake").click()
        bars = figure.locator("svg .mark-rect.role-mark path")
        since = [event for event in events if event["date_start"] >= "2019"]
        expect(bars).to_have_count(len(since))
        figure.locator("input[type=radio]").nth(1).check()
        expect(bars).to_have_count(len(events))
        cases, lanes = figure.locator("select").all()
        for case in {event["case"] for event in events}:
            cases.select_option(label=case_label(case))
            expect(bars).to_have_count(sum(event["case"] == case for event in events))
        cases.select_option(label="all")
        for lane, actor in LANES.items():
            lanes.select_option(label=actor.label)
            expect(bars).to_have_count(sum(event["lane"] == lane for event in events))
        assert seen.errors == [] and seen.strangers == []


@pytest.mark.parametrize("viewport", [WIDE, PHONE], ids=["wide", "phone"])
@pytest.mark.parametrize("zone", ["UTC", "Asia/Shanghai", "America/Los_Angeles"])
def test_the_timeline_is_the_same_wherever_it_is_read(
    book: Path, browser: Browser, root, zone, viewport
):
    """The years have their labels, and each mark is called by the date that the article gives."""
    page = "chapters/appendix/timeline.html"
    since = [event for event in rows("events") if event["date_start"] >= "2019"]
    with visit(browser, root, page, timezone_id=zone, viewport=viewport) as seen:
        figure = seen.page.locator(".livepage-chart")
        figure.locator(".livepage-wake").click()
        expect(figure).to_have_attribute("data-state", "live")
        labels = figure.locator("svg .role-axis-label text:not([opacity='0'])")
        years = [label for label in labels.all_text_contents() if label.isdecimal()]
        # on a phone there is room for every second one
        assert years == [str(year) for year in range(2019, 2025, 1 if viewport is WIDE else 2)]
        axis = figure.locator("svg [aria-roledescription=axis]").first
        expect(axis).to_have_attribute("aria-label", re.compile("01 January 2019, 12:00:00 AM UTC"))
        marks = figure.locator("svg .mark-rect.role-mark path").evaluate_all(
            "all => all.map(one => one.getAttribute('aria-label'))"
        )
        assert Counter(mark.partition(": ")[0] for mark in marks) == Counter(map(dated, since))
        assert seen.errors == [] and seen.strangers == []


def test_the_waterfall_adds_up_as_the_ledger_does(book: Path, browser: Browser, root):
    """Without and with every group counted once, against each rival."""
    with visit(browser, root, "chapters/scrutiny/ledger.html") as seen:
        figure = seen.page.locator(".livepage-chart").first
        figure.locator(".livepage-wake").click()
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
