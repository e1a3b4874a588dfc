"""Chapter 4.6: the cases together, by their cells."""

from dataclasses import replace

from markupsafe import Markup

from crisis_paths.cases.casebook import evidence
from crisis_paths.framework.cases import TABLE_2, Case, in_cell
from crisis_paths.framework.paths import CrisisPath
from crisis_paths.framework.prediction import every_path, predict
from crisis_paths.framework.variables import Balance, Control
from crisis_paths.i18n import _
from crisis_paths.views.cases.means import degree_words
from explorers.bets import Answer, bet_explorer
from explorers.choices import Setting, choice
from explorers.explorer import Explorer
from explorers.outputs import joined

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
        degree=degree_words(case.id),
    )


def _cell_words(path: CrisisPath) -> Markup:
    cases = in_cell(path.cell)
    predicted = _("Table 1 predicts: {outcome}.").format(outcome=_(path.outcome.value))
    if not cases:
        wanted = _(
            "The article has no crisis here. It would take a state that keeps its balance"
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
