"""Scripts: none holds up the page; livepage's own, each only where it is of use."""

import re

from bs4 import BeautifulSoup, Tag
from sphinx.locale import get_translation

from livepage.files import BETS, CHARTS, COPY, EXPLORERS, FRAME, SEARCH, STAND_IN, VEGA, WEIGHTS
from livepage.markup import select, select_one, static_url

_ = get_translation("livepage")

ASKED = "text/asked"  # no browser runs it; who has a use for it does, once something is asked
LATER = "text/later"
CODE = "div.highlight pre"
OUT_OF_SIGHT = ["hide", "apparatus"]  # the classes of what is shown by the switch alone
# Sphinx's notes for its other scripts; as modules they wait for the file that they write into.
NOTES = "documentation_options.js"
_NOTE = re.compile(r"\s*DOCUMENTATION_OPTIONS\.\w+\s*=")


def hold_nothing_up(soup: BeautifulSoup) -> BeautifulSoup:
    """Let no script hold up the text, and those of others wait until it is painted.

    They keep their places under a type that no browser runs; livepage's script runs them.
    On the search page Sphinx's run in their order as soon as the page is read.

    Examples
    --------
    >>> from livepage.markup import parse
    >>> hold_nothing_up(parse('<head><script src="scripts/a.js"></script></head>'))
    <head><script src="scripts/a.js" type="text/later"></script></head>
    """
    searching = select_one(soup, "#search-results") is not None
    for script in select(soup, "script"):
        source = script.get("src", "")
        if NOTES in source or (source and searching and "/scripts/" not in source):
            script["defer"] = ""
        elif source and not script.has_attr("async"):
            script.attrs.pop("defer", None)
            script["type"] = LATER
        elif _NOTE.match(script.string or ""):
            script["type"] = "module"
    return soup


def add_scripts(soup: BeautifulSoup) -> BeautifulSoup:
    """Add the frame's script to every page, and to each the others that it has a use for.

    Examples
    --------
    >>> from livepage.markup import parse
    >>> add_scripts(parse("<html><body></body></html>"))
    <html><body><script defer="" src="_static/livepage.js"></script></body></html>
    """
    if soup.body:
        _append(soup, FRAME)
        if select_one(soup, "form.explorer"):
            _append(soup, EXPLORERS, **{"data-has": static_url(soup, STAND_IN)})
        if select_one(soup, ".livepage-bets"):
            _append(soup, BETS)
        if code := select(soup, CODE):
            asked = all(block.find_parent(class_=OUT_OF_SIGHT) for block in code)
            _append(soup, COPY, **_copied(), **({"type": ASKED} if asked else {}))
        if select_one(soup, "script.livepage-spec"):
            _append(soup, CHARTS, **{"data-vega": static_url(soup, VEGA)})
        if words := select_one(soup, 'script[src*="language_data.js"]'):
            words.insert_after(_script(soup, SEARCH, **_said()))
        if index := select_one(soup, 'script[src*="searchindex.js"]'):
            index.insert_before(_script(soup, WEIGHTS))
            for large in select(soup, f'script[src*="searchindex.js"], script[src*="{WEIGHTS}"]'):
                large.attrs.pop("defer", None)
                large["type"] = ASKED
    return soup


def _copied() -> dict[str, str]:
    """Return what the buttons at code say, in the language of the pages."""
    return {
        "data-copy": _("Copy to clipboard"),
        "data-copied": _("Copied!"),
        "data-failed": _("Failed to copy"),
    }


def _said() -> dict[str, str]:
    """Return what the search says where it finds nothing, in the language of the pages."""
    return {
        "data-nothing": _("No page was found. Try fewer words, or another spelling."),
        "data-common": _("Nothing was looked for: these words or signs stand on most pages."),
    }


def _script(soup: BeautifulSoup, name: str, **attributes: str) -> Tag:
    return soup.new_tag("script", attrs={"defer": "", "src": static_url(soup, name), **attributes})


def _append(soup: BeautifulSoup, name: str, **attributes: str) -> None:
    """Put a script into the head, where it is asked for first and waits for the page."""
    (soup.head or soup.body).append(_script(soup, name, **attributes))
