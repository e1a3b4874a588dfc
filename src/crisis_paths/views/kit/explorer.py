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
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations, compress, groupby, product
from math import prod

from markupsafe import Markup

from crisis_paths.errors import CrisisPathsError, cut
from crisis_paths.i18n import _
from crisis_paths.views.kit.output import joined, mime_of

EMPTY = Markup("")
UNSET = "unset"  # the value of a choice that the reader has not made yet
NOTHING = "none"  # the state in which no flag is up
WORD = re.compile(r"[a-z][a-z0-9_-]*")  # what may stand in a selector without being quoted
Condition = tuple[str, tuple[str, ...]]  # a choice’s name, and the values of it that fit
MOST = 200  # more combinations than this make a page heavy: use a chart instead
LABEL = 60  # letters of a long answer that are enough to know it by


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

    def words(self, values: Sequence[str]) -> str:
        """Say in words that one of these values is set; ``unset`` may be among them.

        Examples
        --------
        >>> side = Choice("side", "It is", (Option("a", "heads"), Option("b", "tails")))
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
        """The answers with these values, each by as much as it is known by.

        Examples
        --------
        >>> Choice("side", "It is", (Option("a", "x" * 80),)).answers(("a",)) == "x" * 59 + "…"
        True
        """
        labels = {option.value: option.label for option in self.options}
        brief = [cut(label, LABEL) for label in labels.values()]
        if len(set(brief)) == len(brief):
            labels = dict(zip(labels, brief, strict=True))
        return _("” or “").join(labels[value] for value in values if value != UNSET)


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
    """A place where leaves appear.

    Attributes
    ----------
    name : str
        What it is called in the style sheet.
    leaves : tuple of Leaf
        In their order.
    live : bool
        Whether screen readers announce what appears.
    words : bool
        Whether the leaves hold a line of words and no blocks: they answer in a sentence.
    """

    name: str
    leaves: tuple[Leaf, ...]
    live: bool = False
    words: bool = False


@dataclass(frozen=True, slots=True)
class Derived:
    """A state that follows from the choices: which of its flags are up.

    A flag is up if the setting agrees with one of its cases. So leaves can hang on what many
    choices come to without being multiplied by all of them.

    Attributes
    ----------
    name : str
        As a choice has one: leaves name it in ``when``.
    flags : mapping of str to tuple of mappings
        For each flag the part settings that raise it.
    label : str
        What it is a state of, in words.
    labels : mapping of str to str
        The states in words; one that is missing has its name for a word.

    Examples
    --------
    >>> either = Derived("any", {"set": ({"a": "yes"}, {"b": "yes"})}, "any", {"none": "not one"})
    >>> either.state({"a": "no", "b": "yes"}), either.state({"a": "no", "b": "no"})
    ('set', 'none')
    >>> either.words(("none",))
    'any “not one”'
    """

    name: str
    flags: Mapping[str, tuple[Mapping[str, str], ...]]
    label: str = ""
    labels: Mapping[str, str] = field(default_factory=dict)

    def state(self, setting: Mapping[str, str]) -> str:
        """Which flags are up? Their names joined by hyphens, or ``none``."""
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
        """Say in words that it is in one of these states."""
        states = _("” or “").join(self.labels.get(value, value) for value in values)
        return _("{question} “{answers}”").format(question=self.label or self.name, answers=states)


class Said(str):
    """A name as the page writes it, and what a reader is told of it.

    Examples
    --------
    >>> said = Said("bet", "your bet")
    >>> said == "bet", said.words
    (True, 'your bet')
    """

    __slots__ = ("words",)

    def __new__(cls, name: str, words: str) -> "Said":
        """Take the words along with the name."""
        made = super().__new__(cls, name)
        made.words = words
        return made


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
    derived : tuple of Derived
        States that leaves may hang on as well. With them there may be more combinations, as
        the leaves are not multiplied; each choice then has a start.

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
    derived: tuple[Derived, ...] = ()

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
        if (count := self.combinations) > MOST and not self.derived:
            raise CrisisPathsError(
                _("Explorer {name} has {count} combinations; at most {most} are allowed.").format(
                    name=self.name, count=count, most=MOST
                )
            )

    @property
    def combinations(self) -> int:
        """How many settings are there, once every choice is made?"""
        return prod(len(choice.options) for choice in self.choices)

    def settings(self) -> tuple[dict[str, str], ...]:
        """Which settings are there, once every choice is made?

        All of them; where there are more than a page shows, those that differ from the start
        in two choices at most.
        """
        names = [choice.name for choice in self.choices]
        if self.combinations <= MOST:
            return tuple(
                dict(zip(names, values, strict=True))
                for values in product(*(choice.values for choice in self.choices))
            )
        start = {choice.name: choice.start for choice in self.choices}
        changes = [(c.name, v) for c in self.choices for v in c.values if v != c.start]
        apart = (pair for pair in combinations(changes, 2) if pair[0][0] != pair[1][0])
        near = [(), *((change,) for change in changes), *apart]
        return tuple(start | dict(some) for some in near)

    def shown(self, setting: Mapping[str, str]) -> list[Markup]:
        """What is shown in this setting? The fitting leaves, region by region."""
        whole = dict(setting) | {one.name: one.state(setting) for one in self.derived}
        return [leaf.html for region in self.regions for leaf in region.leaves if leaf.fits(whole)]

    def html(self) -> Markup:
        """The explorer as a form that needs no script."""
        return Markup(
            '<form class="explorer" data-explorer="{name}" aria-label="{title}"'
            ' autocomplete="off">'
            "\n<style>{rules}</style>\n"
            '<div class="explorer-choices">{choices}</div>\n{regions}\n'
            "{reset}</form>{twin}"
        ).format(
            name=self.name,
            title=self.title,
            rules=Markup("\n").join(self._rules()),
            choices=joined(map(self._fieldset, self.choices)),
            regions=joined(_region(self._in_words(region)) for region in self.regions),
            reset=self._reset(),
            twin=self.twin,
        )

    def _in_words(self, region: Region) -> Region:
        """The region with conditions that can be read where no style sheet hides its leaves."""
        return replace(
            region,
            leaves=tuple(
                replace(leaf, when={Said(n, self._words(n, v)): v for n, v in leaf.when.items()})
                for leaf in region.leaves
            ),
        )

    def _words(self, name: str, values: tuple[str, ...]) -> str:
        (asked,) = (one for one in (*self.choices, *self.derived) if one.name == name)
        if len(self.choices) > 1:
            return asked.words(values)
        # where there is one question only, it need not be named
        if set(values) == {UNSET}:
            return _("nothing chosen yet")
        return _("“{answers}”").format(answers=asked.answers(values))

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
        """One rule an option: it hides each leaf that wants another option of its choice.

        Before them, one for the words that say which setting a leaf belongs to: they are for
        places that know no style sheets.
        """
        form = f"[data-explorer={self.name}]"
        hide = "[data-{choice}]:not([data-{choice}~={value}]){{display:none}}"
        rules = [f"{form} .when{{display:none}}"]
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
        rules += [rule for one in self.derived for rule in self._derived_rules(one)]
        return [Markup(rule) for rule in rules]

    def _derived_rules(self, derived: Derived) -> list[str]:
        """One rule a state: it hides each leaf that wants another state."""
        radio = ":has([name={form}-{choice}][value={value}]:checked)"
        raised = {
            flag: ":is({})".format(
                ",".join(
                    "".join(
                        radio.format(form=self.name, choice=choice, value=value)
                        for choice, value in part.items()
                    )
                    for part in parts
                )
            )
            for flag, parts in derived.flags.items()
        }
        rules = []
        for state in derived.states:
            up = () if state == NOTHING else state.split("-")
            tests = (test if flag in up else f":not({test})" for flag, test in raised.items())
            rules.append(
                f"[data-explorer={self.name}]{''.join(tests)} "
                f"[data-{derived.name}]:not([data-{derived.name}~={state}]){{display:none}}"
            )
        return rules

    def widget(self) -> "object":
        """The explorer as ipywidgets, for a live kernel."""
        from crisis_paths.views.kit.live import LiveExplorer

        return LiveExplorer(self)

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict:
        """Every form at once: the page takes the HTML, a live kernel the widgets."""
        return mime_of(lambda: self.widget().box) | {
            "text/html": str(self.html()),
            "text/plain": self.text,
        }


def _region(region: Region) -> Markup:
    # never an <output>: a form that is set back makes each of its outputs one plain text of all
    # its leaves (so says the HTML standard, and so do Firefox and WebKit)
    return Markup(
        '<div class="explorer-region{answer} region-{name}"{live}>\n{leaves}\n</div>'
    ).format(
        answer=" explorer-answer" if region.words else "",
        name=region.name,
        live=Markup(' role="status"') if region.live else "",
        leaves=_leaves(
            [(tuple(leaf.when.items()), leaf.html) for leaf in region.leaves],
            "span" if region.words else "div",
        ),
    )


def _leaves(
    leaves: Sequence[tuple[tuple[Condition, ...], Markup]], part: str, *, within: bool = False
) -> Markup:
    """Leaves whose conditions begin alike share an element.

    A browser passes over a hidden element with all that is in it; over hundreds of leaves it
    would ask each of them after every change.
    """
    found = []
    for shared, alike in groupby(leaves, key=lambda leaf: leaf[0][:1]):
        group = list(alike)
        if len(group) == 1 or not shared:
            leaf = Markup('{part} class="leaf"').format(part=part)
            told = [(when, _element(leaf, when, html)) for when, html in group]
        else:
            inner = _leaves([(when[1:], html) for when, html in group], part, within=True)
            told = [(shared, _element(Markup(part), shared, inner))]
        found += [piece for when, html in told for piece in (*_said(when, within), html)]
    return joined(found)


def _said(when: Sequence[Condition], within: bool) -> Iterator[Markup]:
    """The conditions in words, for whoever has all leaves before them.

    What is said of a group holds for all in it, whose own conditions come on top.
    """
    if when:
        template = _("And: {conditions}") if within else _("With: {conditions}")
        conditions = " · ".join(name.words for name, _values in when)
        yield Markup('<p class="when">{}</p>').format(template.format(conditions=conditions))


def _element(opening: Markup, when: Sequence[Condition], inner: Markup) -> Markup:
    condition = Markup(' data-{name}="{values}"')
    return Markup("<{opening}{when}>{inner}</{tag}>").format(
        opening=opening,
        when=joined((condition.format(name=n, values=" ".join(v)) for n, v in when), ""),
        inner=inner,
        tag=opening.split()[0],
    )
