"""An assignment that nbgrader itself has released, for the tests that need one: made once."""

import json
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import nbformat
import pytest

from crisis_paths.exercises.grading.course import write_assignment
from crisis_paths.exercises.make.credit import credit
from crisis_paths.exercises.make.recipe import Recipe
from crisis_paths.exercises.make.text_layout import right_letter

SEED, NAME = "kept to myself", "ps1"
RECIPE = Recipe(5)
MADE = RECIPE.make(SEED)
CHOICES = {n: one for n, one in enumerate(MADE, 1) if one.answers}
OPEN = {n: one for n, one in enumerate(MADE, 1) if not one.answers}
RIGHT = {n: right_letter(one) for n, one in CHOICES.items()}
HALF = {n: next((x for x, p in credit(one).items() if p == 0.5), "") for n, one in CHOICES.items()}
ESSAY = "The first sentence decides it."

# the commands of nbgrader, in the folder of the course, as its own programs start them
NBGRADER = """
import json, sys, warnings
warnings.simplefilter("ignore")
from nbgrader import apps
for name, arguments in json.loads(sys.argv[1]):
    getattr(apps, name).launch_instance(argv=arguments)
    getattr(apps, name).clear_instance()
"""


def nbgrader(course: Path, *commands: tuple[str, list[str]]) -> str:
    """Run nbgrader's commands inside the course, one after another; what they said."""
    call = [sys.executable, "-c", NBGRADER, json.dumps(commands)]
    done = subprocess.run(call, cwd=course, capture_output=True, text=True, timeout=240)
    assert done.returncode == 0, done.stderr
    return done.stderr


def filled(released: Path, answers: Mapping[int, str], essay: str = "") -> nbformat.NotebookNode:
    """The notebook as a student hands it in; an answer may be any code."""
    notebook = nbformat.read(released, as_version=4)
    for cell in notebook.cells:
        id = cell.metadata.nbgrader.grade_id
        for number, answer in answers.items():
            if id == f"exercise-{number}-answer":
                whole = f'answer_{number} = "{answer}"'
                cell.source = whole if len(answer) == 1 else answer
        if essay and id in {f"exercise-{number}" for number in OPEN}:
            cell.source = essay
    return notebook


def hand_in(notebook: nbformat.NotebookNode, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    nbformat.write(notebook, path)


@pytest.fixture(scope="session")
def released(once) -> Path:
    """A course whose assignment nbgrader has released."""

    def make(course: Path) -> None:
        write_assignment(MADE, RECIPE, NAME, course)
        nbgrader(course, ("GenerateAssignmentApp", [NAME]))

    return once("released", make)
