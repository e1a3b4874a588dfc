"""Controls beside their answer: rows on one side, what they come to on the other, both in sight.

Where there is no room for two columns, what is drawn stands above the controls and the verdict
stays at the window's foot while they are used.

Examples
--------
>>> print(beside(("side",), ("verdict",)))
<div class="rows"><div class="rows-choices">{choice-side}</div>
<div class="rows-answer">{region-verdict}</div>{reset}</div>
"""

from collections.abc import Iterable

from markupsafe import Markup

from explorers.outputs import joined
from explorers.parts import EMPTY


def beside(
    choices: Iterable[str],
    regions: Iterable[str],
    *,
    drawn: Markup = EMPTY,
    kind: str = "",
) -> Markup:
    """Return the layout of an explorer whose controls stand beside its answer.

    Parameters
    ----------
    choices : iterable of str
        Names of choices, in their order.
    regions : iterable of str
        Names of the regions of the answer, in their order.
    drawn : Markup
        A picture before them, with places for regions of its own.
    kind : str
        A further class for style sheets.
    """
    region, choice = Markup("{{region-{}}}"), Markup("{{choice-{}}}")
    return Markup(
        '<div class="{kind}"><div class="rows-choices">{choices}</div>\n'
        '<div class="rows-answer">{drawn}{regions}</div>{{reset}}</div>'
    ).format(
        kind=" ".join(filter(None, ("rows", kind))),
        choices=joined(map(choice.format, choices), ""),
        drawn=drawn,
        regions=joined(map(region.format, regions), ""),
    )
