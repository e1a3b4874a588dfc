"""A coding sheet: cases that a reader codes, checked, placed in the table and compared.

The two variables are those of section 3; what a coder cannot tell stays empty, as the article
leaves some of its own codings. What a case ends in is asked of the framework.

Examples
--------
>>> mine = CodingSheet.read("case,balance,control\\nBelarus 2020,adjusted,strong\\n", "me")
>>> [(row.case, row.ends) for row in mine.rows]
[('Belarus 2020', (<Outcome.MANAGEABLE: 'manageable'>,))]
>>> mine.differences(CodingSheet.article())
(('Belarus 2020', 'balance', 'adjusted', 'continued'),)
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Self

from crisis_paths.cases.casebook import VARIABLES
from crisis_paths.errors import QUOTED, CrisisPathsError, cut, quoted
from crisis_paths.extras import extra
from crisis_paths.given import a, file_path
from crisis_paths.i18n import _
from crisis_paths.scrutiny.agreement import Agreement, agree
from crisis_paths.scrutiny.coded_rows import COLUMNS, HEADINGS, Row, checked, lines_of
from crisis_paths.tables.handed_in import Sheet, load
from crisis_paths.tables.handed_out import csv_file, write
from crisis_paths.tables.reading import rows
from crisis_paths.words import name_key

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
class CodingSheet:
    """What one coder codes. Operations return new sheets.

    Attributes
    ----------
    coder : str
        Whose sheet it is; also how faults name it.
    rows : tuple of Row
        A row a case.
    """

    coder: str
    rows: tuple[Row, ...] = ()

    @classmethod
    def read(
        cls, source: "str | bytes | pd.DataFrame | Iterable[Mapping]", coder: str = "sheet"
    ) -> Self:
        """Read a sheet from the text of a CSV file, a frame, or a list of dictionaries.

        Parameters
        ----------
        source : str, bytes, pandas.DataFrame or iterable of mappings
            Columns ``case``, ``balance``, ``control`` and, if you like, ``note``, in any case or
            in Chinese (案例, 外交平衡, 控局能力认知, 备注). Values as in
            :func:`crisis_paths.framework.predict`, or empty. A row of nothing is left out. What a
            CSV file may look like is described in :mod:`crisis_paths.tables.handed_in`.
        coder : str
            Whose sheet it is.

        Raises
        ------
        CrisisPathsError
            Every fault at once: sheet, line, field, value, and what is allowed. The first line
            is that of the headings.
        """
        coder = _name(coder)
        return cls(coder, checked(coder, lines_of(source, coder)))

    @classmethod
    def article(cls) -> Self:
        """Return the article's own codings; some are open (section 4, Table 2; 2.1 and 3)."""
        found = [
            {"case": f"{row['name']} {row['year']}"} | {name: row[name] for name in VARIABLES}
            for row in rows("cases")
        ]
        return cls.read(found, _("the article"))

    @classmethod
    def load(cls, path: Path | str, coder: str = "") -> Self:
        """Read a sheet from a CSV file; the coder is named after the file unless named here.

        Parameters
        ----------
        path : pathlib.Path or str
            A file as :meth:`read` takes its text.
        coder : str, optional
            Whose sheet it is.

        Raises
        ------
        CrisisPathsError
            If the file cannot be read, or as :meth:`read`.
        """
        path = file_path(path)
        coder = coder or path.stem
        return cls(coder, checked(coder, load(path, coder, HEADINGS)))

    def add(self, case: str, balance: str = "", control: str = "", note: str = "") -> Self:
        """Return the sheet with one more case.

        Parameters
        ----------
        case, balance, control, note : str
            A row, as :meth:`read` takes it.

        Raises
        ------
        CrisisPathsError
            As :meth:`read`.
        """
        more = dict(zip(COLUMNS, (case, balance, control, note), strict=True))
        coder, lines = _name(self.coder), enumerate([*self._plain(), more], 2)
        return type(self)(coder, checked(coder, Sheet(COLUMNS, tuple(lines))))

    def save(self, path: Path | str, *, overwrite: bool = False) -> Path:
        """Write the sheet as a CSV file that any spreadsheet opens, whole or not at all.

        What is saved can be loaded again, and is the same then: every character of a note comes
        back, the ends of its lines included. A cell that would begin a formula is written with an
        apostrophe before it, which loading takes off. (Blanks at the edges are taken off when a
        sheet is read, and so is a text without any visible character.)

        Parameters
        ----------
        path : pathlib.Path or str
            Where. A symbolic link stays one, and what it points to is written.
        overwrite : bool
            Whether a file that is there may be replaced; it keeps its permissions.

        Raises
        ------
        CrisisPathsError
            If the file exists and ``overwrite`` is not set, or it cannot be written.
        """
        return write(path, csv_file(COLUMNS, map(dict.values, self._plain())), overwrite=overwrite)

    def frame(self) -> "pd.DataFrame":
        """Return the sheet as a DataFrame, each case with its cell and what it may end in.

        Raises
        ------
        CrisisPathsError
            If pandas is not there.
        """
        with extra("", _("A frame")):
            import pandas as pd

        more = [{"cell": row.cell, "ends": " or ".join(row.ends)} for row in self.rows]
        found = [plain | new for plain, new in zip(self._plain(), more, strict=True)]
        return pd.DataFrame(found, columns=[*COLUMNS, "cell", "ends"])

    def compare(self, other: "CodingSheet") -> Mapping[str, Agreement | None]:
        """Tell how far two coders agree, variable by variable; None where they share no coding.

        Raises
        ------
        CrisisPathsError
            If the other is no sheet, or has no case in common with this one.
        """
        pairs = self._shared(other)
        found = {}
        for name in VARIABLES:
            both = [(getattr(a, name) or "", getattr(b, name) or "") for a, b in pairs]
            coded = any(a and b for a, b in both)
            found[name] = agree(*zip(*both, strict=True)) if coded else None
        return found

    def differences(self, other: "CodingSheet") -> tuple[tuple[str, str, str, str], ...]:
        """Return where two coders differ: case, variable, this sheet's value, the other's.

        Raises
        ------
        CrisisPathsError
            As :meth:`compare`.
        """
        return tuple(
            (a.case, name, str(getattr(a, name)), str(getattr(b, name)))
            for a, b in self._shared(other)
            for name in VARIABLES
            if getattr(a, name) and getattr(b, name) and getattr(a, name) is not getattr(b, name)
        )

    def _shared(self, other: "CodingSheet") -> list[tuple[Row, Row]]:
        if not isinstance(other, CodingSheet):
            raise CrisisPathsError(
                _("The other sheet is {got}, but must be a CodingSheet; load a file first.").format(
                    got=quoted(other)
                )
            )
        theirs = {name_key(row.case): row for row in other.rows}
        pairs = [(row, theirs.get(name_key(row.case))) for row in self.rows]
        pairs = [(mine, found) for mine, found in pairs if found]
        if not pairs:
            raise CrisisPathsError(
                _("The sheets of {one} and {two} have no case in common; cases go by name.").format(
                    one=self.coder, two=other.coder
                )
            )
        return pairs

    def _plain(self) -> list[dict[str, str]]:
        return [{name: str(getattr(row, name) or "") for name in COLUMNS} for row in self.rows]


def _name(coder: object) -> str:
    """Return whose sheet it is, as faults name it."""
    return cut(a("coder", coder, str, _("a name")).strip() or _("sheet"), QUOTED)
