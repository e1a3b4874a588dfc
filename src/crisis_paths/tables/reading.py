"""Where the book's facts come from: the tables in ``data/``.

Nothing else in the package opens a file. The tables stand beside the code in a checkout
and travel inside the package in a wheel.
"""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from crisis_paths.errors import CrisisPathsError
from crisis_paths.extras import extra
from crisis_paths.given import file_path, one_of
from crisis_paths.i18n import _
from crisis_paths.tables import handed_in
from crisis_paths.tables.dates import first_day, last_day
from crisis_paths.tables.schema import TRUE, Field, codebook, faults

if TYPE_CHECKING:
    import pandas as pd

_PACKAGE = Path(__file__).parents[1]
_FOLDERS = (_PACKAGE / "data", _PACKAGE.parents[1] / "data")


@lru_cache(maxsize=1)
def folder() -> Path:
    """Return the folder in which the tables stand.

    Raises
    ------
    CrisisPathsError
        If the package was installed without its tables.
    """
    for place in _FOLDERS:
        if (place / "datapackage.json").is_file():
            return place
    raise CrisisPathsError(
        _("The tables of crisis_paths are missing; looked in: {places}.").format(
            places=", ".join(map(str, _FOLDERS))
        )
    )


@lru_cache
def names() -> tuple[str, ...]:
    """Return the names of the tables.

    Examples
    --------
    >>> "events" in names()
    True
    """
    return tuple(codebook(folder()))


def _named(name: str) -> str:
    sentence = _("There is no table {got}; there are: {known}.")
    return one_of("table", name, names(), sentence)


def rows(name: str) -> tuple[Mapping[str, str], ...]:
    """Return the rows of a table, checked: mappings that nobody can change, all values as text.

    Parameters
    ----------
    name : str
        The table's name without its ending, e.g. ``"rules"``.

    Raises
    ------
    CrisisPathsError
        If there is no such table (the message lists those there are), or if it breaks the
        codebook (the message lists every fault with file, line, field and value).

    Examples
    --------
    >>> rows("cases")[0]["name"]
    'Belarus'
    """
    return _rows(_named(name))


@lru_cache
def _rows(name: str) -> tuple[Mapping[str, str], ...]:
    return read(folder(), name)


def read(place: Path | str, name: str) -> tuple[Mapping[str, str], ...]:
    """Read a table in any folder that has a codebook, as a spreadsheet may have saved it.

    What a file may look like is described in :mod:`crisis_paths.tables.handed_in`.

    Parameters
    ----------
    place : pathlib.Path or str
        The folder, with a ``datapackage.json``.
    name : str
        The table's name without its ending.

    Raises
    ------
    CrisisPathsError
        As :func:`rows`, or if the table's file cannot be read.
    """
    place = file_path(place)
    tables = codebook(place)
    name = one_of("table", name, tables, _("There is no table {got}; there are: {known}."))
    columns = [field.name for field in tables[name].fields]
    file = f"{name}.csv"
    sheet = handed_in.load(place / file, file, columns)
    if wrong := list(faults(tables[name], sheet, file)):
        raise CrisisPathsError.listing(wrong)
    return tuple(MappingProxyType(row) for _line, row in sheet.rows)


def load(name: str) -> "pd.DataFrame":
    """Return a table as a DataFrame with proper types.

    Parameters
    ----------
    name : str
        One of :func:`names`.

    Returns
    -------
    pandas.DataFrame
        Enumerated fields as ordered categories, yes and no as nullable booleans, numbers as
        nullable numbers, the rest as text; empty fields are missing values. A table with
        dates has two more columns, ``first_day`` and ``last_day``: the span of days that the
        date may mean, which sorts. The frame is shared: copy it before you change it.

    Raises
    ------
    CrisisPathsError
        As :func:`rows`, or if pandas is not there.

    Examples
    --------
    >>> load("cases")["outcome"].cat.categories.tolist()
    ['manageable', 'unmanageable']
    """
    return _load(_named(name))


@lru_cache
def _load(name: str) -> "pd.DataFrame":
    with extra("", _("A frame")):
        import pandas as pd

    table, found = codebook(folder())[name], rows(name)
    columns = {
        field.name: _column([row[field.name] or None for row in found], field)
        for field in table.fields
    }
    start = next((n for n in ("date_start", "date") if n in columns), None)
    if start:
        begins = [row[start] for row in found]
        ends = [row.get("date_end") or row[start] for row in found]
        columns["first_day"] = pd.to_datetime([first_day(d) if d else None for d in begins])
        columns["last_day"] = pd.to_datetime([last_day(d) if d else None for d in ends])
    return pd.DataFrame(columns)


def _column(values: list[str | None], field: Field) -> "pd.Series":
    import pandas as pd

    if field.type == "boolean":
        return pd.Series([v and v == TRUE for v in values], dtype="boolean")
    if field.type in ("integer", "number"):
        kind = {"integer": "Int64", "number": "Float64"}[field.type]
        return pd.Series([v and float(v) for v in values], dtype="Float64").astype(kind)
    if field.enum:
        return pd.Series(pd.Categorical(values, categories=field.enum, ordered=True))
    return pd.Series(values, dtype="str")
