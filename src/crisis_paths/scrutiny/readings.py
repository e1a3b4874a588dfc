"""Two readings of the two Ukrainian crises, and what each makes of the framework.

Table 2 puts Ukraine 2013 where control is perceived as strong, and Ukraine 2022 where it is
perceived as weak. Others read 2022 as a year in which Russia was too sure of itself; and whether
2013 was managed depends on where one lets it end. Both are codings that can be flipped.
What a reading makes of the framework is asked of the framework; which reading is right is not
decided here.

Examples
--------
>>> reading(Control.STRONG, Control.STRONG, Outcome.MANAGEABLE).contradictory[0].cases
('ukraine_2022', 'ukraine_2013')
>>> [ended(end).keeps for end in ENDS[-4:]]
[True, False, False, False]
"""

from functools import lru_cache

from crisis_paths.cases.window import ENDS, Sayable, sayable
from crisis_paths.framework.cases import TABLE_2
from crisis_paths.framework.variables import Control, Outcome
from crisis_paths.scrutiny.robustness import Effect, Recoding, effect

FIRST, SECOND = "ukraine_2013", "ukraine_2022"
__all__ = ["ENDS", "FIRST", "SECOND", "ended", "ending", "reading"]


def reading(
    control_2022: Control | str, control_2013: Control | str, outcome_2013: Outcome | str
) -> Effect:
    """Return what becomes of the five cases if the two Ukrainian crises are read so.

    Parameters
    ----------
    control_2022, control_2013 : {"weak", "strong"}
        How Russia saw its control in these years.
    outcome_2013 : {"manageable", "unmanageable"}
        How the first of them ended.

    Raises
    ------
    CrisisPathsError
        If a value is none of those allowed.

    Examples
    --------
    >>> as_coded = reading("weak", "strong", "manageable")
    >>> as_coded.recodings, as_coded.keeps
    ((), True)
    """
    wanted = {
        Recoding(SECOND, "control"): Control.parse(control_2022),
        Recoding(FIRST, "control"): Control.parse(control_2013),
        Recoding(FIRST, "outcome"): Outcome.parse(outcome_2013),
    }
    return _read(
        frozenset(
            recoding
            for recoding, value in wanted.items()
            if getattr(TABLE_2[recoding.case], recoding.dimension) is not value
        )
    )


@lru_cache
def _read(recodings: frozenset[Recoding]) -> Effect:
    return effect(recodings)


def ending(end: str, doubtful: Outcome | str = Outcome.MANAGEABLE) -> Outcome:
    """Return how the crisis of 2013 ended, if it ended on this day.

    Parameters
    ----------
    end : str
        A day, ``YYYY-MM-DD``.
    doubtful : {"manageable", "unmanageable"}
        What to call it on a day on which the word is in doubt.

    Raises
    ------
    CrisisPathsError
        If the day is none, or the outcome is neither.

    Notes
    -----
    On the meaning of managed see :mod:`crisis_paths.cases.window`; the reading is ours.

    Examples
    --------
    >>> ending("2014-02-27"), ending("2014-02-27", "unmanageable")
    (<Outcome.MANAGEABLE: 'manageable'>, <Outcome.UNMANAGEABLE: 'unmanageable'>)
    """
    in_doubt = Outcome.parse(doubtful)
    return {
        Sayable.YES: Outcome.MANAGEABLE,
        Sayable.DOUBTFUL: in_doubt,
        Sayable.NO: Outcome.UNMANAGEABLE,
    }[sayable(end)]


def ended(end: str, doubtful: Outcome | str = Outcome.MANAGEABLE) -> Effect:
    """Return what becomes of the five cases if the crisis of 2013 ended on this day.

    Parameters
    ----------
    end, doubtful
        As in :func:`ending`.

    Raises
    ------
    CrisisPathsError
        As :func:`ending`.

    Examples
    --------
    >>> ended("2014-03-18").conservative
    ('ADJUSTED',)
    """
    coded = TABLE_2[SECOND].control, TABLE_2[FIRST].control
    return reading(*coded, ending(end, doubtful))
