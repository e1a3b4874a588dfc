"""The crises of Table 2 as crisp sets: in which of four sets is each?

``WEAK``: the hegemon perceives its control as weak. ``ADJUSTED``: the state’s diplomatic balance
is adjusted. ``TURMOIL``: there is political turmoil. ``UNMANAGEABLE``: the crisis got out of
hand. The codings are the article’s (Table 2); to write them as sets is ours.

Examples
--------
>>> crises().loc["ukraine_2013"].tolist()
[False, True, True, False]
"""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from crisis_paths.cases import TABLE_2, Case
from crisis_paths.crisp import Codings
from crisis_paths.errors import CrisisPathsError, few
from crisis_paths.given import several
from crisis_paths.i18n import _
from crisis_paths.variables import Balance, Control, Outcome

if TYPE_CHECKING:  # pandas is asked for only where a frame is
    import pandas as pd

FIVE: tuple[Case, ...] = tuple(TABLE_2.values())
VARIABLES = ("WEAK", "ADJUSTED")  # the framework's two
OUTCOME = "UNMANAGEABLE"
SETS: Mapping[str, Callable[[Case], bool]] = MappingProxyType(
    {
        "WEAK": lambda case: case.control is Control.WEAK,
        "ADJUSTED": lambda case: case.balance is Balance.ADJUSTED,
        "TURMOIL": lambda case: case.turmoil,
        OUTCOME: lambda case: case.outcome is Outcome.UNMANAGEABLE,
    }
)


def codings(cases: Iterable[Case] = FIVE) -> Codings:
    """In which sets is each crisis, as plain dictionaries?

    Raises
    ------
    CrisisPathsError
        If two cases have one name.

    Examples
    --------
    >>> codings()["ukraine_2022"]
    {'WEAK': True, 'ADJUSTED': True, 'TURMOIL': False, 'UNMANAGEABLE': True}
    """
    cases = several("cases", cases, Case, _("cases"))
    found = {case.id: {name: among(case) for name, among in SETS.items()} for case in cases}
    if len(found) < len(cases):
        raise CrisisPathsError(
            _("Two cases have one name; the names are: {names}.").format(
                names=few([case.id for case in cases])
            )
        )
    return found


def crises(cases: Iterable[Case] = FIVE) -> "pd.DataFrame":
    """In which sets is each crisis, as a frame with a row a crisis?

    Examples
    --------
    >>> crises()["WEAK"].tolist()
    [False, False, False, False, True]
    """
    import pandas as pd

    return pd.DataFrame.from_dict(codings(cases), orient="index").rename_axis("case")
