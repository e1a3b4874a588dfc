"""The pages of a built book in the order of its contents, read from the pages themselves."""

from dataclasses import dataclass
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

from bs4 import BeautifulSoup

from livepage.markup import parse, select, select_one

FIRST = "index.html"


@dataclass(frozen=True, slots=True)
class Chapter:
    """A page as a chapter.

    Attributes
    ----------
    name : str
        Its id in the volume, and what the ids within it begin with.
    page : str
        The page's address within the site.
    title : str
        As the contents call it.
    part : str
        The part that it belongs to; empty for a page before all parts.
    """

    name: str
    page: str
    title: str
    part: str = ""


def chapters(folder: Path) -> tuple[Chapter, ...]:
    """Return the pages of the book in the order of its contents.

    Raises
    ------
    ValueError
        If the folder holds no built book.
    """
    page = FIRST
    if not (folder / page).is_file():
        raise ValueError(f"{folder} holds no built book: it has no {FIRST}; build the book first.")
    soup = parse((folder / page).read_text("utf-8"))
    # a book whose first page has another name sends its readers on
    if sent := select_one(soup, "meta[http-equiv=Refresh i][content*='url=']"):
        page = sent["content"].partition("url=")[2]
        soup = parse((folder / page).read_text("utf-8"))
    listed = listed_chapters(soup, page)
    if not any(address == page for address, _title, _part in listed):
        listed = [(page, title_of(soup), ""), *listed]
    return tuple(
        Chapter(f"chapter-{number}", *entry) for number, entry in enumerate(listed, start=1)
    )


def listed_chapters(soup: BeautifulSoup, page: str) -> list[tuple[str, str, str]]:
    """Return what the page's contents list: address, title and part of each page.

    Examples
    --------
    >>> listed_chapters(parse('<nav class="bd-links"><p class="caption">One</p><ul><li>'
    ...                       '<a class="internal" href="../a.html"> A </a></li></ul></nav>'),
    ...                 "part/b.html")
    [('a.html', 'A', 'One')]
    """
    found, part = [], ""
    for entry in select(soup, "nav.bd-links :is(p.caption, a.internal)"):
        words = " ".join(entry.get_text().split())
        if entry.name == "p":
            part = words
        else:
            found.append((inside(page, entry["href"])[0], words, part))
    return found


def inside(page: str, href: str) -> tuple[str, str]:
    """Return which page of the site a link on `page` leads to, and where in it.

    Examples
    --------
    >>> inside("part/b.html", "../a.html#top"), inside("part/b.html", "#end")
    (('a.html', 'top'), ('part/b.html', 'end'))
    """
    link = urlsplit(href)
    path = normpath(join(dirname(page), unquote(link.path))) if link.path else page
    return path, link.fragment


def title_of(soup: BeautifulSoup) -> str:
    """Return the page's first heading, without its permalink."""
    return "".join(select_one(soup, "article h1").find_all(string=True, recursive=False)).strip()
