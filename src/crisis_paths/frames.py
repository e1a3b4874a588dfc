"""Coded tables: from the words in a frame's columns to one answer a row, fast.

This knows nothing of crises. It reads each different word once, whatever the number of
rows, and reports every word that it cannot read, with its rows.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from crisis_paths.errors import CrisisPathsError, few
from crisis_paths.i18n import _
from crisis_paths.words import Vocabulary, fold, refusal

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd


def _codes(column: "pd.Series", vocabulary: Vocabulary) -> tuple["np.ndarray", list[str]]:
    """Each row's value as its number in the vocabulary, and what could not be read."""
    import numpy as np
    import pandas as pd

    numbers, different = pd.factorize(column, use_na_sentinel=True)
    index = {value: n for n, value in enumerate(vocabulary.values)}
    # one place more than there are words: the sentinel -1 of a missing value lands there
    lookup = np.full(len(different) + 1, -1, dtype=np.int8)
    for n, word in enumerate(different):
        if (value := vocabulary.words.get(fold(word))) is not None:
            lookup[n] = index[value]
    codes = lookup[numbers]
    faults = []
    unread = codes < 0
    if unread.any():
        for number in np.unique(numbers[unread]):
            rows = column.index[(numbers == number)]
            got = None if number < 0 else different[number]
            faults.append(
                _("{sentence} Rows: {rows}.").format(
                    sentence=refusal(str(column.name), got, vocabulary.allowed),
                    rows=few(rows),
                )
            )
    return codes, faults


def add_answers(
    df: "pd.DataFrame",
    variables: Mapping[str, Vocabulary],
    answers: Mapping[str, Sequence],
    prefix: str = "",
) -> "pd.DataFrame":
    """Add to each row the answers that belong to its combination of values.

    Parameters
    ----------
    df : pandas.DataFrame
        The coded rows.
    variables : Mapping of str to Vocabulary
        The columns that are read, in the order in which the combinations are counted.
    answers : Mapping of str to Sequence
        A new column's name, and its value for each combination, the last variable
        running fastest.
    prefix : str
        Put before each new column's name.

    Returns
    -------
    pandas.DataFrame
        A new frame; ``df`` stays as it is.

    Raises
    ------
    CrisisPathsError
        If a column is missing or taken, or a word cannot be read.
    """
    import numpy as np

    if absent := [name for name in variables if name not in df]:
        raise CrisisPathsError(
            _("The frame has no column {absent}; it has: {present}.").format(
                absent=", ".join(map(repr, absent)), present=", ".join(map(str, df.columns))
            )
        )
    if taken := [prefix + name for name in answers if prefix + name in df]:
        raise CrisisPathsError(
            _("The frame has {taken} already; give a prefix for the new columns.").format(
                taken=", ".join(map(repr, taken))
            )
        )
    combination = np.zeros(len(df), dtype=np.int64)
    faults = []
    for name, vocabulary in variables.items():
        codes, unread = _codes(df[name], vocabulary)
        combination = combination * len(vocabulary.values) + codes
        faults += unread
    if faults:
        raise CrisisPathsError.listing(faults, " ")
    return df.assign(
        **{prefix + name: _column(values, combination) for name, values in answers.items()}
    )


def _column(values: Sequence, combination: "np.ndarray") -> "pd.Categorical | np.ndarray":
    """Words become categories, so that a million rows cost a million small numbers."""
    import numpy as np
    import pandas as pd

    if all(isinstance(value, bool) for value in values):
        return np.array(values)[combination]
    different = list(dict.fromkeys(values))
    return pd.Categorical.from_codes(
        np.array([different.index(value) for value in values], dtype=np.int8)[combination],
        categories=different,
    )
