"""Every explorer of every page, every combination, through its own controls."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from markupsafe import Markup
from playwright.sync_api import Browser, Locator, Page
from tools.visit import PHONE, pages, visit

from crisis_paths.framework import predict
from crisis_paths.views.explorer import UNSET, Explorer
from explorers import EXPLORERS

SHOWN = """form => [...form.querySelectorAll('.leaf')]
    .filter(leaf => leaf.checkVisibility()).map(leaf => leaf.textContent)"""

WALK = """(form, settings) => {
    const shown = SHOWN, told = [shown(form)];
    for (const setting of settings) {
        for (const [name, value] of Object.entries(setting)) {
            const group = `[name=${form.dataset.explorer}-${name}]`;
            const radio = form.querySelector(`${group}[value=${value}]`);
            if (!radio.checked) radio.click();
        }
        told.push(shown(form));
    }
    return told;
}"""


# The same explorer a second time; its combinations are walked all the same.
TWINS = {"bench-b"}


def words(text: str) -> str:
    """Text without regard to how white space falls."""
    return " ".join(text.split())


def expected(explorer: Explorer, setting: dict[str, str]) -> list[str]:
    return [words(Markup(leaf).striptags()) for leaf in explorer.shown(setting)]


def shown(form: Locator) -> list[str]:
    return [words(text) for text in form.evaluate(SHOWN)]


def forms(page: Page) -> list[tuple[Explorer, Locator]]:
    """The explorers of a page; one that no test knows is a failure."""
    names = page.eval_on_selector_all("form.explorer", "all => all.map(f => f.dataset.explorer)")
    return [(EXPLORERS[name], page.locator(f"[data-explorer={name}]")) for name in names]


def by_mouse(form: Locator, explorer: Explorer, setting: dict[str, str]) -> None:
    for name, value in setting.items():
        form.locator(f"label:has(input[name={explorer.name}-{name}][value={value}])").click()


def by_keyboard(form: Locator, explorer: Explorer, setting: dict[str, str]) -> None:
    """Tab to each group, then walk it with the arrow keys, as a reader would."""
    page = form.page
    page.evaluate("document.activeElement.blur()")
    form.evaluate("f => { f.tabIndex = -1; f.focus(); f.removeAttribute('tabindex'); }")
    left = set(setting)
    for choice in explorer.choices:
        if not left:
            break
        left.discard(choice.name)
        page.keyboard.press("Tab")
        focused = page.evaluate("[document.activeElement.name, document.activeElement.value]")
        assert focused[0] == f"{explorer.name}-{choice.name}"
        if choice.name not in setting:
            continue
        chosen = form.locator(
            f"input[name={explorer.name}-{choice.name}][value={setting[choice.name]}]"
        )
        if not chosen.is_checked():
            page.keyboard.press("Space")
        for _ in choice.options:
            if chosen.is_checked():
                break
            page.keyboard.press("ArrowDown")
        assert chosen.is_checked()


def with_explorers(book: Path) -> list[str]:
    """The pages that have any."""
    found = [page for page in pages(book) if "data-explorer=" in (book / page).read_text("utf-8")]
    assert len(found) > len(EXPLORERS) / 10
    return found


def changes(explorer: Explorer) -> Iterator[tuple[dict[str, str], dict[str, str]]]:
    """Settings that take in every option, with what a reader has to change of the one before.

    All combinations of the main explorer; of the others every option of each choice, as the
    walk in one go has all of their combinations.
    """
    every, before = explorer.settings(), {}
    if explorer.name != "path":
        last = every[-1]
        every = (
            {**last, choice.name: value} for choice in explorer.choices for value in choice.values
        )
    for setting in every:
        yield setting, {n: v for n, v in setting.items() if before.get(n) != v}
        before = setting


def agrees(form: Locator, explorer: Explorer, setting: dict[str, str]) -> None:
    assert shown(form) == expected(explorer, setting), setting
    if explorer.name == "path":
        path = predict(setting["balance"], setting["control"], turmoil=setting["turmoil"])
        drawn = form.locator(".path:visible")
        assert drawn.count() == 1 and drawn.get_attribute("data-path") == path.cell
        said = form.locator(".verdict:visible").inner_text()
        assert f"predicts {path.verdict}." in said
        assert ("Your bet holds" in said) == (setting["bet"] == path.outcome)


@pytest.mark.parametrize(
    ("kind", "javascript"),
    [("http", True), ("file", True), ("http", False), ("file", False)],
    ids=["http", "file", "http-no-script", "file-no-script"],
)
def test_every_combination_shows_what_the_module_says(
    book: Path, browser: Browser, root, kind, javascript
):
    """Set in one go, however the page came and whether it has scripts or not."""
    start = root if kind == "http" else book.as_uri() + "/"
    met = set()
    for address in with_explorers(book):
        with visit(browser, start, address, javascript=javascript, viewport=PHONE) as seen:
            for explorer, form in forms(seen.page):
                met.add(explorer.name)
                first = {choice.name: choice.start for choice in explorer.choices}
                settings = [first, *explorer.settings()]
                told = form.evaluate(WALK.replace("SHOWN", SHOWN), settings[1:])
                for setting, found in zip(settings, told, strict=True):
                    assert [words(text) for text in found] == expected(explorer, setting), setting
    assert met == set(EXPLORERS)


@pytest.mark.parametrize(
    ("how", "kind", "javascript"),
    [(by_mouse, "http", True), (by_keyboard, "file", False)],
    ids=["mouse", "keyboard"],
)
def test_every_option_can_be_set_by_hand(book: Path, browser: Browser, root, how, kind, javascript):
    """By real clicks with scripts, by real keys without; and taken back."""
    start = root if kind == "http" else book.as_uri() + "/"
    for address in with_explorers(book):
        with visit(browser, start, address, javascript=javascript, viewport=PHONE) as seen:
            for explorer, form in forms(seen.page):
                if explorer.name in TWINS:
                    continue
                for setting, changed in changes(explorer):
                    how(form, explorer, changed)
                    agrees(form, explorer, setting)
                if len(explorer.choices) > 1:
                    form.locator("button[type=reset]").click()
                else:
                    form.evaluate("form => form.reset()")
                first = {choice.name: choice.start for choice in explorer.choices}
                assert shown(form) == expected(explorer, first)


def test_nothing_is_given_away_before_the_bet(book: Path, browser: Browser, root):
    with visit(browser, root) as seen:
        form = seen.page.locator("[data-explorer=path]")
        for choice in EXPLORERS["path"].choices[:-1]:
            for value in choice.values:
                by_mouse(form, EXPLORERS["path"], {choice.name: value})
                assert len(shown(form)) == 1 and "place your bet" in shown(form)[0]
        assert not seen.page.locator(".twin").is_visible()


def test_controls_have_names_and_the_answer_is_announced(book: Path, browser: Browser, root):
    with visit(browser, root) as seen:
        page = seen.page
        for choice in EXPLORERS["path"].choices:
            group = page.get_by_role("group", name=choice.question)
            assert group.get_by_role("radio").count() == len(choice.values)
            for option in choice.options:
                assert group.get_by_role("radio", name=option.label).count() >= 1
        by_mouse(page.locator("[data-explorer=path]"), EXPLORERS["path"], {"bet": "manageable"})
        assert "Your bet holds" in page.get_by_role("status").first.inner_text()


def test_touch_targets_are_large_and_focus_is_visible(book: Path, browser: Browser, root):
    with visit(browser, root, viewport=PHONE) as seen:
        for label in seen.page.locator("form.explorer label").all():
            assert label.bounding_box()["height"] >= 44
        seen.page.locator("form.explorer input").first.focus()
        seen.page.keyboard.press("ArrowDown")
        style = seen.page.evaluate(
            """() => { const f = document.activeElement, l = f.closest('label');
            return [f, l, f.nextElementSibling].map(e => getComputedStyle(e))
              .map(s => [s.outlineStyle, parseFloat(s.outlineWidth)]); }"""
        )
        assert any(kind != "none" and width >= 2 for kind, width in style)


def test_what_changes_is_painted_at_once(book: Path, browser: Browser, root):
    """Long before a reader notices; the exact figure is a matter of the benchmark."""
    with visit(browser, root) as seen:
        by_mouse(
            seen.page.locator("[data-explorer=path]"), EXPLORERS["path"], {"bet": "manageable"}
        )
        took = seen.page.evaluate(
            """async () => { const radio = document.querySelector('[value=adjusted]');
            const start = performance.now(); radio.click();
            await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
            return performance.now() - start; }"""
        )
        assert took < 500


def test_unset_is_no_value_of_any_choice():
    for explorer in EXPLORERS.values():
        assert all(UNSET not in choice.values for choice in explorer.choices)


def test_a_setting_can_be_linked_to_and_taken_back(book: Path, browser: Browser, root):
    """With scripts the address carries the setting; without, the page starts as it is."""
    address = "chapters/test/bench.html"
    with visit(browser, root, address) as seen:
        form = seen.page.locator("[data-explorer=bench]")
        explorer = EXPLORERS["bench"]
        first = {choice.name: choice.start for choice in explorer.choices}
        one = {"belarus-2020-control": "weak"}
        two = {"ukraine-2013-outcome": "unmanageable"}
        by_mouse(form, explorer, one)
        by_mouse(form, explorer, two)
        assert shown(form) == expected(explorer, first | one | two)
        link = seen.page.url
        assert link.endswith(
            "#bench-belarus-2020-control=weak&bench-ukraine-2013-outcome=unmanageable"
        )
        seen.page.go_back()
        assert shown(form) == expected(explorer, first | one)
        seen.page.go_back()
        assert shown(form) == expected(explorer, first)
    with visit(browser, root, link.removeprefix(root)) as seen:
        assert shown(seen.page.locator("[data-explorer=bench]")) == expected(
            explorer, first | one | two
        )
    with visit(browser, root, f"{address}#the-tool") as seen:
        assert shown(seen.page.locator("[data-explorer=bench]")) == expected(explorer, first)
