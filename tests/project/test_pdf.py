"""The book as one PDF: what it holds, where its links and numbers lead, when it refuses."""

import doctest
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import groupby, pairwise
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from pypdf import PdfReader
from pypdf.generic import DictionaryObject
from tools import glyphs, imprint, pdf, printing

from crisis_paths.tables.reading import rows
from fonts import LATIN, NOTO, SIGNS, WENQUANYI, only
from livepage.volume.chapters import Chapter, chapters
from livepage.volume.joined import volume

ROOT = Path(__file__).parents[2]
SECONDS = 480
MOST_BYTES = 8_000_000
MOST_PAGES = 352  # with whole stories, their sources, and the article paragraph by paragraph
PAGE = '<html><nav class="bd-links"><a class="internal" href="#">A</a></nav>'
ALONE = "printing.bring_fonts = lambda: None"  # the machine is to stay as it is


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
def read(reader) -> list[str]:
    """The text of each page."""
    return [page.extract_text() for page in reader.pages]


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


def test_the_page_numbers_of_the_contents_are_right(printed, read, listed):
    starts = printing.starts(printed.read_bytes())
    first = min(starts.values())
    told = words(" ".join(read[2 : first - 1]))
    for one, after in pairwise([*listed, None]):
        number = re.search(rf"{re.escape(one.title)} (\d+)", told)
        assert number, f"the contents leave out {one.title}"
        page = int(number[1])
        assert page == starts[one.name]
        text = words(read[page - 1])
        assert one.title in text
        # the foot of the page says the same number, and the title once more
        assert text.startswith(f"{page}") or text.endswith(f"{page}")
        assert text.count(one.title) >= 2
        assert after is None or page < starts[after.name]


def test_every_figure_is_there_as_a_drawing(printed, read, html, listed):
    data = printed.read_bytes()
    drawn = html.select("svg[role=img]")
    assert len(drawn) > 10  # charts, figures, and the map of each case
    # each is tagged with its words, and none has become a raster
    assert data.count(b"/Alt") == len(drawn)
    assert not re.search(rb"/Subtype\s*/Image", data)
    starts = printing.starts(data)
    for one, after in pairwise(listed):
        labels = {
            words(text.get_text()) for text in html.select(f"#{one.name} .crisis-figure text")
        }
        if labels:
            text = words(" ".join(read[starts[one.name] - 1 : starts[after.name] - 1]))
            assert not [label for label in labels if label not in text]


def signs(text: str) -> Counter[str]:
    """The Chinese characters of a text, and how often it has each."""
    return Counter(filter(printing.chinese, text))


def fonts(part: DictionaryObject) -> Iterator[DictionaryObject]:
    """The fonts that a page, or a form that it draws, has at hand."""
    resources = part.get("/Resources", DictionaryObject()).get_object()
    for font in resources.get("/Font", DictionaryObject()).get_object().values():
        yield font.get_object()
    for drawn in resources.get("/XObject", DictionaryObject()).get_object().values():
        yield from fonts(drawn.get_object())


def descriptor(font: DictionaryObject) -> DictionaryObject:
    inner = font.get("/DescendantFonts", [font])[0].get_object()
    return inner.get("/FontDescriptor", DictionaryObject()).get_object()


def comes_along(font: DictionaryObject) -> bool:
    """Are the drawings of its glyphs in the file: as a font, or each as a procedure?"""
    if font["/Subtype"] == "/Type3":
        named = [entry for entry in font["/Encoding"]["/Differences"] if isinstance(entry, str)]
        return bool(named) and set(named) <= set(font["/CharProcs"])
    return bool({"/FontFile", "/FontFile2", "/FontFile3"} & set(descriptor(font)))


def test_chinese_is_there_to_be_copied(printed, read, html, listed):
    """Whichever font draws it: the very characters, chapter by chapter."""
    starts = printing.starts(printed.read_bytes())
    for one, after in pairwise([*listed, None]):
        pages = read[starts[one.name] - 1 : starts[after.name] - 1 if after else None]
        assert signs("".join(pages)) == signs(html.find(id=one.name).get_text()), one.title
    assert signs("".join(read))["外"] > 10


def test_every_font_comes_along(reader):
    found = [list(fonts(page)) for page in reader.pages]
    assert all(found)
    assert not [font for page in found for font in page if not comes_along(font)]


@pytest.mark.parametrize(
    ("packages", "drawn_by"),
    [
        ([WENQUANYI], {"WenQuanYi"}),
        ([NOTO], {"Noto"}),
        ([WENQUANYI, NOTO], {"WenQuanYi", "Noto"}),
    ],
    ids=["WenQuanYi", "Noto", "both"],
)
def test_on_any_font_for_chinese_it_can_be_copied_and_comes_along(
    packages, drawn_by, tmp_path, request
):
    """The book's terms, printed by a browser that has these fonts and no others."""
    store = request.config.cache.mkdir("fonts")
    machine = only([LATIN, SIGNS, *packages], store, tmp_path / "fonts")
    # with the characters that some fonts draw as they draw a radical, and a dash
    terms = [*(row["zh"] for row in rows("terms")), "介入、大国——民、长、风", "⟺"]
    site, out = tmp_path / "site", tmp_path / "out.pdf"
    site.mkdir()
    lines = "".join(f'<p lang="zh-Hans">{term}</p>' for term in terms)
    (site / "index.html").write_text(f"{PAGE}<article><h1>A</h1>{lines}</article>", "utf-8")
    done = run(f"{ALONE}; pdf.main(sys.argv[1:])", "--book", site, "--out", out, **machine)
    assert done.returncode == 0, done.stderr
    pages = PdfReader(out).pages
    text = "".join(page.extract_text() for page in pages)
    together = "".join(text.split())
    assert not [term for term in terms if "".join(term.split()) not in together]
    assert signs(text) == signs("".join(terms))
    found = [font for page in pages for font in fonts(page)]
    assert all(map(comes_along, found))
    names = " ".join(str(descriptor(font).get("/FontName")) for font in found)
    assert any(name in names for name in drawn_by)
    assert not any(name in names for name in {"WenQuanYi", "Noto"} - drawn_by)


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


def test_a_machine_without_a_font_is_told_so_in_one_sentence(tmp_path, request):
    """The browser itself is asked, with a single Latin font at hand."""
    machine = only([LATIN], request.config.cache.mkdir("fonts"), tmp_path / "fonts")
    site, out = tmp_path / "site", tmp_path / "out.pdf"
    site.mkdir()
    page = f'{PAGE}<article><h1>A</h1><p lang="zh">外交平衡⟺</p></article>'
    (site / "index.html").write_text(page, "utf-8")
    done = run(f"{ALONE}; pdf.main(sys.argv[1:])", "--book", site, "--out", out, **machine)
    assert done.returncode == 1
    told = r"This machine has no font for 5 of the .*外 交 平.*: install Noto .* and DejaVu .*\.\n"
    assert re.fullmatch(told, done.stderr)
    assert not out.exists()


@pytest.mark.parametrize(
    ("boxes", "helps", "does_not"),
    [
        (["外", "《"], "fonts-wqy-microhei", "fonts-dejavu-core"),
        (["⟺"], "fonts-dejavu-core", "fonts-wqy-microhei"),
    ],
    ids=["Chinese", "a sign"],
)
def test_the_font_that_helps_is_named(boxes, helps, does_not):
    class Bare:
        def evaluate(self, script: str) -> list[str]:
            return boxes

    with pytest.raises(printing.CannotPrint, match=helps) as told:
        printing.print_pdf(Bare())
    assert does_not not in str(told.value)


def test_a_glyph_that_means_now_this_now_that_keeps_its_note():
    """Only where the document is of one mind is a note put right."""
    span = b"/Span<</ActualText <FEFF%b> >> BDC <%b> Tj EMC "
    seen = {"F1": glyphs.Shown()}
    data = b"/F1 9 Tf " + span % (b"5165", b"01") + span % (b"5165", b"02") + b"<02> Tj "
    data += span % (b"5165", b"03") + span % (b"2F0A", b"03") + span % (b"00660069", b"0405")
    glyphs.look(data, {"F1": 2}, seen)
    assert seen["F1"].sure() == {b"01": b"5165"}


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
    assert printing.print_pdf(paper) == prints[-1] == paper.filled[-1]
    assert next(paper.prints, None) is None


def test_numbers_that_never_hold_are_no_book(monkeypatch):
    monkeypatch.setattr(printing, "starts", lambda data: data)
    with pytest.raises(printing.CannotPrint, match="still changed after 3 prints"):
        printing.print_pdf(Paper(*({"a": number} for number in range(9))))


@pytest.mark.parametrize("module", [pdf, printing, glyphs, imprint])
def test_the_examples_in_the_tools_hold(module):
    assert doctest.testmod(module)[0] == 0
    assert doctest.DocTestFinder().find(module)
