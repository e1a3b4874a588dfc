"""What opens when it is asked for: sources and code by one switch, a term where it is."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from test_explorers import HAND, SCREEN
from tools.visit import pages, visit

from livepage.markup import parse

PAGE = "chapters/cases/belarus.html"
SWITCH = "#livepage-apparatus"
SEEN = "what => [...document.querySelectorAll(what)].filter(e => e.checkVisibility()).length"
CODE = ".bd-article div.cell > details.hide"
SOURCES = ".bd-article .evidence .apparatus"
HEIGHT = "() => document.documentElement.scrollHeight"


def seen(page: Page, what: str) -> int:
    return page.evaluate(SEEN, what)


def opened_folds(page: Page) -> None:
    page.evaluate("() => document.querySelectorAll('details').forEach(fold => (fold.open = true))")


@pytest.mark.parametrize("size", [HAND, SCREEN], ids=["phone", "wide"])
@pytest.mark.parametrize("javascript", [True, False], ids=["script", "no script"])
def test_sources_and_code_are_shown_by_one_key(browser: Browser, root: str, size, javascript):
    with visit(browser, root, PAGE, viewport=size, javascript=javascript) as found:
        page = found.page
        switch = page.locator(SWITCH)
        expect(switch).not_to_be_checked()
        assert seen(page, CODE) == 0 == seen(page, ".bd-article .apparatus")
        before = page.evaluate(HEIGHT)
        switch.focus()
        page.keyboard.press("Space")
        expect(switch).to_be_checked()
        assert seen(page, CODE) > 3 and page.evaluate(HEIGHT) > before
        page.keyboard.press("Space")
        assert seen(page, CODE) == 0 and page.evaluate(HEIGHT) == before


def test_what_is_not_asked_for_is_not_in_the_tree_and_not_on_paper(browser: Browser, root: str):
    with visit(browser, root, PAGE, viewport=SCREEN) as found:
        page = found.page
        opened_folds(page)
        assert "Hide the code" not in page.locator("body").aria_snapshot()
        page.emulate_media(media="print")
        assert seen(page, CODE) == 0 == seen(page, ".bd-article .apparatus")
        page.emulate_media(media="screen")
        page.locator(SWITCH).check()
        assert "Hide the code" in page.locator("body").aria_snapshot()
        page.emulate_media(media="print")
        assert seen(page, CODE) > 3 and seen(page, SOURCES) > 3


def test_a_term_opens_where_it_is_and_closes_by_a_key(browser: Browser, root: str):
    for javascript in (True, False):
        with visit(browser, root, "index.html", viewport=HAND, javascript=javascript) as found:
            page = found.page
            term = page.locator(".livepage-term").first
            about = page.locator(f"#{term.get_attribute('popovertarget')}")
            expect(about).to_be_hidden()
            expect(page.locator(".livepage-plain").first).to_be_hidden()
            term.focus()
            page.keyboard.press("Enter")
            expect(about).to_be_visible()
            expect(about.locator("a")).to_have_attribute(
                "href",
                "chapters/appendix/glossary.html#"
                + about.get_attribute("id").removeprefix("about-"),
            )
            assert len(about.inner_text()) > 60
            box = about.bounding_box()
            assert box["x"] >= 0 and box["x"] + box["width"] <= HAND["width"]
            page.keyboard.press("Escape")
            expect(about).to_be_hidden()


def test_on_paper_a_term_is_a_word(browser: Browser, root: str):
    with visit(browser, root, "index.html", viewport=SCREEN) as found:
        page = found.page
        page.emulate_media(media="print")
        assert seen(page, ".livepage-term") == 0 < seen(page, ".livepage-plain")
        assert seen(page, ".livepage-about") == 0


@pytest.mark.parametrize("where", ["index.html", PAGE, "chapters/appendix/rules.html"])
def test_every_part_of_the_contents_is_in_sight(browser: Browser, root: str, where):
    """For instructors is one of them."""
    with visit(browser, root, where, viewport=SCREEN) as found:
        page = found.page
        part = page.locator(".livepage-part > summary", has_text="For instructors").first
        expect(part).to_be_in_viewport()
        part.focus()
        page.keyboard.press("Enter")
        expect(page.locator(".livepage-part[open] a", has_text="Session plans")).to_be_visible()


def test_nothing_to_read_is_called_apparatus(book: Path):
    """A cell is hidden with its code if it only computes; never a table, a list or a form."""
    read = ", ".join(f".cell.apparatus .cell_output {one}" for one in ("table", "dl", "ul", "form"))
    assert [a for a in pages(book) if parse((book / a).read_text("utf-8")).select(read)] == []
