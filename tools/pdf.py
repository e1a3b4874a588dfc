"""The book as one PDF, printed from its built pages: ``python -m tools.pdf [--out FILE]``."""

import argparse
import re
import sys
from pathlib import Path

from pypdf import PdfReader

from livepage.volume.cover import Cover
from livepage.volume.joined import volume
from tools.downloads import fill_with_what_is_there
from tools.imprint import cover
from tools.printing import CannotPrint, finish_pdf, open_volume, print_pdf

BOOK = Path(__file__).parents[1] / "_build" / "html"


def file_name(title: str) -> str:
    """Return what a book's PDF is called, if nobody says.

    Examples
    --------
    >>> file_name("A Book: second edition")
    'a-book-second-edition.pdf'
    """
    return "-".join(re.findall(r"\w+", title.lower())) + ".pdf"


def make(folder: Path, out: Path | None = None, told: Cover | None = None) -> Path:
    """Print the book; gives where the PDF stands.

    Parameters
    ----------
    folder : Path
        The built site.
    out : Path, optional
        The file to write; by default one named for the book in the site's ``downloads``.
    told : Cover, optional
        The cover; by default as the book is to be cited.

    Raises
    ------
    CannotPrint, ValueError
        In one sentence.
    """
    told = told or cover()
    out = out or folder / "downloads" / file_name(told.title)
    with open_volume(folder, volume(folder, told)) as page:
        data = finish_pdf(print_pdf(page), told)
    out.parent.mkdir(parents=True, exist_ok=True)
    half = out.with_name(f".{out.name}.part")  # whoever reads meanwhile finds the old one whole
    half.write_bytes(data)
    half.replace(out)
    return out


def main(arguments: list[str] | None = None) -> None:
    """Print the book that the command line names."""
    parser = argparse.ArgumentParser(prog="python -m tools.pdf", description="The book as a PDF.")
    parser.add_argument("--book", type=Path, default=BOOK, help="the built site")
    parser.add_argument("--out", type=Path, help="default: downloads/ within the site")
    options = parser.parse_args(arguments)
    try:
        out = make(options.book, options.out)
    except (CannotPrint, ValueError) as why:
        sys.exit(str(why))
    pages = len(PdfReader(out).pages)
    if options.out is None:
        fill_with_what_is_there(options.book)
    print(f"{out}: {pages} pages, {out.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
