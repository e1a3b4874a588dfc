"""A link to a setting of an explorer.

The address is the one that the page’s own script writes: after the page’s name a ``#``, then
every choice that stands otherwise than at the start, as ``explorer-choice=value``, in the order
of the choices. Without scripts such a link opens the page, and the explorer as it starts.

Examples
--------
>>> from explorers.choices import choice
>>> side = choice("side", "Which side?", ("heads", "Heads"), ("tails", "Tails"), start="heads")
>>> bet = choice("bet", "Your bet:", ("yes", "Yes"), ("no", "No"))
>>> coin = Explorer("coin", "A coin", (side, bet), ())
>>> setting_link("game.html", coin, {"side": "tails", "bet": "no"})
'game.html#coin-side=tails&coin-bet=no'
>>> setting_words(coin, {"bet": "no"})
'Your bet: No'
>>> setting_link("game.html", coin, {"side": "edge"})
Traceback (most recent call last):
    ...
explorers.errors.ExplorerError: Explorer coin has no value 'edge' for side; it has: heads, tails.
"""

from urllib.parse import urlencode

from explorers.choices import Setting
from explorers.errors import ExplorerError
from explorers.explorer import Explorer
from explorers.i18n import _
from explorers.whole import whole


def setting_link(page: str, explorer: Explorer, setting: Setting) -> str:
    """Return the address that opens a page with its explorer set so.

    Parameters
    ----------
    page : str
        The page’s address, without a place in it.
    explorer : Explorer
        An explorer of that page that has a way back: the page keeps no other’s setting.
    setting : mapping of str to str
        Choices and their values; what is left out stays as it starts.

    Raises
    ------
    ExplorerError
        If the page names a place already, the explorer has no way back, or a choice or value is
        unknown.
    """
    if "#" in page:
        raise ExplorerError(
            _("The page {page!r} has a # in it; give the address without one.").format(page=page)
        )
    if not explorer.goes_back:
        raise ExplorerError(
            _("Explorer {name} has no way back; only those that have one can be linked to.").format(
                name=explorer.name
            )
        )
    given = whole(explorer, setting)
    changed = [
        (f"{explorer.name}-{choice.name}", given[choice.name])
        for choice in explorer.choices
        if given[choice.name] != choice.start
    ]
    return page + (f"#{urlencode(changed)}" if changed else "")


def setting_words(explorer: Explorer, setting: Setting) -> str:
    """Return what is set, in the explorer’s own words.

    Parameters
    ----------
    explorer : Explorer
        Whose choices are set.
    setting : mapping of str to str
        Its choices and their values; “as it starts” if there are none.
    """
    choices = {choice.name: choice for choice in explorer.choices}
    words = _("{question} {answer}")
    chosen = [
        words.format(question=choices[name].question, answer=choices[name].label(value))
        for name, value in setting.items()
    ]
    return "; ".join(chosen) or _("as it starts")
