"""The framework's variables, in the article's words (section 3, Table 1).

Two causes and one outcome, two values each. A value is written as its lower-case English
word; the words of the Chinese text are understood as well.

Examples
--------
>>> Balance.parse("Adjusted"), Control.parse("弱")
(<Balance.ADJUSTED: 'adjusted'>, <Control.WEAK: 'weak'>)
>>> Control.parse("shaky")
Traceback (most recent call last):
    ...
crisis_paths.errors.CrisisPathsError: control is 'shaky', but must be one of: strong, weak (强, 弱).
"""

from enum import StrEnum
from functools import cache
from typing import Self

from crisis_paths.words import YES_NO, Vocabulary, fold


class Variable(StrEnum):
    """A variable with named values, each also known by the article's Chinese words."""

    def __new__(cls, value: str, *chinese: str) -> Self:
        """Make a member that is its English word and remembers the Chinese ones."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.chinese = chinese
        return member

    @property
    def other(self) -> Self:
        """The other value of the same variable.

        Examples
        --------
        >>> Balance.CONTINUED.other is Balance.ADJUSTED
        True
        """
        (left,) = (value for value in type(self) if value is not self)
        return left

    @classmethod
    @cache
    def vocabulary(cls) -> Vocabulary:
        """Return the words that mean each value, and the values as an error names them.

        Examples
        --------
        >>> Control.vocabulary().allowed
        'strong, weak (强, 弱)'
        """
        return Vocabulary(
            values=tuple(cls),
            words={fold(word): value for value in cls for word in (value.value, *value.chinese)},
            allowed="{english} ({chinese})".format(
                english=", ".join(cls), chinese=", ".join(value.chinese[0] for value in cls)
            ),
        )

    @classmethod
    def parse(cls, word: object) -> Self:
        """Return the value that this word names.

        Parameters
        ----------
        word : str
            An English value in any case, or a Chinese one as the article prints it.

        Returns
        -------
        Variable
            The member of this enumeration.

        Raises
        ------
        CrisisPathsError
            If the word is missing or names no value of this variable.

        Examples
        --------
        >>> Balance.parse("延续既往（模糊）")
        <Balance.CONTINUED: 'continued'>
        """
        return cls.vocabulary().read(cls.__name__.lower(), word)


class Balance(Variable):
    """A small or medium state's diplomatic balance (外交平衡; section 3, paragraph 2)."""

    CONTINUED = "continued", "延续既往", "延续既往（模糊）", "延续既往(模糊)"
    ADJUSTED = "adjusted", "外交倾向调整", "外交倾向调整（明确）", "外交倾向调整(明确)"


class Control(Variable):
    """How the regional hegemon perceives its controlling capabilities (控局能力认知)."""

    STRONG = "strong", "强"
    WEAK = "weak", "弱"


class Outcome(Variable):
    """How the crisis ends: under management or out of hand (可控危机, 失控危机)."""

    MANAGEABLE = "manageable", "可控危机", "可控"
    UNMANAGEABLE = "unmanageable", "失控危机", "失控"


def parse_turmoil(word: object) -> bool:
    """Read whether there is political turmoil (政局动荡).

    Parameters
    ----------
    word : bool or str
        ``True`` or ``False`` (also 1 and 0), ``yes``/``no``, ``true``/``false``, 有/无, 是/否;
        see :data:`crisis_paths.words.YES_NO`.

    Raises
    ------
    CrisisPathsError
        If the word is missing or none of these.

    Examples
    --------
    >>> parse_turmoil("Yes")
    True
    """
    return YES_NO.read("turmoil", word)
