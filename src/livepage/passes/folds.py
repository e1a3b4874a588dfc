"""Sections that a reader may leave out: folded under their heading.

A section cannot be a directive where it holds cells of a notebook. So the book says once with which
word the heading of such a section begins: ``livepage_folded``, such as ``Deeper:``. In a notebook
it is a section like any other; a link to it, and a search, find it as before.
"""

from bs4 import BeautifulSoup

from livepage.markup import fragment, select


def fold_sections(soup: BeautifulSoup, begins: str) -> BeautifulSoup:
    """Return the page with the sections folded whose heading begins so.

    Parameters
    ----------
    soup : BeautifulSoup
        A page.
    begins : str
        How the heading of such a section begins; nothing is folded without.

    Examples
    --------
    >>> from livepage.markup import parse
    >>> page = parse('<section id="why"><h3>Deeper: why</h3><p>So.</p></section>')
    >>> page = fold_sections(page, "Deeper:")
    >>> [tag.name for tag in page.find_all(True)]
    ['section', 'details', 'summary', 'h3', 'p']
    >>> page.section["id"], page.summary.text
    ('why', 'Deeper: why')
    """
    if not begins:
        return soup
    for heading in select(soup, "section > :is(h2, h3, h4)"):
        if not heading.get_text().strip().startswith(begins):
            continue
        section = heading.parent
        # no link in what is pressed: the section can be linked to all the same
        for link in select(heading, "a.headerlink"):
            link.decompose()
        fold = fragment('<details class="folded-section"><summary></summary></details>')
        rest = [part for part in section.contents if part is not heading]
        fold.summary.append(heading.extract())
        fold.extend(part.extract() for part in rest)
        section.append(fold)
    return soup
