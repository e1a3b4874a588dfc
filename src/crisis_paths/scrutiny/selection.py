"""Chance and selection: how little it may mean that a condition fits five chosen cases.

A condition separates the cases if no value of it holds crises of both outcomes. Where one case
out of five is unmanageable, it is little that a condition sets it apart: any condition that
holds of one case alone would, if that case happened to be the one. Here the outcomes are dealt
out over the cases in every way, as many of each as there are, and it is counted how often the
condition would separate them. The counts are exact; what they are worth is ours to judge. They
say nothing of how the cases were chosen, and the article does not claim that they are a sample.

Examples
--------
>>> chance(candidate="control"), chance(candidate="both"), chance(candidate="balance")
(Fraction(1, 5), Fraction(2, 5), Fraction(0, 1))
>>> [found.candidate.value for found in fits() if found.separates]
['control', 'turmoil', 'both']
"""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import comb
from numbers import Integral

from crisis_paths.framework.cases import TABLE_2, Case
from crisis_paths.framework.variables import Outcome
from crisis_paths.given import several, whole
from crisis_paths.i18n import _
from crisis_paths.scrutiny.crisis_sets import FIVE
from crisis_paths.tables.reading import rows
from crisis_paths.words import Choice

MOST = 10_000  # cases that chance is dealt out over
_LAST = TABLE_2["ukraine_2022"]  # two of the candidates are taken from this case
_ROWS = {row["case"]: row for row in rows("cases")}


class Candidate(Choice):
    """Something that may set the unmanageable crises apart."""

    CONTROL = "control"
    BALANCE = "balance"
    TURMOIL = "turmoil"
    BOTH = "both"
    STATE = "state"
    YEAR = "year"
    EXTERNAL = "external"
    HEGEMON = "hegemon"

    @property
    def label(self) -> str:
        """The condition as a reader sees it."""
        return {
            Candidate.CONTROL: _("perceived control"),
            Candidate.BALANCE: _("diplomatic balance"),
            Candidate.TURMOIL: _("political turmoil"),
            Candidate.BOTH: _("balance and control"),
            Candidate.STATE: _("the state is {state}").format(state=_(_LAST.name)),
            Candidate.YEAR: _("{year} or later").format(year=_LAST.year),
            Candidate.EXTERNAL: _("external powers intervene strongly"),
            Candidate.HEGEMON: _("the hegemon intervenes strongly"),
        }[self]

    def of(self, case: Case) -> Hashable | None:
        """Return the case's value; None where the article leaves it open."""
        return {
            Candidate.CONTROL: lambda: case.control,
            Candidate.BALANCE: lambda: case.balance,
            Candidate.TURMOIL: lambda: case.turmoil,
            Candidate.BOTH: lambda: (case.control, case.balance),
            Candidate.STATE: lambda: case.name == _LAST.name if case.id in _ROWS else None,
            Candidate.YEAR: lambda: case.year >= _LAST.year if case.id in _ROWS else None,
            Candidate.EXTERNAL: lambda: _strong(case, "external_intervention"),
            Candidate.HEGEMON: lambda: _strong(case, "hegemon_intervention"),
        }[self]()


def _strong(case: Case, who: str) -> bool | None:
    coded = _ROWS.get(case.id, {}).get(who)
    return coded == "strong" if coded else None


@dataclass(frozen=True, slots=True)
class Separation:
    """How a condition sorts the cases.

    Attributes
    ----------
    candidate : Candidate
        The condition.
    groups : tuple of tuple of Case
        The cases that have the same value.
    unknown : tuple of Case
        The cases whose value the article leaves open.
    separates : bool or None
        Whether every group holds one outcome only; None if that hangs on what is left open.
    chance : Fraction
        How often the condition would separate the known cases if their outcomes were dealt out
        by chance.
    """

    candidate: Candidate
    groups: tuple[tuple[Case, ...], ...]
    unknown: tuple[Case, ...]
    separates: bool | None
    chance: Fraction


def luck(sizes: Sequence[int], positives: int) -> Fraction:
    """Return how often groups of these sizes separate so many positives, dealt out by chance.

    Parameters
    ----------
    sizes : sequence of int
        How many cases share each value of the condition.
    positives : int
        How many of all the cases have the outcome, from none to all.

    Returns
    -------
    Fraction
        Of all ways to deal out the positives, the share in which each group gets all or none.

    Raises
    ------
    CrisisPathsError
        If a size is no whole number of cases, or there are more positives than cases.

    Examples
    --------
    >>> luck([4, 1], 1), luck([3, 1, 1], 1), luck([3, 2], 1), luck([3, 3], 3)
    (Fraction(1, 5), Fraction(2, 5), Fraction(0, 1), Fraction(1, 10))
    """
    sizes = several("sizes", sizes, Integral, _("whole numbers"))
    sizes = [whole("size", size, 0, MOST) for size in sizes]
    positives = whole("positives", positives, 0, sum(sizes))
    ways = [1] + [0] * positives  # in how many ways do whole groups hold so many cases?
    for size in sizes:
        ways = [w + (ways[n - size] if n >= size else 0) for n, w in enumerate(ways)]
    return Fraction(ways[positives], comb(sum(sizes), positives))


def separation(candidate: Candidate | str, cases: Iterable[Case] = FIVE) -> Separation:
    """Tell whether a condition separates the cases' outcomes, and how often it would by chance.

    Parameters
    ----------
    candidate : str
        ``"control"``, ``"balance"``, ``"turmoil"``, ``"both"``, ``"state"``, ``"year"``,
        ``"external"`` or ``"hegemon"``.
    cases : iterable of Case
        The five crises of Table 2 by default.

    Raises
    ------
    CrisisPathsError
        If there is no such condition.

    Examples
    --------
    >>> found = separation("hegemon")
    >>> found.separates, [case.id for case in found.unknown]
    (None, ['ukraine_2013'])
    """
    candidate, cases = Candidate(candidate), several("cases", cases, Case, _("cases"))
    groups: dict[Hashable, list[Case]] = {}
    for case in cases:
        groups.setdefault(candidate.of(case), []).append(case)
    unknown = tuple(groups.pop(None, ()))
    pure = all(len({case.outcome for case in group}) == 1 for group in groups.values())
    known = [case for case in cases if case not in unknown]
    positives = sum(case.outcome is Outcome.UNMANAGEABLE for case in known)
    return Separation(
        candidate=candidate,
        groups=tuple(map(tuple, groups.values())),
        unknown=unknown,
        separates=None if pure and unknown else pure,
        chance=luck([len(group) for group in groups.values()], positives),
    )


def chance(cases: Iterable[Case] = FIVE, candidate: Candidate | str = "control") -> Fraction:
    """Return how often a condition would separate the cases, outcomes being dealt out by chance.

    Parameters
    ----------
    cases, candidate
        As in :func:`separation`.

    Raises
    ------
    CrisisPathsError
        If there is no such condition.
    """
    return separation(candidate, cases).chance


def fits(cases: Iterable[Case] = FIVE) -> tuple[Separation, ...]:
    """Return how each condition sorts the cases.

    Raises
    ------
    CrisisPathsError
        If something among them is no case.

    Notes
    -----
    Balance, control and turmoil are the article's codings, and so are the two interventions;
    the state and the year are facts of its cases. To hold them side by side is ours.
    """
    cases = several("cases", cases, Case, _("cases"))
    return tuple(separation(candidate, cases) for candidate in Candidate)
