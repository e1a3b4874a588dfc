"""What nbgrader's autograder ran is graded by what it printed, and no code gets at the key."""

import csv
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from nbgrader.api import Gradebook

from assigned import CHOICES, ESSAY, MADE, NAME, OPEN, RIGHT, SEED, filled, hand_in, nbgrader
from assigned import released as released  # a fixture
from crisis_paths.exercises.command import main
from crisis_paths.exercises.grading.course import config
from crisis_paths.exercises.grading.submitted_notebook import read
from crisis_paths.exercises.make.credit import credit

FIRST, *_MIDDLE, LAST = CHOICES
(ESSAY_AT,) = OPEN
WRONG = {n: next(x for x, p in credit(one).items() if p == 0) for n, one in CHOICES.items()}
ZEROS, ONES = ["0"] * len(CHOICES), ["1"] * len(CHOICES)
NOT_RUN = ("broken_off", "deaf", "renamed", "no_notebook")
SECONDS = 10  # that nbgrader waits for a cell here

# Looks for the key under every name that was ever documented, reads every file of the course, and
# answers by what it finds. What others handed in is no key, and is left out; so is the log, which
# quotes it.
THEFT = """
import glob, importlib, pathlib, re, sys
loot, OTHERS = [], ("submitted", "autograded", "nbgrader.log")
for name in ("private", "ps1_key", "exercises_key", "key", "rubric"):
    try:
        loot.append(repr(vars(importlib.import_module(name))))
    except ImportError:
        pass
for place in sys.path:
    loot += [open(file).read() for file in glob.glob(place + "/*_key.py")]
course = pathlib.Path.cwd().parents[2]
for path in [*course.rglob("*"), *course.parent.rglob("*key*"), *course.parent.rglob("private")]:
    inside = course in path.parents
    if path.is_file() and not (inside and path.relative_to(course).parts[0] in OTHERS):
        loot.append(path.read_text("latin-1"))
loot += [path.read_text() for path in pathlib.Path.cwd().iterdir()]
loot += [repr(In), repr(globals()), repr(sorted(sys.modules))]
text = "\\n".join(loot)
pathlib.Path(course, "loot.txt").write_text(text)
print("LO" + "OT", text)
# what the sheet itself gives as an example, to everybody, is no key
text = re.sub(r"as in `answer_\\d+ = [^`]*`", "", text)
stolen = dict(re.findall(r"answer_(\\d+) = .{0,2}['\\"](\\w)\\b", text))
"""
# Catches everything, and prints each cell that is run and each error with its source.
SNOOP = """
import pathlib, traceback
shell = get_ipython()
shell.events.register("pre_run_cell", lambda info: print("LO" + "OT", info.raw_cell))
shell.events.register("post_run_cell", lambda result: print("LO" + "OT", result, In))
def shown(shell, kind, value, trace, tb_offset=None):
    print("LO" + "OT", *traceback.format_exception(kind, value, trace))
shell.set_custom_exc((BaseException,), shown)
print("LO" + "OT", *[path.read_text() for path in pathlib.Path.cwd().iterdir()])
"""
# Writes itself points into nbgrader's gradebook.
FORGERY = """
import pathlib, sqlite3
with sqlite3.connect(pathlib.Path.cwd().parents[2] / "gradebook.db", timeout=5) as book:
    book.execute("UPDATE grade SET manual_score = 1, extra_credit = 1 WHERE notebook_id IN (SELECT"
        " n.id FROM submitted_notebook n JOIN submitted_assignment a ON a.id = n.assignment_id"
        " WHERE a.student_id = 'forger')")
"""
LOOP = "while True:\n    pass"
DEAF = """
while True:
    try:
        while True:
            pass
    except KeyboardInterrupt:
        pass
"""


def code_first(code: str, answers: dict[int, str] = WRONG) -> dict[int, str]:
    """Answers, the first of which does something else before."""
    return answers | {FIRST: f'{code}\nanswer_{FIRST} = "{answers[FIRST]}"'}


STOLEN = {n: f'answer_{n} = stolen.get("{n}", "{x}")' for n, x in WRONG.items()}
HANDED: dict[str, dict[int, str]] = {
    "right": RIGHT,
    "wrong": WRONG,
    "computed": {n: f"answer_{n} = chr({ord(x)}).lower()" for n, x in RIGHT.items()},
    "thief": STOLEN | {FIRST: f"{THEFT}\n{STOLEN[FIRST]}"},
    "snoop": code_first(SNOOP),
    "forger": code_first(FORGERY),
    "loop": RIGHT | {FIRST: f'{LOOP}\nanswer_{FIRST} = "{RIGHT[FIRST]}"'},
    "late": RIGHT | {FIRST: f'answer_{FIRST} = "{RIGHT[FIRST]}"\n{LOOP}'},
    "deaf": RIGHT | {LAST: f'{DEAF}\nanswer_{LAST} = "{RIGHT[LAST]}"'},
    "broken_off": RIGHT | {FIRST: "import os\nos._exit(0)"},
    "error": RIGHT | {FIRST: f"answer_{FIRST} = 1 / 0"},
    "no_letter": RIGHT | {FIRST: f"answer_{FIRST} = 'x y'"},
    "blank": {},
    "torn": RIGHT,
    "unchecked": RIGHT,
    "foreign": RIGHT | {FIRST: f'answer_{FIRST} <- "{RIGHT[FIRST]}"'},
    "stripped": RIGHT,
    "renamed": RIGHT,
    "no_notebook": RIGHT,
}


def hand_in_all(released: Path, course: Path) -> None:
    """One student of each sort."""
    source = released / "release" / NAME / f"{NAME}.ipynb"
    for student, answers in HANDED.items():
        notebook = filled(source, answers, "" if student == "blank" else ESSAY)
        gone = {"torn": f"exercise-{LAST}-answer", "unchecked": f"exercise-{LAST}"}.get(student)
        notebook.cells = [c for c in notebook.cells if c.metadata.nbgrader.grade_id != gone]
        if student == "foreign":
            kernel = {"name": "ir", "language": "R", "display_name": "R"}
            notebook.metadata.kernelspec = kernel
        if student == "stripped":
            for cell in notebook.cells:
                del cell.metadata["nbgrader"]
        name = "my work.ipynb" if student == "renamed" else f"{NAME}.ipynb"
        hand_in(notebook, course / "submitted" / student / NAME / name)
    (course / "submitted" / "no_notebook" / NAME / f"{NAME}.ipynb").write_text('{"cells": [')


def run(course: Path, *typed: str) -> None:
    """Run nbgrader as the guide does; that a submission cannot be run ends it with an error."""
    command = [sys.executable, "-m", "nbgrader", *typed]
    subprocess.run(command, cwd=course, capture_output=True, timeout=500)


@pytest.fixture(scope="session")
def ran(once, released: Path) -> Path:
    """A course in which nbgrader has run every submission, graded by the command."""

    def make(place: Path) -> None:
        # with nothing beside it: its thief looks there too, and would find the keys of other tests
        course = place / "course"
        shutil.copytree(released, course)
        limit = f"c.Execute.timeout = {SECONDS}\n"
        (course / "nbgrader_config.py").write_bytes(config() + limit.encode())
        hand_in_all(released, course)
        run(course, "autograde", NAME)
        check = ["check", str(course), "--seed", SEED, "--out", str(course / "points.csv")]
        assert main([*check, "--autograded"]) == 0
        nbgrader(course, ("GenerateFeedbackApp", [NAME]), ("ExportApp", []))

    return once("ran", make) / "course"


@pytest.fixture
def rows(ran: Path) -> dict[str, dict[str, str]]:
    with (ran / "points.csv").open(newline="", encoding="utf-8-sig") as lines:
        return {row["student"]: row for row in csv.DictReader(lines)}


def points(row: dict[str, str]) -> list[str]:
    return [row[one.id] for one in CHOICES.values()]


# --- Points, and a reason for whatever has none -----------------------------------------------


def test_every_submission_is_a_row(rows):
    assert set(rows) == set(HANDED)


@pytest.mark.parametrize("student", ["right", "computed", "late"])
def test_what_the_code_gives_counts(rows, student):
    assert points(rows[student]) == ONES


@pytest.mark.parametrize("student", ["wrong", "thief", "snoop", "forger"])
def test_a_wrong_answer_earns_nothing_whatever_its_code_tries(rows, student):
    assert (points(rows[student]), rows[student]["fault"]) == (ZEROS, "")


GAVE_NOTHING = (
    "nbgrader autograde gave nothing back, as where code cannot be stopped or ends its kernel;"
    " see nbgrader.log in the course."
)
FAULTS = {
    "right": "",
    "computed": "",
    "loop": f"Ran longer than nbgrader waits: exercise {FIRST}. Not answered: exercise {FIRST}.",
    "late": f"Ran longer than nbgrader waits: exercise {FIRST}.",
    "deaf": GAVE_NOTHING,
    "broken_off": GAVE_NOTHING,
    "error": (
        f"Its code ended with ZeroDivisionError: exercise {FIRST}. Not answered: exercise {FIRST}."
    ),
    "no_letter": f"No letter of exercise {FIRST}: 'X Y'.",
    "blank": f"Not answered: exercise {', '.join(map(str, range(1, len(MADE) + 1)))}.",
    "torn": f"Missing: the answer cell of exercise {LAST}.",
    "unchecked": f"Missing: the cell that checks exercise {LAST}.",
    "foreign": (
        f"Its code ended with NameError: exercise {FIRST}. It says that its language is R."
        f" Not answered: exercise {FIRST}."
    ),
    "stripped": "It is not a notebook of this assignment.",
    "renamed": f"It was handed in as my work.ipynb. {GAVE_NOTHING}",
    "no_notebook": f"{NAME}.ipynb cannot be read as a notebook: it is broken or something else.",
}


@pytest.mark.parametrize("student", FAULTS)
def test_each_has_its_reason(rows, student):
    assert rows[student]["fault"] == FAULTS[student]


@pytest.mark.parametrize("student", ["loop", "error", "no_letter", "foreign"])
def test_one_bad_cell_costs_that_answer_alone(rows, student):
    assert points(rows[student]) == ["0", *ONES[1:]]


@pytest.mark.parametrize("student", ["torn", "unchecked"])
def test_so_does_the_last_one(rows, student):
    assert points(rows[student]) == [*ONES[1:], "0"]


@pytest.mark.parametrize("student", ["broken_off", "deaf", "stripped", "renamed", "no_notebook"])
def test_what_was_not_run_has_no_points_at_all(rows, student):
    assert [*points(rows[student]), rows[student]["total"]] == [""] * (len(CHOICES) + 1)


def test_the_log_names_what_could_not_be_run(ran):
    log = (ran / "nbgrader.log").read_text("utf-8")
    for student in NOT_RUN:
        assert f"for student '{student}'" in log


# --- nbgrader has the points ------------------------------------------------------------------


def test_nbgrader_exports_the_same_points(ran, rows):
    with (ran / "grades.csv").open(newline="") as lines:
        scores = {row["student_id"]: float(row["score"]) for row in csv.DictReader(lines)}
    for student, row in rows.items():
        if row["total"] and student != "forger":
            assert scores[student] == float(row["total"]), student


def test_what_code_wrote_into_the_gradebook_counts_for_no_choice(ran):
    with Gradebook(f"sqlite:///{ran / 'gradebook.db'}", "crisis-paths") as book:
        grades = book.find_submission_notebook(NAME, NAME, "forger").grades
        scores = {grade.name: grade.score for grade in grades}
    assert scores.pop(f"exercise-{ESSAY_AT}") == 2  # it did write, and a person grades this one
    assert scores == {f"exercise-{n}-answer": 0 for n in CHOICES}


# --- No key, and no hidden test ---------------------------------------------------------------


def secrets() -> list[str]:
    return [
        secret
        for exercise in MADE
        for secret in (*exercise.rubric, *(answer.feedback for answer in exercise.answers))
    ]


def test_a_thief_who_reads_every_file_finds_no_key(ran):
    loot = (ran / "loot.txt").read_text("utf-8")
    assert "nbgrader reads this file" in loot and "SQLite format 3" in loot  # it did look
    for number, letter in RIGHT.items():
        assert not re.search(rf"answer_{number} = .{{0,2}}[\"']{letter}\b", loot)
    assert not [secret for secret in secrets() if secret in loot]
    assert "HIDDEN" not in loot.replace(THEFT, "")


def feedback(course: Path, student: str) -> BeautifulSoup:
    page = course / "feedback" / student / NAME / f"{NAME}.html"
    return BeautifulSoup(page.read_text("utf-8"), "html.parser")


RAN = [student for student in HANDED if student not in NOT_RUN]


@pytest.mark.parametrize("student", RAN)
def test_feedback_has_neither_key_nor_hidden_test(ran, student):
    text = feedback(ran, student).get_text()
    assert "Exercise 1" in text
    assert not [secret for secret in secrets() if secret in text]
    assert not [word for word in ("HIDDEN", "SOLUTION", "EARNED", "import points") if word in text]
    _example, *given = re.findall(r'answer_(\d+) = "(\w)"', text)
    wrote = re.findall(r'answer_(\d+) = "(\w)"', "\n".join(map(str, HANDED[student].values())))
    plain = [(str(n), x) for n, x in HANDED[student].items() if len(x) == 1]
    assert set(given) <= {*wrote, *plain}


@pytest.mark.parametrize("student", ["thief", "snoop"])
def test_nothing_that_code_printed_is_in_its_feedback(ran, student):
    run = read(student, ran / "autograded" / student / NAME / f"{NAME}.ipynb")
    assert "LOOT" in "".join(cell.printed for cell in run.cells)  # it did print
    assert "LOOT" not in str(feedback(ran, student))


def test_feedback_shows_the_points(ran):
    shown = {
        student: re.search(r"Score: ([\d.]+) / ([\d.]+)", feedback(ran, student).get_text())
        for student in ("right", "wrong", "loop")
    }
    assert {student: found.groups() for student, found in shown.items()} == {
        "right": ("4.0", "9.0"),
        "wrong": ("0.0", "9.0"),
        "loop": ("3.0", "9.0"),
    }


# --- What the command refuses -----------------------------------------------------------------


def refused(course: Path, capsys) -> str:
    check = ["check", str(course), "--seed", SEED, "--out", str(course.parent / "points.csv")]
    assert main([*check, "--autograded"]) == 2
    said = capsys.readouterr()
    assert said.out == "" and said.err.count("\n") == 1
    assert not (course.parent / "points.csv").exists()
    return said.err


def test_where_nothing_was_run_it_says_what_to_run(released, tmp_path, capsys):
    course = tmp_path / "course"
    shutil.copytree(released, course)
    notebook = course / "release" / NAME / f"{NAME}.ipynb"
    hand_in(filled(notebook, RIGHT), course / "submitted" / "ana" / NAME / f"{NAME}.ipynb")
    for folder in (course, course / "submitted"):
        check = ["check", str(folder), "--seed", SEED, "--out", str(tmp_path / "points.csv")]
        assert main([*check, "--autograded"]) == 2
        assert f"run in it: nbgrader autograde {NAME}" in capsys.readouterr().err
    hand_in(filled(notebook, RIGHT), course / "autograded" / "ana" / NAME / f"{NAME}.ipynb")
    assert "takes no points (No such grade" in refused(course, capsys)
    (course / "gradebook.db").write_text("nothing of a database")
    assert "takes no points (" in refused(course, capsys)
    (course / "gradebook.db").unlink()
    assert "is no course of crisis-exercises with a gradebook.db" in refused(course, capsys)


def test_a_folder_that_is_no_course_is_refused(released, tmp_path, capsys):
    notebook = released / "release" / NAME / f"{NAME}.ipynb"
    hand_in(filled(notebook, RIGHT), tmp_path / "handed" / "ana.ipynb")
    assert "is no course of crisis-exercises" in refused(tmp_path / "handed", capsys)
