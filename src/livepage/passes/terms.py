"""A glossary's terms open where they are: a press shows what a term means, without a script.

Behind each link to a term comes a button with the same word, which opens the definition as a
popover; a style sheet shows one of the two: the button where the browser has popovers, the link
elsewhere and on paper. The definitions come from the glossary itself, when the page is written.
"""

from collections.abc import Mapping
from functools import lru_cache

from bs4 import BeautifulSoup
from docutils import nodes
from markupsafe import Markup
from sphinx.locale import get_translation

from livepage.markup import fragment, select

_ = get_translation("livepage")
LINK = "article a.internal[href*='#term-']:has(.std-term)"


def open_in_place(soup: BeautifulSoup, said: Mapping[str, str]) -> BeautifulSoup:
    """Put a button behind each link to a term that is defined, and each definition at the end.

    Parameters
    ----------
    soup : BeautifulSoup
        A page.
    said : mapping of str to str
        What each term means, by the id of its place in the glossary.

    Examples
    --------
    >>> from livepage.markup import parse
    >>> link = '<a class="internal" href="g.html#term-a"><i class="std-term">war</i></a>'
    >>> page = open_in_place(parse(f"<article>{link}</article>"), {"term-a": "A fight."})
    >>> page.button["popovertarget"], page.find(id="about-term-a").p.get_text()
    ('about-term-a', 'A fight.')
    """
    article, shown = soup.find("article"), set()
    button = Markup(
        '<button hidden type="button" class="livepage-term" popovertarget="about-{}">{}</button>'
    )
    about = Markup(
        '<div popover class="livepage-about" id="about-{id}"><p>{said}</p>'
        '<p><a href="{link}">{more}</a></p></div>'
    )
    for link in select(soup, LINK):
        name = link["href"].partition("#")[2]
        if name not in said or link["href"].startswith("#"):
            continue
        link["class"] = [*link["class"], "livepage-plain"]
        word = " ".join(link.get_text().split())
        link.insert_after(fragment(button.format(name, word)))
        if name not in shown:
            more = _("{term} in the glossary").format(term=word)
            piece = about.format(id=name, said=said[name], link=link["href"], more=more)
            article.append(fragment(piece))
            shown.add(name)
    return soup


def definitions(app) -> Mapping[str, str]:
    """Return what every term of the book's glossaries means, by the id of its place."""
    homes = {place for place, _ in app.env.get_domain("std").data.get("terms", {}).values()}
    objects = app.env.get_domain("std").data.get("objects", {})
    homes |= {place for (kind, _), (place, _) in objects.items() if kind == "term"}
    return dict(pair for home in sorted(homes) for pair in _of_page(app, home))


@lru_cache(maxsize=8)
def _of_page(app, home: str) -> tuple[tuple[str, str], ...]:
    """Return the terms of one page, with what is said of them."""
    return tuple(
        (name, " ".join(item.next_node(nodes.definition).astext().split()))
        for item in app.env.get_doctree(home).findall(nodes.definition_list_item)
        for term in item.findall(nodes.term)
        for name in term["ids"]
        if item.next_node(nodes.definition) is not None
    )
