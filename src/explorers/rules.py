"""The style of a form: which panels its controls hide.

Examples
--------
>>> from explorers.choices import choice
>>> from explorers.explorer import Explorer
>>> coin = choice("side", "Which side?", ("heads", "Heads"), ("tails", "Tails"))
>>> for rule in rules(Explorer("coin", "A coin", (coin,), ())):
...     print(rule)
[data-explorer=coin] .explorer-when{display:none}
[data-explorer=coin]:has(#coin-side-heads:checked) \
[data-side]:not([data-side~=heads]){display:none}
[data-explorer=coin]:has(#coin-side-tails:checked) \
[data-side]:not([data-side~=tails]){display:none}
[data-explorer=coin]:not(:has([name=coin-side]:checked)) \
[data-side]:not([data-side~=unset]){display:none}
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from explorers.choices import NOTHING, UNSET, ComputedChoice, Setting

if TYPE_CHECKING:
    from explorers.explorer import Explorer


def option_id(explorer: str, choice: str, value: str) -> str:
    """Return the id of an option's control.

    Examples
    --------
    >>> option_id("coin", "side", "heads")
    'coin-side-heads'
    """
    return f"{explorer}-{choice}-{value}"


def chosen(explorer: str, choice: str, value: str) -> str:
    """Return what in a selector says that a form has an option chosen.

    By the control's id: of a control that is known by its name and value alone WebKit asks each
    rule of a page at every press, and takes five times as long.

    Examples
    --------
    >>> chosen("coin", "side", "heads")
    ':has(#coin-side-heads:checked)'
    """
    return f":has(#{option_id(explorer, choice, value)}:checked)"


def rules(explorer: "Explorer") -> Iterator[str]:
    """Yield a rule for each value: it hides each panel that wants another value of its choice.

    Before them, one for the words that say which setting a panel belongs to: they are for
    places that know no style sheets.

    Parameters
    ----------
    explorer : Explorer
        Whose panels are hidden.
    """
    form = f"[data-explorer={explorer.name}]"
    yield f"{form} .explorer-when{{display:none}}"
    for choice in explorer.choices:
        group = f"[name={explorer.name}-{choice.name}]"
        for value in choice.values:
            held = chosen(explorer.name, choice.name, value)
            yield f"{form}{held} {_others(choice.name, value)}"
        if choice.start == UNSET:  # what starts with a value always has one
            yield f"{form}:not(:has({group}:checked)) {_others(choice.name, UNSET)}"
    for computed in explorer.computed:
        yield from _states(explorer.name, computed)


def _others(name: str, value: str) -> str:
    return f"[data-{name}]:not([data-{name}~={value}]){{display:none}}"


def _states(explorer: str, computed: ComputedChoice) -> Iterator[str]:
    """Yield a rule for each state: it hides each panel that wants another state."""
    raised = {
        flag: ":is({})".format(",".join(_checked(explorer, part) for part in parts))
        for flag, parts in computed.flags.items()
    }
    for state in computed.states:
        up = () if state == NOTHING else state.split("-")
        tests = (test if flag in up else f":not({test})" for flag, test in raised.items())
        yield f"[data-explorer={explorer}]{''.join(tests)} {_others(computed.name, state)}"


def _checked(explorer: str, part: Setting) -> str:
    return "".join(chosen(explorer, choice, value) for choice, value in part.items())
