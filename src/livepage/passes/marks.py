"""What a page has, said of its article as a whole: before the page is read to its end.

A style sheet could ask with ``:has()``, and would be told only when the browser meets the thing:
what stands above it would move.
"""

from collections.abc import Mapping

from bs4 import BeautifulSoup

from livepage.markup import select, select_one


def mark_article(soup: BeautifulSoup, marks: Mapping[str, str]) -> BeautifulSoup:
    """Give the article a class for each of these things that it has.

    Parameters
    ----------
    soup : BeautifulSoup
        The page.
    marks : mapping of str to str
        A class, and the selector of what it stands for.

    Examples
    --------
    >>> from livepage.markup import parse
    >>> page = parse('<article class="bd-article"><table></table></article>')
    >>> mark_article(page, {"has-table": "table", "has-list": "ul"}).article["class"]
    ['bd-article', 'has-table']
    """
    for article in select(soup, "article.bd-article"):
        found = [mark for mark, selector in marks.items() if select_one(article, selector)]
        article["class"] = [*article["class"], *found]
    return soup
