"""A course folder that nbgrader takes as it is, without a JupyterHub.

==================================  =========================================================
``nbgrader_config.py``              what nbgrader has to know; also where the key is
``source/ps1/ps1.ipynb``            the instructor's version of the assignment ``ps1``
``private/ps1_key.py``              its key, for the hidden tests; never goes to students
``private/ps1_rubric.md``           its rubrics, for the one who grades the open questions
==================================  =========================================================
"""

import os
import re
from collections.abc import Sequence
from pathlib import Path

from crisis_paths.errors import CrisisPathsError
from crisis_paths.exercises.folders import absolute, refuse_taken, unwritable, write_new
from crisis_paths.exercises.grading import stubs
from crisis_paths.exercises.grading.nbgrader_cells import key_name
from crisis_paths.exercises.grading.nbgrader_notebook import key_module, rubric, source_notebook
from crisis_paths.exercises.make.kinds import Exercise
from crisis_paths.exercises.make.recipe import Recipe
from crisis_paths.i18n import _

CONFIG = "nbgrader_config.py"
PRIVATE = "private"
_NAME = re.compile(r"[a-z][a-z0-9_-]{0,49}")
_OURS = "# A course of crisis-exercises"
_CONFIG = """\
{ours}: nbgrader reads this file when it is run in this folder.
import os
import sys
from pathlib import Path


def first(variable, folder):
    # a folder comes before those that a variable of the environment names
    others = os.environ.get(variable, "").split(os.pathsep)
    os.environ[variable] = os.pathsep.join([str(folder), *filter(None, others)])


# Hidden tests import the key from here; it is no part of any notebook.
first("PYTHONPATH", Path(__file__).resolve().parent / "{private}")
# nbgrader calls a program that was installed beside this Python.
first("PATH", Path(sys.executable).parent)

c = get_config()
c.CourseDirectory.course_id = "crisis-paths"
c.ClearSolutions.code_stub = {{"python": "{code}"}}
c.ClearSolutions.text_stub = "{text}"
"""


def check_name(name: str) -> str:
    """The name, if an assignment can have it.

    Raises
    ------
    CrisisPathsError
        If it is not a small letter, then small letters, digits, ``_`` or ``-``, 50 at most.
    """
    if not _NAME.fullmatch(name):
        raise CrisisPathsError(
            _(
                "{name!r} cannot be the name of an assignment; allowed are a small letter, then"
                " small letters, digits, _ and -, at most 50 together."
            ).format(name=name)
        )
    return name


def assignment_files(exercises: Sequence[Exercise], recipe: Recipe, name: str) -> dict[str, bytes]:
    """What does an assignment add to a course? Each file's place in it, and its contents.

    The same bytes for the same exercises.
    """
    notebook = source_notebook(exercises, name, recipe.label(exercises))
    files = {
        f"{PRIVATE}/{key_name(name)}.py": key_module(exercises, name),
        f"source/{name}/{name}.ipynb": notebook,
    }
    if any(exercise.rubric for exercise in exercises):
        files[f"{PRIVATE}/{name}_rubric.md"] = rubric(exercises, name)
    return files


def config() -> bytes:
    """What stands in ``nbgrader_config.py``?"""
    return _CONFIG.format(ours=_OURS, private=PRIVATE, code=stubs.CODE, text=stubs.TEXT).encode()


def write_assignment(
    exercises: Sequence[Exercise], recipe: Recipe, name: str, course: str | os.PathLike[str]
) -> Path:
    """Write an assignment into a new course, or add it to one that was made here.

    Parameters
    ----------
    exercises : sequence of Exercise
        What is assigned.
    recipe : Recipe
        From what they were made.
    name : str
        The assignment's name, as ``ps1``.
    course : path
        The course folder.

    Returns
    -------
    Path
        The course folder.

    Raises
    ------
    CrisisPathsError
        If the name is not allowed, the course has such an assignment, is not one of ours, or
        cannot be written. Nothing is left half-written then.
    """
    target = absolute(course)
    files = assignment_files(exercises, recipe, check_name(name))
    if not os.path.lexists(target):
        return write_new(target, {CONFIG: config()} | files)
    refuse_place(target, name)
    _add(target, files)
    return target


def refuse_place(course: Path, name: str) -> None:
    """Refuse a course in which this assignment cannot be put; one that does not exist will do.

    Raises
    ------
    CrisisPathsError
        If the folder is not one of ours, or has an assignment or a key of this name.
    """
    check_name(name)
    if not os.path.lexists(course):
        return
    try:
        ours = (course / CONFIG).read_text("utf-8").startswith(_OURS)
    except (OSError, UnicodeDecodeError):
        ours = False
    if not ours:
        raise CrisisPathsError(
            _(
                "{path} exists already and is no course of crisis-exercises; name one that is, or"
                " a folder that does not exist."
            ).format(path=course)
        )
    refuse_taken(course / "source" / name)
    refuse_taken(course / PRIVATE / f"{key_name(name)}.py")
    refuse_taken(course / PRIVATE / f"{name}_rubric.md")


def _add(course: Path, files: dict[str, bytes]) -> None:
    """Put new files into a course, or none of them."""
    made: list[Path] = []
    try:
        for place, contents in files.items():
            path = course / place
            made += [up for up in (path.parent, path.parent.parent) if not up.exists()]
            path.parent.mkdir(parents=True, exist_ok=True)
            made.append(path)
            path.write_bytes(contents)
    except OSError as why:
        for path in sorted(made, key=lambda path: len(path.parts), reverse=True):
            if path.is_dir():
                path.rmdir()
            else:
                path.unlink(missing_ok=True)
        raise unwritable(course, why) from why
