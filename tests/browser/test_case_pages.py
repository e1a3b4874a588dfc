"""A case page: all of a crisis on one screen, and on its line of time no two labels touch."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser
from test_explorers import HAND, SCREEN
from tools.visit import visit
from walks import click

from every_explorer import EXPLORERS

STATES = ("belarus", "kyrgyzstan", "kazakhstan", "ukraine")
CASES = pytest.mark.parametrize("state", STATES)
BOTTOM = "part => document.querySelector(part).getBoundingClientRect().bottom"
TOP = "part => document.querySelector(part).getBoundingClientRect().top"
# as a wide face would: a tenth wider
FACES = {"narrow": "0", "wide": "0.05em"}
FACE = """space => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`.explorer-marks label { letter-spacing: ${space} !important; }`);
    document.adoptedStyleSheets = [sheet];
}"""
TOUCHING = """() => {
    const field = document.querySelector(".timeline-field").getBoundingClientRect();
    const labels = [...document.querySelectorAll(".explorer-marks label")]
        .filter((label) => label.checkVisibility());
    const seen = labels.map((label) => {
        const parts = [...label.querySelectorAll("i, b, span")].filter((part) => {
            const style = getComputedStyle(part);
            return style.display !== "none" && style.clipPath === "none";
        }).map((part) => part.getBoundingClientRect());
        return {
            name: label.textContent.trim().slice(0, 30),
            left: Math.min(...parts.map((r) => r.left)),
            right: Math.max(...parts.map((r) => r.right)),
            top: Math.min(...parts.map((r) => r.top)),
            bottom: Math.max(...parts.map((r) => r.bottom)),
        };
    });
    const out = seen.filter((one) => one.left < field.left - 8 || one.right > field.right + 8
        || one.top < field.top - 1 || one.bottom > field.bottom + 1).map((one) => one.name);
    const over = seen.flatMap((one, n) => seen.slice(n + 1)
        .filter((two) => one.left < two.right - 0.5 && two.left < one.right - 0.5
            && one.top < two.bottom - 1 && two.top < one.bottom - 1)
        .map((two) => `${one.name} × ${two.name}`));
    return [seen.length, out, over];
}"""


def coded(form, state: str) -> None:
    """Codes the crisis and bets: then nothing is veiled."""
    name = form.get_attribute("data-explorer")
    names = ("balance", "control", "bet")
    choices = [choice for choice in EXPLORERS[name].choices if choice.name in names]
    click(form, EXPLORERS[name], {choice.name: choice.values[0] for choice in choices})


@CASES
def test_the_first_screen_has_story_map_line_of_time_and_card(
    book: Path, browser: Browser, root, state
):
    with visit(browser, root, f"chapters/cases/{state}.html", viewport=SCREEN) as seen:
        for part in (".story", ".locator", ".timeline-field", ".axis", ".region-card"):
            assert seen.page.evaluate(TOP, part) > 0
            assert seen.page.evaluate(BOTTOM, part) <= SCREEN["height"], part


@CASES
def test_on_a_phone_the_story_is_the_first_screen_and_all_to_play_with_the_second(
    book: Path, browser: Browser, root, state
):
    with visit(browser, root, f"chapters/cases/{state}.html", viewport=HAND) as seen:
        assert seen.page.evaluate(BOTTOM, ".story") <= HAND["height"]
        top, bottom = (
            seen.page.evaluate(TOP, ".timeline"),
            seen.page.evaluate(BOTTOM, ".case-coding"),
        )
        assert bottom - top <= HAND["height"]


@CASES
@pytest.mark.parametrize("face", FACES)
def test_no_two_labels_touch_and_none_leaves_the_line(
    book: Path, browser: Browser, root, state, face
):
    with visit(browser, root, f"chapters/cases/{state}.html", reduced_motion="reduce") as seen:
        seen.page.evaluate(FACE, FACES[face])
        form = seen.page.locator("form:has(.case)")
        for veiled in (True, False):
            if not veiled:
                coded(form, state)
            for width in (320, 360, 390, 480, 640, 768, 918, 1024, 1222, 1280, 1440):
                seen.page.set_viewport_size({"width": width, "height": 900})
                count, out, over = seen.page.evaluate(TOUCHING)
                assert count >= 8 and (out, over) == ([], []), (width, veiled)


@CASES
def test_arrow_keys_step_through_the_crisis(book: Path, browser: Browser, root, state):
    """In the order of time; the card tells each event, and keeps its place."""
    with visit(browser, root, f"chapters/cases/{state}.html", viewport=SCREEN) as seen:
        form = seen.page.locator("form:has(.case)")
        marks = form.locator("[data-choice=event] input")
        marks.first.focus()
        seen.page.keyboard.press("Space")
        told, place = [], seen.page.evaluate(TOP, ".timeline-field")
        for _mark in marks.all():
            told.append(form.locator(".region-card").inner_text())
            assert abs(seen.page.evaluate(TOP, ".timeline-field") - place) < 2
            seen.page.keyboard.press("ArrowRight")
        assert len({*told}) == marks.count()
        assert marks.first.is_checked()
