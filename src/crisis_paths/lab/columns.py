"""The columns of somebody's table: which set each is, and what its words say.

A column of yes and no is the set of its heading. Those of a coding sheet are understood too, by
the framework's words: ``balance`` is the set ADJUSTED, ``control`` the set WEAK and ``outcome``,
where it says manageable or unmanageable, the set UNMANAGEABLE.

Examples
--------
>>> column = Column("control", "WEAK", Control.WEAK)
>>> column.value("strong"), column.value(" Weak"), column.value("yes")
(False, True, None)
>>> mistaken(column, "shaky")
"control is 'shaky', but must be one of: strong, weak (强, 弱)."
"""

from collections.abc import Sequence
from dataclasses import dataclass
from types import MappingProxyType

from crisis_paths.errors import CrisisPathsError
from crisis_paths.framework.variables import Balance, Control, Outcome, Variable
from crisis_paths.scrutiny.crisis_sets import OUTCOME
from crisis_paths.tables.handed_in import Sheet
from crisis_paths.words import YES_NO, clean, fold, name_key

# headings, as `name_key` has them, with the set and the value that means yes
SPELLED = MappingProxyType(
    {
        "balance": ("ADJUSTED", Balance.ADJUSTED),
        "control": ("WEAK", Control.WEAK),
        "outcome": (OUTCOME, Outcome.UNMANAGEABLE),
    }
)


@dataclass(frozen=True, slots=True)
class Column:
    """One column that says of each case whether it is in a set.

    Attributes
    ----------
    title : str
        Its heading.
    name : str
        The set.
    means : Variable or None
        The framework's word that means yes; None where the words are yes and no.
    """

    title: str
    name: str
    means: Variable | None = None

    def value(self, word: object) -> bool | None:
        """Return what a word says; None if it says nothing here."""
        try:
            if self.means is not None:
                return type(self.means).parse(word) is self.means
            return YES_NO.read(self.title, word)
        except CrisisPathsError:
            return None


def mistaken(column: Column, word: object) -> str:
    """Say in a sentence why a word is not taken; empty if it is.

    Examples
    --------
    >>> mistaken(Column("STORM", "STORM"), "yes")
    ''
    """
    try:
        if column.means is not None:
            type(column.means).parse(word)
        else:
            YES_NO.read(column.title, word)
    except CrisisPathsError as fault:
        return str(fault)
    return ""


def columns(titles: Sequence[str], sheet: Sheet) -> tuple[Column, ...]:
    """Return the columns with these headings, each as it is to be read.

    A column whose heading is the framework's is read as one if any of its words is.

    Parameters
    ----------
    titles : sequence of str
        Headings of the sheet.
    sheet : Sheet
        Its rows.
    """
    return tuple(_column(title, sheet) for title in titles)


def _column(title: str, sheet: Sheet) -> Column:
    name, means = SPELLED.get(name_key(title), ("", None))
    if means is not None:
        words = type(means).vocabulary().words
        said = (fold(row[title]) for _line, row in sheet.rows)
        if any(isinstance(word, str) and word in words for word in said):
            return Column(title, name, means)
    return Column(title, clean(title))
