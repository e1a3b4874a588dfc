"""Words for how likely a clue is to be seen, and kinds of clue.

A clue is needed if without it an explanation would be in trouble, and enough if with it the
rival would be. The two cross, which makes four kinds; the words, the numbers behind them and
the threshold are this book's own.

Examples
--------
>>> label(Fraction(19, 20), Fraction(1, 2)).value
'hoop'
>>> Likelihood.LIKELY.moved(1).value, Likelihood.ALMOST_NEVER.moved(-1).value
('very_likely', 'almost_never')
"""

from enum import StrEnum
from fractions import Fraction

from crisis_paths.errors import ALLOWED, CrisisPathsError, few, quoted
from crisis_paths.given import exact, whole
from crisis_paths.i18n import _
from crisis_paths.words import Choice

FACTOR = 4  # a clue is needed, or enough, if it changes the odds by this much


class Likelihood(Choice):
    """How likely one would be to see a clue: seven words, even about a half."""

    ALMOST_CERTAIN = "almost_certain"
    VERY_LIKELY = "very_likely"
    LIKELY = "likely"
    EVEN = "even"
    UNLIKELY = "unlikely"
    VERY_UNLIKELY = "very_unlikely"
    ALMOST_NEVER = "almost_never"

    @classmethod
    def refuse(cls, got: object) -> str:
        """Give the sentence that refuses what is no likelihood."""
        return _("There is no likelihood {got}; there are: {known}.").format(
            got=quoted(got), known=few(cls, ALLOWED)
        )

    @property
    def label(self) -> str:
        """The word as a reader sees it."""
        return {
            Likelihood.ALMOST_CERTAIN: _("almost certain to be seen"),
            Likelihood.VERY_LIKELY: _("very likely to be seen"),
            Likelihood.LIKELY: _("likely to be seen"),
            Likelihood.EVEN: _("as likely to be seen as not (50:50)"),
            Likelihood.UNLIKELY: _("unlikely to be seen"),
            Likelihood.VERY_UNLIKELY: _("very unlikely to be seen"),
            Likelihood.ALMOST_NEVER: _("almost never seen"),
        }[self]

    @property
    def probability(self) -> Fraction:
        """The number that this book puts behind the word, as an exact fraction.

        Examples
        --------
        >>> [int(100 * word.probability) for word in Likelihood]
        [95, 85, 70, 50, 30, 15, 5]
        """
        percent = dict(zip(Likelihood, (95, 85, 70, 50, 30, 15, 5), strict=True))
        return Fraction(percent[self], 100)

    def moved(self, steps: int) -> "Likelihood":
        """Return the word so many steps likelier; there is none beyond the ends.

        Parameters
        ----------
        steps : int
            How many; below 0 for less likely.

        Raises
        ------
        CrisisPathsError
            If the steps are no whole number, or more than there are words.

        Examples
        --------
        >>> Likelihood.EVEN.moved(-1).value, Likelihood.ALMOST_CERTAIN.moved(1).value
        ('unlikely', 'almost_certain')
        """
        words = list(Likelihood)
        steps = whole("steps", steps, -len(words), len(words))
        return words[min(max(words.index(self) - steps, 0), len(words) - 1)]


class Label(StrEnum):
    """What kind of test a clue is for the explanation that it speaks for."""

    DOUBLY_DECISIVE = "doubly-decisive"
    HOOP = "hoop"
    SMOKING_GUN = "smoking-gun"
    STRAW = "straw"

    @property
    def label(self) -> str:
        """The kind as a reader sees it."""
        return {
            Label.DOUBLY_DECISIVE: _("doubly decisive: needed, and enough"),
            Label.HOOP: _("hoop: needed, not enough"),
            Label.SMOKING_GUN: _("smoking gun: enough, not needed"),
            Label.STRAW: _("straw in the wind: neither needed nor enough"),
        }[self]


def label(p_h: Fraction | float, p_r: Fraction | float) -> Label:
    """Return the kind of test that a clue is for an explanation, held against a rival.

    Parameters
    ----------
    p_h, p_r : Fraction or float
        How likely the clue is if the explanation is true, and if the rival is: 0 to 1.

    Returns
    -------
    Label
        Needed (hoop, doubly decisive) if without the clue the odds on the explanation fall to
        a quarter or less, ``1 - p_r >= 4 * (1 - p_h)``; enough (smoking gun, doubly decisive)
        if with it they rise fourfold or more, ``p_h >= 4 * p_r``. A straw in all else, and so
        wherever the clue is no likelier under the explanation than under the rival:
        ``label(p_r, p_h)`` says what it is for the rival.

    Raises
    ------
    CrisisPathsError
        If a likelihood is no number, below 0 or above 1.

    Notes
    -----
    The four kinds are Van Evera's, as set out by Collier (collier2011 in the bibliography);
    the thresholds are ours. His certainty and uniqueness look at one likelihood each. Here
    each is held against the other, so that what is equally sure, or equally rare, under both
    is a straw.

    Examples
    --------
    >>> label(0.5, 0.05).label
    'smoking gun: enough, not needed'
    >>> label(0.95, 0.95) is label(0.05, 0.95) is Label.STRAW
    True
    """
    p_h, p_r = _between(p_h), _between(p_r)
    needed = p_h > p_r and 1 - p_r >= FACTOR * (1 - p_h)
    enough = p_h > p_r and p_h >= FACTOR * p_r
    if needed:
        return Label.DOUBLY_DECISIVE if enough else Label.HOOP
    return Label.SMOKING_GUN if enough else Label.STRAW


def _between(given: Fraction | float) -> Fraction:
    """Read a likelihood exactly: with 0.95 and 0.8 as floats, 1 - 0.8 < 4 * (1 - 0.95)."""
    found = exact(given)
    if found is None or not 0 <= found <= 1:
        raise CrisisPathsError(
            _("A likelihood is {given}, but must lie between 0 and 1.").format(given=quoted(given))
        )
    return found
