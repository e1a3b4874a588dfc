"""Reading and writing whole pages as a tree."""

from collections.abc import Iterator
from functools import cache

import soupsieve
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
    for svg in select(soup, "svg"):
        for tag in (svg, *select(svg, "*")):
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


@cache
def _ends(selector: str) -> tuple[tuple[str, frozenset[str], frozenset[str], bool], ...]:
    """Return what can be seen at a glance of the elements that a selector names.

    For each of its alternatives their name (``*`` for any), some of their classes, some of their
    attributes, and whether that is all that it asks for.
    """
    return tuple(
        (
            one.tag.name if one.tag else "*",
            frozenset(one.classes),
            frozenset(found.attribute for found in one.attributes) | ({"id"} if one.ids else set()),
            not any((one.ids, one.relation, one.selectors, one.nth, one.contains, one.lang))
            and not one.flags
            and all(found.pattern is None for found in one.attributes),
        )
        for one in soupsieve.compile(selector).selectors
    )


def _found(tree: Tag, selector: str) -> Iterator[Tag]:
    ends, named = _ends(selector), soupsieve.compile(selector)
    for tag in tree.descendants:
        if not isinstance(tag, Tag):
            continue
        for name, classes, attributes, is_all in ends:
            if (
                name in ("*", tag.name)
                and attributes <= tag.attrs.keys()
                and (not classes or classes.issubset(tag.attrs.get("class", ())))
            ):
                if is_all or named.match(tag):
                    yield tag
                break


def select(tree: Tag, selector: str) -> list[Tag]:
    """Return the elements within a tree that a CSS selector names, in order.

    As the tree's own `select` does; but most elements, which cannot be meant, are passed over
    without a look at what is around them. It takes about a third of the time.

    Parameters
    ----------
    tree : Tag
        A page or a part of one.
    selector : str
        A selector without ``:scope``.

    Examples
    --------
    >>> select(parse("<ul><li><b>1</b></li></ul><b>2</b>"), "li b, i")
    [<b>1</b>]
    """
    return list(_found(tree, selector))


def select_one(tree: Tag, selector: str) -> Tag | None:
    """Return the first element within a tree that a CSS selector names, if any.

    Examples
    --------
    >>> select_one(parse("<b>1</b><b>2</b>"), "b")
    <b>1</b>
    """
    return next(_found(tree, selector), None)


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
    """Say whether any element has a class that begins with `prefix`.

    Examples
    --------
    >>> has_class(parse('<p class="a tex2jax"></p>'), "tex"), has_class(parse("<p>"), "tex")
    (True, False)
    """
    return any(
        word.startswith(prefix)
        for tag in select(soup, "[class]")
        for word in tag.get_attribute_list("class")
    )
