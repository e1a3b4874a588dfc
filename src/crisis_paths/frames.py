"""Coded tables: from the words in a frame's columns to one answer a row, fast.

This knows nothing of crises. It reads each different word once, whatever the number of
rows, and reports every word that it cannot read, with its rows.
"""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from crisis_paths.errors import CrisisPathsError
from crisis_paths.i18n import _

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

SHOWN = 5  # rows that an error names before it counts the rest


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words that a variable understands.

    Attributes
    ----------
    values : tuple
        The variable's values, in order.
    words : Mapping
        Which word, folded, means which value.
    allowed : str
        The values as an error names them.
    """

    values: tuple
    words: Mapping[Hashable, object]
    allowed: str


def fold(word: object) -> object:
    """How is a word compared? Without case, without white space around it.

    Examples
    --------
    >>> fold(" Strong ")
    'strong'
    """
    return word.strip().casefold() if isinstance(word, str) else word


def refusal(variable: str, got: object, allowed: str) -> str:
    """The sentence that refuses a value: the variable, what came, and what is allowed.

    Examples
    --------
    >>> refusal("control", "shaky", "strong, weak")
    "control is 'shaky', but must be one of: strong, weak."
    """
    if is_missing(got):
        return _("{variable} is missing, but must be one of: {allowed}.").format(
            variable=variable, allowed=allowed
        )
    return _("{variable} is {got!r}, but must be one of: {allowed}.").format(
        variable=variable, got=got, allowed=allowed
    )


def is_missing(word: object) -> bool:
    """Is this nothing at all? None, an empty word, or a value unequal to itself (NaN).

    Examples
    --------
    >>> is_missing(float("nan")), is_missing(" "), is_missing("weak")
    (True, True, False)
    """
    if word is None or (isinstance(word, str) and not word.strip()):
        return True
    try:
        return bool(word != word)
    except TypeError:  # pandas.NA answers neither yes nor no
        return True
    except ValueError:  # an array has no single answer
        return False


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
                    rows=_name_rows(rows),
                )
            )
    return codes, faults


def _name_rows(rows: Sequence) -> str:
    named = ", ".join(map(str, rows[:SHOWN]))
    rest = len(rows) - SHOWN
    return _("{named} and {rest} more").format(named=named, rest=rest) if rest > 0 else named


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
        raise CrisisPathsError(" ".join(faults))
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
