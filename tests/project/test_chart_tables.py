"""Every chart has a table behind it: next to it, without a script, with the same numbers."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import nbformat
import pytest
from bs4 import BeautifulSoup, Tag
from tools.notebooks import notebooks

from crisis_paths.argument.explanations import Explanation
from crisis_paths.framework.sorting import Condition
from crisis_paths.scrutiny.ledger import decibans
from crisis_paths.scrutiny.likelihood import Likelihood

ROOT = Path(__file__).parents[2]
SPEC = "application/vnd.vegalite.v6+json"
Row = dict[str, object]
Cells = list[list[str]]


@dataclass(frozen=True)
class Charted:
    """A chart as a notebook stores it.

    Attributes
    ----------
    call : str
        What draws it.
    page : str
        The built page, within the site.
    number : int
        Which of the page's charts it is.
    rows : list of dict
        What it draws.
    """

    call: str
    page: str
    number: int
    rows: list[Row]


def _charts() -> Iterator[Charted]:
    for path in notebooks():
        name = path.relative_to(ROOT).with_suffix(".html").as_posix()
        cells = nbformat.read(path, as_version=4).cells
        drawn = [
            (cell.source.splitlines()[-1], output.data[SPEC])
            for cell in cells
            for output in cell.get("outputs", ())
            if SPEC in output.get("data", {})
        ]
        for number, (call, spec) in enumerate(drawn):
            rows = [row for data in spec["datasets"].values() for row in data if set(row) != {"x"}]
            yield Charted(call, name, number, rows)


CHARTS = list(_charts())


def words(tag: Tag) -> str:
    return " ".join(tag.get_text(" ").split())


def table_behind(book: Path, chart: Charted) -> Cells:
    """The cells of the first table after the chart's drawing, before any other chart."""
    page = BeautifulSoup((book / chart.page).read_text("utf-8"), "html.parser")
    figure = page.select("figure.livepage-chart")[chart.number]
    found = figure.find_next(["table", "figure"])
    assert found is not None and found.name == "table", chart
    assert not found.find_parent(hidden=True) and not found.find_parent(class_="explorer-panel")
    heads = [words(cell) for cell in found.select("thead th")]
    rows = [[words(cell) for cell in row.select("th, td")] for row in found.select("tbody tr")]
    assert heads and all(len(row) == len(heads) for row in rows)
    return [heads, *rows]


# How a row of each chart stands in its table


def _sums(rows: list[Row], cells: Cells) -> None:
    """Sums to scale: the number that the bar is as long as."""
    for row, (_case, _date, _what, money) in zip(rows, cells[1:], strict=True):
        assert str(row["what"]).endswith(money)
        number, unit = re.fullmatch(r"([\d.]+) (billion|million) USD", money).groups()
        assert float(number) == row["usd"] and unit


def _groups(rows: list[Row], cells: Cells) -> None:
    """Cases sorted by a condition: each in its group, with its outcome."""
    labels = {condition.value: condition.label for condition in Condition}
    told = {label: found for label, found, _answer in cells[1:]}
    assert set(told) == {labels[str(row["condition"])] for row in rows}
    for row in rows:
        inside = told[labels[str(row["condition"])]].partition(f"{row['group']}: ")[2]
        assert f"{row['case']} ({row['outcome']})" in inside
    assert sum(found.count("(") for found in told.values()) == len(rows)


def _account(rows: list[Row], cells: Cells) -> None:
    """The waterfall: both words of each clue against each rival, what it weighs, and the sums."""
    named = {int(100 * word.probability): word for word in Likelihood}
    columns = {Explanation(rival).label: rival for rival in {str(row["rival"]) for row in rows}}
    heads, *lines = cells
    *clues, alone, _once = lines
    for label, rival in columns.items():
        at = heads.index(label)
        drawn = [row for row in rows if row["rival"] == rival and row["kind"] == "clue"]
        total = 0.0
        for row, line in zip(drawn, clues, strict=True):
            number, _, name = str(row["name"]).partition(" ")
            assert int(number) == row["n"] and name == line[0]
            weight = decibans(named[row["h"]].probability / named[row["r"]].probability)
            total += weight
            assert line[at].endswith(f", {told(weight)}")
        assert alone[at] == told(total)


def told(weight: float) -> str:
    """Decibans as the table has them."""
    return f"{weight:+.1f}".replace("-", "−") if abs(weight) >= 0.05 else "0"


SAME: dict[str, Callable[[list[Row], Cells], None]] = {
    "to_scale": _sums,
    "sorting_chart": _groups,
    "waterfall": _account,
}


@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.call)
def test_the_table_behind_a_chart_has_its_numbers(book: Path, chart: Charted):
    """A chart that is not known here has none that anybody has compared."""
    compare = SAME[chart.call.partition("(")[0]]
    cells = table_behind(book, chart)
    assert chart.rows
    compare(chart.rows, cells)
    # and a number that differs is noticed
    changed = json.loads(json.dumps(cells))
    changed[1] = [cell.translate(str.maketrans("0123456789m", "1234567890n")) for cell in cells[1]]
    with pytest.raises((AssertionError, AttributeError, KeyError, ValueError)):
        compare(chart.rows, changed)


def test_every_drawn_chart_is_compared(book: Path):
    drawn = {
        page.relative_to(book).as_posix(): page.read_text("utf-8").count('<figure class="livepage-')
        for page in book.rglob("*.html")
    }
    stored = [chart.page for chart in CHARTS]
    assert {page: n for page, n in drawn.items() if n} == {p: stored.count(p) for p in stored}
