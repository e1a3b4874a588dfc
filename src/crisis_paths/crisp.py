"""Crisp sets: cases that are in a set or out of it, read from the columns of a frame.

Each column is a set, each row a case, each value says whether the case is in the set. This
knows nothing of crises. Whatever cannot be read is named all at once, with its case.

Examples
--------
>>> import pandas as pd
>>> df = pd.DataFrame({"case": ["a", "b"], "WEAK": ["yes", "no"], "LOST": [1, 0]})
>>> read(df, ["WEAK"], "LOST")
{'a': {'WEAK': True, 'LOST': True}, 'b': {'WEAK': False, 'LOST': False}}
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from crisis_paths.errors import CrisisPathsError
from crisis_paths.i18n import _
from crisis_paths.words import Vocabulary, fold, is_missing, refusal

if TYPE_CHECKING:
    import pandas as pd

Codings = Mapping[str, Mapping[str, bool]]

MOST = 6  # conditions: the table doubles with each, and so do its empty rows
MARKS = "~*+"  # what formulas are written with

MEMBERSHIP = Vocabulary(
    values=(True, False),
    words={True: True, "yes": True, "true": True} | {False: False, "no": False, "false": False},
    allowed="yes, no (True, False; 1, 0)",
)


def read(df: "pd.DataFrame", conditions: Sequence[str], outcome: str) -> Codings:
    """Which case is in which set?

    Parameters
    ----------
    df : pandas.DataFrame
        One row a case, named by the column ``case`` or, without it, by the index.
    conditions : sequence of str
        One to six columns.
    outcome : str
        One more column. Values are ``True``/``False``, 1/0, ``yes``/``no`` or
        ``true``/``false`` in any case.

    Returns
    -------
    dict of str to dict of str to bool
        For each case, which of the sets it is in.

    Raises
    ------
    CrisisPathsError
        If a column is unknown, a case stands there twice or has no name, a value is missing or
        not one of these, or the conditions are none or too many: all faults at once.
    """
    names = df.get("case", df.index).tolist()
    columns = dict.fromkeys([*conditions, outcome])
    faults = [
        *design_faults(conditions, outcome),
        *_column_faults(df.columns.tolist(), columns),
        *_name_faults(names),
    ]
    found: dict[str, dict[str, bool]] = {str(name): {} for name in names}
    unread: dict[str, list[str]] = {}
    for column in (name for name in columns if df.columns.tolist().count(name) == 1):
        for case, word in zip(names, df[column].tolist(), strict=True):
            try:
                found[str(case)][column] = MEMBERSHIP.words[fold(word)]
            except (KeyError, TypeError):  # unknown, or not even hashable
                sentence = refusal(column, word, MEMBERSHIP.allowed)
                unread.setdefault(sentence, []).append(str(case))
    faults += [
        _("{sentence} Cases: {cases}.").format(sentence=sentence, cases=", ".join(cases))
        for sentence, cases in unread.items()
    ]
    if faults:
        raise CrisisPathsError.listing(faults, " ")
    return found


def design_faults(conditions: Sequence[str], outcome: str) -> Iterator[str]:
    """What is wrong with asking which of these conditions go with this outcome?

    Examples
    --------
    >>> list(design_faults(["A", "A"], "A"))
    ['A is named more than once.']
    """
    if not 1 <= len(conditions) <= MOST:
        yield _("There are {count} conditions, but there must be 1 to {most}.").format(
            count=len(conditions), most=MOST
        )
    named = [*conditions, outcome]
    for name, count in Counter(named).items():
        if count > 1:
            yield _("{name} is named more than once.").format(name=name)
        if any(mark in str(name) for mark in MARKS):
            yield _("{name!r} cannot be a set’s name: formulas are written with {marks}.").format(
                name=name, marks=" ".join(MARKS)
            )


def _column_faults(present: list[object], wanted: Iterable[str]) -> Iterator[str]:
    if absent := [name for name in wanted if name not in present]:
        yield _("The frame has no column {absent}; it has: {present}.").format(
            absent=", ".join(map(repr, absent)), present=", ".join(map(str, present))
        )
    for name in wanted:
        if present.count(name) > 1:
            yield _("The frame has more than one column {name!r}.").format(name=name)


def _name_faults(names: Sequence[object]) -> Iterator[str]:
    if not names:
        yield _("There is no case.")
    if any(map(is_missing, names)):
        yield _("A case has no name.")
    for name, count in Counter(map(str, names)).items():
        if count > 1:
            yield _("Case {case} stands in the frame {count} times.").format(case=name, count=count)
