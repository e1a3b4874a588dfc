"""Exercises of sphinx-exercise: one id each, and no style sheet of their own.

sphinx-exercise puts the same id on the body of every exercise, and links a sheet in colours of
its own; a book styles its exercises in its own sheet.
"""

from bs4 import BeautifulSoup

from livepage.markup import select


def plain(soup: BeautifulSoup) -> BeautifulSoup:
    """Return the page with each exercise's body unwrapped, and the extension's sheet not linked.

    Examples
    --------
    >>> from livepage.markup import parse
    >>> body = '<div class="exercise" id="a"><section id="exercise-content"><p>Do.</p></section>'
    >>> str(plain(parse(body)).div)
    '<div class="exercise" id="a"><p>Do.</p></div>'
    """
    for body in select(soup, ".exercise > section#exercise-content"):
        body.unwrap()
    for sheet in select(soup, 'link[href*="exercise.css"]'):
        sheet.decompose()
    return soup
