"""How evenly a state's meetings spread over its partners.

The article counts like meetings with rival powers, close in time, among the ways in which a
state shows its balance, and names summits of the Central Asian states (section 5, paragraph 2).
It measures nothing. The measure here is ours, after Laakso and Taagepera (1979): the effective
number of partners, 1/Σp², which is the number of partners if each has the same share and falls
the more unequal the shares are; evenness is that number divided by the number of partners.

Examples
--------
>>> plainly = counted(Grouping.EACH)
>>> {partner.value: float(count) for partner, count in plainly.items()}
{'russia': 1.0, 'eu': 2.0, 'us': 1.0, 'germany': 1.0}
>>> effective_number(plainly), evenness(plainly)
(Fraction(25, 7), Fraction(25, 28))
"""

from collections.abc import Mapping
from fractions import Fraction

from crisis_paths.errors import CrisisPathsError, few, quoted
from crisis_paths.follows.summits import SUMMITS, Partner
from crisis_paths.given import a, exact, flag
from crisis_paths.i18n import _
from crisis_paths.words import Choice


class Grouping(Choice):
    """Who counts as one partner."""

    EACH = "each"
    JOINED = "joined"
    CAMPS = "camps"

    def of(self, partner: Partner) -> Partner:
        """Return the partner as whom this one is counted.

        Raises
        ------
        CrisisPathsError
            If there is no such partner.

        Examples
        --------
        >>> [grouping.of(Partner.GERMANY).value for grouping in Grouping]
        ['germany', 'eu', 'west']
        """
        partner = Partner(partner)
        western = {Partner.EU, Partner.US, Partner.GERMANY}
        if self is Grouping.CAMPS and partner in western:
            return Partner.WEST
        if self is Grouping.JOINED and partner is Partner.GERMANY:
            return Partner.EU
        return partner


def counted(
    grouping: Grouping | str, *, eu_weight: Fraction | int = 1, china: bool = False
) -> Mapping[Partner, Fraction]:
    """Count each partner's meetings in this way.

    Parameters
    ----------
    grouping : {"each", "joined", "camps"}
        Each partner by itself; Germany with the EU; or the EU, Germany and the United States
        as one.
    eu_weight : Fraction or int, default 1
        What a meeting with the EU counts, from 0 to 1: they were styled high-level meetings.
    china : bool, default False
        Whether the summit with China counts, which the article does not name.

    Raises
    ------
    CrisisPathsError
        If there is no such grouping, the weight is not between 0 and 1, or whether China counts
        is neither True nor False.

    Examples
    --------
    >>> [str(count) for count in counted("camps", eu_weight=Fraction(1, 2)).values()]
    ['1', '3']
    """
    grouping, china, eu = Grouping(grouping), flag("china", china), exact(eu_weight)
    if eu is None or not 0 <= eu <= 1:
        raise CrisisPathsError(
            _("A meeting with the EU counts {weight}, but must count from 0 to 1.").format(
                weight=quoted(eu_weight)
            )
        )
    counts: dict[Partner, Fraction] = {}
    for summit in SUMMITS:
        if summit.event or china:
            who = grouping.of(summit.partner)
            weight = eu if summit.partner is Partner.EU else 1
            counts[who] = counts.get(who, Fraction(0)) + weight
    return counts


def shares(counts: Mapping[Partner, Fraction]) -> Mapping[Partner, Fraction]:
    """Return the share of the meetings that each partner has.

    Parameters
    ----------
    counts : mapping of Partner to Fraction
        The meetings with each partner, 0 or more.

    Raises
    ------
    CrisisPathsError
        If a count is negative or no number, or there is nothing to share.
    """
    a("counts", counts, Mapping, _("a dictionary, with a number for each partner"))
    read = {who: exact(count) for who, count in counts.items()}
    if None in read.values() or not sum(read.values()) or min(read.values()) < 0:
        raise CrisisPathsError(
            _("The counts are {counts}, but none may be below 0 and one must be above.").format(
                counts=few([str(count) for count in counts.values()]) or _("none")
            )
        )
    return {who: count / sum(read.values()) for who, count in read.items()}


def effective_number(counts: Mapping[Partner, Fraction]) -> Fraction:
    """Return how many partners of equal share would be as spread out, from 1 to their number.

    Raises
    ------
    CrisisPathsError
        As :func:`shares`.

    Notes
    -----
    Source: Laakso and Taagepera (1979); to count meetings so is ours.
    """
    return 1 / sum(share**2 for share in shares(counts).values())


def evenness(counts: Mapping[Partner, Fraction]) -> Fraction:
    """Return how even the shares are: the effective number of partners divided by their number.

    Raises
    ------
    CrisisPathsError
        As :func:`shares`.

    Examples
    --------
    >>> evenness({Partner.RUSSIA: 3, Partner.EU: 3}), evenness({Partner.RUSSIA: 1, Partner.EU: 0})
    (Fraction(1, 1), Fraction(1, 2))
    """
    return effective_number(counts) / len(counts)
