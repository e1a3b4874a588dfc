"""A table that somebody has at hand: a frame, or a list of dictionaries, a dictionary a row.

Either is laid out in one form, in which what is asked of a table is asked of both alike. A frame
is known by what it can do, so that pandas need not be there where nobody has a frame.

Examples
--------
>>> grid = grid_of([{"case": "A", "control": "weak"}, {"case": "B"}])
>>> grid.header, grid.labels, grid.rows
(('case', 'control'), (0, 1), (('A', 'weak'), ('B', None)))
>>> grid_of(5)
Traceback (most recent call last):
    ...
crisis_paths.errors.CrisisPathsError: Give a frame or a list of dictionaries, not int.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from crisis_paths.errors import CrisisPathsError, few, quoted
from crisis_paths.given import listed
from crisis_paths.i18n import _
from crisis_paths.words import clean

if TYPE_CHECKING:
    import pandas as pd

Given: TypeAlias = "pd.DataFrame | Iterable[Mapping]"


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as it was given; nothing of it is read yet.

    Attributes
    ----------
    header : tuple
        The columns' names in their order, whatever they are; one may stand there twice.
    labels : tuple
        What each row is called: a frame's index; of dictionaries their place, counted from 0.
    rows : tuple of tuple
        A value for each column; None where a dictionary has none.
    """

    header: tuple[object, ...]
    labels: tuple[object, ...]
    rows: tuple[tuple[object, ...], ...]

    def column(self, place: int) -> list[object]:
        """Give the values of the column at this place, counted from 0."""
        return [row[place] for row in self.rows]


def grid_of(given: Given) -> Grid:
    """Lay out a frame or a list of dictionaries.

    Raises
    ------
    CrisisPathsError
        If it is neither.
    """
    if hasattr(given, "itertuples"):
        columns = [given.iloc[:, place].tolist() for place in range(len(given.columns))]
        rows = tuple(zip(*columns, strict=True))
        return Grid(tuple(given.columns), tuple(given.index.tolist()), rows)
    found = dictionaries(given)
    header = tuple(dict.fromkeys(name for row in found for name in row))
    rows = tuple(tuple(map(row.get, header)) for row in found)
    return Grid(header, tuple(range(len(rows))), rows)


def dictionaries(given: Iterable[Mapping]) -> tuple[Mapping, ...]:
    """Give the dictionaries that stand in a list or the like.

    Raises
    ------
    CrisisPathsError
        If it is no list, or holds something else.
    """
    rows = listed(given)
    if rows is not None and all(isinstance(row, Mapping) for row in rows):
        return rows
    raise CrisisPathsError(
        _("Give a frame or a list of dictionaries, not {kind}.").format(kind=type(given).__name__)
    )


def places(header: Iterable[object], names: Iterable[str]) -> dict[str, list[int]]:
    """Find the places of each of these names among the columns, counted from 0.

    A column that is not named by a text goes by no name.

    Examples
    --------
    >>> places(["A", "B", "A ", 5], ["A", "C"])
    {'A': [0, 2], 'C': []}
    """
    found: dict[str, list[int]] = {}
    for n, column in enumerate(header):
        if isinstance(column, str):
            found.setdefault(clean(column), []).append(n)
    return {name: found.get(clean(name), []) for name in names}


def column_faults(header: Sequence[object], wanted: Mapping[str, Sequence[int]]) -> Iterator[str]:
    """Name those of the wanted columns that are not there, or there twice.

    Examples
    --------
    >>> list(column_faults(["A"], {"B": []}))
    ["The frame has no column 'B'; it has: A."]
    """
    if absent := [quoted(name) for name, found in wanted.items() if not found]:
        yield _("The frame has no column {absent}; it has: {present}.").format(
            absent=few(absent), present=few(header) or _("none")
        )
    for name, found in wanted.items():
        if len(found) > 1:
            yield _("The frame has more than one column {name}.").format(name=quoted(name))
