"""Every built page: asks nobody, says no error, is accessible, and fits a phone."""

import re
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from urllib.parse import parse_qsl, unquote

import pytest
import yaml
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect
from tools.budgets import (
    CHART_BYTES,
    HEAVY_BYTES,
    PAGE_BYTES,
    PAGE_ELEMENTS,
    PAGE_REQUESTS,
    PAGE_SHIFT,
    SEARCH_BYTES,
)
from tools.visit import PHONE, READY, WIDE, Visit, pages, served, visit
from walks import TWINS, by_keyboard, by_mouse, forms, set_by_hand, walk_all

from every_explorer import EXPLORERS
from livepage.markup import parse

ROOT = Path(__file__).parents[2]
TOC = yaml.safe_load((ROOT / "_toc.yml").read_text("utf-8"))
CHAPTERS = [chapter["file"] for part in TOC["parts"] for chapter in part["chapters"]]
TEXTS = [f"{name}.html" for name in (TOC["root"], *CHAPTERS)]
ADDRESSES = [*TEXTS, "search.html"]
MISSING = "404.html"  # what a server shows where there is no page; from disk it has no meaning

RULES = {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}
COLOURS = ["color-contrast"]


def settle(page) -> None:
    """Scroll to the end, so that whatever wakes up on the way does."""
    page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    page.wait_for_load_state("networkidle")


def arrive(page) -> None:
    """The same where only the look matters: there is nothing to wait for but live charts."""
    page.evaluate("document.querySelectorAll('.folded-section').forEach((d) => (d.open = true))")
    # all at once, by script: one that the pointer wakes has no button left to press
    page.evaluate("document.querySelectorAll('.livepage-wake').forEach((b) => b.click())")
    settle(page)


def written(book: Path, address: str) -> str:
    """A page as it is delivered."""
    return (book / address).read_text("utf-8")


def test_the_pages_are_those_of_the_contents(book: Path):
    """And the search: what is not in this list is not visited."""
    assert sorted(pages(book)) == sorted([*ADDRESSES, MISSING])


def test_each_page_is_described_in_a_sentence_of_its_own(book: Path):
    """Short enough to be shown whole beside a link."""
    said = {}
    for address in TEXTS:
        page = written(book, address)
        (said[address],) = re.findall(r'<meta content="([^"]+)" name="description"', page)
        assert f'<meta content="{said[address]}" property="og:description"' in page
        assert 40 <= len(unescape(said[address])) <= 160, address
    assert len(set(said.values())) == len(said)


def test_no_form_holds_an_output(book: Path):
    """Set back, a form makes one text of all that is in its outputs; Chromium alone does not."""
    held = "form output, output[form]"
    assert [a for a in pages(book) if parse(written(book, a)).select(held)] == []


def test_only_a_known_repository_is_offered_to_readers(book: Path):
    """While `_config.yml` names none, no page has what needs one."""
    known = yaml.safe_load((ROOT / "_config.yml").read_text("utf-8"))["repository"]["url"]
    for address in TEXTS:
        page = written(book, address)
        for word in ('rel="canonical"', "og:url", "og:image", "/issues/new"):
            assert (word in page) == bool(known), (address, word)
        notebook = (ROOT / address).with_suffix(".ipynb").exists()
        for service in ("mybinder.org/v2", "colab.research"):
            assert (service in page) == bool(known and notebook), (address, service)


@dataclass(frozen=True)
class Places:
    """What a link to a page may point to, before any script: its ids, and its options."""

    ids: frozenset[str]
    options: frozenset[tuple[str, str]]


@pytest.fixture(scope="session")
def places(book: Path) -> dict[str, Places]:
    """The places of every page."""
    found = {}
    for address in pages(book):
        page = written(book, address)
        inputs = re.findall(r"<input[^>]*>", page)
        named = (dict(re.findall(r'\s(name|value)="([^"]*)"', one)) for one in inputs)
        found[address] = Places(
            frozenset(re.findall(r'\sid="([^"]+)"', page)),
            frozenset((one.get("name", ""), one.get("value", "")) for one in named),
        )
    return found


def assert_light(seen: Visit, book: Path, root: str, address: str) -> None:
    """A page is light until a reader sets a chart of it; then the chart library comes as well."""
    allowed = HEAVY_BYTES.get(address, PAGE_BYTES)
    settle(seen.page)
    weight = seen.weight(book, root)
    assert sum(weight.values()) <= allowed, weight
    assert len(seen.requested) <= PAGE_REQUESTS, seen.requested
    elements = seen.page.locator("*").count()
    assert elements <= PAGE_ELEMENTS, elements
    if seen.page.locator(".livepage-wake").count():
        arrive(seen.page)
        weight = seen.weight(book, root)
        assert any("vega" in name for name in weight)
        assert sum(weight.values()) <= CHART_BYTES, weight


def assert_links_lead_somewhere(
    page: Page, root: str, book: Path, places: dict[str, Places]
) -> None:
    """To a page, to a place in it, or to a setting of an explorer that it has."""
    ids = page.eval_on_selector_all("[id]", "all => all.map(e => e.id)")
    assert sorted(set(ids)) == sorted(ids)
    links = page.eval_on_selector_all(
        "a[href]", "all => all.map(a => [a.href, a.getAttribute('href')])"
    )
    for url, text in links:
        if not url.startswith(root):
            continue
        path, _, fragment = url.removeprefix(root).partition("#")
        path = unquote(path.partition("?")[0]) or "index.html"
        assert (book / path).is_file(), text
        if "=" in fragment:
            assert set(parse_qsl(fragment, strict_parsing=True)) <= places[path].options, text
        elif fragment and path.endswith(".html"):
            assert fragment in places[path].ids, text


def assert_fits(page: Page) -> None:
    """Nothing scrolls sideways, narrow or made wider."""
    for width in (320, 768, 1280, 360):
        page.set_viewport_size({"width": width, "height": 740})
        over = page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        )
        assert over <= 0, width


@pytest.mark.parametrize(
    ("kind", "javascript", "how"),
    [
        ("http", True, by_mouse),
        ("file", True, None),
        ("http", False, None),
        ("file", False, by_keyboard),
    ],
    ids=["http", "file", "http-no-script", "file-no-script"],
)
@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_keeps_quiet_fits_and_says_what_the_modules_say(
    book, browser: Browser, root, places, address, kind, javascript, how
):
    """However it came and whether it has scripts or not; opened once for all of it.

    It asks nobody and says no error; it is light and its links lead somewhere; it never scrolls
    sideways; each explorer of it, in every combination, shows what its module says, and every
    option can be set by hand: by mouse with scripts, by keyboard without.
    """
    start = root if kind == "http" else book.as_uri() + "/"
    narrow = {"width": 320, "height": 740}
    with visit(browser, start, address, viewport=narrow, javascript=javascript) as seen:
        if start == root and javascript:
            assert_light(seen, book, root, address)
            assert_links_lead_somewhere(seen.page, root, book, places)
        settle(seen.page)
        assert_fits(seen.page)
        for explorer, form in forms(seen.page):
            walk_all(form, explorer)
            if how and explorer.name not in TWINS:
                set_by_hand(form, explorer, how)
        assert seen.strangers == []
        assert seen.errors == []


def test_every_explorer_is_on_a_page(book: Path):
    """And none that the tests do not know: a visit to its page would fail."""
    met = set()
    for address in pages(book):
        met |= set(re.findall(r'<form[^>]* data-explorer="([^"]+)"', written(book, address)))
    assert met == set(EXPLORERS)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("address", [*ADDRESSES, MISSING])
def test_axe_finds_nothing(browser: Browser, root, address, scheme):
    """Every rule at both sizes and in both schemes; colours in each pair of the two."""
    first, then = (WIDE, PHONE) if scheme == "light" else (PHONE, WIDE)
    # axe is put into the page by the test, which the page's own policy rightly forbids
    with visit(
        browser, root, address, color_scheme=scheme, viewport=first, bypass_csp=True
    ) as seen:
        assert seen.page.evaluate("document.documentElement.dataset.theme") == scheme
        for size, rules in ((first, RULES), (then, COLOURS)):
            seen.page.set_viewport_size(size)
            arrive(seen.page)
            # only what is wrong is told in full: telling the rest takes longer than finding it
            found = Axe().run(seen.page, options={"runOnly": rules, "resultTypes": ["violations"]})
            assert found.violations_count == 0, f"{size}\n{found.generate_report()}"


def test_every_page_carries_a_policy_that_forbids_strangers_and_eval(book):
    for address in pages(book):
        page = (book / address).read_text("utf-8")
        (policy,) = re.findall(
            r'<meta content="([^"]*)" http-equiv="Content-Security-Policy"', page
        )
        assert policy.startswith("default-src 'self'"), address
        assert "unsafe-eval" not in policy and "http" not in policy, address


SHIFTS = """window.shifted = [];
new PerformanceObserver(list => list.getEntries().forEach(one => one.hadRecentInput
    || shifted.push([one.value, ...one.sources.map(s => s.node?.outerHTML?.slice(0, 80))])
)).observe({ type: "layout-shift", buffered: true });"""


@pytest.mark.parametrize("address", ADDRESSES)
def test_nothing_moves_while_a_page_comes_in(browser: Browser, root, address):
    for width, height in ((360, 740), (1280, 900), (1280, 1100)):
        context = browser.new_context(viewport={"width": width, "height": height})
        page = context.new_page()
        page.add_init_script(SHIFTS)
        page.goto(root + address, wait_until="load")
        page.wait_for_function(READY)
        page.evaluate("() => new Promise(done => setTimeout(done, 100))")
        shifted = page.evaluate("shifted")
        context.close()
        assert sum(shift[0] for shift in shifted) <= PAGE_SHIFT, (width, height, shifted)


def test_a_search_is_light(book: Path, browser: Browser, root):
    with visit(browser, root, "search.html?q=balance") as seen:
        expect(seen.page.locator("#search-results li").first).to_be_visible()
        weight = seen.weight(book, root)
        own = {name: size for name, size in weight.items() if not name.startswith("chapters/")}
        assert sum(own.values()) <= SEARCH_BYTES, own


def test_it_reads_in_print_without_a_control(book, browser: Browser, root):
    """On paper the text alternative stands in for the controls, whole."""
    with visit(browser, root, "chapters/argument/framework.html") as seen:
        seen.page.emulate_media(media="print")
        assert not seen.page.locator(".explorer-choices").first.is_visible()
        rows = seen.page.locator("form[data-explorer=path] ~ .explorer-alternative tbody tr")
        seen.page.pdf()  # fires beforeprint, as a reader's own printing does
        assert rows.count() == 8


def test_a_visitor_sees_the_explorer_without_scrolling(book, browser: Browser, root):
    for size in (WIDE, PHONE):
        with visit(browser, root, viewport=size) as seen:
            first = seen.page.locator("form.explorer fieldset").first.bounding_box()
            assert first["y"] + first["height"] <= size["height"]


def test_the_frame_works_by_its_own_script(browser: Browser, root):
    """The contents of the page follow the reader, the search opens by its key, menus by a click."""
    with visit(browser, root, "chapters/argument/explanations.html") as seen:
        page = seen.page
        active = page.locator(".page-toc .nav-link.active").last
        page.locator("h2", has_text="Your bet").evaluate("h => h.scrollIntoView()")
        expect(active).to_have_text("Your bet")
        page.locator("h2", has_text="Objections").evaluate("h => h.scrollIntoView()")
        expect(active).to_have_text("Objections")
        menu = page.locator(".dropdown-download-buttons .dropdown-menu")
        page.locator(".dropdown-download-buttons .dropdown-toggle").click()
        expect(menu).to_be_visible()
        page.keyboard.press("Escape")
        expect(menu).to_be_hidden()
        page.keyboard.press("Control+k")
        expect(page.locator("#pst-search-dialog")).to_be_visible()
        assert seen.errors == []


def test_a_stranger_would_be_noticed(browser: Browser, tmp_path: Path):
    """The watch itself works: a page that asks elsewhere is caught."""
    (tmp_path / "index.html").write_text('<img src="http://example.org/x.png">', "utf-8")
    with served(tmp_path) as address, visit(browser, address) as seen:
        assert seen.strangers == ["http://example.org/x.png"]
        assert seen.errors
