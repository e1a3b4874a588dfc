"""The style sheet holds a tenth of the theme's, and no page looks otherwise for it."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from test_pages import ADDRESSES
from tools.visit import PHONE, WIDE, visit

from livepage.files import WHOLE
from livepage.stylesheet import BUNDLE, light_on_paper

# every property of every kind of element: of those alike in name, classes and parents, the first
LOOKS = """() => {
    const name = e => e ? `${e.tagName}.${e.className.baseVal ?? e.className}#${e.id}` : "";
    const looks = {};
    for (const e of document.querySelectorAll("html, body, body *")) {
        const kind = `${name(e)} in ${name(e.parentElement)} in ${name(e.closest("main, body"))}`;
        if (kind in looks) continue;
        const style = getComputedStyle(e), said = {};
        for (const property of style) {
            if (!property.startsWith("--")) said[property] = style.getPropertyValue(property)
                // the two sheets stand in different folders
                .replace(/url\\("http[^"]*\\/([^"\\/]+)"\\)/g, "url($1)");
        }
        looks[kind] = said;
    }
    return JSON.stringify(looks);
}"""
SWAP = """css => { const link = document.querySelector('link[href*="BUNDLE"]');
    const style = document.createElement("style"); style.textContent = css;
    link.replaceWith(style); }""".replace("BUNDLE", BUNDLE)
DRAWN = """() => [...document.querySelectorAll("figure:has(.livepage-spec)")]
    .every(f => f.dataset.state === "live")"""
OPEN = """() => { document.querySelectorAll("details").forEach(d => d.open = true);
    document.querySelectorAll(".dropdown-menu, .dropdown-toggle").forEach(
        d => d.classList.add("show"));
    document.querySelectorAll("figure").forEach(
        f => f.dispatchEvent(new Event("pointerenter")));
    document.getElementById("pst-search-dialog")?.showModal();
    document.getAnimations().forEach(a => a.finish()); }"""


@pytest.fixture(scope="session")
def whole(book: Path) -> str:
    """The sheet as it would be with nothing left out."""
    css = (book.parent / ".doctrees" / "livepage" / WHOLE).read_text("utf-8")
    return light_on_paper(css)


@pytest.mark.parametrize("address", ADDRESSES)
def test_what_is_left_out_is_missed_nowhere(book, browser: Browser, root, whole, address):
    size = PHONE if len(address) % 2 else WIDE
    scheme = "dark" if len(address) % 3 else "light"
    still = {"viewport": size, "color_scheme": scheme, "reduced_motion": "reduce"}
    with visit(browser, root, address, **still) as seen:
        seen.page.evaluate(OPEN)
        seen.page.wait_for_function(DRAWN)
        now = json.loads(seen.page.evaluate(LOOKS))
        seen.page.evaluate(SWAP, whole)
        then = json.loads(seen.page.evaluate(LOOKS))
        # the theme's scripts may have marked another section as the one in sight
        both = now.keys() & then.keys()
        assert len(both) > max(40, 0.9 * len(then))
        changed = {
            kind: {key: (value, now[kind][key]) for key, value in then[kind].items()}
            for kind in both
            if then[kind] != now[kind]
        }
        assert changed == {}


def test_the_sheet_is_a_fraction_of_the_theme_s(book: Path, whole):
    assert (book / "_static" / BUNDLE).stat().st_size <= 0.3 * len(whole.encode())
