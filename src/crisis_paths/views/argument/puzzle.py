"""Chapter 1: bet from turmoil alone, and see the cross-table fill."""

from markupsafe import Markup

from crisis_paths.argument.puzzle import SINCE_2020, relation
from crisis_paths.framework.cases import Case
from crisis_paths.framework.variables import Balance, Control, Outcome
from crisis_paths.i18n import _
from crisis_paths.words import slug
from explorers.choices import UNSET, Choice, Option
from explorers.explorer import Explorer
from explorers.outputs import Page, table
from explorers.panels import Panel, Region
from explorers.parts import folded

YES, NO = "yes", "no"


def _escalated(case: Case) -> str:
    return YES if case.outcome is Outcome.UNMANAGEABLE else NO


def _turmoil(case: Case) -> str:
    return _("turmoil") if case.turmoil else _("no turmoil")


def _choice(case: Case) -> Choice:
    template = _("{case}, {turmoil}: it")
    return Choice(
        slug(case.id),
        template.format(case=case.title, turmoil=_turmoil(case)),
        (Option(YES, _("escalated")), Option(NO, _("was managed"))),
    )


def _answers(case: Case) -> list[Panel]:
    """Return what stands there before a bet on this case, and what each bet is told."""
    open_ = _("{case}: no bet yet.")
    hit, miss = _("{case}: right, {outcome}."), _("{case}: no, {outcome}.")
    outcome = (
        _("it got out of hand") if _escalated(case) == YES else _("it was managed, turmoil and all")
    )
    line = Markup('<p class="verdict-line">{}</p>')
    panels = [Panel({slug(case.id): (UNSET,)}, line.format(open_.format(case=case.title)))]
    for bet in (YES, NO):
        template = hit if bet == _escalated(case) else miss
        panels.append(
            Panel(
                {slug(case.id): (bet,)},
                line.format(template.format(case=case.title, outcome=outcome)),
            )
        )
    return panels


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
            ", ".join(case.title for case in row if _escalated(case) == bet) or _("none")
            for bet in (NO, YES)
        ]
        lines.append((_("turmoil") if turmoil else _("no turmoil"), *cells))
    text = _("{turmoil} | managed: {managed} | escalated: {escalated}")
    return Page(
        table(("", _("Managed"), _("Escalated")), lines, kind="crosstab"),
        "\n".join(text.format(turmoil=a, managed=b, escalated=c) for a, b, c in lines),
    )


def escalation_bets() -> Explorer:
    """Return the four crises since 2020, to be bet on knowing of turmoil only.

    Examples
    --------
    >>> len(escalation_bets().settings())
    16
    """
    every = {slug(case.id): (YES, NO) for case in SINCE_2020}
    whole = Panel(
        every,
        Markup("<p>{}</p>{}").format(
            _("All of them together: the reverse of what turmoil would lead you to expect."),
            cross_table().html,
        ),
    )
    return Explorer(
        name="escalation",
        title=_("Which crises escalated?"),
        choices=tuple(map(_choice, SINCE_2020)),
        regions=(
            Region(
                "bets", tuple(panel for case in SINCE_2020 for panel in _answers(case)), live=True
            ),
            Region("crosstab", (whole,)),
        ),
        alternative=folded(_("The crises in a table"), cross_table().html),
        text=cross_table().text,
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
        table((_("Condition"), _("Necessary?"), _("Sufficient?")), lines),
        "\n".join(" | ".join(line) for line in lines),
    )
