"""Where the book's facts come from: the tables in ``data/``.

Nothing else in the package opens a file. The tables stand beside the code in a checkout
and travel inside the package in a wheel.
"""

import csv
from functools import lru_cache
from pathlib import Path

from crisis_paths.errors import CrisisPathsError
from crisis_paths.i18n import _

_PACKAGE = Path(__file__).parent
_FOLDERS = (_PACKAGE / "data", _PACKAGE.parents[1] / "data")


@lru_cache(maxsize=1)
def folder() -> Path:
    """In which folder do the tables stand?

    Raises
    ------
    CrisisPathsError
        If the package was installed without its tables.
    """
    for place in _FOLDERS:
        if (place / "rules.csv").is_file():
            return place
    raise CrisisPathsError(
        _("The tables of crisis_paths are missing; looked in: {places}.").format(
            places=", ".join(map(str, _FOLDERS))
        )
    )


@lru_cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """What stands in a table? One dictionary a row, every field as text.

    Parameters
    ----------
    name : str
        The table's name without its ending, e.g. ``"rules"``.

    Raises
    ------
    CrisisPathsError
        If there is no such table; the message lists those there are.

    Examples
    --------
    >>> rows("cases")[0]["name"]
    'Belarus'
    >>> rows("treaties")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    crisis_paths.errors.CrisisPathsError: There is no table 'treaties'; there are: cases, ...
    """
    path = folder() / f"{name}.csv"
    known = sorted(table.stem for table in folder().glob("*.csv"))
    if name not in known:
        raise CrisisPathsError(
            _("There is no table {name!r}; there are: {known}.").format(
                name=name, known=", ".join(known)
            )
        )
    with path.open(encoding="utf-8", newline="") as lines:
        return tuple(csv.DictReader(lines))
