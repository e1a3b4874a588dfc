"""From the volume's HTML to a PDF: a browser that prints, and page numbers that hold."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from unicodedata import east_asian_width

from playwright.sync_api import Page
from pypdf import PdfReader, PdfWriter

from livepage.volume.cover import Cover
from tools.finder import CHINESE, SIGNS, bring_fonts
from tools.glyphs import mend
from tools.visit import running_browser, served

ADDRESS = "volume.html"  # answered from memory: nothing is written into the site
PRINTS = 3
FILL = """starts => document.querySelectorAll("[data-page-of]").forEach(
    place => { place.textContent = starts[place.dataset.pageOf]; })"""
# What no font has is drawn as a box: the same one as for a character that does not exist.
BOXES = """() => {
  const canvas = Object.assign(document.createElement("canvas"), {width: 32, height: 32});
  const pen = canvas.getContext("2d", {willReadFrequently: true});
  pen.font = "20px " + getComputedStyle(document.body).fontFamily;
  const drawn = sign => {
    pen.clearRect(0, 0, 32, 32);
    pen.fillText(sign, 4, 24);
    return pen.getImageData(0, 0, 32, 32).data.join();
  };
  const box = drawn("\\u0378");
  const signs = new Set(document.body.textContent.replace(/[\\s\\p{C}\\p{M}]/gu, ""));
  return [...signs].filter(sign => drawn(sign) === box);
}"""


def chinese(sign: str) -> bool:
    """Say whether it is a Chinese character, or a sign that only their fonts have.

    Examples
    --------
    >>> [chinese(sign) for sign in "外《⟺ñ"]
    [True, True, False, False]
    """
    return east_asian_width(sign) in "WF"


# What helps, and whom.
FONTS = (
    (f"Noto Sans CJK (on Debian also: {CHINESE})", chinese),
    (f"DejaVu Sans (on Debian: {SIGNS})", lambda sign: not chinese(sign)),
)


class CannotPrint(RuntimeError):
    """Why there is no PDF, in one sentence."""


@contextmanager
def open_volume(folder: Path, html: str) -> Iterator[Page]:
    """Open the volume in a browser that asks nobody but the site.

    Raises
    ------
    CannotPrint
        If something that the volume asks for cannot be had.
    """
    bring_fonts()
    missing: list[str] = []
    with served(folder) as root, running_browser() as browser:
        page = browser.new_page()
        page.route("**/*", lambda r: r.continue_() if r.request.url.startswith(root) else r.abort())
        page.route(root + ADDRESS, lambda r: r.fulfill(body=html, content_type="text/html"))
        page.on("requestfailed", lambda request: missing.append(request.url))
        page.on("response", lambda r: None if r.ok else missing.append(r.url))
        page.goto(root + ADDRESS, wait_until="load")
        if missing:
            names = ", ".join(url.removeprefix(root) for url in missing)
            raise CannotPrint(f"The pages of {folder} ask for what is not there: {names}.")
        yield page


def print_pdf(page: Page) -> bytes:
    """Print, and again with the page numbers that came out, until they hold.

    Raises
    ------
    CannotPrint
        If a character has no font, or the page numbers never hold.
    """
    if boxes := page.evaluate(BOXES):
        fonts = " and ".join(name for name, lack in FONTS if any(map(lack, boxes)))
        raise CannotPrint(
            f"This machine has no font for {len(boxes)} of the book’s characters,"
            f" {' '.join(boxes[:3])} among them: install {fonts}."
        )
    page.emulate_media(media="print", color_scheme="light")
    # tags and outline take time, and the first print is only for the numbers
    shown = starts(page.pdf(prefer_css_page_size=True))
    for _print in range(1, PRINTS):
        page.evaluate(FILL, shown)
        data = page.pdf(prefer_css_page_size=True, print_background=True, tagged=True, outline=True)
        if (found := starts(data)) == shown:
            return data
        shown = found
    raise CannotPrint(f"The page numbers of the contents still changed after {PRINTS} prints.")


def starts(data: bytes) -> dict[str, int]:
    """Return on which page each chapter begins, by the chapter's name."""
    reader = PdfReader(BytesIO(data))
    return {
        name.removeprefix("/"): reader.get_destination_page_number(place) + 1
        for name, place in reader.named_destinations.items()
        if "--" not in name  # within a chapter
    }


def finish_pdf(data: bytes, told: Cover) -> bytes:
    """Return the PDF with title and author named, and its text ready to be copied.

    It opens with its outline beside it.
    """
    writer = PdfWriter(BytesIO(data), incremental=True)
    mend(writer)
    writer.add_metadata(
        {"/Title": told.title, "/Author": ", ".join(told.authors), "/Subject": told.subtitle}
    )
    writer.page_mode = "/UseOutlines"
    writer.create_viewer_preferences().display_doctitle = True
    out = BytesIO()
    writer.write(out)
    return out.getvalue()
