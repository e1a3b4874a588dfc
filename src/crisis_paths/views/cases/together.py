"""Chapter 4.5: the cases together, by their cells and by what the hegemon did."""

from dataclasses import replace

from markupsafe import Markup

from crisis_paths.argument.observations import Degree, observed
from crisis_paths.cases.casebook import evidence, means
from crisis_paths.framework.actors import Actor
from crisis_paths.framework.cases import TABLE_2, Case, in_cell
from crisis_paths.framework.paths import CrisisPath
from crisis_paths.framework.prediction import every_path, predict
from crisis_paths.framework.variables import Balance, Control
from crisis_paths.i18n import _
from crisis_paths.views.cases.lanes import dated
from explorers.bets import Answer, bet_explorer
from explorers.choices import Setting, choice
from explorers.explorer import Explorer
from explorers.outputs import Page, joined, table

# How many crises a cell may hold, as options of a bet; those that no cell holds are not offered.
NUMBERS = {
    "none": lambda: _("none"),
    "one": lambda: _("one"),
    "two": lambda: _("two"),
    "three": lambda: _("three"),
    "four": lambda: _("four"),
    "five": lambda: _("five"),
}
HELD = {len(in_cell(path.cell)) for path in every_path()}
COUNTS = {name: count for count, name in enumerate(NUMBERS) if count in HELD}
# In the order of what they cost and risk, as this book sees it; the article gives no order.
MEANS = {
    "statement": lambda: _("Words in public"),
    "talks": lambda: _("Talks and visits"),
    "money": lambda: _("Money"),
    "exercise": lambda: _("Military exercise"),
    "forces_ready": lambda: _("Forces made ready"),
    "forces_sent": lambda: _("Forces sent at the state’s request"),
    "military_operation": lambda: _("Military operation"),
}


def _degree(case: str) -> str:
    return {
        Degree.NONE: _("none"),
        Degree.LIMITED: _("limited"),
        Degree.STRONG: _("strong"),
        None: _("not coded"),
    }[observed(case, Actor.HEGEMON)]


def means_table() -> Page:
    """Return by what means Russia acted in each crisis, and when: our sorting of dated events.

    Examples
    --------
    >>> print(means_table().text.splitlines()[1])
    Kyrgyzstan 2020 | none | Words in public: 2020-10-06, 2020-10 – 2020-11
    """
    line = _("{means}: {dates}")
    lines = []
    for case in TABLE_2.values():
        by_means = means(case.id)
        listed = [
            line.format(means=label(), dates=", ".join(map(dated, by_means[name])))
            for name, label in MEANS.items()
            if name in by_means
        ]
        lines.append((case.title, _degree(case.id), listed))
    item = Markup("<li>{}</li>")
    heads = (_("Crisis"), _("Coded as"), _("By what means, and when"))
    return Page(
        table(
            heads,
            (
                (title, degree, Markup("<ul>{}</ul>").format(joined(map(item.format, listed))))
                for title, degree, listed in lines
            ),
            kind="means",
        ),
        "\n".join(f"{title} | {degree} | {'; '.join(listed)}" for title, degree, listed in lines),
    )


def _weight(case: Case) -> str:
    """Say how much speaks for and against what places a case in its cell."""
    words = _(
        "{case}: {outcome}; balance {b_for} for, {b_against} against; control {c_for} for,"
        " {c_against} against. Russia’s part: {degree}."
    )
    balance, control = (evidence(case.id, name) for name in ("balance", "control"))
    return words.format(
        case=case.title,
        outcome=_(case.outcome.value),
        b_for=len(balance.for_),
        b_against=len(balance.against),
        c_for=len(control.for_),
        c_against=len(control.against),
        degree=_degree(case.id),
    )


def _cell_words(path: CrisisPath) -> Markup:
    cases = in_cell(path.cell)
    predicted = _("Table 1 predicts: {outcome}.").format(outcome=_(path.outcome.value))
    if not cases:
        wanted = _(
            "No crisis of the article stands here. One would need a state that keeps its balance"
            " and a hegemon that doubts itself; the prediction rests on the logic alone."
        )
        return Markup("<p>{}</p><p>{}</p>").format(predicted, wanted)
    item = Markup("<li>{}</li>")
    return Markup("<p>{}</p><ul>{}</ul>").format(
        predicted, joined(item.format(_weight(case)) for case in cases)
    )


def cells() -> Explorer:
    """Return an explorer: pick a cell of Table 2, bet how many crises stand there, and see which.

    Examples
    --------
    >>> len(cells().settings())
    12
    """

    def answer(setting: Setting) -> Answer:
        path = predict(setting["balance"], setting["control"])
        cases = in_cell(path.cell)
        names = ", ".join(case.title for case in cases) or _("no case")
        return Answer(
            next(name for name, count in COUNTS.items() if count == len(cases)),
            _("In this cell: {cases}.").format(cases=names),
            detail=_cell_words(path),
            row=(_(path.control.value), _(path.balance.value), path.verdict, names),
        )

    counted = bet_explorer(
        "cells",
        _("The cells of Table 2"),
        (
            choice(
                "balance",
                _("Balance"),
                *((value, _(value.value)) for value in Balance),
                start=Balance.CONTINUED,
            ),
            choice(
                "control",
                _("The hegemon’s perception of its control"),
                *((value, _(value.value)) for value in Control),
                start=Control.STRONG,
            ),
        ),
        choice(
            "bet",
            _("Your bet: how many crises of Table 2 stand in this cell?"),
            *((name, NUMBERS[name]()) for name in COUNTS),
        ),
        answer,
        hint=_("Pick a cell, then bet."),
        summary=_("The four cells in a table"),
        heads=(_("Control"), _("Balance"), _("Predicted"), _("Crises")),
        region="cell",
    )
    weights = (_weight(case) for case in TABLE_2.values())
    return replace(counted, text="\n".join((counted.text, *weights)))
