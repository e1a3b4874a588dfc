"""Matrices and pictures of marks: cell and card share the screen, a row counts its score."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser
from test_explorers import HAND, SCREEN
from tools.visit import visit
from walks import UNFOLD_FORMS, click

from crisis_paths.argument.scoreboard import Mark
from crisis_paths.views.argument.rivals_matrix import matrix_fields
from every_explorer import EXPLORERS

PAGES = {
    "explanations": "chapters/argument/explanations.html",
    "means": "chapters/cases/together.html",
    "summits": "chapters/follows/strategy.html",
    "multivector": "chapters/follows/multivector.html",
}
MOST = 700  # pixels from the first control to the end of the card
# the farthest that the last region ends below the first control, over these settings
FARTHEST = """(form, settings) => {
    const box = (one) => one.getBoundingClientRect();
    const regions = [...form.querySelectorAll(".explorer-region")];
    return Math.max(...settings.map((setting) => {
        for (const [name, value] of Object.entries(setting))
            if (value !== "unset")
                form.querySelector(`[name=${form.dataset.explorer}-${name}][value=${value}]`)
                    .checked = true;
        const ends = regions.map((region) => box(region).bottom);
        return Math.max(...ends) - box(form.querySelector("label")).top;
    }));
}"""
# the cells lie on their marks, and within their matrix
CELLS = """form => {
    const box = (one) => one.getBoundingClientRect();
    const labels = [...form.querySelectorAll(".explorer-cells label")].map(box);
    const rows = [...form.querySelectorAll(".matrix-row:not(.matrix-heads)")];
    const across = getComputedStyle(form.querySelector(".matrix"));
    const columns = Number(across.getPropertyValue("--columns"));
    const marks = rows.flatMap((row) =>
        [...row.querySelectorAll(".matrix-mark")].slice(0, columns).map(box));
    return [
        labels.length,
        labels.filter((one, n) => Math.abs(one.left - marks[n].left) > 1.5
            || Math.abs(one.right - marks[n].right) > 1.5
            || marks[n].top < one.top - 1.5 || marks[n].bottom > one.bottom + 1.5).length,
        labels.filter((one) => one.width < 24 || one.height < 24).length,
    ];
}"""
UNFOLD = "folds => folds.forEach(fold => { fold.open = true; })"
SEEN = "kind => [...document.querySelectorAll(kind)].filter(e => e.checkVisibility()).length"


@pytest.mark.parametrize("viewport", [SCREEN, HAND], ids=["wide", "phone"])
@pytest.mark.parametrize("name", PAGES)
def test_control_and_card_share_the_screen(book: Path, browser: Browser, root, name, viewport):
    settings = list(EXPLORERS[name].settings())
    with visit(browser, root, PAGES[name], viewport=viewport) as seen:
        seen.page.evaluate(UNFOLD_FORMS)
        seen.page.locator("details:has(form.explorer)").evaluate_all(UNFOLD)
        form = seen.page.locator(f"form[data-explorer={name}]")
        assert form.evaluate(FARTHEST, settings) <= MOST


@pytest.mark.parametrize("name", [name for name in PAGES if name != "summits"])
def test_cells_lie_on_their_marks_at_every_width(book: Path, browser: Browser, root, name):
    (cell,) = (one for one in EXPLORERS[name].choices if one.name == "cell")
    with visit(browser, root, PAGES[name], reduced_motion="reduce") as seen:
        seen.page.evaluate(UNFOLD_FORMS)
        seen.page.locator("details:has(form.explorer)").evaluate_all(UNFOLD)
        form = seen.page.locator(f"form[data-explorer={name}]")
        for width in (320, 360, 390, 480, 640, 768, 1024, 1280, 1440):
            seen.page.set_viewport_size({"width": width, "height": 900})
            assert form.evaluate(CELLS) == [len(cell.values), 0, 0], width


@pytest.mark.parametrize("name", PAGES)
def test_the_first_press_of_any_control_changes_something_else(
    book: Path, browser: Browser, root, name
):
    explorer = EXPLORERS[name]
    with visit(browser, root, PAGES[name]) as seen:
        seen.page.evaluate(UNFOLD_FORMS)
        seen.page.locator("details:has(form.explorer)").evaluate_all(UNFOLD)
        form = seen.page.locator(f"form[data-explorer={name}]")
        for choice in explorer.choices:
            if choice.when:  # a bet is asked where its cell is
                continue
            told = form.inner_text()
            click(form, explorer, {choice.name: choice.values[-1]})
            assert form.inner_text() != told
            form.evaluate("form => form.reset()")


def test_a_row_of_explanations_counts_its_score(book: Path, browser: Browser, root):
    """By what is drawn; the numbers stand in counters, which no text has."""
    explorer, row = EXPLORERS["explanations"], "agenda-"
    fields = [f for f in matrix_fields() if f.cell.startswith(row) and f.actor == "hegemon"]
    bets = [field for field in fields if field.mark is not Mark.SILENT]
    with visit(browser, root, PAGES["explanations"]) as seen:
        form = seen.page.locator("form[data-explorer=explanations]")
        assert seen.page.evaluate(SEEN, ".score-placed") == 0
        for n, field in enumerate(bets, 1):
            click(form, explorer, {"cell": field.cell})
            assert seen.page.evaluate(SEEN, ".score-placed") == n - 1
            click(form, explorer, {field.bet: "hit"})
            assert seen.page.evaluate(SEEN, ".score-placed") == n
        assert seen.page.evaluate(SEEN, ".score-right") == 1  # of four, the first
        raised = "kind => getComputedStyle(document.querySelector(kind)).counterIncrement"
        assert seen.page.evaluate(raised, ".score-placed.score-right") == "placed 1 right 1"
        seen.page.wait_for_url("**agenda-belarus-2020-hegemon=hit**")
