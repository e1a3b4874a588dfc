"""Chapter 1: turmoil against what became of a crisis, and what either refutes."""

from crisis_paths.argument.puzzle import SINCE_2020, relation
from crisis_paths.framework.cases import Case
from crisis_paths.framework.variables import Balance, Control, Outcome
from crisis_paths.i18n import _
from explorers.outputs import Page, table


def _turmoil(turmoil: bool) -> str:
    return _("turmoil") if turmoil else _("no turmoil")


def cross_table() -> Page:
    """Return a table of turmoil against outcome, with the crises in their cells.

    Examples
    --------
    >>> print(cross_table().text)
    turmoil | managed: Belarus 2020, Kyrgyzstan 2020, Kazakhstan 2022 | escalated: none
    no turmoil | managed: none | escalated: Ukraine 2022
    """
    lines = []
    for turmoil in (True, False):
        row = [case for case in SINCE_2020 if case.turmoil is turmoil]
        cells = [
            ", ".join(case.title for case in row if case.outcome is outcome) or _("none")
            for outcome in Outcome
        ]
        lines.append((_turmoil(turmoil), *cells))
    text = _("{turmoil} | managed: {managed} | escalated: {escalated}")
    return Page(
        table(("", _("Managed"), _("Escalated")), lines, kind="crosstab", cards=False),
        "\n".join(text.format(turmoil=a, managed=b, escalated=c) for a, b, c in lines),
    )


def _conditions() -> list[tuple[str, object]]:
    return [
        (_("turmoil"), lambda case: case.turmoil),
        (_("no turmoil"), lambda case: not case.turmoil),
        (_("balance adjusted"), lambda case: case.balance is Balance.ADJUSTED),
        (_("control perceived as weak"), lambda case: case.control is Control.WEAK),
        (
            _("both: adjusted and weak"),
            lambda case: case.balance is Balance.ADJUSTED and case.control is Control.WEAK,
        ),
    ]


def relation_table(cases: tuple[Case, ...] = SINCE_2020) -> Page:
    """Show for each condition the cases that refute it as necessary or sufficient to escalate.

    Parameters
    ----------
    cases : tuple of Case
        The crises to look at; the four since 2020 by default.

    Raises
    ------
    CrisisPathsError
        If something else is among them.

    Examples
    --------
    >>> print(relation_table().text.splitlines()[0])
    turmoil | refuted by Ukraine 2022 | refuted by Belarus 2020, Kyrgyzstan 2020, Kazakhstan 2022
    """
    refuted, stands = _("refuted by {cases}"), _("not refuted")

    def verdict(against: tuple[Case, ...]) -> str:
        names = ", ".join(case.title for case in against)
        return refuted.format(cases=names) if against else stands

    lines = []
    for label, holds in _conditions():
        result = relation(holds, Outcome.UNMANAGEABLE, cases)
        lines.append(
            (label, verdict(result.against_necessity), verdict(result.against_sufficiency))
        )
    return Page(
        table((_("Condition"), _("Necessary?"), _("Sufficient?")), lines, cards=False),
        "\n".join(" | ".join(line) for line in lines),
    )
