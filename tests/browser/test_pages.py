"""Every built page: asks nobody, says no error, is accessible, and fits a phone."""

import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser
from tools.visit import PHONE, WIDE, pages, served, visit

RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}}
# Bytes after gzip, and requests, that a page may cost before its reader scrolls.
PAGE = (200_000, 18)
CHARTS = 520_000  # a page whose live charts have been reached


def settle(page) -> None:
    """Scroll to the end, so that whatever wakes up on the way does."""
    page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    page.wait_for_load_state("networkidle")


def arrive(page) -> None:
    """The same where only the look matters: there is nothing to wait for but live charts."""
    if page.locator(".livepage-chart script").count():
        settle(page)


def sideways(page) -> int:
    """How far the page can be scrolled sideways, in pixels."""
    return page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )


def test_there_are_pages(book: Path):
    assert {"index.html", "chapters/argument/framework.html", "search.html"} <= set(pages(book))


@pytest.mark.parametrize("javascript", [True, False], ids=["script", "no-script"])
@pytest.mark.parametrize("kind", ["http", "file"])
def test_every_page_keeps_quiet_and_fits_a_phone(book, browser: Browser, root, kind, javascript):
    """It asks nobody and says no error; nor does it scroll sideways, narrow or made wider."""
    start = root if kind == "http" else book.as_uri() + "/"
    for address in pages(book):
        narrow = {"width": 320, "height": 740}
        with visit(browser, start, address, viewport=narrow, javascript=javascript) as seen:
            settle(seen.page)
            for width in (320, 360, 768, 1280):
                seen.page.set_viewport_size({"width": width, "height": 740})
                assert sideways(seen.page) <= 0, (address, width)
            assert seen.strangers == [], address
            assert seen.errors == [], address


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_axe_finds_nothing(book, browser: Browser, root, scheme, size):
    """Every rule at both sizes and in both schemes; colours in each pair of the two."""
    whole = (size is WIDE) is (scheme == "light")
    options = RULES if whole else {"runOnly": ["color-contrast"]}
    for address in pages(book):
        # axe is put into the page by the test, which the page's own policy rightly forbids
        with visit(
            browser, root, address, color_scheme=scheme, viewport=size, bypass_csp=True
        ) as seen:
            arrive(seen.page)
            assert seen.page.evaluate("document.documentElement.dataset.theme") == scheme
            found = Axe().run(seen.page, options=options)
            assert found.violations_count == 0, f"{address}\n{found.generate_report()}"


def test_pages_are_light_their_links_lead_somewhere_and_ids_are_unique(book, browser, root):
    """A page is light until a live chart is in sight; an explorer's page is light in any case."""
    ids, links = {}, {}
    for address in pages(book):
        with visit(browser, root, address, viewport=PHONE) as seen:
            seen.page.wait_for_load_state("networkidle")
            weight = seen.weight(book, root)
            live = any("vega" in name for name in weight)
            assert sum(weight.values()) <= (CHARTS if live else PAGE[0]), (address, weight)
            assert len(seen.requested) <= PAGE[1], (address, seen.requested)
            assert not (live and seen.page.locator("[data-explorer=path]").count()), address
            arrive(seen.page)
            weight = seen.weight(book, root)
            assert sum(weight.values()) <= CHARTS, (address, weight)
            ids[address] = seen.page.eval_on_selector_all("[id]", "all => all.map(e => e.id)")
            links[address] = seen.page.eval_on_selector_all(
                "a[href]", "all => all.map(a => [a.href, a.getAttribute('href')])"
            )
    for address, found in ids.items():
        assert sorted(set(found)) == sorted(found), address
    for address, found in links.items():
        for url, written in found:
            if not url.startswith(root):
                continue
            path, _, fragment = url.removeprefix(root).partition("#")
            path = path.partition("?")[0] or "index.html"
            assert (book / path).is_file(), (address, written)
            if fragment and path.endswith(".html"):
                assert fragment in ids[path], (address, written)


def test_every_page_carries_a_policy_that_forbids_strangers_and_eval(book):
    for address in pages(book):
        page = (book / address).read_text("utf-8")
        (policy,) = re.findall(
            r'<meta content="([^"]*)" http-equiv="Content-Security-Policy"', page
        )
        assert policy.startswith("default-src 'self'"), address
        assert "unsafe-eval" not in policy and "http" not in policy, address


def test_it_reads_in_print_without_a_control(book, browser: Browser, root):
    """On paper the text twin stands in for the controls, whole."""
    with visit(browser, root) as seen:
        seen.page.emulate_media(media="print")
        assert not seen.page.locator(".explorer-choices").first.is_visible()
        rows = seen.page.locator(".twin tbody tr")
        seen.page.pdf()  # fires beforeprint, as a reader's own printing does
        assert rows.count() == 8


def test_a_visitor_sees_the_explorer_without_scrolling(book, browser: Browser, root):
    for size in (WIDE, PHONE):
        with visit(browser, root, viewport=size) as seen:
            first = seen.page.locator("form.explorer fieldset").first.bounding_box()
            assert first["y"] + first["height"] <= size["height"]


def test_a_stranger_would_be_noticed(browser: Browser, tmp_path: Path):
    """The watch itself works: a page that asks elsewhere is caught."""
    (tmp_path / "index.html").write_text('<img src="http://example.org/x.png">', "utf-8")
    with served(tmp_path) as address, visit(browser, address) as seen:
        assert seen.strangers == ["http://example.org/x.png"]
        assert seen.errors
