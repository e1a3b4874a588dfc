"""The book as one PDF: what it holds, where its links and numbers lead, when it refuses."""

import doctest
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from itertools import groupby, pairwise
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from pypdf import PdfReader
from tools import imprint, pdf, printing

from livepage.chapters import Chapter, chapters
from livepage.volume import volume

ROOT = Path(__file__).parents[1]
SECONDS = 240
MOST_BYTES = 8_000_000
MOST_PAGES = 320


def run(code: str, *arguments: str | Path, **environment: str) -> subprocess.CompletedProcess:
    """Run the command in a process of its own: its browser is not that of the other tests."""
    return subprocess.run(
        [
            sys.executable,
            "-c",
            f"import sys; from tools import pdf, printing; {code}",
            *map(str, arguments),
        ],
        cwd=ROOT,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        timeout=SECONDS,
    )


@pytest.fixture(scope="session")
def printed(once, book) -> Path:
    """The book's PDF, printed once for all tests."""

    def make(folder: Path) -> None:
        done = run("pdf.main(sys.argv[1:])", "--book", book, "--out", folder / "book.pdf")
        assert done.returncode == 0, done.stderr

    return once("pdf", make) / "book.pdf"


@pytest.fixture(scope="session")
def reader(printed) -> PdfReader:
    return PdfReader(printed)


@pytest.fixture(scope="session")
def listed(book) -> tuple[Chapter, ...]:
    return chapters(book)


@pytest.fixture(scope="session")
def html(book) -> BeautifulSoup:
    return BeautifulSoup(volume(book, imprint.cover()), "html.parser")


def words(text: str) -> str:
    return " ".join(text.split())


def outlined(entries: list, level: int = 0) -> Iterator[tuple[int, str]]:
    """The outline as pairs of level and title."""
    for entry in entries:
        if isinstance(entry, list):
            yield from outlined(entry, level + 1)
        else:
            yield level, entry.title


def test_the_outline_has_every_part_and_chapter_in_order(reader, listed):
    expected = [(0, "Contents")]
    for part, ones in groupby(listed, lambda one: one.part):
        expected += [(0, part)] if part else []
        expected += [(1 if part else 0, one.title) for one in ones]
    names = {title for _level, title in expected}
    found = [entry for entry in outlined(reader.outline) if entry[0] < 2 and entry[1] in names]
    assert found == expected


def test_the_page_numbers_of_the_contents_are_right(printed, reader, listed):
    starts = printing.starts(printed.read_bytes())
    first = min(starts.values())
    told = words(" ".join(page.extract_text() for page in reader.pages[2 : first - 1]))
    for one, after in pairwise([*listed, None]):
        number = re.search(rf"{re.escape(one.title)} (\d+)", told)
        assert number, f"the contents leave out {one.title}"
        page = int(number[1])
        assert page == starts[one.name]
        text = words(reader.pages[page - 1].extract_text())
        assert one.title in text
        # the foot of the page says the same number, and the title once more
        assert text.startswith(f"{page}") or text.endswith(f"{page}")
        assert text.count(one.title) >= 2
        assert after is None or page < starts[after.name]


def test_every_figure_is_there_as_a_drawing(printed, reader, html, listed):
    data = printed.read_bytes()
    drawn = html.select("svg[role=img]")
    assert len(drawn) > 10
    # each is tagged with its words, and none has become a raster
    assert data.count(b"/Alt") == len(drawn)
    assert not re.search(rb"/Subtype\s*/Image", data)
    starts = printing.starts(data)
    for one, after in pairwise(listed):
        labels = {
            words(text.get_text()) for text in html.select(f"#{one.name} .crisis-figure text")
        }
        if labels:
            pages = reader.pages[starts[one.name] - 1 : starts[after.name] - 1]
            read = words(" ".join(page.extract_text() for page in pages))
            assert not [label for label in labels if label not in read]


def test_chinese_is_there_to_be_copied_and_every_font_comes_along(printed, reader, listed):
    starts = printing.starts(printed.read_bytes())
    glossary = next(one for one in listed if one.title == "Glossary")
    pages = reader.pages[starts[glossary.name] - 1 : starts[glossary.name] + 3]
    assert "外交平衡" in "".join(page.extract_text() for page in pages)
    fonts = {}
    for page in reader.pages:
        for font in page["/Resources"].get("/Font", {}).values():
            whole = font.get_object()
            inner = whole.get("/DescendantFonts", [whole])[0].get_object()
            fonts[whole["/BaseFont"]] = inner.get("/FontDescriptor", {})
    assert fonts
    assert not [
        name for name, about in fonts.items() if not {"/FontFile2", "/FontFile3"} & set(about)
    ]


def test_links_lead_to_a_page_within_or_to_an_address_of_the_world(reader):
    places, inner, outer = reader.named_destinations, [], []
    for page in reader.pages:
        for link in (entry.get_object() for entry in page.get("/Annots", [])):
            if "/Dest" in link:
                inner.append(link["/Dest"])
            else:
                outer.append(link["/A"]["/URI"])
    assert len(inner) > 500 and len(outer) > 50
    assert not [place for place in inner if place not in places]
    assert all(reader.get_destination_page_number(place) >= 0 for place in places.values())
    assert not [to for to in outer if not to.startswith(("https://", "http://"))]
    assert not [to for to in outer if re.match(r"https?://(localhost|127\.)", to)]


def test_nothing_is_printed_that_waits_for_a_reader_to_click(book, html, listed):
    prompts, text = set(), words(html.get_text())
    for one in listed:
        page = BeautifulSoup((book / one.page).read_text("utf-8"), "html.parser")
        prompts |= {words(prompt.get_text()) for prompt in page.select("form .prompt")}
    assert len(prompts) > 5
    assert not [prompt for prompt in {*prompts, "Start again", "Show the code"} if prompt in text]
    assert not html.select("form, button, input")


def test_readers_and_their_software_are_told_what_it_is(reader):
    root, told = reader.trailer["/Root"], imprint.cover()
    assert reader.metadata.title == told.title == "Crisis Paths"
    assert reader.metadata.author == ", ".join(told.authors)
    assert root["/Lang"] == "en"
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.page_mode == "/UseOutlines"


def test_it_stays_within_its_budget(printed, reader):
    assert printed.stat().st_size < MOST_BYTES
    assert len(reader.pages) < MOST_PAGES
    assert {tuple(map(round, page.mediabox[2:])) for page in reader.pages} == {(595, 842)}


def test_nothing_of_the_printing_is_left_behind(printed):
    assert [file.name for file in printed.parent.iterdir()] == ["book.pdf"]


def test_a_machine_without_a_font_for_chinese_is_told_so_in_one_sentence(tmp_path):
    """The browser itself is asked, with a single Latin font at hand."""
    site, fonts, out = tmp_path / "site", tmp_path / "fonts", tmp_path / "out.pdf"
    site.mkdir()
    fonts.mkdir()
    page = '<nav class="bd-links"><a class="internal" href="#">A</a></nav>'
    page += '<article><h1>A</h1><p lang="zh">外交平衡</p></article>'
    (site / "index.html").write_text(f"<html>{page}</html>", "utf-8")
    latin = subprocess.check_output(["fc-match", "--format=%{file}", "Liberation Sans"], text=True)
    shutil.copy(latin, fonts)
    (fonts / "fonts.conf").write_text(
        f"<fontconfig><dir>{fonts}</dir><cachedir>{fonts}</cachedir></fontconfig>", "utf-8"
    )
    code = "printing.bring_chinese_font = lambda: None; pdf.main(sys.argv[1:])"
    done = run(code, "--book", site, "--out", out, FONTCONFIG_FILE=str(fonts / "fonts.conf"))
    assert done.returncode == 1
    assert re.fullmatch(r"This machine has no font for 4 of the .*外 交 平.*\.\n", done.stderr)
    assert not out.exists()


def test_a_folder_without_a_book_is_refused_before_a_browser_starts(tmp_path):
    with pytest.raises(SystemExit, match=r"holds no built book: it has no index\.html"):
        pdf.main(["--book", str(tmp_path)])
    assert not list(tmp_path.iterdir())


class Paper:
    """A page whose print shows other page numbers each time, until it has settled."""

    def __init__(self, *prints: dict[str, int]) -> None:
        self.prints, self.filled = iter(prints), []

    def evaluate(self, script: str, filled: dict[str, int] | None = None) -> list:
        self.filled += [filled] if filled else []
        return []

    def emulate_media(self, **_: str) -> None:
        pass

    def pdf(self, **_: object) -> dict[str, int]:
        return next(self.prints)


@pytest.mark.parametrize("prints", [({"a": 3}, {"a": 3}), ({"a": 3}, {"a": 4}, {"a": 4})])
def test_it_is_printed_until_the_numbers_hold(monkeypatch, prints):
    monkeypatch.setattr(printing, "starts", lambda data: data)
    paper = Paper(*prints)
    assert printing.printed(paper) == prints[-1] == paper.filled[-1]
    assert next(paper.prints, None) is None


def test_numbers_that_never_hold_are_no_book(monkeypatch):
    monkeypatch.setattr(printing, "starts", lambda data: data)
    with pytest.raises(printing.CannotPrint, match="still changed after 3 prints"):
        printing.printed(Paper(*({"a": number} for number in range(9))))


@pytest.mark.parametrize("module", [pdf, imprint])
def test_the_examples_in_the_tools_hold(module):
    assert doctest.testmod(module)[0] == 0
    assert doctest.DocTestFinder().find(module)
