"""What the article says was done in each crisis: how strongly each side intervened.

A degree where it gives one; where it only compares two crises, the comparison.

Examples
--------
>>> observed("kyrgyzstan_2020", Actor.HEGEMON)
<Degree.NONE: 'none'>
>>> observed("ukraine_2013", Actor.HEGEMON) is None
True
>>> compared("ukraine_2013", "ukraine_2022", Actor.HEGEMON)
-1
"""

import re

from crisis_paths.framework.actors import Actor
from crisis_paths.given import one_of
from crisis_paths.tables.reading import rows
from crisis_paths.words import Choice

SIDES = (Actor.HEGEMON, Actor.EXTERNAL)


class Degree(Choice):
    """How strongly a side intervened, weakest first."""

    NONE = "none"
    LIMITED = "limited"
    STRONG = "strong"


def observed(case: str, actor: Actor) -> Degree | None:
    """Return how strongly this side intervened in this crisis.

    Parameters
    ----------
    case : str
        A case of the table ``cases``.
    actor : {Actor.HEGEMON, Actor.EXTERNAL}
        Which side.

    Returns
    -------
    Degree or None
        None where the article gives no degree.

    Raises
    ------
    CrisisPathsError
        If there is no such crisis, or the actor is neither side.
    """
    table, actor = {row["case"]: row for row in rows("cases")}, one_of("actor", actor, SIDES)
    found = table[one_of("case", case, table)][f"{actor}_intervention"]
    return Degree(found) if found else None


def compared(case: str, other: str, actor: Actor) -> int | None:
    """Tell whether this side did more (1), as much (0) or less (-1) in the first of two crises.

    Parameters
    ----------
    case, other : str
        Two cases of the table ``cases``.
    actor : {Actor.HEGEMON, Actor.EXTERNAL}
        Which side.

    Returns
    -------
    int or None
        None where neither degrees nor a sentence of the article tell.

    Raises
    ------
    CrisisPathsError
        As :func:`observed`.

    Notes
    -----
    Source: the degrees in ``cases``; where one is missing, the comparisons in ``rivals``
    (section 2.2.3 has Russia do less in Ukraine in 2013 than in 2022).
    """
    first, second = observed(case, actor), observed(other, actor)
    if first and second:
        order = list(Degree)
        return (order.index(first) > order.index(second)) - (
            order.index(first) < order.index(second)
        )
    said = {
        (row["case"], match[2]): {"more": 1, "less": -1}[match[1]]
        for row in rows("rivals")
        if row["actor"] == actor
        and (match := re.fullmatch(r"(more|less) than in (\w+)", row["observed"]))
    }
    return said.get((case, other))
