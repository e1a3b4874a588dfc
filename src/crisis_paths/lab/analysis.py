"""What follows from somebody's own cases: predictions, truth table, formulas, recodings.

The formulas are those of :mod:`crisis_paths.qca`; every tie is kept. Where the conditions are the
framework's two, :func:`crisis_paths.framework.predict` says what it expects of each case.

Examples
--------
>>> from crisis_paths.lab.own_cases import read
>>> boats = read("case,STORM,LEAK,SANK\\nAnna,1,1,1\\nBerta,0,1,0\\nClara,0,0,0\\n")
>>> found = analyse(boats)
>>> [str(formula) for formula in found.parsimonious]
['STORM']
>>> [str(row) for row in found.remainders], found.contradictory
(['STORM*~LEAK'], ())
>>> len(found.changes), str(found.changes[0])
(8, 'Anna, STORM from yes to no: nothing is left to explain')
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from crisis_paths.errors import CrisisPathsError
from crisis_paths.framework.paths import CrisisPath
from crisis_paths.framework.prediction import predict
from crisis_paths.framework.variables import Balance, Control, Outcome
from crisis_paths.given import a, flag
from crisis_paths.i18n import _
from crisis_paths.lab.changes import SECONDS, Change, changes
from crisis_paths.lab.own_cases import OwnCases
from crisis_paths.qca.formulas import Kind, Row, Solution
from crisis_paths.qca.solving import SolutionType, expectations
from crisis_paths.qca.truth_table import TruthTable
from crisis_paths.scrutiny.crisis_sets import OUTCOME, VARIABLES
from crisis_paths.words import name_key

TURMOIL = "TURMOIL"  # a third condition, where somebody has coded it


@dataclass(frozen=True, slots=True)
class Prediction:
    """What the framework predicts of one case.

    Attributes
    ----------
    case : str
        The case.
    path : CrisisPath
        The predicted path.
    as_seen : bool or None
        Whether the case ended so; None where the outcome is another than the framework's.
    """

    case: str
    path: CrisisPath
    as_seen: bool | None


@dataclass(frozen=True, slots=True)
class Analysis:
    """What follows from some cases.

    Attributes
    ----------
    cases : OwnCases
        The cases.
    value : bool
        Whether the outcome's presence is explained, or its absence.
    expected : mapping of str to bool or None
        What the intermediate solution expects of each condition.
    predictions : tuple of Prediction
        One a case, where the framework's two are among the conditions; else none.
    table : TruthTable
        Every combination, with its cases.
    conservative, intermediate, parsimonious : tuple of Solution
        Every formula that ties.
    nothing : str
        Why there is none, in a sentence; empty if there is.
    changes : tuple of Change
        The single recodings that would change the formulas.
    tried, untried : int
        How many recodings were tried, and for how many there was no time.
    """

    cases: OwnCases
    value: bool
    expected: Mapping[str, bool | None]
    predictions: tuple[Prediction, ...]
    table: TruthTable
    conservative: tuple[Solution, ...]
    intermediate: tuple[Solution, ...]
    parsimonious: tuple[Solution, ...]
    nothing: str
    changes: tuple[Change, ...]
    tried: int
    untried: int

    @property
    def contradictory(self) -> tuple[Row, ...]:
        """The rows with cases of both kinds."""
        return tuple(row for row in self.table.rows if row.kind is Kind.CONTRADICTORY)

    @property
    def remainders(self) -> tuple[Row, ...]:
        """The rows without a case."""
        return tuple(row for row in self.table.rows if row.kind is Kind.REMAINDER)

    @property
    def solutions(self) -> Mapping[SolutionType, tuple[Solution, ...]]:
        """The formulas by what they suppose of the remainders."""
        return {kind: getattr(self, kind.value) for kind in SolutionType}


def analyse(
    cases: OwnCases,
    value: bool = True,
    *,
    expected: Mapping[str, bool | None] | None = None,
    seconds: float = SECONDS,
) -> Analysis:
    """Return what follows from these cases.

    Parameters
    ----------
    cases : OwnCases
        As :func:`crisis_paths.lab.own_cases.read` gives them.
    value : bool, default True
        Whether the outcome's presence is to be explained, or its absence.
    expected : mapping of str to bool or None, optional
        Whether each condition should help by holding, by failing, or either way. By default each
        should help the outcome by holding, and its absence by failing.
    seconds : float
        How long recodings are tried, at most.

    Raises
    ------
    CrisisPathsError
        If these are no cases, the value is neither True nor False, or what is expected names an
        unknown condition.
    """
    cases = a("cases", cases, OwnCases, _("cases as they were read"))
    value, table = flag("value", value), cases.table
    expected = dict.fromkeys(cases.conditions, value) if expected is None else expected
    expectations(expected, cases.conditions)  # refused before anything is solved
    found: dict[SolutionType, tuple[Solution, ...]] = dict.fromkeys(SolutionType, ())
    nothing = ""
    for kind in SolutionType:
        among = expected if kind is SolutionType.INTERMEDIATE else None
        try:
            found[kind] = table.solutions(kind, value, directional_expectations=among)
        except CrisisPathsError as fault:  # no row speaks for it, or far too many formulas tie
            nothing = str(fault)
    tried = changes(cases, value, seconds=seconds)
    return Analysis(
        cases=cases,
        value=value,
        expected=MappingProxyType(dict(expected)),
        predictions=tuple(_predictions(cases)),
        table=table,
        conservative=found[SolutionType.CONSERVATIVE],
        intermediate=found[SolutionType.INTERMEDIATE],
        parsimonious=found[SolutionType.PARSIMONIOUS],
        nothing=nothing,
        changes=tried.found,
        tried=tried.tried,
        untried=tried.untried,
    )


def _predictions(cases: OwnCases) -> Iterator[Prediction]:
    """Yield what the framework predicts of each case, where both its variables are conditions."""
    known = {name_key(name): name for name in cases.conditions}
    weak, adjusted, turmoil = (known.get(name_key(n)) for n in (*VARIABLES, TURMOIL))
    if weak is None or adjusted is None:
        return
    ends = name_key(cases.outcome) == name_key(OUTCOME)
    for case, among in cases.codings.items():
        path = predict(
            Balance.ADJUSTED if among[adjusted] else Balance.CONTINUED,
            Control.WEAK if among[weak] else Control.STRONG,
            turmoil=among[turmoil] if turmoil else True,
        )
        lost = path.outcome is Outcome.UNMANAGEABLE
        yield Prediction(case, path, lost is among[cases.outcome] if ends else None)
