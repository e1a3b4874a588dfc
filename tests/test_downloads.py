"""What readers can take with them: whole, the same every time, and listed only where it is."""

import csv
import io
import re
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from tools import downloads
from tools.pdf import file_name
from tools.visit import pages, visit
from walks import forms, walk_all

from crisis_paths.exercises.exports import files
from crisis_paths.exercises.recipe import Recipe
from crisis_paths.schema import codebook
from crisis_paths.tables import folder

ARCHIVES = (downloads.BOOK, downloads.DATA, downloads.PRACTICE)
ROOT = Path(__file__).parents[1]


def opened(book: Path, name: str) -> dict[str, bytes]:
    """The files of an archive, by their names within its folder."""
    with zipfile.ZipFile(book / downloads.FOLDER / name) as found:
        assert found.testzip() is None
        start = f"{Path(name).stem}/"
        assert all(entry.startswith(start) for entry in found.namelist())
        return {entry.removeprefix(start): found.read(entry) for entry in found.namelist()}


def links(page: str) -> list[str]:
    """The files that the page of downloads lists."""
    return re.findall(r'href="\.\./\.\./downloads/([^"]+)"', page)


@pytest.fixture(scope="session")
def unpacked(book: Path, tmp_path_factory) -> Path:
    """The book as a reader has it after unpacking."""
    place = tmp_path_factory.mktemp("unpacked")
    with zipfile.ZipFile(book / downloads.FOLDER / downloads.BOOK) as found:
        found.extractall(place)
    return place / Path(downloads.BOOK).stem


def test_the_page_lists_what_is_there_with_its_size(book: Path):
    page = (book / downloads.PAGE).read_text("utf-8")
    assert links(page) == list(ARCHIVES)
    for name in ARCHIVES:
        size = downloads.size_words((book / downloads.FOLDER / name).stat().st_size)
        assert f"{name}</a> ({size})" in page


def test_the_archive_of_the_book_is_the_book(book: Path, unpacked: Path):
    """Every page and every file that a page names; none that only a server has a use for."""
    assert sorted(pages(unpacked)) == sorted(set(pages(book)) - downloads.ONLINE)
    for path in book.rglob("*"):
        name = path.relative_to(book).as_posix()
        left_out = name in downloads.ONLINE or name.startswith(f"{downloads.FOLDER}/")
        if path.is_file() and not left_out and name != downloads.PAGE:
            assert (unpacked / name).read_bytes() == path.read_bytes(), name
    alone = (unpacked / downloads.PAGE).read_text("utf-8")
    assert links(alone) == [] and "No files come with this copy" in alone
    assert "index.html" in (unpacked / "READ ME.txt").read_text("utf-8")


@pytest.mark.parametrize("address", ["index.html", "chapters/appendix/timeline.html"])
def test_it_works_by_double_click(browser: Browser, unpacked: Path, address):
    with visit(browser, f"{unpacked.as_uri()}/", address) as seen:
        for explorer, form in forms(seen.page):
            walk_all(form, explorer)
        for figure in seen.page.locator("figure.livepage-chart:has(.livepage-spec)").all():
            figure.scroll_into_view_if_needed()
            figure.locator(".vega-bindings").wait_for()
        assert seen.page.locator("nav .toctree-l1").count() > 30
        assert seen.errors == [] and seen.strangers == []


def test_the_data_comes_with_both_codebooks_and_a_licence(book: Path):
    found = opened(book, downloads.DATA)
    data = ROOT / "data"
    for path in data.iterdir():
        assert found[path.name] == path.read_bytes()
    assert b"CC BY 4.0" in found["LICENSE.txt"] or b"Creative Commons" in found["LICENSE.txt"]
    words = found["codebook.md"].decode()
    for table in codebook(folder()).values():
        assert f"{table.name}.csv" in words
        for field in table.fields:
            assert f"| `{field.name}` | {field.description} |" in words
    assert len(found) == len(list(data.iterdir())) + 2


def test_the_questions_can_be_made_again_from_their_seed(book: Path):
    found = opened(book, downloads.PRACTICE)
    readme = found.pop("READ ME.txt").decode()
    assert found == files(Recipe(downloads.COUNT).make(downloads.SEED))
    assert f"--seed {downloads.SEED} --count {downloads.COUNT}" in readme
    keyed = list(csv.DictReader(io.StringIO(found["key.csv"].decode())))
    assert len(keyed) == downloads.COUNT == 60


def test_archives_are_the_same_at_every_making(book: Path, tmp_path: Path):
    for name, contents in ((downloads.DATA, downloads.data()), (downloads.PRACTICE, None)):
        downloads.archive(tmp_path / name, contents or downloads.practice())
        assert (tmp_path / name).read_bytes() == (book / downloads.FOLDER / name).read_bytes()


def test_the_pdf_is_listed_once_it_is_there_and_goes_with_its_pages(unpacked: Path, tmp_path):
    html = tmp_path / "html"
    page, place = html / downloads.PAGE, html / downloads.FOLDER
    page.parent.mkdir(parents=True)
    place.mkdir()
    page.write_bytes((unpacked / downloads.PAGE).read_bytes())
    assert file_name("Crisis Paths") == downloads.PDF
    (place / downloads.PDF).write_bytes(b"%PDF" + b"x" * 1_200_000)
    (place / "strange.zip").touch()
    downloads.fill_with_what_is_there(html)
    once = page.read_text("utf-8")
    assert links(once) == [downloads.PDF] and "(1.2 MB)" in once
    assert re.search(r'<p hidden="">\s*No files come', once)
    downloads.fill_with_what_is_there(html)
    assert page.read_text("utf-8") == once
    downloads.make(html)
    assert not (place / downloads.PDF).exists()
    assert links(page.read_text("utf-8")) == list(ARCHIVES)
