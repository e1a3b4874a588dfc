"""Agreement between two coders: how often they agree, and what that is worth.

Two coders who toss coins agree half the time, so agreement is counted beyond chance. Cohen's
kappa takes chance from each coder's own habits, Krippendorff's alpha from the habits of both
together; 1 is full agreement and 0 no more than chance. From a handful of cases neither says
much, and the interval around kappa shows how little. Nothing here knows of crises.

The numbers are computed by others: kappa and its interval by statsmodels, alpha by NLTK.

Examples
--------
>>> found = agree("cccaa", "cccca")
>>> found.same, found.units, round(found.kappa, 2), round(found.alpha, 2)
(4, 5, 0.55, 0.57)
>>> [round(end, 2) for end in found.interval]
[-0.16, 1.26]
>>> agree("ssss", "ssss").doubt
<Doubt.NO_SPREAD: 'no-spread'>
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import comb, isclose

from crisis_paths.errors import CrisisPathsError
from crisis_paths.i18n import _


class Doubt(StrEnum):
    """Why kappa, or its interval, tells nothing here."""

    NO_SPREAD = "no-spread"
    ONE_SIDED = "one-sided"
    NO_WIDTH = "no-width"
    WIDE = "wide"
    CHANCE = "chance"

    @property
    def text(self) -> str:
        """The reason in a sentence."""
        return {
            Doubt.NO_SPREAD: _(
                "Both coders use one and the same value throughout, so agreement beyond chance"
                " is not defined."
            ),
            Doubt.ONE_SIDED: _(
                "One coder uses a single value throughout. Kappa is then 0 by its arithmetic,"
                " whatever the other coder says, and has no interval."
            ),
            Doubt.NO_WIDTH: _(
                "Agreement is all or nothing, so the formula gives an interval of no width. From"
                " a few cases that is no certainty: it has nothing to reckon with."
            ),
            Doubt.WIDE: _(
                "The interval reaches from no better than chance to perfect agreement, so kappa"
                " rules out neither."
            ),
            Doubt.CHANCE: _(
                "The interval includes 0, so it may be no more, or no less, than chance."
            ),
        }[self]


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far two coders agree on one variable.

    Attributes
    ----------
    units, same : int
        How many cases both have coded, and how many of these alike.
    kappa, alpha : float or None
        Cohen's kappa and Krippendorff's alpha for nominal values; None where not defined.
    interval : tuple of float, or None
        The 95 per cent interval of kappa by the usual formula for large samples, not cut at 1
        and so a sign of its own limits; None where the formula breaks down.
    doubt : Doubt or None
        Why kappa or its interval tells nothing, if it does not.
    """

    units: int
    same: int
    kappa: float | None
    interval: tuple[float, float] | None
    alpha: float | None
    doubt: Doubt | None


def agree(first: Sequence[str], second: Sequence[str]) -> Agreement:
    """How far do two coders agree?

    Parameters
    ----------
    first, second : sequence of str
        A value for each case, in the same order; any words. Empty where a coder left the case
        open: such a case is not counted.

    Raises
    ------
    CrisisPathsError
        If the two differ in length, or there is no case that both have coded.

    Notes
    -----
    These measures are not the article's; the chapter that uses them is ours.
    """
    if len(first) != len(second):
        raise CrisisPathsError(
            _("One coder has {first} cases and the other {second}; give the same cases.").format(
                first=len(first), second=len(second)
            )
        )
    pairs = [(a, b) for a, b in zip(first, second, strict=True) if a and b]
    if not pairs:
        raise CrisisPathsError(
            _("There is no case that both coders have coded; agreement needs at least one.")
        )
    same = sum(a == b for a, b in pairs)
    used = [{pair[n] for pair in pairs} for n in (0, 1)]
    if used[0] == used[1] and len(used[0]) == 1:
        return Agreement(len(pairs), same, None, None, None, Doubt.NO_SPREAD)
    alpha = _alpha(pairs)
    if min(map(len, used)) == 1:  # what is seen is then just what chance expects
        return Agreement(len(pairs), same, 0.0, None, alpha, Doubt.ONE_SIDED)
    kappa, (low, high) = _kappa(pairs)
    if isclose(low, high):
        return Agreement(len(pairs), same, kappa, None, alpha, Doubt.NO_WIDTH)
    doubt = None if not low <= 0 <= high else Doubt.WIDE if high >= 1 else Doubt.CHANCE
    return Agreement(len(pairs), same, kappa, (low, high), alpha, doubt)


def _kappa(pairs: Sequence[tuple[str, str]]) -> tuple[float, tuple[float, float]]:
    from statsmodels.stats.inter_rater import cohens_kappa

    values = sorted({value for pair in pairs for value in pair})
    found = cohens_kappa([[pairs.count((a, b)) for b in values] for a in values])
    return float(found.kappa), (float(found.kappa_low), float(found.kappa_upp))


def _alpha(pairs: Sequence[tuple[str, str]]) -> float:
    from nltk.metrics.agreement import AnnotationTask  # equal or not, its default: nominal

    task = AnnotationTask([(n, unit, pair[n]) for unit, pair in enumerate(pairs) for n in (0, 1)])
    return float(task.alpha())


def as_close(units: int, same: int) -> tuple[int, int]:
    """How many sheets of yes and no would agree at least so often, and out of how many?

    Examples
    --------
    >>> as_close(4, 3)
    (5, 16)
    """
    return sum(comb(units, n) for n in range(same, units + 1)), 2**units
