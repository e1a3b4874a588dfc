"""The second bench says where it differs from the first; an answer stays in sight on any phone."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from test_in_sight import presses, settled
from tools.visit import visit
from walks import click

from every_explorer import EXPLORERS

PAGE = "chapters/scrutiny/one_coding.html"
LOW = {"width": 390, "height": 568}


def differing(page: Page) -> list[str]:
    return page.locator(".bench-differs li:visible").all_inner_texts()


@pytest.mark.parametrize("script", [True, False])
def test_the_second_bench_says_where_it_differs(book: Path, browser: Browser, root, script):
    """Whichever of the two is changed; and nothing once both are changed alike."""
    with visit(browser, root, PAGE, javascript=script) as seen:
        page = seen.page
        page.locator(".benches > details > summary").click()
        first, second = (page.locator(f"[data-explorer={name}]") for name in ("bench", "bench-b"))
        assert differing(page) == [] and first.locator(".bench-differs").count() == 0
        click(second, EXPLORERS["bench-b"], {"belarus-2020-balance": "adjusted"})
        assert differing(page) == ["Belarus 2020: balance"]
        click(first, EXPLORERS["bench"], {"ukraine-2022-outcome": "manageable"})
        assert differing(page) == ["Belarus 2020: balance", "Ukraine 2022: outcome"]
        click(first, EXPLORERS["bench"], {"belarus-2020-balance": "adjusted"})
        assert differing(page) == ["Ukraine 2022: outcome"]
        first.locator("button[type=reset]").click()
        second.locator("button[type=reset]").click()
        assert differing(page) == []


@pytest.mark.parametrize("name", ["bench", "bench-b"])
def test_on_a_low_phone_the_answer_stays_in_sight(book: Path, browser: Browser, root, name):
    with visit(browser, root, PAGE, viewport=LOW, reduced_motion="reduce") as seen:
        pressed = [*presses(seen.page, name), *settled(seen.page, name)]
        assert pressed and all(one["near"] for one in pressed)
