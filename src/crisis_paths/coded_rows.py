"""The rows of a coding sheet: read from what a student has at hand, with every fault named.

Examples
--------
>>> checked("me", *lines_of([{"case": "A", "balance": "Adjusted", "control": ""}], "me"))[0].ends
(<Outcome.MANAGEABLE: 'manageable'>, <Outcome.UNMANAGEABLE: 'unmanageable'>)
>>> checked("me", *lines_of([{"case": "", "balance": "", "control": "weak"}], "me"))
Traceback (most recent call last):
    ...
crisis_paths.errors.CrisisPathsError: me, line 2: case is missing, but each row needs one.
"""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields

from crisis_paths.casebook import VARIABLES
from crisis_paths.errors import CrisisPathsError
from crisis_paths.framework import predict
from crisis_paths.i18n import _
from crisis_paths.variables import Balance, Control, Outcome
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
NEEDED = COLUMNS[:3]  # a note may be left out


def lines_of(source: object, coder: str) -> tuple[list[str], list[tuple[int, Mapping]]]:
    """Which columns, and which row in which line? From CSV text, a frame, or dictionaries.

    Raises
    ------
    CrisisPathsError
        If it is none of these, or text that is not CSV.
    """
    if isinstance(source, str):
        reader = csv.reader(io.StringIO(source.removeprefix("\ufeff"), newline=""), strict=True)
        found, end = [], 0
        try:
            for values in reader:
                found.append((end + 1, values))
                end = reader.line_num
        except csv.Error as fault:
            raise CrisisPathsError(
                _("{sheet}, line {line}: this is not CSV: {fault}.").format(
                    sheet=coder, line=reader.line_num, fault=fault
                )
            ) from fault
        found = [(line, values) for line, values in found if values]
        header = [name.strip() for name in found[0][1]] if found else []
        return header, [
            (line, dict(zip(header, values, strict=True)) if len(values) == len(header) else {})
            for line, values in found[1:]
        ]
    if hasattr(source, "to_dict"):
        return [str(c) for c in source.columns], list(enumerate(source.to_dict("records"), 2))
    try:
        found = [dict(row) for row in source]
    except (TypeError, ValueError) as fault:
        raise CrisisPathsError(
            _("{sheet}: give CSV text, a frame, or a list of dictionaries, not {kind}.").format(
                sheet=coder, kind=type(source).__name__
            )
        ) from fault
    return list(dict.fromkeys(name for row in found for name in row)), list(enumerate(found, 2))


def checked(coder: str, header: Sequence[str], lines: Iterable[tuple[int, Mapping]]) -> tuple:
    """The rows as coded.

    Parameters
    ----------
    coder : str
        How the error names the sheet.
    header : sequence of str
        Its columns.
    lines : iterable of pairs
        Each row with its line; an empty mapping for a row of the wrong length.

    Raises
    ------
    CrisisPathsError
        Every fault of the sheet, a line each.
    """
    if set(header) - set(COLUMNS) or set(NEEDED) - set(header) or len(set(header)) < len(header):
        raise CrisisPathsError(
            _(
                "{sheet}: the columns are {found}, but must be {wanted}; a note may be left out."
            ).format(sheet=coder, found=", ".join(header) or _("none"), wanted=", ".join(COLUMNS))
        )
    faults, good, first = [], [], {}
    for line, row in lines:
        where = _("{sheet}, line {line}").format(sheet=coder, line=line)
        if not row:
            faults.append(_("{where}: not as many values as columns.").format(where=where))
            continue
        got = {n: "" if is_missing(row.get(n)) else str(row[n]).strip() for n in COLUMNS}
        if not got["case"]:
            faults.append(
                _("{where}: case is missing, but each row needs one.").format(where=where)
            )
        elif first.setdefault(name_key(got["case"]), line) != line:
            faults.append(
                _("{where}: case {case!r} stands in line {first} already.").format(
                    where=where, case=got["case"], first=first[name_key(got["case"])]
                )
            )
        for name, variable in VARIABLES.items():
            try:
                got[name] = variable.parse(got[name]) if got[name] else None
            except CrisisPathsError as fault:
                faults.append(_("{where}: {fault}").format(where=where, fault=fault))
        good.append(got)
    if faults:
        raise CrisisPathsError.listing(faults)
    return tuple(Row(**got) for got in good)
