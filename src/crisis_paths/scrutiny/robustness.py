"""What would become of the formula if a case had been coded otherwise, left out, or added.

Each recoding is tried, alone and in pairs, on the five crises of Table 2. The formula is the one
that the framework itself gives; what it predicts of a case is asked anew, from the codings as
they then are. That the formula survives a recoding does not make it true, and that it breaks
does not make it false; either says how much hangs on one judgement.

Examples
--------
>>> as_coded = effect()
>>> as_coded.conservative, as_coded.parsimonious, as_coded.keeps
(('WEAK*ADJUSTED',), ('WEAK',), True)
>>> one = effect({Recoding("belarus_2020", "control")})
>>> one.fills_the_empty_cell, one.needs_both
(True, True)
>>> len(effects())
120
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from crisis_paths.framework.cases import Case
from crisis_paths.framework.prediction import every_path, predict
from crisis_paths.framework.variables import Balance, Control, Outcome
from crisis_paths.given import several
from crisis_paths.i18n import _
from crisis_paths.qca.formulas import Kind, Row, Solution
from crisis_paths.qca.solving import SolutionType, solve
from crisis_paths.qca.truth_table import TruthTable
from crisis_paths.scrutiny.crisis_sets import FIVE, OUTCOME, VARIABLES, crisis_table
from crisis_paths.scrutiny.recoding import (
    DIMENSIONS,
    Recoding,
    every_recoding,
    hypothetical,
    recoded,
)
from crisis_paths.scrutiny.selection import chance, fits

__all__ = ["Effect", "Recoding", "adding", "chance", "effect", "effects", "fits", "formula"]
__all__ += ["every_recoding", "hypothetical", "leave_one_out", "recoded"]


@lru_cache
def _expected(balance: Balance, control: Control) -> Outcome:
    return predict(balance, control).outcome


@lru_cache
def formula() -> str:
    """Return the formula by which the framework itself expects a crisis to get out of hand.

    Examples
    --------
    >>> formula()
    'WEAK*ADJUSTED'
    """
    cells = (
        hypothetical(path.balance, path.control, path.outcome, id=path.cell)
        for path in every_path()
        if path.turmoil
    )
    (found,) = crisis_table(cases=cells).solutions("conservative")
    return str(found)


@dataclass(frozen=True, slots=True)
class Effect:
    """What some cases, coded in some way, make of the formula.

    Attributes
    ----------
    recodings : tuple of Recoding
        The codings that were flipped.
    cases : tuple of Case
        The cases as they then are.
    table : TruthTable
        Their table.
    conservative, parsimonious : tuple of str
        Every solution for the unmanageable outcome; none if no row speaks for it.
    against : tuple of Case
        The cases whose outcome is not what the framework predicts from their codings.

    Notes
    -----
    The formula of the framework names two conditions. With a third in the table, the nearest
    solution names it as well, and ``keeps`` and ``needs_both`` say so by being False.
    """

    recodings: tuple[Recoding, ...]
    cases: tuple[Case, ...]
    table: TruthTable
    conservative: tuple[str, ...]
    parsimonious: tuple[str, ...]
    against: tuple[Case, ...]

    @property
    def contradictory(self) -> tuple[Row, ...]:
        """The rows with cases of both outcomes."""
        return tuple(row for row in self.table.rows if row.kind is Kind.CONTRADICTORY)

    @property
    def contradicts(self) -> bool:
        """Whether a row contradicts itself, or a case the framework."""
        return bool(self.contradictory or self.against)

    @property
    def keeps(self) -> bool:
        """Whether the framework's formula is the nearest to the cases, and no case defies it."""
        return _alike(self.conservative) and not self.contradicts

    @property
    def needs_both(self) -> bool:
        """Whether the framework's formula is the shortest too: neither condition would do alone."""
        return _alike(self.parsimonious)

    @property
    def no_positive(self) -> bool:
        """Whether no case is left that got out of hand."""
        return all(case.outcome is Outcome.MANAGEABLE for case in self.cases)

    @property
    def fills_the_empty_cell(self) -> bool:
        """Whether a case stands where Table 2 has none."""
        return any((case.control, case.balance) in _empty_cells() for case in self.cases)


def _alike(solutions: tuple[str, ...]) -> bool:
    """Tell whether the framework's formula is the only one, whatever the order of its parts."""
    wanted = sorted(formula().split("*"))
    return len(solutions) == 1 and sorted(solutions[0].split("*")) == wanted


@lru_cache
def _empty_cells() -> frozenset[tuple[Control, Balance]]:
    taken = {(case.control, case.balance) for case in FIVE}
    return frozenset((path.control, path.balance) for path in every_path()) - taken


def effect(
    recodings: Iterable[Recoding] = (),
    cases: Iterable[Case] = FIVE,
    conditions: Sequence[str] = VARIABLES,
) -> Effect:
    """Return what these cases make of the formula, with these codings flipped.

    Parameters
    ----------
    recodings : iterable of Recoding
        The codings to flip; none by default.
    cases : iterable of Case
        The five crises of Table 2 by default.
    conditions : sequence of str
        Of ``"WEAK"``, ``"ADJUSTED"``, ``"TURMOIL"``; the framework's two by default.

    Raises
    ------
    CrisisPathsError
        If there is no such case, coding or condition, or two cases have one name.
    """
    recodings = tuple(sorted(set(several("recodings", recodings, Recoding, _("recodings")))))
    cases = recoded(cases, recodings)
    table = crisis_table(conditions, OUTCOME, cases)
    positive = any(row.kind is Kind.POSITIVE for row in table.rows)
    nearest, shortest = (
        tuple(str(Solution(found)) for found in solve(table.rows, kind)) if positive else ()
        for kind in (SolutionType.CONSERVATIVE, SolutionType.PARSIMONIOUS)
    )
    against = tuple(c for c in cases if c.outcome is not _expected(c.balance, c.control))
    return Effect(recodings, cases, table, nearest, shortest, against)


def effects(
    dimensions: Iterable[str] = DIMENSIONS[:3],
    cases: Iterable[Case] = FIVE,
    conditions: Sequence[str] = VARIABLES,
) -> tuple[Effect, ...]:
    """Return what each single recoding does, and then what each pair of them does.

    Parameters
    ----------
    dimensions
        As in :func:`crisis_paths.scrutiny.recoding.every_recoding`.
    cases, conditions
        As in :func:`effect`.

    Raises
    ------
    CrisisPathsError
        As :func:`effect`.
    """
    cases = several("cases", cases, Case, _("cases"))
    known = every_recoding(cases, dimensions)
    settings = (*combinations(known, 1), *combinations(known, 2))
    return tuple(effect(recodings, cases, conditions) for recodings in settings)


def leave_one_out(
    cases: Iterable[Case] = FIVE, conditions: Sequence[str] = VARIABLES
) -> dict[str, Effect]:
    """Return what is left of the formula without each of the cases in turn.

    Raises
    ------
    CrisisPathsError
        As :func:`effect`.

    Examples
    --------
    >>> leave_one_out()["ukraine_2013"].parsimonious
    ('WEAK', 'ADJUSTED')
    """
    cases = several("cases", cases, Case, _("cases"))
    return {
        left.id: effect((), (case for case in cases if case is not left), conditions)
        for left in cases
    }


def adding(
    *added: Case, cases: Iterable[Case] = FIVE, conditions: Sequence[str] = VARIABLES
) -> Effect:
    """Return what would become of the formula if these cases stood beside the others.

    Raises
    ------
    CrisisPathsError
        As :func:`effect`.

    Examples
    --------
    >>> adding(hypothetical("continued", "weak", "manageable")).parsimonious
    ('WEAK*ADJUSTED',)
    >>> adding(hypothetical("continued", "weak", "unmanageable")).conservative
    ('WEAK',)
    """
    beside = several("cases", cases, Case, _("cases"))
    return effect((), (*beside, *several("added", added, Case, _("cases"))), conditions)
