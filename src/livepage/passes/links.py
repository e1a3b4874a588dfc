"""The page's style sheets: the theme's eight become one."""

import hashlib
import re
from fnmatch import fnmatch

from bs4 import BeautifulSoup

from livepage.files import THEME
from livepage.files.stylesheet import SHEETS
from livepage.markup import content_root, select, static_url


def _is_merged(href: str, prefix: str) -> bool:
    name = href.split("?")[0].removeprefix(prefix)
    return any(fnmatch(name, sheet) for sheet in SHEETS)


def link_one_stylesheet(soup: BeautifulSoup) -> BeautifulSoup:
    """Put the merged sheet in the place of the first that it holds, and drop the others.

    The sheet's version is a hash of theirs, so that a browser sees a new theme at once.

    Examples
    --------
    >>> from livepage.markup import parse
    >>> page = parse('<link rel="stylesheet" href="_static/basic.css"/>')
    >>> link_one_stylesheet(page).link["href"].split("?")[0]
    '_static/livepage-theme.css'
    """
    root = content_root(soup)
    prefix = f"{'' if root == './' else root}_static/"
    merged = [
        link
        for link in select(soup, "link[rel=stylesheet][href]")
        if _is_merged(link["href"], prefix)
    ]
    if not merged:
        return soup
    versions = " ".join(re.sub(r"^.*_static/", "", link["href"]) for link in merged)
    version = hashlib.sha256(versions.encode()).hexdigest()[:8]
    first, *others = merged
    first["href"] = f"{static_url(soup, THEME)}?v={version}"
    for link in others:
        link.decompose()
    return soup
