"""A folder of submissions is graded in one step, and a bad one is a row like any other."""

import csv
import io
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

from assigned import CHOICES, ESSAY, HALF, MADE, NAME, OPEN, RECIPE, RIGHT, SEED, filled, hand_in
from assigned import released as released  # a fixture
from crisis_paths.errors import CrisisPathsError
from crisis_paths.exercises.grading.grades import Row, table
from crisis_paths.exercises.grading.grading import graded, made_again
from crisis_paths.exercises.grading.submissions import Submission, common_label, find, fitting
from crisis_paths.exercises.make.phrases import phrases
from crisis_paths.exercises.make.recipe import LABEL, Recipe, label_of

FIRST, LAST = min(CHOICES), max(CHOICES)
KILL = "import os, signal\nos.kill(os.getppid(), signal.SIGKILL)"


def fill_folder(folder: Path, notebook: Path) -> None:
    """One student of each sort; the last one ends the process that grades it."""
    partial = {n: letter or RIGHT[n] for n, letter in HALF.items()}
    handed = {
        "ana": filled(notebook, RIGHT, ESSAY),
        "ben": filled(notebook, partial),
        "endless": filled(notebook, RIGHT | {FIRST: "import time\nwhile True:\n    time.sleep(1)"}),
        "name": filled(notebook, RIGHT | {FIRST: f"answer_{FIRST} = {RIGHT[FIRST]}"}),
        "torn": filled(notebook, RIGHT),
        "unlabelled": filled(notebook, {n: f"answer_{n} = 'x y'" for n in RIGHT}),
        "zoe": filled(notebook, RIGHT | {FIRST: KILL}),
    }
    twice = filled(notebook, RIGHT)
    copies = [cell | {"id": f"{cell.id}-copy"} for cell in twice.cells[-2:]]
    twice.cells += nbformat.from_dict(copies)
    twice.cells[1].metadata.nbgrader = {}
    handed["twice"] = twice
    torn = handed["torn"]
    torn.cells = [c for c in torn.cells if c.metadata.nbgrader.grade_id != f"exercise-{LAST}"]
    del handed["unlabelled"].metadata[LABEL]
    for student, made in handed.items():
        hand_in(made, folder / f"{student}.ipynb")
    (folder / "broken.ipynb").write_text('{"cells": [')
    (folder / "binary.ipynb").write_bytes(b"\xff\xfe\x00")
    other = filled(notebook, RIGHT)
    other.metadata[LABEL]["digest"] = "0" * 32
    hand_in(other, folder / "other.ipynb")
    hand_in(nbformat.v4.new_notebook(), folder / "stray.ipynb")
    (folder / "notes.txt").write_text("not a notebook")


@pytest.fixture(scope="session")
def checked(once, released: Path) -> Path:
    """Grades of one student of each sort, by the command itself."""

    def make(place: Path) -> None:
        fill_folder(place / "handed", released / "release" / NAME / f"{NAME}.ipynb")
        command = [sys.executable, "-m", "crisis_paths.exercises.command", "check"]
        options = [str(place / "handed"), "--seed", SEED, "--out", str(place / "grades.csv")]
        done = subprocess.run(
            [*command, *options, "--timeout", "5"], capture_output=True, text=True, timeout=240
        )
        assert done.returncode == 0, done.stderr
        (place / "stdout.txt").write_text(done.stdout)
        (place / "stderr.txt").write_text(done.stderr)

    return once("checked", make)


@pytest.fixture
def rows(checked: Path) -> dict[str, dict[str, str]]:
    with (checked / "grades.csv").open(newline="") as lines:
        return {row["student"]: row for row in csv.DictReader(lines)}


def points(row: dict[str, str]) -> list[str]:
    return [row[one.id] for one in CHOICES.values()]


def test_every_submission_is_a_row_and_the_table_says_what_is_left_to_do(rows):
    graded = ["ana", "ben", "endless", "name", "torn", "twice", "unlabelled"]
    assert list(rows) == sorted([*graded, *FAULTS])
    columns = ["student", *(one.id for one in MADE), "total", "maximum", "by_hand", "fault"]
    assert {tuple(row) for row in rows.values()} == {tuple(columns)}
    (essay,) = OPEN.values()
    assert {student for student, row in rows.items() if row["by_hand"]} == {"ana"}
    assert (rows["ana"]["by_hand"], rows["ana"][essay.id]) == (essay.id, "")
    assert rows["ben"][essay.id] == "0"  # nothing was written there
    assert {row["maximum"] for row in rows.values()} == {"9"}


def test_full_half_and_no_points(rows):
    assert (points(rows["ana"]), rows["ana"]["total"], rows["ana"]["fault"]) == (["1"] * 4, "4", "")
    expected = ["0.5" if HALF[n] else "1" for n in CHOICES]
    assert (points(rows["ben"]), rows["ben"]["fault"]) == (expected, "")
    assert "0.5" in expected and float(rows["ben"]["total"]) == sum(map(float, expected))
    assert (points(rows["unlabelled"]), rows["unlabelled"]["fault"]) == (["0"] * 4, "")


def test_one_answer_that_fails_costs_that_answer_alone(rows):
    how = {"endless": "ran too long and was stopped.", "name": "stopped: NameError."}
    for student, end in how.items():
        assert points(rows[student]) == ["0", "1", "1", "1"]
        assert rows[student]["fault"] == f"The answer cell of exercise {FIRST} {end}"


def test_a_cell_that_was_thrown_away_comes_back(rows):
    assert points(rows["torn"]) == points(rows["twice"]) == ["1"] * 4
    assert rows["twice"]["fault"] == ""
    assert rows["torn"]["fault"] == f"Cells of exercise {LAST} were missing."


FAULTS = {
    "binary": "binary.ipynb cannot be read as a notebook (UnicodeDecodeError).",
    "broken": "broken.ipynb cannot be read as a notebook (NotJSONError).",
    "other": "It is not a notebook of this assignment.",
    "stray": "It is not a notebook of this assignment.",
    "zoe": "Its code ended the program that grades it.",
}


@pytest.mark.parametrize("student", FAULTS)
def test_what_cannot_be_graded_has_no_points_and_says_why(rows, student):
    assert rows[student]["fault"] == FAULTS[student]
    assert [*points(rows[student]), rows[student]["total"]] == [""] * 5


def test_it_warns_once_and_shows_how_far_it_is(checked):
    said = (checked / "stderr.txt").read_text()
    assert said.count("Grading runs the code in the notebooks") == 1
    assert "100%" in said and "12/12" in said
    assert "Traceback" not in said and "WARN" not in said
    assert "Not graded: 5;" in (checked / "stdout.txt").read_text()


LIMIT = """
import subprocess, time
from crisis_paths.exercises.grading.grading_worker import _no_longer_than
child = subprocess.Popen(["sleep", "60"])
with _no_longer_than(60) as over:
    pass
assert child.poll() is None and not over.is_set()
with _no_longer_than(0.1) as over:
    assert child.wait(timeout=20) != 0
assert over.is_set()
"""


def test_a_notebook_that_takes_too_long_as_a_whole_loses_its_kernel():
    done = subprocess.run([sys.executable, "-c", LIMIT], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr


# --- Without running anything ---------------------------------------------------------------


def handed_in(released: Path, student: str = "ana", **label: object) -> Submission:
    notebook = filled(released / "release" / NAME / f"{NAME}.ipynb", {})
    notebook.metadata[LABEL].update(label)
    return Submission(student, notebook)


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


def test_without_nbgrader_nothing_is_graded(released, monkeypatch):
    monkeypatch.setitem(sys.modules, "nbgrader", None)
    with pytest.raises(CrisisPathsError) as error:
        graded([handed_in(released)], RECIPE, MADE)
    assert str(error.value) == (
        'Grading needs nbgrader; install it with: pip install "crisis-paths[instructor]".'
    )


def test_most_notebooks_outvote_one_that_was_changed(released):
    changed = handed_in(released, "mal", digest="0" * 32, count=5000)
    good = [handed_in(released, student) for student in ("ana", "ben")]
    assert common_label([changed, *good])["digest"] == RECIPE.label(MADE)["digest"]


def test_where_no_notebook_says_anything_the_options_do(released):
    silent = handed_in(released)
    del silent.notebook.metadata[LABEL]
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


def ids(notebook: nbformat.NotebookNode) -> list[str]:
    told = (cell.metadata.get("nbgrader", {}) for cell in notebook.cells)
    return [one["grade_id"] for one in told if one]


def test_tests_that_were_thrown_away_come_back_and_doubles_lose_their_name(released):
    path = released / "release" / NAME / f"{NAME}.ipynb"
    whole = nbformat.read(path, as_version=4)
    torn = handed_in(released)
    torn.notebook.cells = [*torn.notebook.cells[:3], torn.notebook.cells[2].copy()]
    torn.notebook.cells[3].id = "exercise-2"  # an id that a test comes back with
    made, lost = fitting(torn, whole, RECIPE.label(MADE)["digest"])
    nbformat.validate(made.notebook)
    assert ids(whole)[:3] == ["opening", "exercise-1-read", "exercise-1-answer"]
    back = [f"exercise-{n}" for n in range(1, 6)]
    assert ids(made.notebook) == [*ids(whole)[:3], *back] and list(lost) == back
    assert "nbgrader" not in made.notebook.cells[2].metadata
    assert len({cell.id for cell in made.notebook.cells}) == len(made.notebook.cells)


def put(path: Path) -> Path:
    hand_in(nbformat.v4.new_notebook(), path)
    return path


def test_both_shapes_of_a_folder_are_found(tmp_path):
    for place in ("ana.ipynb", "ben/ps1/ps1.ipynb", ".hidden/ps1/ps1.ipynb", ".x.ipynb"):
        put(tmp_path / "submitted" / place)
    (tmp_path / "submitted" / "cem").mkdir()
    for folder in (tmp_path, tmp_path / "submitted"):
        found = find(folder)
        assert [(one.student, bool(one.notebook)) for one in found] == [
            ("ana", True),
            ("ben", True),
            ("cem", False),
        ]
        assert found[2].fault == "There is no ps1.ipynb."
    put(tmp_path / "submitted" / "ben/ps2/ps2.ipynb")
    with pytest.raises(CrisisPathsError, match=r"several assignments \(ps1, ps2\); say which"):
        find(tmp_path)
    assert [bool(one.notebook) for one in find(tmp_path, "ps2")] == [True, True, False]


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
    first, second = csv.DictReader(io.StringIO(table(rows, MADE)))
    assert (first["student"], first["total"], first["fault"]) == ('a,"b"\n', "2", "One, two.")
    assert (first["by_hand"], second["by_hand"], second["total"]) == (essay.id, "", "")
