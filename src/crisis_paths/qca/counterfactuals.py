"""Easy counterfactuals: what a theory allows one to suppose of combinations nobody has seen.

A solution that uses no row without cases may keep conditions that do no work. One that may use
any such row can lean on combinations that nobody would believe in. Ragin and Sonnett (2004) go
between: of the rows that the shorter solution leans on, an analyst who expects a condition to
help the outcome may accept those that differ from what was seen only by adding that help.

Examples
--------
Two conditions, both seen to hold where the outcome came; that only the first holds was never
seen. An analyst who expects the second to fail where the outcome comes may strike it.

>>> both, first = 0b11, 0b10
>>> intermediate(2, frozenset({both}), frozenset({first}), (0b01, 0b00))
(((2, 2),),)
>>> intermediate(2, frozenset({both}), frozenset({first}), (0b01, 0b01))
(((3, 3),),)
"""

from itertools import product

from crisis_paths.qca.boolean import Cover, Cube, holds, minimise, order


def within(inner: Cube, outer: Cube) -> bool:
    """Tell whether the second product is true wherever the first is.

    Examples
    --------
    >>> within((0b11, 0b10), (0b10, 0b10)), within((0b10, 0b10), (0b11, 0b10))
    (True, False)
    """
    return inner[0] & outer[0] == outer[0] and inner[1] & outer[0] == outer[1]


def easy(
    cover: Cover, simplest: Cover, expected: Cube, remainders: frozenset[int]
) -> frozenset[int]:
    """Return the remainders used by the simpler formula that expectations make easy to accept.

    Parameters
    ----------
    cover, simplest : tuple of Cube
        A formula that uses no remainder, and one that may use any.
    expected : Cube
        Of which conditions something is expected, and with which value they help the outcome.
    remainders : frozenset of int
        The rows without cases.

    Notes
    -----
    In each product of ``cover`` that lies within one of ``simplest``, what goes against an
    expectation and does not stand in the latter is struck out. The remainders of which the
    product is then true are the easy ones.
    """
    found: set[int] = set()
    for inner, outer in product(cover, simplest):
        if within(inner, outer):
            against = inner[0] & ~outer[0] & expected[0] & (inner[1] ^ expected[1])
            wider = (inner[0] & ~against, inner[1] & ~against)
            found |= {row for row in remainders if holds(wider, row)}
    return frozenset(found)


def intermediate(
    width: int,
    positive: frozenset[int],
    remainders: frozenset[int],
    expected: Cube,
    *,
    literals: bool = True,
) -> tuple[Cover, ...]:
    """Return the shortest formulas that use easy counterfactuals only.

    Parameters
    ----------
    width, positive, remainders, literals
        As in :func:`crisis_paths.qca.boolean.minimise`.
    expected : Cube
        As in :func:`easy`.

    Returns
    -------
    tuple of tuple of Cube
        The shortest formulas for each pair of a conservative and a parsimonious one, as in the
        R package QCA (Duşa 2019), together: none twice, those with the fewest products first.

    Raises
    ------
    CrisisPathsError
        If more than 1000 formulas tie.
    """
    closest = minimise(width, positive, literals=literals)
    simplest = minimise(width, positive, remainders, literals=literals)
    allowed = {
        easy(near, short, expected, remainders) for near, short in product(closest, simplest)
    }
    found = {
        cover for rows in allowed for cover in minimise(width, positive, rows, literals=literals)
    }
    by_length = sorted(found, key=lambda cover: [order(cube, width) for cube in cover])
    return tuple(sorted(by_length, key=len))
