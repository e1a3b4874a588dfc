"""The files that the pages ask for, written when the build is done; and the dead ones, removed."""

import hashlib
import shutil
from collections.abc import Iterable
from dataclasses import astuple
from importlib.resources import files
from pathlib import Path

from sphinx.util import logging

from livepage.files import (
    BETS,
    CHARTS,
    COMFORT,
    NO_SCRIPT,
    STAND_IN,
    THEME,
    VEGA,
    css,
    stylesheet,
    vega,
)
from livepage.files.masks import without_font
from livepage.files.purge import without_unmet_rules, without_unused_variables
from livepage.files.themes import dark_by_preference, light_on_paper
from livepage.files.vocabulary import Vocabulary, vocabulary
from livepage.running import watch

logger = logging.getLogger(__name__)

# What no page of a livepage book refers to. Licences stay.
DEAD = (
    "scripts/fontawesome.js",
    "vendor/fontawesome",
    "sphinx-thebe.*",
    "scripts/*.map",
    "styles/*.map",
    "locales",
    "*webpack-macros.html",
)
RECORD = "sheets.sha256"  # of all that the merged sheet is made of
KEPT = "sheets"  # those that were merged, as Sphinx has copied them
WHOLE = "livepage-theme-whole.css"  # kept apart, to compare with


def own(name: str) -> str:
    """Return the text of a file of livepage's own static folder."""
    return files("livepage").joinpath("static", name).read_text("utf-8")


def known_to(static: Path, pages: str) -> Vocabulary:
    """Return what the pages, their scripts and the book's and livepage's sheets ask for."""
    loaded = (p for p in static.rglob("*.js") if p.name in pages and p.name != VEGA)
    made = {static / THEME, static / NO_SCRIPT, *stylesheet.paths(static)}
    beside = (path for path in static.rglob("*.css") if path.name in pages and path not in made)
    return vocabulary(
        [pages],
        (path.read_text("utf-8") for path in loaded),
        [own("livepage.css"), *(path.read_text("utf-8") for path in beside)],
    )


def bring_back(static: Path, kept: Path) -> None:
    """Put back the sheets of the last build where Sphinx has copied none.

    It does so only when it writes a page. A sheet of livepage's own may have changed, or the pages
    that decide which rules are met.
    """
    if not (static / stylesheet.SHEETS[0]).is_file():
        for path in kept.rglob("*.css"):
            place = static / path.relative_to(kept)
            if not place.is_file():
                place.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(path, place)


def put_aside(static: Path, kept: Path, sheets: Iterable[Path]) -> None:
    """Take the merged sheets out of the pages' reach, and keep them for the next build."""
    shutil.rmtree(kept, ignore_errors=True)
    for path in sheets:
        place = kept / path.relative_to(static)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.move(path, place)


def write_stylesheets(static: Path, build: Path, pages: str) -> None:
    """Merge the theme's sheets into one, without what no page uses, and put them aside."""
    bring_back(static, build / KEPT)
    (static / "livepage.css").write_text(own("livepage.css"), encoding="utf-8")
    sheets = stylesheet.paths(static)
    whole = "\n".join(path.read_text("utf-8") for path in sheets)
    known = known_to(static, pages)
    of, record = made_of(whole, known), build / RECORD
    if not (static / THEME).is_file() or not record.is_file() or record.read_text() != of:
        merge_stylesheets(static, known)
        build.mkdir(parents=True, exist_ok=True)
        (build / WHOLE).write_text(whole, encoding="utf-8")
        record.write_text(of)
    put_aside(static, build / KEPT, sheets)


def made_of(whole: str, known: Vocabulary) -> str:
    """Return a hash of all that the merged sheet is made of, by which it is made only once."""
    code = watch.fingerprint(watch.state(Path(__file__).parent, ["*.py"]))
    names = [sorted(one) for one in astuple(known)]
    return hashlib.sha256(repr((code, own(NO_SCRIPT), whole, names)).encode()).hexdigest()


def merge_stylesheets(static: Path, known: Vocabulary) -> None:
    """Write the merged sheet, and its dark rules for browsers without scripts."""
    merged = without_font(without_unmet_rules(stylesheet.merge(static), known))
    merged = without_unused_variables(merged, known.variables)
    (static / THEME).write_text(css.write(light_on_paper(merged)), encoding="utf-8")
    without_script = own(NO_SCRIPT) + css.write(dark_by_preference(merged))
    (static / NO_SCRIPT).write_text(without_script, encoding="utf-8")


def write_scripts(static: Path, build: Path, pages: str) -> None:
    """Write the scripts that the pages refer to."""
    (static / COMFORT).write_text(own(COMFORT), encoding="utf-8")
    if STAND_IN in pages:
        (static / STAND_IN).write_text(own(STAND_IN), encoding="utf-8")
    if BETS in pages:
        (static / BETS).write_text(own(BETS), encoding="utf-8")
    if CHARTS in pages:
        (static / CHARTS).write_text(own(CHARTS), encoding="utf-8")
        (static / VEGA).write_text(vega.cached_bundle(build), encoding="utf-8")


def remove_dead(static: Path, pages: str) -> None:
    """Remove the files of `DEAD` that no page names."""
    for pattern in DEAD:
        for path in static.glob(pattern):
            if path.name in pages and path.suffix:
                continue
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink()


def finish(app, exception) -> None:
    """Complete the static folder (Sphinx's ``build-finished``, after the theme's own steps)."""
    if exception or app.builder.format != "html":
        return
    out = Path(app.outdir)
    static, build = out / "_static", Path(app.doctreedir) / "livepage"
    if not static.is_dir():
        return
    found = (path for path in sorted(out.rglob("*.html")) if static not in path.parents)
    pages = "\n".join(path.read_text("utf-8") for path in found)
    write_scripts(static, build, pages)
    write_stylesheets(static, build, pages)
    remove_dead(static, pages)
