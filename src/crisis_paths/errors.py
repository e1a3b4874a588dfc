"""The one exception that this package raises when it is given something it cannot use.

However long the input, a refusal stays readable: it names the first few places and counts the
rest, and it is never longer than a few screens.

Examples
--------
>>> few([3, 5, 8, 13, 21, 34, 55])
'3, 5, 8, 13, 21 and 2 more'
>>> raise CrisisPathsError.listing(["Line 2: no name.", "Line 3: no name."])
Traceback (most recent call last):
    ...
crisis_paths.errors.CrisisPathsError: Line 2: no name.
Line 3: no name.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable
from typing import Self

from crisis_paths.i18n import _

PLACES = 5  # that a refusal names before it counts the rest
LONGEST = 4_000  # characters of a refusal
QUOTED = 120  # characters of a value that a refusal quotes
ALLOWED = 24  # words that a refusal lists where it says what is allowed
RESERVE = 40  # characters for the count of the rest
# in which two faults of one kind differ: numbers, and what is quoted or stands in braces
VARIES = re.compile(r"\d+|'(?:[^'\\]|\\.)*['…]|\"(?:[^\"\\]|\\.)*[\"…]|\{[^}]*\}")


class CrisisPathsError(ValueError):
    """Bad input, named in one sentence: what was wrong, where, and what is allowed.

    Examples
    --------
    >>> issubclass(CrisisPathsError, ValueError)
    True
    >>> len(str(CrisisPathsError("x" * 1_000_000))) == LONGEST
    True
    """

    def __init__(self, message: str = "") -> None:
        """Keep the message, cut where nobody would read on."""
        super().__init__(cut(str(message), LONGEST))

    @classmethod
    def listing(cls, faults: Iterable[str], between: str = "\n", more: int = 0) -> Self:
        """Make one refusal of all faults: the first few of each kind, and how many more there are.

        Parameters
        ----------
        faults : iterable of str
            A sentence each. Two are of one kind if they differ in numbers and in what they quote
            only: the same fault in another line.
        between : str
            What stands between two of them.
        more : int
            How many more there are, not even written down.

        Examples
        --------
        >>> print(CrisisPathsError.listing([f"Line {n}: ?" for n in range(2, 9)], " "))
        Line 2: ? Line 3: ? Line 4: ? Line 5: ? Line 6: ? And 2 more.
        """
        seen, shown, left, room = Counter(), [], more, LONGEST - RESERVE
        for fault in (cut(fault, LONGEST // PLACES) for fault in faults):
            seen[kind := VARIES.sub("", fault)] += 1
            if seen[kind] <= PLACES and len(fault) < room:
                shown.append(fault)
                room -= len(fault) + len(between)
            else:
                left += 1
        more = [_("And {left} more.").format(left=left)] if left else []
        return cls(between.join([*shown, *more]))


def cut(text: str, longest: int) -> str:
    """Cut a text that is longer than it may be, and show that it goes on.

    Examples
    --------
    >>> cut("weak and adjusted", 8)
    'weak an…'
    """
    return text if len(text) <= longest else text[: longest - 1] + "…"


def few(places: Collection[object], most: int = PLACES) -> str:
    """Name the first few of several places, and count the rest.

    Examples
    --------
    >>> few(["A", "B"])
    'A, B'
    """
    named = ", ".join(
        cut(str(place), QUOTED) for place, _n in zip(places, range(most), strict=False)
    )
    rest = len(places) - most
    return _("{named} and {rest} more").format(named=named, rest=rest) if rest > 0 else named


def quoted(value: object) -> str:
    """Quote a value as it came, whatever its length.

    Examples
    --------
    >>> quoted("shaky"), len(quoted("x" * 1_000_000)) == QUOTED
    ("'shaky'", True)
    """
    text = repr(value)
    return text if len(text) <= QUOTED else cut(text, QUOTED - 1) + text[-1]  # its closing mark
