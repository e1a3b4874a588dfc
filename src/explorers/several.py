"""Several explorers in the output of one cell, each with what is to be read before it.

Examples
--------
>>> from explorers.choices import choice
>>> coin = Explorer("coin", "A coin", (choice("side", "Side?", ("a", "A"), ("b", "B")),), ())
>>> one = Several("pair", ((Markup("<p>Read.</p>"), coin),))
>>> one.html().startswith('<div class="pair"><div>\\n<p>Read.</p>\\n<form')
True
"""

from dataclasses import dataclass

from markupsafe import Markup

from explorers.explorer import Explorer
from explorers.outputs import joined, mime_of


@dataclass(frozen=True)
class Several:
    """Explorers one after the other, or as the style sheet lays out their kind.

    Attributes
    ----------
    kind : str
        A class for style sheets.
    parts : tuple of (Markup, Explorer)
        What is to be read first, and the explorer.
    text : str
        The same as plain text.
    more : str
        What is read on the fold that holds the explorers after the first; all stand open without.
    """

    kind: str
    parts: tuple[tuple[Markup, Explorer], ...]
    text: str = ""
    more: str = ""

    def html(self) -> Markup:
        """Return all of them, one after the other, as forms that need no script."""
        part = Markup("<div>\n{}\n</div>")
        first, *others = (
            part.format(joined(filter(None, (before, explorer.html()))))
            for before, explorer in self.parts
        )
        rest = joined(others, "")
        if self.more:
            rest = Markup("<details><summary>{}</summary>{}</details>").format(self.more, rest)
        return Markup('<div class="{}">{}{}</div>').format(self.kind, first, rest)

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict:
        return mime_of(self._boxes) | {"text/html": str(self.html()), "text/plain": self.text}

    def _boxes(self) -> "object":
        lives = [explorer.widget(before) for before, explorer in self.parts]
        # imported once the explorers have: they say what is missing
        from ipywidgets import Box, Layout

        return Box(lives, layout=Layout(flex_flow="row wrap"))
