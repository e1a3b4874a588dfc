"""Chapter 4: the facts of a crisis up to its turning point, to be coded and bet on."""

from markupsafe import Markup

from crisis_paths.framework.cases import TABLE_2, Case
from crisis_paths.framework.paths import CrisisPath
from crisis_paths.framework.prediction import predict
from crisis_paths.framework.variables import Balance, Control, Outcome
from crisis_paths.i18n import _
from crisis_paths.views.argument.path_explorer import drawn_below, drawn_path
from crisis_paths.views.kit.framework_choices import outcome_bet
from crisis_paths.views.kit.marks import outcome_sign
from crisis_paths.views.kit.palette import STEPS_STYLE
from crisis_paths.words import slug
from explorers.bets import Answer, bet_explorer
from explorers.choices import Choice, Setting, choice
from explorers.explorer import Explorer
from explorers.outputs import joined
from explorers.parts import line


def in_fact(case: Case) -> str:
    """Say how it ended, by the article's account; for a case of comparison, by its tables alone.

    Parameters
    ----------
    case : Case
        A crisis of Table 2.

    Examples
    --------
    >>> in_fact(TABLE_2["belarus_2020"])
    'In fact the crisis was contained.'
    """
    if case.comparison:
        return {
            Outcome.MANAGEABLE: _("The article’s tables count it as manageable."),
            Outcome.UNMANAGEABLE: _("The article’s tables count it as unmanageable."),
        }[case.outcome]
    return {
        Outcome.MANAGEABLE: _("In fact the crisis was contained."),
        Outcome.UNMANAGEABLE: _("In fact the crisis got out of hand."),
    }[case.outcome]


def implied(path: CrisisPath, case: Case) -> Markup:
    """Say what the reader's coding leads to by the framework, which is not what happened.

    Parameters
    ----------
    path : CrisisPath
        What the framework predicts for the reader's coding.
    case : Case
        The crisis that was coded.

    Examples
    --------
    >>> print(implied(predict("adjusted", "weak"), TABLE_2["ukraine_2022"]))
    Your coding implies <em>unmanageable</em>, and that fits.
    """
    fits = _("Your coding implies {verdict}, and that fits.")
    off = _("Your coding implies {verdict}. Coded so, the framework would be wrong here.")
    return Markup.escape(fits if path.outcome is case.outcome else off).format(
        verdict=Markup("<em>{}</em>").format(path.verdict)
    )


def _coded_by_the_article(path: CrisisPath, case: Case) -> str:
    """Say where the reader's coding is the article's, and where it is not."""
    same = {
        (True, True): _("The article codes both variables as you do."),
        (True, False): _("The article codes the balance as you do, but control as {control}."),
        (False, True): _("The article codes control as you do, but the balance as {balance}."),
        (False, False): _("The article codes the balance as {balance} and control as {control}."),
    }[path.balance is case.balance, path.control is case.control]
    return same.format(balance=_(case.balance.value), control=_(case.control.value))


def _logic(path: CrisisPath, case: Case) -> Markup:
    """Return what the reader's coding implies, and what the article codes."""
    template = Markup('<p class="verdict-line">{sign} <span>{implied} {coded}</span></p>')
    return template.format(
        sign=outcome_sign(path.outcome),
        implied=implied(path, case),
        coded=_coded_by_the_article(path, case),
    )


def _happened(case: Case) -> Markup:
    """Say how the crisis ended, by the article's account."""
    words = _("By the article’s account the crisis was {outcome} (section {section}).")
    if case.comparison:
        words = _("Table 2 puts the crisis into a cell that Table 1 calls {outcome}.")
    return Markup('<p class="cell-cases">{sign} {words}</p>').format(
        sign=outcome_sign(case.outcome),
        words=words.format(outcome=_(case.outcome.value), section=case.section),
    )


def _coding_choices() -> tuple[Choice, ...]:
    return (
        choice(
            "balance",
            _("You code the state’s balance as"),
            *((value, _(value.value)) for value in Balance),
        ),
        choice(
            "control",
            _("You code the hegemon’s perception of its control as"),
            *((value, _(value.value)) for value in Control),
        ),
    )


def coding(case: str) -> Explorer:
    """Return an explorer: code both variables and bet, then see the article's coding and the path.

    Parameters
    ----------
    case : str
        A crisis of Table 2.

    Raises
    ------
    KeyError
        If Table 2 has no such crisis.

    Examples
    --------
    >>> len(coding("belarus_2020").settings())
    8
    """
    coded = TABLE_2[case]

    def answer(setting: Setting) -> Answer:
        path = predict(setting["balance"], setting["control"], turmoil=coded.turmoil)
        agreed = _("yes") if path.cell == coded.path.cell else _("no")
        return Answer(
            coded.outcome,
            in_fact(coded),
            sign=outcome_sign(coded.outcome),
            beside=joined((_logic(path, coded), line(drawn_below()))),
            detail=drawn_path(path, _happened(coded)),
            row=(_(path.balance.value), _(path.control.value), path.verdict, agreed),
        )

    return bet_explorer(
        f"coding-{slug(case)}",
        _("Code {case} yourself").format(case=coded.title),
        _coding_choices(),
        outcome_bet(_("Your bet: the crisis will be")),
        answer,
        hint=_(
            "Code both variables from the facts above, then bet. What the article says comes after."
        ),
        summary=_("Every coding in words"),
        heads=(_("Balance"), _("Control"), _("Implied"), _("The article’s coding?")),
        note=_happened(coded),
        region="path",
        style=STEPS_STYLE,
    )
