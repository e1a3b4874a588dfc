"""Small pieces of HTML that explorers share: a prompt, a verdict, a line, a card, a fold.

Examples
--------
>>> prompt("Choose, then bet.")
Markup('<p class="prompt">Choose, then bet.</p>')
"""

from collections.abc import Iterable, Mapping

from markupsafe import Markup

from explorers.choices import EMPTY, Choice
from explorers.outputs import joined


def prompt(words: str) -> Markup:
    """Return what stands where the answer will be, until the reader has chosen.

    Parameters
    ----------
    words : str
        What to do.
    """
    return Markup('<p class="prompt">{}</p>').format(words)


def settled(held: bool) -> Markup:
    """Return the attribute of what says how a bet came out, by which bets are counted.

    Parameters
    ----------
    held : bool
        Whether it holds.

    Examples
    --------
    >>> settled(True)
    Markup(' data-came-out="held"')
    """
    return Markup(' data-came-out="held"') if held else Markup(' data-came-out="missed"')


COUNTED: Mapping[str, str] = {
    "placed": ".score-placed",
    "right": ".score-right",
    "changed": ".explorer-toggle input:checked:not([checked])",
    "differs": "[data-differs]",
}


def tally(what: str, within: str) -> Markup:
    """Return the place of a number: how many of something are shown in the same part of a picture.

    The style sheet draws it, from a counter that no text has; where there are scripts, the page
    writes it, so that it can be heard and copied.

    Parameters
    ----------
    what : {"placed", "right", "changed", "differs"}
        Bets that are placed, or hold; toggles that are not as they were at the start; what two
        forms differ in.
    within : str
        The class of the part in which they are counted.

    Examples
    --------
    >>> print(tally("right", "stage"))
    <b class="count-right" data-counts=".score-right" data-within=".stage"></b>
    """
    number = Markup('<b class="count-{}" data-counts="{}" data-within=".{}"></b>')
    return number.format(what, COUNTED[what], within)


def bet_marks(bets: Iterable[Choice], right: Mapping[str, str]) -> Markup:
    """Return what is counted of several bets, of which a reader sees one at a time.

    The marks have nothing to be read. A style sheet counts those that are shown, and so does a
    page that counts bets.

    Parameters
    ----------
    bets : iterable of Choice
        Each with its own name.
    right : mapping of str to str
        For each bet the value that holds.

    Examples
    --------
    >>> from explorers.choices import choice
    >>> rain = choice("rain", "It rains:", ("y", "yes"), ("n", "no"))
    >>> bet_marks([rain], {"rain": "y"}).count('data-came-out="held" data-rain="y"')
    1
    """
    mark = Markup('<i class="{kind}"{settled} data-{name}="{values}"></i>')
    marks = []
    for one in bets:
        holds = right[one.name]
        missed = " ".join(value for value in one.values if value != holds)
        for kind, held, values in (
            ("score-placed score-right", True, holds),
            ("score-placed", False, missed),
        ):
            marks.append(
                mark.format(kind=kind, settled=settled(held), name=one.name, values=values)
            )
    return joined(marks, "")


def verdict(words: str, sign: Markup = EMPTY, *, held: bool | None = None) -> Markup:
    """Return the answer that matters most, with a sign before it.

    Parameters
    ----------
    words : str
        A sentence or two.
    sign : Markup
        A small picture that says the same; nothing by default.
    held : bool, optional
        Whether a bet holds, where it answers one.

    Examples
    --------
    >>> verdict("It rains.")
    Markup('<p class="verdict"><span>It rains.</span></p>')
    """
    return Markup('<p class="verdict"{settled}>{sign}<span>{words}</span></p>').format(
        settled=EMPTY if held is None else settled(held),
        sign=sign + Markup(" ") if sign else EMPTY,
        words=words,
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
