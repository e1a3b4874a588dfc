"""An explorer: native controls, and what to show for each setting of them.

It has two faces made from one list of leaves. In a published page it is a form of radio
buttons whose leaves are shown and hidden by CSS alone: no script, no server, and it works
by keyboard, with a screen reader and from a file. In a live kernel it is ipywidgets: the
same choices, and stacks of the same leaves.

Examples
--------
>>> coin = Choice("side", "Which side?", (Option("heads", "Heads"), Option("tails", "Tails")))
>>> leaves = tuple(Leaf({"side": (v,)}, Markup("<p>It is {}.</p>").format(v)) for v in coin.values)
>>> explorer = Explorer("coin", "A coin", (coin,), (Region("result", leaves),))
>>> len(explorer.settings()), explorer.shown({"side": "heads"})
(2, [Markup('<p>It is heads.</p>')])
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product
from math import prod

from markupsafe import Markup

from crisis_paths.errors import CrisisPathsError
from crisis_paths.i18n import _
from crisis_paths.views.output import joined

EMPTY = Markup("")
UNSET = "unset"  # the value of a choice that the reader has not made yet
WORD = re.compile(r"[a-z][a-z0-9_-]*")  # what may stand in a selector without being quoted
MOST = 200  # more combinations than this make a page heavy: use a chart instead


@dataclass(frozen=True, slots=True)
class Option:
    """One answer to a choice."""

    value: str
    label: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """A question with its options; ``start`` is the option set at first, if any."""

    name: str
    question: str
    options: tuple[Option, ...]
    start: str = UNSET

    @property
    def values(self) -> tuple[str, ...]:
        """The values of the options, in order."""
        return tuple(option.value for option in self.options)


@dataclass(frozen=True, slots=True)
class Leaf:
    """What is shown when every choice named in ``when`` has one of the values given there."""

    when: Mapping[str, tuple[str, ...]]
    html: Markup

    def fits(self, setting: Mapping[str, str]) -> bool:
        """Is it shown in this setting?"""
        return all(setting[name] in values for name, values in self.when.items())


@dataclass(frozen=True, slots=True)
class Region:
    """A place where leaves appear. A live one is announced by screen readers."""

    name: str
    leaves: tuple[Leaf, ...]
    live: bool = False


@dataclass(frozen=True)
class Explorer:
    """Choices, the regions that answer them, and a text twin.

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
    twin : Markup
        The same in words, shown under the controls.
    text : str
        The same as plain text: every combination, a line each.

    Raises
    ------
    CrisisPathsError
        If there are too many combinations, or a name could not stand in a selector.
    """

    name: str
    title: str
    choices: tuple[Choice, ...]
    regions: tuple[Region, ...]
    twin: Markup = EMPTY
    text: str = ""

    def __post_init__(self) -> None:
        """Refuse what a page cannot carry."""
        names = [self.name, *(choice.name for choice in self.choices)]
        names += [value for choice in self.choices for value in choice.values]
        if bad := [name for name in names if not WORD.fullmatch(name)]:
            raise CrisisPathsError(
                _("Explorer {name} has a name or value {bad}; use a-z, 0-9, - and _.").format(
                    name=self.name, bad=", ".join(map(repr, bad))
                )
            )
        if (count := prod(len(choice.options) for choice in self.choices)) > MOST:
            raise CrisisPathsError(
                _("Explorer {name} has {count} combinations; at most {most} are allowed.").format(
                    name=self.name, count=count, most=MOST
                )
            )

    def settings(self) -> tuple[dict[str, str], ...]:
        """Which settings are there, once every choice is made?"""
        names = [choice.name for choice in self.choices]
        return tuple(
            dict(zip(names, values, strict=True))
            for values in product(*(choice.values for choice in self.choices))
        )

    def shown(self, setting: Mapping[str, str]) -> list[Markup]:
        """What is shown in this setting? The fitting leaves, region by region."""
        return [
            leaf.html for region in self.regions for leaf in region.leaves if leaf.fits(setting)
        ]

    def html(self) -> Markup:
        """The explorer as a form that needs no script."""
        return Markup(
            '<form class="explorer" data-explorer="{name}" aria-label="{title}" autocomplete="off">'
            "\n<style>{rules}</style>\n"
            '<div class="explorer-choices">{choices}</div>\n{regions}\n'
            "{reset}</form>{twin}"
        ).format(
            name=self.name,
            title=self.title,
            rules=Markup("\n").join(self._rules()),
            choices=joined(map(self._fieldset, self.choices)),
            regions=joined(map(_region, self.regions)),
            reset=self._reset(),
            twin=self.twin,
        )

    def _reset(self) -> Markup:
        """A way back to the start, where there is more than one choice to take back."""
        button = Markup('<p class="explorer-reset"><button type="reset">{again}</button></p>\n')
        return button.format(again=_("Start again")) if len(self.choices) > 1 else EMPTY

    def _fieldset(self, choice: Choice) -> Markup:
        radio = Markup(
            '<label><input type="radio" name="{group}" value="{value}"{checked}>'
            " <span>{label}{hint}</span></label>"
        )
        return Markup(
            '<fieldset class="explorer-choice" data-choice="{name}">'
            "<legend>{question}</legend>\n{options}\n</fieldset>"
        ).format(
            name=choice.name,
            question=choice.question,
            options=joined(
                radio.format(
                    group=f"{self.name}-{choice.name}",
                    value=option.value,
                    checked=Markup(" checked") if option.value == choice.start else "",
                    label=option.label,
                    hint=Markup(" <small>{}</small>").format(option.hint) if option.hint else "",
                )
                for option in choice.options
            ),
        )

    def _rules(self) -> list[Markup]:
        """One rule an option: it hides each leaf that wants another option of its choice."""
        form = f"[data-explorer={self.name}]"
        hide = "[data-{choice}]:not([data-{choice}~={value}]){{display:none}}"
        rules = []
        for choice in self.choices:
            group = f"[name={self.name}-{choice.name}]"
            for value in choice.values:
                rules.append(
                    f"{form}:has({group}[value={value}]:checked) "
                    + hide.format(choice=choice.name, value=value)
                )
            rules.append(
                f"{form}:not(:has({group}:checked)) " + hide.format(choice=choice.name, value=UNSET)
            )
        return [Markup(rule) for rule in rules]

    def widget(self) -> "object":
        """The explorer as ipywidgets, for a live kernel."""
        from crisis_paths.views.live import LiveExplorer

        return LiveExplorer(self)

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict:
        """Every form at once: the page takes the HTML, a live kernel the widgets."""
        live = self.widget().box._repr_mimebundle_() or {}
        return live | {"text/html": str(self.html()), "text/plain": self.text}


def _region(region: Region) -> Markup:
    return Markup('<div class="explorer-region region-{name}"{live}>\n{leaves}\n</div>').format(
        name=region.name,
        live=Markup(' role="status"') if region.live else "",
        leaves=joined(
            Markup('<div class="leaf"{when}>{html}</div>').format(
                when=joined(
                    (
                        Markup(' data-{name}="{values}"').format(name=name, values=" ".join(values))
                        for name, values in leaf.when.items()
                    ),
                    "",
                ),
                html=leaf.html,
            )
            for leaf in region.leaves
        ),
    )
