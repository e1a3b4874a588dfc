"""Highlighted code without the marks that show nothing: names, signs and blanks are as the rest."""

from bs4 import BeautifulSoup

from livepage.markup import select

# as Pygments calls them; of the colours that the theme has, these have those of the block itself
PLAIN = frozenset({"n", "nn", "p", "w"})


def plain_code(soup: BeautifulSoup) -> BeautifulSoup:
    """Unwrap names, signs and blanks in highlighted code: a third of all elements of a short page.

    The empty mark that Pygments begins a block with goes too; it keeps an empty first line alone.

    Examples
    --------
    >>> from livepage.markup import parse
    >>> code = '<span class="n">a</span><span class="p">(</span><span class="mi">1</span>'
    >>> plain_code(parse(f'<div class="highlight"><pre><span></span>{code}</pre></div>')).pre
    <pre>a(<span class="mi">1</span></pre>
    """
    for block in select(soup, "div.highlight pre"):
        first = block.find(True)
        if first and not (first.attrs or first.contents or block.get_text().startswith("\n")):
            first.decompose()
        for mark in select(block, "span[class]"):
            if len(mark["class"]) == 1 and mark["class"][0] in PLAIN and not mark.find(True):
                mark.unwrap()
        block.smooth()
    return soup
