"""The list of pages for search engines.

(sphinx-sitemap lists only the pages that this run has written, so that after a second build most
are missing.)
"""

from collections.abc import Iterable
from pathlib import Path
from urllib.parse import quote
from xml.etree import ElementTree

from livepage.site import opengraph

NAME = "sitemap.xml"
_SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sitemap(pages: Iterable[str]) -> str:
    """Return the list as XML.

    Parameters
    ----------
    pages : iterable of str
        The addresses of the pages.

    Examples
    --------
    >>> print(sitemap(["https://example.org/a.html"]))
    <?xml version='1.0' encoding='utf-8'?>
    <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
      <url>
        <loc>https://example.org/a.html</loc>
      </url>
    </urlset>
    """
    root = ElementTree.Element("urlset", xmlns=_SPACE)
    for page in sorted(pages):
        location = ElementTree.SubElement(ElementTree.SubElement(root, "url"), "loc")
        location.text = quote(page, safe="/:")
    ElementTree.indent(root)
    return ElementTree.tostring(root, encoding="utf-8", xml_declaration=True).decode()


def write(app, exception) -> None:
    """Write the list where the address is known (Sphinx's ``build-finished``)."""
    if exception or app.builder.format != "html":
        return
    path = Path(app.outdir) / NAME
    path.unlink(missing_ok=True)
    if app.config.html_baseurl:
        pages = (opengraph.address(app, name) for name in app.env.found_docs)
        path.write_text(sitemap(pages) + "\n", encoding="utf-8")
