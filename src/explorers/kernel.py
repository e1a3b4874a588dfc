"""The explorer's face in a kernel without anywidget: ipywidgets that need no round trip.

Each choice is a set of radio buttons; stacks inside stacks, one level a choice, hold a panel
for every setting. Radio buttons and stacks are tied twice: in the browser, so that the
panel changes at once, and in the kernel, so that Python sees and can set the same. An explorer
with more settings than that would bear asks the kernel at each change instead, and so does every
one where ipywidgets is too old for stacks (below 8).
"""

from markupsafe import Markup

from explorers.choices import EMPTY, UNSET, Choice
from explorers.errors import NoWidgetsError
from explorers.explorer import MOST, Explorer
from explorers.i18n import _
from explorers.outputs import joined, without_links

try:
    import ipywidgets as widgets
    import traitlets

    from explorers.setting_trait import SettingTrait
except ImportError as missing:
    raise NoWidgetsError(
        _("A widget needs ipywidgets; install it with: pip install ipywidgets.")
    ) from missing


class LiveExplorer(widgets.VBox):
    """An explorer as widgets, each question a set of radio buttons.

    Parameters
    ----------
    explorer : Explorer
        Choices and panels.
    before : Markup
        What is read before it.

    Attributes
    ----------
    setting : dict of str to str
        As that of a `LiveForm`: to be set, observed and tied.
    controls : dict of str to ipywidgets.RadioButtons
        The choices' controls, by name.
    stack : ipywidgets.Stack or ipywidgets.HTML
        The outermost of the stacks, or the one answer that the kernel fills.

    Raises
    ------
    ExplorerError
        If a setting has a choice or a value that the explorer does not have.

    Examples
    --------
    >>> from explorers.choices import choice
    >>> from explorers.panels import Region, panels_for
    >>> coin = choice("side", "Which side?", ("heads", "Heads"), ("tails", "Tails"))
    >>> panels = panels_for((coin,), lambda setting: Markup(setting["side"]))
    >>> live = LiveExplorer(Explorer("coin", "A coin", (coin,), (Region("side", panels),)))
    >>> live.setting = {"side": "tails"}
    >>> live.controls["side"].value, live.panel().value
    ('tails', 'tails')
    """

    setting = SettingTrait()

    def __init__(self, explorer: Explorer, before: Markup = EMPTY) -> None:
        """Make the controls, the stacks, and the ties between them."""
        self.explorer = explorer
        self.controls = {choice.name: _control(choice) for choice in explorer.choices}
        self._ties: list[object] = []
        # a layout has choices that need not all be made before something is to be seen
        few = explorer.combinations <= MOST and not explorer.layout
        questions = {
            choice.name: widgets.VBox(
                [
                    widgets.HTML(str(Markup("<b>{}</b>").format(choice.question))),
                    self.controls[choice.name],
                ]
            )
            for choice in explorer.choices
        }
        stacked = few and hasattr(widgets, "Stack")
        self.stack = self._stack(explorer.choices, {}) if stacked else self._answer(questions)
        style = f"<style>{explorer.style}</style>" if explorer.style else ""
        first = [widgets.HTML(style + str(before))] if style or before else []
        super().__init__([*first, *questions.values(), self.stack], setting={})
        for control in self.controls.values():
            control.observe(self._tell, "value")

    def panel(self) -> widgets.HTML | None:
        """Return the panel that is shown; None until every choice is made."""
        shown: widgets.Widget | None = self.stack
        while hasattr(shown, "selected_index"):
            index = shown.selected_index
            shown = None if index is None else shown.children[index]
        return shown

    @traitlets.observe("setting")
    def _set(self, change: dict) -> None:
        for choice in sorted(self.explorer.choices, key=_hangs_on_others):
            control, value = self.controls[choice.name], change["new"].get(choice.name, UNSET)
            known = (known for _label, known in control.options)
            control.value = value if value in known else None

    def _tell(self, change: dict) -> None:
        name = next(name for name, one in self.controls.items() if one is change["owner"])
        self.setting = self.setting | {name: change["new"] or UNSET}

    def _answer(self, questions: dict[str, widgets.VBox]) -> widgets.HTML:
        """Return one answer, written anew by the kernel whenever a control moves.

        With it a question or an option comes and goes that is not there in every setting.
        """
        answer = widgets.HTML()

        def write(_change: object = None) -> None:
            setting = {name: control.value or UNSET for name, control in self.controls.items()}
            answer.value = without_links(joined(self.explorer.said(setting)))
            for choice in self.explorer.choices:
                asked = choice.asked(setting)
                questions[choice.name].layout.display = None if asked else "none"
                _offer(self.controls[choice.name], choice, setting)

        for control in self.controls.values():
            control.observe(write, "value")
        write()
        return answer

    def _stack(self, choices: tuple[Choice, ...], setting: dict[str, str]) -> widgets.Widget:
        if not choices:
            return widgets.HTML(without_links(joined(self.explorer.shown(setting))))
        first, *rest = choices
        stack = widgets.Stack(
            [self._stack(tuple(rest), setting | {first.name: value}) for value in first.values]
        )
        ends = (self.controls[first.name], "index"), (stack, "selected_index")
        self._ties += [widgets.link(*ends), widgets.jslink(*ends)]
        return stack


def _hangs_on_others(choice: Choice) -> bool:
    return any(option.when for option in choice.options)


def _offer(control: widgets.RadioButtons, choice: Choice, setting: dict[str, str]) -> None:
    """Let the control have the options that are offered in this setting; what is set stays."""
    offered = choice.offered(setting)
    options = tuple((one.label, one.value) for one in choice.options if one.value in offered)
    if options != tuple(control.options):
        kept = control.value if control.value in offered else None
        control.options = options
        control.value = kept


def _control(choice: Choice) -> widgets.RadioButtons:
    return widgets.RadioButtons(
        options=[(option.label, option.value) for option in choice.options],
        value=None if choice.start == UNSET else choice.start,
        layout=widgets.Layout(width="max-content"),
    )
