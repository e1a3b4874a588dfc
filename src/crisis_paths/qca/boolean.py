"""Boolean minimisation: the shortest formulas that are true of some rows and false of others.

A truth table with n conditions has 2**n rows. A row is a number: its binary digits say which
conditions hold, the first condition first. A cube is a product of conditions, some required to
hold, some required to fail, the rest left open: a pair (mask, bits), whose mask has a 1 for each
condition that the product asks for and whose bits say what it asks.

Quine (1952) and McCluskey (1956) merge rows that differ in one condition until nothing merges
any more. What is left are the prime implicants, products from which no condition can be struck;
the smallest sets of them that cover every row are the shortest formulas.

Examples
--------
>>> both, first = 0b11, 0b10
>>> minimise(2, frozenset({both}))
(((3, 3),),)
>>> minimise(2, frozenset({both}), frozenset({first}))
(((2, 2),),)
"""

from collections.abc import Iterable
from functools import lru_cache

from crisis_paths.qca.covers import cheapest

Cube = tuple[int, int]
Cover = tuple[Cube, ...]

_A_PRODUCT = 1 << 16  # the price of a product, in literals: more than any formula has


def holds(cube: Cube, row: int) -> bool:
    """Tell whether the product is true of this row.

    Examples
    --------
    >>> holds((0b10, 0b10), 0b11), holds((0b10, 0b10), 0b01)
    (True, False)
    """
    mask, bits = cube
    return row & mask == bits


def values(cube: Cube, width: int) -> tuple[bool | None, ...]:
    """Return what the product asks of each condition: to hold, to fail, or nothing (None).

    Examples
    --------
    >>> values((0b101, 0b100), 3)
    (True, None, False)
    """
    mask, bits = cube
    places = reversed(range(width))
    return tuple(bool(bits >> n & 1) if mask >> n & 1 else None for n in places)


def order(cube: Cube, width: int) -> tuple[int, ...]:
    """Return a key to sort products by: what holds, then what fails, then what is left open.

    Examples
    --------
    >>> order((0b101, 0b100), 3)
    (0, 2, 1)
    """
    return tuple({True: 0, False: 1, None: 2}[value] for value in values(cube, width))


def primes(rows: Iterable[int], width: int) -> Cover:
    """Return the prime implicants of some rows: products from which no condition can be struck.

    Parameters
    ----------
    rows : iterable of int
        The rows of which a product may be true.
    width : int
        The number of conditions.

    Returns
    -------
    tuple of Cube
        The prime implicants, in a stable order.

    Examples
    --------
    >>> [values(cube, 2) for cube in primes({0b11, 0b10, 0b01}, 2)]
    [(True, None), (None, True)]
    """
    level = {((1 << width) - 1, row) for row in rows}
    found: set[Cube] = set()
    while level:
        merged, used = set(), set()
        for mask, bits in level:
            for bit in (1 << n for n in range(width)):
                if mask & bit and (mask, bits ^ bit) in level:
                    merged.add((mask ^ bit, bits & ~bit))
                    used.add((mask, bits))
        found |= level - used
        level = merged
    return tuple(sorted(found, key=lambda cube: order(cube, width)))


@lru_cache(maxsize=4096)
def minimise(
    width: int,
    positive: frozenset[int],
    remainders: frozenset[int] = frozenset(),
    *,
    literals: bool = True,
) -> tuple[Cover, ...]:
    """Return the shortest formulas true of all positive rows, and else of remainders at most.

    Parameters
    ----------
    width : int
        The number of conditions.
    positive, remainders : frozenset of int
        The rows of which a formula must be true, and those of which it may be.
    literals : bool, default True
        Shortest means fewest products; whether, among those, only the formulas with the fewest
        literals count, a literal being a condition or its denial.

    Returns
    -------
    tuple of tuple of Cube
        All of them, in a stable order. The formula without products if no row is positive.

    Raises
    ------
    CrisisPathsError
        If more than 1000 tie.
    """
    cubes = primes(positive | remainders, width)
    prices = [_A_PRODUCT + cube[0].bit_count() * literals for cube in cubes]
    needs = (sum(1 << n for n, cube in enumerate(cubes) if holds(cube, row)) for row in positive)
    covers = sorted(cheapest(needs, prices))  # the cubes stand in order, and so do the covers
    return tuple(tuple(cubes[n] for n in cover) for cover in covers)
