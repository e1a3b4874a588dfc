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
    const labels = [...document.querySelectorAll("form:has(.case) .explorer-marks label")]
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
    """In the order of time up to the cut-off; once the veil is lifted, through all of it.

    The card tells each event, one at a time, and keeps its place.
    """
    with visit(browser, root, f"chapters/cases/{state}.html", viewport=SCREEN) as seen:
        form = seen.page.locator("form:has(.case)")
        name = form.get_attribute("data-explorer")
        (events,) = (one for one in EXPLORERS[name].choices if one.name == "event")
        before = [option.value for option in events.options if not option.when]
        place = seen.page.evaluate(TOP, ".timeline-field")
        for known in (before, list(events.values)):
            if len(known) > len(before):
                form.evaluate("form => form.reset()")
                coded(form, state)
            form.locator("[data-choice=event] input").first.focus()
            seen.page.keyboard.press("Space")
            told = []
            for value in (*known, known[0]):  # and round to the first again
                checked = form.locator("[data-choice=event] :checked")
                assert checked.get_attribute("value") == value
                told.append(form.locator(".region-card").inner_text())
                assert form.locator(".event-card:visible").count() == 1
                if known is before:
                    assert abs(seen.page.evaluate(TOP, ".timeline-field") - place) < 2
                seen.page.keyboard.press("ArrowRight")
            assert len({*told}) == len(known)


@CASES
def test_a_link_to_a_later_event_does_not_lift_the_veil(browser: Browser, root, state):
    page = f"chapters/cases/{state}.html"
    (name,) = (n for n in EXPLORERS if n.startswith(f"coding-{state}") and "2013" not in n)
    (events,) = (one for one in EXPLORERS[name].choices if one.name == "event")
    later = next(option for option in events.options if option.when)
    with visit(browser, root, f"{page}#{name}-event={later.value}") as seen:
        form = seen.page.locator("form:has(.case)")
        assert form.locator(".event-card:visible").count() == 0
        assert form.locator(".region-card").inner_text() == "What came after is veiled."
        assert form.locator(f"[value={later.value}]").locator("..").is_hidden()
        coded(form, state)
        assert form.locator(".event-card:visible").count() == 1


# Which marks a finger cannot hit: smaller than 24 pixels, and with less room around them than that
# (WCAG 2.2, 2.5.8): a circle of 24 pixels around one meets another, or another's circle.
SMALL = """() => {
    const boxes = [...document.querySelectorAll(".explorer-marks label")]
        .filter((label) => label.checkVisibility())
        .map((label) => [label.textContent.trim(), label.getBoundingClientRect()]);
    const little = ([, box]) => box.width < 23.99 || box.height < 23.99;
    const middle = ([, box]) => [box.left + box.width / 2, box.top + box.height / 2];
    const meets = (one, two) => {
        const [x, y] = middle(one), [, box] = two;
        const [x2, y2] = little(two) ? middle(two) : [
            Math.min(Math.max(x, box.left), box.right), Math.min(Math.max(y, box.top), box.bottom)];
        return Math.hypot(x - x2, y - y2) < (little(two) ? 24 : 12) - 0.01;
    };
    const bad = boxes.filter(little)
        .filter((one) => boxes.some((two) => two !== one && meets(one, two)));
    return [boxes.length, bad.map(([name]) => name)];
}"""


@CASES
def test_every_mark_can_be_hit_by_a_finger(book: Path, browser: Browser, root, state):
    with visit(browser, root, f"chapters/cases/{state}.html", reduced_motion="reduce") as seen:
        coded(seen.page.locator("form:has(.case)"), state)
        for width in (320, 390, 768, 1024, 1280, 1440):
            seen.page.set_viewport_size({"width": width, "height": 900})
            count, small = seen.page.evaluate(SMALL)
            assert count >= 26 and small == [], width


NUMBERS = """() => {
    const form = document.querySelector("form:has(.case)");
    const marks = [...form.querySelectorAll(".explorer-marks label")].map((label) => {
        const number = label.querySelector(".mark-number"), words = label.querySelector("span");
        const seen = (e) => getComputedStyle(e).clipPath === "none" && e.checkVisibility();
        return [number.textContent, seen(number), seen(words)];
    });
    const list = [...form.parentElement.querySelectorAll(".lanes li")];
    return [marks, list.map((item) => item.querySelector(".event-number").textContent)];
}"""

OPENED = "fold => { fold.open = true; }"


@CASES
def test_every_mark_has_its_words_or_a_number_that_the_list_repeats(
    book: Path, browser: Browser, root, state
):
    with visit(browser, root, f"chapters/cases/{state}.html") as seen:
        form = seen.page.locator("form:has(.case)")
        coded(form, state)
        for width in (1280, 390):
            seen.page.set_viewport_size({"width": width, "height": 900})
            form.locator("~ .explorer-alternative").first.evaluate(OPENED)
            marks, listed = seen.page.evaluate(NUMBERS)
            assert all(number_seen or words_seen for _n, number_seen, words_seen in marks)
            assert [number for number, *_seen in marks] == listed
            assert width > 390 or all(number_seen for _n, number_seen, _words in marks)
        mark = form.locator(".explorer-marks label").nth(2)
        mark.click()
        told = form.locator(".region-card .event-number:visible")
        assert told.inner_text() == mark.locator(".mark-number").text_content() == "3"
