"""What readers can take with them: the book, its data, questions to practise on, and its PDF.

A Sphinx extension of this book's own (`_config.yml`, local_extensions). The archives are made when
the pages are done; the PDF is added by ``make pdf``. The page of downloads lists the files that
are there, with their sizes, and so never leads to one that is not.
"""

import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from markupsafe import Markup

from crisis_paths.exercises import ready
from crisis_paths.exercises.formats.exports import files as exports
from crisis_paths.exercises.make.recipe import Recipe
from crisis_paths.i18n import _
from crisis_paths.tables.csv_text import cells
from crisis_paths.tables.handed_out import csv_file
from crisis_paths.tables.reading import folder as tables
from crisis_paths.views.appendix.codebook import codebook_text
from livepage.markup import fragment, parse, write
from livepage.runtime import FOLDER as PYTHON

ROOT = Path(__file__).parents[1]
FOLDER = "downloads"
PAGE = "chapters/appendix/downloads.html"
PLACE = "div.downloads"
PDF, BOOK, DATA, PRACTICE = (
    "crisis-paths.pdf",
    "crisis-paths-book.zip",
    "crisis-paths-data.zip",
    "crisis-paths-practice.zip",
)
SHEETS = "spreadsheets"
SEED, COUNT = "practice", 60  # anyone can make the same again
# what only a published site has a use for
ONLINE = {"404.html", "sitemap.xml", ".buildinfo", "objects.inv", ".nojekyll"}
SERVED = (f"{FOLDER}/", f"_static/{PYTHON}/")  # so has all in these; from a file no Python runs
EPOCH = (1980, 1, 1, 0, 0, 0)  # the same bytes for the same contents
Contents = Mapping[str, bytes]


def said() -> dict[str, str]:
    """Return what each file is, in the order of the list."""
    return {
        PDF: _("The whole book on paper: cover, contents, chapters, tables, figures."),
        BOOK: _("The whole book as pages. Unpack it, then open index.html by double-click."),
        DATA: _("Gu Wei’s article, and the abstract of the second, as tables with the codebook."),
        PRACTICE: _("Sixty questions to practise on, for Moodle, Canvas, Blackboard and paper."),
    }


def archive(path: Path, contents: Contents) -> None:
    """Write an archive whose files stand in one folder, named as it is; whole or not at all."""
    half = path.with_suffix(".part")
    with zipfile.ZipFile(half, "w", zipfile.ZIP_DEFLATED) as made:
        for name in sorted(contents):
            entry = zipfile.ZipInfo(f"{path.stem}/{name}", EPOCH)
            entry.external_attr = 0o644 << 16
            made.writestr(entry, contents[name], zipfile.ZIP_DEFLATED)
    half.replace(path)


def site(html: Path) -> Contents:
    """Return the built pages with all that they load."""
    found = {path.relative_to(html).as_posix(): path for path in html.rglob("*") if path.is_file()}
    kept = {n: p for n, p in found.items() if n not in ONLINE and not n.startswith(SERVED)}
    words = _(
        "Unpack this folder, then open index.html in it by double-click. No network is needed."
    )
    return {name: path.read_bytes() for name, path in kept.items()} | text("READ ME.txt", words)


def for_spreadsheet(table: bytes) -> bytes:
    """Return a table as it opens right by double-click; what is so already stays as it is."""
    head, *rows = (row for _line, row in cells(table.decode("utf-8-sig")).rows)
    return csv_file(head, rows)


def for_readers(html: Path) -> None:
    """Let the tables to which pages lead open right; a reader opens them by double-click."""
    for table in html.glob("_downloads/*/*.csv"):
        table.write_bytes(for_spreadsheet(table.read_bytes()))


def data() -> Contents:
    """Return the tables, their codebook for programs and people, the bibliography, the licence."""
    place = tables()
    names = ("*.csv", "*.json", "*.bib")
    found = {path.name: path.read_bytes() for name in names for path in place.glob(name)}
    sheets = {
        f"{SHEETS}/{name}": for_spreadsheet(table)
        for name, table in found.items()
        if name.endswith(".csv")
    }
    licence = {"LICENSE.txt": (ROOT / "LICENSE-CONTENT").read_bytes()}
    words = _(
        "The tables in the folder {sheets} are for Excel and other spreadsheets and open by"
        " double-click. The same tables beside this file are for programs: plain UTF-8 without a"
        " byte order mark, as datapackage.json says. What stands in them is told in codebook.md."
    ).format(sheets=SHEETS)
    return (
        found | sheets | licence | text("codebook.md", codebook_text()) | text("READ ME.txt", words)
    )


def practice() -> Contents:
    """Return questions in every form that a learning system takes, with their key."""
    words = _(
        "{count} questions on states that do not exist, with their key: to practise on, not to"
        " grade by. Moodle, Canvas and Blackboard grade those in moodle.xml, gift.txt, canvas.zip"
        " and blackboard.txt by themselves. The open questions stand apart, in the files with -open"
        " in their names: a quiz that holds one gets no grade until a person has read the answers."
        " The same set comes from: crisis-exercises make --seed {seed} --count {count}"
    ).format(count=COUNT, seed=SEED)
    return exports(Recipe(COUNT).make(SEED)) | text("READ ME.txt", words)


def ready_set(kind: str, level: str) -> Contents:
    """Return a set that lies ready, in every form: what the page and the command make as well."""
    words = _(
        "{count} questions on states that do not exist, with their key: to practise on, not to"
        " grade by. The same set comes from the book’s page “Make a set”, and from:"
        " crisis-exercises make --seed {seed} --count {count} --kinds {kind} --level {level}"
    ).format(count=ready.COUNT, seed=ready.SEED, kind=kind, level=level)
    made = exports(ready.READY[kind, level].make(ready.SEED))
    return made | text("READ ME.txt", words)


def write_ready(html: Path) -> None:
    """Write the sets that lie ready; they go into the archive of the book as well."""
    for kind, level in ready.READY:
        path = html / ready.place(kind, level)
        path.parent.mkdir(exist_ok=True)
        archive(path, ready_set(kind, level))


def text(name: str, words: str) -> Contents:
    """Return a file with this text."""
    return {name: f"{words}\n".encode()}


def listed(present: Iterable[Path]) -> Markup:
    """Return the list of the files that are there, each with its size."""
    sizes = {path.name: path.stat().st_size for path in present}
    line = Markup(
        '<li><a href="../../{folder}/{name}" download="">{name}</a> ({size}). {words}</li>'
    )
    return Markup("<ul>{}</ul>").format(
        Markup().join(
            line.format(folder=FOLDER, name=name, size=size_words(sizes[name]), words=words)
            for name, words in said().items()
            if name in sizes
        )
    )


def size_words(size: int) -> str:
    """Return a file's size as one reads it.

    Examples
    --------
    >>> size_words(2_345_678), size_words(45_678)
    ('2.3 MB', '46 KB')
    """
    if size >= 1e6:
        return _("{size} MB").format(size=f"{size / 1e6:.1f}")
    return _("{size} KB").format(size=f"{size / 1e3:.0f}")


def fill(html: Path, present: Iterable[Path]) -> None:
    """List these files on the page of downloads, if the book has one; if there are none, say so."""
    page, present = html / PAGE, list(present)
    if not page.is_file():
        return
    soup = parse(page.read_text("utf-8"))
    place = soup.select_one(PLACE)
    for old in place.find_all("ul"):
        old.decompose()
    without = place.find("p")
    without.attrs.pop("hidden", None)
    if present:
        without["hidden"] = ""
        place.append(fragment(str(listed(present))))
    page.write_text(write(soup), "utf-8")


def fill_with_what_is_there(html: Path) -> None:
    """List every file of the downloads' folder that the page knows."""
    fill(html, (html / FOLDER / name for name in said() if (html / FOLDER / name).is_file()))


def make(html: Path) -> None:
    """Make the archives of a built site. A PDF of pages that have changed since is taken away."""
    target = html / FOLDER
    target.mkdir(exist_ok=True)
    for_readers(html)
    (target / PDF).unlink(missing_ok=True)
    write_ready(html)
    fill(html, [])  # the copy within the archive has no archives beside it
    archive(target / BOOK, site(html))
    archive(target / DATA, data())
    archive(target / PRACTICE, practice())
    fill_with_what_is_there(html)


def setup(app) -> dict:
    """Register with Sphinx; after livepage has completed the static files."""

    def finish(app, exception: Exception | None) -> None:
        if not exception and app.builder.format == "html":
            make(Path(app.outdir))

    app.connect("build-finished", finish, priority=950)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
