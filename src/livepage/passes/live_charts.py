"""Charts that can come alive: a button that says so, for a finger and for keys."""

from bs4 import BeautifulSoup
from markupsafe import Markup
from sphinx.locale import get_translation

from livepage.markup import fragment, select

_ = get_translation("livepage")


def offer_life(soup: BeautifulSoup) -> BeautifulSoup:
    """Put a button under each picture of a chart that can be set; it needs a script.

    The chart library is large: it comes when the reader points at the picture, touches it, or
    presses the button, and not before.

    Examples
    --------
    >>> from livepage.markup import parse
    >>> chart = '<figure><svg></svg><script class="livepage-spec">{}</script></figure>'
    >>> offer_life(parse(chart)).button["class"]
    ['livepage-wake', 'pst-js-only']
    """
    for spec in select(soup, "figure > script.livepage-spec"):
        button = Markup('<button class="livepage-wake pst-js-only" type="button">{}</button>')
        spec.insert_before(fragment(button.format(_("Set this chart yourself"))))
    return soup
