"""The puzzle of section 1: turmoil without escalation, and escalation without turmoil.

For any condition this module says whether the cases at hand make it necessary or sufficient
for an outcome, and which cases stand against it. Four crises and one for comparison can refute
such a claim; they cannot establish one.

Examples
--------
>>> found = relation(lambda case: case.turmoil, Outcome.UNMANAGEABLE)
>>> found.necessary, found.sufficient
(False, False)
>>> [case.title for case in found.against_necessity]
['Ukraine 2022']
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from crisis_paths.framework.cases import TABLE_2, Case
from crisis_paths.framework.variables import Outcome
from crisis_paths.given import a, flag, several
from crisis_paths.i18n import _

SINCE_2020: tuple[Case, ...] = tuple(c for c in TABLE_2.values() if not c.comparison)


@dataclass(frozen=True, slots=True)
class Relation:
    """What the cases say of a condition and an outcome.

    Attributes
    ----------
    supports : int
        How many cases have both the condition and the outcome.
    against_necessity : tuple of Case
        The outcome without the condition.
    against_sufficiency : tuple of Case
        The condition without the outcome.
    """

    supports: int
    against_necessity: tuple[Case, ...]
    against_sufficiency: tuple[Case, ...]

    @property
    def necessary(self) -> bool:
        """Whether the outcome never came without the condition."""
        return not self.against_necessity

    @property
    def sufficient(self) -> bool:
        """Whether the condition never came without the outcome."""
        return not self.against_sufficiency


def relation(
    holds: Callable[[Case], bool],
    outcome: Outcome | str,
    cases: Iterable[Case] = SINCE_2020,
) -> Relation:
    """Tell whether a condition is necessary or sufficient for an outcome in these cases.

    Parameters
    ----------
    holds : callable
        Says of a case whether the condition holds: True or False.
    outcome : {"manageable", "unmanageable"}
        The outcome.
    cases : iterable of Case
        The four crises since 2020 by default.

    Returns
    -------
    Relation
        With the cases that stand against either claim.

    Raises
    ------
    CrisisPathsError
        If the outcome is neither, or ``holds`` does not say True or False of cases.
    """
    cases, outcome = several("cases", cases, Case, _("cases")), Outcome.parse(outcome)
    a("holds", holds, Callable, _("a function that says of a case whether something holds"))
    sorted_ = [(case, flag("holds", holds(case)), case.outcome is outcome) for case in cases]
    return Relation(
        supports=sum(held and came for _case, held, came in sorted_),
        against_necessity=tuple(case for case, held, came in sorted_ if came and not held),
        against_sufficiency=tuple(case for case, held, came in sorted_ if held and not came),
    )
