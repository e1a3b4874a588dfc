"""Several explorers in the output of one cell, each with what is to be read before it.

Examples
--------
>>> from crisis_paths.views.kit.question import check
>>> both = Several("pair", ((Markup("<p>Read.</p>"), check("who-moves")),))
>>> both.html().startswith('<div class="pair"><div>\\n<p>Read.</p>\\n<form')
True
"""

from dataclasses import dataclass

from markupsafe import Markup

from crisis_paths.extras import extra
from crisis_paths.i18n import _
from crisis_paths.views.kit.explorer import EMPTY, Explorer
from crisis_paths.views.kit.output import joined, mime_of


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
    """

    kind: str
    parts: tuple[tuple[Markup, Explorer], ...]
    text: str = ""

    def html(self) -> Markup:
        """All of them as forms that need no script."""
        part = Markup("<div>\n{}\n</div>")
        whole = (
            part.format(joined(filter(None, (before, explorer.html()))))
            for before, explorer in self.parts
        )
        return Markup('<div class="{}">{}</div>').format(self.kind, joined(whole, ""))

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict:
        return mime_of(self._boxes) | {"text/html": str(self.html()), "text/plain": self.text}

    def _boxes(self) -> "object":
        with extra("views", _("A widget")):
            from ipywidgets import HTML, Box, Layout, VBox

        boxes = [
            VBox([*([HTML(str(before))] if before != EMPTY else []), explorer.widget().box])
            for before, explorer in self.parts
        ]
        return Box(boxes, layout=Layout(flex_flow="row wrap"))
