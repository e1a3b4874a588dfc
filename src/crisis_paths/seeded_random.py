"""Random draws that come out the same everywhere: the same words, the same draws.

Only ``random.Random.random`` is promised to give the same numbers in every Python, so the draws
are made from it alone, and the seed is a SHA-256 of the words. Words that look alike are the same
words, however a keyboard or a mail wrote them.

Examples
--------
>>> SeededRandom("a seed").shuffled("abcdef") == SeededRandom("a seed").shuffled("abcdef")
True
>>> SeededRandom("a seed").shuffled("abcdef") == SeededRandom("another").shuffled("abcdef")
False
>>> SeededRandom("é").shuffled("abcdef") == SeededRandom(" e\\u0301\\u200b").shuffled("abcdef")
True
"""

from collections.abc import Sequence
from hashlib import sha256
from random import Random
from typing import TypeVar

from crisis_paths.words import clean

T = TypeVar("T")


class SeededRandom:
    """Draw at random, the same from the same words.

    Parameters
    ----------
    seed : str
        The words that decide all draws, as :func:`crisis_paths.words.clean` writes them.
    """

    def __init__(self, seed: str) -> None:
        """Seed the draws with the words."""
        digest = sha256(clean(seed).encode("utf-8", "surrogatepass")).digest()
        self._random = Random(int.from_bytes(digest, "big"))

    def below(self, n: int) -> int:
        """Return a number from 0 to ``n - 1``."""
        return int(self._random.random() * n)

    def pick(self, items: Sequence[T]) -> T:
        """Return one of the items."""
        return items[self.below(len(items))]

    def shuffled(self, items: Sequence[T]) -> list[T]:
        """Return all items, in an order that is drawn."""
        order = list(items)
        for last in range(len(order) - 1, 0, -1):
            other = self.below(last + 1)
            order[last], order[other] = order[other], order[last]
        return order

    def sample(self, items: Sequence[T], n: int) -> list[T]:
        """Return ``n`` different items."""
        return self.shuffled(items)[:n]
