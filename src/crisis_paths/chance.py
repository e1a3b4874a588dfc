"""Chance that comes out the same everywhere: the same words, the same draws.

Only ``random.Random.random`` is promised to give the same numbers in every Python, so the draws
are made from it alone, and the seed is a SHA-256 of the words. Words that look alike are the same
words, however a keyboard or a mail wrote them.

Examples
--------
>>> Chance("a seed").shuffled("abcdef") == Chance("a seed").shuffled("abcdef")
True
>>> Chance("a seed").shuffled("abcdef") == Chance("another").shuffled("abcdef")
False
>>> Chance("é").shuffled("abcdef") == Chance(" e\\u0301\\u200b").shuffled("abcdef")
True
"""

from collections.abc import Sequence
from hashlib import sha256
from random import Random
from typing import TypeVar

from crisis_paths.words import clean

T = TypeVar("T")


class Chance:
    """A source of draws.

    Parameters
    ----------
    seed : str
        The words that decide all draws, as :func:`crisis_paths.words.clean` writes them.
    """

    def __init__(self, seed: str) -> None:
        """Start from the words."""
        digest = sha256(clean(seed).encode("utf-8", "surrogatepass")).digest()
        self._random = Random(int.from_bytes(digest, "big"))

    def below(self, n: int) -> int:
        """Which number from 0 to ``n - 1``?"""
        return int(self._random.random() * n)

    def pick(self, found: Sequence[T]) -> T:
        """Which of these?"""
        return found[self.below(len(found))]

    def shuffled(self, found: Sequence[T]) -> list[T]:
        """All of these, in which order?"""
        drawn = list(found)
        for last in range(len(drawn) - 1, 0, -1):
            other = self.below(last + 1)
            drawn[last], drawn[other] = drawn[other], drawn[last]
        return drawn

    def sample(self, found: Sequence[T], n: int) -> list[T]:
        """Which ``n`` different ones of these?"""
        return self.shuffled(found)[:n]
