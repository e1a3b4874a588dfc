"""The list of pages for search engines.

(sphinx-sitemap lists only the pages that this run has written, so that after a second build most
are missing.)
"""

from collections.abc import Iterable
from pathlib import Path
from urllib.parse import quote
from xml.etree import ElementTree

NAME = "sitemap.xml"
_SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sitemap(site: str, pages: Iterable[str]) -> str:
    """Return the list as XML.

    Parameters
    ----------
    site : str
        Where the book is published; ends with a slash.
    pages : iterable of str
        The pages' addresses within the site.

    Examples
    --------
    >>> print(sitemap("https://example.org/", ["index.html"]))
    <?xml version='1.0' encoding='utf-8'?>
    <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
      <url>
        <loc>https://example.org/index.html</loc>
      </url>
    </urlset>
    """
    root = ElementTree.Element("urlset", xmlns=_SPACE)
    for page in sorted(pages):
        location = ElementTree.SubElement(ElementTree.SubElement(root, "url"), "loc")
        location.text = site + quote(page)
    ElementTree.indent(root)
    return ElementTree.tostring(root, encoding="utf-8", xml_declaration=True).decode()


def write(app, exception) -> None:
    """Write the list where the address is known (Sphinx's ``build-finished``)."""
    if exception or app.builder.format != "html":
        return
    path = Path(app.outdir) / NAME
    path.unlink(missing_ok=True)
    if app.config.html_baseurl:
        pages = map(app.builder.get_target_uri, app.env.found_docs)
        path.write_text(sitemap(app.config.html_baseurl, pages) + "\n", encoding="utf-8")
