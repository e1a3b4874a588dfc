"""Coded tables: from the words in a frame's columns to one answer a row, fast.

This knows nothing of crises. It reads each different word once, whatever the number of
rows, and reports every word that it cannot read, with its rows.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from crisis_paths.errors import PLACES, CrisisPathsError, few, quoted
from crisis_paths.extras import extra
from crisis_paths.given import a
from crisis_paths.i18n import _
from crisis_paths.tables.grid import column_faults, dictionaries, places
from crisis_paths.words import Vocabulary, fold, refusal

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd


def frame_of(given: object) -> "pd.DataFrame":
    """Take a frame as it is, and make one of a list of dictionaries, a dictionary a row.

    Raises
    ------
    CrisisPathsError
        If it is neither.

    Examples
    --------
    >>> frame_of([{"control": "weak"}, {"control": "strong"}])["control"].tolist()
    ['weak', 'strong']
    """
    with extra("", _("A frame")):
        import pandas as pd

    if isinstance(given, pd.DataFrame):
        return given
    return pd.DataFrame(list(map(dict, dictionaries(given))))


@dataclass(frozen=True, slots=True)
class _Unhashable:
    """A value that is no word and could not even be looked up, as an error quotes it."""

    text: str

    def __repr__(self) -> str:
        """Write the value as an error quotes it."""
        return self.text


def _hashable(word: object) -> object:
    try:
        hash(word)
    except TypeError:
        return _Unhashable(quoted(word))
    return word


def _codes(
    name: str, column: "pd.Series", vocabulary: Vocabulary
) -> tuple["np.ndarray", list[str], int]:
    """Return each row's value as its number in the vocabulary, and what could not be read.

    Of the words that could not be read, only the first few are named, and the rest counted.
    """
    import numpy as np
    import pandas as pd

    try:
        numbers, different = pd.factorize(column, use_na_sentinel=True)
    except TypeError:
        numbers, different = pd.factorize(column.map(_hashable), use_na_sentinel=True)
    index = {value: n for n, value in enumerate(vocabulary.values)}
    # one place more than there are words: the sentinel -1 of a missing value lands there
    lookup = np.full(len(different) + 1, -1, dtype=np.int8)
    for n, word in enumerate(different):
        if (value := vocabulary.words.get(fold(word))) is not None:
            lookup[n] = index[value]
    codes = lookup[numbers]
    unread = np.unique(numbers[codes < 0])
    faults = []
    says, labels = _("{sentence} Rows: {rows}."), column.index
    if not labels.is_unique:  # as after frames were joined: a label would point to several rows
        says, labels = _("{sentence} Rows, counted from 0: {rows}."), np.arange(len(column))
    for number in unread[:PLACES]:
        got = None if number < 0 else different[number]
        faults.append(
            says.format(
                sentence=refusal(name, got, vocabulary.allowed),
                rows=few(labels[numbers == number]),
            )
        )
    return codes, faults, len(unread) - len(faults)


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
        If a column is missing, there twice or taken, or a word cannot be read.

    Examples
    --------
    >>> import pandas as pd
    >>> from crisis_paths.words import YES_NO
    >>> df = pd.DataFrame({"rain": ["no", "yes"]})
    >>> add_answers(df, {"rain": YES_NO}, {"ground": ["wet", "dry"]})["ground"].tolist()
    ['dry', 'wet']
    """
    import numpy as np

    new = {a("prefix", prefix, str, _("a text")) + name: found for name, found in answers.items()}
    header = tuple(df.columns)
    where = places(header, variables)
    if faults := list(column_faults(header, where)):
        raise CrisisPathsError.listing(faults, " ")
    if taken := [quoted(name) for name in new if name in df]:
        raise CrisisPathsError(
            _("The frame has {taken} already; give a prefix for the new columns.").format(
                taken=few(taken)
            )
        )
    combination = np.zeros(len(df), dtype=np.int64)
    faults, more = [], 0
    for name, vocabulary in variables.items():
        codes, unread, untold = _codes(name, df.iloc[:, where[name][0]], vocabulary)
        combination = combination * len(vocabulary.values) + codes
        faults += unread
        more += untold
    if faults:
        raise CrisisPathsError.listing(faults, " ", more)
    return df.assign(**{name: _column(values, combination) for name, values in new.items()})


def _column(values: Sequence, combination: "np.ndarray") -> "pd.Categorical | np.ndarray":
    """Return the value of each row; words as categories, a small number a row."""
    import numpy as np
    import pandas as pd

    if all(isinstance(value, bool) for value in values):
        return np.array(values)[combination]
    different = list(dict.fromkeys(values))
    return pd.Categorical.from_codes(
        np.array([different.index(value) for value in values], dtype=np.int8)[combination],
        categories=different,
    )
