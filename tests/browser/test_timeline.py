"""The timeline of everything: marks stay apart and in their fields, the card stays in sight."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser
from test_explorers import HAND, SCREEN
from tools.visit import visit

from every_explorer import EXPLORERS

PAGE = "chapters/appendix/timeline.html"
WIDTHS = (320, 360, 390, 480, 640, 768, 918, 1024, 1222, 1280, 1440)
# every mark within its own field, none over another or over the name of a lane
MARKS = """() => [...document.querySelectorAll(".multiple")].map((multiple) => {
    const box = (one) => one.getBoundingClientRect();
    const field = box(multiple.querySelector(".timeline-field"));
    const marks = [...multiple.querySelectorAll(".explorer-marks label")].map(box);
    const names = [...multiple.querySelectorAll(".lane-name")].map(box);
    const meet = (one, two) => one.left < two.right - 0.5 && two.left < one.right - 0.5
        && one.top < two.bottom - 1 && two.top < one.bottom - 1;
    return [
        marks.length,
        marks.filter((one) => one.left < field.left - 0.5 || one.right > field.right + 0.5
            || one.top < field.top || one.bottom > field.bottom + 1).length,
        marks.filter((one, n) => [...marks.slice(n + 1), ...names].some((two) => meet(one, two)))
            .length,
    ];
})"""
CARD = """name => {
    const box = document.querySelector(`.region-${name}`).getBoundingClientRect();
    return [box.top, box.bottom];
}"""


def test_no_two_marks_touch_and_none_leaves_its_field(book: Path, browser: Browser, root):
    counts = [len(choice.options) for choice in EXPLORERS["events"].choices]
    with visit(browser, root, PAGE, reduced_motion="reduce") as seen:
        for width in WIDTHS:
            seen.page.set_viewport_size({"width": width, "height": 900})
            assert seen.page.evaluate(MARKS) == [[count, 0, 0] for count in counts], width


@pytest.mark.parametrize("viewport", [SCREEN, HAND], ids=["wide", "phone"])
def test_the_card_is_in_sight_with_every_mark(book: Path, browser: Browser, root, viewport):
    """Wherever the mark stands; it takes a quarter of the screen at most, and covers no mark."""
    with visit(browser, root, PAGE, viewport=viewport) as seen:
        for choice in EXPLORERS["events"].choices:
            for value in (
                choice.values[0],
                choice.values[len(choice.values) // 2],
                choice.values[-1],
            ):
                mark = seen.page.locator(f"label:has([value={value}])")
                mark.click()
                top, bottom = seen.page.evaluate(CARD, choice.name)
                place = mark.bounding_box()
                assert place["y"] >= 0 and place["y"] + place["height"] <= top + 0.5
                assert bottom <= viewport["height"] + 0.5
                assert bottom - top <= viewport["height"] / 4


def test_the_page_is_a_fraction_of_what_its_list_is(book: Path, browser: Browser, root):
    with visit(browser, root, PAGE, viewport=HAND) as seen:
        assert seen.page.evaluate("document.documentElement.scrollHeight") <= 4_000
        assert seen.page.evaluate("document.querySelectorAll('*').length") <= 2_500


def test_arrow_keys_step_through_a_crisis_and_tab_leads_to_the_next(
    book: Path, browser: Browser, root
):
    with visit(browser, root, PAGE, viewport=SCREEN) as seen:
        first, second = EXPLORERS["events"].choices[:2]
        seen.page.locator(f"[data-choice={first.name}] input").first.focus()
        seen.page.keyboard.press("Space")
        told = []
        for _mark in first.values:
            told.append(seen.page.locator(f".region-{first.name}").inner_text())
            seen.page.keyboard.press("ArrowRight")
        assert len({*told}) == len(first.values)
        seen.page.keyboard.press("Tab")
        assert seen.page.evaluate("document.activeElement.name") == f"events-{second.name}"
