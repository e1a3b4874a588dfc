"""The style sheet holds a tenth of the theme's, and no page looks otherwise for it."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser
from test_pages import ADDRESSES
from tools.visit import PHONE, WIDE, visit

import explorers
from livepage.files import THEME, css
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
    document.querySelector('link[href*="THEME"]').replaceWith(style);
    const then = looks(), both = [...then.keys()].filter(kind => now.has(kind));
    // the two sheets stand in different folders
    const bare = value => value.replace(/url\\("http[^"]*\\/([^"\\/]+)"\\)/g, "url($1)");
    const missed = both.flatMap(kind => properties
        .map((one, n) => [one, then.get(kind)[n], now.get(kind)[n]])
        .filter(([one, whole, kept]) => whole !== kept && bare(whole) !== bare(kept))
        .map(([one, whole, kept]) => `${kind}: ${one} was ${whole}, is ${kept}`));
    return [then.size, both.length, properties.length, missed];
}""".replace("THEME", THEME)
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
    read = css.read((book.parent / ".doctrees" / "livepage" / WHOLE).read_text("utf-8"))
    return css.write(light_on_paper(without_font(read)))


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


def test_the_sheet_is_a_fraction_of_the_theme_s(book: Path, whole):
    sheet = Path(explorers.__file__).with_name("static") / "explorers.css"
    ours = len(css.write(css.read(sheet.read_text("utf-8"))).encode())
    kept = (book / "_static" / THEME).stat().st_size - ours
    assert 0 < kept <= 0.3 * (len(whole.encode()) - ours)
