"""Reading and writing whole pages as a tree."""

from bs4 import BeautifulSoup, Tag

# HTML's parser reads tag and attribute names in small letters; SVG knows these only like this.
_SVG_TAGS = ("clipPath", "foreignObject", "linearGradient", "radialGradient", "textPath")
_SVG_ATTRIBUTES = (
    *("viewBox", "preserveAspectRatio", "gradientUnits", "gradientTransform", "patternUnits"),
    *("clipPathUnits", "markerWidth", "markerHeight", "markerUnits", "refX", "refY"),
    *("pathLength", "textLength", "lengthAdjust", "startOffset", "patternTransform"),
)
_TAGS = {name.lower(): name for name in _SVG_TAGS}
_ATTRIBUTES = {name.lower(): name for name in _SVG_ATTRIBUTES}


def parse(html: str) -> BeautifulSoup:
    """Return the tree of a page; text, also inside ``<pre>``, stays as it is.

    Examples
    --------
    >>> write(parse("<pre> a\\n  b</pre>"))
    '<pre> a\\n  b</pre>'
    >>> write(parse('<svg viewBox="0 0 1 1"></svg>'))
    '<svg viewBox="0 0 1 1"></svg>'
    """
    soup = BeautifulSoup(html, "html.parser")
    for svg in soup.find_all("svg"):
        for tag in (svg, *svg.find_all(True)):
            tag.name = _TAGS.get(tag.name, tag.name)
            if not _ATTRIBUTES.keys().isdisjoint(tag.attrs):
                tag.attrs = {_ATTRIBUTES.get(k, k): v for k, v in tag.attrs.items()}
    return soup


def write(soup: BeautifulSoup) -> str:
    """Return the page as text."""
    return soup.decode(formatter="minimal")


def fragment(html: str) -> Tag:
    """Return the first element of a piece of HTML, free to be put anywhere."""
    return parse(html).find(True).extract()


def content_root(soup: BeautifulSoup) -> str:
    """Return the way from the page to the book's root, as the theme notes it."""
    html = soup.find("html")
    return (html.get("data-content_root") if html else None) or "./"


def static_url(soup: BeautifulSoup, name: str) -> str:
    """Return the page's address of a file in the book's static folder.

    Examples
    --------
    >>> static_url(parse('<html data-content_root="../"></html>'), "livepage.js")
    '../_static/livepage.js'
    """
    root = content_root(soup)
    return f"{'' if root == './' else root}_static/{name}"


def has_class(soup: BeautifulSoup, prefix: str) -> bool:
    """Say whether any element has a class that begins with `prefix`."""
    return soup.find(class_=lambda name: bool(name) and name.startswith(prefix)) is not None
