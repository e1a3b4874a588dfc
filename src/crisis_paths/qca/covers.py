"""Covers: the sets of columns that meet every need at the lowest price, all of them.

A need is the set of columns that would meet it; one of them is enough. Petrick (1956) writes
this as a product of sums and multiplies it out. Here it is a search that leaves a branch only
where nothing cheap enough can come, so that every cheapest set is found, and found once.

Columns are numbered, and a set of columns is a number: its binary digits say which are in.

Examples
--------
>>> sorted(cheapest([0b011, 0b110, 0b101], [1, 1, 1]))
[(0, 1), (0, 2), (1, 2)]
>>> sorted(cheapest([0b011, 0b110, 0b101], [1, 1, 5]))
[(0, 1)]
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from math import inf

from crisis_paths.errors import CrisisPathsError
from crisis_paths.i18n import _

LIMIT = 1000  # sets that are listed before the question is refused


def cheapest(needs: Iterable[int], prices: Sequence[int]) -> tuple[tuple[int, ...], ...]:
    """Return the sets of columns that meet every need at the lowest price.

    Parameters
    ----------
    needs : iterable of int
        For each need, the columns that meet it.
    prices : sequence of int
        What each column costs, more than 0.

    Returns
    -------
    tuple of tuple of int
        Every such set, none twice, in no particular order; empty if a need cannot be met.

    Raises
    ------
    CrisisPathsError
        If there are more than 1000.
    """
    needs = set(needs)
    # a need is met as soon as another is whose columns are all among its own
    needs = [a for a in needs if not any(b != a and b & a == b for b in needs)]
    alike: dict[tuple[int, int], list[int]] = {}  # columns of one price that meet the same needs
    for n, price in enumerate(prices):
        if met := sum(1 << m for m, need in enumerate(needs) if need >> n & 1):
            alike.setdefault((price, met), []).append(n)
    kinds = sorted(alike)  # cheapest first
    costs = [price for price, _met in kinds]
    asked = [
        sum(1 << k for k, (_price, met) in enumerate(kinds) if met >> m & 1)
        for m in range(len(needs))
    ]
    budget = [inf]
    for cost, _chosen in _search(asked, costs, budget):
        budget[0] = cost - 1
    budget[0] += 1  # the lowest price there is
    found: list[tuple[int, ...]] = []
    for _cost, chosen in _search(asked, costs, budget):
        for columns in product(*(alike[kinds[k]] for k in chosen)):
            if len(found) == LIMIT:
                raise CrisisPathsError(
                    _("More than {limit} solutions tie; take fewer conditions.").format(limit=LIMIT)
                )
            found.append(tuple(sorted(columns)))
    return tuple(found)


def _search(
    needs: list[int],
    costs: list[int],
    budget: list[float],
    cost: int = 0,
    chosen: tuple[int, ...] = (),
) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Yield each set of kinds that meets the needs within the budget once, with its cost.

    No kind is added that meets no need still open. A set that meets the need picked below has a
    first kind there. It is found in the branch of that kind, where those before it are ruled out,
    and in no other.
    """
    if cost + _at_least(needs, costs) > budget[0]:
        return
    if not needs:
        yield cost, chosen
        return
    pick = min(needs, key=int.bit_count)
    while pick:
        kind = pick & -pick
        n = kind.bit_length() - 1
        left = [need for need in needs if not need & kind]
        yield from _search(left, costs, budget, cost + costs[n], (*chosen, n))
        needs = [need & ~kind for need in needs]
        pick ^= kind


def _at_least(needs: list[int], costs: list[int]) -> float:
    """Return what it will cost at the least: needs without a common kind are paid for apart."""
    total = taken = 0
    for need in sorted(needs, key=int.bit_count):
        if not need:
            return inf
        if not need & taken:
            taken |= need
            total += costs[(need & -need).bit_length() - 1]
    return total
