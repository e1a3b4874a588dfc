"""Questions with options, what is set in all of them, and states computed from that.

Examples
--------
>>> side = choice("side", "Which side?", ("heads", "Heads"), ("tails", "Tails"))
>>> side.values, side.start
(('heads', 'tails'), 'unset')
>>> settings((side,))
({'side': 'heads'}, {'side': 'tails'})
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import compress, product

from markupsafe import Markup

from explorers.i18n import _

EMPTY = Markup("")

UNSET = "unset"  # the value of a choice that the reader has not made yet
NOTHING = "none"  # the state in which no flag is up
LABEL = 60  # characters of a long answer that are enough to know it by

Setting = Mapping[str, str]  # a choice's name, and the value that is chosen
Condition = Mapping[str, tuple[str, ...]]  # a choice's name, and the values of it that fit


class Look(StrEnum):
    """How a choice looks.

    Boxes, a switch of two or three, a toggle that shows what is set alone, a bet on one line, long
    answers one under another, a list of short ones, chips, cards with pictures, marks that a
    layout places, or the cells of a matrix.
    """

    BOXES = ""
    SWITCH = "switch"
    TOGGLE = "toggle"
    BET = "bet"
    LINES = "lines"
    CHIPS = "chips"
    CARDS = "cards"
    LIST = "list"
    MARKS = "marks"
    CELLS = "cells"


@dataclass(frozen=True, slots=True)
class Option:
    """One answer to a choice.

    Attributes
    ----------
    value : str
        Its name in code.
    label, hint : str
        What is read of it.
    sign : Markup
        A small picture before that.
    when : tuple of (str, tuple of str)
        In which settings of other choices it is offered, as a choice's own ``when``; always by
        default. Arrow keys pass over what is not offered.
    """

    value: str
    label: str
    hint: str = ""
    sign: Markup = EMPTY
    when: tuple[tuple[str, tuple[str, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """A question with its options.

    Attributes
    ----------
    name : str
        Unique in its explorer: lower-case letters, digits and hyphens.
    question : str
        What is asked.
    options : tuple of Option
        In their order.
    start : str
        The option set at first; ``unset`` if the reader has to choose.
    look : Look
        How its controls look in a page.
    when : tuple of (str, tuple of str)
        In which settings it is asked at all: names of other choices, each with the values that
        fit; always by default. What has been chosen stays chosen while it is out of sight.
    """

    name: str
    question: str
    options: tuple[Option, ...]
    start: str = UNSET
    look: Look = Look.BOXES
    when: tuple[tuple[str, tuple[str, ...]], ...] = ()

    @property
    def values(self) -> tuple[str, ...]:
        """The values of the options, in order."""
        return tuple(option.value for option in self.options)

    def asked(self, setting: Setting) -> bool:
        """Tell whether it is asked in this setting.

        Parameters
        ----------
        setting : mapping of str to str
            A value for each choice that it hangs on.

        Examples
        --------
        >>> bet = Choice("bet", "It rains:", (Option("y", "yes"),), when=(("day", ("today",)),))
        >>> bet.asked({"day": "today"}), bet.asked({"day": "yesterday"})
        (True, False)
        """
        return all(setting[name] in values for name, values in self.when)

    def offered(self, setting: Setting) -> tuple[str, ...]:
        """Return the values of the options that are offered in this setting, in order.

        Parameters
        ----------
        setting : mapping of str to str
            A value for each choice that an option hangs on.

        Examples
        --------
        >>> late = Option("late", "Late", when=(("door", ("open",)),))
        >>> Choice("day", "When?", (Option("now", "Now"), late)).offered({"door": "shut"})
        ('now',)
        """
        return tuple(
            option.value
            for option in self.options
            if all(setting[name] in values for name, values in option.when)
        )

    def label(self, value: str) -> str:
        """Return what is read of an option.

        Parameters
        ----------
        value : str
            The value of one of its options.

        Examples
        --------
        >>> choice("side", "It is", ("a", "heads")).label("a")
        'heads'
        """
        return next(option.label for option in self.options if option.value == value)

    def words(self, values: Sequence[str]) -> str:
        """Say that one of these values is set.

        Parameters
        ----------
        values : sequence of str
            Values of its options; ``unset`` may be among them.

        Examples
        --------
        >>> side = choice("side", "It is", ("a", "heads"), ("b", "tails"))
        >>> side.words(("a",)), side.words(("a", "b")), side.words((UNSET,))
        ('It is “heads”', 'It is (any answer)', 'It is (not chosen yet)')
        """
        if set(values) == {UNSET}:
            return _("{question} (not chosen yet)").format(question=self.question)
        if set(values) >= set(self.values):
            return _("{question} (any answer)").format(question=self.question)
        return _("{question} “{answers}”").format(
            question=self.question, answers=self.answers(values)
        )

    def answers(self, values: Sequence[str]) -> str:
        """Return the labels of these values, each cut to as much as it is known by.

        Parameters
        ----------
        values : sequence of str
            Values of its options; ``unset`` is passed over.

        Examples
        --------
        >>> choice("side", "It is", ("a", "x" * 80)).answers(("a",)) == "x" * 59 + "…"
        True
        """
        labels = {option.value: option.label for option in self.options}
        brief = {value: _brief(label) for value, label in labels.items()}
        known = brief if len({*brief.values()}) == len(brief) else labels
        return _("” or “").join(known[value] for value in values if value != UNSET)


def _brief(label: str) -> str:
    return label if len(label) <= LABEL else label[: LABEL - 1] + "…"


@dataclass(frozen=True, slots=True)
class ComputedChoice:
    """A state that follows from the choices: which of its flags are up.

    A flag is up if the setting agrees with one of its cases. So panels can hang on what many
    choices come to without being multiplied by all of them.

    Attributes
    ----------
    name : str
        As a choice has one: panels name it in ``when``.
    flags : mapping of str to tuple of mappings
        For each flag the part settings that raise it.
    label : str
        What it is a state of, in words.
    labels : mapping of str to str
        The states in words; one that is missing has its name for a word.

    Examples
    --------
    >>> either = ComputedChoice(
    ...     "any", {"set": ({"a": "yes"}, {"b": "yes"})}, "any", {"none": "not one"}
    ... )
    >>> either.state({"a": "no", "b": "yes"}), either.state({"a": "no", "b": "no"})
    ('set', 'none')
    >>> either.words(("none",))
    'any “not one”'
    """

    name: str
    flags: Mapping[str, tuple[Setting, ...]]
    label: str = ""
    labels: Mapping[str, str] = field(default_factory=dict)

    def state(self, setting: Setting) -> str:
        """Return the names of the flags that are up, joined by hyphens; ``none`` without any.

        Parameters
        ----------
        setting : mapping of str to str
            A value for each choice that a flag depends on.
        """
        up = [
            flag
            for flag, parts in self.flags.items()
            if any(all(setting[n] == v for n, v in part.items()) for part in parts)
        ]
        return "-".join(up) or NOTHING

    @property
    def states(self) -> tuple[str, ...]:
        """Every state that there may be."""
        subsets = product((True, False), repeat=len(self.flags))
        named = (compress(self.flags, chosen) for chosen in subsets)
        return tuple("-".join(flags) or NOTHING for flags in named)

    def words(self, values: Sequence[str]) -> str:
        """Say that it is in one of these states.

        Parameters
        ----------
        values : sequence of str
            States, as `state` returns them.
        """
        states = _("” or “").join(self.labels.get(value, value) for value in values)
        return _("{question} “{answers}”").format(question=self.label or self.name, answers=states)


def choice(
    name: str,
    question: str,
    *options: tuple[str, str],
    start: str = UNSET,
    look: Look = Look.BOXES,
) -> Choice:
    """Return a choice whose options are given as pairs of value and label.

    Parameters
    ----------
    name : str
        Unique in its explorer: a letter, then ``a-z``, ``0-9``, ``-`` and ``_``.
    question : str
        What is read above its options.
    *options : tuple of (str, str)
        The value of each option, made of the same characters, and its label.
    start : str
        The value set at first; ``unset`` by default.

    Examples
    --------
    >>> choice("side", "Which side?", ("heads", "Heads"), ("tails", "Tails")).values
    ('heads', 'tails')
    """
    pairs = tuple(Option(str(value), label) for value, label in options)
    return Choice(name, question, pairs, str(start), look)


def settings(choices: Iterable[Choice]) -> tuple[dict[str, str], ...]:
    """Return every setting of these choices, once each of them is made.

    Parameters
    ----------
    choices : iterable of Choice
        What can be set.
    """
    known = tuple(choices)
    return tuple(
        {choice.name: value for choice, value in zip(known, values, strict=True)}
        for values in product(*(choice.values for choice in known))
    )


def exactly(setting: Setting) -> dict[str, tuple[str, ...]]:
    """Return the condition that this setting alone fulfils.

    Parameters
    ----------
    setting : mapping of str to str
        Choices and their values.

    Examples
    --------
    >>> exactly({"side": "heads"})
    {'side': ('heads',)}
    """
    return {name: (value,) for name, value in setting.items()}
