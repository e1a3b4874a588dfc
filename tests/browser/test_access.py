"""Access beyond what axe can see: each page by key, by ear, enlarged, recoloured, and at rest.

The appendix on accessibility tells readers what is checked here, check by check.
"""

import ast
import re
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from markupsafe import Markup
from playwright.sync_api import Browser, Page, expect
from test_pages import ADDRESSES
from tools.visit import PHONE, WIDE, visit
from tree import Node, tree
from walks import forms, words

from explorers.explorer import Explorer
from livepage.markup import fragment, write

LOOKS = (Path(__file__).parent / "looks.js").read_text("utf-8")
TESTS = Path(__file__).parents[1]
STATEMENT = TESTS.parent / "chapters" / "appendix" / "accessibility.md"
SCHEMES = ("light", "dark")
ZOOMED = {"width": 640, "height": 450}  # what 200 % leaves of 1280 by 900
NARROW = {"width": 320, "height": 740}
UNFOLD = "() => document.querySelectorAll('.folded-section').forEach((d) => (d.open = true))"
DRAWINGS = {"image", "graphics-document"}  # a picture, and a chart that is alive


def assert_none(page: Page, check: str, where: object = "") -> None:
    """A check of ``looks.js`` finds no fault."""
    found = sorted(set(page.evaluate(f"looks.{check}()")))
    assert not found, "\n".join([f"{check} {where}", *found])


def wake(page: Page) -> None:
    """Live charts come alive when their button is pressed; wait until each has."""
    for figure in page.locator("figure:has(> .livepage-spec)").all():
        figure.locator(".livepage-wake").press("Enter")
        expect(figure).to_have_attribute("data-state", "live", timeout=15_000)
    page.evaluate("window.scrollTo(0, 0)")


THEME = "document.documentElement.dataset.theme"


def prefer(page: Page, scheme: str) -> None:
    """The system's own choice; the page follows it when it is told."""
    page.emulate_media(color_scheme=scheme)
    expect(page.locator("html")).to_have_attribute("data-theme", scheme)


# The checks, in the order in which one visit makes them


def names_and_announcements(page: Page) -> None:
    """Forms, groups and options have names, a change is announced, what is hidden is not told."""
    found = [explorer for explorer, _form in forms(page)]
    charts = page.locator("figure.livepage-chart").count()
    if not found and not charts:
        return
    page.locator("details:has(form.explorer)").evaluate_all(
        "folds => folds.forEach(fold => { fold.open = true; })"
    )
    whole = tree(page)
    if charts:
        charts_have_names(page, whole)
    told = {form.name: form for form in whole.all("form")}
    assert set(told) >= {explorer.title for explorer in found}
    for explorer in found:
        form, start = told[explorer.title], {c.name: c.start for c in explorer.choices}
        groups = {group.name: group for group in form.all("group")}
        asked = [choice for choice in explorer.choices if choice.asked(start)]
        # a layout has groups of its own: those that it names, and folds
        other = {"", *re.findall(r'role="group" aria-label="([^"]+)"', explorer.layout)}
        assert [name for name in groups if name not in other] == [words(c.question) for c in asked]
        for choice in asked:
            radios = groups[words(choice.question)].all("radio")
            offered = [one for one in choice.options if one.value in choice.offered(start)]
            labels = [words(f"{one.label} {one.hint}") for one in offered]
            assert [radio.name for radio in radios] == labels
        says(form, explorer, start)
    page.evaluate("looks.use()")
    told = {form.name: form for form in tree(page).all("form")}
    for explorer in found:
        says(told[explorer.title], explorer, {c.name: c.values[-1] for c in explorer.choices})
    page.locator("form.explorer").evaluate_all("forms => forms.forEach(form => form.reset())")


def says(form: Node, explorer: Explorer, setting: dict[str, str]) -> None:
    """What is told of an explorer in a setting is what it shows there, and nothing else."""
    whole = setting | {one.name: one.state(setting) for one in explorer.computed}
    unfolded = explorer.layout.partition("<details")[0]  # what is folded is not told
    panels = {
        live: [
            words(read_out(panel.html))
            for region in explorer.regions
            if region.live is live
            if live or not region.drawn  # a picture says nothing
            if not explorer.layout or f"{{region-{region.name}}}" in unfolded
            for panel in region.panels
            if panel.fits(whole)
        ]
        for live in (True, False)
    }
    regions = form.all("status")
    assert regions and all(region.properties["live"] == "polite" for region in regions)
    heard = packed(" ".join(region.words for region in regions))
    assert heard == packed(" ".join(panels[True]))
    if explorer.layout:  # whose own words are told as well, around them
        told = packed(form.words)
        assert all(packed(panel) in told for panel in panels[False])
        return
    controls = [form.all("group"), form.all("button")]
    asked = sum(len(packed(node.words)) for nodes in controls for node in nodes)
    silent = sum(len(packed(panel)) for panel in panels[False])
    assert len(packed(form.words)) == asked + len(heard) + silent


def read_out(html: str) -> str:
    """What is read of a panel: no drawings, and no apparatus as long as nobody asks for it."""
    panel = fragment(f"<div>{html}</div>")
    for silent in panel.select("svg, .apparatus"):
        silent.decompose()
    return Markup(write(panel)).striptags()


def packed(text: str) -> str:
    """Text without its white space, which falls otherwise in a tree than on a page."""
    return "".join(text.split())


def charts_have_names(page: Page, whole: Node) -> None:
    """Each chart has a description, and each of its controls a name."""
    described = page.eval_on_selector_all(
        ".livepage-chart svg[aria-label]", "all => all.map(d => d.getAttribute('aria-label'))"
    )
    assert len(described) == page.locator("figure.livepage-chart").count()
    told = {node.name for node in whole.walk() if node.role in DRAWINGS}
    assert all(described) and set(described) <= told
    controls = ".livepage-chart :is(select, input)"
    names = "all => all.map(c => c.labels[0]?.textContent.trim())"
    assert all(page.eval_on_selector_all(controls, names))


CONTROLS = {"button", "DisclosureTriangle", "radio", "checkbox", "combobox", "textbox", "slider"}
CONTROLS |= {"link", "searchbox"}
GROUPS = {"form", "group", "radiogroup", "region", "navigation", "complementary", "search"}
GROUPS |= {"dialog", "figure", "main", "row"}


def controls_are_told_apart(page: Page) -> None:
    """No control without a name, no two of one name in a group, no status without words."""
    whole = tree(page)
    assert [node for node in whole.walk() if node.role in CONTROLS and not node.name] == []
    assert [node for node in whole.all("status") if not node.words] == []
    seen = Counter(grouped(whole, ()))
    assert [key for key, times in seen.items() if times > 1] == []
    # what is written in a drawing: Chromium passes over it by itself, others do not
    loud = "all => all.filter(t => !t.closest('[aria-hidden=true]')).map(t => t.textContent)"
    assert page.eval_on_selector_all("svg[role=img] text", loud) == []


def grouped(node: Node, groups: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Each control but links, which may lead to one place twice: its groups, its role, its name."""
    if node.role in CONTROLS - {"link"}:
        yield (*groups, node.role, node.name)
    inner = (*groups, node.name) if node.role in GROUPS else groups
    for child in node.children:
        yield from grouped(child, inner)


def focus_is_seen(page: Page) -> None:
    """Every control and option shows the focus, and nothing lies over it."""
    page.evaluate("document.querySelectorAll('article details').forEach(d => { d.open = true; })")
    for size, scheme in ((WIDE, "light"), (PHONE, "dark")):
        page.set_viewport_size(size)
        prefer(page, scheme)
        page.keyboard.press("Tab")  # from here on a script's focus is a key's
        assert_none(page, "focus", scheme)
    page.set_viewport_size(WIDE)


def charts_follow_the_theme(page: Page) -> None:
    """Words and marks of a live chart stand out in both themes, chosen by system or button."""
    if not page.locator("figure.livepage-chart").count():
        return
    for scheme in SCHEMES:
        prefer(page, scheme)
        assert_none(page, "charts", scheme)
    prefer(page, "light")
    switch = page.get_by_role("button", name="Color mode")
    for wanted in ("dark", "light"):
        for _click in range(3):
            if page.evaluate(THEME) != wanted:
                switch.click()
        assert page.evaluate(THEME) == wanted
        assert_none(page, "charts", wanted)


def forced_colours(page: Page) -> None:
    """In colours that the reader chose: drawings, charts, choices, edges and focus are there."""
    page.evaluate("looks.use()")
    for scheme, own in (("dark", "light"), ("light", "dark")):  # and a theme that does not fit
        page.emulate_media(forced_colors="active", color_scheme=scheme)
        page.evaluate(f"{THEME} = '{own}'")
        assert_none(page, "forced", (scheme, own))
        page.keyboard.press("Tab")
        assert_none(page, "focusOfEachKind", scheme)
    page.emulate_media(forced_colors="none", color_scheme="light")
    page.evaluate(f"{THEME} = 'light'")


def enlarged_and_spaced(page: Page) -> None:
    """At 200 %, with text alone at 200 %, or with wide spacing, nothing is lost or overlaps."""
    root = "document.documentElement.style.fontSize = '{}'"
    page.set_viewport_size(ZOOMED)
    assert_none(page, "crowded", "200 %")
    page.set_viewport_size(WIDE)
    page.evaluate(root.format("200%"))
    assert_none(page, "crowded", "text at 200 %")
    page.evaluate(root.format(""))
    page.evaluate("looks.spaced(true)")
    for size in (WIDE, NARROW):
        page.set_viewport_size(size)
        assert_none(page, "crowded", f"spaced, {size}")
    page.evaluate("looks.spaced(false)")
    page.set_viewport_size(WIDE)


def nothing_moves(page: Page) -> None:
    """Nothing moves or glides for a reader who has asked for that."""
    page.evaluate("looks.use()")
    assert_none(page, "motion")


CHECKS: list[Callable[[Page], None]] = [
    names_and_announcements,
    controls_are_told_apart,
    focus_is_seen,
    nothing_moves,
    enlarged_and_spaced,
    forced_colours,
    charts_follow_the_theme,
]


# Chromium breaks down by itself once in some hundred visits; twice in a row on a busy machine.
OPENED = 4


@contextmanager
def looked_at(browser: Browser, root: str, address: str, **context: object) -> Iterator[Page]:
    """A page with ``looks.js`` in it, at rest; its folded sections are open."""
    with visit(browser, root, address, reduced_motion="reduce", **context) as seen:
        seen.page.evaluate(LOOKS)
        seen.page.evaluate(UNFOLD)
        yield seen.page
        assert seen.errors == []


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_is_open_to_everybody(browser: Browser, root, address, subtests):
    """Opened once for all checks; again, if the browser itself has broken down under them."""
    for _time in range(OPENED):
        found, crashed = checked(browser, root, address)
        if not crashed:
            break
    assert not crashed
    for name, fault in found.items():
        with subtests.test(name):
            if fault:
                raise fault


def checked(
    browser: Browser, root: str, address: str
) -> tuple[dict[str, Exception | None], list[Page]]:
    """What each check finds on a page, and whether the browser broke down.

    Chromium has done so once in some hundred visits: a segmentation fault of its own.
    """
    found: dict[str, Exception | None] = {}
    crashed: list[Page] = []
    with looked_at(browser, root, address) as page:
        page.on("crash", lambda broken: crashed.append(broken))
        wake(page)
        for check in CHECKS:
            try:
                check(page)
                found[check.__name__] = None
            except Exception as fault:  # told below, check by check
                found[check.__name__] = fault
    return found, crashed


CHARTED = [
    "chapters/argument/framework.html",
    "chapters/cases/belarus.html",
    "chapters/scrutiny/ledger.html",
]


def test_these_pages_have_charts(book: Path):
    pages = {address: (book / address).read_text("utf-8") for address in ADDRESSES}
    found = [address for address, page in pages.items() if '<figure class="livepage-chart' in page]
    assert sorted(found) == CHARTED


@pytest.mark.parametrize("address", CHARTED)
def test_without_a_script_a_chart_follows_the_system(browser: Browser, root, address):
    """The picture that was drawn when the book was built, in light and dark."""
    with looked_at(browser, root, address, javascript=False) as page:
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            assert_none(page, "charts", scheme)


SPOILED = [
    ("focus", "*:focus-visible { outline: none !important; }"),
    ("charts", ".livepage-chart svg * { fill: #eee !important; stroke: #eee !important; }"),
    ("forced", "label { outline: none !important; }"),
    ("crowded", "article p { margin-block: -2em; }"),
    ("crowded", "table.stack :is(tr, td) { display: block; width: 90%; }"),
    ("motion", ".explorer-panel { animation: livepage-appear 1s infinite !important; }"),
]


@pytest.mark.parametrize(("check", "css"), SPOILED)
def test_a_spoiled_page_would_be_noticed(browser: Browser, root, check, css):
    """Each check finds the fault that it is there for."""
    # where such a table is in sight
    address = "appendix/concordance" if "table.stack" in css else "argument/framework"
    with looked_at(browser, root, f"chapters/{address}.html") as page:
        wake(page)
        assert_none(page, check) if check != "forced" else None
        page.evaluate(
            "css => { const s = new CSSStyleSheet(); s.replaceSync(css);"
            " document.adoptedStyleSheets = [s]; }",
            css,
        )
        page.keyboard.press("Tab")
        with pytest.raises(AssertionError, match=check):
            assert_none(page, check)


def functions(path: Path) -> set[str]:
    tree = ast.parse(path.read_text("utf-8"))
    return {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


def test_the_statement_names_tests_that_there_are():
    """Each test that it names, and each check of a page, the other way round."""
    named = set(re.findall(r"`(\w+)`", STATEMENT.read_text("utf-8")))
    there = set().union(*map(functions, TESTS.rglob("test_*.py")))
    assert named <= there
    assert named >= {check.__name__ for check in CHECKS}
    assert len(named) >= 12
