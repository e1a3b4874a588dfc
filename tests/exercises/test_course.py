"""A course folder goes through nbgrader's own commands, and gives no key away on its way."""

import csv
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path

import nbformat
import pytest
from bs4 import BeautifulSoup

from assigned import (
    CHOICES,
    ESSAY,
    MADE,
    NAME,
    OPEN,
    RECIPE,
    RIGHT,
    SEED,
    filled,
    hand_in,
    nbgrader,
)
from assigned import released as released  # a fixture
from crisis_paths.errors import CrisisPathsError
from crisis_paths.exercises.command import main
from crisis_paths.exercises.folders import write_new
from crisis_paths.exercises.grading.course import check_name, config, write_assignment
from crisis_paths.exercises.grading.nbgrader_cells import marked
from crisis_paths.exercises.grading.nbgrader_notebook import source_notebook
from crisis_paths.exercises.make.credit import credit, points
from crisis_paths.exercises.make.exercise import Answer, Exercise, ExerciseKind
from crisis_paths.exercises.make.generate import exercises
from crisis_paths.exercises.make.phrases import phrases, start
from crisis_paths.exercises.make.recipe import Recipe
from crisis_paths.exercises.make.text_layout import flat, lettered, reading, right_letter
from crisis_paths.framework import predict

ROOT = Path(__file__).parents[2]
FIRST_TWO = dict(list(RIGHT.items())[:2])


def cells(path: Path) -> dict[str, nbformat.NotebookNode]:
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    return {cell.metadata.nbgrader.grade_id: cell for cell in notebook.cells}


@pytest.fixture(scope="session")
def graded(once, released: Path) -> Path:
    """The course after autograding a model answer, a half and a blank one."""

    def make(course: Path) -> None:
        shutil.copytree(released, course)
        notebook = course / "release" / NAME / f"{NAME}.ipynb"
        answers = {"model": (RIGHT, ESSAY), "half": (FIRST_TWO, ""), "blank": ({}, "")}
        for student, given in answers.items():
            place = course / "submitted" / student / NAME / f"{NAME}.ipynb"
            hand_in(filled(notebook, *given), place)
        nbgrader(course, ("AutogradeApp", [NAME]))
        check = ["check", str(course), "--seed", SEED, "--out", str(course / "points.csv")]
        assert main([*check, "--autograded"]) == 0
        nbgrader(course, ("GenerateFeedbackApp", [NAME]), ("ExportApp", []))

    return once("graded", make)


def test_the_set_has_four_choices_and_an_open_question():
    assert (len(CHOICES), len(OPEN)) == (4, 1)
    assert {one.kind for one in MADE} == set(ExerciseKind)


# --- The notebook and its key ---------------------------------------------------------------

FLIPS = {  # patterns: each option is worded in more than one way
    "A change of the balance, and no other|The balance alone|Only .*balance": {"balance"},
    "A change of the perception, and no other|The perception alone|Only .*perception": {"control"},
    "A change from turmoil to .*|The turmoil, or its .*|Only whether there is turmoil": {"turmoil"},
    "(Either the|The) balance or the perception: .*|.* would be enough, and so would .*": {
        "balance",
        "control",
    },
    "None: no single one .*|None of the three|Nothing that is changed alone": set(),
}
OTHER = {"continued": "adjusted", "adjusted": "continued", "strong": "weak", "weak": "strong"}


def earned(kind: str, label: str, balance: str, control: str) -> float:
    """What an answer is worth, from its words and ``predict`` alone."""
    path = predict(balance, control)
    if kind == "code":
        said = re.fullmatch(r".*\b(continued|adjusted);.*\b(strong|weak)", label)
        return ((said[1] == balance) + (said[2] == control)) / 2
    if kind == "predict":
        outcome = "unmanageable" if " unmanageable" in label else "manageable"
        moves = bool(re.search("more willing|more inclined|press in", label)) == (
            path.external_will == "raised"
        )
        raised = path.hegemon_response.value.startswith("raised")
        moves += bool(re.search("more strongly|commits? more", label)) == raised
        return moves / 2 if outcome == path.outcome or moves == 2 else 0.0
    changed = {
        "balance": predict(OTHER[balance], control),
        "control": predict(balance, OTHER[control]),
    }
    right = {name for name, other in changed.items() if other.outcome != path.outcome}
    (said,) = (option for pattern, option in FLIPS.items() if re.fullmatch(pattern, label))
    if said == right:
        return 1.0
    return 0.5 if said & right and len(said ^ right) == 1 else 0.0


def test_every_letter_earns_what_predict_says():
    made = exercises("every letter", 96, kinds=["code", "predict", "flip"])
    for exercise in made:
        facts = dict(exercise.facts)
        found = {answer.label: credit(exercise)[letter] for letter, answer in lettered(exercise)}
        assert found == {
            label: earned(exercise.kind, label, facts["balance"], facts["control"])
            for label in found
        }
        assert list(found.values()).count(1.0) == 1


def test_the_key_and_the_options_that_students_read_fit_together(released):
    sheet = cells(released / "release" / NAME / f"{NAME}.ipynb")
    for number, exercise in CHOICES.items():
        facts = dict(exercise.facts)
        options = re.findall(
            r"^- \*\*(.)\.\*\* (.*)$", sheet[f"exercise-{number}-read"].source, re.M
        )
        assert len(options) == len(exercise.answers)
        for letter, label in options:
            worth = earned(exercise.kind, label, facts["balance"], facts["control"])
            assert credit(exercise)[letter] == worth


def test_an_exercise_of_another_making_has_no_half_points():
    labels = {"Adjusted": True, "Continued": False, "Neither": False}
    answers = tuple(Answer(label, right, "") for label, right in labels.items())
    exercise = Exercise("y:1#{=~}", ExerciseKind.CODE, (), "Which?", answers)
    assert sorted(credit(exercise).values()) == [0.0, 0.0, 1.0]
    assert points(exercise) == 1


def holds_no_key(text: str) -> None:
    """No letter that is right, no reason and no line of a rubric."""
    for number, letter in RIGHT.items():
        assert not re.search(rf"answer_{number} = .{{0,2}}[\"']{letter}\b", text)
    for exercise in MADE:
        for secret in (*exercise.rubric, *(answer.feedback for answer in exercise.answers)):
            assert secret not in text and marked(secret) not in text


def test_the_same_set_gives_the_same_bytes_in_another_process():
    code = "from test_course import *; print(digested())"
    here = os.pathsep.join(["tests", "tests/exercises"])
    settings = os.environ | {"PYTHONHASHSEED": "7", "PYTHONPATH": here}
    call = [sys.executable, "-c", code]
    done = subprocess.run(call, cwd=ROOT, env=settings, capture_output=True, text=True, timeout=120)
    assert done.stdout.strip() == digested(), done.stderr


def digested() -> str:
    from hashlib import sha256

    made = RECIPE.make(SEED)
    return sha256(source_notebook(made, RECIPE.label(made))).hexdigest()


NASTY = "1. a *b* _c_ `d` <e> [f](g) $h$ # i | {j} ~k~ &amp; \\l\n### BEGIN SOLUTION === BEGIN MARK"


def test_no_text_means_anything_to_markdown_or_to_nbgrader():
    from markdown_it import MarkdownIt

    for text in (NASTY, "- a", "+ b", "12) c", "> d", "# e", "=== BEGIN MARK SCHEME ==="):
        page = BeautifulSoup(MarkdownIt("commonmark").render(marked(text)), "html.parser")
        assert [child.name for child in page.find_all(True)] == ["p"]
        assert page.get_text().strip() == flat(text)
        assert "### " not in marked(text) and "===" not in marked(text)


# --- What students get ----------------------------------------------------------------------


def test_the_release_holds_no_key(released):
    given = [path for path in (released / "release").rglob("*") if path.is_file()]
    assert [path.name for path in given] == [f"{NAME}.ipynb"]
    text = given[0].read_text()
    hidden = ("HIDDEN", "SOLUTION", "_key", "EARNED", "points(", "not right", SEED)
    assert not [word for word in hidden if word in text]
    holds_no_key(text)
    words = json.loads(text)
    said = " ".join("".join(cell["source"]) for cell in words["cells"])
    for exercise in MADE:
        for secret in (*exercise.rubric, *(answer.feedback for answer in exercise.answers)):
            assert marked(secret) not in said and secret not in said
        assert all(marked(text) in said for text in reading(exercise))
    for number in CHOICES:
        assert f'answer_{number} = ""' in said
    assert words["metadata"]["crisis_paths"] == RECIPE.label(MADE)


def test_no_file_of_a_course_holds_the_key(released):
    """Not even the source and the gradebook, which nbgrader keeps beside what it runs."""
    files = [path for path in released.rglob("*") if path.is_file()]
    assert {path.name for path in files} >= {"nbgrader_config.py", "ps1.ipynb", "gradebook.db"}
    for path in files:
        holds_no_key(path.read_text("latin-1"))


def test_a_course_is_the_same_whatever_is_right(tmp_path):
    """So no program can read from it what is right, however it looks."""

    def turned(exercise: Exercise) -> Exercise:
        rights = [answer.right for answer in exercise.answers]
        pairs = zip(exercise.answers, [*rights[1:], *rights[:1]], strict=True)
        answers = tuple(replace(answer, right=right, feedback="") for answer, right in pairs)
        return replace(exercise, answers=answers, rubric=("x",) * len(exercise.rubric), facts=())

    other = tuple(map(turned, MADE))
    assert {n: right_letter(one) for n, one in enumerate(other, 1) if one.answers} != RIGHT
    one = write_assignment(MADE, RECIPE, NAME, tmp_path / "one")
    two = write_assignment(other, RECIPE, NAME, tmp_path / "two")
    assert everything(one) == everything(two)


def test_the_same_seed_gives_the_instructor_the_key_and_the_rubrics(tmp_path, capsys):
    """By the command that the assignment names, once the seed stands in it."""
    bank = start(tmp_path / "my own.csv")
    assign = ["assignment", "--seed", SEED, "--count", "5", "--phrases", str(bank)]
    assert main([*assign, "--name", NAME, "--out", str(tmp_path / "course")]) == 0
    (line,) = re.findall(r"crisis-exercises (make .*)", capsys.readouterr().out)
    typed = [SEED if word == "…" else word for word in shlex.split(line)]
    assert main([*typed[:-1], str(tmp_path / typed[-1])]) == 0
    page = (tmp_path / f"{NAME}-key" / "key.html").read_text("utf-8")
    text = BeautifulSoup(page, "html.parser").get_text()
    made = RECIPE.make(SEED, phrases(bank))
    assert re.findall(r"Right: (\w)", text) == [right_letter(one) for one in made if one.answers]
    assert all(flat(line) in text for one in made for line in one.rubric)


def test_points_stand_in_the_notebook_and_are_given_by_a_person_or_the_command(released):
    source = cells(released / "source" / NAME / f"{NAME}.ipynb")
    graded = {id: cell.metadata.nbgrader for id, cell in source.items()}
    earns = {id: entry.points for id, entry in graded.items() if entry.grade}
    assert all(graded[id].solution for id in earns)  # nbgrader alone gives none of them
    assert earns == {f"exercise-{n}-answer": 1 for n in CHOICES} | {
        f"exercise-{n}": len(one.rubric) for n, one in OPEN.items()
    }


def test_a_notebook_passes_its_checks_when_it_is_filled_and_not_before(released, tmp_path):
    call = [sys.executable, "-m", "pytest", "--nbval-lax", "-p", "no:cacheprovider", "-v"]
    blank = released / "release" / NAME / f"{NAME}.ipynb"
    hand_in(filled(blank, {}), tmp_path / "blank.ipynb")
    hand_in(filled(blank, RIGHT), tmp_path / "full.ipynb")
    done = subprocess.run(
        [*call, "blank.ipynb", "full.ipynb", f"--rootdir={tmp_path}"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=120,
    )
    ends = re.findall(r"^(\w+)::ipynb::Cell \d+ (\w+)", done.stdout, re.M)
    assert Counter(ends) == {
        ("full", "PASSED"): 8,
        ("blank", "PASSED"): 4,  # answer cells, empty
        ("blank", "FAILED"): 4,
    }, done.stdout


# --- Through nbgrader -----------------------------------------------------------------------


def test_nbgrader_exports_full_half_and_no_points(graded):
    with (graded / "grades.csv").open(newline="") as lines:
        table = {row["student_id"]: row for row in csv.DictReader(lines)}
    assert {student: float(row["score"]) for student, row in table.items()} == {
        "model": 4.0,
        "half": 2.0,
        "blank": 0.0,
    }
    assert {float(row["max_score"]) for row in table.values()} == {4.0 + 5.0}


def test_feedback_gives_no_key(graded):
    for student in ("model", "half", "blank"):
        page = (graded / "feedback" / student / NAME / f"{NAME}.html").read_text()
        text = BeautifulSoup(page, "html.parser").get_text()
        assert "Exercise 1" in text and "assert given in" in text
        assert not [word for word in ("HIDDEN", "SOLUTION", "import points") if word in text]
        for exercise in MADE:
            for secret in (*exercise.rubric, *(answer.feedback for answer in exercise.answers)):
                assert secret not in text
        # a letter stands beside an answer only where the student wrote it
        _example, *given = re.findall(r'answer_(\d+) = "(\w)"', text)
        wrote = {"model": RIGHT, "half": FIRST_TWO, "blank": {}}[student]
        assert given == [(str(number), letter) for number, letter in wrote.items()]


# --- The course folder ----------------------------------------------------------------------


def everything(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


SMALL = Recipe(1, ("code",))
ONE = SMALL.make("autumn")


def test_a_second_assignment_joins_a_course_and_nothing_else_changes(tmp_path):
    course = write_assignment(ONE, SMALL, "ps1", tmp_path / "course")
    first = everything(course)
    assert set(first) == {"nbgrader_config.py", "source/ps1/ps1.ipynb"}
    (course / "nbgrader_config.py").write_bytes(config() + b"c.Execute.timeout = 5\n")
    write_assignment(ONE, SMALL, "ps2", course)
    now = everything(course)
    assert set(now) == {*first, "source/ps2/ps2.ipynb"} and now["nbgrader_config.py"].endswith(
        b"timeout = 5\n"
    )
    assert now["source/ps1/ps1.ipynb"] == first["source/ps1/ps1.ipynb"]


def refused(course: Path, name: str = "ps1") -> str:
    before = everything(course.parent)
    with pytest.raises(CrisisPathsError) as error:
        write_assignment(ONE, SMALL, name, course)
    assert everything(course.parent) == before
    assert "\n" not in str(error.value)
    return str(error.value)


def test_what_is_there_is_left_alone(tmp_path):
    course = write_assignment(ONE, SMALL, "ps-1", tmp_path / "course")
    assert "source/ps-1 exists already" in refused(course, "ps-1")
    (tmp_path / "theirs").mkdir()
    assert "is no course of crisis-exercises" in refused(tmp_path / "theirs")
    (tmp_path / "theirs" / "nbgrader_config.py").write_text("c = get_config()\n")
    assert "is no course of crisis-exercises" in refused(tmp_path / "theirs")
    (tmp_path / "file").write_text("")
    assert "is no course of crisis-exercises" in refused(tmp_path / "file")
    assert "cannot be written" in refused(tmp_path / "missing" / "course")


@pytest.mark.parametrize("kind", ["folder", "file", "link"])
def test_a_new_folder_replaces_nothing(tmp_path, kind):
    place = tmp_path / "place"
    {
        "folder": place.mkdir,
        "file": place.touch,
        "link": lambda: place.symlink_to(tmp_path / "nowhere"),
    }[kind]()
    with pytest.raises(CrisisPathsError, match="place exists already"):
        write_new(place, {"a/b": b"c"})
    assert list(tmp_path.iterdir()) == [place]


@pytest.mark.parametrize("name", ["", "PS1", "1ps", "ps 1", "../ps", "ps.1", "p" * 51, "ps1\n"])
def test_a_name_that_no_assignment_can_have_is_refused(tmp_path, name):
    assert "cannot be the name of an assignment" in refused(tmp_path / "course", name)


def test_names_that_an_assignment_can_have():
    assert [check_name(name) for name in ("ps1", "a", "week-2_b")] == ["ps1", "a", "week-2_b"]


def test_a_full_disk_leaves_the_course_as_it_was(tmp_path, monkeypatch):
    course = write_assignment(ONE, SMALL, "ps1", tmp_path / "course")
    written = Path.write_bytes

    def full(path, contents):
        if path.suffix == ".ipynb":
            raise OSError(28, "No space left on device")
        return written(path, contents)

    monkeypatch.setattr(Path, "write_bytes", full)
    assert "No space left" in refused(course, "ps2")
    assert not (course / "source" / "ps2").exists()
