"""The output of a notebook cell: one thing in several forms, the same at every run."""

import re
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import zip_longest

from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class Page:
    """A piece of HTML with its plain-text alternative.

    Attributes
    ----------
    html : Markup
        What a page shows.
    text : str
        What a terminal shows, and what tests compare.
    markdown : str
        The same as MyST, where the built page needs more than HTML can do (terms to link to,
        files to download); it then goes before the HTML. Empty where HTML is enough.

    Examples
    --------
    >>> sorted(Page(Markup("<p>Yes</p>"), "Yes")._repr_mimebundle_())
    ['text/html', 'text/plain']
    """

    html: Markup
    text: str
    markdown: str = ""

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict[str, str]:
        dress()
        bundle = {"text/html": str(self.html), "text/plain": self.text}
        return bundle | ({"text/markdown": self.markdown} if self.markdown else {})


def mime_of(build: Callable[[], object]) -> dict:
    """Return what a cell's output carries of a widget; nothing where only a form would work.

    Colab shows widgets by a manager of its own, too old for stacks, and others only by asking
    somebody else's server; ipywidgets below 8 has no stacks, and it need not be there at all. The
    form that the output carries as well works everywhere.

    Parameters
    ----------
    build : callable
        Makes the widget; called only where it works.
    """
    if not live():
        return {}
    found = build()._repr_mimebundle_() or {}
    return found[0] if isinstance(found, tuple) else found


def dress() -> None:
    """Let tables and cards look like a book's in the notebook that shows them, if it can be.

    Their outputs stay as they are: what dresses them is a widget that is never shown.
    """
    if "ipykernel" in sys.modules and live() and forms():
        from explorers.live import look

        look()


def live() -> bool:
    """Tell whether widgets are shown here."""
    try:
        import ipywidgets
    except ImportError:
        return False
    return "google.colab" not in sys.modules and hasattr(ipywidgets, "Stack")


def forms() -> bool:
    """Tell whether a widget can be the form of its page, which takes anywidget."""
    try:
        import anywidget  # noqa: F401
        import ipywidgets  # noqa: F401
    except ImportError:
        return False
    return True


def without_links(html: str) -> str:
    """Return the same HTML with its links as plain words: a notebook has no built pages.

    Parameters
    ----------
    html : str or Markup
        A piece of HTML.

    Examples
    --------
    >>> without_links('by <a href="rules.html#rule-x">x</a>')
    'by x'
    """
    return re.sub(r"</?a\b[^>]*>", "", str(html))


def joined(pieces: Iterable[object], between: str = "\n") -> Markup:
    """Return many pieces of HTML as one; strings that are not HTML are escaped.

    Parameters
    ----------
    pieces : iterable
        HTML, or anything else to be escaped.
    between : str
        HTML that stands between them; a new line by default.

    Examples
    --------
    >>> joined([Markup("<b>a</b>"), "a < b"], " ")
    Markup('<b>a</b> a &lt; b')
    """
    return Markup(between).join(pieces)


def table(
    heads: Iterable[str],
    rows: Iterable[Iterable[object]],
    kind: str = "",
    ids: Iterable[str] = (),
    *,
    cards: bool = True,
) -> Markup:
    """Return a table whose rows may be laid out as cards on a narrow page.

    Parameters
    ----------
    heads : iterable of str
        The columns' names.
    rows : iterable of rows
        Cells as strings or HTML; each row's first cell is its header.
    kind : str
        A further class for style sheets.
    ids : iterable of str
        An id for each row, to link to; none by default.
    cards : bool
        Whether rows become cards where there is no room; off for a small table of short words.

    Examples
    --------
    >>> print(table(["State", "Year"], [["Belarus", 2020]]))
    <table class="stack"><thead><tr><th scope="col">State</th><th scope="col">Year</th></tr></thead>
    <tbody>
    <tr><th scope="row">Belarus</th><td>2020</td></tr>
    </tbody></table>
    """
    head, first, cell = (
        Markup(piece)
        for piece in ('<th scope="col">{}</th>', '<th scope="row">{}</th>', "<td>{}</td>")
    )
    lines = [
        Markup("<tr{id}>{first}{others}</tr>").format(
            id=Markup(' id="{}"').format(name) if name else "",
            first=first.format(row[0]),
            others=joined(map(cell.format, row[1:]), ""),
        )
        for row, name in zip_longest(map(tuple, rows), ids)
    ]
    return Markup(
        '<table class="{kind}"><thead><tr>{heads}</tr></thead>\n<tbody>\n{lines}\n</tbody></table>'
    ).format(
        kind=" ".join(["stack" if cards else "small", *kind.split()]),
        heads=joined(map(head.format, heads), ""),
        lines=joined(lines),
    )
