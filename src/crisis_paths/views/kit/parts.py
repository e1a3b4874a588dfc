"""Small parts that explorers share: a choice, a prompt, a verdict, a line, a card, a fold.

Examples
--------
>>> prompt("Choose, then bet.")
Markup('<p class="prompt">Choose, then bet.</p>')
>>> told("It rains.", False)
'Your bet missed. It rains.'
"""

from collections.abc import Iterable, Mapping

from markupsafe import Markup

from crisis_paths.i18n import _
from crisis_paths.views.kit.explorer import UNSET, Choice, Option
from crisis_paths.views.kit.output import joined


def choice(name: str, question: str, *options: tuple[str, str], start: str = UNSET) -> Choice:
    """A question whose options are given as pairs of value and label.

    Examples
    --------
    >>> choice("side", "Which side?", ("heads", "Heads"), ("tails", "Tails")).values
    ('heads', 'tails')
    """
    return Choice(name, question, tuple(Option(str(v), label) for v, label in options), str(start))


def exactly(setting: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """When a leaf is shown that belongs to this setting alone.

    Examples
    --------
    >>> exactly({"side": "heads"})
    {'side': ('heads',)}
    """
    return {name: (value,) for name, value in setting.items()}


def prompt(words: str) -> Markup:
    """What stands where the answer will be, until the reader has chosen."""
    return Markup('<p class="prompt">{}</p>').format(words)


def told(said: str, holds: bool) -> str:
    """Whether the bet holds, and what is said of it."""
    held, missed = _("Your bet holds. {said}"), _("Your bet missed. {said}")
    return (held if holds else missed).format(said=said)


def verdict(words: str) -> Markup:
    """The answer to a bet."""
    return Markup('<p class="verdict"><span>{}</span></p>').format(words)


def line(words: str) -> Markup:
    """A plain line below a verdict."""
    return Markup('<p class="verdict-line">{}</p>').format(words)


def card(facts: Iterable[tuple[str, object]]) -> Markup:
    """Facts with their names: side by side, or one above the other where there is no room.

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
    """Something to be unfolded, as every combination of an explorer in words.

    Examples
    --------
    >>> folded("All of it", Markup("<p>Yes</p>"))
    Markup('<details class="explorer-twin"><summary>All of it</summary><p>Yes</p></details>')
    """
    return Markup('<details class="explorer-twin"><summary>{}</summary>{}</details>').format(
        summary, html
    )
