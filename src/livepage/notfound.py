"""The page that a reader meets at an address where there is none.

A server shows it in the place of any missing page, in whatever folder, so its links must not
depend on where it seems to stand: they begin at the root of the site.
"""

from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

from markupsafe import Markup
from sphinx.locale import get_translation

from livepage.markup import parse, write

_ = get_translation("livepage")
NAME = "404"
ADDRESSES = ("href", "src", "action", "data-vega")


def root(site: str) -> str:
    """Return the path at which the site begins, as far as is known.

    Examples
    --------
    >>> root("https://someone.example/book/"), root("")
    ('/book/', '/')
    """
    return urlsplit(site or "").path or "/"


def absolute(html: str, start: str) -> str:
    """Return the page with every address of its own site written from the root.

    Examples
    --------
    >>> absolute('<a href="index.html">a</a><a href="#b">b</a>', "/book/")
    '<a href="/book/index.html">a</a><a href="#b">b</a>'
    """
    soup = parse(html)
    for tag in soup.find_all(True):
        for name in ADDRESSES:
            address = tag.get(name)
            if address and not address.startswith("#") and not urlsplit(address).scheme:
                tag[name] = urljoin(start, address)
    for canonical in soup.select("link[rel=canonical]"):
        canonical.decompose()
    if soup.html:
        soup.html["data-content_root"] = start
        soup.head.append(soup.new_tag("meta", attrs={"name": "robots", "content": "noindex"}))
    return write(soup)


def pages(app) -> Iterator[tuple[str, dict, str]]:
    """Yield the page for Sphinx to render (``html-collect-pages``)."""
    title = _("There is no page at this address")
    body = Markup(
        '<h1>{title}</h1><p>{why}</p><p><a href="{first}">{begin}</a> · '
        '<a href="search.html">{search}</a></p>'
    ).format(
        title=title,
        why=_("It may have moved, or the link may be mistyped. All pages are in the contents."),
        first=app.builder.get_target_uri(app.config.root_doc),
        begin=_("Go to the first page"),
        search=_("Search the book"),
    )
    yield NAME, {"title": title, "body": body}, "page.html"
