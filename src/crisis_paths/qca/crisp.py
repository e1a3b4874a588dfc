"""Crisp sets: cases that are in a set or out of it, read from a frame or from dictionaries.

Each column is a set, each row a case, each value says whether the case is in the set. This
knows no subject. Whatever cannot be read is named all at once, with its case; no case is
ever left out.

Examples
--------
>>> rows = [{"case": "a", "STORM": "yes", "LOST": 1}, {"case": "b", "STORM": "no", "LOST": 0}]
>>> read(rows, ["STORM"], "LOST")
{'a': {'STORM': True, 'LOST': True}, 'b': {'STORM': False, 'LOST': False}}
>>> import pandas as pd
>>> read(pd.DataFrame(rows), ["STORM"], "LOST") == read(rows, ["STORM"], "LOST")
True
>>> told({"a": {"STORM": "1", "LOST": 0.5}}, ["STORM"], "LOST")  # doctest: +ELLIPSIS
Traceback (most recent call last):
    ...
crisis_paths.errors.CrisisPathsError: LOST is 0.5, but must be one of: yes, no (...). Cases: a.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from crisis_paths.errors import PLACES, CrisisPathsError, few, quoted
from crisis_paths.given import a
from crisis_paths.i18n import _
from crisis_paths.qca.set_names import case_faults, design_faults, listed
from crisis_paths.tables.grid import Given, column_faults, grid_of, places
from crisis_paths.words import YES_NO, clean, fold, is_missing, refusal

Codings = Mapping[str, Mapping[str, bool]]


def read(df: Given, conditions: Sequence[str], outcome: str) -> Codings:
    """Read from a table which case is in which set.

    Parameters
    ----------
    df : pandas.DataFrame or iterable of mappings
        One row a case, named by the column ``case`` or, without it, by the index of the frame or
        the place in the list, counted from 0. Columns are known by their names as
        :func:`crisis_paths.words.clean` writes them.
    conditions : sequence of str
        One to six columns.
    outcome : str
        One more column. Values are ``True``/``False``, 1/0, ``yes``/``no`` and whatever else
        :data:`crisis_paths.words.YES_NO` knows, in any case.

    Returns
    -------
    dict of str to dict of str to bool
        For each case, which of the sets it is in.

    Raises
    ------
    CrisisPathsError
        If a column is unknown or there twice, a case stands there twice or has no name, a value
        is missing or not one of these, or the conditions are none or too many: all faults at
        once. Two names that differ in case, in blanks and underscores, or in Unicode's forms
        only are one case.
    """
    grid, conditions = grid_of(df), listed(conditions)
    sets = [name for name in (*conditions, outcome) if isinstance(name, str)]
    where, by_name = places(grid.header, sets), places(grid.header, ["case"])["case"]
    faults = [
        *design_faults(conditions, outcome),
        *column_faults(grid.header, where | ({"case": by_name} if by_name else {})),
    ]
    cases = grid.column(by_name[0]) if by_name else grid.labels
    columns = {name: grid.column(at[0]) for name, at in where.items() if len(at) == 1}
    if not cases:
        faults.append(_("There is no case."))
    return _members(cases, columns, faults)


def told(codings: Codings, conditions: Sequence[str], outcome: str) -> Codings:
    """Read which case is in which set from dictionaries that say so already.

    Parameters
    ----------
    codings : mapping of str to mapping of str to bool
        For each case, which of the sets it is in; bools, or words as in :func:`read`.
    conditions, outcome
        As in :func:`read`.

    Raises
    ------
    CrisisPathsError
        As :func:`read`.
    """
    conditions = listed(conditions)
    what = _("a dictionary, with a dictionary for each case")
    rows = {
        case: _by_name(a("codings", row, Mapping, what))
        for case, row in a("codings", codings, Mapping, what).items()
    }
    sets = dict.fromkeys(name for name in (*conditions, outcome) if isinstance(name, str))
    faults = list(design_faults(conditions, outcome))
    columns: dict[str, list] = {}
    for name in sets:
        found = [row.get(clean(name), ()) for row in rows.values()]
        faults += _coded_faults(name, zip(rows, map(len, found), strict=True))
        if all(len(values) == 1 for values in found):
            columns[name] = [value for (value,) in found]
    return _members(list(rows), columns, faults)


def _by_name(row: Mapping) -> dict[str, tuple]:
    """Return the values for each set, by its name as names are compared."""
    found: dict[str, tuple] = {}
    for name, value in row.items():
        if isinstance(name, str):
            found[clean(name)] = (*found.get(clean(name), ()), value)
    return found


def _coded_faults(name: str, times: Iterable[tuple[object, int]]) -> Iterator[str]:
    absent, again = (
        _("Case {case} is not coded by {name}."),
        _("Case {case} is coded by {name} more than once."),
    )
    for case, count in times:
        if count != 1:
            yield (again if count else absent).format(case=quoted(case), name=quoted(name))


def _members(
    cases: Sequence[object], columns: Mapping[str, Sequence], faults: list[str]
) -> dict[str, dict[str, bool]]:
    """Return each case with the sets it is in; refuse these faults, and others that are found."""
    # nothing is written in one way, whatever stands for it
    names, more = [str(None if is_missing(case) else case) for case in cases], 0
    faults += case_faults(cases)
    found: dict[str, dict[str, bool]] = {name: {} for name in names}
    for column, words in columns.items():
        unread: dict[str, tuple[object, list[str]]] = {}
        for case, word in zip(names, words, strict=True):
            try:
                found[case][column] = YES_NO.words[fold(word)]
            except (KeyError, TypeError):  # unknown, or not even hashable
                key = "" if is_missing(word) else quoted(word)
                unread.setdefault(key, (word, []))[1].append(case)
        for word, unclear in list(unread.values())[:PLACES]:
            sentence = refusal(column, word, YES_NO.allowed)
            faults.append(
                _("{sentence} Cases: {cases}.").format(sentence=sentence, cases=few(unclear))
            )
        more += max(0, len(unread) - PLACES)
    if faults:
        raise CrisisPathsError.listing(faults, " ", more)
    return found
