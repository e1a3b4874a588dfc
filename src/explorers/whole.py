"""A setting as somebody gives it: every choice has a value then, and none that it does not have.

Examples
--------
>>> from explorers.choices import choice
>>> from explorers.explorer import Explorer
>>> side = choice("side", "Which side?", ("heads", "Heads"), ("tails", "Tails"), start="heads")
>>> bet = choice("bet", "Your bet:", ("yes", "Yes"), ("no", "No"))
>>> coin = Explorer("coin", "A coin", (side, bet), ())
>>> whole(coin, {"side": "tails"})
{'side': 'tails', 'bet': 'unset'}
>>> whole(coin, {"edge": "yes"})
Traceback (most recent call last):
    ...
explorers.errors.ExplorerError: Explorer coin has no choice 'edge'; it has: side, bet.
"""

from typing import TYPE_CHECKING

from explorers.choices import Setting
from explorers.errors import ExplorerError
from explorers.i18n import _

if TYPE_CHECKING:
    from explorers.explorer import Explorer


def whole(explorer: "Explorer", setting: Setting) -> dict[str, str]:
    """Return a value for every choice: the one that is given, else the one at the start.

    Parameters
    ----------
    explorer : Explorer
        Whose choices are set.
    setting : mapping of str to str
        Choices and their values; where a choice starts without one, ``unset`` is a value too.

    Raises
    ------
    ExplorerError
        If a choice or a value is unknown.
    """
    choices = {choice.name: choice for choice in explorer.choices}
    for name, value in setting.items():
        if name not in choices:
            raise ExplorerError(
                _("Explorer {explorer} has no choice {name!r}; it has: {known}.").format(
                    explorer=explorer.name, name=name, known=", ".join(choices)
                )
            )
        if value not in (*choices[name].values, choices[name].start):
            raise ExplorerError(
                _("Explorer {explorer} has no value {value!r} for {name}; it has: {known}.").format(
                    explorer=explorer.name,
                    value=value,
                    name=name,
                    known=", ".join(choices[name].values),
                )
            )
    return {name: setting.get(name, choice.start) for name, choice in choices.items()}
