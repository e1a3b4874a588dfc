"""From the rows of a truth table to its formulas: what may be supposed, and what ties.

Examples
--------
>>> def row(weak, adjusted, **cases):
...     return Row(Product((("STORM", weak), ("LEAK", adjusted))), **cases)
>>> rows = [
...     row(True, True, having=("a",)),
...     row(True, False),
...     row(False, True, lacking=("b",)),
...     row(False, False, lacking=("c",)),
... ]
>>> for kind in SolutionType:
...     print(kind.value, *solve(rows, kind, directional_expectations={"LEAK": True})[0])
conservative STORM*LEAK
intermediate STORM*LEAK
parsimonious STORM
"""

from collections.abc import Callable, Mapping, Sequence

from crisis_paths.errors import CrisisPathsError, few, quoted
from crisis_paths.given import a, flag, several
from crisis_paths.i18n import _
from crisis_paths.qca.boolean import Cube, minimise, values
from crisis_paths.qca.counterfactuals import intermediate
from crisis_paths.qca.formulas import Kind, Product, Row
from crisis_paths.qca.set_names import MOST, listed
from crisis_paths.words import Choice, clean


class SolutionType(Choice):
    """What a solution may suppose of the rows without cases."""

    CONSERVATIVE = "conservative"
    INTERMEDIATE = "intermediate"
    PARSIMONIOUS = "parsimonious"


class Contradictions(Choice):
    """What becomes of the rows that hold cases with the outcome and cases without it."""

    EXCLUDE = "exclude"
    INCLUDE = "include"
    REFUSE = "refuse"


def expectations(expected: Mapping[str, bool | None] | None, conditions: Sequence[str]) -> Cube:
    """Return directional expectations as a product in binary digits.

    Parameters
    ----------
    expected : Mapping of str to bool or None
        Whether a condition should help by holding (True), by failing (False), or either (None).
    conditions : sequence of str
        The conditions there are.

    Raises
    ------
    CrisisPathsError
        If nothing is given, a condition is unknown, or a value is another.

    Examples
    --------
    >>> expectations({"LEAK": False}, ("STORM", "LEAK"))
    (1, 0)
    """
    conditions = listed(conditions)
    known = few(conditions, MOST)
    if expected is None:
        raise CrisisPathsError(
            _("An intermediate solution needs expectations, for one or more of: {known}.").format(
                known=known
            )
        )
    allowed = _("a dictionary, with True, False or None for a condition")
    a("directional_expectations", expected, Mapping, allowed)
    named = {clean(name): name for name in conditions}
    faults, found = [], {}
    for name, value in expected.items():
        if not isinstance(name, str) or clean(name) not in named:
            faults.append(
                _("There is no condition {name}; there are: {known}.").format(
                    name=quoted(name), known=known
                )
            )
        elif named[clean(name)] in found:
            faults.append(_("{name} is named more than once.").format(name=quoted(name)))
        else:
            try:
                found[named[clean(name)]] = None if value is None else flag(name, value)
            except CrisisPathsError:
                faults.append(
                    _(
                        "What is expected of {name} is {value}, but must be one of: True, False,"
                        " None."
                    ).format(name=name, value=quoted(value))
                )
    if faults:
        raise CrisisPathsError.listing(faults, " ")
    mask = bits = 0
    for name in conditions:
        value = found.get(name)
        mask, bits = 2 * mask + (value is not None), 2 * bits + bool(value)
    return mask, bits


def solve(
    rows: Sequence[Row],
    kind: SolutionType | str,
    value: bool = True,
    *,
    directional_expectations: Mapping[str, bool | None] | None = None,
    usable: Callable[[Row], bool] | None = None,
    contradictions: Contradictions | str = "exclude",
    literals: bool = True,
) -> tuple[tuple[Product, ...], ...]:
    """Return the shortest formulas true of the rows with the outcome and of none without it.

    Parameters
    ----------
    rows : sequence of Row
        Every combination of the conditions.
    kind : {"conservative", "intermediate", "parsimonious"}
        What the formulas may suppose of the remainders: nothing; what is easy; anything.
    value : bool, default True
        Whether the outcome's presence or its absence is to be explained.
    directional_expectations : Mapping of str to bool, optional
        For intermediate solutions: whether a condition should help what is to be explained by
        holding (True) or by failing (False). One that is left out may do either.
    usable : callable, optional
        For intermediate solutions instead: of which rows without cases a formula may be true.
        A theory of combinations speaks of rows and not of one condition after another.
    contradictions : {"exclude", "include", "refuse"}, default "exclude"
        Of rows with cases of both kinds no formula may be true; or each must; or they are an
        error.
    literals : bool, default True
        Whether, among formulas with the fewest products, only those with the fewest literals
        are listed.

    Returns
    -------
    tuple of tuple of Product
        Every formula that ties, in a stable order.

    Raises
    ------
    CrisisPathsError
        If no row speaks for what is to be explained, a word is not one of those allowed, the
        rows are not every combination, expectations are missing, given in both ways or name an
        unknown condition, contradictions are refused and there are some, or more than 1000
        formulas tie.

    Notes
    -----
    Intermediate: with ``directional_expectations`` see :mod:`crisis_paths.qca.counterfactuals`.
    With ``usable`` the theory decides of each row whether it may be used; to ask it so is ours.

    Contradictions: Rihoux and De Meur (2009) ask that they be resolved by going back to the
    cases before anything is minimised. Software that asks for a consistency of 1, such as the R
    package QCA (Duşa 2019), counts such a row as one without what is to be explained, as the
    default does here.

    Ties: fewest products, then fewest literals, is the rule of switching theory since McCluskey
    (1956). The R package looks at products alone, as ``literals=False`` does.
    """
    kind, value, literals = SolutionType(kind), flag("value", value), flag("literals", literals)
    rows = _every(several("rows", rows, Row, _("rows")))
    conditions = tuple(rows[0].values)
    width = len(conditions)
    positive = _to_explain(rows, value, Contradictions(contradictions))
    remainders = frozenset(row.number for row in rows if row.open)
    between, expected = kind is SolutionType.INTERMEDIATE, directional_expectations
    asked = (between and usable is None) or expected is not None
    wanted = expectations(expected, conditions) if asked else (0, 0)  # refused even if not needed
    if between and usable is not None:
        if expected is not None:
            raise CrisisPathsError(
                _("What is expected is given twice, by condition and by row; give one of them.")
            )
        remainders = frozenset(row.number for row in rows if row.open and _may(usable, row))
        covers = minimise(width, positive, remainders, literals=literals)
    elif between:
        covers = intermediate(width, positive, remainders, wanted, literals=literals)
    else:
        remainders = remainders if kind is SolutionType.PARSIMONIOUS else frozenset()
        covers = minimise(width, positive, remainders, literals=literals)
    return tuple(
        tuple(Product.of(zip(conditions, values(cube, width), strict=True)) for cube in cover)
        for cover in covers
    )


def _may(usable: Callable[[Row], bool], row: Row) -> bool:
    """Ask the theory of one row; an answer that is not yes or no is refused."""
    if not callable(usable):
        raise CrisisPathsError(
            _("usable is {got}, but must be a function of a row.").format(got=quoted(usable))
        )
    return flag("usable(row)", usable(row))


def _every(rows: Sequence[Row]) -> Sequence[Row]:
    """Refuse rows that are not every combination of the same conditions, each once."""
    alike = {tuple(row.values) for row in rows}
    numbers = {row.number for row in rows}
    if len(alike) != 1 or len(numbers) != len(rows) or len(rows) != 2 ** len(*alike):
        raise CrisisPathsError(
            _("The rows must be every combination of the same conditions, each once.")
        )
    return rows


def _to_explain(rows: Sequence[Row], value: bool, contradictions: Contradictions) -> frozenset[int]:
    """Return the numbers of the rows that a formula has to be true of."""
    wanted = Kind.POSITIVE if value else Kind.NEGATIVE
    contradictory = [row for row in rows if row.kind is Kind.CONTRADICTORY]
    if contradictory and contradictions is Contradictions.REFUSE:
        raise CrisisPathsError(
            _("Cases with the outcome and without it share a row: {rows}.").format(
                rows=few([f"{row} ({few(row.cases)})" for row in contradictory])
            )
        )
    found = [row for row in rows if row.kind is wanted or row.assumed is value]
    if contradictions is Contradictions.INCLUDE:
        found += contradictory
    if not found:
        raise CrisisPathsError(
            _("No row has only cases with the outcome, so there is nothing to explain.")
            if value
            else _("No row has only cases without the outcome, so there is nothing to explain.")
        )
    return frozenset(row.number for row in found)
