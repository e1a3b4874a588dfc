"""Chapter 5: balance that works back on the hegemon's view of its control."""

from collections.abc import Mapping

from markupsafe import Markup

from crisis_paths.follows.feedback import Feedback, out_of_reach, perceived, reached
from crisis_paths.framework.paths import CrisisPath
from crisis_paths.framework.prediction import predict
from crisis_paths.framework.rules import Standing
from crisis_paths.i18n import _
from crisis_paths.views.kit.explorer import UNSET, Choice, Explorer, Leaf, Region
from crisis_paths.views.kit.framework_choices import balance_choice, control_choice, outcome_bet
from crisis_paths.views.kit.output import Page, joined, table
from crisis_paths.views.kit.parts import choice, exactly, folded, line, prompt, verdict
from crisis_paths.views.kit.rule_table import cite


def _label(feedback: Feedback) -> str:
    return {
        Feedback.NONE: _("nothing (as in section 3)"),
        Feedback.REASSURES: _("a kept balance reassures the hegemon"),
        Feedback.BOTH: _("a kept balance reassures it, an adjusted one unsettles it"),
    }[feedback]


def _note(feedback: Feedback) -> str:
    """What the article says of it, and what this book adds."""
    return {
        Feedback.NONE: _("Section 3 treats the two variables as if each stood alone."),
        Feedback.REASSURES: _(
            "Section 5 says that a kept balance influences the hegemon’s view, and implies that"
            " it does so for the better. How strongly, it does not say; that it settles the view"
            " is our assumption."
        ),
        Feedback.BOTH: _(
            "Section 5 says that a kept balance influences the hegemon’s view, and implies that"
            " it does so for the better; section 4.4 says that Ukraine’s shift in 2021 gave Russia"
            " a sense of urgency. That either settles the view is our assumption."
        ),
    }[feedback]


def _grounds(feedback: Feedback, rules_page: str) -> Markup:
    """The note and the rules behind it; taken at full strength, they are ours."""
    rules = (
        cite(rule, rule.standing if feedback is Feedback.NONE else Standing.OURS, rules_page)
        for rule in feedback.rules
    )
    return line(
        Markup('{note} <small class="rule">{rules}</small>').format(
            note=_note(feedback), rules=joined(rules, "; ")
        )
    )


def _cell(path: CrisisPath) -> str:
    return _("{control}, {balance}").format(
        control=_(path.control.value), balance=_(path.balance.value)
    )


def _paths(setting: Mapping[str, str]) -> tuple[CrisisPath, CrisisPath]:
    """The path before the balance works back, and the one after."""
    balance, control = setting["balance"], setting["control"]
    after = perceived(balance, control, setting["feedback"])
    return predict(balance, control), predict(balance, after)


def _moved(before: CrisisPath, after: CrisisPath) -> str:
    """What the working back did, in a sentence."""
    if after.control is before.control:
        return _("The hegemon’s view stays {control}.").format(control=_(after.control.value))
    return _("The hegemon’s view turns from {before} to {after}.").format(
        before=_(before.control.value), after=_(after.control.value)
    )


def _choices() -> tuple[Choice, ...]:
    return (
        balance_choice(),
        control_choice(_("The hegemon sees its control at first as")),
        choice(
            "feedback",
            _("What works back on the hegemon’s view?"),
            *((feedback, _label(feedback)) for feedback in Feedback),
            start=Feedback.NONE,
        ),
    )


def feedback_explorer(*, rules_page: str = "") -> Explorer:
    """Balance works back on the hegemon's view: what does the crisis end in then?

    Parameters
    ----------
    rules_page : str
        The address of the page that lists the rules.

    Examples
    --------
    >>> len(feedback_explorer().settings())
    24
    """
    choices = _choices()
    bet = outcome_bet(_("Your bet: in the end the crisis is"))
    held = _("Your bet holds: the crisis is {verdict}. {moved}")
    missed = _("Your bet missed: the crisis is {verdict}. {moved}")
    hint = _("Set the balance, the hegemon’s view and what works back, then bet.")
    verdicts, drawn, lines = [Leaf({"bet": (UNSET,)}, prompt(hint))], [], []
    at_first, then = _("At first: {cell}, so {verdict}."), _("In the end: {cell}, so {verdict}.")
    for setting in Explorer("feedback", _("Feedback"), choices, ()).settings():
        before, after = _paths(setting)
        moved = _moved(before, after)
        for guess in bet.values:
            words = held if guess == after.outcome else missed
            html = verdict(words.format(verdict=after.verdict, moved=moved))
            verdicts.append(Leaf(exactly(setting) | {"bet": (guess,)}, html))
        stages = joined(
            line(words.format(cell=_cell(path), verdict=path.verdict))
            for words, path in ((at_first, before), (then, after))
        )
        grounds = _grounds(Feedback(setting["feedback"]), rules_page)
        drawn.append(Leaf(exactly(setting) | {"bet": bet.values}, stages + grounds))
        lines.append(
            (
                _cell(before),
                _label(Feedback(setting["feedback"])),
                before.verdict,
                _cell(after),
                after.verdict,
            )
        )
    heads = (
        _("Perception and balance at first"),
        _("What works back"),
        _("Predicted before"),
        _("Afterwards"),
        _("Predicted after"),
    )
    return Explorer(
        name="feedback",
        title=_("Balance that works back on the hegemon"),
        choices=(*choices, bet),
        regions=(Region("verdict", tuple(verdicts), live=True), Region("stages", tuple(drawn))),
        twin=folded(_("Every combination in words"), table(heads, lines)),
        text="\n".join(map(" | ".join, lines)),
    )


def reach_table() -> Page:
    """Which cells are left under each kind of feedback, and which crisis speaks against it?

    Examples
    --------
    >>> print(reach_table().text.splitlines()[-1].split(" | ")[-1])
    Ukraine 2013
    """
    lines = [
        (
            _label(feedback),
            "; ".join(_cell(path) for path in reached(feedback)),
            ", ".join(case.title for case in out_of_reach(feedback)) or _("none"),
        )
        for feedback in Feedback
    ]
    heads = (_("What works back"), _("Cells left"), _("Crises of Table 2 in an emptied cell"))
    return Page(table(heads, lines), "\n".join(map(" | ".join, lines)))
