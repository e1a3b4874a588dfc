"""The tables: typed, checked against the codebook, and refused with every fault named."""

import csv
import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pandas as pd
import pytest
from tools import check_data
from tools.texts import MISSING, body

from crisis_paths.errors import CrisisPathsError
from crisis_paths.tables import reading as tables
from crisis_paths.tables.reading import load, names, read, rows
from crisis_paths.tables.schema import codebook
from invented import MARENA, VELIA

ROOT = Path(__file__).parents[2]
ALL = (
    *("cases", "events", "stories", "quantities", "codings", "rules", "figures"),
    *("paragraphs", "statements", "unstated"),
    *("background", "people", "organisations"),
    *(
        "rivals",
        "advice",
        "multivector",
        "terms",
        "citations",
        "checks",
        "outlets",
        "concordance",
        "likelihoods",
        "phrases",
        "further_cases",
        "examples",
    ),
)
# For each table: a field, a value that is not allowed there, and what the error says of it.
BROKEN = {
    "cases": ("outcome", "lost", "'lost' is not allowed; allowed: manageable, unmanageable"),
    "events": (
        "precision",
        "dayy",
        "'dayy' is not allowed; allowed: day, month, season, half, year",
    ),
    "stories": ("events", "By Call", "'By Call' does not have the form"),
    "background": ("seen", "yesterday", "'yesterday' does not have the form"),
    "people": ("since", "long ago", "'long ago' does not have the form"),
    "organisations": ("what", "", "is empty, but must have a value"),
    "quantities": ("value", "many", "'many' is not a number"),
    "codings": ("direction", "", "is empty, but must have a value"),
    "rules": (
        "anchor",
        "十三个汉字实在是太长了一些的",
        "has 14 characters; at most 12 are allowed",
    ),
    "figures": ("key", "wavy", "'wavy' does not have the form"),
    "paragraphs": ("chapters", "Chapter 1", "'Chapter 1' does not have the form"),
    "statements": ("standing", "ours", "'ours' is not allowed; allowed: stated, reconstructed"),
    "unstated": ("kind", "lost", "'lost' is not allowed; allowed: split, mark, signpost"),
    "rivals": ("actor", "moon", "'moon' is not allowed; allowed: hegemon, external"),
    "advice": ("verdict", "maybe", "'maybe' is not allowed; allowed: supported, not-supported"),
    "multivector": ("language", "fr", "'fr' is not allowed; allowed: both, zh, en"),
    "terms": ("key", "Two words", "'Two words' does not have the form"),
    "citations": ("footnote_order", "1.5", "'1.5' is not a whole number"),
    "phrases": ("level", "cruel", "'cruel' is not allowed; allowed: easy, hard"),
    "likelihoods": ("standing", "stated", "'stated' is not allowed; allowed: ours"),
    "concordance": ("heading", "", "is empty, but must have a value"),
    "further_cases": ("standing", "stated", "'stated' is not allowed; allowed: ours"),
    "examples": ("row", "weak and adjusted", "'weak and adjusted' does not have the form"),
    "outlets": ("kind", "blog", "'blog' is not allowed; allowed: official, agency"),
    "checks": ("verdict", "perhaps", "'perhaps' is not allowed; allowed: agrees, differs"),
}


def test_the_tables_are_those_of_the_codebook():
    assert set(names()) == set(ALL) == set(BROKEN)
    on_disk = {path.stem for path in tables.folder().glob("*.csv")}
    assert on_disk == set(ALL)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The tables, to be broken; that of further cases begins empty and gets two to break."""
    folder = shutil.copytree(tables.folder(), tmp_path / "data")
    with (folder / "further_cases.csv").open("a", encoding="utf-8", newline="") as lines:
        csv.DictWriter(lines, list(VELIA), lineterminator="\n").writerows((VELIA, MARENA))
    return folder


def _change(file: Path, change) -> None:
    with file.open(encoding="utf-8", newline="") as lines:
        found = list(csv.DictReader(lines))
    change(found)
    with file.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.DictWriter(lines, list(found[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(found)


@pytest.mark.parametrize("name", ALL)
def test_a_broken_copy_is_refused_with_file_line_field_value_and_what_is_allowed(copy, name):
    field, value, said = BROKEN[name]
    _change(copy / f"{name}.csv", lambda found: found[1].update({field: value}))
    with pytest.raises(CrisisPathsError) as refused:
        read(copy, name)
    assert f"{name}.csv, line 3, {field}: " in str(refused.value)
    assert said in str(refused.value)


def test_all_faults_are_named_at_once(copy):
    def spoil(found):
        found[0]["lane"] = "sky"
        found[1]["date_start"] = "2020-02-31"
        found[2]["event_id"] = found[3]["event_id"]
        found[4]["section"] = "9"

    _change(copy / "events.csv", spoil)
    with pytest.raises(CrisisPathsError) as refused:
        read(copy, "events")
    said = str(refused.value).splitlines()
    assert len(said) == 4
    assert said[0] == (
        "events.csv, line 2, lane: 'sky' is not allowed; allowed: domestic, hegemon, external,"
        " small_state."
    )
    assert said[1].startswith("events.csv, line 3, date_start: '2020-02-31' is no date")
    assert "is already in line 4" in said[2]
    assert said[3].startswith("events.csv, line 6, section: '9' is not allowed")


def test_a_date_finer_than_its_precision_and_a_span_that_ends_too_early(copy):
    def spoil(found):
        found[0].update(date_start="2020-06-19", date_end="", precision="month")
        found[1].update(date_start="2020-06", date_end="2020-01", precision="month")

    _change(copy / "events.csv", spoil)
    with pytest.raises(CrisisPathsError) as refused:
        read(copy, "events")
    assert "line 2, date_start: '2020-06-19' says more than its precision, month." in str(
        refused.value
    )
    assert "line 3, date_end: '2020-01' is before '2020-06'." in str(refused.value)


def test_a_missing_column_and_a_short_line_are_named(copy):
    file = copy / "figures.csv"
    file.write_text(file.read_text("utf-8") + "5,manageable\n", "utf-8")
    with pytest.raises(CrisisPathsError, match=r"line 6: it has 2 of \d values"):
        read(copy, "figures")
    file.write_text("figure,caption\n1,manageable\n", "utf-8")
    with pytest.raises(
        CrisisPathsError, match=r"figures.csv: the columns must be figure, .*Here: "
    ):
        read(copy, "figures")


def test_a_fault_of_the_columns_says_which(copy):
    file = copy / "figures.csv"
    head, rest = file.read_text("utf-8").split("\n", 1)
    names = head.split(",")
    for columns, said in (
        (names[:-1], f"Here: missing: {names[-1]}."),
        ([*names, "mine"], "Here: not known: mine."),
        ([*names, names[0]], f"Here: twice: {names[0]}."),
        ([*names[1:], names[0]], f"Here: not in its place: {names[0]}."),
        ([names[0], "panle", *names[2:]], f"Here: missing: {names[1]}; not known: panle."),
    ):
        file.write_text("\n".join([",".join(columns), rest]), "utf-8")
        with pytest.raises(CrisisPathsError) as refused:
            read(copy, "figures")
        assert str(refused.value).endswith(said)


@pytest.mark.parametrize("name", ALL)
def test_a_table_that_a_spreadsheet_saved_is_read(copy, name):
    file, whole = copy / f"{name}.csv", read(copy, name)
    with file.open(encoding="utf-8", newline="") as lines:
        found = list(csv.reader(lines))
    for separator in ",;\t":
        with file.open("w", encoding="utf-8-sig", newline="") as out:
            writer = csv.writer(out, delimiter=separator)
            writer.writerows([[*row, ""] for row in found])
            writer.writerow([""] * len(found[0]))
        assert read(copy, name) == whole


def test_our_own_tables_stay_plain_for_programs(copy, monkeypatch):
    """What our reader understands, other people's programs need not."""
    monkeypatch.setattr(tables, "folder", lambda: copy)
    assert list(check_data.plain_faults()) == []
    file = copy / "cases.csv"
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes())
    (said,) = check_data.plain_faults()
    assert said.startswith("cases.csv, line 1: must be 'case,name,") and "byte order mark" in said


def test_the_line_of_a_fault_is_that_of_the_file(copy):
    file = copy / "figures.csv"
    first, *rows = file.read_text("utf-8").splitlines()
    file.write_text("\n".join([first, "", *rows, ",,,", "5,manageable", ""]), "utf-8")
    with pytest.raises(CrisisPathsError, match=rf"figures.csv, line {len(rows) + 4}: it has 2 of"):
        read(copy, "figures")


def test_an_unknown_table_lists_those_there_are():
    with pytest.raises(CrisisPathsError, match=r"no table 'treaties'; there are: cases, events"):
        rows("treaties")
    with pytest.raises(CrisisPathsError, match=r"no table 'treaties'"):
        load("treaties")


@pytest.mark.parametrize("name", ALL)
def test_every_table_loads_with_the_types_of_the_codebook(name):
    frame = load(name)
    assert len(frame) == len(rows(name))
    assert len(frame) > 0 or name == "further_cases"  # nobody need have added one
    for field in codebook(tables.folder())[name].fields:
        column = frame[field.name]
        if field.enum:
            assert column.cat.categories.tolist() == list(field.enum)
        elif field.type == "boolean":
            assert column.dtype == "boolean"
        elif field.type in ("integer", "number"):
            assert column.dtype in ("Int64", "Float64")
        else:
            assert pd.api.types.is_string_dtype(column)
        assert column.isna().tolist() == [not row[field.name] for row in rows(name)]


def test_dates_become_a_pair_of_days_that_sorts():
    events = load("events")
    assert (events["first_day"] <= events["last_day"]).all()
    whole = events[events["precision"] == "day"]
    single = whole[whole["date_end"].isna()]
    assert (single["first_day"] == single["last_day"]).all()


def test_it_works_from_another_working_directory(tmp_path):
    script = (
        "from crisis_paths.tables.reading import load, names;"
        " print(sum(len(load(n)) for n in names()))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True, timeout=60
    )
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) == sum(len(rows(name)) for name in names())


@pytest.mark.parametrize("check", check_data.CHECKS, ids=lambda check: check.__name__)
def test_the_tables_keep_the_codebook_and_our_own_rules(check):
    assert list(check()) == []


def test_the_check_of_the_evidence_can_fail(monkeypatch):
    less = {"codings": tuple(row for row in rows("codings") if row["dimension"] != "balance")}
    monkeypatch.setattr(check_data, "rows", lambda name: less.get(name) or rows(name))
    said = list(check_data.evidence_faults())
    assert "codings.csv: nothing speaks for balance of belarus_2020." in said


def test_anchors_were_checked_against_the_texts():
    if body("gu2024") is None:
        pytest.skip(MISSING)
    assert list(check_data.anchor_faults()) == []


# Where each case is told, and the headings between which it stands.
TOLD = {
    "4.1": ("(一) 2020年白俄罗斯", "（二）2020年吉尔吉斯斯坦"),
    "4.2": ("（二）2020年吉尔吉斯斯坦", "(三) 2022年哈萨克斯坦"),
    "4.3": ("(三) 2022年哈萨克斯坦", "（四）没有国内政局动荡"),
    "4.4": ("（四）没有国内政局动荡", "五 结论"),
}
DAY = re.compile(r"(\d{1,2})\s*月\s*(\d{1,2})\s*(?:[—–-]\s*\d{1,2}\s*)?日")


def _days(section: str) -> Counter[tuple[int, int]]:
    """Every month and day that a section prints; footnotes date their sources, not events."""
    start, end = TOLD[section]
    told = body("gu2024").split(start)[-1].split(end)[0]
    told = "\n".join(line for line in told.splitlines() if not re.match(r"\^?[①-⑳]", line))
    return Counter((int(month), int(day)) for month, day in DAY.findall(told))


@pytest.mark.parametrize("section", TOLD)
def test_every_day_that_a_section_prints_has_an_event(section):
    if body("gu2024") is None:
        pytest.skip(MISSING)
    printed = _days(section)
    assert printed
    dated = Counter()
    for event in rows("events"):
        for written in (event["date_start"], event["date_end"]):
            if event["section"] == section and len(written) == 10:
                dated[int(written[5:7]), int(written[8:])] += 1
    missing = {day for day in printed if dated[day] < printed[day]} - COUNTED_ELSEWHERE
    assert missing == set()


# 1 January 2019 and 7 January 2022 bound a count of protests: a quantity, not an event.
COUNTED_ELSEWHERE = {(1, 1), (1, 7)}
