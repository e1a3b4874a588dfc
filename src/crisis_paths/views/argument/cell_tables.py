"""Tables 1 and 2: control in rows, balance in columns, and something in each cell."""

from collections.abc import Callable

from markupsafe import Markup

from crisis_paths.framework.cases import in_cell
from crisis_paths.framework.paths import CrisisPath
from crisis_paths.framework.prediction import predict
from crisis_paths.framework.rules import RULES
from crisis_paths.framework.variables import Balance, Control
from crisis_paths.i18n import _
from crisis_paths.views.kit.marks import outcome_sign
from explorers.outputs import Page, joined


def _cell_table(caption: str, cell: Callable[[CrisisPath], tuple[Markup, str]]) -> Page:
    """Return a table with four cells; ``cell`` gives each one's HTML and plain text."""
    columns = {
        Balance.CONTINUED: _("Balance continued (ambiguous)"),
        Balance.ADJUSTED: _("Balance adjusted (explicit)"),
    }
    rows = {
        Control.STRONG: _("Hegemon perceives its control as strong"),
        Control.WEAK: _("Hegemon perceives its control as weak"),
    }
    filled = {
        (control, balance): cell(predict(balance, control))
        for control in Control
        for balance in Balance
    }
    head = Markup('<th scope="col">{}</th>')
    line = Markup('<tr><th scope="row">{head}</th>{cells}</tr>')
    html = Markup(
        '<table class="cells"><caption>{caption}</caption>'
        "<thead><tr><td></td>{heads}</tr></thead><tbody>\n{lines}\n</tbody></table>"
    ).format(
        caption=caption,
        heads=joined(map(head.format, columns.values()), ""),
        lines=joined(
            line.format(
                head=rows[control],
                cells=joined((filled[control, balance][0] for balance in Balance), ""),
            )
            for control in Control
        ),
    )
    text = [caption] + [
        _("{control} / {balance}: {cell}").format(
            control=_(control.value), balance=_(balance.value), cell=filled[control, balance][1]
        )
        for control in Control
        for balance in Balance
    ]
    return Page(html, "\n".join(text))


def table_1() -> Page:
    """Return Table 1: the outcome that the article prints in each cell, and a note from its text.

    The article prints one of two words in a cell and nothing else. What it says beside
    Figure 2 on how firmly one of the crises is manageable stands below, as a note.

    Examples
    --------
    >>> print(table_1().text.splitlines()[-2])
    weak / adjusted: unmanageable
    """

    def cell(path: CrisisPath) -> tuple[Markup, str]:
        word = _(path.outcome.value)
        html = Markup('<td class="outcome-{outcome}">{sign} {word}</td>').format(
            outcome=path.outcome, sign=outcome_sign(path.outcome), word=word
        )
        return html, word

    printed = _cell_table(
        _("Table 1. What perceived control and diplomatic balance do to a crisis"), cell
    )
    sentence = _("Not in the table, but in the text, of the cell with strong and adjusted: {what}")
    rule = RULES["less-firm"]
    note = _("{words} ({source}).").format(
        words=sentence.format(what=_(rule.consequence)), source=rule.source
    )
    return Page(
        Markup("{}<p><small>{}</small></p>").format(printed.html, note),
        "\n".join((printed.text, note)),
    )


def table_2() -> Page:
    """Return Table 2: where the article puts its crises. One cell is empty, and is shown so.

    Examples
    --------
    >>> print(table_2().text.splitlines()[-2])
    weak / continued: no case
    """

    def cell(path: CrisisPath) -> tuple[Markup, str]:
        cases = [case.title for case in in_cell(path.cell)]
        if not cases:
            return Markup('<td class="empty">{}</td>').format(_("no case")), _("no case")
        return Markup("<td>{}</td>").format(joined(cases, Markup("<br>"))), ", ".join(cases)

    return _cell_table(_("Table 2. Where the article puts its crises"), cell)
