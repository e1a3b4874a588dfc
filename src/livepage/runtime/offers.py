"""The pages' part: where a cell's lines may be changed and run, and the script that offers it.

A cell asks for it by its tag. The button comes with the script, so there is none without. A form
that a function of the book answers stands in the page as a template, and opens by a button too.
"""

import json

from bs4 import BeautifulSoup, Tag
from sphinx.locale import get_translation

from livepage.markup import select, static_url
from livepage.runtime import OFFER, TAG
from livepage.runtime.library import LINES

_ = get_translation("livepage")
ASKED = "template.asked-form[data-call]"  # a form that a function of the book answers
CELL = f"div.cell.tag_{TAG}:has(.cell_input)"


def add_offer(soup: BeautifulSoup) -> BeautifulSoup:
    """Add to a page the script that offers to run its runnable cells, and to open its forms.

    Examples
    --------
    >>> from livepage.markup import parse
    >>> cell = '<div class="cell tag_runnable"><div class="cell_input">2</div></div>'
    >>> add_offer(parse(f"<body>{cell}</body>")).script["src"]
    '_static/livepage-python.js'
    >>> print(add_offer(parse("<body></body>")))
    <body></body>
    """
    if soup.body and (select(soup, CELL) or select(soup, ASKED)):
        (soup.head or soup.body).append(_script(soup))
    return soup


def _script(soup: BeautifulSoup) -> Tag:
    words = json.dumps({key: str(text) for key, text in said().items()}, ensure_ascii=False)
    attributes = {"defer": "", "src": static_url(soup, OFFER), "data-words": words}
    return soup.new_tag("script", attrs=attributes)


def said() -> dict[str, str]:
    """Return what the editor says, in the language of the pages."""
    return {
        "offer": _("Change and run"),
        "failed": _("Python could not be loaded. Press to try again."),
        "lines": _("Lines of Python"),
        "run": _("Run"),
        "stop": _("Stop"),
        "back": _("As it was"),
        "keys": _("Shift+Enter runs. Tab indents; Escape, then Tab, leaves the lines."),
        "modules": _("What can be imported"),
        "names": _("What this book’s cells import, and of Python’s own modules: {names}.").format(
            names=", ".join(LINES)
        ),
        "starting": _("Python is starting, from this book’s own files."),
        "got": _("{got} of {all} MB"),
        "ready": _("Python is ready. What you run stays in this page."),
        "running": _("Running …"),
        "done": _("Done."),
        "nothing": _("Done; it shows nothing."),
        "faulty": _("It did not work; why is told below."),
        "where": _("Where it came from"),
        "stopped": _("Stopped. What you had computed on this page is gone; Run starts anew."),
        "broken": _("Python has ended: {fault}"),
        "save": _("Save {name}"),
        "link": _("A link to this"),
        "copy": _("Copy link"),
        "copied": _("The link is copied."),
        "unread": _("A chosen file has changed or is gone; choose it again."),
        "stale": _("Changed since; below is the answer from before."),
        "ended": _("Stopped. What you typed is still here."),
        "restored": _("As it was on the page. What you had computed is still there."),
    }
