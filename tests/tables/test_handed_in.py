"""CSV files from people: what spreadsheets write is read, and what cannot be read gets a cure."""

import csv
import io
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crisis_paths.errors import LONGEST, CrisisPathsError
from crisis_paths.tables.csv_text import cells
from crisis_paths.tables.handed_in import load, read
from crisis_paths.tables.handed_out import csv_file
from crisis_paths.tables.headings import column_fault

COLUMNS = ("case", "control", "note")
ROWS = [{"case": "Côte d’Ivoire 2011", "control": "弱", "note": "two\r\nlines, “so”; \ttab"}]
BOM = "\ufeff"


def written(separator: str = ",", end: str = "\r\n", quoting: int = csv.QUOTE_MINIMAL) -> str:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=separator, lineterminator=end, quoting=quoting)
    writer.writerow(COLUMNS)
    writer.writerows(row.values() for row in ROWS)
    return out.getvalue()


def refused(source, columns=COLUMNS) -> str:
    with pytest.raises(CrisisPathsError) as error:
        read(source, "mine.csv", columns)
    return str(error.value)


# --- What is read ---------------------------------------------------------------------------


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("quoting", [csv.QUOTE_MINIMAL, csv.QUOTE_ALL])
@pytest.mark.parametrize("before", ["", BOM, "said"])
def test_every_way_of_writing_is_read_alike(separator, end, quoting, before):
    text = written(separator, end, quoting)
    if before == "said":
        text, before = f"sep={separator}{end}{text}", BOM
    for source in (before + text, (before + text).encode()):
        sheet = read(source, "mine.csv", COLUMNS)
        assert sheet.header == COLUMNS and sheet.faults == ()
        assert [row for _line, row in sheet.rows] == ROWS


@pytest.mark.parametrize("said", ['"sep=;"', "SEP=;", "sep=;,,"])
def test_the_first_line_may_say_what_parts_the_values(said):
    """As LibreOffice quotes it, and as it is left in a file with other separators."""
    sheet = read(f"{said}\ncase;control;note\nA, B;weak;\n", "mine.csv", COLUMNS)
    assert sheet.rows == ((3, {"case": "A, B", "control": "weak", "note": ""}),)


def test_it_may_say_another_sign():
    assert read("sep=|\ncase|note\nA|b\n", "m", COLUMNS).rows == ((3, {"case": "A", "note": "b"}),)


def test_the_headings_alone_show_what_parts_the_values():
    sheet = read('case;"control, perceived";note\n,,,;a,b;c\n', "m", COLUMNS)
    assert sheet.header == ("case", "control, perceived", "note")
    assert list(sheet.rows[0][1].values()) == [",,,", "a,b", "c"]


@pytest.mark.parametrize(
    "heading", ["Main_Point", " main point ", "MAIN POINT", "ｍain_point\u200b"]
)
def test_headings_are_read_in_any_case_and_with_blanks(heading):
    assert read(f"case,{heading}\nA,b\n", "m", ["case", "main_point"]).header[1] == "main_point"


def test_headings_may_have_other_words():
    means = {"case": "case", "案例": "case"}
    assert read("案例\nA\n", "m", means).rows == ((2, {"case": "A"}),)


def test_rows_and_columns_without_a_value_are_no_rows_and_columns():
    text = '\n,,,,\ncase,control,note,,\nA,weak,x,,\n"",, ,\u200b,\n\n,,,,\nB,strong,,,\n,\n\n'
    sheet = read(text, "mine.csv", COLUMNS)
    assert sheet.header == COLUMNS and sheet.faults == ()
    assert [(line, row["case"]) for line, row in sheet.rows] == [(4, "A"), (8, "B")]
    assert read(",case,,note\n,A,,x\n", "m", COLUMNS).rows == ((2, {"case": "A", "note": "x"}),)


def test_a_value_under_no_heading_is_no_empty_column():
    assert read("case,control,note,\nA,weak,,stray\n", "m", COLUMNS).header == (*COLUMNS, "")
    assert read("case,control,note\nA,weak,,stray\n", "m", COLUMNS).faults == (
        (2, "m, line 2: it has 4 values for 3 columns."),
    )


def test_too_few_and_too_many_values_are_named_by_the_lines_of_the_file():
    text = 'case,control,note\n\nA,weak,"three\r\nlines\rlong"\nB,weak\n,,,,\nC,weak,,x,y\nD\n'
    sheet = read(text, "mine.csv", COLUMNS)
    assert [line for line, _row in sheet.rows] == [3]
    assert [said for _line, said in sheet.faults] == [
        "mine.csv, line 6: it has 2 of 3 values.",
        "mine.csv, line 8: it has 5 values for 3 columns.",
        "mine.csv, line 9: it has 1 of 3 values.",
    ]


@pytest.mark.parametrize("text", ["", "\n\n", BOM, ",,\n,,\n", "sep=;\n", "sep=;"])
def test_a_file_without_anything_has_no_columns(text):
    sheet = read(text, "mine.csv", COLUMNS)
    assert sheet.header == sheet.rows == sheet.faults == ()


# --- Quotation marks ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "line", "why"),
    [
        ('case,note\nA,b\nB,"open\nC,d\n', 3, "none closes it"),
        ('case,note\nA,"two\nlines"\nB,"so ""open""\nC,d\n', 4, "none closes it"),
        ('case,note\n"A\nB","open\nC,d\n', 3, "none closes it"),
        ('case,note\nA,"open\nB,"c",d\n', 2, "goes on after the one that closes it"),
        ('case,note\n"Orange" revolution,b\n', 2, "goes on after the one that closes it"),
        ('case;note\r"A";"b" c\r', 2, "goes on after the one that closes it"),
        ('"case,note\nA,b\n', 1, "none closes it"),
    ],
)
def test_a_quotation_mark_that_is_left_open_is_named_where_it_opens(text, line, why):
    sheet = read(text, "mine.csv", COLUMNS)
    ((at, said),) = sheet.faults
    assert at == line and said.startswith(f"mine.csv, line {line}: ") and why in said
    assert "what follows was not read" in said


def test_one_that_is_left_open_in_a_long_file_is_named_where_it_opens():
    text = 'case,note\nA,"open\n' + "B,c\n" * 100_000
    assert read(text, "mine.csv", COLUMNS).faults[0][0] == 2


def test_a_value_that_no_cell_holds_is_named():
    (fault,) = read(f"case,note\nA,{'x' * 200_000}\n", "mine.csv", COLUMNS).faults
    assert fault == (2, "mine.csv, line 2: a value is far too long; what follows was not read.")


def test_quotation_marks_within_a_value_stand_as_they_are():
    row = {"case": "5\" and 'six'", "note": '"so" he said'}
    assert read('case,note\n5" and \'six\',"""so"" he said"\n', "m", COLUMNS).rows == ((2, row),)


# --- Encodings ------------------------------------------------------------------------------

CURE = "in Excel as “CSV UTF-8 (comma delimited)”, in LibreOffice with the character set"


@pytest.mark.parametrize("encoding", ["cp1252", "gb18030", "gbk", "cp1251", "latin-1", "big5"])
def test_bytes_that_are_not_utf_8_get_the_cure(encoding):
    text = {"cp1251": "Беларусь", "cp1252": "Arvelle’s", "latin-1": "Côte"}.get(encoding, "白俄")
    said = refused(f"case,note\nA,b\n{text},\n".encode(encoding))
    assert said.startswith("mine.csv is not in UTF-8, as line 3 shows. Save it") and CURE in said
    assert "codec" not in said and "0x" not in said


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_unicode_text_gets_the_cure(encoding):
    said = refused(written("\t").encode(encoding))
    assert said.startswith("mine.csv is in UTF-16 (“Unicode Text”), not in UTF-8.") and CURE in said


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_so_does_unicode_text_without_its_mark(encoding):
    said = refused("case\tnote\nA\tb\n".encode(encoding))
    assert "line 1: there is a NUL, which no text has" in said and CURE in said


@pytest.mark.parametrize("encoding", ["cp1252", "cp1250", "cp1251", "mac_roman", "gbk"])
def test_what_a_spreadsheet_garbled_gets_the_cure_and_every_place(encoding):
    """Read by the machine’s code page, and then saved as UTF-8."""
    text = "case,note\nA,plain\nB,Arvelle’s envoys\nC,Torvania’s army\n"
    for lost in ("\ufffd", "?"):
        said = refused(text.encode().decode(encoding, "replace").replace("\ufffd", lost))
        assert CURE in said and "Go back to a copy that is whole" in said
        assert "mine.csv, line 3: " in said and "mine.csv, line 4: " in said
        assert "line 2" not in said


def test_a_refusal_stays_short():
    assert len(refused("case,note\n" + "Aâ€™s,b\n" * 10_000)) <= LONGEST


def test_a_file_that_cannot_be_opened_is_one_sentence(tmp_path):
    for name, why in (("none.csv", "there is no such file"), (".", "Is a directory")):
        with pytest.raises(CrisisPathsError) as error:
            load(tmp_path / name, "mine", COLUMNS)
        assert str(error.value) == f"{tmp_path / name} cannot be read: {why}."
    with pytest.raises(CrisisPathsError, match="cannot be read: "):
        load(tmp_path / "a\0b", "mine", COLUMNS)


# --- Columns --------------------------------------------------------------------------------


def test_the_fault_of_columns_says_which():
    wanted = ("a", "b", "c", "d")
    assert column_fault(wanted, wanted) == ""
    assert column_fault((), wanted) == "there are none"
    assert column_fault(("a", "b", "c"), wanted) == "missing: d"
    assert column_fault(("a", "b", "c"), wanted, may_lack=("d",)) == ""
    assert column_fault(("a", "b", "c", "d", "e"), wanted) == "not known: e"
    assert column_fault(("a", "b", "", "c", "d"), wanted) == "not known: one without a heading"
    assert column_fault(("a", "b", "c", "d", "a"), wanted) == "twice: a"
    assert column_fault(("d", "a", "b", "c"), wanted) == "not in its place: d"
    assert column_fault(("b", "c", "d", "a"), wanted) == "not in its place: a"
    assert column_fault(("d", "a", "b", "c"), wanted, any_order=True) == ""
    assert len(column_fault([f"x{n}" for n in range(10_000)], wanted)) < 200


# --- There and back -------------------------------------------------------------------------

CELL = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=30)
EDGY = st.text("=+-@＝＋－＠'\"\t\r\n,; 1.a", max_size=6)


@given(st.lists(st.tuples(CELL | EDGY, CELL | EDGY), max_size=5))
def test_what_is_handed_out_comes_back_to_the_character(rows):
    text = csv_file(["a", "b"], rows).decode("utf-8-sig")
    found = cells(text)
    assert found.fault is None
    assert [row for _line, row in found.rows] == [("a", "b"), *rows]


def test_so_do_all_short_cells():
    for cell in map("".join, product("\r\na,;\t\"'=", repeat=3)):
        _head, (_line, row) = cells(csv_file(["a"], [[cell]]).decode("utf-8-sig")).rows
        assert row == (cell,)
