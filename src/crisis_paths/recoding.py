"""Cases coded otherwise: the crises of Table 2 with some of their codings flipped.

Every coding of a case is a switch; a setting is the set of switches that are thrown. With none
thrown, the cases stand as the article codes them. Cases that nobody has seen can be made up too.

Examples
--------
>>> [case.control.value for case in recoded(FIVE[:2], [Switch("belarus_2020", "control")])]
['weak', 'strong']
>>> len(switches()), len(switches(dimensions=DIMENSIONS))
(15, 20)
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from crisis_paths.casebook import other
from crisis_paths.cases import Case
from crisis_paths.crisis_sets import FIVE
from crisis_paths.errors import CrisisPathsError
from crisis_paths.i18n import _
from crisis_paths.variables import Balance, Control, Outcome, parse_turmoil

DIMENSIONS = ("balance", "control", "outcome", "turmoil")


@dataclass(frozen=True, slots=True, order=True)
class Switch:
    """One coding of one case, which may be flipped.

    Attributes
    ----------
    case : str
        The case's name, as ``"ukraine_2013"``.
    dimension : {"balance", "control", "outcome", "turmoil"}
        What is coded.
    """

    case: str
    dimension: str


def switches(
    cases: Iterable[Case] = FIVE, dimensions: Iterable[str] = DIMENSIONS[:3]
) -> tuple[Switch, ...]:
    """Which codings may be flipped? Without turmoil, which the formula does not ask."""
    return tuple(Switch(case.id, name) for case in cases for name in dimensions)


def recoded(cases: Iterable[Case], thrown: Iterable[Switch]) -> tuple[Case, ...]:
    """The cases with these codings flipped.

    Raises
    ------
    CrisisPathsError
        If there is no such case, or no such coding.
    """
    cases, turned = tuple(cases), {}
    for switch in thrown:
        if switch.case not in (case.id for case in cases) or switch.dimension not in DIMENSIONS:
            raise CrisisPathsError(
                _(
                    "There is no coding {dimension} of {case}; codings: {known}; cases: {cases}."
                ).format(
                    dimension=switch.dimension,
                    case=switch.case,
                    known=", ".join(DIMENSIONS),
                    cases=", ".join(case.id for case in cases),
                )
            )
        turned.setdefault(switch.case, set()).add(switch.dimension)
    return tuple(
        replace(case, **{name: _turned(getattr(case, name)) for name in turned[case.id]})
        if case.id in turned
        else case
        for case in cases
    )


def _turned(value: Balance | Control | Outcome | bool) -> Balance | Control | Outcome | bool:
    return not value if isinstance(value, bool) else other(value)


def hypothetical(
    balance: Balance | str,
    control: Control | str,
    outcome: Outcome | str,
    turmoil: bool | str = True,
    id: str = "hypothetical",
) -> Case:
    """A case that nobody has seen, to be added.

    Raises
    ------
    CrisisPathsError
        If a value is missing or not one of those allowed.
    """
    return Case(
        id=id,
        name=id,
        year=0,
        turmoil=parse_turmoil(turmoil),
        balance=Balance.parse(balance),
        control=Control.parse(control),
        outcome=Outcome.parse(outcome),
        section="",
        anchor="",
    )
