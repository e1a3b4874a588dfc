"""Explorers: forms of radio buttons whose own style shows one panel for each combination."""

from bs4 import BeautifulSoup
from markupsafe import Markup
from sphinx.locale import get_translation

from livepage.markup import fragment, select, select_one

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
    for form in select(soup, "form.explorer:not([action]):not([method])"):
        form["method"] = "dialog"
    return soup


def put_words_behind(soup: BeautifulSoup) -> BeautifulSoup:
    """Move an explorer's text alternative out of its form, right behind it.

    So it stays where the form cannot be set, and is taken out.

    Examples
    --------
    >>> from livepage.markup import parse
    >>> alternative = '<details class="explorer-alternative"></details>'
    >>> put_words_behind(parse(f'<form class="explorer">{alternative}</form>'))
    <form class="explorer"></form><details class="explorer-alternative"></details>
    """
    for alternative in reversed(select(soup, "form.explorer .explorer-alternative")):
        alternative.find_parent("form").insert_after(alternative.extract())
    return soup


def say_what_it_takes(soup: BeautifulSoup) -> BeautifulSoup:
    """Say before the first explorer what a browser needs for it.

    A style sheet hides that in browsers that have what it takes.

    Examples
    --------
    >>> from livepage.markup import parse
    >>> say_what_it_takes(parse('<form class="explorer"></form>')).p["class"]
    ['livepage-unfit']
    """
    if form := select_one(soup, "form.explorer"):
        words = _(
            "In this browser the explorers of this page cannot be set. They need JavaScript, or"
            " Chrome or Edge 105, Firefox 121, Safari 15.4, or newer. What they answer is in"
            " words where they would be; unfold it where it is folded."
        )
        note = Markup('<p class="livepage-unfit">{}</p>').format(words)
        form.insert_before(fragment(note), "\n")
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
    >>> page.article.div["aria-live"]
    'polite'
    """
    # live, but no status while there is nothing to say: that would be read out as an empty bar
    live = 'aria-live="polite" aria-atomic="true"'
    resets = select(soup, "form.explorer[data-explorer] button[type=reset]")
    for reset in resets:
        copied = Markup(f'<span class="livepage-copied" {live} data-words="{{}}"></span>')
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
            " Everything is as it starts."
        )
        notice = Markup(f'<div class="livepage-notice" {live} data-words="{{}}"></div>')
        article.insert(0, fragment(notice.format(words)))
    return soup


def sum_up_bets(soup: BeautifulSoup) -> BeautifulSoup:
    """Keep a place at a page's end where a script says how the reader's bets have come out.

    It is counted from the page's forms alone; without a script nothing is there.

    Examples
    --------
    >>> from livepage.markup import parse
    >>> form = '<form class="explorer"><p data-came-out="held"></p></form>'
    >>> page = sum_up_bets(parse(f"<article><section>{form}</section></article>"))
    >>> page.select_one("section > p")["data-words"]
    'Your bets on this page: {bets} placed, {held} right.'
    """
    article = soup.find("article")
    if article and select_one(article, "form.explorer [data-came-out]"):
        words = _("Your bets on this page: {bets} placed, {held} right.")
        place = Markup('<p class="livepage-bets" hidden data-words="{}"></p>').format(words)
        (article.find("section") or article).append(fragment(place))
    return soup
