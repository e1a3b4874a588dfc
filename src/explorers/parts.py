"""Small pieces of HTML that explorers share: a prompt, a verdict, a line, a card, a fold.

Examples
--------
>>> prompt("Choose, then bet.")
Markup('<p class="prompt">Choose, then bet.</p>')
"""

from collections.abc import Iterable

from markupsafe import Markup

from explorers.choices import EMPTY
from explorers.outputs import joined


def prompt(words: str) -> Markup:
    """Return what stands where the answer will be, until the reader has chosen.

    Parameters
    ----------
    words : str
        What to do.
    """
    return Markup('<p class="prompt">{}</p>').format(words)


def verdict(words: str, sign: Markup = EMPTY) -> Markup:
    """Return the answer that matters most, with a sign before it.

    Parameters
    ----------
    words : str
        A sentence or two.
    sign : Markup
        A small picture that says the same; nothing by default.

    Examples
    --------
    >>> verdict("It rains.")
    Markup('<p class="verdict"><span>It rains.</span></p>')
    """
    return Markup('<p class="verdict">{sign}<span>{words}</span></p>').format(
        sign=sign + Markup(" ") if sign else EMPTY, words=words
    )


def line(words: str) -> Markup:
    """Return a plain line below a verdict.

    Parameters
    ----------
    words : str or Markup
        What it says.

    Examples
    --------
    >>> line("It rains.")
    Markup('<p class="verdict-line">It rains.</p>')
    """
    return Markup('<p class="verdict-line">{}</p>').format(words)


def card(facts: Iterable[tuple[str, object]]) -> Markup:
    """Return facts with their names: side by side, or one above the other on a narrow page.

    Parameters
    ----------
    facts : iterable of (str, object)
        Names, and facts as strings or HTML.

    Examples
    --------
    >>> card([("It expects", "more")])
    Markup('<dl class="scorecard"><dt>It expects</dt><dd>more</dd></dl>')
    """
    fact = Markup("<dt>{}</dt><dd>{}</dd>")
    return Markup('<dl class="scorecard">{}</dl>').format(
        joined((fact.format(*pair) for pair in facts), "")
    )


def folded(summary: str, html: Markup) -> Markup:
    """Return something to be unfolded: an explorer's text alternative, above all.

    Parameters
    ----------
    summary : str
        What is read while it is folded.
    html : Markup
        What is folded away.

    Examples
    --------
    >>> folded("All of it", Markup("<p>Yes</p>"))
    Markup('<details class="explorer-alternative"><summary>All of it</summary><p>Yes</p></details>')
    """
    return Markup('<details class="explorer-alternative"><summary>{}</summary>{}</details>').format(
        summary, html
    )
