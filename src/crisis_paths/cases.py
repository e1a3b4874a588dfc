"""The crises that the article codes (section 4, Table 2).

Examples
--------
>>> [case.title for case in in_cell("weak/adjusted")]
['Ukraine 2022']
>>> in_cell("weak/continued")
()
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from crisis_paths.framework import predict
from crisis_paths.i18n import _
from crisis_paths.paths import CrisisPath
from crisis_paths.tables import rows
from crisis_paths.variables import Balance, Control, Outcome, parse_turmoil


@dataclass(frozen=True, slots=True)
class Case:
    """One crisis as the article codes it.

    Attributes
    ----------
    id, name, year
        What it is called: ``"ukraine_2022"``, ``"Ukraine"``, ``2022``.
    turmoil, balance, control, outcome
        The article's codings.
    section, anchor : str
        Where the article speaks of how it ended.
    comment : str
        What has to be known about the coding; often empty.
    comparison : bool
        Whether the article uses it only for comparison.
    """

    id: str
    name: str
    year: int
    turmoil: bool
    balance: Balance
    control: Control
    outcome: Outcome
    section: str
    anchor: str
    comment: str = ""
    comparison: bool = False

    @property
    def title(self) -> str:
        """Country and year, the country in the reader's language."""
        return _("{country} {year}").format(country=_(self.name), year=self.year)

    @property
    def path(self) -> CrisisPath:
        """The path that the framework predicts from the case's codings."""
        return predict(self.balance, self.control, turmoil=self.turmoil)


def coded(row: Mapping[str, str]) -> Case:
    """A row's crisis as it is coded; what a table has no column for stays empty.

    Parameters
    ----------
    row : mapping of str to str
        With ``case``, ``name``, ``year``, the two variables, ``turmoil`` and ``outcome``.

    Examples
    --------
    >>> coded({"case": "x_2031", "name": "X", "year": "2031", "turmoil": "true",
    ...        "balance": "adjusted", "control": "weak", "outcome": "unmanageable"}).section
    ''
    """
    return Case(
        id=row["case"],
        name=row["name"],
        year=int(row["year"]),
        turmoil=parse_turmoil(row["turmoil"]),
        balance=Balance.parse(row["balance"]),
        control=Control.parse(row["control"]),
        outcome=Outcome.parse(row["outcome"]),
        section=row.get("section", ""),
        anchor=row.get("anchor", ""),
        comment=row.get("comment", ""),
        comparison=row.get("comparison") == "true",
    )


TABLE_2: Mapping[str, Case] = MappingProxyType(
    {row["case"]: coded(row) for row in rows("cases") if row["in_table_2"] == "true"}
)


def in_cell(cell: str) -> tuple[Case, ...]:
    """Which crises does the article put into this cell of Table 2?

    Parameters
    ----------
    cell : str
        ``"strong/continued"``, ``"strong/adjusted"``, ``"weak/continued"`` or
        ``"weak/adjusted"``.
    """
    return tuple(case for case in TABLE_2.values() if case.path.cell == cell)
