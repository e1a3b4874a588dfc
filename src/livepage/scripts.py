"""livepage's own scripts, each only where it is of use."""

from bs4 import BeautifulSoup

from livepage.markup import static_url

COMFORT = "livepage.js"
CHARTS = "livepage-charts.js"
VEGA = "livepage-vega.js"


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
