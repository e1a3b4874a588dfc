"""The tables behind the charts of a case page: the same events and sums, in cells."""

from crisis_paths.cases.casebook import events
from crisis_paths.framework.cases import TABLE_2
from crisis_paths.i18n import _
from crisis_paths.tables.reading import rows
from crisis_paths.views.cases.lanes import dated, money
from crisis_paths.views.kit.palette import LANES
from explorers.outputs import Page, table
from explorers.parts import folded


def strip_table(case: str) -> Page:
    """Return every mark of the strip: its date as the article gives it, its lane, its event.

    Parameters
    ----------
    case : str
        A crisis of Table 2.

    Raises
    ------
    CrisisPathsError
        If Table 2 has no such crisis.

    Examples
    --------
    >>> strip_table("kyrgyzstan_2020").text.splitlines()[1].split(" | ")[:2]
    ['2020-10', 'Domestic forces']
    """
    marks = sorted(events(case), key=lambda event: event["date_start"])
    lines = [(dated(e), LANES[e["lane"]].label, _(e["event"])) for e in marks]
    summary = _("The {count} marks in a table").format(count=len(lines))
    heads = (_("Date"), _("Lane"), _("Event"))
    return Page(
        folded(summary, table(heads, lines, kind="marks")),
        "\n".join(" | ".join(line) for line in lines),
    )


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
