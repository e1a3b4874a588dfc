"""Qualitative comparative analysis of a few cases (Ragin 1987): a table and its formulas.

A truth table has a row for each combination of conditions, whether or not a case shows it, and
asks what became of the cases there. A row may hold cases with the outcome, cases without it,
both (it contradicts itself), or none (a remainder). The solutions are the shortest formulas that
are true of every row with the outcome and of no row without it. They differ in what they suppose
of the remainders: nothing (conservative), whatever makes them shortest (parsimonious), or only
what a theory makes easy to suppose (intermediate; Ragin and Sonnett 2004). Consistency and
coverage, which say how a formula goes with the cases, are later too (Ragin 2006).

Examples
--------
>>> boats = [
...     {"case": "Anna", "STORM": "yes", "LEAK": "yes", "SANK": "yes"},
...     {"case": "Berta", "STORM": "no", "LEAK": "yes", "SANK": "no"},
...     {"case": "Clara", "STORM": "no", "LEAK": "no", "SANK": "no"},
... ]
>>> table = TruthTable.from_cases(boats, ["STORM", "LEAK"], "SANK")
>>> print(table)
STORM*LEAK: Anna (consistent positive)
STORM*~LEAK: none (remainder)
~STORM*LEAK: Berta (consistent negative)
~STORM*~LEAK: Clara (consistent negative)
>>> print(*table.solutions("conservative"))
STORM*LEAK
>>> print(*table.solutions("parsimonious"))
STORM
>>> empty = {"STORM": True, "LEAK": False}
>>> print(*table.with_remainder(empty, False).solutions("parsimonious"))
STORM*LEAK
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import product
from typing import Self

from crisis_paths.errors import CrisisPathsError, few
from crisis_paths.given import flag, several
from crisis_paths.i18n import _
from crisis_paths.qca.crisp import Codings, read, told
from crisis_paths.qca.formulas import Fit, Kind, Product, Row, Solution
from crisis_paths.qca.set_names import MOST, listed
from crisis_paths.qca.solving import Contradictions, SolutionType, solve
from crisis_paths.tables.grid import Given
from crisis_paths.words import clean

__all__ = [
    "Contradictions",
    "Fit",
    "Kind",
    "Product",
    "Row",
    "Solution",
    "SolutionType",
    "TruthTable",
]


@dataclass(frozen=True, slots=True)
class TruthTable:
    """Every combination of some conditions, with the cases that show it.

    Attributes
    ----------
    conditions : tuple of str
        The conditions, in order.
    outcome : str
        What is to be explained.
    rows : tuple of Row
        Each combination, that of all conditions first.
    """

    conditions: tuple[str, ...]
    outcome: str
    rows: tuple[Row, ...]

    @classmethod
    def from_cases(cls, df: Given, conditions: Sequence[str], outcome: str) -> Self:
        """Make the table of the cases in a frame or a list of dictionaries.

        Parameters
        ----------
        df : pandas.DataFrame or iterable of mappings
            One row a case, named by a column ``case``, or else by the frame's index or the place
            in the list.
        conditions : sequence of str
            One to six columns; the values are yes or no, in words, bools, or 1 and 0.
        outcome : str
            One more such column.

        Raises
        ------
        CrisisPathsError
            All faults of the table at once; see :func:`crisis_paths.qca.crisp.read`.

        Examples
        --------
        >>> rows = [{"case": "a", "A": 1, "Y": 1}, {"case": "b", "A": 0, "Y": 0}]
        >>> print(*TruthTable.from_cases(rows, ["A"], "Y").solutions("parsimonious"))
        A
        """
        return cls._of(read(df, conditions, outcome), conditions, outcome)

    @classmethod
    def from_codings(cls, codings: Codings, conditions: Sequence[str], outcome: str) -> Self:
        """Make the table of cases whose sets are known already: a dictionary a case.

        Raises
        ------
        CrisisPathsError
            All faults of the codings at once; see :func:`crisis_paths.qca.crisp.told`. No case is
            ever left out.

        Examples
        --------
        >>> print(TruthTable.from_codings({"a": {"A": "yes", "Y": 1}}, "A", "Y"))
        A: a (consistent positive)
        ~A: none (remainder)
        """
        return cls._of(told(codings, conditions, outcome), conditions, outcome)

    @classmethod
    def _of(cls, codings: Codings, conditions: Sequence[str] | str, outcome: str) -> Self:
        conditions = listed(conditions)
        seen: dict[tuple[bool, ...], tuple[list[str], list[str]]] = {}
        for case, among in codings.items():
            having, lacking = seen.setdefault(tuple(among[name] for name in conditions), ([], []))
            (having if among[outcome] else lacking).append(case)
        combinations = product((True, False), repeat=len(conditions))
        rows = (
            Row(Product(tuple(zip(conditions, held, strict=True))), *map(tuple, seen.get(held, ())))
            for held in combinations
        )
        return cls(conditions, outcome, tuple(rows))

    def __str__(self) -> str:
        """Write the table, a line a row."""
        return "\n".join(
            f"{row}: {', '.join(row.cases) or _('none')} ({row.kind})" for row in self.rows
        )

    @property
    def signature(self) -> str:
        """The rows in a character each: all that the solutions depend on.

        Examples
        --------
        >>> seen = {"a": {"A": 1, "B": 1, "Y": 1}, "b": {"A": 0, "B": 1, "Y": 0}}
        >>> TruthTable.from_codings(seen, ["A", "B"], "Y").signature
        '+?-?'
        """
        return "".join(row.mark for row in self.rows)

    def row(self, values: Mapping[str, bool]) -> Row:
        """Return the row of this combination.

        Parameters
        ----------
        values : Mapping of str to bool
            A value for each condition.

        Raises
        ------
        CrisisPathsError
            If a condition is missing or unknown, or a value is neither True nor False.
        """
        if isinstance(values, Mapping):
            wanted = {clean(n): value for n, value in values.items() if isinstance(n, str)}
            if len(wanted) == len(values) and set(wanted) == set(map(clean, self.conditions)):
                held = [flag(name, wanted[clean(name)]) for name in self.conditions]
                return next(r for r in self.rows if list(r.values.values()) == held)
        raise CrisisPathsError(
            _("A row needs a value, True or False, for each of: {conditions}.").format(
                conditions=few(self.conditions, MOST)
            )
        )

    def with_remainder(self, values: Mapping[str, bool], outcome: bool | None) -> Self:
        """Return the table with a remainder treated as having the outcome, lacking it, or open.

        Parameters
        ----------
        values : Mapping of str to bool
            The row: a value for each condition.
        outcome : bool or None
            How to treat it; None leaves it open.

        Raises
        ------
        CrisisPathsError
            If there is no such row, it has cases, or the outcome is none of the three.
        """
        found = self.row(values)
        if found.cases:
            raise CrisisPathsError(
                _("{row} is no remainder; its cases are: {cases}.").format(
                    row=found, cases=few(found.cases)
                )
            )
        assumed = None if outcome is None else flag("outcome", outcome)
        rows = (replace(row, assumed=assumed) if row is found else row for row in self.rows)
        return replace(self, rows=tuple(rows))

    def fit(self, rows: Iterable[Row], value: bool = True) -> Fit:
        """Return how these rows, taken together, go with the outcome, or with its absence.

        Parameters
        ----------
        rows : iterable of Row
            Some of this table's.
        value : bool, default True
            Whether the outcome's presence or its absence is asked about.

        Raises
        ------
        CrisisPathsError
            If a row is not one of this table's, or the value is neither True nor False.

        Examples
        --------
        >>> seen = {"a": {"A": 1, "Y": 1}, "b": {"A": 1, "Y": 0}, "c": {"A": 0, "Y": 0}}
        >>> table = TruthTable.from_codings(seen, ["A"], "Y")
        >>> fit = table.fit([table.row({"A": True})])
        >>> fit.consistency, fit.coverage, fit.note
        (Fraction(1, 2), Fraction(1, 1), 'Only one case has the outcome.')
        """
        rows = tuple(dict.fromkeys(several("rows", rows, Row, _("rows"))))  # each once
        value = flag("value", value)
        if any(row not in self.rows for row in rows):
            raise CrisisPathsError(_("A row is not one of this table’s."))
        hits, known = (sum(len(r.showing(value)) for r in some) for some in (rows, self.rows))
        cases = sum(len(row.cases) for row in rows)
        contradictory = any(row.kind is Kind.CONTRADICTORY for row in self.rows)
        notes = []
        if cases == 1:
            notes.append(_("One case cannot disagree with itself."))
        elif cases and hits == cases and not contradictory:
            notes.append(_("No row holds cases of both kinds, so the consistency cannot be less."))
        if known == 1 and value:
            notes.append(_("Only one case has the outcome."))
        elif known == 1:
            notes.append(_("Only one case lacks the outcome."))
        return Fit(
            Fraction(hits, cases) if cases else None,
            Fraction(hits, known) if known else None,
            " ".join(notes),
        )

    def solutions(
        self,
        kind: SolutionType | str,
        value: bool = True,
        *,
        directional_expectations: Mapping[str, bool | None] | None = None,
        usable: Callable[[Row], bool] | None = None,
        contradictions: Contradictions | str = "exclude",
        literals: bool = True,
    ) -> tuple[Solution, ...]:
        """Return the shortest formulas for the outcome, or for its absence: all that tie.

        Parameters
        ----------
        kind : {"conservative", "intermediate", "parsimonious"}
            What the formulas may suppose of the remainders: nothing; what is easy; anything.
        value : bool, default True
            Whether the outcome's presence or its absence is to be explained.
        directional_expectations, usable, contradictions, literals
            As in :func:`crisis_paths.qca.solving.solve`.

        Raises
        ------
        CrisisPathsError
            As :func:`crisis_paths.qca.solving.solve`.
        """
        value = flag("value", value)
        found = solve(
            self.rows,
            kind,
            value,
            directional_expectations=directional_expectations,
            usable=usable,
            contradictions=contradictions,
            literals=literals,
        )
        return tuple(self._fitted(Solution(products), value) for products in found)

    def _fitted(self, solution: Solution, value: bool) -> Solution:
        rows = (row for row in self.rows if solution.holds(row.values))
        return replace(solution, fit=self.fit(rows, value))
