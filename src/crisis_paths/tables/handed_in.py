"""CSV files from people, as spreadsheets write them and hands type them.

Read are UTF-8 with or without a byte order mark, commas, semicolons or tabs, headings in any case
and with blanks around them, and what a spreadsheet adds: rows and columns without a value, and a
first line ``sep=;``. What cannot be read is refused with what has to be done; nothing is guessed.
Lines are counted as an editor counts them, the first of the file as 1.

Examples
--------
>>> sheet = read("Case ;Note\\nBelarus 2020;'=1\\n;\\nArmenia\\n", "me", ["case", "note"])
>>> sheet.rows
((2, {'case': 'Belarus 2020', 'note': '=1'}),)
>>> sheet.faults
((4, 'me, line 4: it has 1 of 2 values.'),)
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from crisis_paths.errors import CrisisPathsError
from crisis_paths.i18n import _
from crisis_paths.tables.csv_text import CURE, Cells, cells, text_of
from crisis_paths.tables.garbled import spoilt
from crisis_paths.tables.headings import headings
from crisis_paths.words import clean, is_missing, name_key


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table as it was handed in.

    Attributes
    ----------
    header : tuple of str
        Its columns in their order; one that is known goes by its proper name.
    rows : tuple of (int, dict)
        Each row that has as many values as there are columns, with its line.
    faults : tuple of (int, str)
        What is wrong with the others: line and sentence.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[int, Mapping[str, str]], ...]
    faults: tuple[tuple[int, str], ...] = ()


def load(path: Path, name: str, columns: Iterable[str]) -> Sheet:
    """Read a CSV file, as :func:`read` does its text.

    Raises
    ------
    CrisisPathsError
        As :func:`read`, or if the file cannot be opened.
    """
    try:
        data = path.read_bytes()
    except (OSError, ValueError) as fault:
        why = getattr(fault, "strerror", None) or fault
        if isinstance(fault, FileNotFoundError):
            why = _("there is no such file")
        raise CrisisPathsError(
            _("{path} cannot be read: {why}.").format(path=path, why=why)
        ) from fault
    return read(data, name, columns)


def read(source: str | bytes, name: str, columns: Iterable[str]) -> Sheet:
    """Read the text of a CSV file, or its bytes.

    Parameters
    ----------
    source : str or bytes
        What was handed in.
    name : str
        How faults call it.
    columns : iterable of str, or mapping of str to str
        The columns that are known; or each heading that is understood with the column it means.

    Raises
    ------
    CrisisPathsError
        If it is not in UTF-8, or went through a program that took it for something else.
    """
    text = source if isinstance(source, str) else text_of(source, name)
    found = cells(text.removeprefix("\ufeff"))
    _refuse_spoilt(found, name)
    filled = [(line, row) for line, row in found.rows if not all(map(is_missing, row))]
    head = filled[0][1] if filled else ()
    kept = [n for n, title in enumerate(head) if not is_missing(title) or _used(filled, n)]
    known = headings(columns)
    header = tuple(known.get(name_key(head[n]), clean(head[n])) for n in kept)
    width = kept[-1] + 1 if kept else 0
    rows, faults = [], [found.fault] if found.fault else []
    for line, row in filled[1:]:
        if len(row) < width or not all(map(is_missing, row[width:])):
            says = _("it has {found} of {wanted} values")
            if len(row) > width:
                says = _("it has {found} values for {wanted} columns")
            faults.append((line, says.format(found=len(row), wanted=len(header))))
        else:
            rows.append((line, {title: row[n] for title, n in zip(header, kept, strict=True)}))
    place = _("{name}, line {line}: {fault}.")
    said = ((line, place.format(name=name, line=line, fault=fault)) for line, fault in faults)
    return Sheet(header, tuple(rows), tuple(sorted(said)))


def _used(filled: Sequence[tuple[int, Sequence[str]]], n: int) -> bool:
    """Tell whether any row has a value in this column."""
    return any(len(row) > n and not is_missing(row[n]) for _line, row in filled[1:])


def _refuse_spoilt(found: Cells, name: str) -> None:
    place = _("{name}, line {line}: {fault}.")
    faults = [
        place.format(name=name, line=line, fault=fault)
        for line, row in found.rows
        for cell in row
        if (fault := spoilt(cell))
    ]
    if faults:
        says = _(
            "{name} went through a program that took its text for another encoding. Go back to a"
            " copy that is whole, or correct these places by hand. {cure}"
        )
        raise CrisisPathsError.listing([says.format(name=name, cure=_(CURE)), *faults])
