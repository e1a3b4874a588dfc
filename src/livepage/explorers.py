"""Explorers: forms of radio buttons whose own style shows one leaf for each combination."""

from bs4 import BeautifulSoup


def steady_forms(soup: BeautifulSoup) -> BeautifulSoup:
    """Keep the Enter key from sending an explorer's form and so losing the reader's choices.

    A form outside a dialog that has ``method="dialog"`` does nothing when it is sent, with or
    without JavaScript.

    Examples
    --------
    >>> from livepage.markup import parse
    >>> steady_forms(parse('<form class="explorer"></form>'))
    <form class="explorer" method="dialog"></form>
    """
    for form in soup.select("form.explorer:not([action]):not([method])"):
        form["method"] = "dialog"
    return soup
