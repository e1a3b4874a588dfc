"""What readers can take with them: whole, the same every time, and listed only where it is."""

import csv
import io
import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Browser
from tools import downloads
from tools.pdf import file_name
from tools.visit import pages, visit
from walks import forms, walk_all

from crisis_paths.exercises.formats.exports import files
from crisis_paths.exercises.make.recipe import Recipe
from crisis_paths.tables.reading import folder
from crisis_paths.tables.schema import codebook

ARCHIVES = (downloads.BOOK, downloads.DATA, downloads.PRACTICE)
ROOT = Path(__file__).parents[2]


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
        left_out = name in downloads.ONLINE or name.startswith(downloads.SERVED)
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
    sheets = {name for name in found if name.startswith(f"{downloads.SHEETS}/")}
    assert len(found) == len(list(data.iterdir())) + len(sheets) + 3


def begins_formula(cell: str) -> bool:
    number = re.fullmatch(r"[+-]?\d+(\.\d+)?", cell)
    return cell[:1] in tuple("=+-@\t\r＝＋－＠") and not number


def test_the_data_comes_once_more_for_spreadsheets_and_the_words_say_so():
    found = downloads.data()
    for name in codebook(folder()):
        plain, sheet = found[f"{name}.csv"], found[f"{downloads.SHEETS}/{name}.csv"]
        assert sheet.startswith(b"\xef\xbb\xbf") and not plain.startswith(b"\xef\xbb\xbf")
        rows, sheet_rows = (
            list(csv.reader(io.StringIO(table.decode("utf-8-sig"), newline="")))
            for table in (plain, sheet)
        )
        assert rows == sheet_rows  # no value of ours begins a formula, so none has an apostrophe
        assert not [cell for row in sheet_rows for cell in row if begins_formula(cell)]
    words = found["READ ME.txt"].decode()
    assert f"in the folder {downloads.SHEETS} are for Excel" in words
    assert "beside this file are for programs: plain UTF-8 without a byte order mark" in words


def test_a_table_that_a_page_hands_out_opens_in_a_spreadsheet(tmp_path):
    """Made again after each build, and again without one; as often as that, it stays the same."""
    place = tmp_path / "_downloads" / "0123" / "terms.csv"
    place.parent.mkdir(parents=True)
    place.write_text("key,zh\na,外交平衡\nb,=1+1\n", "utf-8")
    for _time in range(2):
        downloads.for_readers(tmp_path)
        assert place.read_bytes() == "\ufeffkey,zh\r\na,外交平衡\r\nb,'=1+1\r\n".encode()


def test_so_do_all_tables_of_the_book(book: Path):
    handed_out = {path.stem: path.read_bytes() for path in book.glob("_downloads/*/*.csv")}
    assert set(handed_out) == set(codebook(folder()))
    for name, table in handed_out.items():
        assert table == downloads.for_spreadsheet((ROOT / "data" / f"{name}.csv").read_bytes())


def test_a_system_can_grade_the_practice_set_and_its_words_say_what_it_cannot():
    """One quiz of all sixty would get no grade until somebody has marked fifteen essays."""
    found = downloads.practice()
    kinds = {"moodle.xml": {"multichoice"}, "moodle-open.xml": {"essay"}}
    counted = {}
    for name, wanted in kinds.items():
        category, *quiz = ElementTree.fromstring(found[name])
        assert category.get("type") == "category"
        assert {question.get("type") for question in quiz} == wanted
        counted[name] = [question.findtext("name/text") for question in quiz]
    assert [len(ids) for ids in counted.values()] == [45, 15]
    keyed = list(csv.DictReader(io.StringIO(found["key.csv"].decode("utf-8-sig"))))
    assert sorted(row["id"] for row in keyed) == sorted(
        [*counted["moodle.xml"], *counted["moodle-open.xml"]]
    )
    assert {row["id"] for row in keyed if row["right"]} == set(counted["moodle.xml"])
    for line in found["blackboard.txt"].splitlines():
        assert line.startswith(b"MC\t")
    words = found["READ ME.txt"].decode()
    assert all(name in words for name in ("moodle.xml", "gift.txt", "canvas.zip", "blackboard.txt"))
    assert "with -open in their names" in words and "gets no grade until a person" in words


def test_the_questions_can_be_made_again_from_their_seed(book: Path):
    found = opened(book, downloads.PRACTICE)
    readme = found.pop("READ ME.txt").decode()
    assert found == files(Recipe(downloads.COUNT).make(downloads.SEED))
    assert f"--seed {downloads.SEED} --count {downloads.COUNT}" in readme
    keyed = list(csv.DictReader(io.StringIO(found["key.csv"].decode("utf-8-sig"))))
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
