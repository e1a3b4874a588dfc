"""Links to a setting: kept in the address, taken back, copied; and bad ones do no harm."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Browser, Page, expect
from tools.visit import READY, Visit, visit
from walks import click, expected, shown, start, stepped

from every_explorer import EXPLORERS
from explorers.links import setting_link

BENCH, STAGE = "chapters/scrutiny/one_coding.html", "chapters/argument/framework.html"
SETTING = {"belarus-2020-control": "weak", "ukraine-2013-outcome": "unmanageable"}
# as WebKit does, after a hundred steps in ten seconds
TOO_MANY = """() => { for (const step of ["pushState", "replaceState"]) history[step] = () => {
    throw new DOMException("Attempt to use history." + step + "() more than 100 times",
        "SecurityError"); }; }"""
REFUSED = "() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')); }"
HOSTILE = [
    "path-balance=sideways",  # a value that is not there
    "path-weather=bad",  # a choice that is not there
    "old-balance=adjusted",  # an explorer that is not there
    "path-balance=adjusted&path-control=shy",  # half of it would do
    "path-balance=adjusted&path-balance=continued",
    "path-balance=",
    "=adjusted",
    "=",
    "path-balance=adjusted&" + "x=1&" * 5000,
    "path-balance=%E0%A4%A",
    "path-balance=%00",
    "__proto__=x&constructor=y&toString=z",
    "path-balance=<script>window.hurt = true</script>",
    'path-balance="><img src=x onerror="window.hurt = true">',
    "path-balance=']||body[id",
    "path-balance=javascript:window.hurt=true",
    "path-balance=adjusted\"],*[id='",
    "path-balance=${window.hurt=true}",
    "path-balance=外交平衡",
]


@pytest.fixture
def staged(browser: Browser, root: str) -> Iterator[Visit]:
    with visit(browser, root, STAGE) as seen:
        yield seen


def form_of(page: Page, name: str):
    return page.locator(f"[data-explorer={name}]")


def unharmed(seen: Visit, name: str) -> None:
    """The explorer stands as it starts, and nothing else has come of it."""
    explorer = EXPLORERS[name]
    form = form_of(seen.page, name)
    assert shown(form) == expected(explorer, start(explorer))
    assert form.evaluate("f => [...f.querySelectorAll(':checked')].every(r => r.defaultChecked)")
    assert seen.page.evaluate("window.hurt") is None
    assert seen.errors == [] and seen.strangers == []


def notice(page: Page):
    return page.locator("article > .livepage-notice")


@pytest.mark.parametrize("kind", ["http", "file"])
def test_what_an_address_cannot_ask_for_leaves_the_page_as_it_starts(book, browser, root, kind):
    """Opened so, or changed so while the page is open; with a notice, and never with harm."""
    begin = root if kind == "http" else book.as_uri() + "/"
    with visit(browser, begin, STAGE) as seen:
        page = seen.page
        unharmed(seen, "path")  # which opens its folds
        before = page.evaluate("document.querySelectorAll('*').length")
        for bad in HOSTILE:
            page.goto("about:blank")
            page.goto(f"{begin}{STAGE}#{bad}")
            page.wait_for_function(READY)
            expect(notice(page)).to_contain_text("does not have")
            assert "#" not in page.url
            unharmed(seen, "path")
            assert page.evaluate("document.querySelectorAll('*').length") == before, bad
            click(form_of(page, "path"), EXPLORERS["path"], {"balance": "adjusted"})
            expect(notice(page)).to_be_empty()
            page.evaluate("bad => { location.hash = bad; }", bad)
            expect(notice(page)).to_contain_text("does not have")
            unharmed(seen, "path")


def test_a_place_in_the_page_is_no_setting(book, browser, root):
    with visit(browser, root, f"{BENCH}#the-tool") as seen:
        expect(notice(seen.page)).to_be_empty()
        unharmed(seen, "bench")


@pytest.mark.parametrize("name", sorted(n for n, e in EXPLORERS.items() if e.goes_back))
def test_only_what_differs_from_the_start_is_asked_for(name):
    explorer = EXPLORERS[name]
    assert setting_link("p.html", explorer, start(explorer)) == "p.html"
    last = explorer.settings()[-1]
    changed = {n: v for n, v in last.items() if v != start(explorer)[n]}
    asked = urlencode([(f"{name}-{n}", v) for n, v in changed.items()])
    assert setting_link("p.html", explorer, last) == f"p.html#{asked}"


def test_back_and_forward_take_each_click_back_and_do_it_again(staged):
    page, explorer = staged.page, EXPLORERS["path"]
    form, held = form_of(page, "path"), start(explorer)
    stages = [(page.url, expected(explorer, held))]
    for change in (
        {"balance": "adjusted"},
        {"control": "weak"},
        {"bet-weak-adjusted": "manageable"},
    ):
        click(form, explorer, change)
        held = held | change
        stages.append((stepped(page, stages[-1][0]), expected(explorer, held)))
        assert shown(form) == stages[-1][1]
    for url, panels in reversed(stages[:-1]):
        page.go_back()
        assert (page.url, shown(form)) == (url, panels)
    for url, panels in stages[1:]:
        page.go_forward()
        assert (page.url, shown(form)) == (url, panels)


def test_a_walk_by_arrow_keys_is_one_step_back(staged):
    page, explorer = staged.page, EXPLORERS["path"]
    form = form_of(page, "path")
    url, entries = page.url, page.evaluate("history.length")
    form.locator("input[name=path-balance]").first.focus()
    for _ in range(5):
        page.keyboard.press("ArrowDown")
    stepped(page, url)
    assert page.evaluate("history.length") == entries + 1
    page.go_back()
    assert page.url == url and shown(form) == expected(explorer, start(explorer))


def test_where_no_more_steps_are_allowed_the_explorer_goes_on(staged):
    """A bad link is told all the same, and the next step allowed writes the whole setting."""
    page, explorer = staged.page, EXPLORERS["path"]
    form, url = form_of(page, "path"), page.url
    page.evaluate(TOO_MANY)
    click(form, explorer, {"balance": "adjusted"})
    assert shown(form) == expected(explorer, start(explorer) | {"balance": "adjusted"})
    page.wait_for_timeout(300)  # not even a moment later
    assert page.url == url
    page.evaluate("location.hash = 'path-balance=sideways'")
    expect(notice(page)).to_contain_text("does not have")
    assert shown(form) == expected(explorer, start(explorer))
    click(form, explorer, {"balance": "adjusted"})
    page.evaluate("() => { delete history.pushState; delete history.replaceState; }")
    click(form, explorer, {"control": "weak"})
    setting = {"balance": "adjusted", "control": "weak"}
    page.wait_for_url(url + setting_link("", explorer, setting))
    assert shown(form) == expected(explorer, start(explorer) | setting)
    assert staged.errors == []


def test_the_copied_link_opens_the_same_setting(book: Path, browser: Browser, root):
    explorer = EXPLORERS["bench"]
    allowed = {"permissions": ["clipboard-read", "clipboard-write"]}
    with visit(browser, root, f"{BENCH}?a=1", **allowed) as seen:
        form = form_of(seen.page, "bench")
        click(form, explorer, SETTING)
        seen.page.locator(".benches > details > summary").click()
        # what is set in another explorer of the page does not come along
        click(form_of(seen.page, "bench-b"), EXPLORERS["bench-b"], {"belarus-2020-control": "weak"})
        form.get_by_role("button", name="Copy link").click()
        expect(form.locator(".livepage-copied")).to_have_text("The link is copied.")
        link = seen.page.evaluate("navigator.clipboard.readText()")
        assert link == root + setting_link(f"{BENCH}?a=1", explorer, SETTING)
    with visit(browser, root, link.removeprefix(root)) as seen:
        assert shown(form_of(seen.page, "bench")) == expected(explorer, start(explorer) | SETTING)
        seen.page.locator(".benches > details > summary").click()
        unharmed(seen, "bench-b")


def test_where_copying_is_refused_the_link_can_be_taken_by_hand(staged):
    page, before = staged.page, staged.page.url
    page.evaluate(REFUSED)
    form = form_of(page, "path")
    click(form, EXPLORERS["path"], {"balance": "adjusted"})
    form.get_by_role("button", name="Copy link").click()
    field = form.get_by_role("textbox", name="Copy link")
    expect(field).to_have_value(stepped(page, before))
    assert page.evaluate("getSelection().toString()") == page.url


def test_a_copy_on_disk_gives_the_published_address(book: Path, browser: Browser):
    published = f"https://book.example/{STAGE}"
    with visit(browser, book.as_uri() + "/", STAGE) as seen:
        seen.page.evaluate(REFUSED)
        seen.page.evaluate(
            """published => { const link = document.createElement("link");
            link.rel = "canonical"; link.href = published; document.head.append(link); }""",
            published,
        )
        form = form_of(seen.page, "path")
        click(form, EXPLORERS["path"], {"balance": "adjusted"})
        form.get_by_role("button", name="Copy link").click()
        field = form.get_by_role("textbox", name="Copy link")
        expect(field).to_have_value(f"{published}#path-balance=adjusted")


def test_without_scripts_there_is_no_button_that_does_nothing(book, browser, root):
    with visit(browser, root, STAGE, javascript=False) as seen:
        form = form_of(seen.page, "path")
        expect(form.get_by_role("button", name="Start again")).to_be_visible()
        expect(form.get_by_role("button", name="Copy link")).to_be_hidden()
