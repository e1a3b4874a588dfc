"""CSV files for people: they open right in a spreadsheet, and nothing in them is a formula.

A spreadsheet tells UTF-8 from an older encoding by the byte order mark alone, and takes a cell
that begins with ``=``, ``+``, ``-`` or ``@`` for a formula. So files have the mark, and such a
cell is written with an apostrophe before it, which :mod:`crisis_paths.tables.handed_in` takes off
again.

Examples
--------
>>> csv_file(["case", "note"], [["A", "=1+1"], ["B", "two\\nlines"], ["C", "-2"]])
b'\\xef\\xbb\\xbfcase,note\\r\\nA,\\'=1+1\\r\\nB,"two\\nlines"\\r\\nC,-2\\r\\n'
"""

import csv
import os
import re
import shutil
from collections.abc import Iterable
from contextlib import suppress
from io import StringIO
from pathlib import Path
from uuid import uuid4

from crisis_paths.errors import CrisisPathsError
from crisis_paths.given import file_path, flag
from crisis_paths.i18n import _

# apostrophes and blanks may come first, so that a cell with one more is taken for one as well
_FORMULA = re.compile(r"[\s']*[=+\-@＝＋－＠]|'*[\t\r\n]")
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")


def begins_formula(cell: str) -> bool:
    """Tell whether a spreadsheet would take a cell for a formula; a plain number is none.

    Examples
    --------
    >>> begins_formula("=1+1"), begins_formula("'@name"), begins_formula("-2.5")
    (True, True, False)
    """
    return bool(_FORMULA.match(cell)) and not _NUMBER.fullmatch(cell)


def guarded(cell: str) -> str:
    """Write a cell so that no spreadsheet takes it for a formula; :func:`unguarded` undoes it."""
    return f"'{cell}" if begins_formula(cell) else cell


def unguarded(cell: str) -> str:
    """Take the apostrophe off again that :func:`guarded` has put there, and no other.

    Examples
    --------
    >>> unguarded("'=1+1"), unguarded("'quoted'")
    ('=1+1', "'quoted'")
    """
    return cell[1:] if cell[:1] == "'" and begins_formula(cell[1:]) else cell


def csv_file(header: Iterable[str], rows: Iterable[Iterable[str]], separator: str = ",") -> bytes:
    """Write a table as a CSV file that any spreadsheet opens right.

    Parameters
    ----------
    header : iterable of str
        The columns.
    rows : iterable of iterables of str
        The cells of each row; any text but a NUL or half a character.
    separator : {",", ";"}
        What stands between cells: a spreadsheet set to German, say, separates them by semicolons.
    """
    out = StringIO()
    # ends of lines as the standard has them: Python before 3.11.9 quotes a cell with a bare
    # carriage return only if lines end in one
    writer = csv.writer(out, delimiter=separator, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows(map(guarded, row) for row in rows)
    return out.getvalue().encode("utf-8-sig")


def write(path: Path | str, contents: bytes, *, overwrite: bool = False) -> Path:
    """Write a file, whole or not at all.

    Parameters
    ----------
    path : pathlib.Path or str
        Where. A symbolic link stays one, and what it points to is written.
    contents : bytes
        What.
    overwrite : bool
        Whether a file that is there already may be replaced; it keeps its permissions.

    Returns
    -------
    pathlib.Path
        The path as given.

    Raises
    ------
    CrisisPathsError
        If there is something already and ``overwrite`` is not set; if it cannot be written.
    """
    path, new, overwrite = file_path(path), None, flag("overwrite", overwrite)
    try:
        target = Path(os.path.realpath(path))
        if there := os.path.lexists(target):
            if not overwrite:
                raise CrisisPathsError(
                    _("{path} exists already; give another name.").format(path=path)
                )
            if not target.is_file():
                raise CrisisPathsError(
                    _("{path} cannot be written: {why}.").format(path=path, why=_("it is no file"))
                )
            target.open("r+b").close()  # one that may not be written is refused
        new = target.with_name(f".{uuid4().hex}")  # short, whatever the file's own name
        with new.open("xb") as out:
            out.write(contents)
        if there:
            shutil.copymode(target, new)
        new.replace(target)
    except (OSError, ValueError) as fault:
        if isinstance(fault, CrisisPathsError):
            raise
        raise CrisisPathsError(
            _("{path} cannot be written: {why}.").format(path=path, why=_why(path, fault))
        ) from fault
    finally:
        if new:
            with suppress(OSError):  # gone already if all went well
                new.unlink()
    return path


def _why(path: Path, fault: Exception) -> str:
    if isinstance(fault, FileNotFoundError):
        return _("there is no folder {folder}").format(folder=path.parent)
    return str(getattr(fault, "strerror", None) or fault)
