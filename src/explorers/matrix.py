"""A matrix: rows by columns, each cell an option of one choice, with room for a mark.

Examples
--------
>>> print(matrix("cell", ("Mon", "Tue"), (("Rain", ("yes", "no")),)))
<div class="matrix"><div class="matrix-row matrix-heads" aria-hidden="true"><b></b>\
<b>Mon</b><b>Tue</b></div>
<div class="matrix-row" aria-hidden="true"><b>Rain</b><div class="matrix-mark">yes</div>\
<div class="matrix-mark">no</div></div>
{choice-cell}</div>
"""

from collections.abc import Sequence

from markupsafe import Markup

from explorers.outputs import joined

Row = tuple[object, Sequence[object]]  # its name, and what stands in each of its cells


def matrix(choice: str, heads: Sequence[object], rows: Sequence[Row]) -> Markup:
    """Return a matrix as a part of a layout, with a place for the choice whose options it shows.

    The options are words for whoever hears them, row by row; the rows are for the eye. A row may
    end with more than there are options, such as its score.

    Parameters
    ----------
    choice : str
        The name of the choice.
    heads : sequence
        The columns' names, as text or HTML.
    rows : sequence of (name, sequence)
        Each row's name, and what stands in its cells: text, HTML or places of regions.
    """
    head, mark = Markup("<b>{}</b>"), Markup('<div class="matrix-mark">{}</div>')
    line = Markup('<div class="matrix-row" aria-hidden="true"><b>{name}</b>{marks}</div>')
    return Markup(
        '<div class="matrix"><div class="matrix-row matrix-heads" aria-hidden="true"><b></b>{heads}'
        "</div>\n{rows}\n{{choice-{choice}}}</div>"
    ).format(
        heads=joined(map(head.format, heads), ""),
        rows=joined(
            line.format(name=name, marks=joined(map(mark.format, marks), ""))
            for name, marks in rows
        ),
        choice=choice,
    )


def matrix_placing(explorer: str, rows: int, columns: int) -> str:
    """Return the rules that lay the cells over their rows.

    Parameters
    ----------
    explorer : str
        The name of the explorer that holds the matrix.
    rows, columns : int
        How many there are of those that have cells to choose.

    Examples
    --------
    >>> print(matrix_placing("week", 1, 2))
    [data-explorer=week] .matrix{--rows:1;--columns:2}
    [data-explorer=week] .matrix-row:nth-child(1){grid-row:1}
    [data-explorer=week] .matrix-row:nth-child(2){grid-row:2}
    """
    form = f"[data-explorer={explorer}]"
    places = (f"{form} .matrix-row:nth-child({n}){{grid-row:{n}}}" for n in range(1, rows + 2))
    return "\n".join((f"{form} .matrix{{--rows:{rows};--columns:{columns}}}", *places))
