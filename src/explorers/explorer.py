"""An explorer: choices, and what to show for each setting of them.

It has two faces made from one list of panels. In a published page it is a form of radio
buttons whose panels are shown and hidden by CSS alone: no script, no server, and it works
by keyboard, with a screen reader and from a file. In a live kernel it is a widget: the same form,
or where that cannot be, the same choices as radio buttons, and stacks of the same panels.

Examples
--------
>>> from explorers.choices import choice
>>> from explorers.panels import panels_for
>>> coin = choice("side", "Which side?", ("heads", "Heads"), ("tails", "Tails"))
>>> says = Markup("<p>It is {}.</p>")
>>> panels = panels_for((coin,), lambda setting: says.format(setting["side"]))
>>> explorer = Explorer("coin", "A coin", (coin,), (Region("result", panels),))
>>> len(explorer.settings()), explorer.shown({"side": "heads"})
(2, [Markup('<p>It is heads.</p>')])
"""

import re
from dataclasses import dataclass, replace
from itertools import combinations
from math import prod

from markupsafe import Markup

from explorers.choices import Choice, ComputedChoice, Setting, settings
from explorers.errors import ExplorerError
from explorers.form import form
from explorers.i18n import _
from explorers.outputs import forms, mime_of
from explorers.panels import Region
from explorers.parts import EMPTY

WORD = re.compile(r"[a-z][a-z0-9_-]*")  # what may stand in a selector without being quoted
MOST = 200  # more combinations than this make a page heavy: use a chart instead


@dataclass(frozen=True)
class Explorer:
    """Choices, the regions that answer them, and a text alternative.

    Attributes
    ----------
    name : str
        Unique in a page: lower-case letters and hyphens.
    title : str
        What a screen reader calls the form.
    choices : tuple of Choice
        At most 200 combinations of their options in all.
    regions : tuple of Region
        In the order in which they are read.
    alternative : Markup
        The same in words, shown under the controls.
    text : str
        The same as plain text: every combination, a line each.
    computed : tuple of ComputedChoice
        States that panels may hang on as well. With them there may be more combinations, as
        the panels are not multiplied; each choice then has a start.
    layout : Markup
        Where the controls and regions stand, if not one after the other: HTML with places
        ``{choice-NAME}``, ``{region-NAME}`` and ``{reset}``. An element in it with an attribute
        ``data-NAME`` is shown if that choice has one of the values given there.
    style : str
        The CSS that the panels need where no page's style sheet reaches: in a live kernel.
    placing : str
        CSS that puts the options of marks in their places; it goes with the form.
    apart : tuple of str
        Names of choices that no other answer hangs on: each is varied by itself.
    again : str
        What the way back to the start is called; “Start again” by default.

    Raises
    ------
    ExplorerError
        If there are too many combinations, or a name could not stand in a selector.
    """

    name: str
    title: str
    choices: tuple[Choice, ...]
    regions: tuple[Region, ...]
    alternative: Markup = EMPTY
    text: str = ""
    computed: tuple[ComputedChoice, ...] = ()
    layout: Markup = EMPTY
    style: str = ""
    placing: str = ""
    apart: tuple[str, ...] = ()
    again: str = ""

    def __post_init__(self) -> None:
        """Refuse what a page cannot carry."""
        names = [self.name, *(choice.name for choice in self.choices)]
        names += [value for choice in self.choices for value in choice.values]
        if bad := [name for name in names if not WORD.fullmatch(name)]:
            raise ExplorerError(
                _("Explorer {name} has a name or value {bad}; use a-z, 0-9, - and _.").format(
                    name=self.name, bad=", ".join(map(repr, bad))
                )
            )
        if (count := self.combinations) > MOST and not self.computed:
            raise ExplorerError(
                _("Explorer {name} has {count} combinations; at most {most} are allowed.").format(
                    name=self.name, count=count, most=MOST
                )
            )

    @property
    def combinations(self) -> int:
        """How many settings there are, once every choice is made."""
        together = prod(len(choice.options) for choice in self.choices if not self._apart(choice))
        alone = (choice for choice in self.choices if self._apart(choice))
        return together + sum(len(choice.options) - 1 for choice in alone)

    def _apart(self, choice: Choice) -> bool:
        return choice.name in self.apart

    @property
    def goes_back(self) -> bool:
        """Whether it has a way back to its start, and so a setting that can be linked to.

        A single choice has one where the layout keeps a place for it: a question is answered and
        done, a matrix is read cell by cell.
        """
        return len(self.choices) > 1 or "{reset}" in self.layout

    def settings(self) -> tuple[dict[str, str], ...]:
        """Return the settings that there are, once every choice is made.

        All of them; where there are more than a page shows, those that differ from the start
        in two choices at most. A choice that stands apart is varied by itself, once all others
        are made, where it is asked.
        """
        if self.combinations > MOST:
            return self._near()
        alone = [choice for choice in self.choices if self._apart(choice)]
        start = {choice.name: choice.values[0] for choice in alone}
        every = settings(choice for choice in self.choices if not self._apart(choice))
        made = start | every[-1]
        varied = (
            made | _asking(choice, made) | {choice.name: value}
            for choice in alone
            for value in choice.values[1:]
        )
        return tuple(
            {choice.name: setting[choice.name] for choice in self.choices}
            for setting in (*(start | setting for setting in every), *varied)
        )

    def _near(self) -> tuple[dict[str, str], ...]:
        start = {choice.name: choice.start for choice in self.choices}
        changes = [(c.name, v) for c in self.choices for v in c.values if v != c.start]
        apart = (pair for pair in combinations(changes, 2) if pair[0][0] != pair[1][0])
        near = [(), *((change,) for change in changes), *apart]
        return tuple(start | dict(some) for some in near)

    def shown(self, setting: Setting) -> list[Markup]:
        """Return what is shown in this setting: the fitting panels, region by region.

        Parameters
        ----------
        setting : mapping of str to str
            A value for every choice, or ``unset``.
        """
        whole = dict(setting) | {one.name: one.state(setting) for one in self.computed}
        return [
            panel.html for region in self.regions for panel in region.panels if panel.fits(whole)
        ]

    def said(self, setting: Setting) -> list[Markup]:
        """Return what is shown in this setting, without the parts of a picture."""
        regions = tuple(region for region in self.regions if not region.drawn)
        return replace(self, regions=regions, layout=EMPTY).shown(setting)

    def html(self) -> Markup:
        """Return the explorer as a form that needs no script."""
        return form(self)

    def widget(self, before: Markup = EMPTY) -> "object":
        """Return the explorer as a widget, for a live kernel.

        It is the form of its page; where anywidget is missing, a column of radio buttons. Either
        has the trait ``setting``.

        Parameters
        ----------
        before : Markup
            What is read before it.

        Raises
        ------
        NoWidgetsError
            If ipywidgets is not installed.
        """
        if forms():
            from explorers.live import LiveForm

            return LiveForm(self, before)
        from explorers.kernel import LiveExplorer

        return LiveExplorer(self, before)

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict:
        """Return every form at once: the page takes the HTML, a live kernel the widgets."""
        return mime_of(self.widget) | {
            "text/html": str(self.html()),
            "text/plain": self.text,
        }


def _asking(choice: Choice, made: Setting) -> Setting:
    """Return what has to be set otherwise for the choice to be asked."""
    return {name: values[0] for name, values in choice.when if made[name] not in values}
