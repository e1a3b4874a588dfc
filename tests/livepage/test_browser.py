"""The built fixture book in a real browser: served and from disk, light and dark, with and
without JavaScript."""

import gzip
from contextlib import contextmanager
from time import sleep

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from tools.visit import READY

from older import older

NAMES = [
    "index.html",
    "formulas.html",
    "tables.html",
    "part/nested.html",
    "charts.html",
    "explorer.html",
    "panels.html",
    "words.html",
    "genindex.html",
    "search.html",
]
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]
# left out by default as experimental; the theme failed it
RULES = {
    "runOnly": {"type": "tag", "values": TAGS},
    "rules": {"label-content-name-mismatch": {"enabled": True}},
}
WATCH_POLICY = """
window.violations = [];
document.addEventListener("securitypolicyviolation", e => violations.push(e.violatedDirective));
"""


@pytest.fixture(params=["http", "file"])
def root(request, site, built) -> str:
    return site if request.param == "http" else built.html.as_uri() + "/"


@contextmanager
def visit(browser, url, *, width=1280, javascript=True, scheme="light"):
    """Open a page in a browser of its own and note what it asks for and says."""
    context = browser.new_context(
        viewport={"width": width, "height": 800},
        java_script_enabled=javascript,
        color_scheme=scheme,
        reduced_motion="reduce",
    )
    page = context.new_page()
    page.asked, page.said = [], []
    page.on("request", lambda request: page.asked.append(request.url))
    page.on("pageerror", lambda error: page.said.append(str(error)))
    page.on("console", lambda m: page.said.append(m.text) if m.type == "error" else None)
    if javascript:
        page.add_init_script(WATCH_POLICY)
    page.goto(url, wait_until="load")
    if javascript:
        page.wait_for_function(READY)
    try:
        yield page
    finally:
        context.close()


def wake_charts(page) -> None:
    for figure in page.locator("figure:has(.livepage-spec)").all():
        figure.get_by_role("button").click()
        expect(figure.locator(".livepage-live svg")).to_be_visible(timeout=15_000)


@pytest.mark.parametrize("name", NAMES)
def test_a_page_asks_nobody_and_says_no_error(browser, root, name):
    with visit(browser, root + name) as page:
        wake_charts(page)
        assert [url for url in page.asked if not url.startswith((root, "data:"))] == []
        assert not [url for url in page.asked if url.endswith((".woff2", ".woff", ".ttf"))]
        assert page.said == []
        assert page.evaluate("violations") == []
        assert page.evaluate("getComputedStyle(document.querySelector('main')).display") != "inline"


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 360)])
@pytest.mark.parametrize("name", NAMES)
def test_axe_finds_nothing(browser, site, name, scheme, width):
    with visit(browser, site + name, scheme=scheme, width=width) as page:
        wake_charts(page)
        assert page.evaluate("document.documentElement.dataset.theme") == scheme
        found = Axe().run(page, options=RULES)
        assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("place", [".bd-sidebar-primary", ".bd-article"])
def test_a_link_can_be_read_while_it_is_pointed_at(browser, site, place, scheme):
    with visit(browser, site + "index.html", scheme=scheme) as page:
        link = page.locator(f"{place} a[href]:visible").last
        before = link.evaluate("a => getComputedStyle(a).color")
        link.hover()
        assert link.evaluate("a => getComputedStyle(a).color") != before
        found = Axe().run(page, options={"runOnly": ["color-contrast"]})
        assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("javascript", [True, False], ids=["script", "no-script"])
@pytest.mark.parametrize("name", NAMES)
def test_no_page_scrolls_sideways(browser, site, name, javascript):
    with visit(browser, site + name, width=320, javascript=javascript) as page:
        for width in (320, 360, 768):
            page.set_viewport_size({"width": width, "height": 800})
            wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
            assert page.evaluate(wide) <= 0, width


def test_a_chart_is_a_picture_first_and_then_its_controls_work(browser, root):
    with visit(browser, root + "charts.html") as page:
        figure = page.locator("figure:has(.livepage-spec)")
        figure.scroll_into_view_if_needed()
        page.wait_for_load_state("networkidle")
        assert figure.locator("> svg").count() == 1
        assert not [url for url in page.asked if "livepage-vega" in url]
        wake_charts(page)
        assert figure.locator("> svg").count() == 0
        assert len([url for url in page.asked if "livepage-vega" in url]) == 1

        faint = "ps => ps.map(p => Number(p.getAttribute('opacity') ?? 1) < 0.5)"
        bars = figure.locator(".mark-rect.role-mark path")
        assert bars.evaluate_all(faint) == [False, True, True]
        radio = figure.get_by_role("radiogroup", name="Show").get_by_role("radio", name="z")
        radio.check()
        expect(bars.nth(2)).to_have_attribute("opacity", "1")
        assert bars.evaluate_all(faint) == [True, True, False]
        assert page.said == []
        assert page.evaluate("violations") == []


def test_a_chart_stays_a_picture_where_its_bundle_fails(browser, site):
    with visit(browser, site + "index.html") as page:
        page.route("**/livepage-vega.js", lambda route: route.abort())
        page.goto(site + "charts.html")
        figure = page.locator("figure:has(.livepage-spec)")
        figure.get_by_role("button").click()
        expect(figure).to_have_attribute("data-state", "still")
        expect(figure.locator("> svg")).to_be_visible()


def test_a_chart_comes_alive_by_keys_and_the_focus_goes_on_in_it(browser, site):
    with visit(browser, site + "charts.html") as page:
        figure = page.locator("figure:has(.livepage-spec)")
        figure.get_by_role("button").focus()
        expect(figure.locator("> svg")).to_be_visible()
        page.keyboard.press("Enter")
        expect(figure).to_have_attribute("data-state", "live")
        assert figure.locator("input:focus").count() == 1
        assert figure.get_by_role("button").count() == 0


def test_charts_follow_the_dark_theme(browser, site):
    with visit(browser, site + "charts.html", scheme="dark") as page:
        wake_charts(page)
        colours = page.eval_on_selector_all(
            ".livepage-chart .role-axis-label text", "all => all.map(t => getComputedStyle(t).fill)"
        )
        base = page.evaluate("getComputedStyle(document.querySelector('.bd-article')).color")
        assert set(colours) == {base}


def test_the_vega_bundle_leaves_one_name(browser, built):
    page = browser.new_page()
    before = set(page.evaluate("Object.getOwnPropertyNames(window)"))
    page.add_script_tag(path=built.html / "_static" / "livepage-vega.js")
    after = set(page.evaluate("Object.getOwnPropertyNames(window)"))
    page.close()
    assert after - before == {"livepageVegaEmbed"}


@pytest.mark.parametrize("javascript", [True, False], ids=["script", "no-script"])
def test_an_explorer_needs_no_script(browser, root, javascript):
    with visit(browser, root + "explorer.html", javascript=javascript) as page:
        shown = page.locator(".explorer-panel:visible")
        expect(shown).to_have_text("It is dry and calm.")
        page.get_by_label("wet").check()
        expect(shown).to_have_text("It is wet and calm.")
        page.keyboard.press("Enter")
        expect(shown).to_have_text("It is wet and calm.")
        sizes = page.eval_on_selector_all(
            ".explorer-choice label", "all => all.map(l => l.getBoundingClientRect().height)"
        )
        assert min(sizes) >= 44


def test_where_has_is_missing_a_script_stands_in(browser, site):
    """Each change, the way back, a step back and a link: as everywhere, by the form's own rules."""
    with older(browser, site + "explorer.html#shop-weather=wet") as page:
        shown = page.locator(".explorer-panel:visible")
        expect(shown).to_have_text("It is wet and calm.")
        page.get_by_label("stormy and rather long").check()
        expect(shown).to_have_text("It is wet and stormy.")
        page.wait_for_function("() => location.hash.includes('stormy')")
        page.go_back()
        expect(shown).to_have_text("It is wet and calm.")
        page.get_by_role("button", name="Again").click()
        expect(shown).to_have_text("It is dry and calm.")
        expect(page.locator(".livepage-unfit")).to_be_hidden()


def test_without_has_and_without_a_script_the_words_stand_in(browser, site):
    with older(browser, site + "explorer.html", javascript=False) as page:
        expect(page.locator(".livepage-unfit")).to_be_visible()
        assert page.locator("form.explorer *:visible").count() == 0
        page.locator(".explorer-alternative summary").click()
        expect(page.locator(".explorer-alternative td").first).to_be_visible()


def test_with_has_nobody_is_told_what_it_takes(browser, site):
    for javascript in (True, False):
        with visit(browser, site + "explorer.html", javascript=javascript) as page:
            expect(page.locator(".livepage-unfit")).to_be_hidden()
            assert not [url for url in page.asked if "livepage-has" in url]


def test_a_page_is_laid_out_even_if_the_script_that_says_so_fails(browser, site):
    """From the height of its text to the contents beside it."""
    context = browser.new_context(viewport={"width": 800, "height": 600})
    context.route("**/livepage.js", lambda route: route.abort())
    page = context.new_page()
    page.goto(site + "part/nested.html")
    page.wait_for_function("() => 'painted' in document.documentElement.dataset")
    skipped = "e => getComputedStyle(e).contentVisibility !== 'visible'"
    assert not page.locator("body *").evaluate_all(f"all => all.some({skipped})")
    context.close()


def test_a_page_opened_by_a_link_is_whole_if_its_explorers_come_last(browser, root):
    """Their script lays out what is not in sight; the page's own may have done so before."""
    with visit(browser, root + "index.html") as page:
        page.route("**/livepage-explorers.js", lambda route: (sleep(0.5), route.continue_()))
        page.goto(root + "explorer.html#shop-weather=none")
        expect(page.locator(".livepage-notice")).not_to_be_empty()
        assert page.evaluate("document.documentElement.dataset.painted") == "whole"


def test_no_two_buttons_that_copy_code_are_called_alike(browser, site):
    with visit(browser, site + "part/nested.html") as page:
        buttons = page.locator("button.copybtn")
        assert buttons.evaluate_all("all => all.map(b => b.getAttribute('aria-label'))") == [
            "Copy to clipboard: A page in a folder",
            "Copy to clipboard: Words from elsewhere (汉字)",
        ]


def test_what_copies_code_comes_with_the_code(browser, site):
    with visit(browser, site + "explorer.html") as page:
        assert page.locator("button.copybtn").count() == 0
        assert not [url for url in page.asked if "livepage-copy" in url]
        page.locator("#livepage-apparatus").check()
        expect(page.locator("button.copybtn").first).to_be_attached()
        assert page.said == []


def test_the_note_on_a_bad_link_goes_when_the_reader_goes_on(browser, site):
    with visit(browser, site + "explorer.html#shop-weather=none") as page:
        note = page.locator(".livepage-notice")
        expect(note).to_contain_text("asks for a setting that this page does not have")
        page.evaluate("location.hash = 'main-content'")
        expect(note).to_be_empty()


def test_paper_shows_the_text_alternative_and_no_control(browser, site):
    with visit(browser, site + "explorer.html", scheme="dark") as page:
        page.emulate_media(media="print")
        assert not page.locator(".explorer-choice").first.is_visible()
        assert page.locator(".explorer-alternative tbody tr").count() == 4
        page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
        expect(page.locator(".explorer-alternative td").first).to_be_visible()
        page.evaluate("window.dispatchEvent(new Event('afterprint'))")
        assert page.locator(".explorer-alternative[open]").count() == 0
        colour = "getComputedStyle(document.documentElement).getPropertyValue('--pst-color-{}')"
        assert page.evaluate(colour.format("background")) == "#fff"


def test_stacked_tables_become_cards_on_a_phone(browser, site):
    with visit(browser, site + "tables.html", width=360) as page:
        cell = page.locator("table.stack tbody td").first
        assert cell.evaluate("c => getComputedStyle(c).display") == "block"
        assert cell.evaluate("c => getComputedStyle(c, '::before').content") == '"Country"'
        box = page.get_by_role("region", name="A wide table")
        assert box.evaluate("b => b.scrollWidth > b.clientWidth && b.tabIndex === 0")


def test_the_contents_are_in_reach_on_a_phone(browser, root):
    with visit(browser, root + "index.html", width=360) as page:
        page.locator(".primary-toggle:visible").click()
        link = page.get_by_role("link", name="Formulas").first
        expect(link).to_be_visible()
        link.click()
        expect(page).to_have_title("Formulas — A book for trying things out")


def test_without_javascript(browser, root):
    with visit(browser, root + "index.html", width=360, javascript=False, scheme="dark") as page:
        sidebar = page.locator(".bd-sidebar-primary")
        expect(sidebar.get_by_role("link", name="Charts")).to_be_visible()
        assert page.locator(".pst-js-only:visible, .sidebar-toggle:visible").count() == 0
        dark = page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert dark == "rgb(18, 18, 18)"
    with visit(browser, root + "search.html", javascript=False) as page:
        expect(page.locator("noscript .admonition")).to_be_visible()
        expect(page.locator("main input[name=q]")).to_be_visible()


def test_the_contents_close_by_escape_beside_them_and_by_a_link_of_the_page(browser, site):
    with visit(browser, site + "part/nested.html", width=360) as page:
        toggle, bar = page.locator(".primary-toggle:visible"), page.locator(".bd-sidebar-primary")
        whole = bar.inner_html()
        drawer = page.get_by_role("dialog", name="Toggle primary sidebar")
        for leave in (
            lambda: page.keyboard.press("Escape"),
            lambda: page.mouse.click(350, 400),
            lambda: drawer.locator("a[href='#']").click(),
        ):
            toggle.press("Enter")
            expect(drawer).to_be_visible()
            assert drawer.locator(":focus").count() == 1
            leave()
            expect(drawer).to_be_hidden()
            expect(toggle).to_be_focused()
            assert page.locator("#pst-primary-sidebar").inner_html() == whole


def test_a_menu_folds_by_itself_and_closes_when_the_reader_goes_on(browser, site):
    for javascript in (True, False):
        with visit(browser, site + "part/nested.html", javascript=javascript) as page:
            menu = page.locator(".dropdown-download-buttons .dropdown-menu")
            fold = page.locator(".dropdown-download-buttons summary")
            expect(menu).to_be_hidden()
            fold.press("Enter")
            expect(menu).to_be_visible()
            if not javascript:
                continue
            page.keyboard.press("Escape")
            expect(menu).to_be_hidden()
            expect(fold).to_be_focused()
            fold.click()
            page.locator("h1").last.click()
            expect(menu).to_be_hidden()


@pytest.mark.parametrize("allowed", [True, False])
def test_code_is_copied_also_where_the_clipboard_is_kept_from_pages(browser, site, allowed):
    with visit(browser, site + "part/nested.html") as page:
        page.evaluate(
            """allowed => {
                window.copied = [];
                Object.defineProperty(navigator, "clipboard", { value: allowed
                    ? { writeText: async text => copied.push(text) } : undefined });
                document.execCommand = () => copied.push(String(document.activeElement.value));
            }""",
            allowed,
        )
        button = page.locator("button.copybtn").first
        button.click()
        expect(button).to_have_attribute("data-tooltip", "Copied!")
        code = page.locator("div.highlight pre").first.text_content()
        assert page.evaluate("copied") == [code.removesuffix("\n")]
        assert page.said == []


def test_searching_from_any_page_finds_pages(browser, root):
    with visit(browser, root + "part/nested.html") as page:
        page.locator(".bd-sidebar-primary .search-button__button").click()
        field = page.locator("#pst-search-dialog input[name=q]")
        field.fill("formulas")
        field.press("Enter")
        expect(page.locator("#search-results a").first).to_have_text("Formulas")
        assert page.said == []


def test_the_theme_switch_and_the_printing_button_work(browser, site):
    with visit(browser, site + "part/nested.html") as page:
        switch = page.get_by_role("button", name="Color mode")
        switch.click()
        switch.click()
        assert page.evaluate("document.documentElement.dataset.theme") in ("light", "dark")
        page.evaluate("window.print = () => { window.printed = true; }")
        page.locator(".dropdown-download-buttons summary").click()
        page.locator("[data-livepage-action=print]").click()
        assert page.evaluate("window.printed")


@pytest.mark.parametrize("name", [n for n in NAMES if n not in ("charts.html", "search.html")])
def test_a_page_without_charts_is_light(browser, built, site, name):
    with visit(browser, site + name) as page:
        page.wait_for_load_state("networkidle")
        asked = {url for url in page.asked if url.startswith(site)}
        files = [built.html / url.removeprefix(site).partition("?")[0] for url in asked]
        assert len(page.asked) <= 8
        assert sum(len(gzip.compress(f.read_bytes(), 6)) for f in files) <= 40_000
