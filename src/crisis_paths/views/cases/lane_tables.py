"""The tables behind the charts of a case page: the same events and sums, in cells."""

from crisis_paths.framework.cases import TABLE_2
from crisis_paths.i18n import _
from crisis_paths.tables.reading import rows
from crisis_paths.views.cases.lanes import money
from explorers.outputs import Page, table
from explorers.parts import folded


def scale_table(*quantities: str) -> Page:
    """Return the sums of money that stand side by side in a chart.

    Parameters
    ----------
    *quantities : str
        Rows of the table ``quantities`` in US dollars.

    Raises
    ------
    KeyError
        If the table has no such row.

    Examples
    --------
    >>> scale_table("ua22-military-aid").text.split(" | ")[-1]
    '60 million USD'
    """
    named = {row["quantity_id"]: row for row in rows("quantities")}
    lines = [
        (TABLE_2[row["case"]].title, row["date"] or "–", _(row["what"]), money(int(row["value"])))
        for row in (named[name] for name in quantities)
    ]
    heads = (_("Crisis"), _("Date"), _("What"), _("Sum"))
    return Page(
        folded(_("The sums in a table"), table(heads, lines)),
        "\n".join(" | ".join(line) for line in lines),
    )
