"""The crises of Table 2 as crisp sets: which of four sets each of them is in.

``WEAK``: the hegemon perceives its control as weak. ``ADJUSTED``: the state’s diplomatic balance
is adjusted. ``TURMOIL``: there is political turmoil. ``UNMANAGEABLE``: the crisis got out of
hand. The codings are the article’s (Table 2); to write them as sets is ours.

Examples
--------
>>> crises().loc["ukraine_2013"].tolist()
[False, True, True, False]
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import product
from types import MappingProxyType
from typing import TYPE_CHECKING

from crisis_paths.errors import CrisisPathsError, few
from crisis_paths.extras import extra
from crisis_paths.framework.cases import TABLE_2, Case
from crisis_paths.framework.prediction import predict
from crisis_paths.framework.variables import Balance, Control, Outcome
from crisis_paths.given import a, flag, one_of, several
from crisis_paths.i18n import _
from crisis_paths.qca.crisp import Codings
from crisis_paths.qca.set_names import listed
from crisis_paths.qca.truth_table import TruthTable

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
    """Return the sets that each crisis is in, as plain dictionaries.

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


def predicted(values: Mapping[str, bool]) -> bool | None:
    """Tell whether the framework predicts that a crisis in these sets gets out of hand.

    Parameters
    ----------
    values : Mapping of str to bool
        In which of ``WEAK``, ``ADJUSTED`` and ``TURMOIL`` it is; any may be left out.

    Returns
    -------
    bool or None
        None where that hangs on a set that is left out.

    Raises
    ------
    CrisisPathsError
        If a set is none of these, or its value is not True or False.

    Notes
    -----
    Source: section 3, Table 1, by :func:`crisis_paths.framework.predict`.

    Examples
    --------
    >>> predicted({"WEAK": True, "ADJUSTED": True}), predicted({"WEAK": False})
    (True, False)
    >>> predicted({"WEAK": True, "TURMOIL": False}) is None
    True
    """
    known = ("WEAK", "ADJUSTED", "TURMOIL")
    given = a("values", values, Mapping, _("a mapping of sets to True or False"))
    held = {one_of("set", name, known): flag(name, value) for name, value in given.items()}
    weak, adjusted, turmoil = ((held[name],) if name in held else (True, False) for name in known)
    ends = {
        predict(
            Balance.ADJUSTED if moved else Balance.CONTINUED,
            Control.WEAK if doubts else Control.STRONG,
            turmoil=unrest,
        ).outcome
        for doubts, moved, unrest in product(weak, adjusted, turmoil)
    }
    return ends == {Outcome.UNMANAGEABLE} if len(ends) == 1 else None


def crises(cases: Iterable[Case] = FIVE) -> "pd.DataFrame":
    """Return the sets that each crisis is in, as a frame with a row a crisis.

    Raises
    ------
    CrisisPathsError
        As :func:`codings`, or if pandas is not there.

    Examples
    --------
    >>> crises()["WEAK"].tolist()
    [False, False, False, False, True]
    """
    with extra("", _("A frame")):
        import pandas as pd

    return pd.DataFrame.from_dict(codings(cases), orient="index").rename_axis("case")


def crisis_table(
    conditions: Sequence[str] = VARIABLES, outcome: str = OUTCOME, cases: Iterable[Case] = FIVE
) -> TruthTable:
    """Return the truth table of the crises of Table 2, or of other cases.

    Parameters
    ----------
    conditions : sequence of str
        Some of ``WEAK``, ``ADJUSTED`` and ``TURMOIL``.
    outcome : str
        ``UNMANAGEABLE``.
    cases : iterable of Case
        The five of Table 2, if left out.

    Raises
    ------
    CrisisPathsError
        If crises are not coded by one of these words.

    Examples
    --------
    >>> print(crisis_table())
    WEAK*ADJUSTED: ukraine_2022 (consistent positive)
    WEAK*~ADJUSTED: none (remainder)
    ~WEAK*ADJUSTED: ukraine_2013 (consistent negative)
    ~WEAK*~ADJUSTED: belarus_2020, kyrgyzstan_2020, kazakhstan_2022 (consistent negative)
    >>> print(*crisis_table(["WEAK", "TURMOIL"]).solutions("parsimonious"), sep=" or ")
    WEAK or ~TURMOIL
    """
    conditions = listed(conditions)
    for name in (*conditions, outcome):
        one_of("set", name, SETS, _("Crises are not coded by {got}; there are: {known}."))
    return TruthTable.from_codings(codings(cases), conditions, outcome)
