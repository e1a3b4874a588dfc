"""The lab: a widget of ipywidgets that sets an explorer, in a notebook.

Examples
--------
>>> codings_of("ukraine_2022")
{'balance': 'adjusted', 'control': 'weak', 'turmoil': 'no'}
"""

from dataclasses import dataclass

from markupsafe import Markup

from crisis_paths.extras import extra
from crisis_paths.framework.cases import TABLE_2
from crisis_paths.i18n import _
from explorers.outputs import mime_of


def crises() -> "object":
    """Return a list of the article's crises to choose from: a ``Dropdown`` of ipywidgets.

    Raises
    ------
    MissingExtraError
        If ipywidgets is not installed.
    """
    with extra("views", _("A list to choose from")):
        from ipywidgets import Dropdown
    options = [(case.title, name) for name, case in TABLE_2.items()]
    return Dropdown(options=options, description=_("Crisis"))


def codings_of(case: str) -> dict[str, str]:
    """Return how the article codes a crisis, as a setting of the stage.

    Parameters
    ----------
    case : str
        A crisis of Table 2.
    """
    found = TABLE_2[case]
    return {
        "balance": found.balance.value,
        "control": found.control.value,
        "turmoil": "yes" if found.turmoil else "no",
    }


@dataclass(frozen=True)
class Beside:
    """Widgets one below the other, and in a page a word on where they are to be had.

    Attributes
    ----------
    widgets : tuple
        Widgets of ipywidgets, in their order.
    """

    widgets: tuple[object, ...]

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict:
        words = _("In a notebook you see a list of crises here, with the stage below it.")
        html = Markup('<p class="prompt only-live">{}</p>').format(words)
        return mime_of(self._box) | {"text/html": str(html), "text/plain": words}

    def _box(self) -> "object":
        with extra("views", _("A list to choose from")):
            from ipywidgets import VBox
        return VBox(list(self.widgets))


def beside(*widgets: object) -> Beside:
    """Return widgets as one output.

    Parameters
    ----------
    *widgets : ipywidgets.Widget
        In their order.
    """
    return Beside(widgets)
