"""The rows of a coding sheet: read from what a student has at hand, with every fault named.

Examples
--------
>>> checked("me", lines_of([{"case": "A", "Balance": "Adjusted", "control": ""}], "me"))[0].ends
(<Outcome.MANAGEABLE: 'manageable'>, <Outcome.UNMANAGEABLE: 'unmanageable'>)
>>> checked("me", lines_of([{"case": "", "balance": "", "control": "weak"}], "me"))
Traceback (most recent call last):
    ...
crisis_paths.errors.CrisisPathsError: me, line 2: case is missing, but each row needs one.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from numbers import Number

from crisis_paths.cases.casebook import VARIABLES
from crisis_paths.errors import CrisisPathsError, quoted
from crisis_paths.framework.prediction import predict
from crisis_paths.framework.variables import Balance, Control, Outcome
from crisis_paths.i18n import _
from crisis_paths.tables.garbled import spoilt
from crisis_paths.tables.grid import Grid, grid_of
from crisis_paths.tables.handed_in import Sheet, read
from crisis_paths.tables.headings import column_fault, headings
from crisis_paths.words import is_missing, name_key


@dataclass(frozen=True, slots=True)
class Row:
    """One case as coded; None where the coder could not tell."""

    case: str
    balance: Balance | None = None
    control: Control | None = None
    note: str = ""

    @property
    def cell(self) -> str:
        """Its cell of Table 1; empty unless both variables are coded."""
        return predict(self.balance, self.control).cell if self.balance and self.control else ""

    @property
    def ends(self) -> tuple[Outcome, ...]:
        """What it may end in: whatever the framework predicts for the values left open."""
        found = {
            predict(balance, control).outcome
            for balance in ([self.balance] if self.balance else Balance)
            for control in ([self.control] if self.control else Control)
        }
        return tuple(outcome for outcome in Outcome if outcome in found)


COLUMNS = tuple(field.name for field in fields(Row))
MAY_LACK = ("note",)
HEADINGS = {name: name for name in COLUMNS} | {
    "案例": "case",
    "外交平衡": "balance",
    "控局能力认知": "control",
    "备注": "note",
}
_KNOWN = headings(HEADINGS)
_NO_TITLE = re.compile(r"(Unnamed: \d+)?")  # what pandas calls a column without a heading
LONGEST = 32_767
"""As many characters as a cell of Excel’s holds."""
_HALF = re.compile("[\ud800-\udfff]")  # of a character


def lines_of(source: object, coder: str) -> Sheet:
    """Read columns and rows, each row with its line, from CSV, a frame, or dictionaries.

    Raises
    ------
    CrisisPathsError
        If it is none of these, or CSV that cannot be read.
    """
    if isinstance(source, str | bytes):
        return read(source, coder, HEADINGS)
    try:
        return _sheet(grid_of(source))
    except CrisisPathsError as fault:
        raise CrisisPathsError(
            _("{sheet}: give CSV text, a frame, or a list of dictionaries, not {kind}.").format(
                sheet=coder, kind=type(source).__name__
            )
        ) from fault


def _column(title: object) -> str:
    """Return the column that a heading means; one that is not known stays as it is."""
    return _KNOWN.get(name_key(title), str(title))


def _sheet(grid: Grid) -> Sheet:
    """Leave out the rows and columns that a program made of what a spreadsheet left empty."""
    kept = [
        n
        for n, title in enumerate(grid.header)
        if not _NO_TITLE.fullmatch(str(title)) or not all(map(is_missing, grid.column(n)))
    ]
    header = tuple(_column(grid.header[n]) for n in kept)
    found = (
        (line, {title: row[n] for title, n in zip(header, kept, strict=True)})
        for line, row in enumerate(grid.rows, 2)
        if not all(map(is_missing, row))
    )
    return Sheet(header, tuple(found))


def checked(coder: str, sheet: Sheet) -> tuple[Row, ...]:
    """Return the rows of a sheet as they are coded.

    Parameters
    ----------
    coder : str
        How the error names the sheet.
    sheet : Sheet
        Its columns and rows.

    Raises
    ------
    CrisisPathsError
        Every fault of the sheet, a line each.
    """
    if wrong := column_fault(sheet.header, COLUMNS, MAY_LACK, any_order=True):
        says = _("{sheet}: the columns must be {wanted}; a note may be left out. Here: {wrong}.")
        raise CrisisPathsError(says.format(sheet=coder, wanted=", ".join(COLUMNS), wrong=wrong))
    faults, good, first = list(sheet.faults), [], {}
    for line, row in sheet.rows:
        got = {n: as_text(row.get(n)) for n in COLUMNS}
        kinds = [
            _("{name} is {got}, but must be a text.").format(name=n, got=quoted(row[n]))
            for n, text in got.items()
            if text is None
        ]
        got = {n: text or "" for n, text in got.items()}
        wrong, values = ([*kinds], {}) if kinds else _values(got)
        if (seen := first.setdefault(name_key(got["case"]), line)) != line and got["case"]:
            says = _("case {case} is already in line {first}.")
            wrong.insert(0, says.format(case=quoted(got["case"]), first=seen))
        where = _("{sheet}, line {line}").format(sheet=coder, line=line)
        faults += [(line, _("{where}: {fault}").format(where=where, fault=w)) for w in wrong]
        good.append(got | values)
    if faults:
        raise CrisisPathsError.listing(said for _line, said in sorted(faults, key=lambda f: f[0]))
    return tuple(Row(**got) for got in good)


def as_text(value: object) -> str | None:
    """Write a cell as text; None if it is of another kind than a word or a number."""
    if isinstance(value, bool | bytes) or not isinstance(value, str | Number):
        return "" if is_missing(value) else None
    if is_missing(value):
        return ""
    whole = isinstance(value, float) and value.is_integer()  # 2020.0, as a column with gaps has it
    return str(int(value) if whole else value).strip()


def _values(got: Mapping[str, str]) -> tuple[list[str], dict[str, Balance | Control | None]]:
    """Return what is wrong with a row, and the values of its variables."""
    faults, values = [], {}
    if not got["case"]:
        faults.append(_("case is missing, but each row needs one."))
    for name in ("case", "note"):
        if fault := unfit(got[name]):
            faults.append(_("{name}: {fault}.").format(name=name, fault=fault))
    for name, variable in VARIABLES.items():
        try:
            values[name] = variable.parse(got[name]) if got[name] else None
        except CrisisPathsError as fault:
            says = _("{fault} Leave it empty if you cannot tell.")
            faults.append(says.format(fault=fault))
    return faults, values


def unfit(text: str) -> str:
    """Say why a text could not be saved and loaded again; empty if it could."""
    if len(text) > LONGEST:
        return _("it has {found} characters, but a spreadsheet’s cell holds {most}").format(
            found=len(text), most=LONGEST
        )
    if _HALF.search(text):
        return _("there is half a character, which no file of text can hold")
    return spoilt(text)
