"""Expected against observed (section 2.2): what each explanation earns, and why.

Many forecasts compare crises: two of them, or three. Such a comparison shows in a field for
each crisis, but it is one comparison, and is counted once. The article's own framework is
scored by the same rule. That is no test of it: the framework
was built on these cases, and some of its codings are read from what is to be explained.

Examples
--------
>>> score(Explanation.THREAT, "ukraine_2022", Actor.HEGEMON).mark
<Mark.MISS: 'miss'>
>>> [found.mark.value for found in comparisons(Explanation.THREAT)]
['miss']
>>> tally(Explanation.FRAMEWORK)
{<Mark.HIT: 'hit'>: 9, <Mark.MISS: 'miss'>: 0, <Mark.SILENT: 'silent'>: 1}
"""

from dataclasses import dataclass

from crisis_paths.argument.explanations import Explanation, Forecast, Relation, forecast
from crisis_paths.argument.observations import SIDES, Degree, compared, observed
from crisis_paths.framework.actors import Actor
from crisis_paths.framework.cases import TABLE_2
from crisis_paths.framework.rules import Standing
from crisis_paths.given import a, one_of
from crisis_paths.i18n import _
from crisis_paths.tables.reading import rows
from crisis_paths.words import Choice

_COMPARED = {
    Relation.SAME: {0},
    Relation.OTHER: {-1, 1},
    Relation.MORE: {1},
    Relation.LESS: {-1},
    Relation.NO_LESS: {0, 1},
}


class Mark(Choice):
    """What an explanation earns; ``SILENT`` where it says nothing, or nothing is on record."""

    HIT = "hit"
    MISS = "miss"
    SILENT = "silent"

    @property
    def label(self) -> str:
        """The mark as a reader sees it."""
        return {
            Mark.HIT: _("hit"),
            Mark.MISS: _("miss"),
            Mark.SILENT: _("does not say"),
        }[self]


@dataclass(frozen=True, slots=True)
class Score:
    """What an explanation earns for one side in one case.

    Attributes
    ----------
    mark : Mark
        Hit, miss, or silent.
    why, section : str
        The reason, and where it stands.
    standing : Standing
        Whether the text itself scores so, or this book does.
    forecast : Forecast or None
        What was expected.
    """

    mark: Mark
    why: str
    section: str
    standing: Standing
    forecast: Forecast | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """One thing that an explanation is held against.

    Attributes
    ----------
    actor : Actor
        Whose intervention.
    cases : tuple of str
        The crises that are compared; one alone where a degree is expected.
    mark : Mark
        Hit, miss, or silent where nothing is on record.
    """

    actor: Actor
    cases: tuple[str, ...]
    mark: Mark


def held(expected: Forecast, case: str, actor: Actor) -> Mark:
    """Mark a forecast by whether what was observed bears it out.

    A comparison fails by one case that stands against it, and holds if all are known and fit.

    Parameters
    ----------
    expected : Forecast
        The forecast.
    case, actor
        As in :func:`score`.

    Raises
    ------
    CrisisPathsError
        If it is no forecast, or there is no such crisis or side.
    """
    a("expected", expected, Forecast, _("a forecast"))
    if not expected.peers:
        degree = observed(case, actor)
        if degree is None:
            return Mark.SILENT
        fits = (degree is Degree.STRONG) is (expected.relation is Relation.STRONG)
        return Mark.HIT if fits else Mark.MISS
    found = {compared(case, peer, actor) for peer in expected.peers}
    if (found - {None}) - _COMPARED[expected.relation]:
        return Mark.MISS
    return Mark.SILENT if None in found else Mark.HIT


def _reason(explanation: Explanation, case: str, actor: Actor, kind: str) -> dict[str, str]:
    """Return the row that speaks of this case and side, or else of all."""
    fitting = [
        row
        for row in rows("rivals")
        if row["explanation"] == explanation
        and row["kind"] == kind
        and row["case"] in (case, "regional")
        and row["actor"] in (actor, "")
    ]
    return max(fitting, key=lambda row: (row["case"] == case, row["actor"] == actor))


def _own(expected: Forecast, case: str, actor: Actor) -> Score:
    """Score the framework; the reason is the two codings that it was given."""
    coded = TABLE_2[case]
    why = _(
        "The article codes balance as {balance} and control as {control}; section 3 does the rest."
    )
    return Score(
        held(expected, case, actor),
        why.format(balance=_(coded.balance.value), control=_(coded.control.value)),
        coded.section,
        Standing.OURS,
        expected,
    )


def score(explanation: Explanation, case: str, actor: Actor) -> Score:
    """Score an explanation on one side in one crisis, and say why.

    Parameters
    ----------
    explanation : Explanation
        Which one; the article's framework is scored by the same rule.
    case : str
        A crisis of Table 2.
    actor : {Actor.HEGEMON, Actor.EXTERNAL}
        Whose intervention.

    Raises
    ------
    CrisisPathsError
        If there is no such explanation, crisis or side.
    """
    explanation, case = Explanation(explanation), one_of("case", case, TABLE_2)
    expected = forecast(explanation, case, actor)
    if expected and explanation is Explanation.FRAMEWORK:
        return _own(expected, case, actor)
    row = _reason(explanation, case, actor, "prediction" if expected else "silent")
    mark = held(expected, case, actor) if expected else Mark.SILENT
    return Score(mark, _(row["why"]), row["section"], Standing(row["standing"]), expected)


def comparisons(explanation: Explanation) -> tuple[Comparison, ...]:
    """Return what an explanation is held against, each comparison once.

    Each of its crises shows a comparison; one that fails seen from any of them has failed.

    Raises
    ------
    CrisisPathsError
        If there is no such explanation.

    Examples
    --------
    >>> [len(found.cases) for found in comparisons(Explanation.STATUS)]
    [3, 4]
    """
    seen: dict[tuple[Actor, tuple[str, ...]], set[Mark]] = {}
    for actor in SIDES:
        for case in TABLE_2:
            if expected := forecast(explanation, case, actor):
                cases = tuple(c for c in TABLE_2 if c == case or c in expected.peers)
                seen.setdefault((actor, cases), set()).add(held(expected, case, actor))
    worst_first = (Mark.MISS, Mark.SILENT, Mark.HIT)
    return tuple(
        Comparison(actor, cases, next(mark for mark in worst_first if mark in marks))
        for (actor, cases), marks in seen.items()
    )


def fields(explanation: Explanation) -> dict[Mark, int]:
    """Count the fields, of ten (five crises by two sides), that carry each mark.

    Raises
    ------
    CrisisPathsError
        If there is no such explanation.

    Examples
    --------
    >>> list(fields(Explanation.THREAT).values())
    [0, 2, 8]
    """
    marks = [score(explanation, case, actor).mark for case in TABLE_2 for actor in SIDES]
    return {mark: marks.count(mark) for mark in Mark}


def tally(explanation: Explanation) -> dict[Mark, int]:
    """Count the comparisons that it gets right and wrong, and the fields on which it is silent.

    Raises
    ------
    CrisisPathsError
        If there is no such explanation.
    """
    marks = [found.mark for found in comparisons(explanation)]
    return {
        Mark.HIT: marks.count(Mark.HIT),
        Mark.MISS: marks.count(Mark.MISS),
        Mark.SILENT: fields(explanation)[Mark.SILENT],
    }
