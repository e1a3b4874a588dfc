"""Dates as people write them."""

from crisis_paths.i18n import _
from crisis_paths.tables.dates import parts


def in_words(written: str, until: str = "") -> str:
    """Return a date, or a span of time, as people write it.

    Parameters
    ----------
    written : str
        A partial date.
    until : str
        The end of a span; a single date without.

    Raises
    ------
    CrisisPathsError
        As :func:`crisis_paths.tables.dates.parts`.

    Examples
    --------
    >>> in_words("2020-08-09"), in_words("2020-06"), in_words("2021")
    ('9 August 2020', 'June 2020', '2021')
    >>> in_words("2020-09-14", "2020-09-25")
    '14 September 2020 to 25 September 2020'
    """
    if until:
        return _("{start} to {end}").format(start=in_words(written), end=in_words(until))
    year, *rest = parts(written)
    if not rest:
        return str(year)
    month, *day = rest
    if not day:
        return _("{month} {year}").format(month=month_name(month), year=year)
    return _("{day} {month} {year}").format(day=day[0], month=month_name(month), year=year)


def month_name(month: int) -> str:
    """Return a month's name.

    Parameters
    ----------
    month : int
        From 1 to 12.

    Examples
    --------
    >>> month_name(8)
    'August'
    """
    return (
        *(_("January"), _("February"), _("March"), _("April"), _("May"), _("June")),
        *(_("July"), _("August"), _("September"), _("October"), _("November"), _("December")),
    )[month - 1]
