"""The text of a CSV file and its cells, line by line; what stands in them is no matter here.

Examples
--------
>>> cells("sep=;\\ncase;note\\nA;\\"two\\nlines\\"\\nB;\\n").rows
((2, ('case', 'note')), (3, ('A', 'two\\nlines')), (5, ('B', '')))
>>> cells('case,note\\nA,"open\\nB,\\n').fault[0]
2
"""

import csv
import re
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Sequence
from dataclasses import dataclass
from io import StringIO

from crisis_paths.errors import CrisisPathsError
from crisis_paths.i18n import N_, _
from crisis_paths.tables.handed_out import unguarded
from crisis_paths.words import is_missing

SEPARATORS = ",;\t"  # where as many of one stand in the headings as of another, the first
CURE = N_(
    "Save it as UTF-8: in Excel as “CSV UTF-8 (comma delimited)”, in LibreOffice with the character"
    " set “Unicode (UTF-8)”."
)
_BREAK = re.compile(r"\r\n?|\n")
_SAID = re.compile(r'"?sep=([^"\r\n])"?[,;\t]*(?:[\r\n]|$)', re.IGNORECASE)  # Excel's first line


@dataclass(frozen=True, slots=True)
class Cells:
    """What a file holds.

    Attributes
    ----------
    rows : tuple of (int, tuple of str)
        Each row with the line where it begins.
    fault : tuple of (int, str) or None
        Where the rest could not be read, and why.
    """

    rows: tuple[tuple[int, tuple[str, ...]], ...]
    fault: tuple[int, str] | None = None


def text_of(data: bytes, name: str) -> str:
    """Read bytes as UTF-8.

    Parameters
    ----------
    data : bytes
        A whole file, with a byte order mark or without.
    name : str
        How the fault calls it.

    Raises
    ------
    CrisisPathsError
        If it is in another encoding; the message says how to save it in this one.

    Examples
    --------
    >>> text_of(b"\\xef\\xbb\\xbfcase", "mine.csv")
    'case'
    """
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        raise CrisisPathsError(
            _("{name} is in UTF-16 (“Unicode Text”), not in UTF-8. {cure}").format(
                name=name, cure=_(CURE)
            )
        )
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = _line(data[: fault.start].decode("latin-1"))
        raise CrisisPathsError(
            _("{name} is not in UTF-8, as line {line} shows. {cure}").format(
                name=name, line=line, cure=_(CURE)
            )
        ) from fault


def cells(text: str) -> Cells:
    """Read the cells of a text, without the apostrophes that stand before formulas only.

    What cannot be read is no error here: the rows before it are kept, and ``fault`` says where it
    begins and why.
    """
    lines = list(StringIO(text, newline=""))  # ends of lines stay as they are
    separator = _separator(text, lines)
    reader = csv.reader(lines, delimiter=separator, strict=True)
    found, end, fault = [], 0, None
    try:
        for row in reader:
            found.append((end + 1, tuple(map(unguarded, row))))
            end = reader.line_num
    except csv.Error:
        line, why = _broken("".join(lines[end:]), separator)
        fault = end + line, why
    return Cells(tuple(found[1:] if _SAID.match(text) else found), fault)


def _line(before: str) -> int:
    """Return the number of the line in which the text after this one goes on."""
    return len(_BREAK.findall(before)) + 1


def _separator(text: str, lines: Sequence[str]) -> str:
    """Return what separates the values: what the first line says, or else the headings show."""
    if said := _SAID.match(text):
        return said[1]
    heads = (re.sub('"[^"]*"', "x", line) for line in lines)
    head = next((h for h in heads if not is_missing(h.strip(SEPARATORS + "\r\n"))), "")
    return max(SEPARATORS, key=head.count)


def _broken(rest: str, separator: str) -> tuple[int, str]:
    """Return the line of an unread rest in which a value cannot be read, and why."""
    quoted = re.compile(rf'(?<![^{re.escape(separator)}\r\n])"(?:[^"]|"")*+("?)')
    for found in quoted.finditer(rest):
        line, after = _line(rest[: found.start()]), rest[found.end() : found.end() + 1]
        if not found[1]:
            return line, _(
                "a quotation mark opens a value here and none closes it; what follows was not read"
            )
        if after and after not in f"{separator}\r\n":
            return line, _(
                "a value begins with a quotation mark here and goes on after the one that closes"
                " it, so what follows was not read; put quotation marks around the whole value and"
                " write those inside it twice"
            )
    return 1, _("a value is far too long; what follows was not read")
