"""What a new user tried, and what came of it: slips that once went through in silence."""

from pathlib import Path

import pandas as pd
import pytest

from crisis_paths.cases.casebook import events
from crisis_paths.errors import PLACES, CrisisPathsError
from crisis_paths.framework import predict_frame
from crisis_paths.scrutiny.agreement import agree
from crisis_paths.scrutiny.coding_sheet import CodingSheet
from crisis_paths.scrutiny.crisis_sets import crisis_table
from crisis_paths.scrutiny.recoding import Recoding, hypothetical
from crisis_paths.scrutiny.robustness import adding, effect, effects, leave_one_out
from crisis_paths.tables import reading as tables

ORDERS = [("WEAK", "ADJUSTED"), ("ADJUSTED", "WEAK")]
SHEET = CodingSheet.read("case,balance,control\nA,adjusted,weak\n", "me")


def test_the_order_of_the_conditions_is_no_matter():
    def told(conditions):
        filled = adding(hypothetical("continued", "weak", "manageable"), conditions=conditions)
        return (
            effect(conditions=conditions).keeps,
            effect({Recoding("ukraine_2022", "control")}, conditions=conditions).keeps,
            [one.keeps for one in effects(conditions=conditions)],
            sum(one.keeps for one in dict(leave_one_out(conditions=conditions)).values()),
            filled.keeps,
            filled.needs_both,
        )

    first, second = map(told, ORDERS)
    assert first == second
    assert first[0] is True and first[1] is False and first[3] == 4 and first[4:] == (True, True)


@pytest.mark.parametrize("word", ["no", "yes", "False", 2, None, []])
def test_a_file_is_not_written_over_by_a_word(tmp_path, word):
    kept = tmp_path / "sheet.csv"
    kept.write_text("precious")
    with pytest.raises(CrisisPathsError, match=r"overwrite is .*, but must be one of: True, False"):
        SHEET.save(kept, overwrite=word)
    assert kept.read_text() == "precious"


def test_nobody_changes_the_tables_by_a_slip():
    for row in (tables.rows("cases")[0], events("belarus_2020")[0]):
        with pytest.raises(TypeError):
            row["control"] = "weak"
    assert CodingSheet.article().rows[0].control == "strong"


def test_a_row_counts_once_and_is_one_of_the_table_s():
    table = crisis_table()
    assert table.fit([table.rows[0]] * 2) == table.fit([table.rows[0]])
    with pytest.raises(CrisisPathsError, match="not one of this table"):
        table.fit(crisis_table(("WEAK", "ADJUSTED", "TURMOIL")).rows)


@pytest.mark.parametrize("usable", [5, "x", True, lambda row: "no", lambda row: None])
def test_a_theory_answers_yes_or_no(usable):
    with pytest.raises(CrisisPathsError, match="usable"):
        crisis_table().solutions("intermediate", usable=usable)


@pytest.mark.parametrize("other", [None, "other.csv", [], Path("other.csv")])
def test_a_sheet_is_compared_with_a_sheet(other):
    for ask in (SHEET.compare, SHEET.differences):
        with pytest.raises(CrisisPathsError, match="must be a CodingSheet; load a file first"):
            ask(other)


@pytest.mark.parametrize("path", [5, None, b"x.csv", [], "", " "])
def test_a_path_is_the_path_of_a_file(path):
    for ask in (CodingSheet.load, SHEET.save, lambda p: tables.read(p, "cases")):
        with pytest.raises(CrisisPathsError, match="must be the path of a file"):
            ask(path)


def test_an_own_folder_may_be_named_by_a_text():
    assert tables.read(str(tables.folder()), "cases") == tables.rows("cases")


@pytest.mark.parametrize("end", ['"', "\\", "'\"", "}", "é"])
def test_five_of_a_kind_whatever_stands_in_them(end):
    words = [f"x'{chr(97 + n // 26)}{chr(97 + n % 26)}{end}" for n in range(144)]
    sheet = [{"case": f"c{n}", "balance": w, "control": ""} for n, w in enumerate(words)]
    with pytest.raises(CrisisPathsError) as refused:
        CodingSheet.read(sheet)
    assert len(str(refused.value).splitlines()) == PLACES + 1


def test_a_row_is_found_where_labels_repeat():
    part = pd.DataFrame({"balance": ["adjusted"] * 3, "control": ["weak"] * 3})
    joined = pd.concat([part, part.replace("weak", "shaky").tail(1)])
    with pytest.raises(CrisisPathsError, match=r"Rows, counted from 0: 3\."):
        predict_frame(joined)


def test_empty_is_allowed_and_said_so():
    with pytest.raises(CrisisPathsError, match="Leave it empty if you cannot tell"):
        CodingSheet.read("case,balance,control\nA,n/a,weak\n")


def test_a_cell_holds_a_word_or_a_number():
    for bad in (["Belarus 2020"], {1}, True, b"A", {"a": 1}):
        with pytest.raises(CrisisPathsError, match=r"case is .*, but must be a text"):
            CodingSheet.read([{"case": bad, "balance": "", "control": ""}])
    years = pd.DataFrame({"case": [2020.0, 2021.5], "balance": "", "control": ""})
    assert [row.case for row in CodingSheet.read(years).rows] == ["2020", "2021.5"]


def test_a_letter_and_its_accent_are_one_case():
    assert agree("e\u0301a", "éa").units == 2 and agree("e\u0301", "é").same == 1
