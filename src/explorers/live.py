"""The explorer's face in a live kernel: the form of its page, whose setting Python sees and sets.

It is a widget by anywidget, which is a widget of ipywidgets with a front end of our own, a single
file (`front_end/live.js`). Where anywidget is missing, `explorers.kernel` takes its place.
"""

from functools import lru_cache
from pathlib import Path

from markupsafe import Markup

from explorers.choices import EMPTY
from explorers.errors import NoWidgetsError
from explorers.explorer import Explorer
from explorers.i18n import _
from explorers.looks import page_sheet, sheet
from explorers.outputs import without_links

try:
    import anywidget
    import traitlets
    from ipywidgets import widget_serialization

    from explorers.setting_trait import SettingTrait
except ImportError as missing:
    raise NoWidgetsError(
        _("A live form needs anywidget; install it with: pip install anywidget.")
    ) from missing


class Look(anywidget.AnyWidget):
    """How everything looks in a notebook: one for all that a kernel shows, and never shown itself.

    Attributes
    ----------
    sheet : str
        The style of a form, in its own tree.
    """

    _esm = "export default {}"
    sheet = traitlets.Unicode().tag(sync=True)

    def __init__(self) -> None:
        """Read the sheets."""
        self._css = page_sheet()  # anywidget puts it into the document
        super().__init__(sheet=sheet())


@lru_cache(maxsize=1)
def look() -> Look:
    """Return the one look of this kernel; a notebook's document is dressed from then on."""
    return Look()


class LiveForm(anywidget.AnyWidget):
    """An explorer as the form of its page.

    Parameters
    ----------
    explorer : Explorer
        Choices and panels.
    before : Markup
        What is read before it.

    Attributes
    ----------
    setting : dict of str to str
        The value of each choice; ``unset`` for one that has not been made. Given as a whole: what
        is left out is as it starts. It can be observed, and tied to another's by ``link``.

    Raises
    ------
    ExplorerError
        If a setting has a choice or a value that the explorer does not have.

    Examples
    --------
    >>> from explorers.choices import choice
    >>> coin = choice("side", "Which side?", ("heads", "Heads"), ("tails", "Tails"))
    >>> live = LiveForm(Explorer("coin", "A coin", (coin,), ()))
    >>> live.setting
    {'side': 'unset'}
    >>> live.setting = {"side": "tails"}
    >>> live.setting = {"side": "edge"}
    Traceback (most recent call last):
        ...
    explorers.errors.ExplorerError: Explorer coin has no value 'edge' for side; it has: \
heads, tails.
    """

    _esm = Path(__file__).with_name("front_end").joinpath("live.js").read_text("utf-8")
    html = traitlets.Unicode().tag(sync=True)
    look = traitlets.Instance(Look).tag(sync=True, **widget_serialization)
    setting = SettingTrait().tag(sync=True)

    def __init__(self, explorer: Explorer, before: Markup = EMPTY) -> None:
        """Make the form, set as the explorer starts."""
        self.explorer = explorer
        own = Markup("<style>{}</style>").format(Markup(explorer.style)) if explorer.style else ""
        super().__init__(
            html=without_links(own + before + explorer.html()),
            look=look(),
            setting={},
        )

    def _repr_mimebundle_(self, **kwargs: object) -> dict:
        """Return the widget, and for places without a kernel the form and the text."""
        view, _metadata = super()._repr_mimebundle_(**kwargs)
        return view | {"text/html": str(self.explorer.html()), "text/plain": self.explorer.text}
