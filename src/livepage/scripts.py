"""Scripts: none holds up the page; livepage's own, each only where it is of use."""

import re

from bs4 import BeautifulSoup

from livepage.markup import static_url

COMFORT = "livepage.js"
CHARTS = "livepage-charts.js"
VEGA = "livepage-vega.js"
# Sphinx's notes for its other scripts; as modules they wait for the file that they write into.
_NOTES = re.compile(r"\s*DOCUMENTATION_OPTIONS\.\w+\s*=")


def hold_nothing_up(soup: BeautifulSoup) -> BeautifulSoup:
    """Let every script wait until the page is read and may be painted.

    The search page is left as it is: its scripts count on running one within the other.

    Examples
    --------
    >>> from livepage.markup import parse
    >>> hold_nothing_up(parse('<head><script src="a.js"></script></head>'))
    <head><script defer="" src="a.js"></script></head>
    """
    if soup.head and not soup.find(id="search-results"):
        for script in soup.head.find_all("script"):
            if script.get("src") and not script.has_attr("async"):
                script["defer"] = ""
            elif _NOTES.match(script.string or ""):
                script["type"] = "module"
    return soup


def add_scripts(soup: BeautifulSoup) -> BeautifulSoup:
    """Add the small script to every page and the charts' script where a chart can come to life.

    Examples
    --------
    >>> from livepage.markup import parse
    >>> add_scripts(parse("<html><body></body></html>"))
    <html><body><script defer="" src="_static/livepage.js"></script></body></html>
    """
    if soup.body:
        _append(soup, COMFORT)
        if soup.select_one("script.livepage-spec"):
            _append(soup, CHARTS, **{"data-vega": static_url(soup, VEGA)})
    return soup


def _append(soup: BeautifulSoup, name: str, **attributes: str) -> None:
    tag = soup.new_tag("script", attrs={"defer": "", "src": static_url(soup, name), **attributes})
    soup.body.append(tag)
