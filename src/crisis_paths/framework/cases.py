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
from functools import cache
from types import MappingProxyType

from crisis_paths.errors import CrisisPathsError, few, quoted
from crisis_paths.framework.paths import CrisisPath
from crisis_paths.framework.prediction import every_path, predict
from crisis_paths.framework.variables import Balance, Control, Outcome, parse_turmoil
from crisis_paths.given import a, one_of
from crisis_paths.i18n import _
from crisis_paths.tables.reading import rows
from crisis_paths.words import YES_NO, clean


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

    Raises
    ------
    CrisisPathsError
        If a coding is missing or not one of its variable’s words, or the case has no name.
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

    def __post_init__(self) -> None:
        """Read the codings, so that a word is never taken for what it is not."""
        if not clean(a("id", self.id, str, _("a text"))):
            raise CrisisPathsError(_("A case has no name."))
        a("year", self.year, int, _("a whole number"))
        for name, read in _CODED.items():
            object.__setattr__(self, name, read(getattr(self, name)))

    @property
    def title(self) -> str:
        """Country and year, the country in the reader's language."""
        return _("{country} {year}").format(country=_(self.name), year=self.year)

    @property
    def path(self) -> CrisisPath:
        """The path that the framework predicts from the case's codings."""
        return predict(self.balance, self.control, turmoil=self.turmoil)


_CODED = {
    "turmoil": parse_turmoil,
    "balance": Balance.parse,
    "control": Control.parse,
    "outcome": Outcome.parse,
}
_NEEDED = ("case", "name", "year", *_CODED)


def coded(row: Mapping[str, str]) -> Case:
    """Read a row's crisis as it is coded; what the row has no column for stays empty.

    Parameters
    ----------
    row : mapping of str to str
        With ``case``, ``name``, ``year``, the two variables, ``turmoil`` and ``outcome``.

    Raises
    ------
    CrisisPathsError
        If a column is missing, a coding is not one of the words allowed, or the year is no number.

    Examples
    --------
    >>> coded({"case": "x_2031", "name": "X", "year": "2031", "turmoil": "true",
    ...        "balance": "adjusted", "control": "weak", "outcome": "unmanageable"}).section
    ''
    """
    a("row", row, Mapping, _("a dictionary"))
    if absent := [name for name in _NEEDED if name not in row]:
        raise CrisisPathsError(_("The row has no {absent}.").format(absent=few(absent)))
    try:
        year = int(row["year"])
    except (TypeError, ValueError, OverflowError):
        raise CrisisPathsError(
            _("year is {got}, but must be a whole number.").format(got=quoted(row["year"]))
        ) from None
    return Case(
        id=row["case"],
        name=row["name"],
        year=year,
        **{name: row[name] for name in _CODED},
        section=row.get("section", ""),
        anchor=row.get("anchor", ""),
        comment=row.get("comment", ""),
        comparison=YES_NO.read("comparison", row.get("comparison") or "no"),
    )


TABLE_2: Mapping[str, Case] = MappingProxyType(
    {row["case"]: coded(row) for row in rows("cases") if row["in_table_2"] == "true"}
)


@cache
def _cells() -> tuple[str, ...]:
    return tuple(dict.fromkeys(path.cell for path in every_path()))


def in_cell(cell: str) -> tuple[Case, ...]:
    """Return the crises that the article puts into this cell of Table 2.

    Parameters
    ----------
    cell : str
        ``"strong/continued"``, ``"strong/adjusted"``, ``"weak/continued"`` or
        ``"weak/adjusted"``.

    Raises
    ------
    CrisisPathsError
        If there is no such cell.
    """
    cell = one_of("cell", cell, _cells())
    return tuple(case for case in TABLE_2.values() if case.path.cell == cell)
