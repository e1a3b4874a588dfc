"""A table is read alike whether it is a frame or a list of dictionaries."""

from collections.abc import Callable

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from crisis_paths.errors import CrisisPathsError
from crisis_paths.qca.truth_table import TruthTable
from crisis_paths.scrutiny.coding_sheet import CodingSheet
from crisis_paths.tables.grid import dictionaries, grid_of
from test_words import NEITHER, NO, YES

WORDS = [*YES, *NO, *NEITHER, "adjusted", "Continued", "弱", "strong", "shy"]
CASES = ["A", "a", "Belarus 2020", "belarus_2020", "B\ufeff", 2020, 2020.0, "dâ€™Ivoire", "x" * 9]
SETS = ["case", "A", "B", "Y", "A ", "Ａ", "a", "", 5, ("A", "B"), None]
SHEET = ["case", "balance", "control", "note", "Case", " Balance", "案例", "Unnamed: 4", "", 5]
READERS: dict[str, tuple[list, Callable]] = {
    "from_cases": (SETS, lambda table: TruthTable.from_cases(table, ["A", "B"], "Y")),
    "the sheet": (SHEET, lambda table: CodingSheet.read(table, "me")),
}


def answer(reader: Callable, table: object) -> object:
    """What comes of it: the result, or the words of the refusal."""
    try:
        return reader(table)
    except CrisisPathsError as refused:
        return str(refused)


@st.composite
def tables(draw: st.DrawFn, names: list) -> tuple[list, list[list]]:
    """Column names, most of them wanted ones, and rows with anything at all in them."""
    wanted = [name for name in names[:4] if draw(st.integers(0, 9))]
    header = wanted + draw(st.lists(st.sampled_from(names[4:]), max_size=2, unique=True))
    cell = st.sampled_from(WORDS) | st.sampled_from(CASES)
    good = {"case": st.sampled_from(CASES), "balance": st.sampled_from(["adjusted", "延续既往"])}
    good |= dict.fromkeys("ABY", st.booleans()) | {"control": st.sampled_from(["weak", ""])}
    row = st.tuples(
        *(st.one_of(good.get(name, cell), good.get(name, cell), cell) for name in header)
    )
    return header, [list(values) for values in draw(st.lists(row, max_size=4))]


def framed(header: list, rows: list[list]) -> pd.DataFrame:
    """A frame in which every value stays as it is."""
    frame = pd.DataFrame(index=range(len(rows)), columns=pd.Index(header, dtype=object))
    for n in range(len(header)):
        values = np.empty(len(rows), dtype=object)
        for place, row in enumerate(rows):
            values[place] = row[n]
        frame.isetitem(n, pd.Series(values, dtype=object))
    return frame


@pytest.mark.parametrize("name", READERS)
@given(data=st.data())
def test_a_frame_and_dictionaries_of_one_content_give_one_answer(name, data):
    names, reader = READERS[name]
    header, rows = data.draw(tables(names))
    found = [dict(zip(header, row, strict=True)) for row in rows]
    if not found:
        return  # no dictionary, no column: there is nothing to compare
    assert answer(reader, found) == answer(reader, framed(header, rows))
    # what a dictionary leaves out is missing, as in a frame that is made of them
    brief = [{name: value for name, value in row.items() if value is not None} for row in found]
    if list(dict.fromkeys(name for row in brief for name in row)) == header:
        assert answer(reader, brief) == answer(reader, found)
    assert answer(reader, iter(found)) == answer(reader, tuple(found)) == answer(reader, found)


# Frames whose values are of pandas' own types, as it reads them from files and joins them.
FRAMES = {
    "bools with a gap": {"case": ["x", "y"], "A": [True, None], "B": [0, 1], "Y": [1, 0]},
    "numbers with a gap": {"case": ["x", "y"], "A": [1, None], "B": [0.0, 2.5], "Y": [1, 0]},
    "categories": {"case": ["x", "y"], "A": pd.Categorical(["yes", "no"]), "B": 1, "Y": [1, 0]},
    "nullable": {
        "case": pd.array(["x", None], dtype="string"),
        "A": pd.array([True, None], dtype="boolean"),
        "B": pd.array([1, None], dtype="Int64"),
        "Y": [1, 0],
    },
    "dates for names": {"case": pd.to_datetime(["2020-08-09", None]), "A": 1, "B": 0, "Y": 1},
    "many": {"case": [f"case {n}" for n in range(200)], "A": "maybe", "B": 1, "Y": True},
}


@pytest.mark.parametrize("content", FRAMES)
def test_a_frame_is_read_as_the_dictionaries_that_pandas_makes_of_it(content):
    frame = pd.DataFrame(FRAMES[content])
    laid_out = grid_of(frame)
    assert laid_out.header == ("case", "A", "B", "Y")
    assert laid_out.labels == tuple(range(len(frame)))
    coded = frame.rename(columns={"A": "balance", "B": "control", "Y": "note"})
    for name, table in (("from_cases", frame), ("the sheet", coded)):
        _names, reader = READERS[name]
        assert answer(reader, table) == answer(reader, table.to_dict("records"))


def test_rows_without_a_name_are_called_by_their_index_or_their_place():
    rows = [{"A": 1, "Y": 1}, {"A": 0, "Y": 0}]
    named = pd.DataFrame(rows, index=["one", "two"])
    assert TruthTable.from_cases(named, ["A"], "Y").rows[0].having == ("one",)
    for table in (rows, pd.DataFrame(rows)):
        assert TruthTable.from_cases(table, ["A"], "Y").rows[0].having == ("0",)


def test_a_row_of_nothing_is_left_out_of_a_sheet_and_its_line_is_counted():
    nothing = {"case": None, "balance": " ", "control": float("nan")}
    rows = [{"case": "A", "balance": "", "control": ""}, nothing]
    assert len(CodingSheet.read(rows).rows) == 1
    rows.append({"case": "B", "balance": "shy", "control": ""})
    for table in (rows, pd.DataFrame(rows)):
        with pytest.raises(CrisisPathsError, match="line 4: balance is 'shy'"):
            CodingSheet.read(table)


@pytest.mark.parametrize(
    "given", [None, 5, "case", b"case", {"case": "A"}, ["A"], [{"A": 1}, 5], pd.Series([1, 2])]
)
def test_what_is_no_table_is_refused(given):
    for read in (grid_of, dictionaries, lambda table: TruthTable.from_cases(table, "A", "Y")):
        with pytest.raises(CrisisPathsError, match=r"^Give a frame or a list of dictionaries"):
            read(given)
    if not isinstance(given, str | bytes):
        with pytest.raises(CrisisPathsError, match=r"^me: give CSV text, a frame, or a list"):
            CodingSheet.read(given, "me")
