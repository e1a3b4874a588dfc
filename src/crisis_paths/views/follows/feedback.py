"""Chapter 5: balance that works back on the hegemon's view of its control."""

from markupsafe import Markup

from crisis_paths.follows.feedback import Feedback, out_of_reach, perceived, reached
from crisis_paths.framework.paths import CrisisPath
from crisis_paths.framework.prediction import predict
from crisis_paths.framework.rules import Standing
from crisis_paths.i18n import _
from crisis_paths.views.kit.framework_choices import balance_choice, control_choice, outcome_bet
from crisis_paths.views.kit.rule_table import cite
from explorers.bets import Answer, bet_explorer
from explorers.choices import Choice, Setting, choice
from explorers.explorer import Explorer
from explorers.outputs import Page, joined, table
from explorers.parts import folded, line


def _label(feedback: Feedback) -> str:
    return {
        Feedback.NONE: _("no (as in section 3)"),
        Feedback.REASSURES: _("a kept balance reassures the hegemon"),
        Feedback.BOTH: _("a kept balance reassures it, an adjusted one unsettles it"),
    }[feedback]


def _note(feedback: Feedback) -> str:
    """Say what the article has on it, and what this book adds."""
    return {
        Feedback.NONE: _("Section 3 treats the two variables as if they were independent."),
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


def _grounds(feedback: Feedback) -> Markup:
    """Return the note and the rules behind it; taken at full strength, they are ours."""
    rules = (
        cite(rule, rule.standing if feedback is Feedback.NONE else Standing.OURS)
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


def _paths(setting: Setting) -> tuple[CrisisPath, CrisisPath]:
    """Return the path before the balance works back, and the one after."""
    balance, control = setting["balance"], setting["control"]
    after = perceived(balance, control, setting["feedback"])
    return predict(balance, control), predict(balance, after)


def _moved(before: CrisisPath, after: CrisisPath) -> str:
    """Say in a sentence what the working back did."""
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
            _("Does the state’s policy change how the hegemon sees its control?"),
            *((feedback, _label(feedback)) for feedback in Feedback),
            start=Feedback.NONE,
        ),
    )


def feedback_explorer() -> Explorer:
    """Return an explorer: what a crisis ends in where balance works back on the hegemon's view.

    Examples
    --------
    >>> len(feedback_explorer().settings())
    24
    """
    at_first, then = _("At first: {cell}, so {verdict}."), _("In the end: {cell}, so {verdict}.")

    def answer(setting: Setting) -> Answer:
        before, after = _paths(setting)
        feedback = Feedback(setting["feedback"])
        stages = joined(
            line(words.format(cell=_cell(path), verdict=path.verdict))
            for words, path in ((at_first, before), (then, after))
        )
        sentence = _("The crisis is {verdict}. {moved}")
        return Answer(
            after.outcome,
            sentence.format(verdict=after.verdict, moved=_moved(before, after)),
            detail=stages + _grounds(feedback),
            row=(_cell(before), _label(feedback), before.verdict, _cell(after), after.verdict),
        )

    return bet_explorer(
        "feedback",
        _("Balance that works back on the hegemon"),
        _choices(),
        outcome_bet(_("Your bet: in the end the crisis is")),
        answer,
        hint=_("Set the balance, the hegemon’s view and what works back, then bet."),
        summary=_("Every combination in words"),
        heads=(
            _("Perception and balance at first"),
            _("What works back"),
            _("Predicted before"),
            _("Afterwards"),
            _("Predicted after"),
        ),
        region="stages",
    )


def reach_table() -> Page:
    """Return, folded, the cells that each kind of feedback leaves, and crises against it.

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
    summary = _("What each kind of influence leaves of Table 1")
    return Page(folded(summary, table(heads, lines)), "\n".join(map(" | ".join, lines)))
