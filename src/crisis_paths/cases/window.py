"""Ukraine 2013, and until when the crisis can be called manageable.

Table 2 puts Ukraine 2013 into a cell that Table 1 calls manageable; the article does not say
where it lets the crisis end. Section 4 calls a crisis managed that neither escalated nor
spilled over (4.1) and did not cross the border (4.3). Held against that, the dates of 2014,
which the article does not give, decide: they stand in the table ``checks``. The reading of
those dates is ours.

Examples
--------
>>> sayable("2014-02-23"), sayable("2014-02-27"), sayable("2014-03-18")
(<Sayable.YES: 'yes'>, <Sayable.DOUBTFUL: 'doubtful'>, <Sayable.NO: 'no'>)
"""

from enum import StrEnum

from crisis_paths.errors import CrisisPathsError, quoted
from crisis_paths.i18n import _
from crisis_paths.tables.dates import Precision, parts
from crisis_paths.tables.reading import rows

# Where the reader may let the crisis end: a month's last day, and the days that matter.
ENDS = (
    "2013-11-30",
    "2013-12-31",
    "2014-01-31",
    "2014-02-23",
    "2014-02-27",
    "2014-03-16",
    "2014-03-18",
    "2014-04-30",
    "2014-08-31",
)


DAY = Precision.DAY.parts


class Sayable(StrEnum):
    """Whether a crisis that ends here can be called manageable, in the article's sense."""

    YES = "yes"
    DOUBTFUL = "doubtful"
    NO = "no"


def _found(check: str) -> str:
    (day,) = (row["found_date"] for row in rows("checks") if row["check_id"] == check)
    return day


def _day(end: str) -> str:
    if len(parts(end)) != DAY:
        raise CrisisPathsError(_("{end} is no day; write YYYY-MM-DD.").format(end=quoted(end)))
    return end


def sayable(end: str) -> Sayable:
    """Tell whether a crisis that ends on this day can be called manageable.

    Parameters
    ----------
    end : str
        A day, ``YYYY-MM-DD``.

    Returns
    -------
    Sayable
        ``YES`` before armed men seize the buildings in Crimea, ``DOUBTFUL`` from then on, and
        ``NO`` from the treaty, by which a second state is party to what had been a domestic crisis.

    Raises
    ------
    CrisisPathsError
        If the day is none.

    Notes
    -----
    Source: sections 4.1 and 4.3 for the meaning of managed; the dates are from the table
    ``checks``; the reading is ours.
    """
    end = _day(end)
    if end < _found("ua13-seizure"):
        return Sayable.YES
    return Sayable.DOUBTFUL if end < _found("ua13-treaty") else Sayable.NO


def known_by(end: str) -> tuple[dict[str, str], ...]:
    """Return the dates looked up for 2013 and 2014 that lie before this day's end, in order.

    Parameters
    ----------
    end : str
        A day, ``YYYY-MM-DD``.

    Raises
    ------
    CrisisPathsError
        If the day is none.
    """
    end = _day(end)
    found = [row for row in rows("checks") if row["check_id"].startswith("ua13-")]
    dated = [row for row in found if row["found_date"] and row["found_date"] <= end]
    return tuple(sorted(dated, key=lambda row: row["found_date"]))
