"""How a page is quoted elsewhere: its title, its description, and a picture (Open Graph).

A page's description is its own: ``html_meta: description:`` in its front matter, or in a notebook's
metadata under ``myst``. (sphinxext-opengraph cuts one out of the first sentences and takes no
other.) Addresses are written only where it is known where the book is published: a half one is of
no use to another site.
"""

import re
from collections.abc import Mapping

from markupsafe import Markup

_DESCRIPTION = re.compile(r'<meta content="([^"]*)" name="description"')


def tags(said: Mapping[str, str]) -> Markup:
    """Return the elements for the head of a page; what is empty is left out.

    Parameters
    ----------
    said : mapping of str to str
        Open Graph's names, without their prefix, and their contents.

    Examples
    --------
    >>> print(tags({"title": "Fish & Chips", "description": ""}))
    <meta property="og:title" content="Fish &amp; Chips" />
    """
    tag = Markup('<meta property="og:{}" content="{}" />')
    return Markup("\n").join(tag.format(name, text) for name, text in said.items() if text)


def address(app, pagename: str) -> str:
    """Return where a page is published; the first one at the root of the site, by one name only."""
    first = pagename == app.config.root_doc
    return app.config.html_baseurl + ("" if first else app.builder.get_target_uri(pagename))


def add_tags(app, pagename: str, templatename: str, context: dict, doctree) -> None:
    """Add the tags to a page that has a text (``html-page-context``)."""
    if doctree is None:
        return
    if context.get("pageurl"):
        context["pageurl"] = address(app, pagename)
    site, card = app.config.html_baseurl or "", app.config.livepage_card
    described = _DESCRIPTION.search(context["metatags"])
    said = {
        "type": "website",
        "site_name": app.config.html_title,
        "title": Markup(context["title"]).striptags(),
        # Sphinx has escaped it already
        "description": Markup(described[1]) if described else "",
        "url": context.get("pageurl") or "",
        "image": site + card if site and card else "",
        "image:alt": app.config.livepage_card_words if site and card else "",
    }
    large = '<meta name="twitter:card" content="summary_large_image" />\n' if said["image"] else ""
    context["metatags"] += f"{tags(said)}\n{large}"
