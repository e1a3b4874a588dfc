"""What a reader meets in an explorer, beyond what it says: names, focus, speed, links."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser
from tools.visit import PHONE, visit
from walks import click, shown

from every_explorer import EXPLORERS
from explorers.choices import UNSET


def test_nothing_is_given_away_before_the_bet(book: Path, browser: Browser, root):
    with visit(browser, root) as seen:
        form = seen.page.locator("[data-explorer=path]")
        for choice in EXPLORERS["path"].choices[:-1]:
            for value in choice.values:
                click(form, EXPLORERS["path"], {choice.name: value})
                assert len(shown(form)) == 1 and "place your bet" in shown(form)[0]
        assert not seen.page.locator(".alternative").is_visible()


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


STICKING = ("[data-explorer^=bench] .region-verdict", "[data-explorer^=weigh-] .region-weighed")
LONG_LISTS = [
    "chapters/scrutiny/one_coding.html",
    *(f"chapters/cases/{case}.html" for case in ("belarus", "kazakhstan", "kyrgyzstan", "ukraine")),
]
# for each place of the form's first control in the window: where it is, and where the answer is
IN_SIGHT = """answer => ["start", "center"].flatMap((block) => {
    const first = answer.closest("form").querySelector("label");
    first.scrollIntoView({block, behavior: "instant"});
    return [first, answer].map((element) => {
        const {top, bottom} = element.getBoundingClientRect();
        return top > -1 && bottom < innerHeight + 1;
    });
})"""


@pytest.mark.parametrize("address", LONG_LISTS)
def test_the_answer_to_a_long_list_is_in_sight_while_the_list_is(browser: Browser, root, address):
    """In a low window, as a page has that is enlarged fourfold, it stands in its own place."""
    with visit(browser, root, address, reduced_motion="reduce") as seen:
        answers = seen.page.locator(", ".join(STICKING))
        assert answers.count() >= 1
        for width, height in ((1280, 900), (390, 844)):
            seen.page.set_viewport_size({"width": width, "height": height})
            for answer in answers.all():
                assert answer.evaluate(IN_SIGHT) == [True] * 4, (width, answer)
        seen.page.set_viewport_size({"width": 320, "height": 225})
        for answer in answers.all():
            assert answer.evaluate("answer => getComputedStyle(answer).position") == "static"


# a path scrolled so that its head is out of sight: how far below the window's top the drawing is
BESIDE = """path => {
    const top = () => path.getBoundingClientRect().top;
    scrollTo({top: scrollY + top() + 150, behavior: "instant"});
    return [top(), path.querySelector(".crisis-figure").getBoundingClientRect().top];
}"""


@pytest.mark.parametrize("address", ["index.html", LONG_LISTS[1]])
def test_the_drawing_of_a_path_stays_beside_its_steps(browser: Browser, root, address):
    with visit(browser, root, address, reduced_motion="reduce") as seen:
        for group in seen.page.locator("form:has(.path) fieldset").all():
            group.locator("label").last.click()
        head, drawing = seen.page.locator(".path:visible").first.evaluate(BESIDE)
        assert head < -100 and drawing > 0


def test_unset_is_no_value_of_any_choice():
    for explorer in EXPLORERS.values():
        assert all(UNSET not in choice.values for choice in explorer.choices)
