"""Explorers: forms of radio buttons whose own style shows one leaf for each combination."""

from bs4 import BeautifulSoup
from markupsafe import Markup
from sphinx.locale import get_translation

from livepage.markup import fragment

_ = get_translation("livepage")


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


def offer_links(soup: BeautifulSoup) -> BeautifulSoup:
    """Give each form whose setting can be linked to a button that copies the link.

    Those are the forms that can be set back. The page gets one place where the script says that a
    link has asked for a setting that is not there; the words are the page's, in its language.

    Examples
    --------
    >>> from livepage.markup import parse
    >>> form = '<form class="explorer" data-explorer="a"><button type="reset">Back</button></form>'
    >>> page = offer_links(parse(f"<article>{form}</article>"))
    >>> [button.get_text() for button in page.select("button")]
    ['Back', 'Copy link']
    >>> page.article.div["role"]
    'status'
    """
    resets = soup.select("form.explorer[data-explorer] button[type=reset]")
    for reset in resets:
        copied = Markup('<span class="livepage-copied" role="status" data-words="{}"></span>')
        button = Markup(
            '<button class="pst-js-only" type="button" data-livepage-action="copy-link">{}</button>'
        )
        reset.insert_after(
            " ",
            fragment(button.format(_("Copy link"))),
            " ",
            fragment(copied.format(_("The link is copied."))),
        )
    article = soup.find("article")
    if resets and article:
        words = _(
            "The link that you followed asks for a setting that this page does not have."
            " Everything stands as it starts."
        )
        notice = Markup('<div class="livepage-notice" role="status" data-words="{}"></div>')
        article.insert(0, fragment(notice.format(words)))
    return soup
