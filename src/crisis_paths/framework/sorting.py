"""What tells the crises apart: the same five cases, sorted by one condition at a time.

A condition sorts the cases if no value of it holds a manageable and an unmanageable one.

Examples
--------
>>> [condition.value for condition in Condition if sorts(condition)]
['turmoil', 'control', 'both']
"""

from collections.abc import Mapping

from crisis_paths.framework.cases import TABLE_2, Case
from crisis_paths.i18n import _
from crisis_paths.words import Choice


class Condition(Choice):
    """Something by which the cases can be sorted."""

    TURMOIL = "turmoil"
    BALANCE = "balance"
    CONTROL = "control"
    BOTH = "both"

    @property
    def label(self) -> str:
        """The condition as a reader sees it."""
        return {
            Condition.TURMOIL: _("political turmoil"),
            Condition.BALANCE: _("diplomatic balance"),
            Condition.CONTROL: _("perceived control"),
            Condition.BOTH: _("balance and control"),
        }[self]

    def of(self, case: Case) -> str:
        """Return the group into which a case falls."""
        return {
            Condition.TURMOIL: _("turmoil") if case.turmoil else _("no turmoil"),
            Condition.BALANCE: _(case.balance.value),
            Condition.CONTROL: _(case.control.value),
            Condition.BOTH: case.path.cell,
        }[self]


def groups(condition: Condition) -> Mapping[str, tuple[Case, ...]]:
    """Return the cases of Table 2 by the group into which they fall.

    Raises
    ------
    CrisisPathsError
        If there is no such condition.

    Examples
    --------
    >>> {group: len(cases) for group, cases in groups(Condition.BALANCE).items()}
    {'continued': 3, 'adjusted': 2}
    """
    condition = Condition(condition)
    found: dict[str, tuple[Case, ...]] = {}
    for case in TABLE_2.values():
        group = condition.of(case)
        found[group] = (*found.get(group, ()), case)
    return found


def sorts(condition: Condition) -> bool:
    """Tell whether each group of this condition holds one outcome only.

    Raises
    ------
    CrisisPathsError
        If there is no such condition.
    """
    return all(len({case.outcome for case in cases}) == 1 for cases in groups(condition).values())
