"""What a caller gives: a word, several things of a kind, a number; read, or refused in a sentence.

Each reader here takes anything at all. What it does not return it refuses, so that a slip in a
call is named where it was made and never becomes an answer.

Examples
--------
>>> flag("value", 1), one_of("phase", "before", ("before", "after"))
(True, 'before')
>>> flag("value", "absent")
Traceback (most recent call last):
    ...
crisis_paths.errors.CrisisPathsError: value is 'absent', but must be one of: True, False.
"""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from numbers import Integral, Rational, Real
from os import PathLike
from pathlib import Path
from typing import TypeVar

from crisis_paths.errors import ALLOWED, CrisisPathsError, few, quoted
from crisis_paths.i18n import _
from crisis_paths.words import FLAG

T = TypeVar("T")


def flag(name: str, given: object) -> bool:
    """Read True or False; what equals them (1, 0, NumPy's two) will do, and no word will.

    Parameters
    ----------
    name : str
        How the error names what is read.
    given : object
        What came.

    Raises
    ------
    CrisisPathsError
        If it is anything else.
    """
    return FLAG.read(name, given)


def one_of(name: str, given: object, known: Iterable[T], sentence: str = "") -> T:
    """Return the one of the known words that was given.

    Parameters
    ----------
    name : str
        How the error names what is read.
    given : object
        What came.
    known : iterable of str
        The words there are.
    sentence : str, optional
        The refusal, with ``{got}`` and ``{known}``, where it is not the usual one.

    Raises
    ------
    CrisisPathsError
        If it is none of them.

    Examples
    --------
    >>> one_of("crisis", "x", "ab", "There is no crisis {got}; there are: {known}.")
    Traceback (most recent call last):
        ...
    crisis_paths.errors.CrisisPathsError: There is no crisis 'x'; there are: a, b.
    """
    known = tuple(known)
    if isinstance(given, str) and given in known:
        return known[known.index(given)]
    sentence = sentence or _("{name} is {got}, but must be one of: {known}.")
    raise CrisisPathsError(sentence.format(name=name, got=quoted(given), known=few(known, ALLOWED)))


def a(name: str, given: object, kind: type[T] | tuple[type, ...], what: str) -> T:
    """Give back what is of this kind.

    Parameters
    ----------
    name : str
        How the error names what is read.
    given : object
        What came.
    kind : type or tuple of types
        What it has to be an instance of.
    what : str
        The same in words, as the error puts it.

    Raises
    ------
    CrisisPathsError
        If it is of another.

    Examples
    --------
    >>> a("prefix", 5, str, "a text")
    Traceback (most recent call last):
        ...
    crisis_paths.errors.CrisisPathsError: prefix is 5, but must be a text.
    """
    if isinstance(given, kind):
        return given
    raise CrisisPathsError(
        _("{name} is {got}, but must be {what}.").format(name=name, got=quoted(given), what=what)
    )


def file_path(given: object) -> Path:
    """Give back the path of a file.

    Raises
    ------
    CrisisPathsError
        If it is no path and no text, or an empty one.

    Examples
    --------
    >>> file_path("sheet.csv").name
    'sheet.csv'
    """
    if isinstance(given, str | PathLike) and str(given).strip():
        return Path(given)
    raise CrisisPathsError(
        _("path is {got}, but must be the path of a file.").format(got=quoted(given))
    )


def several(name: str, given: object, kind: type[T], what: str) -> tuple[T, ...]:
    """Give back several things of a kind, in their order; one alone is taken for several.

    Parameters
    ----------
    name, given, kind
        As in :func:`a`.
    what : str
        The kind in words, in the plural.

    Raises
    ------
    CrisisPathsError
        If it is neither, or if something of another kind is among them.

    Examples
    --------
    >>> several("conditions", "WEAK", str, "names"), several("conditions", iter("AB"), str, "names")
    (('WEAK',), ('A', 'B'))
    >>> several("conditions", ["A", 2, 3], str, "names")
    Traceback (most recent call last):
        ...
    crisis_paths.errors.CrisisPathsError: conditions must be names, but among them are: 2, 3.
    """
    if isinstance(given, kind):
        return (given,)
    found = listed(given)
    if found is None:
        return a(name, given, kind, what)  # which refuses it
    if wrong := [quoted(one) for one in found if not isinstance(one, kind)]:
        raise CrisisPathsError(
            _("{name} must be {what}, but among them are: {wrong}.").format(
                name=name, what=what, wrong=few(wrong)
            )
        )
    return found


def listed(given: object) -> tuple | None:
    """Give back what stands in a list or the like; None of a text, a dictionary, or one thing.

    Examples
    --------
    >>> listed(range(2)), listed("AB"), listed({"A": 1}), listed(5)
    ((0, 1), None, None, None)
    """
    if isinstance(given, str | bytes | Mapping):
        return None
    try:
        return tuple(given)
    except TypeError:  # an array without a dimension says that it can be gone through
        return None


def exact(given: object) -> Fraction | None:
    """Read a number as it is written, so that 0.1 is one tenth; None if it is no number.

    Examples
    --------
    >>> exact(0.1), exact(Fraction(1, 3)), exact("1"), exact(True), exact(float("nan"))
    (Fraction(1, 10), Fraction(1, 3), None, None, None)
    """
    if isinstance(given, bool) or not isinstance(given, Real):
        return None
    if isinstance(given, Rational):
        return Fraction(given)
    try:
        return Fraction(str(given))
    except ValueError:  # not finite
        return None


def whole(name: str, given: object, least: int, most: int) -> int:
    """Return a whole number from the least to the most, either of them included.

    Parameters
    ----------
    name : str
        How the error names what is read.
    given : object
        What came.
    least, most : int
        The bounds.

    Raises
    ------
    CrisisPathsError
        If it is another, or no whole number.

    Examples
    --------
    >>> whole("count", 0, 1, 9)
    Traceback (most recent call last):
        ...
    crisis_paths.errors.CrisisPathsError: count is 0, but must be a whole number from 1 to 9.
    """
    if isinstance(given, Integral) and not isinstance(given, bool) and least <= given <= most:
        return int(given)
    raise CrisisPathsError(
        _("{name} is {got}, but must be a whole number from {least} to {most}.").format(
            name=name, got=quoted(given), least=least, most=most
        )
    )
