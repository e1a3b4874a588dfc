"""A page's style is a part of the sheets that it is made of; no page looks otherwise for it."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from test_pages import ADDRESSES, written
from tools.visit import PHONE, WIDE, visit

from livepage.files import css
from livepage.files.masks import without_font
from livepage.files.static import WHOLE
from livepage.files.themes import light_on_paper

# Every property of every kind of element (of those alike in name, classes and parents, the first),
# with the sheet as it is and with the whole one: how many kinds there are, how many of them both
# times, and what differs.
COMPARE = """whole => {
    const name = e => e ? `${e.tagName}.${e.className.baseVal ?? e.className}#${e.id}` : "";
    const properties = [...getComputedStyle(document.body)].filter(one => !one.startsWith("--"));
    const looks = () => {
        const found = new Map();
        for (const e of document.querySelectorAll("html, body, body *")) {
            const kind = [e, e.parentElement, e.closest("main, body")].map(name).join(" in ");
            if (found.has(kind)) continue;
            const style = getComputedStyle(e);
            found.set(kind, properties.map(one => style.getPropertyValue(one)));
        }
        return found;
    };
    const now = looks();
    const style = document.createElement("style");
    style.textContent = whole;
    document.querySelector("style[data-sheets]").replaceWith(style);
    const then = looks(), both = [...then.keys()].filter(kind => now.has(kind));
    // the two sheets stand in different folders
    const bare = value => value.replace(/url\\("http[^"]*\\/([^"\\/]+)"\\)/g, "url($1)");
    const missed = both.flatMap(kind => properties
        .map((one, n) => [one, then.get(kind)[n], now.get(kind)[n]])
        .filter(([one, whole, kept]) => whole !== kept && bare(whole) !== bare(kept))
        .map(([one, whole, kept]) => `${kind}: ${one} was ${whole}, is ${kept}`));
    return [then.size, both.length, properties.length, missed];
}"""
DRAWN = """() => [...document.querySelectorAll("figure:has(.livepage-spec)")]
    .every(f => f.dataset.state === "live")"""
OPEN = """() => { document.querySelectorAll("details").forEach(d => d.open = true);
    document.querySelectorAll("figure").forEach(
        f => f.dispatchEvent(new Event("pointerenter")));
    document.getElementById("pst-search-dialog")?.showModal();
    document.getAnimations().forEach(a => a.finish()); }"""


@pytest.fixture(scope="session")
def whole(book: Path) -> str:
    """The sheets as they would be with nothing left out: the merged one, and the book's."""
    read = css.read((book.parent / ".doctrees" / "livepage" / WHOLE).read_text("utf-8"))
    beside = css.read((book / "_static" / "book.css").read_text("utf-8"))
    return css.write([*light_on_paper(without_font(read)), *beside])


@pytest.mark.parametrize("address", ADDRESSES)
def test_what_is_left_out_is_missed_nowhere(book, browser: Browser, root, whole, address):
    size = PHONE if len(address) % 2 else WIDE
    scheme = "dark" if len(address) % 3 else "light"
    still = {"viewport": size, "color_scheme": scheme, "reduced_motion": "reduce"}
    with visit(browser, root, address, **still) as seen:
        seen.page.evaluate(OPEN)
        seen.page.wait_for_function(DRAWN)
        kinds, both, properties, missed = seen.page.evaluate(COMPARE, whole)
        # the theme's scripts may have marked another section as the one in sight
        assert both > max(40, 0.9 * kinds)
        assert properties > 300
        assert missed == []


def test_a_page_s_style_is_a_fraction_of_the_theme_s(book: Path, whole):
    for address in ADDRESSES:
        (style,) = re.findall(r"(?s)<style data-sheets[^>]*>(.*?)</style>", written(book, address))
        assert 0 < len(style) <= 0.25 * len(whole), address
