"""Scripts and style sheets that a page does not use, and so does not ask for."""

import re

from bs4 import BeautifulSoup, Tag

from livepage.markup import has_class, select, select_one

# Nothing in a book without a kernel needs these: thebe and widget managers (they ask other hosts
# for code), Font Awesome (542 KB for a dozen icons, drawn at build time instead), MathJax. The
# theme's own scripts and those that copy code have small ones of ours in their place.
NEVER = re.compile(
    r"sphinx-thebe|fontawesome|mathjax|/require(\.min)?\.js|html-manager|embed-amd|"
    r"THEBE_JS_URL|^\s*kernelName\s*=|/(pydata-sphinx|sphinx-book)-theme\.js|"
    r"/clipboard(\.min)?\.js|/copybutton(_funcs)?\.js",
    re.I,
)
NEVER_TYPES = {
    "text/x-thebe-config",
    "text/x-mathjax-config",
    "application/vnd.jupyter.widget-state+json",
    "application/vnd.jupyter.widget-view+json",
}
# The theme wants these on every page for a search while typing; the search page has its own.
SEARCH = re.compile(r"searchtools\.js|language_data\.js|searchindex\.js|sphinx_highlight\.js")
DOCTOOLS = re.compile(r"/doctools\.js|/documentation_options\.js|^\s*DOCUMENTATION_OPTIONS\.")
# menus and hints do without it, see `menus`; what else a page may ask of it stays
BOOTSTRAP = re.compile(r"/bootstrap(\.bundle)?(\.min)?\.js")
TOGGLE = re.compile(
    r"/togglebutton\.(js|css)|toggleHint(Show|Hide)|toggleOpenOnPrint|togglebuttonSelector"
)
DESIGN = re.compile(r"/sphinx-design(\.min)?\.css|/design-style\.\w*\.?min\.css")
BOOTSTRAPPED = "[data-bs-toggle]:not([data-bs-toggle=tooltip], [data-bs-toggle=dropdown])"
TABS = re.compile(r"/design-tabs\.js")


def unused(soup: BeautifulSoup) -> list[re.Pattern]:
    """Return what this page can do without, judged by the classes that it uses."""
    is_search_page = select_one(soup, "#search-results") is not None
    wanted = {
        SEARCH: is_search_page,
        # the index of modules folds its groups with it
        DOCTOOLS: is_search_page or select_one(soup, "img.toggler") is not None,
        BOOTSTRAP: select_one(soup, BOOTSTRAPPED) is not None,
        TOGGLE: select_one(soup, ".toggle, .admonition.dropdown") is not None,
        DESIGN: has_class(soup, "sd-"),
        TABS: select_one(soup, ".sd-tab-set") is not None,
    }
    return [NEVER, *(pattern for pattern, used in wanted.items() if not used)]


def _identity(tag: Tag) -> str:
    """Return what a script or link is recognised by: its address, or its own text."""
    return tag.get("src") or tag.get("href") or tag.string or ""


def _is_early_script(tag: Tag) -> bool:
    """Say whether it fetches a script before its time, which would compete with what is painted."""
    return tag.name == "link" and "preload" in tag.get("rel", []) and tag.get("as") == "script"


def drop_unused_assets(soup: BeautifulSoup) -> BeautifulSoup:
    """Remove what the page does not need, and what it says twice.

    Examples
    --------
    >>> from livepage.markup import parse
    >>> drop_unused_assets(parse('<script src="_static/sphinx-thebe.js"></script><p>Text</p>'))
    <p>Text</p>
    """
    patterns = unused(soup)
    seen: set[str] = set()
    for tag in select(soup, "script, link"):
        if tag.name == "link" and not {"stylesheet", "preload"} & set(tag.get("rel", [])):
            continue
        identity = _identity(tag)
        key = f"{tag.name} {tag.get('rel')} {identity}"
        is_data = "json" in tag.get("type", "") and tag.get("type") not in NEVER_TYPES
        if (
            tag.get("type") in NEVER_TYPES
            or _is_early_script(tag)
            or (not is_data and (key in seen or any(p.search(identity) for p in patterns)))
        ):
            tag.decompose()
        elif not is_data:
            seen.add(key)
    for tag in select(soup, "button.thebe-launch-button, [onclick*=initThebe]"):
        tag.decompose()
    return _one_viewport(soup)


def _one_viewport(soup: BeautifulSoup) -> BeautifulSoup:
    for extra in select(soup, "meta[name=viewport]")[1:]:
        extra.decompose()
    return soup
