"""What is shown in a setting: panels, and the regions in which they appear.

Examples
--------
>>> panel = Panel({"side": ("heads",)}, Markup("<p>Heads.</p>"))
>>> panel.fits({"side": "heads"}), panel.fits({"side": "tails"})
(True, False)
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from markupsafe import Markup

from explorers.choices import UNSET, Choice, Condition, Setting, settings
from explorers.i18n import _
from explorers.parts import prompt


@dataclass(frozen=True, slots=True)
class Panel:
    """What is shown when every choice named in ``when`` has one of the values given there."""

    when: Condition
    html: Markup

    def fits(self, setting: Setting) -> bool:
        """Tell whether it is shown in this setting.

        Parameters
        ----------
        setting : mapping of str to str
            A value for each choice that the panel depends on.
        """
        return all(setting[name] in values for name, values in self.when.items())


@dataclass(frozen=True, slots=True)
class Region:
    """A place where panels appear.

    Attributes
    ----------
    name : str
        What it is called in the style sheet.
    panels : tuple of Panel
        In their order.
    live : bool
        Whether screen readers announce what appears.
    words : bool
        Whether the panels hold a line of words and no blocks: they answer in a sentence.
    drawn : bool
        Whether it is a part of the layout's picture, and says nothing where there is none.
    room : str
        The longest that it says, a line a block: so much room is kept, so that nothing jumps.
    """

    name: str
    panels: tuple[Panel, ...]
    live: bool = False
    words: bool = False
    drawn: bool = False
    room: str = ""


def until_chosen(hint: str, *choices: Choice, still: bool = False) -> tuple[Panel, ...]:
    """Return the prompt that stands there until every one of these choices is made.

    Parameters
    ----------
    hint : str
        What the prompt says.
    *choices : Choice
        In the order in which they are made.
    still : bool
        Whether it says, once one of them is made, which are still open: so a reader sees that
        every press has done something.

    Examples
    --------
    >>> from explorers.choices import choice
    >>> (panel,) = until_chosen("Bet.", choice("bet", "Your bet", ("a", "A")))
    >>> panel.when
    {'bet': ('unset',)}
    >>> two = choice("day", "The day", ("mo", "Monday")), choice("bet", "Your bet", ("a", "A"))
    >>> [panel.html.striptags() for panel in until_chosen("Bet.", *two, still=True)]
    ['Bet.', 'Still open: Your bet', 'Still open: The day']
    """
    if still:
        return _still_open(hint, choices)
    made = [{one.name: one.values for one in choices[:n]} for n in range(len(choices))]
    return tuple(
        Panel(before | {first.name: (UNSET,)}, prompt(hint))
        for before, first in zip(made, choices, strict=True)
    )


def _still_open(hint: str, choices: tuple[Choice, ...]) -> tuple[Panel, ...]:
    """Return a prompt for each state of these choices in which some of them are not made."""
    panels = [Panel({one.name: (UNSET,) for one in choices}, prompt(hint))] if choices else []
    states = product((True, False), repeat=len(choices))
    for made in (state for state in states if any(state) and not all(state)):
        when = {
            one.name: one.values if chosen else (UNSET,)
            for one, chosen in zip(choices, made, strict=True)
        }
        left = [one.question for one, chosen in zip(choices, made, strict=True) if not chosen]
        words = _("Still open: {questions}").format(questions=" · ".join(left))
        panels.append(Panel(when, prompt(words)))
    return tuple(panels)


def longest(panels: Iterable[Panel]) -> str:
    """Return the words of the panel that takes most room, a line a block.

    Parameters
    ----------
    panels : iterable of Panel
        Of which one at a time is shown.

    Examples
    --------
    >>> rain, sun = Panel({}, Markup("<p>It rains.</p><p>Still.</p>")), Panel({}, Markup("Sun."))
    >>> longest([rain, sun]).splitlines()
    ['It rains.', 'Still.']
    """
    return max((_lines(panel.html) for panel in panels), key=len, default="")


def longest_together(*groups: Iterable[Panel]) -> str:
    """Return the most that panels of several groups take together, one of each at a time.

    Parameters
    ----------
    *groups : iterable of Panel
        Those of one group stand under those of the one before it.
    """
    return "\n".join(filter(None, map(longest, groups)))


def _lines(html: Markup) -> str:
    blocks = Markup(str(html).replace("</p>", "</p>\0").replace("</li>", "</li>\0")).striptags()
    return "\n".join(" ".join(block.split()) for block in blocks.split("\0") if block.strip())


def panels_for(
    choices: tuple[Choice, ...], show: Callable[[Setting], Markup], *, apart: bool = False
) -> tuple[Panel, ...]:
    """Return panels that show in each setting what ``show`` makes of it.

    A choice that changes nothing is not asked for. Where nothing is shown there is no panel.

    Parameters
    ----------
    choices : tuple of Choice
        What is set.
    show : callable
        What a setting shows.
    apart : bool
        Whether each value has a panel of its own, even if another shows the same: in a live
        region, where only a new panel is announced.

    Examples
    --------
    >>> from explorers.choices import choice
    >>> day = choice("day", "Day", ("mo", "Monday"), ("sa", "Saturday"), ("su", "Sunday"))
    >>> rain = choice("rain", "Rain?", ("yes", "Yes"), ("no", "No"), start="no")
    >>> free = panels_for((day, rain), lambda s: Markup("work" if s["day"] == "mo" else "free"))
    >>> [dict(panel.when) for panel in free]
    [{'day': ('mo',)}, {'day': ('sa', 'su')}]
    """
    shown = {tuple(setting.values()): show(setting) for setting in settings(choices)}
    groups = [_alike(choice, place, shown, apart) for place, choice in enumerate(choices)]
    return tuple(
        Panel(
            {
                choice.name: values
                for choice, values in zip(choices, chosen, strict=True)
                # one that has not been made yet must not show what is for every answer to it
                if len(values) < len(choice.values) or choice.start == UNSET
            },
            html,
        )
        for chosen in product(*groups)
        if (html := shown[tuple(values[0] for values in chosen)])
    )


def _alike(
    choice: Choice, place: int, shown: Mapping[tuple[str, ...], Markup], apart: bool
) -> list[tuple[str, ...]]:
    """Return the values of a choice, those together that show the same in every setting."""
    groups: dict[tuple[Markup, ...], list[str]] = {}
    for value in choice.values:
        showing = tuple(html for chosen, html in shown.items() if chosen[place] == value)
        groups.setdefault(showing, []).append(value)
    if apart and len(groups) > 1:
        return [(value,) for value in choice.values]
    return [tuple(values) for values in groups.values()]


def merged_panels(
    names: Sequence[str], shown: Mapping[tuple[str, ...], Markup]
) -> tuple[Panel, ...]:
    """Return panels for what states come to, with those that show the same merged.

    Parameters
    ----------
    names : sequence of str
        What has a state: choices that are made, and what is computed from them. Those that come
        first should decide most.
    shown : mapping of tuple of str to Markup
        What is shown in each combination of states; one that is missing cannot come about.

    Examples
    --------
    >>> rain = {("wet", "may"): Markup("rain"), ("wet", "june"): Markup("rain")}
    >>> dry = {("dry", "may"): Markup("sun"), ("dry", "june"): Markup("heat")}
    >>> [dict(panel.when) for panel in merged_panels(("sky", "month"), rain | dry)]
    [{'sky': ('wet',)}, {'sky': ('dry',), 'month': ('may',)}, {'sky': ('dry',), 'month': ('june',)}]
    """
    return tuple(Panel(when, html) for when, html in _merged(names, shown) if html)


def _merged(
    names: Sequence[str], shown: Mapping[tuple[str, ...], Markup]
) -> Iterator[tuple[Condition, Markup]]:
    """Yield conditions on these names and what they show."""
    if len({*shown.values()}) == 1:
        yield {}, next(iter(shown.values()))
        return
    parts: dict[str, dict[tuple[str, ...], Markup]] = {}
    for (state, *others), html in shown.items():
        parts.setdefault(state, {})[tuple(others)] = html
    groups: list[tuple[list[str], dict[tuple[str, ...], Markup]]] = []
    for state, part in parts.items():
        for states, known in groups:
            if all(known.get(others, html) == html for others, html in part.items()):
                states.append(state)
                known.update(part)
                break
        else:
            groups.append(([state], dict(part)))
    for states, part in groups:
        here = {names[0]: tuple(states)} if len(groups) > 1 else {}
        yield from ((here | when, html) for when, html in _merged(names[1:], part))
