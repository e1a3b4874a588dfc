"""What a click costs a page: how much of it is styled anew."""

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from test_engines import FORMS
from test_pages import ADDRESSES
from tools.visit import visit
from tours import clicks
from walks import UNFOLD_KEPT, click, forms

FIRST = 3  # clicks on each explorer
STYLED = 0.55  # of the page, by a click; a page that is one explorer has the most


def styled(trace: bytes) -> int:
    """Count the elements whose style was computed, as the browser wrote it down."""
    events = json.loads(trace)["traceEvents"]
    told = [one["args"] for one in events if one["name"] == "UpdateLayoutTree"]
    assert told  # else nothing was written down
    return sum(args.get("elementCount", 0) for args in told)


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_click_has_little_of_the_page_styled_anew(
    browser: Browser, root, book: Path, address: str
):
    """A rule that asks the root by ``:has()`` what is set anywhere would have all of it styled.

    Likewise one of which any element at all may be the end: browsers then look at each.
    """
    if not re.search(FORMS, (book / address).read_text("utf-8")):
        return  # nothing to click
    with visit(browser, root, address, reduced_motion="reduce") as seen:
        seen.page.evaluate(UNFOLD_KEPT)
        made = [
            (form, explorer, choice, value)
            for explorer, form in forms(seen.page)
            for choice, value in list(clicks(explorer))[:FIRST]
        ]
        browser.start_tracing(page=seen.page, categories=["devtools.timeline"])
        for form, explorer, choice, value in made:
            click(form, explorer, {choice: value})
        many = styled(browser.stop_tracing()) / len(made)
        assert many <= STYLED * seen.page.locator("*").count(), many
