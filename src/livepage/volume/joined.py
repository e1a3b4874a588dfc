"""All pages of a built book as one document for print: cover, imprint, contents, chapters.

The document is whole but for the page numbers in its contents, which only a browser knows once
it has laid the pages out: ``[data-page-of]`` holds their places.

Sphinx's own ``singlehtml`` was tried. It stops at myst-nb's folded cells unless they are made known
to it, takes four times as long since it reads and renders the book once more, and leaves `links`
to be done: 35 ids that stand twice, and 763 links in outputs to pages that are not there.
"""

import re
from collections.abc import Iterable, Mapping
from html import escape
from importlib.resources import files
from itertools import groupby
from pathlib import Path

from bs4 import BeautifulSoup, Tag

from livepage.files import THEME
from livepage.markup import parse, select, select_one, static_url, write
from livepage.volume import paper
from livepage.volume.chapters import Chapter, chapters
from livepage.volume.cover import Cover, VolumeWords, behind, front
from livepage.volume.links import link


def volume(folder: Path, cover: Cover, words: VolumeWords | None = None) -> str:
    """Return the whole book as one page of HTML whose addresses start at the site's root.

    Parameters
    ----------
    folder : Path
        The site: the folder with ``index.html`` and ``_static``.
    cover : Cover
        What is known of the book as a whole.
    words : VolumeWords, optional
        The volume's own words.

    Raises
    ------
    ValueError
        If the folder holds no built book.
    """
    words = words or VolumeWords()
    listed = chapters(folder)
    pages = {one.page: parse((folder / one.page).read_text("utf-8")) for one in listed}
    articles = {
        one.name: _on_paper(select_one(pages[one.page], "article"), one, words) for one in listed
    }
    link(articles, listed)
    first = pages[listed[0].page]
    return "\n".join(
        [
            f'<!DOCTYPE html>\n<html class="volume" lang="{first.html.get("lang", "en")}"'
            ' data-theme="light" data-mode="light">',
            _head(first, cover, listed),
            '<body><main class="bd-content">',
            front(cover, select_one(first, "link[rel~=icon][href$='.svg']")),
            behind(cover, words, select_one(first, ".extra_footer")),
            contents(listed, words.contents),
            *_bound(listed, articles),
            "</main></body></html>",
        ]
    )


def contents(listed: Iterable[Chapter], heading: str) -> str:
    """Return the table of contents, with an empty place for each chapter's page number."""
    line = (
        '<li><a href="#{}">{}</a> <span class="leader"></span><span data-page-of="{}"></span></li>'
    )
    found = [f'<nav class="volume-contents"><h1 class="heading-1">{escape(heading)}</h1>']
    for part, ones in groupby(listed, lambda one: one.part):
        lines = "".join(line.format(one.name, escape(one.title), one.name) for one in ones)
        found.append(f"<p>{escape(part)}</p><ul>{lines}</ul>" if part else f"<ul>{lines}</ul>")
    return "\n".join([*found, "</nav>"])


def _on_paper(article: Tag, chapter: Chapter, words: VolumeWords) -> Tag:
    """Return a page's article as a chapter."""
    article = paper.put_in_place(article)
    article = paper.drop_controls(article)
    article = paper.keep_spoken_code(article)
    article = paper.print_explorers(article, words.question, words.answers)
    article = paper.open_folds(article)
    article = paper.keep_short_cells(article)
    article = paper.demote(article, 1 if chapter.part else 0)
    article["class"] = [*article.get("class", []), "volume-chapter"]
    return article


def _bound(listed: Iterable[Chapter], articles: Mapping[str, Tag]) -> list[str]:
    """Return the chapters, each in an element that bears its name; parts begin with theirs."""
    found, part = [], ""
    for one in listed:
        name = "h1" if one.part != part else "p"
        above = f'<{name} class="volume-part">{escape(one.part)}</{name}>' if one.part else ""
        found.append(f'<div id="{one.name}">{above}\n{write(articles[one.name])}</div>')
        part = one.part
    return found


def _head(first: BeautifulSoup, cover: Cover, listed: Iterable[Chapter]) -> str:
    """Return the head: all style sheets, and what stands at the foot of each page."""
    sheets = [s["href"] for s in select(first, "link[rel=stylesheet][href]:not(noscript *)")]
    # whose rules stand in the pages themselves, each as many as it can use
    if inside := select(first, "style[data-sheets]"):
        beside = [name for place in inside for name in place["data-sheets"].split()]
        sheets += [static_url(first, name) for name in (THEME, *beside)]
    feet = (
        f"@page {one.name} {{ @bottom-left {{ content: {_css_text(one.title)} }} }}"
        f" #{one.name} {{ page: {one.name} }}"
        for one in listed
    )
    own = files("livepage").joinpath("volume", "volume.css").read_text("utf-8")
    return "\n".join(
        [
            f'<head><meta charset="utf-8"><title>{escape(cover.title)}</title>',
            f'<meta name="author" content="{escape(", ".join(cover.authors))}">',
            *(f'<link rel="stylesheet" href="{escape(sheet)}">' for sheet in sheets),
            "<style>",
            own,
            *feet,
            "</style></head>",
        ]
    )


def _css_text(words: str) -> str:
    """Return words as a string of CSS that may stand in a page."""
    return '"' + re.sub(r'["\\<]', lambda sign: f"\\{ord(sign[0]):x} ", words) + '"'
