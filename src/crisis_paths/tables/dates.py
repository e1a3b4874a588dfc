"""Dates that say no more than the text does: a year, a month, or a day.

A partial date stands for all the days it may mean, so it has a first and a last one; by that
pair partial dates sort, and charts place them.

Examples
--------
>>> first_day("2020-06"), last_day("2020-06")
(datetime.date(2020, 6, 1), datetime.date(2020, 6, 30))
"""

import re
from calendar import monthrange
from datetime import date

from crisis_paths.errors import CrisisPathsError, quoted
from crisis_paths.i18n import _
from crisis_paths.words import Choice

# in the digits of ISO's own form, so that dates as texts sort as the days do
_FORM = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


class Precision(Choice):
    """How exactly the text dates something."""

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    HALF = "half"
    YEAR = "year"

    @property
    def parts(self) -> int:
        """The number of parts of an ISO date that it can fill: 1 year, 2 month, 3 day."""
        return {Precision.DAY: 3, Precision.YEAR: 1}.get(self, 2)


def parts(written: str) -> tuple[int, ...]:
    """Return the numbers that a partial date holds: year, then month, then day.

    Parameters
    ----------
    written : str
        ``2020``, ``2020-06`` or ``2020-06-19``.

    Raises
    ------
    CrisisPathsError
        If it has another form or names a day that there is not.

    Examples
    --------
    >>> parts("2020-06")
    (2020, 6)
    >>> parts("2021-02-29")  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    crisis_paths.errors.CrisisPathsError: '2021-02-29' is no date: write 2020, 2020-06 or ...
    """
    form = _FORM.fullmatch(written) if isinstance(written, str) else None
    found = tuple(int(part) for part in form.groups() if part) if form else ()
    try:
        date(*(*found, 1, 1)[:3])
    except (TypeError, ValueError):
        raise CrisisPathsError(
            _("{written} is no date: write 2020, 2020-06 or 2020-06-19.").format(
                written=quoted(written)
            )
        ) from None
    return found


def first_day(written: str) -> date:
    """Return the first day that a partial date may mean.

    Raises
    ------
    CrisisPathsError
        As :func:`parts`.
    """
    return date(*(*parts(written), 1, 1)[:3])


def last_day(written: str) -> date:
    """Return the last day that a partial date may mean.

    Raises
    ------
    CrisisPathsError
        As :func:`parts`.
    """
    year, *rest = parts(written)
    if not rest:
        return date(year, 12, 31)
    month, *day = rest
    return date(year, month, day[0] if day else monthrange(year, month)[1])


def finer_than(written: str, precision: Precision) -> bool:
    """Tell whether a date claims more than its precision allows.

    Raises
    ------
    CrisisPathsError
        As :func:`parts`, or if there is no such precision.

    Examples
    --------
    >>> finer_than("2020-06-19", Precision.MONTH), finer_than("2020-06", Precision.DAY)
    (True, False)
    """
    return len(parts(written)) > Precision(precision).parts
