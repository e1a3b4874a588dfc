"""A link to a setting of an explorer.

The address is the one that the page’s own script writes: after the page’s name a ``#``, then
every choice that stands otherwise than at the start, as ``explorer-choice=value``, in the order
of the choices. Without scripts such a link opens the page, and the explorer as it starts.

Examples
--------
>>> from crisis_paths.views.argument.path_explorer import path_explorer
>>> setting_link("framework.html", path_explorer(), {"balance": "adjusted", "control": "weak"})
'framework.html#path-balance=adjusted&path-control=weak'
>>> setting_link("framework.html", path_explorer(), {"control": "shy"})
Traceback (most recent call last):
    ...
crisis_paths.errors.CrisisPathsError: Explorer path has no value 'shy' for control; it has: \
strong, weak.
"""

from collections.abc import Mapping
from urllib.parse import urlencode

from crisis_paths.errors import CrisisPathsError
from crisis_paths.i18n import _
from crisis_paths.views.kit.explorer import Explorer

Setting = Mapping[str, str]


def setting_link(page: str, explorer: Explorer, setting: Setting) -> str:
    """What address opens a page with its explorer set so?

    Parameters
    ----------
    page : str
        The page’s address, without a place in it.
    explorer : Explorer
        An explorer of that page, with more than one choice: the page keeps no other’s setting.
    setting : mapping of str to str
        Choices and their values; what is left out stays as it starts.

    Raises
    ------
    CrisisPathsError
        If the page names a place already, the explorer has a single choice, or a choice or
        value is unknown.
    """
    if "#" in page:
        raise CrisisPathsError(
            _("The page {page!r} has a # in it; give the address without one.").format(page=page)
        )
    if len(explorer.choices) < 2:
        raise CrisisPathsError(
            _("Explorer {name} has a single choice; only those with more can be linked to.").format(
                name=explorer.name
            )
        )
    choices = {choice.name: choice for choice in explorer.choices}
    for name, value in setting.items():
        if name not in choices:
            raise CrisisPathsError(
                _("Explorer {explorer} has no choice {name!r}; it has: {known}.").format(
                    explorer=explorer.name, name=name, known=", ".join(choices)
                )
            )
        if value not in (*choices[name].values, choices[name].start):
            raise CrisisPathsError(
                _("Explorer {explorer} has no value {value!r} for {name}; it has: {known}.").format(
                    explorer=explorer.name,
                    value=value,
                    name=name,
                    known=", ".join(choices[name].values),
                )
            )
    changed = [
        (f"{explorer.name}-{choice.name}", setting[choice.name])
        for choice in explorer.choices
        if setting.get(choice.name, choice.start) != choice.start
    ]
    return page + (f"#{urlencode(changed)}" if changed else "")


def setting_words(explorer: Explorer, setting: Setting) -> str:
    """What is set, in the explorer’s own words.

    Examples
    --------
    >>> from crisis_paths.views.scrutiny.recoding_bench import bench
    >>> setting_words(bench(), {"belarus-2020-control": "weak"})
    'Belarus 2020: control weak'
    """
    labels = {(c.name, o.value): (c.question, o.label) for c in explorer.choices for o in c.options}
    said = _("{question} {answer}")
    chosen = [
        said.format(question=labels[pair][0], answer=labels[pair][1]) for pair in setting.items()
    ]
    return "; ".join(chosen) or _("as it starts")
