"""Crises that the article does not code, coded by people who carry this book on.

They stand in a table of their own, so that nothing is put into the article's mouth: its five
crises stay five wherever the book speaks of them. What the framework predicts of a further case
is asked of :func:`crisis_paths.framework.predict`, and what it does to the formula of
:func:`crisis_paths.scrutiny.robustness.adding`, as for any other case.

Examples
--------
>>> from crisis_paths.scrutiny.robustness import adding
>>> adding(*(found.case for found in further_cases())).conservative
('WEAK*ADJUSTED',)
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from crisis_paths.errors import CrisisPathsError, few
from crisis_paths.framework.cases import Case, coded
from crisis_paths.given import several
from crisis_paths.i18n import _
from crisis_paths.tables.reading import rows


@dataclass(frozen=True, slots=True)
class FurtherCase:
    """A case, and on what its codings rest.

    Attributes
    ----------
    case : Case
        The crisis as coded; it has no section and no place in the article.
    evidence, against : str
        What speaks for the codings, and what against.
    source : str
        Where others can look it up.
    """

    case: Case
    evidence: str
    against: str
    source: str

    @property
    def as_predicted(self) -> bool:
        """Whether it ended as the framework predicts from its codings."""
        return self.case.outcome is self.case.path.outcome


def _further(row: Mapping[str, str]) -> FurtherCase:
    if absent := [name for name in ("evidence", "against", "source") if name not in row]:
        raise CrisisPathsError(_("The row has no {absent}.").format(absent=few(absent)))
    return FurtherCase(coded(row), _(row["evidence"]), _(row["against"]), row["source"])


def further_cases(table: Iterable[Mapping[str, str]] | None = None) -> tuple[FurtherCase, ...]:
    """Return the cases that have been added, in the order of the table.

    Parameters
    ----------
    table : iterable of mappings, optional
        Rows of the form of ``data/further_cases.csv``; that table by default.

    Raises
    ------
    CrisisPathsError
        As :func:`crisis_paths.framework.cases.coded`.
    """
    table = rows("further_cases") if table is None else table
    return tuple(map(_further, several("table", table, Mapping, _("dictionaries, one a row"))))
