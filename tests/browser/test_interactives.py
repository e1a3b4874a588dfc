"""The page of the signs: every component is on it, in every state, and stands out."""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser
from test_pages import RULES
from tools.visit import PHONE, WIDE, visit
from walks import click

from every_explorer import EXPLORERS

PAGE = "chapters/appendix/interactives.html"
# what the patterns of the book are made of
PARTS = (
    ".explorer-switch",
    ".explorer-toggle",
    ".explorer-bet",
    ".explorer-marks",
    ".map-cell",
    ".map-here",
    ".stage-arrow",
    ".stage-frame",
    ".stage-frame.broken",
    ".timeline",
    ".region-veil em",
    ".signs li",
    ".explorer-alternative",
)


def states() -> list[dict[str, dict[str, str]]]:
    """At the start; and with everything set otherwise, the last event chosen."""
    last = EXPLORERS["try-time"].choices[0].values[-1]
    changed = {
        "try-controls": {"balance": "adjusted", "control": "weak"},
        "try-bet": {"bet": "closed"},
        "try-time": {"veil": "lifted", "event": last},
    }
    return [{}, changed]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_every_component_is_there_and_axe_finds_nothing(browser: Browser, root, size, scheme):
    # still: what fades in has too little contrast on its way
    look = {"viewport": size, "color_scheme": scheme, "reduced_motion": "reduce"}
    with visit(browser, root, PAGE, **look) as seen:
        for part in PARTS:
            assert seen.page.locator(part).first.is_visible(), part
        for state in states():
            for name, setting in state.items():
                form = seen.page.locator(f"[data-explorer={name}]")
                click(form, EXPLORERS[name], setting)
            assert Axe().run(seen.page, options={"runOnly": RULES}).response["violations"] == []
        assert seen.page.locator(".event-card:visible").count() == 1
        assert seen.page.locator(".map-known.outcome-unmanageable:visible").count() == 2
        assert seen.page.locator(".region-veil em:visible").count() == 0
        assert seen.page.locator("[data-came-out=missed]:visible").count() == 1


def test_without_a_script_it_can_be_tried_all_the_same(book: Path, browser: Browser, root):
    with visit(browser, root, PAGE, javascript=False) as seen:
        for name, setting in states()[1].items():
            form = seen.page.locator(f"[data-explorer={name}]")
            click(form, EXPLORERS[name], setting)
        assert seen.page.locator(".event-card:visible").count() == 1
        assert seen.page.locator(".stage-frame.broken").is_visible()
