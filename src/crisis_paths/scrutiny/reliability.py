"""Two measures of agreement beyond chance, worked out in whole numbers and fractions.

Both take pairs of values, one pair for each case that two coders have coded; the values are names
and have no order. Nothing here knows of crises.

- Cohen's kappa: Cohen, “A Coefficient of Agreement for Nominal Scales”, Educational and
  Psychological Measurement 20 (1960).
- Its variance in large samples: Fleiss, Cohen and Everitt, “Large Sample Standard Errors of Kappa
  and Weighted Kappa”, Psychological Bulletin 72 (1969). Of their two formulas it is the one for an
  interval; the other, for a test of no agreement at all, supposes that kappa is 0.
- Krippendorff's alpha for two coders, nominal values and nothing left open: Krippendorff,
  “Computing Krippendorff's Alpha-Reliability” (2011).

Examples
--------
>>> pairs = list(zip("cccaa", "cccca"))
>>> cohen(pairs)
(Fraction(6, 11), Fraction(1920, 14641))
>>> krippendorff(pairs)
Fraction(4, 7)
"""

from collections import Counter
from collections.abc import Hashable, Sequence
from fractions import Fraction

Pair = tuple[Hashable, Hashable]


def cohen(pairs: Sequence[Pair]) -> tuple[Fraction, Fraction] | None:
    """Work out Cohen's kappa and its large-sample variance.

    Parameters
    ----------
    pairs : sequence of pairs
        What the first and the second coder say of each case; at least one.

    Returns
    -------
    tuple of Fraction, or None
        None if both coders use one and the same value throughout: chance is then certain, and
        there is nothing beyond it.

    Examples
    --------
    >>> cohen([("a", "a"), ("b", "b")])
    (Fraction(1, 1), Fraction(0, 1))
    >>> cohen([("a", "a"), ("a", "a")]) is None
    True
    """
    units = len(pairs)
    first, second = (_shares(side) for side in zip(*pairs, strict=True))
    chance = sum(share * second[value] for value, share in first.items())
    if chance == 1:
        return None
    same = Fraction(sum(a == b for a, b in pairs), units)
    kappa = (same - chance) / (1 - chance)
    # how much each pair of values moves kappa: its mean square less the square of its mean
    square = sum(
        share * ((a == b) - (second[a] + first[b]) * (1 - kappa)) ** 2
        for (a, b), share in _shares(pairs).items()
    )
    mean = kappa - chance * (1 - kappa)
    return kappa, (square - mean**2) / (1 - chance) ** 2 / units


def krippendorff(pairs: Sequence[Pair]) -> Fraction | None:
    """Work out Krippendorff's alpha.

    Parameters
    ----------
    pairs : sequence of pairs
        As :func:`cohen` takes them.

    Returns
    -------
    Fraction or None
        None if there is one value throughout.

    Examples
    --------
    >>> krippendorff([("a", "b"), ("b", "a")])
    Fraction(-1, 2)
    """
    values = Counter(value for pair in pairs for value in pair)
    total = values.total()
    # ordered pairs of different values: within the cases, and among all values put together
    within = 2 * sum(a != b for a, b in pairs)
    among = total**2 - sum(count**2 for count in values.values())
    return 1 - Fraction(within * (total - 1), among) if among else None


def _shares(values: Sequence[Hashable]) -> Counter:
    """Return the share of each value in all; 0 for one that does not occur."""
    counts = Counter(values)
    return Counter({value: Fraction(n, len(values)) for value, n in counts.items()})
