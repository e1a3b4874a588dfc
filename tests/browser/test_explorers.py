"""What a reader meets in an explorer, beyond what it says: names, focus, speed, links."""

from pathlib import Path

from playwright.sync_api import Browser
from tools.visit import PHONE, visit
from walks import click, shown

from crisis_paths.views.explorer import UNSET
from explorers import EXPLORERS


def test_nothing_is_given_away_before_the_bet(book: Path, browser: Browser, root):
    with visit(browser, root) as seen:
        form = seen.page.locator("[data-explorer=path]")
        for choice in EXPLORERS["path"].choices[:-1]:
            for value in choice.values:
                click(form, EXPLORERS["path"], {choice.name: value})
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
        click(page.locator("[data-explorer=path]"), EXPLORERS["path"], {"bet": "manageable"})
        assert "Your bet holds" in page.locator("form").get_by_role("status").first.inner_text()


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
        click(seen.page.locator("[data-explorer=path]"), EXPLORERS["path"], {"bet": "manageable"})
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
