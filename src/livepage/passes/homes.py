"""Links to a place that another page of the book has.

What stands in a notebook's output does not know on which page it will be, nor where the list is
that it refers to. So it links to a place (`#rule-first`), and the book says once which page is the
home of such places: ``livepage_homes``, from the beginning of a place's name to the page.
"""

from collections.abc import Mapping

from bs4 import BeautifulSoup

from livepage.markup import select


def send_home(soup: BeautifulSoup, homes: Mapping[str, str]) -> BeautifulSoup:
    """Let links to a place that this page does not have lead to the place's home.

    Parameters
    ----------
    soup : BeautifulSoup
        A page.
    homes : mapping of str to str
        For the beginning of a place's name the address of the page that has such places, from
        this page.

    Examples
    --------
    >>> from livepage.markup import parse
    >>> page = parse('<a href="#rule-first">first</a>')
    >>> send_home(page, {"rule-": "../lists/rules.html"}).a["href"]
    '../lists/rules.html#rule-first'
    """
    here = {tag["id"] for tag in select(soup, "[id]")}
    for link in select(soup, 'a[href^="#"]'):
        place = link["href"][1:]
        home = next((page for start, page in homes.items() if place.startswith(start)), None)
        if home and place not in here:
            link["href"] = f"{home}#{place}"
    return soup
