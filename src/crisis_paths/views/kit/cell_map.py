"""Table 1 as a map of four cells, for whatever stands in them."""

from collections.abc import Callable

from markupsafe import Markup

from crisis_paths.framework.variables import Balance, Control
from crisis_paths.i18n import _
from explorers.outputs import joined


def cell_map(label: str, cell: Callable[[Control, Balance], Markup]) -> Markup:
    """Return the map: a row for each perception of control, a column for each balance.

    Parameters
    ----------
    label : str
        What the map is called.
    cell : callable
        What stands in the cell of a perception and a balance.

    Examples
    --------
    >>> cell_map("All", lambda control, balance: Markup("<i></i>")).count("<i></i>")
    4
    """
    heads = {Control.STRONG: _("Control strong"), Control.WEAK: _("Control weak")}
    head = Markup('<b class="map-row">{}</b>')
    rows = [
        piece
        for control in Control
        for piece in (
            head.format(heads[control]),
            *(cell(control, balance) for balance in Balance),
        )
    ]
    return Markup(
        '<div class="map" role="group" aria-label="{label}"><b></b><b>{continued}</b>'
        "<b>{adjusted}</b>{rows}</div>"
    ).format(
        label=label,
        continued=_("Balance continued"),
        adjusted=_("Balance adjusted"),
        rows=joined(rows),
    )
