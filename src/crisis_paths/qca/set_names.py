"""Names of sets and of cases, as formulas and tables print them: which can stand there.

Examples
--------
>>> listed("STORM")
('STORM',)
>>> list(design_faults(["STORM*LEAK"], "LOST"))
["'STORM*LEAK' cannot be a set’s name: formulas are written with ~ * +."]
"""

from collections.abc import Iterator, Sequence

from crisis_paths.errors import few, quoted
from crisis_paths.given import several
from crisis_paths.i18n import _
from crisis_paths.words import clean, is_missing, name_key

MOST = 6  # conditions: the table doubles with each, and so do its empty rows
MARKS = "~*+"  # what formulas are written with
CONSTANTS = ("1", "0")  # what is always true, and what never


def listed(conditions: Sequence[str] | str) -> tuple[str, ...]:
    """Give the conditions as they are named; one alone need not stand in a list.

    Raises
    ------
    CrisisPathsError
        If they are no texts.
    """
    return several("conditions", conditions, str, _("names of sets, as texts"))


def design_faults(conditions: Sequence[str], outcome: str) -> Iterator[str]:
    """Yield what is wrong with asking which of these conditions go with this outcome.

    Examples
    --------
    >>> list(design_faults(["A", "A"], "A"))
    ["'A' is named more than once."]
    >>> list(design_faults(["1"], "A"))
    ["'1' cannot be a set’s name: in a formula 1 is always true, and 0 never."]
    """
    if not 1 <= len(conditions) <= MOST:
        yield _("There are {count} conditions, but there must be 1 to {most}.").format(
            count=len(conditions), most=MOST
        )
    named: dict[str, list[str]] = {}
    for name in (*conditions, outcome):
        if not isinstance(name, str) or is_missing(name):
            yield _("{name} cannot be a set’s name: it must be a text that can be seen.").format(
                name=quoted(name)
            )
            continue
        named.setdefault(clean(name), []).append(name)
        if clean(name) in CONSTANTS:
            yield _(
                "{name} cannot be a set’s name: in a formula 1 is always true, and 0 never."
            ).format(name=quoted(name))
        if any(mark in clean(name) for mark in MARKS):
            yield _("{name} cannot be a set’s name: formulas are written with {marks}.").format(
                name=quoted(name), marks=" ".join(MARKS)
            )
    for names in named.values():
        if len(names) > 1:
            yield _("{name} is named more than once.").format(name=quoted(names[0]))


def case_faults(cases: Sequence[object]) -> Iterator[str]:
    """Yield what is wrong with the names of these cases.

    Two names that are one to a reader are one case.

    Examples
    --------
    >>> list(case_faults(["Belarus 2020", "belarus_2020"]))
    ["Case 'Belarus 2020' appears in the frame 2 times, also as 'belarus_2020'."]
    """
    names = [str(case) for case in cases if not is_missing(case)]
    if len(names) < len(cases):
        yield _("A case has no name.")
    spelled: dict[str, list[str]] = {}
    for name in names:
        spelled.setdefault(name_key(name), []).append(name)
    for spellings in (found for found in spelled.values() if len(found) > 1):
        looks = dict.fromkeys(map(clean, spellings))  # what looks alike is not shown twice
        template = (
            _("Case {case} appears in the frame {count} times, also as {others}.")
            if len(looks) > 1
            else _("Case {case} appears in the frame {count} times.")
        )
        others = few([quoted(name) for name in looks][1:])
        yield template.format(case=quoted(spellings[0]), count=len(spellings), others=others)
