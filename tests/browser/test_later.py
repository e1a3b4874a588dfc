"""What closed folds hold comes when they are opened, and works as if it had been there."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from tools.visit import visit
from walks import click, expected, shown, start, stepped

from every_explorer import EXPLORERS
from livepage.markup import parse, select
from livepage.volume.paper import put_in_place

BENCH = "chapters/scrutiny/one_coding.html"
LEDGER = "chapters/scrutiny/ledger.html"
CASE = "chapters/cases/belarus.html"
PLACE = "chapters/follows/multivector.html"
KEPT = "noscript.livepage-later"
SECOND = ".benches > details > summary"
ADJUSTED = {"belarus-2020-balance": "adjusted"}
# opens a fold; the length of its words when it is first drawn open
DRAWN = """() => new Promise((told) => {
    const fold = document.querySelector("details.explorer-alternative:has(> noscript)");
    const look = () => fold.open ? told(fold.innerText.length) : requestAnimationFrame(look);
    fold.querySelector("summary").click();
    requestAnimationFrame(look);
})"""


def kept(page: Page) -> int:
    return page.locator(KEPT).count()


@pytest.mark.parametrize("key", ["click", "Enter"])
def test_an_opened_fold_holds_its_words_at_once_and_for_good(browser: Browser, root, key):
    with visit(browser, root, CASE) as seen:
        page = seen.page
        fold = page.locator("form ~ details.explorer-alternative").first
        assert fold.locator("> noscript").count() == 1
        before = kept(page)
        if key == "click":
            assert page.evaluate(DRAWN) > 500
        else:
            fold.locator("> summary").press(key)
        expect(fold.locator("li").first).to_be_visible()
        assert kept(page) == before - 1
        count = fold.locator("li").count()
        for _close_and_open in range(2):
            fold.locator("> summary").click()
        assert fold.locator("li").count() == count > 10
        assert seen.errors == []


def test_a_second_explorer_sets_the_address_and_is_set_by_it(browser: Browser, root):
    explorer = EXPLORERS["bench-b"]
    with visit(browser, root, BENCH) as seen:
        page, form = seen.page, seen.page.locator("[data-explorer=bench-b]")
        assert form.count() == 0
        page.locator(SECOND).click()
        click(form, explorer, ADJUSTED)
        assert stepped(page, root + BENCH).endswith("#bench-b-belarus-2020-balance=adjusted")
        assert shown(form) == expected(explorer, start(explorer) | ADJUSTED)
        page.go_back()
        assert shown(form) == expected(explorer, start(explorer))
        page.go_forward()
        assert shown(form) == expected(explorer, start(explorer) | ADJUSTED)
        form.locator("button[type=reset]").click()
        page.wait_for_function("() => !location.hash")
        assert shown(form) == expected(explorer, start(explorer))
    with visit(browser, root, f"{BENCH}#bench-b-belarus-2020-balance=adjusted") as seen:
        form = seen.page.locator("[data-explorer=bench-b]")
        expect(form.locator("label:visible").first).to_be_visible()
        assert shown(form) == expected(explorer, start(explorer) | ADJUSTED)
        expect(seen.page.locator("article > .livepage-notice")).to_be_empty()
        # while the page is open, too
        seen.page.goto("about:blank")
        seen.page.goto(root + BENCH)
        seen.page.evaluate("() => { location.hash = 'bench-b-belarus-2020-balance=adjusted'; }")
        assert shown(form) == expected(explorer, start(explorer) | ADJUSTED)
        seen.page.evaluate("() => { location.hash = 'bench-b-belarus-2020-balance=none'; }")
        expect(seen.page.locator("article > .livepage-notice")).to_contain_text("does not have")
        assert seen.errors == []


def inner(book: Path, address: str) -> str:
    """An id that stands in what a page keeps for later."""
    page = parse((book / address).read_text("utf-8"))
    return next(tag["id"] for tag in select(page, f"{KEPT} [id]"))


@pytest.mark.parametrize("how", ["opened", "followed"])
def test_a_link_leads_to_a_place_in_a_closed_fold(book: Path, browser: Browser, root, how):
    name = inner(book, PLACE)
    with visit(browser, root, f"{PLACE}#{name}" if how == "opened" else PLACE) as seen:
        page = seen.page
        if how == "followed":
            page.evaluate("id => { location.hash = id; }", name)
        place = page.locator(f"[id='{name}']")
        expect(place).to_be_attached()
        assert place.evaluate("e => e.matches(':target') && !e.closest('details:not([open])')")
        assert seen.errors == []


@pytest.mark.parametrize("sign", ["beforeprint", "media", "key"])
def test_paper_and_a_look_for_words_have_it_all(browser: Browser, root, sign):
    with visit(browser, root, LEDGER) as seen:
        page = seen.page
        assert kept(page) > 3
        if sign == "beforeprint":
            page.evaluate("dispatchEvent(new Event('beforeprint'))")
        elif sign == "media":
            page.emulate_media(media="print")
        else:
            page.keyboard.press("Control+f")
        expect(page.locator(KEPT)).to_have_count(0)
        table = page.locator("form ~ .explorer-alternative table").first
        assert table.is_visible() is (sign != "key")
        assert seen.errors == []


def test_without_a_script_it_is_all_there(browser: Browser, root):
    with visit(browser, root, BENCH, javascript=False) as seen:
        form = seen.page.locator("[data-explorer=bench-b]")
        seen.page.locator(SECOND).click()
        click(form, EXPLORERS["bench-b"], ADJUSTED)
        assert seen.page.locator(".bench-differs li:visible").count() == 1


def test_it_comes_also_where_no_file_does(browser: Browser, root):
    """What puts it in place stands in the page itself."""
    page = browser.new_page()
    page.route("**/*.js", lambda route: route.abort())
    page.goto(root + BENCH)
    page.locator(SECOND).click()
    expect(page.locator("[data-explorer=bench-b]")).to_be_visible()
    page.close()


def test_nothing_kept_ends_before_its_end_and_the_volume_has_it_plain(book: Path):
    for address in (BENCH, LEDGER, CASE, PLACE):
        page = parse((book / address).read_text("utf-8"))
        found = select(page, KEPT)
        assert found and not any(select(one, "noscript, script, pre") for one in found)
        article = put_in_place(page.find("article"))
        assert not select(article, KEPT)
