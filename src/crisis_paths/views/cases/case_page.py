"""Chapter 4: the facts of a crisis up to its turning point, to be coded and bet on."""

from markupsafe import Markup

from crisis_paths.framework.cases import TABLE_2, Case
from crisis_paths.framework.paths import CrisisPath
from crisis_paths.framework.prediction import predict
from crisis_paths.framework.variables import Balance, Control, Outcome
from crisis_paths.i18n import _
from crisis_paths.views.argument.path_explorer import drawn_below, drawn_path, outcome_sign
from crisis_paths.views.kit.explorer import UNSET, Choice, Explorer, Leaf, Option, Region
from crisis_paths.views.kit.output import joined, table
from crisis_paths.views.kit.parts import folded, line, prompt, told


def slug(case: str) -> str:
    """A case's name as it may stand in the name of an explorer."""
    return case.replace("_", "-")


def in_fact(case: Case) -> str:
    """How it ended, by the article's account; for a case of comparison, by its tables alone.

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
    """What the reader's coding leads to by the framework, which is not what happened.

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
    """Where the reader's coding is the article's, and where it is not."""
    same = {
        (True, True): _("The article codes both variables as you do."),
        (True, False): _("The article codes the balance as you do, but control as {control}."),
        (False, True): _("The article codes control as you do, but the balance as {balance}."),
        (False, False): _("The article codes the balance as {balance} and control as {control}."),
    }[path.balance is case.balance, path.control is case.control]
    return same.format(balance=_(case.balance.value), control=_(case.control.value))


def _answer(path: CrisisPath, bet: str, case: Case) -> Markup:
    """The bet against the world; beside it, what the coding implies, and what the article codes."""
    world = Markup('<p class="verdict-line">{sign} {words}</p>')
    logic = Markup('<p class="verdict outcome-{outcome}">{sign} <span>{implied} {coded}</span></p>')
    return joined(
        (
            world.format(
                sign=outcome_sign(case.outcome),
                words=told(in_fact(case), bet == case.outcome),
            ),
            logic.format(
                outcome=path.outcome,
                sign=outcome_sign(path.outcome),
                implied=implied(path, case),
                coded=_coded_by_the_article(path, case),
            ),
        )
    )


def _happened(case: Case) -> Markup:
    """How the article says that it ended."""
    words = _("By the article’s account the crisis was {outcome} (section {section}).")
    if case.comparison:
        words = _("Table 2 puts the crisis into a cell that Table 1 calls {outcome}.")
    return Markup('<p class="cell-cases">{sign} {words}</p>').format(
        sign=outcome_sign(case.outcome),
        words=words.format(outcome=_(case.outcome.value), section=case.section),
    )


def _coding_choices() -> tuple[Choice, ...]:
    return (
        Choice(
            "balance",
            _("You code the state’s balance as"),
            tuple(Option(value.value, _(value.value)) for value in Balance),
        ),
        Choice(
            "control",
            _("You code the hegemon’s perception of its control as"),
            tuple(Option(value.value, _(value.value)) for value in Control),
        ),
        Choice(
            "bet",
            _("Your bet: the crisis will be"),
            tuple(Option(value.value, _(value.value)) for value in Outcome),
        ),
    )


def coding(case: str, *, rules_page: str = "") -> Explorer:
    """The reader codes the two variables and bets; then the article's coding and the path.

    Parameters
    ----------
    case : str
        A crisis of Table 2.
    rules_page : str
        The address of the page that lists the rules, from the page where this stands.

    Examples
    --------
    >>> len(coding("belarus_2020").settings())
    8
    """
    coded = TABLE_2[case]
    choices = _coding_choices()
    names = [choice.name for choice in choices]
    hint = prompt(
        _("Code both variables from the facts above, then bet. What the article says comes after.")
    )
    # the prompt stays until all three are chosen, and is then one leaf
    open_ = [
        Leaf(
            {
                name: (UNSET,) if name == first else choices[n].values
                for n, name in enumerate(names)
                if n <= names.index(first)
            },
            hint,
        )
        for first in names
    ]
    verdicts, drawn, lines = [], [], []
    for balance in Balance:
        for control in Control:
            path = predict(balance, control, turmoil=coded.turmoil)
            when = {"balance": (balance.value,), "control": (control.value,)}
            verdicts += [
                Leaf(when | {"bet": (bet.value,)}, _answer(path, bet, coded)) for bet in Outcome
            ]
            drawn.append(
                Leaf(
                    when | {"bet": choices[-1].values},
                    drawn_path(path, _happened(coded), rules_page),
                )
            )
            lines.append((_(balance.value), _(control.value), path.verdict, _agreed(path, coded)))
    below = Leaf({choice.name: choice.values for choice in choices}, line(drawn_below()))
    heads = (_("Balance"), _("Control"), _("Implied"), _("The article’s coding?"))
    return Explorer(
        name=f"coding-{slug(case)}",
        title=_("Code {case} yourself").format(case=coded.title),
        choices=choices,
        regions=(
            Region("verdict", (*open_, *verdicts, below), live=True),
            Region("path", tuple(drawn)),
        ),
        twin=folded(_("Every coding in words"), joined((table(heads, lines), _happened(coded)))),
        text="\n".join(" | ".join(line) for line in lines),
    )


def _agreed(path: CrisisPath, case: Case) -> str:
    return _("yes") if path.cell == case.path.cell else _("no")
