"""Agreement between two coders: how often they agree, and what that is worth.

Two coders who toss coins agree half the time, so agreement is counted beyond chance. Cohen's
kappa takes chance from each coder's own habits, Krippendorff's alpha from the habits of both
together; 1 is full agreement and 0 no more than chance. From a handful of cases neither says
much, and the interval around kappa shows how little. Nothing here knows of crises.

The formulas are in :mod:`crisis_paths.scrutiny.reliability`, exact up to the last step.

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

from collections.abc import Hashable, Iterable, Mapping, Set
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from math import comb, sqrt
from operator import index
from statistics import NormalDist
from unicodedata import normalize

from crisis_paths.errors import CrisisPathsError, few, quoted
from crisis_paths.i18n import _
from crisis_paths.scrutiny.reliability import cohen, krippendorff
from crisis_paths.words import fold, is_missing

REACH = NormalDist().inv_cdf(0.975)  # standard errors on either side of kappa, for 95 per cent


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


def agree(first: Iterable[Hashable], second: Iterable[Hashable]) -> Agreement:
    """Tell how far two coders agree.

    Parameters
    ----------
    first, second : iterable
        A value for each case, in the same order: a list, a column, or a text with a letter a
        case. Cases go by their place alone, whatever index a column has.

        Any words or numbers will do. 0, False and "0" are values like others; a case is open,
        and not counted, where either coder has None, NaN, an empty or a blank word. Words are
        the same that :func:`crisis_paths.words.fold` makes the same, so that neither case nor
        blanks at the edges nor Unicode's forms matter. Of other values those are the same that
        Python calls equal: 1, 1.0 and True are.

    Raises
    ------
    CrisisPathsError
        If either is not a sequence of single values; if some values are words and others are
        not, since nobody can say whether 1 and "1" agree; if the two differ in length; or if
        there is no case that both have coded.

    Notes
    -----
    These measures are not the article's; the chapter that uses them is ours.

    Examples
    --------
    >>> agree([0, 1, 0, 1, 0], [0, 1, 1, 1, 0]) == agree("01010", "01110")
    True
    >>> agree(["weak", "strong", None], [" Weak", "strong", "weak"]).units
    2
    """
    sides = _read("first", first), _read("second", second)
    if len(sides[0]) != len(sides[1]):
        raise CrisisPathsError(
            _("One coder has {first} cases and the other {second}; give the same cases.").format(
                first=len(sides[0]), second=len(sides[1])
            )
        )
    _refuse_mixed(value for side in sides for value in side if value is not None)
    pairs = [pair for pair in zip(*sides, strict=True) if None not in pair]
    if not pairs:
        raise CrisisPathsError(
            _("There is no case that both coders have coded; agreement needs at least one.")
        )
    same = sum(a == b for a, b in pairs)
    found = cohen(pairs)
    if found is None:
        return Agreement(len(pairs), same, None, None, None, Doubt.NO_SPREAD)
    kappa, variance = found
    alpha = float(krippendorff(pairs))
    if not variance:
        # with one value on one side, what is seen is just what chance expects
        one_sided = any(len(set(side)) == 1 for side in zip(*pairs, strict=True))
        doubt = Doubt.ONE_SIDED if one_sided else Doubt.NO_WIDTH
        return Agreement(len(pairs), same, float(kappa), None, alpha, doubt)
    half = REACH * sqrt(variance)
    low, high = float(kappa) - half, float(kappa) + half
    doubt = None if not low <= 0 <= high else Doubt.WIDE if high >= 1 else Doubt.CHANCE
    return Agreement(len(pairs), same, float(kappa), (low, high), alpha, doubt)


# what can be walked through, and gives no values in their order
NO_SHEET = (bytes, bytearray, memoryview, Mapping, Set)


def _read(name: str, given: Iterable[Hashable]) -> list[Hashable | None]:
    """Return a coder's values as they are compared; None where the case is open."""
    values = None
    # a frame would give its columns' names
    if not isinstance(given, NO_SHEET) and getattr(given, "ndim", 1) == 1:
        with suppress(TypeError):
            values = iter(given)
    if values is None:
        raise CrisisPathsError(
            _(
                "{name} has the type {type}, but must give a value for each case, in order: a list,"
                " a column, or a text with a letter a case."
            ).format(name=name, type=type(given).__name__)
        )
    if isinstance(given, str):  # a letter and its accent are one, however they are written
        values = iter(normalize("NFC", given))
    read, places = [], {}
    for place, value in enumerate(values, 1):
        try:
            hash(value)
        except TypeError:
            places[place] = value
        else:
            read.append(None if is_missing(value) else fold(value))
    if places:
        raise CrisisPathsError(
            _(
                "{name}: a value must be a word or a number, which {value} is not (case {places})."
            ).format(name=name, value=quoted(next(iter(places.values()))), places=few(places))
        )
    return read


def _refuse_mixed(values: Iterable[Hashable]) -> None:
    kinds = {isinstance(value, str): value for value in values}
    if len(kinds) > 1:
        raise CrisisPathsError(
            _(
                "Some values are words and others are not, such as {word} and {other}; write all"
                " of them as words, or none."
            ).format(word=quoted(kinds[True]), other=quoted(kinds[False]))
        )


def as_close(units: int, same: int) -> tuple[int, int]:
    """Count the sheets of yes and no that agree at least so often, and all there are.

    Parameters
    ----------
    units : int
        How many cases a sheet has; 0 or more.
    same : int
        On how many of them it agrees; from 0 to all.

    Raises
    ------
    CrisisPathsError
        If either is not a whole number, or not in these bounds.

    Examples
    --------
    >>> as_close(4, 3)
    (5, 16)
    """
    units, same = _whole("units", units), _whole("same", same)
    if not 0 <= same <= units:
        raise CrisisPathsError(
            _("same is {same} of {units} units, but must be from 0 to all of them.").format(
                same=quoted(same), units=quoted(units)
            )
        )
    return sum(comb(units, n) for n in range(same, units + 1)), 2**units


def _whole(name: str, number: int) -> int:
    if not isinstance(number, bool):
        with suppress(TypeError):
            return index(number)
    raise CrisisPathsError(
        _("{name} is {number}, but must be a whole number, 0 or more.").format(
            name=name, number=quoted(number)
        )
    )
