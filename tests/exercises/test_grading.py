"""A folder of submissions is graded by what stands in them; a bad one is a row like any other."""

import csv
import io
import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import nbformat
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assigned import CHOICES, ESSAY, HALF, MADE, NAME, OPEN, RECIPE, RIGHT, SEED, filled, hand_in
from assigned import released as released  # a fixture
from crisis_paths.errors import CrisisPathsError
from crisis_paths.exercises.grading import submitted_notebook
from crisis_paths.exercises.grading.answers import letter, written
from crisis_paths.exercises.grading.grades import Row, table
from crisis_paths.exercises.grading.grading import graded, made_again
from crisis_paths.exercises.grading.submissions import common_label, find
from crisis_paths.exercises.grading.submitted_notebook import Submission, read
from crisis_paths.exercises.make.phrases import phrases
from crisis_paths.exercises.make.recipe import LABEL, Recipe, label_of
from machine import within

FIRST, LAST = min(CHOICES), max(CHOICES)
(ESSAY_AT,) = OPEN
# Each would be a theft, an end or a wait, if it were run.
THEFT = """import glob, sys
for place in sys.path:
    for file in glob.glob(place + "/*_key.py"):
        module = __import__(file.rpartition("/")[2][:-3])
        module.points = lambda number, answer: 1.0
"""
HOSTILE = {
    "endless": "while True:\n    pass",
    "kill": "import os, signal\nos.kill(os.getppid(), signal.SIGKILL)",
    "outlive": "import subprocess\nsubprocess.Popen(['touch', 'ran'], start_new_session=True)",
    "thief": THEFT,
}


def fill_folder(folder: Path, notebook: Path) -> None:
    """One student of each sort."""
    partial = {n: letter or RIGHT[n] for n, letter in HALF.items()}
    answer, right = f"answer_{FIRST} = ", RIGHT[FIRST]
    wide = chr(ord(right) + 0xFEE0)
    ways = {
        "bare": answer + right.lower(),
        "quotes": f"{answer}“{right}.”",
        "wide": f"{answer}'{wide}'",
        "wordy": f"{answer}'{right}. As it says'",
    }
    odd = {FIRST: f"{answer}'{{numbers}}'", LAST: f"answer_{LAST} = 7"}
    handed = {
        "ana": filled(notebook, RIGHT, ESSAY),
        "ben": filled(notebook, partial),
        "odd": filled(notebook, RIGHT | odd, ESSAY),
        "torn": filled(notebook, RIGHT, ESSAY),
        "unlabelled": filled(notebook, {n: f"answer_{n} = 'x y'" for n in RIGHT}, ESSAY),
        "blank": filled(notebook, {}),
        "foreign": filled(notebook, {FIRST: f'answer_{FIRST} <- "{RIGHT[FIRST]}"'}, ESSAY),
    }
    for student, way in ways.items():
        handed[student] = filled(notebook, RIGHT | {FIRST: way}, ESSAY)
    for student, code in HOSTILE.items():
        handed[student] = filled(notebook, RIGHT | {FIRST: f"{answer}'z'\n{code}"}, ESSAY)
    handed["foreign"].metadata.kernelspec = {"name": "ir", "language": "R", "display_name": "R"}
    gone = {f"exercise-{LAST}-answer", f"exercise-{ESSAY_AT}"}
    torn = handed["torn"]
    torn.cells = [c for c in torn.cells if c.metadata.nbgrader.grade_id not in gone]
    del handed["unlabelled"].metadata[LABEL]
    for student, made in handed.items():
        hand_in(made, folder / f"{student}.ipynb")
    whole = json.loads((folder / "ana.ipynb").read_text("utf-8"))
    (folder / "marked.ipynb").write_text(json.dumps(whole), "utf-8-sig")
    (folder / "utf16.ipynb").write_text(json.dumps(whole), "utf-16")
    whole["cells"][0]["outputs"] = ["x" * 50_000_000]
    (folder / "large.ipynb").write_text(json.dumps(whole), "utf-8")
    (folder / "broken.ipynb").write_text('{"cells": [')
    (folder / "deep.ipynb").write_text("[" * 200_000)
    (folder / "binary.ipynb").write_bytes(b"\xff\xfe\x00")
    others = {"list": [], "none": None, "bad": {"cells": {"a": 1}}}
    others["odder"] = {"cells": [3, {"source": 4, "metadata": []}]}
    for name, what in others.items():
        (folder / f"{name}.ipynb").write_text(json.dumps(what))
    other = filled(notebook, RIGHT)
    other.metadata[LABEL]["digest"] = "0" * 32
    hand_in(other, folder / "other.ipynb")
    hand_in(nbformat.v4.new_notebook(), folder / "stray.ipynb")
    hand_in(filled(notebook, RIGHT, ESSAY), folder / "=HYPERLINK('x').ipynb")
    (folder / "notes.txt").write_text("not a notebook")


@pytest.fixture(scope="session")
def checked(once, released: Path) -> Path:
    """Grades of one student of each sort, by the command itself."""

    def make(place: Path) -> None:
        fill_folder(place / "handed", released / "release" / NAME / f"{NAME}.ipynb")
        command = [sys.executable, "-m", "crisis_paths.exercises.command", "check"]
        options = [str(place / "handed"), "--seed", SEED, "--out", str(place / "grades.csv")]
        done = subprocess.run(
            [*command, *options], capture_output=True, text=True, timeout=240, cwd=place
        )
        assert done.returncode == 0, done.stderr
        (place / "stdout.txt").write_text(done.stdout)
        (place / "stderr.txt").write_text(done.stderr)

    return once("checked", make)


@pytest.fixture
def rows(checked: Path) -> dict[str, dict[str, str]]:
    with (checked / "grades.csv").open(newline="", encoding="utf-8-sig") as lines:
        return {row["student"]: row for row in csv.DictReader(lines)}


def points(row: dict[str, str]) -> list[str]:
    return [row[one.id] for one in CHOICES.values()]


def test_every_submission_is_a_row_and_the_table_says_what_is_left_to_do(checked, rows):
    handed = {path.stem for path in (checked / "handed").glob("*.ipynb")}
    assert {student.removeprefix("'") for student in rows} == handed
    columns = ["student", *(one.id for one in MADE), "total", "maximum", "by_hand", "fault"]
    assert {tuple(row) for row in rows.values()} == {tuple(columns)}
    essay = OPEN[ESSAY_AT]
    assert (rows["ana"]["by_hand"], rows["ana"][essay.id]) == (essay.id, "")
    assert rows["ben"][essay.id] == "0"  # nothing was written there
    assert rows["ben"]["fault"] == f"Not answered: exercise {ESSAY_AT}."
    assert {row["maximum"] for row in rows.values()} == {"9"}


def test_full_half_and_no_points(rows):
    assert (points(rows["ana"]), rows["ana"]["total"], rows["ana"]["fault"]) == (["1"] * 4, "4", "")
    expected = ["0.5" if HALF[n] else "1" for n in CHOICES]
    assert points(rows["ben"]) == expected
    assert "0.5" in expected and float(rows["ben"]["total"]) == sum(map(float, expected))


@pytest.mark.parametrize("student", ["bare", "quotes", "wide", "wordy", "marked", "large"])
def test_what_can_be_read_as_a_letter_is_one(rows, student):
    assert (points(rows[student]), rows[student]["fault"]) == (["1"] * 4, "")


def test_what_is_no_letter_is_named_and_costs_that_answer_alone(rows):
    assert points(rows["odd"]) == ["0", "1", "1", "0"]
    assert rows["odd"]["fault"] == (
        f"No letter of exercise {FIRST}: '{{numbers}}'. No letter of exercise {LAST}: '7'."
    )
    assert points(rows["unlabelled"]) == ["0"] * 4
    assert rows["unlabelled"]["fault"].count("No letter of exercise") == 1  # said once for all
    assert "'x y'" in rows["unlabelled"]["fault"]


@pytest.mark.parametrize("student", HOSTILE)
def test_nothing_is_run(checked, rows, student):
    assert points(rows[student]) == ["0", "1", "1", "1"]
    assert rows[student]["fault"] == f"No letter of exercise {FIRST}: 'z'."
    assert not list(checked.rglob("ran"))


def test_what_is_missing_is_named(rows):
    assert points(rows["torn"]) == ["1", "1", "1", "0"]
    assert f"Missing: the answer cell of exercise {LAST}." in rows["torn"]["fault"]
    assert f"look yourself: exercise {ESSAY_AT}." in rows["torn"]["fault"]
    assert rows["torn"]["by_hand"] == OPEN[ESSAY_AT].id
    assert rows["blank"]["fault"] == "Not answered: exercise 1, 2, 3, 4, 5."
    assert rows["blank"]["total"] == "0"
    assert points(rows["foreign"])[0] == "1"
    assert rows["foreign"]["fault"].startswith("It says that its language is R. Not answered: ")


FAULTS = {
    "bad": "bad.ipynb cannot be read as a notebook: it is broken or something else.",
    "binary": "binary.ipynb is not written in UTF-8, as notebooks are.",
    "broken": "broken.ipynb cannot be read as a notebook: it is broken or something else.",
    "deep": "deep.ipynb cannot be read as a notebook: it is broken or something else.",
    "list": "list.ipynb cannot be read as a notebook: it is broken or something else.",
    "none": "none.ipynb cannot be read as a notebook: it is broken or something else.",
    "odder": "It is not a notebook of this assignment.",
    "other": "It is not a notebook of this assignment.",
    "stray": "It is not a notebook of this assignment.",
    "utf16": "utf16.ipynb is not written in UTF-8, as notebooks are.",
}


@pytest.mark.parametrize("student", FAULTS)
def test_what_cannot_be_graded_has_no_points_and_says_why(rows, student):
    assert rows[student]["fault"] == FAULTS[student]
    assert [*points(rows[student]), rows[student]["total"]] == [""] * 5


def test_no_cell_of_the_table_begins_a_formula(checked, rows):
    assert "'=HYPERLINK('x')" in rows
    assert (checked / "grades.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    assert (checked / "stderr.txt").read_text() == ""
    assert f"Not graded: {len(FAULTS)};" in (checked / "stdout.txt").read_text()


def test_a_hundred_notebooks_take_no_time(released, tmp_path):
    source = released / "release" / NAME / f"{NAME}.ipynb"
    made = filled(source, RIGHT, ESSAY)
    for n in range(100):
        hand_in(made, tmp_path / f"s{n:03}.ipynb")
    with within(5):
        found = find(tmp_path)
        _recipe, exercises = made_again(found, SEED, {})
        assert {row.fault for row in graded(found, exercises)} == {""}


def test_a_file_of_another_name_in_a_students_folder_is_taken_and_told(released, tmp_path):
    made = filled(released / "release" / NAME / f"{NAME}.ipynb", RIGHT, ESSAY)
    hand_in(made, tmp_path / "ana" / NAME / f"{NAME}.ipynb")
    hand_in(made, tmp_path / "ben" / NAME / "my work (1).ipynb")
    hand_in(made, tmp_path / "cem" / NAME / "a.ipynb")
    hand_in(made, tmp_path / "cem" / NAME / "b.ipynb")
    ana, ben, cem = graded(find(tmp_path), MADE)
    assert ana.fault == "" and ana.points == ben.points
    assert ben.fault == "It was handed in as my work (1).ipynb."
    assert (cem.points, cem.fault) == ({}, f"There is no {NAME}.ipynb.")


def test_a_file_too_large_to_be_a_notebook_is_not_read(tmp_path, monkeypatch):
    monkeypatch.setattr(submitted_notebook, "LARGEST", 10)
    path = tmp_path / "ana.ipynb"
    path.write_text('{"cells": []}')
    assert read("ana", path).fault == "ana.ipynb is larger than 200 MB."


# --- Answers ---------------------------------------------------------------------------------


@given(st.lists(st.text()))
def test_any_source_is_read(sources):
    for said in written(sources).values():
        assert letter(said, "ABCD") in {*"ABCD", None}


@given(st.text())
def test_an_answer_is_a_letter_that_there_is_or_none(said):
    found = letter(said, "AB")
    assert found in ("A", "B", None)


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ('answer_1 = "B"', "B"),
        ("answer_1 = 'B' # 'C'", "B"),
        ('answer_1 = """B"""', "B"),
        ("answer_1 =B", "B"),
        ("answer_1=“B”  # C", "“B”"),
        ('answer_1 = "A"\nanswer_1 = "B"', "B"),
        ("answer_1 == 'B'", None),
        ("# answer_1 = 'B'", None),
        ("print('answer_1 = B')", None),
        ("answer_1 = chr(66)", "chr(66)"),
        ("answer_1 = 'A' if input() else 'B'", "'A' if input() else 'B'"),
    ],
)
def test_what_is_written(source, said):
    assert written([source]).get(1) == said


def test_of_two_cells_the_last_one_counts():
    assert written(["answer_1 = 'A'", "answer_2 = 'B'", "answer_1 = 'C'"]) == {1: "C", 2: "B"}


# --- The set ---------------------------------------------------------------------------------


def handed_in(released: Path, student: str = "ana", **label: object) -> Submission:
    path = released / "release" / NAME / f"{NAME}.ipynb"
    told = read(student, path)
    return replace(told, label=told.label | label)


def test_the_seed_is_all_that_grading_needs(released):
    assert made_again([handed_in(released)], SEED, {}) == (RECIPE, MADE)


def test_a_wrong_seed_or_bank_is_one_sentence(released, tmp_path):
    from crisis_paths.exercises.make.phrases import start

    bank = phrases(start(tmp_path / "own.csv"))
    for seed, found in (("another", None), (SEED, bank)):
        with pytest.raises(CrisisPathsError, match="The seed does not give the set") as error:
            made_again([handed_in(released)], seed, {}, found)
        assert "\n" not in str(error.value)
    with pytest.raises(CrisisPathsError, match="The seed does not give the set"):
        made_again([handed_in(released)], SEED, {"count": 6})


def test_most_notebooks_outvote_one_that_was_changed(released):
    changed = handed_in(released, "mal", digest="0" * 32, count=5000)
    good = [handed_in(released, student) for student in ("ana", "ben")]
    assert common_label([changed, *good])["digest"] == RECIPE.label(MADE)["digest"]


def test_where_no_notebook_says_anything_the_options_do(released):
    silent = replace(handed_in(released), label=None)
    with pytest.raises(CrisisPathsError, match="give --count, --kinds and --level"):
        made_again([silent], SEED, {})
    assert made_again([silent], SEED, {"count": 5}) == (RECIPE, MADE)


@pytest.mark.parametrize(
    "wrong",
    [
        {"count": 0},
        {"count": 5001},
        {"count": "5"},
        {"kinds": []},
        {"kinds": ["essay"]},
        {"kinds": "code"},
        {"level": "none"},
        {"digest": 1},
    ],
)
def test_a_label_that_says_nonsense_is_none(wrong):
    label = RECIPE.label(MADE)
    assert label_of({LABEL: label}) == label and Recipe.read(label) == RECIPE
    assert label_of({LABEL: label | wrong}) is None
    assert label_of({LABEL: [label]}) is None and label_of({}) is None


def put(path: Path) -> Path:
    hand_in(nbformat.v4.new_notebook(), path)
    return path


def test_both_shapes_of_a_folder_are_found(tmp_path):
    for place in ("ana.ipynb", "ben/ps1/ps1.ipynb", ".hidden/ps1/ps1.ipynb", ".x.ipynb"):
        put(tmp_path / "submitted" / place)
    (tmp_path / "submitted" / "cem").mkdir()
    for folder in (tmp_path, tmp_path / "submitted"):
        found = find(folder)
        assert [(one.student, not one.fault) for one in found] == [
            ("ana", True),
            ("ben", True),
            ("cem", False),
        ]
        assert found[2].fault == "There is no ps1.ipynb."
    put(tmp_path / "submitted" / "ben/ps2/ps2.ipynb")
    with pytest.raises(CrisisPathsError, match=r"several assignments \(ps1, ps2\); say which"):
        find(tmp_path)
    assert [not one.fault for one in find(tmp_path, "ps2")] == [True, True, False]


def test_a_folder_that_cannot_be_graded_is_one_sentence(tmp_path):
    with pytest.raises(CrisisPathsError, match="is no folder"):
        find(tmp_path / "missing")
    with pytest.raises(CrisisPathsError, match="holds no submissions"):
        find(tmp_path)
    (tmp_path / "ana").mkdir()
    with pytest.raises(CrisisPathsError, match="hold no assignment"):
        find(tmp_path)
    put(tmp_path / "ana/ps1/ps1.ipynb")
    put(tmp_path / "ana.ipynb")
    with pytest.raises(CrisisPathsError, match="both a file and a folder of: ana"):
        find(tmp_path)


def test_the_table_keeps_any_name_and_any_fault():
    (essay,) = OPEN.values()
    earned = {one.id: 0.5 for one in MADE} | {essay.id: None}
    rows = [Row('a,"b"\n', earned, "One, two."), Row("c", {}, "No.")]
    first, second = csv.DictReader(io.StringIO(table(rows, MADE).decode("utf-8-sig"), newline=""))
    assert (first["student"], first["total"], first["fault"]) == ('a,"b"\n', "2", "One, two.")
    assert (first["by_hand"], second["by_hand"], second["total"]) == (essay.id, "", "")


def test_with_a_semicolon_half_a_point_has_a_comma():
    rows = [Row("ana", {one.id: 0.5 for one in MADE})]
    (row,) = csv.DictReader(
        io.StringIO(table(rows, MADE, ";").decode("utf-8-sig"), newline=""), delimiter=";"
    )
    assert (row[MADE[0].id], row["total"]) == ("0,5", "2,5")
