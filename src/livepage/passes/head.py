"""Two lines of a page's head: the title and the icon."""

from bs4 import BeautifulSoup

from livepage.markup import fragment, select_one


def title_once(soup: BeautifulSoup) -> BeautifulSoup:
    """Let a page that is called as the book is say so once.

    Examples
    --------
    >>> from livepage.markup import parse
    >>> title_once(parse("<head><title>Crises — Crises</title></head>")).title
    <title>Crises</title>
    """
    title = select_one(soup, "head > title")
    page, _dash, book = title.get_text().strip().partition(" — ") if title else ("", "", "")
    if page and page == book:
        title.string = page
    return soup


def icon_said(soup: BeautifulSoup) -> BeautifulSoup:
    """Say that a book without an icon has none, before the browser asks for one in vain."""
    if soup.head and not select_one(soup, "link[rel~=icon]"):
        soup.head.append(fragment('<link rel="icon" href="data:,"/>'))
    return soup
