"""The theme's header: what is empty or leads nowhere in it, out of the way of what works.

The book theme keeps its buttons at the top of the article and leaves a second, hidden set in a bar
that has nothing else.
"""

from bs4 import BeautifulSoup

from livepage.markup import select, select_one


def drop_empty_header(soup: BeautifulSoup) -> BeautifulSoup:
    """Drop the bar where it holds only buttons that the article's header has as well."""
    if not select_one(soup, ".bd-sidebar-secondary"):
        for button in select(soup, ".secondary-toggle"):
            button.decompose()  # there are no contents of the page to be shown
        # for style sheets to know before the page is read to its end, and nothing has to move
        for content in select(soup, ".bd-content"):
            content["class"] = [*content["class"], "livepage-alone"]
    header = soup.find(id="pst-header")
    if not header or not select_one(soup, ".bd-header-article .primary-toggle"):
        return soup
    for button in select(header, ".sidebar-toggle, .search-button__button"):
        button.decompose()
    if not header.get_text(strip=True) and not header.find(["a", "img", "button", "input"]):
        header.decompose()
    return soup
