"""The page that a reader meets at an address where there is none.

A server shows it in the place of any missing page, in whatever folder, so its links must not
depend on where it seems to stand: they begin at the root of the site.

sphinx-notfound-page 1.1.0 was tried. It does so while Sphinx renders, before livepage's passes,
which know none of its addresses: the page asked for six sheets that were merged and gone. Opened
from disk it would find nothing.
"""

from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

from markupsafe import Markup
from sphinx.locale import get_translation

from livepage.markup import fragment, parse, select, write
from livepage.passes.csp import add_policy

_ = get_translation("livepage")
NAME = "404"
# Opened from disk the page stands at the root itself, and its addresses are those of files.
FROM_DISK = """
    if (location.protocol === "file:") {
      NAMES.forEach(function (name) {
        document.querySelectorAll("[" + name + "^='START']").forEach(function (tag) {
          tag.setAttribute(name, tag.getAttribute(name).slice("START".length) || "./");
        });
      });
    }
  """
ADDRESSES = ("href", "src", "action", "data-vega", "data-has")


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
    # the notes for Sphinx's scripts are written into a file that is not found from disk
    for tag in select(soup, "link[rel=canonical], script[type=module]:not([src])"):
        tag.decompose()
    if soup.html:
        soup.html["data-content_root"] = start
        soup.head.append(soup.new_tag("meta", attrs={"name": "robots", "content": "noindex"}))
        own = FROM_DISK.replace("NAMES", str([*ADDRESSES])).replace("START", start)
        soup.body.append(fragment(f"<script>{own}</script>"))
        for policy in select(soup, "meta[http-equiv=Content-Security-Policy]"):
            policy.decompose()
        add_policy(soup)
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
