"""One switch a page for what most readers do not ask for: code, and where a claim comes from.

A page hides its folded code and whatever has the class ``apparatus`` until its reader wants them.
The switch is a checkbox, and what is hidden is hidden from a screen reader and from paper too. A
line of script tells the page's root what is set: asked by ``:has()``, the root would have every
click anywhere style the whole page anew. Without scripts it is asked all the same; a browser that
cannot be asked so shows everything and no switch.
"""

from bs4 import BeautifulSoup, Tag
from markupsafe import Markup
from sphinx.locale import get_translation

from livepage.markup import fragment, select, select_one

_ = get_translation("livepage")
CLASS = "apparatus"  # by contract with those who write what pages show
FOLD = "div.cell > details.hide"
# a browser may also bring a page back with the box as it was left
TOLD = Markup("""
(function (box, html) {
  function tell() { html.dataset.apparatus = box.checked ? "shown" : "away"; }
  tell();
  box.addEventListener("change", tell);
  addEventListener("pageshow", tell);
})(document.getElementById("livepage-apparatus"), document.documentElement);
""")


def only_computes(cell: Tag) -> bool:
    """Say whether all that a cell shows is a line of plain text, which needs its code to be read.

    What it shows as Markdown has no class of its own, and is to be read.

    Examples
    --------
    >>> cell = '<div><details class="hide"></details><div class="cell_output">{}</div></div>'
    >>> shown = ('<div class="output text_plain">2</div>', '<div class="output text_html">2</div>',
    ...          "<dl><dt>a term</dt></dl>", "")
    >>> [only_computes(fragment(cell.format(one))) for one in shown]
    [True, False, False, True]
    """
    shown = select(cell, ".cell_output > *")
    return bool(select_one(cell, "details.hide")) and all(
        {"text_plain", "stream"} & set(one.get("class", ())) for one in shown
    )


def offer_apparatus(soup: BeautifulSoup) -> BeautifulSoup:
    """Give a page that has an apparatus the switch that shows it, before the frame's buttons.

    Examples
    --------
    >>> from livepage.markup import parse
    >>> page = offer_apparatus(parse('<article><i class="apparatus">a</i></article>'))
    >>> page.article.label.get_text(strip=True), page.article.label.input["id"]
    ('Sources and code', 'livepage-apparatus')
    >>> print(offer_apparatus(parse("<article><i>a</i></article>")))
    <article><i>a</i></article>
    """
    article = soup.find("article")
    for cell in select(soup, "div.cell"):
        if only_computes(cell):
            cell["class"] = [*cell["class"], CLASS]
    if article is None or not select_one(article, f".{CLASS}, {FOLD}"):
        return soup
    switch = fragment(
        Markup(
            '<label class="livepage-apparatus"><input type="checkbox" id="livepage-apparatus"'
            ' autocomplete="off"> <span>{}</span></label>'
        ).format(_("Sources and code"))
    )
    place = select_one(soup, ".article-header-buttons") or article
    place.insert(0, switch)
    place.insert(1, fragment(Markup("<script>{}</script>").format(TOLD)))
    return soup
