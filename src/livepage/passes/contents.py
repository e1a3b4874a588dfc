"""The contents beside a page: the parts of the book are folds, and the one that is read is open."""

from bs4 import BeautifulSoup

from livepage.markup import select

OPEN_AT_FIRST = 2  # parts that are open on a page that is in none


def fold_parts(soup: BeautifulSoup) -> BeautifulSoup:
    """Make each part with a caption a fold: so all of them are in sight at once.

    Examples
    --------
    >>> from livepage.markup import parse
    >>> part = '<p class="caption">{}</p><ul><li class="{}">a</li></ul>'
    >>> nav = part.format("One", "") + part.format("Two", "current")
    >>> folds = fold_parts(parse(f'<nav class="bd-links">{nav}</nav>')).find_all("details")
    >>> [(fold.summary.get_text(), fold.has_attr("open")) for fold in folds]
    [('One', False), ('Two', True)]
    """
    folds = []
    for caption in select(soup, "nav.bd-links p.caption"):
        pages = caption.find_next_sibling("ul")
        fold = soup.new_tag("details", attrs={"class": "livepage-part"})
        caption.insert_before(fold)
        summary = soup.new_tag("summary")
        summary.append(caption.extract())
        fold.extend([summary, pages.extract()])
        folds.append(fold)
    here = [fold for fold in folds if select(fold, ".current")]
    for fold in here or folds[:OPEN_AT_FIRST]:
        fold["open"] = ""
    return soup
