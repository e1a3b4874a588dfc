"""Cases coded otherwise: the crises of Table 2 with some of their codings flipped.

A recoding flips one coding of one case. Without any, the cases stand as the article codes them.
Cases that nobody has seen can be made up too.

Examples
--------
>>> [case.control.value for case in recoded(FIVE[:2], [Recoding("belarus_2020", "control")])]
['weak', 'strong']
>>> len(every_recoding()), len(every_recoding(dimensions=DIMENSIONS))
(15, 20)
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from crisis_paths.errors import QUOTED, CrisisPathsError, cut, few
from crisis_paths.framework.cases import Case
from crisis_paths.framework.variables import Balance, Control, Outcome
from crisis_paths.given import a, one_of, several
from crisis_paths.i18n import _
from crisis_paths.scrutiny.crisis_sets import FIVE

DIMENSIONS = ("balance", "control", "outcome", "turmoil")


@dataclass(frozen=True, slots=True, order=True)
class Recoding:
    """One coding of one case, which may be flipped.

    Attributes
    ----------
    case : str
        The case's name, as ``"ukraine_2013"``.
    dimension : {"balance", "control", "outcome", "turmoil"}
        What is coded.

    Raises
    ------
    CrisisPathsError
        If either is no text.
    """

    case: str
    dimension: str

    def __post_init__(self) -> None:
        """Refuse what could not even be looked up."""
        for name in ("case", "dimension"):
            a(name, getattr(self, name), str, _("a text"))


def every_recoding(
    cases: Iterable[Case] = FIVE, dimensions: Iterable[str] = DIMENSIONS[:3]
) -> tuple[Recoding, ...]:
    """Return the codings that may be flipped.

    Parameters
    ----------
    cases : iterable of Case
        The five crises of Table 2 by default.
    dimensions : iterable of str
        Of ``"balance"``, ``"control"``, ``"outcome"`` and ``"turmoil"``; all but the last by
        default, since the formula does not name turmoil.

    Raises
    ------
    CrisisPathsError
        If there is no such coding.
    """
    cases = several("cases", cases, Case, _("cases"))
    named = several("dimensions", dimensions, str, _("names of codings"))
    dimensions = [one_of("dimension", name, DIMENSIONS) for name in named]
    return tuple(Recoding(case.id, name) for case in cases for name in dimensions)


def recoded(cases: Iterable[Case], recodings: Iterable[Recoding]) -> tuple[Case, ...]:
    """Return the cases with these codings flipped.

    Parameters
    ----------
    cases : iterable of Case
        The cases.
    recodings : iterable of Recoding
        Which codings of theirs to flip; none leaves them as they are.

    Raises
    ------
    CrisisPathsError
        If there is no such case, or no such coding.
    """
    cases, turned = several("cases", cases, Case, _("cases")), {}
    for recoding in several("recodings", recodings, Recoding, _("recodings")):
        if recoding.case not in (case.id for case in cases) or recoding.dimension not in DIMENSIONS:
            raise CrisisPathsError(
                _(
                    "There is no coding {dimension} of {case}; codings: {known}; cases: {cases}."
                ).format(
                    dimension=cut(recoding.dimension, QUOTED),
                    case=cut(recoding.case, QUOTED),
                    known=few(DIMENSIONS),
                    cases=few([case.id for case in cases]),
                )
            )
        turned.setdefault(recoding.case, set()).add(recoding.dimension)
    return tuple(
        replace(case, **{name: _turned(getattr(case, name)) for name in turned[case.id]})
        if case.id in turned
        else case
        for case in cases
    )


def _turned(value: Balance | Control | Outcome | bool) -> Balance | Control | Outcome | bool:
    return not value if isinstance(value, bool) else value.other


def hypothetical(
    balance: Balance | str,
    control: Control | str,
    outcome: Outcome | str,
    turmoil: bool | str = True,
    id: str = "hypothetical",
) -> Case:
    """Make up a case that nobody has seen, to be added.

    Parameters
    ----------
    balance, control, turmoil
        As in :func:`crisis_paths.framework.predict`.
    outcome : {"manageable", "unmanageable"}
        How it ends.
    id : str
        Its name.

    Raises
    ------
    CrisisPathsError
        If a value is missing or not one of those allowed, or the name is no text.
    """
    return Case(
        id=id,
        name=id,
        year=0,
        turmoil=turmoil,
        balance=balance,
        control=control,
        outcome=outcome,
        section="",
        anchor="",
    )
