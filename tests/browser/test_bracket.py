"""The window of 2013–14: a bracket whose end is chosen by click or key, with labels that fit."""

from pathlib import Path

from playwright.sync_api import Browser
from tools.visit import visit
from walks import click

from every_explorer import EXPLORERS

PAGE = "chapters/cases/ukraine_2013.html"
# labels that touch another or leave the line; targets that are too small
FAULTS = """form => {
    const line = form.querySelector(".bracket").getBoundingClientRect();
    const boxes = [...form.querySelectorAll(".explorer-marks label")]
        .map((label) => label.getBoundingClientRect());
    const dots = [...form.querySelectorAll(".bracket-dot")].filter((dot) => dot.checkVisibility())
        .map((dot) => dot.getBoundingClientRect());
    const over = (all) => all.flatMap((a, n) => all.slice(n + 1).filter((b) =>
        a.left < b.right - 0.5 && b.left < a.right - 0.5
        && a.top < b.bottom - 0.5 && b.top < a.bottom - 0.5)).length;
    const out = boxes.filter((box) => box.left < line.left - 1 || box.right > line.right + 1);
    const small = boxes.filter((box) => Math.min(box.width, box.height) < 24);
    return [boxes.length, dots.length, over(boxes), over(dots), out.length, small.length];
}"""
REACH = """form => {
    const span = form.querySelector(".bracket-span");
    if (!span.checkVisibility()) return null;
    const chosen = form.querySelector("label:has(:checked)").getBoundingClientRect();
    return Math.round(span.getBoundingClientRect().right - (chosen.left + chosen.right) / 2);
}"""


def test_labels_never_touch_and_every_day_can_be_hit(book: Path, browser: Browser, root):
    with visit(browser, root, PAGE, reduced_motion="reduce") as seen:
        form = seen.page.locator("[data-explorer=window]")
        for width in (320, 360, 390, 480, 640, 768, 1024, 1280, 1440):
            seen.page.set_viewport_size({"width": width, "height": 900})
            assert form.evaluate(FAULTS) == [9, 7, 0, 0, 0, 0], width


def test_the_bracket_ends_on_the_chosen_day(book: Path, browser: Browser, root):
    """By click and by arrow keys; it takes in what is listed below it. No script is needed."""
    explorer = EXPLORERS["window"]
    (days,) = explorer.choices
    with visit(browser, root, PAGE, javascript=False) as seen:
        form = seen.page.locator("[data-explorer=window]")
        assert form.evaluate(REACH) is None
        click(form, explorer, {"end": days.values[0]})
        form.locator("input").first.focus()
        for _day in days.values:
            assert abs(form.evaluate(REACH)) <= 1
            within = form.locator(".bracket-dot.within:visible").all_inner_texts()
            listed = form.locator(".known .event-number:visible").all_inner_texts()
            assert within == listed
            seen.page.keyboard.press("ArrowRight")
