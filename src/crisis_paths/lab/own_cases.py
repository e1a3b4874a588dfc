"""Somebody's own cases: a small table of yes and no, pasted or opened, with every fault named.

A row is a case. There is a column ``case``, one for each condition, and one for the outcome: the
last, unless another is named. Commas, semicolons and tabs will do, as
:mod:`crisis_paths.tables.handed_in` describes. The columns of a coding sheet are understood:
``balance`` and ``control`` are read as the sets ADJUSTED and WEAK.

Examples
--------
>>> boats = read("case;STORM;LEAK;SANK\\nAnna;yes;1;yes\\nBerta;no;1;no\\n")
>>> boats.conditions, boats.outcome
(('STORM', 'LEAK'), 'SANK')
>>> boats.codings["Berta"]
{'STORM': False, 'LEAK': True, 'SANK': False}
>>> read("case,STORM,SANK\\nAnna,perhaps,yes\\n", "mine")  # doctest: +ELLIPSIS
Traceback (most recent call last):
    ...
crisis_paths.errors.CrisisPathsError: mine, line 2: STORM is 'perhaps', but must be one of: yes...
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from crisis_paths.errors import QUOTED, CrisisPathsError, cut, few, quoted
from crisis_paths.given import a
from crisis_paths.i18n import _
from crisis_paths.lab.columns import Column, columns, mistaken
from crisis_paths.qca.crisp import Codings
from crisis_paths.qca.set_names import design_faults, listed
from crisis_paths.qca.truth_table import TruthTable
from crisis_paths.scrutiny.coded_rows import as_text, lines_of, unfit
from crisis_paths.tables.handed_in import Sheet
from crisis_paths.tables.handed_out import csv_file, write
from crisis_paths.words import clean, name_key

if TYPE_CHECKING:
    import pandas as pd

CASE, NOTE = "case", "note"
MOST_CASES = 200
LONGEST_NAME = 40
"""Characters of a set’s name, so that a formula can be read."""
LARGEST = 200_000
"""As many characters, or bytes, as a table may have: a thousand for each case."""


@dataclass(frozen=True, slots=True)
class OwnCase:
    """One case: its name, for each set whether it is in it, the outcome last, and a note."""

    case: str
    values: tuple[bool, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class OwnCases:
    """Some cases, and what is asked of them. Operations return new ones.

    Attributes
    ----------
    name : str
        What the table is called; faults name it so.
    conditions : tuple of str
        One to six sets.
    outcome : str
        The set that is to be explained.
    rows : tuple of OwnCase
        A row a case, as they were given.
    """

    name: str
    conditions: tuple[str, ...]
    outcome: str
    rows: tuple[OwnCase, ...]

    @property
    def sets(self) -> tuple[str, ...]:
        """The conditions, and the outcome after them."""
        return (*self.conditions, self.outcome)

    @property
    def codings(self) -> Codings:
        """In which sets each case is, as plain dictionaries."""
        return {row.case: dict(zip(self.sets, row.values, strict=True)) for row in self.rows}

    @property
    def table(self) -> TruthTable:
        """The truth table of these cases."""
        return TruthTable.from_codings(self.codings, self.conditions, self.outcome)

    def recoded(self, case: str, name: str) -> "OwnCases":
        """Return the cases with one coding of one case flipped.

        Parameters
        ----------
        case, name : str
            The case, and the set.

        Raises
        ------
        CrisisPathsError
            If there is no such case, or no such set.

        Examples
        --------
        >>> boats = read("case,STORM,SANK\\nAnna,yes,yes\\n").recoded("anna", "STORM")
        >>> boats.rows[0].values
        (False, True)
        """
        at = [clean(one) for one in self.sets]
        found = [row for row in self.rows if name_key(row.case) == name_key(case)]
        if not found or clean(str(name)) not in at:
            raise CrisisPathsError(
                _("There is no coding {name} of {case}; sets: {sets}; cases: {cases}.").format(
                    name=quoted(name),
                    case=quoted(case),
                    sets=few(self.sets, len(self.sets)),
                    cases=few([row.case for row in self.rows]),
                )
            )
        place = at.index(clean(name))
        flipped = tuple(value != (n == place) for n, value in enumerate(found[0].values))
        rows = (replace(row, values=flipped) if row is found[0] else row for row in self.rows)
        return replace(self, rows=tuple(rows))

    def csv(self) -> bytes:
        """Return the table as a CSV file that any spreadsheet opens right.

        Examples
        --------
        >>> read("case,STORM,SANK\\nAnna,1,0\\n").csv().decode("utf-8-sig").splitlines()
        ['case,STORM,SANK', 'Anna,yes,no']
        """
        noted = any(row.note for row in self.rows)
        words = {True: "yes", False: "no"}  # as a table is read again, in whatever language
        header = (CASE, *self.sets, *([NOTE] if noted else ()))
        lines = (
            (row.case, *(words[value] for value in row.values), *([row.note] if noted else ()))
            for row in self.rows
        )
        return csv_file(header, lines)

    def save(self, path: Path | str, *, overwrite: bool = False) -> Path:
        """Write the table as a CSV file, whole or not at all; :func:`read` reads it again.

        Parameters
        ----------
        path : pathlib.Path or str
            Where.
        overwrite : bool
            Whether a file that is there may be replaced.

        Raises
        ------
        CrisisPathsError
            As :func:`crisis_paths.tables.handed_out.write`.
        """
        return write(path, self.csv(), overwrite=overwrite)


def read(
    source: "str | bytes | pd.DataFrame | Iterable[Mapping]",
    name: str = "cases",
    *,
    conditions: Sequence[str] | str = (),
    outcome: str = "",
) -> OwnCases:
    """Read somebody's cases from the text of a CSV file, a frame, or a list of dictionaries.

    Parameters
    ----------
    source : str, bytes, pandas.DataFrame or iterable of mappings
        At most 200 cases: a column ``case``, one to six conditions and an outcome, each of yes and
        no in any of the words of :data:`crisis_paths.words.YES_NO`; and, if you like, ``note``.
    name : str
        What the table is called.
    conditions : sequence of str, optional
        The columns that are conditions; all but the outcome by default.
    outcome : str, optional
        The column that is the outcome; the last by default.

    Raises
    ------
    CrisisPathsError
        Every fault at once: table, line, column, value, and what is allowed. The first line is
        that of the headings. What is far too large is refused before it is read.
    """
    name = cut(clean(a("name", name, str, _("a text"))) or _("cases"), QUOTED)
    if isinstance(source, str | bytes):
        _refuse_large(name, len(source))
    sheet = lines_of(source, name)
    if len(sheet.rows) > MOST_CASES:
        says = _("{name} has {found} cases, but at most {most} are taken; choose among them.")
        raise CrisisPathsError(says.format(name=name, found=len(sheet.rows), most=MOST_CASES))
    asked = listed(conditions), a("outcome", outcome, str, _("a text"))
    wanted, wrong = _design(sheet.header, *asked)
    if wrong:
        says = _("{name}: {fault}")
        raise CrisisPathsError.listing(says.format(name=name, fault=fault) for fault in wrong)
    read_as = columns(wanted, sheet)
    rows, faults = _rows(sheet, read_as)
    if faults:
        says = _("{name}, line {line}: {fault}")
        told = [(line, says.format(name=name, line=line, fault=fault)) for line, fault in faults]
        told = sorted([*sheet.faults, *told], key=lambda fault: fault[0])
        raise CrisisPathsError.listing(fault for _line, fault in told)
    if sheet.faults:
        raise CrisisPathsError.listing(fault for _line, fault in sheet.faults)
    if not rows:
        raise CrisisPathsError(_("{name}: there is no case.").format(name=name))
    *before, last = (column.name for column in read_as)
    return OwnCases(name, tuple(before), last, tuple(rows))


def _refuse_large(name: str, size: int) -> None:
    if size > LARGEST:
        says = _(
            "{name} is too large: it has {found} characters, and at most {most} are read. That is"
            " room for {cases} cases; leave out the others, and columns that you do not need."
        )
        raise CrisisPathsError(says.format(name=name, found=size, most=LARGEST, cases=MOST_CASES))


def _design(
    header: Sequence[str], conditions: Sequence[str], outcome: str
) -> tuple[list[str], list[str]]:
    """Return the columns that are sets, the outcome last, and what is wrong with them."""
    known = [title for title in header if title not in (CASE, NOTE)]
    asked = [*conditions, *([outcome] if outcome else ())]
    spelled = {name_key(title): title for title in known}
    if absent := [quoted(one) for one in asked if name_key(one) not in spelled]:
        says = _("there is no column {absent}; there are: {known}.")
        return [], [says.format(absent=few(absent), known=few(known) or _("none"))]
    last = spelled[name_key(outcome)] if outcome else known[-1] if known else ""
    before = [spelled[name_key(one)] for one in conditions] or [n for n in known if n != last]
    faults = []
    if CASE not in header:
        says = _("one column must be headed “case”; the columns are: {known}.")
        faults.append(says.format(known=few(list(filter(None, known))) or _("none")))
    twice = [name or _("one without a heading") for name, n in Counter(header).items() if n > 1]
    if twice:
        faults.append(_("two columns have one heading: {twice}.").format(twice=few(twice)))
    if len(known) < 2:
        faults.append(_("there must be a column for a condition, and one for the outcome."))
        return [], faults
    says = _("the heading {name} has {found} characters, but may have {most}.")
    faults += [
        says.format(name=quoted(title), found=len(title), most=LONGEST_NAME)
        for title in (*before, last)
        if len(title) > LONGEST_NAME
    ]
    # a name that is there twice has been told already
    faults += design_faults(list(dict.fromkeys(before)), last)
    return [*before, last], faults


def _rows(sheet: Sheet, read_as: Sequence[Column]) -> tuple[list[OwnCase], list[tuple[int, str]]]:
    """Return the cases, and what is wrong with them: line and half a sentence."""
    rows, faults, first = [], [], {}
    for line, row in sheet.rows:
        case, note = (clean(as_text(row.get(title)) or "") for title in (CASE, NOTE))
        wrong = list(_case_faults(case, note))
        if (seen := first.setdefault(name_key(case), line)) != line and case:
            says = _("case {case} is already in line {first}.")
            wrong.append(says.format(case=quoted(case), first=seen))
        values = [column.value(row[column.title]) for column in read_as]
        wrong += [
            mistaken(column, row[column.title])
            for column, value in zip(read_as, values, strict=True)
            if value is None
        ]
        faults += [(line, fault) for fault in wrong]
        rows.append(OwnCase(case, tuple(values), note))
    return rows, faults


def _case_faults(case: str, note: str) -> Iterator[str]:
    if not case:
        yield _("case is missing, but each row needs one.")
    if len(case) > QUOTED:
        says = _("case {case} has {found} characters, but may have {most}.")
        yield says.format(case=quoted(case), found=len(case), most=QUOTED)
    for title, text in ((CASE, case), (NOTE, note)):
        if fault := unfit(text):
            yield _("{name}: {fault}.").format(name=title, fault=fault)
