"""Links between pages that are joined into one document, and the ids that they lead to."""

import re
from collections.abc import Iterable, Mapping
from posixpath import dirname, join, normpath
from urllib.parse import urlsplit

from bs4 import Tag

from livepage.markup import select
from livepage.volume.chapters import Chapter, inside

REFERRING = ("for", "headers", "aria-labelledby", "aria-describedby", "aria-controls", "aria-owns")
_URL = re.compile(r"url\((['\"]?)#")


def link(articles: Mapping[str, Tag], listed: Iterable[Chapter]) -> None:
    """Make ids unique, and links between pages lead to a place in the volume.

    A link to a file of the site becomes plain text: the file does not come along.
    """
    names = {one.page: one.name for one in listed}
    known = {name: {tag["id"] for tag in a.find_all(id=True)} for name, a in articles.items()}
    for page, name in names.items():
        for anchor in select(articles[name], "a[href]"):
            if urlsplit(anchor["href"]).scheme:
                continue
            target, place = inside(page, anchor["href"])
            if target in names:
                there = names[target]
                anchor["href"] = f"#{there}--{place}" if place in known[there] else f"#{there}"
            else:
                anchor.unwrap()
        for picture in select(articles[name], "img[src]"):
            if not urlsplit(picture["src"]).scheme:
                picture["src"] = normpath(join(dirname(page), picture["src"]))
        prefix_ids(articles[name], f"{name}--")


def prefix_ids(article: Tag, prefix: str) -> Tag:
    """Put `prefix` before every id and every reference to one; links are left alone.

    Examples
    --------
    >>> from livepage.markup import fragment
    >>> prefix_ids(fragment('<g id="a" clip-path="url(#c)"><use href="#c"></use></g>'), "one-")
    <g clip-path="url(#one-c)" id="one-a"><use href="#one-c"></use></g>
    """
    for tag in (article, *article.find_all(True)):
        for key, value in tag.attrs.items():
            if key == "id":
                tag[key] = prefix + value
            elif key in REFERRING:
                tokens = value if isinstance(value, list) else value.split()
                tag[key] = " ".join(prefix + one for one in tokens)
            elif key in ("href", "xlink:href") and tag.name != "a" and value.startswith("#"):
                tag[key] = f"#{prefix}{value[1:]}"
            elif isinstance(value, str) and "url(" in value:
                tag[key] = _URL.sub(rf"url(\1#{prefix}", value)
    return article
