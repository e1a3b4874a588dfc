"""The lab's form in the page: a table of one's own, typed, pasted, opened or brought by a link.

The text of the table is what counts; the grid is another way to type it. Nothing leaves the
reader's machine: :func:`answered` runs in the page.

Examples
--------
>>> answered({"text": "case,STORM,SANK\\nAnna,yes,yes\\nBerta,no,no"}, "solve").said
'Cases: 2. Combinations with cases: 2 of 2. Contradictory: 0.'
>>> answered({"text": "case,STORM,SANK\\nAnna,yes,yes"}, "save").files[0].name
'cases.csv'
"""

from collections.abc import Callable, Mapping

from markupsafe import Markup

from crisis_paths.errors import CrisisPathsError, quoted
from crisis_paths.i18n import _
from crisis_paths.lab.coders import side_by_side
from crisis_paths.lab.examples import TITLES, example
from crisis_paths.lab.link import REVEALS, as_link, from_link
from crisis_paths.lab.own_cases import LARGEST, MOST_CASES, NOTE, OwnCases, read
from crisis_paths.tables.csv_text import cells
from crisis_paths.tables.handed_out import csv_file
from crisis_paths.views.lab.own_cases import compared, solved
from crisis_paths.words import name_key
from explorers.asked import (
    Fields,
    File,
    Reply,
    area,
    asked_form,
    buttons,
    choose,
    files_of,
    labelled,
    text_of,
    typed,
)
from explorers.outputs import Page, joined
from explorers.parts import folded

LINK = "cases"  # the name in an address
COLUMNS = 8  # a name, six conditions, an outcome
ROWS = 6  # of an empty grid
_OTHER, _SHEET = "other", "sheet"


def own_cases_form() -> Page:
    """Return the form, for a page in which Python runs."""
    part = Markup('<div data-part="{}">{}</div>')
    ask, *rest = _rest()
    body = [part.format("table", _as_text()), ask, part.format("ways", _to_grid()), *rest]
    return asked_form(f"{__name__}:answered", _("Open the table"), joined(body), [LINK])


def _rest() -> tuple[Markup, ...]:
    """Return what stands under the table: what may be asked of it, and where else it may be."""
    titles = {name: _(title) for name, title in TITLES.items()}
    return (
        buttons(("solve", _("See what follows")), ("save", _("Save")), ("link", _("Make a link"))),
        folded(
            _("Start from a published table, or from a file"),
            joined(
                [
                    labelled(_("A published table"), choose("example", titles)),
                    buttons(("example", _("Start from it"))),
                    labelled(_("A CSV file"), typed(_SHEET, kind="file", accept=".csv,.txt,.tsv")),
                    buttons(("file", _("Open it"))),
                ]
            ),
        ),
        folded(
            _("Compare it with another coder’s"),
            joined(
                [
                    labelled(_("The other coder’s table, or the link to it"), area(_OTHER, 3)),
                    buttons(("compare", _("Compare the two"))),
                ]
            ),
        ),
    )


def _as_text(text: str = "") -> Markup:
    label = _("Your table, one line for each case (at most {most})").format(most=MOST_CASES)
    return labelled(label, area("text", 7, text))


def _to_grid() -> Markup:
    return buttons(("grid", _("Type in a grid")))


def _text(text: str) -> dict[str, str]:
    """Return the parts that show a table as text."""
    return {"table": str(_as_text(text.replace("\r\n", "\n"))), "ways": str(_to_grid())}


def answered(fields: Fields, asked: str) -> Reply:
    """Answer the form.

    Parameters
    ----------
    fields : mapping
        What it holds: ``text``, or the grid's ``h0``, ``r0c0`` and so on; ``example``, ``sheet``,
        ``other``; and ``cases``, as a link brings it.
    asked : {"", "solve", "save", "link", "example", "file", "compare", "grid", "plain", "row", \
"column", "open"}
        Which button was pressed.

    Raises
    ------
    CrisisPathsError
        Every fault of a table at once; or if something else is asked.
    """
    if asked not in _ANSWERS:
        says = _("The form cannot be asked for {asked!r}.")
        raise CrisisPathsError(says.format(asked=str(asked)[:40]))
    return _ANSWERS[asked](fields)


def _read(fields: Fields) -> OwnCases:
    return read(_table(fields), _("your table"))


def _table(fields: Fields) -> str:
    """Return the table as text, whichever way it was typed."""
    if "text" in fields:
        return text_of(fields, "text")
    rows = _typed(fields)
    wide = max((n for row in rows for n, cell in enumerate(row, 1) if cell.strip()), default=0)
    filled = [row[:wide] for row in rows if any(cell.strip() for cell in row)]
    return csv_file(filled[0], filled[1:]).decode("utf-8-sig") if filled else ""


def _typed(fields: Fields) -> list[list[str]]:
    """Return what stands in the grid, its headings first."""
    wide = sum(f"h{n}" in fields for n in range(COLUMNS))
    heads = [text_of(fields, f"h{n}") for n in range(wide)]
    lines = (line for line in range(MOST_CASES) if f"r{line}c0" in fields)
    return [heads, *([text_of(fields, f"r{line}c{n}") for n in range(wide)] for line in lines)]


def _parsed(text: str) -> list[list[str]]:
    """Return the rows of a text, its headings first, whatever the codings are.

    Raises
    ------
    CrisisPathsError
        If it is no table, or one too wide for the grid.
    """
    if not text.strip():
        return [["case", "", ""]]
    if len(text) > LARGEST:
        read(text, _("your table"))  # refuses it, before anything is read
    found = cells(text)
    rows = [list(row) for _line, row in found.rows if any(cell.strip() for cell in row)]
    wide = max(map(len, rows), default=0)
    if found.fault or not rows or len(rows) > MOST_CASES + 1:
        read(text, _("your table"))  # says why
    if wide > COLUMNS:
        says = _("The grid has {most} columns, and your table {found}.")
        raise CrisisPathsError(says.format(most=COLUMNS, found=wide))
    return [[*row, *[""] * (wide - len(row))] for row in rows]


def _solve(fields: Fields) -> Reply:
    page = solved(_read(fields))
    return Reply(page.text.splitlines()[0], page.html)


def _save(fields: Fields) -> Reply:
    cases = _read(fields)
    return Reply(_("The file is ready."), files=(File("cases.csv", cases.csv()),))


def _link(fields: Fields) -> Reply:
    return Reply(f"{_('The link is ready.')} {_(REVEALS)}", link=as_link(_read(fields)))


def _put(cases: OwnCases, said: str) -> Reply:
    """Put a table there, and tell what follows from it."""
    return Reply(said, solved(cases).html, parts=_text(cases.csv().decode("utf-8-sig")))


def _example(fields: Fields) -> Reply:
    cases = example(text_of(fields, "example", next(iter(TITLES))))
    return _put(cases, _("The table is there: {name}.").format(name=cases.name))


def _file(fields: Fields) -> Reply:
    files = files_of(fields, _SHEET)
    if not files:
        raise CrisisPathsError(_("No file is chosen; choose one first."))
    name, content, size = (files[0][key] for key in ("name", "content", "size"))
    if len(content) < size:  # too large to be brought here
        says = _("{name} is far too large: at most {most} characters are read.")
        raise CrisisPathsError(says.format(name=quoted(name), most=LARGEST))
    return _put(read(content, str(name)), _("The file is there."))


def _open(fields: Fields) -> Reply:
    cases = from_link(f"{LINK}={text_of(fields, LINK)}")
    return _put(cases, _("The cases that the link brings are there."))


def _compare(fields: Fields) -> Reply:
    given = text_of(fields, _OTHER).strip()
    _page, is_link, brought = given.partition(f"#{LINK}=")
    brought = (brought.split() or [""])[0]  # a mail may go on behind it
    theirs = from_link(f"{LINK}={brought}") if is_link else read(given, _("the other’s table"))
    page = compared(side_by_side(_read(fields), theirs))
    return Reply(_("The two are compared below."), page.html)


def _grid(fields: Fields, rows: int = 0, columns: int = 0) -> Reply:
    """Show the table as a grid of fields, with so many rows and columns more."""
    heads, *lines = _parsed(text_of(fields, "text")) if "text" in fields else _typed(fields)
    new = [""] * min(columns, COLUMNS - len(heads))
    outcome = max((n for n, head in enumerate(heads) if name_key(head) != NOTE), default=0)
    heads, *lines = ([*row[:outcome], *new, *row[outcome:]] for row in (heads, *lines))
    first = len(lines) if rows else 0
    more = (ROWS if not lines else 0) + rows
    lines = [*lines, *([""] * len(heads) for _n in range(more))][:MOST_CASES]
    return Reply(
        _("Rows: {rows}. Columns: {columns}.").format(rows=len(lines), columns=len(heads)),
        parts={"table": str(_as_grid(heads, lines, first)), "ways": str(_grown())},
    )


def _grown() -> Markup:
    return buttons(
        ("row", _("More cases")), ("column", _("One more condition")), ("plain", _("Type as text"))
    )


def _as_grid(heads: list[str], lines: list[list[str]], first: int) -> Markup:
    """Return a field for each value, named for whoever hears it by its case and its column."""
    hint = _("First the case, last the outcome; write yes or no. Empty rows are left out.")
    head = (
        _cell("th", f"h{n}", title, _("Heading {n}").format(n=n + 1))
        for n, title in enumerate(heads)
    )
    body = []
    for line, row in enumerate(lines):
        name = row[0] or _("row {n}").format(n=line + 1)
        cells = (
            _cell(
                "td",
                f"r{line}c{n}",
                cell,
                f"{name}, {heads[n] or n + 1}",
                first=(line, n) == (first, 0),
            )
            for n, cell in enumerate(row)
        )
        body.append(Markup("<tr>{}</tr>").format(joined(cells)))
    grid = "<table><thead><tr>{}</tr></thead><tbody>{}</tbody></table>"
    says = Markup(f'<p>{{}}</p><div class="asked-grid">{grid}</div>')
    return says.format(hint, joined(head), joined(body))


def _cell(tag: str, name: str, value: str, label: str, *, first: bool = False) -> Markup:
    more = {"autofocus": ""} if first else {}
    field = typed(name, value, **{"aria-label": label}, **more)
    return Markup(f"<{tag}>{{}}</{tag}>").format(field)


def _plain(fields: Fields) -> Reply:
    return Reply(_("The table is text again."), parts=_text(_table(fields)))


_ANSWERS: Mapping[str, Callable[[Fields], Reply]] = {
    "solve": _solve,
    "": _solve,  # by Enter in a field
    "save": _save,
    "link": _link,
    "example": _example,
    "file": _file,
    "open": _open,
    "compare": _compare,
    "grid": _grid,
    "row": lambda fields: _grid(fields, rows=5),
    "column": lambda fields: _grid(fields, columns=1),
    "plain": _plain,
}
