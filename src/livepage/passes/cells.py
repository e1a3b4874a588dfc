"""A cell of a notebook on its page: first what it shows, then how it was made."""

from bs4 import BeautifulSoup

from livepage.markup import select


def code_after_output(soup: BeautifulSoup) -> BeautifulSoup:
    """Put a folded code behind what it has brought forth: readers came for that.

    Examples
    --------
    >>> from livepage.markup import parse
    >>> fold, shown = '<details class="hide"></details>', '<div class="cell_output">4</div>'
    >>> code_after_output(parse(f'<div class="cell">{fold}{shown}</div>'))
    <div class="cell"><div class="cell_output">4</div><details class="hide"></details></div>
    """
    for fold in select(soup, "div.cell > details.hide:has(~ div.cell_output)"):
        fold.find_next_siblings("div", class_="cell_output")[-1].insert_after(fold.extract())
    return soup
