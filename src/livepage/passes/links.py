"""The page's style sheets: one place for all of them, in the page itself."""

from fnmatch import fnmatch

from bs4 import BeautifulSoup

from livepage.files.stylesheet import SHEETS
from livepage.markup import content_root, select


def hold_one_style(soup: BeautifulSoup) -> BeautifulSoup:
    """Put a place for the page's style where its first sheet is linked, and drop all links.

    The place has the names of the sheets that stand beside the merged one, in the page's order;
    what comes there is written when all pages are known, see `files.inpage`.

    Examples
    --------
    >>> from livepage.markup import parse
    >>> link = '<link rel="stylesheet" href="_static/{}?v=1"/>'
    >>> hold_one_style(parse(link.format("basic.css") + link.format("own.css")))
    <style data-sheets="own.css"></style>
    """
    root = content_root(soup)
    prefix = f"{'' if root == './' else root}_static/"
    links = [
        link
        for link in select(soup, "link[rel=stylesheet][href]:not(noscript *)")
        if link["href"].startswith(prefix)
    ]
    names = [link["href"].split("?")[0].removeprefix(prefix) for link in links]
    beside = [name for name in names if not any(fnmatch(name, sheet) for sheet in SHEETS)]
    if links:
        links[0].insert_before(
            soup.new_tag("style", attrs={"data-sheets": " ".join(dict.fromkeys(beside))})
        )
    for link in links:
        link.decompose()
    return soup
