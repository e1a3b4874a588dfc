"""Two coders' tables side by side: where they differ, and how far they agree on each set.

Cases go by their names and sets by theirs; what only one of the two has is told, and not counted.

Examples
--------
>>> from crisis_paths.lab.own_cases import read
>>> mine = read("case,STORM,SANK\\nAnna,1,1\\nBerta,0,0\\nClara,1,0\\n", "me")
>>> yours = read("case,STORM,SANK\\nanna,1,1\\nBerta,1,0\\n", "you")
>>> found = side_by_side(mine, yours)
>>> found.differences
(('Berta', 'STORM', False, True),)
>>> found.agreement["STORM"].same, found.agreement["STORM"].units, found.only
(1, 2, (('Clara',), ()))
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from crisis_paths.errors import CrisisPathsError
from crisis_paths.given import a
from crisis_paths.i18n import _
from crisis_paths.lab.own_cases import OwnCases
from crisis_paths.scrutiny.agreement import Agreement, agree
from crisis_paths.words import name_key


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Two tables of the same cases.

    Attributes
    ----------
    names : tuple of str
        What the two are called.
    rows : tuple of (str, dict, dict)
        Each case that both have, and in which sets each coder puts it.
    agreement : mapping of str to Agreement
        How far the two agree on each set that both have.
    only : tuple of tuple of str
        The cases that the first alone has, and the second alone.
    """

    names: tuple[str, str]
    rows: tuple[tuple[str, Mapping[str, bool], Mapping[str, bool]], ...]
    agreement: Mapping[str, Agreement]
    only: tuple[tuple[str, ...], tuple[str, ...]]

    @property
    def differences(self) -> tuple[tuple[str, str, bool, bool], ...]:
        """Where the two differ: case, set, the first coder's value, the second's."""
        return tuple(
            (case, name, first[name], second[name])
            for case, first, second in self.rows
            for name in self.agreement
            if first[name] is not second[name]
        )


def side_by_side(first: OwnCases, second: OwnCases) -> SideBySide:
    """Return two coders' tables of the same cases, compared.

    Parameters
    ----------
    first, second : OwnCases
        As :func:`crisis_paths.lab.own_cases.read` gives them.

    Raises
    ------
    CrisisPathsError
        If either is no such table, or the two have no case or no set in common.
    """
    both = tuple(
        a("table", table, OwnCases, _("cases as they were read")) for table in (first, second)
    )
    ours, theirs = (_by_key(table.sets) for table in both)
    shared = {ours[key]: theirs[key] for key in ours if key in theirs}
    mine, yours = (table.codings for table in both)
    others, own = _by_key(yours), _by_key(mine)
    pairs = [(case, others[name_key(case)]) for case in mine if name_key(case) in others]
    for found, says in (
        (pairs, _("{one} and {two} have no case in common; cases go by name.")),
        (shared, _("{one} and {two} have no set in common; sets go by name.")),
    ):
        if not found:
            raise CrisisPathsError(says.format(one=first.name, two=second.name))
    rows = tuple(
        (
            case,
            *(
                {n: coded[n] for n in shared}
                for coded in (mine[case], _renamed(yours[other], shared))
            ),
        )
        for case, other in pairs
    )
    agreement = {
        name: agree([one[name] for _c, one, _t in rows], [two[name] for _c, _o, two in rows])
        for name in shared
    }
    only = (
        tuple(case for case in mine if name_key(case) not in others),
        tuple(case for case in yours if name_key(case) not in own),
    )
    return SideBySide((first.name, second.name), rows, MappingProxyType(agreement), only)


def _by_key(names: Mapping | tuple[str, ...]) -> dict[str, str]:
    return {name_key(name): name for name in names}


def _renamed(coded: Mapping[str, bool], shared: Mapping[str, str]) -> dict[str, bool]:
    """Return the second coder's codings under the first coder's names."""
    return {ours: coded[theirs] for ours, theirs in shared.items()}
