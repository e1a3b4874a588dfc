"""Blanks and comments that templates leave behind."""

import re

from bs4 import BeautifulSoup, Comment, NavigableString

# where a blank is what it is
KEPT = ("pre", "textarea", "script", "style", "code", "xmp")
_LINES = re.compile(r"[ \t]*\n\s*")


def drop_blanks(soup: BeautifulSoup) -> BeautifulSoup:
    """Drop comments, and write each run of blank lines as one end of a line.

    Examples
    --------
    >>> from livepage.markup import parse
    >>> drop_blanks(parse("<p>a <!-- why -->\\n\\n   b</p><pre>a\\n\\n b</pre>"))
    <p>a
    b</p><pre>a
    <BLANKLINE>
     b</pre>
    """
    for comment in soup.find_all(string=lambda text: isinstance(text, Comment)):
        comment.extract()
    soup.smooth()  # what stood around a comment is one text now
    for text in list(soup.find_all(string=True)):
        if type(text) is NavigableString and "\n" in text and not _is_kept(text):
            text.replace_with(NavigableString(_LINES.sub("\n", text)))
    return soup


def _is_kept(text: NavigableString) -> bool:
    return any(parent.name in KEPT for parent in text.parents)
