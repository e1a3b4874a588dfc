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
from dataclasses import dataclass

from markupsafe import Markup

from explorers.choices import EMPTY, UNSET, Choice, Look, Option
from explorers.explorer import Explorer
from explorers.outputs import joined
from explorers.panels import Panel, Region
from explorers.parts import line, prompt

CELL = "cell"  # the one choice of a matrix that is there to be read
Row = tuple[object, Sequence[object]]  # its name, and what stands in each of its cells


def matrix(choice: str, heads: Sequence[object], rows: Sequence[Row], *, heard: int = 0) -> Markup:
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
    heard : int
        How many cells at a row's end are heard as well, such as its score.
    """
    head, mark = Markup("<b>{}</b>"), Markup('<div class="matrix-mark"{hidden}>{cell}</div>')
    hidden = Markup(' aria-hidden="true"')
    line = Markup('<div class="matrix-row"{row}><b{each}>{name}</b>{marks}</div>')
    row, each = (EMPTY, hidden) if heard else (hidden, EMPTY)

    def cells(marks: Sequence[object]) -> Markup:
        last = len(marks) - heard
        pieces = (
            mark.format(hidden=each if n < last else EMPTY, cell=cell)
            for n, cell in enumerate(marks)
        )
        return joined(pieces, "")

    return Markup(
        '<div class="matrix"><div class="matrix-row matrix-heads" aria-hidden="true"><b></b>{heads}'
        "</div>\n{rows}\n{{choice-{choice}}}</div>"
    ).format(
        heads=joined(map(head.format, heads), ""),
        rows=joined(
            line.format(row=row, each=each, name=name, marks=cells(marks)) for name, marks in rows
        ),
        choice=choice,
    )


def matrix_placing(explorer: str, rows: int, columns: int, *, more: int = 0) -> str:
    """Return the rules that lay the cells over their rows.

    Parameters
    ----------
    explorer : str
        The name of the explorer that holds the matrix.
    rows, columns : int
        How many there are of those that have cells to choose.
    more : int
        How many rows follow that have none.

    Examples
    --------
    >>> print(matrix_placing("week", 1, 2))
    [data-explorer=week] .matrix{--rows:1;--columns:2}
    [data-explorer=week] .matrix-row:nth-child(1){grid-row:1}
    [data-explorer=week] .matrix-row:nth-child(2){grid-row:2}
    """
    form = f"[data-explorer={explorer}]"
    every = range(1, 1 + rows + more + 1)  # the heads are the first
    places = (f"{form} .matrix-row:nth-child({n}){{grid-row:{n}}}" for n in every)
    return "\n".join((f"{form} .matrix{{--rows:{rows};--columns:{columns}}}", *places))


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that is there to be read.

    Attributes
    ----------
    value, label : str
        As an option's: its name in links, and what is heard of it.
    mark : str or Markup
        What stands in it.
    said : str
        What is said of it once it is chosen, in a sentence or two.
    told : Markup
        What is read below that; nothing by default.
    """

    value: str
    label: str
    mark: object
    said: str
    told: Markup = EMPTY


def matrix_explorer(
    name: str,
    title: str,
    question: str,
    heads: Sequence[str],
    rows: Sequence[tuple[str, Sequence[Cell]]],
    *,
    hint: str,
    foot: Sequence[Row] = (),
    alternative: Markup = EMPTY,
    text: str = "",
) -> Explorer:
    """Return an explorer of a matrix whose cells are chosen and read in a card.

    Parameters
    ----------
    name, title : str
        As an explorer's.
    question : str
        What the choice of a cell is called.
    heads : sequence of str
        The columns' names.
    rows : sequence of (str, sequence of Cell)
        Each row's name and its cells, as many as there are columns.
    hint : str
        What stands there until a cell is chosen.
    foot : sequence of (name, sequence)
        Rows that follow and have no cells to choose.
    alternative, text : Markup, str
        As an explorer's.

    Raises
    ------
    ExplorerError
        As `Explorer` does.

    Examples
    --------
    >>> cells = (Cell("mon", "Rain on Monday", "2", "It rained twice."),)
    >>> week = matrix_explorer("w", "Week", "Which?", ("Mon",), (("Rain", cells),), hint="Choose.")
    >>> week.shown({"cell": "mon"})
    [Markup('<p class="verdict-line">It rained twice.</p>')]
    """
    cells = [cell for _name, found in rows for cell in found]
    options = tuple(Option(cell.value, cell.label) for cell in cells)
    marks = [(label, [cell.mark for cell in found]) for label, found in rows]
    told = tuple(Panel({CELL: (cell.value,)}, cell.told) for cell in cells if cell.told)
    return Explorer(
        name,
        title,
        (Choice(CELL, question, options, look=Look.CELLS),),
        (
            Region(
                "said",
                (
                    Panel({CELL: (UNSET,)}, prompt(hint)),
                    *(Panel({CELL: (cell.value,)}, line(cell.said)) for cell in cells),
                ),
                live=True,
            ),
            Region("card", told),
        ),
        alternative=alternative,
        text=text,
        layout=Markup(
            '<div class="matrix-card">{matrix}<div class="matrix-read">{{region-said}}'
            "{{region-card}}</div>{{reset}}</div>"
        ).format(matrix=matrix(CELL, heads, [*marks, *foot])),
        placing=matrix_placing(name, len(rows), len(heads), more=len(foot)),
    )
