"""Each page's style in the page itself: it is painted without a second way to the server.

`passes.links` leaves a place for it in the head, with the names of the sheets that the page has
beside the merged one. What comes there is made anew whenever something has changed that it is made
of: a sheet, a page, a script, or how it is made.
"""

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path

from livepage.files import CHARTS, COPY, EXPLORERS, FRAME, STAND_IN, THEME, VEGA, css
from livepage.files.elements import Elements, elements
from livepage.files.fitted import fit
from livepage.files.lines import Line, lines
from livepage.running import watch

PLACE = re.compile(r'(<style data-sheets="([^"]*)">)(.*?)(</style>)', re.S)
RECORD = "inpage.sha256"  # of all that the pages' styles are made of, and of the pages with them
ROOT = re.compile(r'data-content_root="([^"]*)"')
SCRIPT = re.compile(r'<script\b[^>]*\bsrc="[^"?]*?([^"/?]+\.js)[^"]*"')
# what the chart library makes
LIVE = (
    *("vega-", "mark-", "role-", "chart-wrapper", "has-actions", "details", "summary"),
    *("form", "select", "option", "input", "label", "span", "div", "type", "fill", "stroke"),
)
OWN = (FRAME, EXPLORERS, COPY, STAND_IN, CHARTS)


def bare(page: str) -> str:
    """Return a page without its style.

    Examples
    --------
    >>> bare('<style data-sheets="">a{top:0}</style><a>b</a>')
    '<style data-sheets=""></style><a>b</a>'
    """
    return PLACE.sub(r"\1\4", page)


def fill(static: Path, build: Path, pages: Mapping[Path, str]) -> None:
    """Write into each page the style that it needs.

    Parameters
    ----------
    static : Path
        The folder with the sheets and the scripts.
    build : Path
        Where a record is kept of what the styles were made of.
    pages : mapping of Path to str
        The pages as they stand there.
    """
    sheets = {
        name
        for page in pages.values()
        for found in PLACE.findall(page)
        for name in found[1].split()
    }
    texts = {
        name: (static / name).read_text("utf-8")
        for name in sorted({THEME, *sheets})
        if (static / name).is_file()
    }
    scripts = {
        path.name: path.read_text("utf-8")
        for path in sorted(static.rglob("*.js"))
        if path.name != VEGA
    }
    code = watch.fingerprint(watch.state(Path(__file__).parent, ["*.py"]))
    of = repr((code, texts, sorted(scripts.items())))
    record = build / RECORD
    if record.is_file() and record.read_text() == _hash(of, pages):
        return
    read = {name: lines(css.read(text)) for name, text in texts.items()}
    done = {path: _filled(page, read, scripts) for path, page in pages.items()}
    for path, page in done.items():
        if page != pages[path]:
            path.write_text(page, encoding="utf-8")
    build.mkdir(parents=True, exist_ok=True)
    record.write_text(_hash(of, done))


def _hash(of: str, pages: Mapping[Path, str]) -> str:
    return hashlib.sha256(repr((of, sorted(pages.items()))).encode()).hexdigest()


def _filled(page: str, sheets: Mapping[str, list[Line]], scripts: Mapping[str, str]) -> str:
    """Return a page with its style."""
    place = PLACE.search(page)
    if not place:
        return page
    names = [name for name in (THEME, *place[2].split()) if name in sheets]
    sheet = [line for name in names for line in sheets[name]]
    root = ROOT.search(page)
    way = root[1] if root and root[1] != "./" else ""
    style = fit(sheet, made_of(bare(page), scripts), f"{way}_static/")
    return PLACE.sub(lambda found: f"{found[1]}{style}{found[4]}", page, count=1)


def made_of(page: str, scripts: Mapping[str, str]) -> Elements:
    """Return what a page consists of, whatever its scripts do.

    Parameters
    ----------
    page : str
        The page.
    scripts : mapping of str to str
        Scripts by their names; those that it loads are read.
    """
    loaded = {*SCRIPT.findall(page), *((STAND_IN,) if STAND_IN in page else ())}
    own, others = (
        [text for name, text in scripts.items() if name in loaded and (name in OWN) is is_own]
        for is_own in (True, False)
    )
    return elements(page, others, own, LIVE if CHARTS in loaded else ())
